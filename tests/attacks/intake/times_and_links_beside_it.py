# Tries: let whatever copies or reads the files beside a notebook read for ever, or fill the disk.
# Rule: beside the notebook only plain files of a usual size are opened, and no link.
import os
from pathlib import Path


def make(folder: Path) -> None:
    (folder / "forward.ipynb").write_text('{"cells": [], "metadata": {}, "nbformat": 4}')
    os.symlink("/dev/zero", folder / "timestamp.txt")
    os.symlink("/dev/zero", folder / "notes.txt")
    os.mkfifo(folder / "data.csv")
    os.mkdir(folder / "deep")
    os.symlink("/etc/passwd", folder / "deep" / "passwd")
    with (folder / "deep" / "sparse.bin").open("wb") as sparse:
        sparse.truncate(1 << 42)
