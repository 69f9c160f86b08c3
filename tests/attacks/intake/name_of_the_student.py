# Tries: be called a formula in the table of scores, a way out of the results, a line of markup.
# Rule: a formula is made text; a name is shown as text.
from pathlib import Path

NAMES = ["=1+1", "+attack", "-attack", "@SUM(1)", "\ttab", "[red]x", "a\nb", "a,b\"c", "{0}", "..."]


def make(folder: Path) -> None:
    for name in NAMES:
        other = folder.parent / name
        other.mkdir()
        (other / "forward.py").write_text("def sigmoid(z):\n    return 0.5\n")
    (folder / "forward.py").write_text("x = 1")
