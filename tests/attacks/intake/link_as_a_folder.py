# Tries: be the neighbour: a link to their folder beside and below one's own.
# Rule: no link is followed.
import os
from pathlib import Path


def make(folder: Path) -> None:
    os.symlink(folder.parent / "@NEIGHBOUR@", folder / "forward")
    os.symlink(folder.parent / "@NEIGHBOUR@", folder.parent / "zz-link")
    os.symlink("@COURSE@/solutions", folder.parent / "zz-solutions")
    (folder / "update.py").write_text("x = 1")
