# Tries: hand in a file that claims ten gigabytes and takes none.
# Rule: what is too large is not read, and gets 0 and a note.
import os
from pathlib import Path


def make(folder: Path) -> None:
    (folder / "forward.py").touch()
    os.truncate(folder / "forward.py", 10 << 30)
