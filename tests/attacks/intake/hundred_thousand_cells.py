# Tries: hand in a notebook of a hundred thousand cells.
# Rule: what is too large is not read, and gets 0 and a note.
import json
from pathlib import Path


def make(folder: Path) -> None:
    cells = [{"cell_type": "code", "source": f"x = {n}", "metadata": {}} for n in range(100_000)]
    (folder / "forward.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}}))
