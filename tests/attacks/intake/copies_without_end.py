# Tries: by hundreds of copies with long names, and dozens of large ones, fill result and memory.
# Rule: so many files of one student are read, and a result stays below 1 MiB.
import json
import os
from pathlib import Path

OWN = {"cells": [], "metadata": {"course": {"assignment": "forward"}}}


def make(folder: Path) -> None:
    (folder / "forward.py").write_text("x = 1")
    for inner in ("\x01" * 250, "_" * 250):
        (folder / inner).mkdir()
        for number in range(420):
            name = f"{number:03}{inner[:-10]}.ipynb"
            (folder / inner / name).write_text(json.dumps(OWN))
    large = folder / "update (0).ipynb"
    large.write_text(json.dumps({"cells": [{"outputs": [{"text": "a" * 31_000_000}]}]}))
    for number in range(1, 60):
        os.link(large, folder / f"update ({number}).ipynb")
    undecodable = Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.ipynb"))
    undecodable.write_text(json.dumps(OWN))
