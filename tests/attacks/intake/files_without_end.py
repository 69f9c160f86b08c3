# Tries: let whatever looks through the files beside a notebook take for ever.
# Rule: the time for a submission's folder does not grow with the square of its files.
from pathlib import Path


def make(folder: Path) -> None:
    (folder / "forward.ipynb").write_text('{"cells": [], "metadata": {}, "nbformat": 4}')
    for number in range(20_000):
        (folder / f"{number}.txt").write_text("")
