# Tries: hand in JSON a million lists deep, in a place that is read and in one that is not.
# Rule: broken JSON gets 0 and a note.
from pathlib import Path


def make(folder: Path) -> None:
    deep = "[" * 1_000_000 + "]" * 1_000_000
    (folder / "forward.ipynb").write_text('{"cells": [], "metadata": {"x": ' + deep + "}}")
    (folder / "update.ipynb").write_text(deep)
    (folder / "terms.ipynb").write_text('{"cells": [{"source": ' + deep + "}]}")
