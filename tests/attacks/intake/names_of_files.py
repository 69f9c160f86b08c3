# Tries: names of files with line breaks, escapes, markup, formulas, other scripts, and no end.
# Rule: a name is shown as text; of two files for one assignment the plain name counts.
from pathlib import Path

NAMES = [
    "forward\n(1).py", "\x1b[2Jforward.py", "[bold]forward.ipynb", "=1+1.py", "ｆｏｒｗａｒｄ.py",
    "FORWARD (2).py", "forward.PY", "{0.__class__}.py", "forward - copy.py", "\u202eyp.drawrof.py",
    "forward" + "x" * 240 + ".py", " forward .py", "-rf.py", "--out.ipynb", "forward.py.ipynb",
]


def make(folder: Path) -> None:
    for name in NAMES:
        (folder / name).write_text("def sigmoid(z):\n    return 0.5\n")
