# Tries: hand in a notebook of a hundred megabytes.
# Rule: what is too large is not read, and gets 0 and a note.
from pathlib import Path


def make(folder: Path) -> None:
    with (folder / "forward.ipynb").open("wb") as file:
        file.write(b'{"cells": [{"cell_type": "code", "source": "')
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b'"}]}')
