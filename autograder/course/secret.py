"""The secret beside the solutions, from which hidden checks draw their numbers.

Made at the first grading, kept out of git, read by no release. The same secret gives the same
result to the same submission; next year's class gets another one by deleting the file.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import Final

from autograder.checks.content import ASSIGNMENTS, SOLUTIONS

NAME: Final = "secret"


def of_course(folder: Path) -> bytes:
    """The secret of the course in `folder`; made, for its owner alone to read, if there is none."""
    path = folder / SOLUTIONS / NAME
    with contextlib.suppress(FileExistsError):
        temporary = path.with_name(f".{NAME}.{os.getpid()}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        try:
            path.hardlink_to(temporary)  # whole, and never in the place of another
        finally:
            temporary.unlink()
    return path.read_bytes().strip()


def moved(folder: Path) -> bool:
    """Whether a secret lay where older versions kept it; it is moved to its place."""
    old, new = folder / ASSIGNMENTS / NAME, folder / SOLUTIONS / NAME
    if not old.is_file() or new.exists():
        return False
    old.rename(new)
    return True
