# Tries: things with a notebook's name that are no files, to hang or confuse the reading.
# Rule: nothing but a plain file is opened.
import os
import socket
from pathlib import Path


def make(folder: Path) -> None:
    os.mkfifo(folder / "forward.ipynb")
    (folder / "terms.ipynb").mkdir()
    (folder / "update.py").mkdir()
    (folder / "update.py" / "update.py").mkdir()
    here = Path.cwd()
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("backprop.py")
    os.chdir(here)
