# Tries: hand in a link to the solution, to the results and to the secret.
# Rule: no link is followed.
import os
from pathlib import Path


def make(folder: Path) -> None:
    os.symlink("@COURSE@/solutions/forward/solution.py", folder / "forward.py")
    os.symlink("@COURSE@/solutions/secret", folder / "terms.ipynb")
    os.symlink("/dev/zero", folder / "update.py")
    os.symlink(".", folder / "backprop")
    os.symlink("xor.py", folder / "xor.py")
    os.mkdir(folder / "pat[t]ern")
    os.symlink("pattern.py", folder / "pat[t]ern" / "pattern.py")
