"""A small course, for tests of the kit itself: most of what it grades takes a tenth of a second.

Its content lies beside this file as any course's does: `small`, three functions of an array that
build on each other, and `steps`, with functions that are given a function.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from autograder import course
from autograder.checks.content import ASSIGNMENTS, FOLDERS, SOLUTIONS

HOME: Final = Path(__file__).parent
COURSE: Final = (HOME / ASSIGNMENTS / "course.toml").read_text(encoding="utf-8")
SOURCE: Final = (HOME / ASSIGNMENTS / "small" / "notebook.py").read_text(encoding="utf-8")
SOLUTION: Final = (HOME / SOLUTIONS / "small" / "solution.py").read_text(encoding="utf-8")


def write(folder: Path, source: str = SOURCE, solution: str = SOLUTION) -> course.Course:
    """Write the course into `folder` and load it; with another source or solution of `small`."""
    for name in FOLDERS:
        skip = shutil.ignore_patterns("__pycache__", "secret")
        shutil.copytree(HOME / name, folder / name, ignore=skip, dirs_exist_ok=True)
    (folder / ASSIGNMENTS / "small" / "notebook.py").write_text(source, encoding="utf-8")
    (folder / SOLUTIONS / "small" / "solution.py").write_text(solution, encoding="utf-8")
    return course.load(folder)
