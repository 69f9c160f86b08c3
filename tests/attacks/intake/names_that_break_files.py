# Tries: with folders' names: end the run, take the place of the table, look like the neighbour.
# Rule: each folder has a result under a safe name of its own, and the others are graded.
import os
from pathlib import Path

NAMES = [
    b"\xff\xfebob", b"scores.csv", b"Scores.CSV", "\u0958".encode() * 85, b"\x01" * 255,
    b"x\r@NEIGHBOUR@", b"@NEIGHBOUR@ ", "\u200b@NEIGHBOUR@".encode(), b"n\nScore: 100 of 100",
    b":skull:", b" =1+1", b"\n=1+1", "\uff1d1+1".encode(), b"a\\b", b" ",
]  # fmt: skip


def make(folder: Path) -> None:
    for name in NAMES:
        other = Path(os.fsdecode(os.fsencode(folder.parent) + b"/" + name))
        other.mkdir()
        (other / "forward.py").write_text("def sigmoid(z):\n    return 0.5\n")
    (folder / "forward.py").write_text("x = 1")
