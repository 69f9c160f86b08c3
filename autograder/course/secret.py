"""The secret from which hidden checks draw their numbers: beside the solutions, or a file's.

Made at the first grading, kept out of git, read by no release. The same secret gives the same
result to the same submission; next year's class gets another one by deleting the file. Several
people who grade one class give each other the file: `--secret FILE`, or the variable
AUTOGRADER_SECRET that names it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shlex
from pathlib import Path
from typing import Final

from autograder.checks.content import ASSIGNMENTS, SOLUTIONS
from autograder.values.errors import KitError

NAME: Final = "secret"
VARIABLE: Final = "AUTOGRADER_SECRET"
_SHORTEST: Final = 16  # bytes; a shorter one could be guessed from the keys of results
_LONGEST: Final = 4096


class SecretError(KitError):
    """There is no secret to grade with; one line."""


def of_course(folder: Path, file: Path | None = None) -> bytes:
    """The secret in this file, else in the one that AUTOGRADER_SECRET names, else the course's.

    The course's own is made, for its owner alone to read, if there is none. Raises SecretError.
    """
    if file is None and os.environ.get(VARIABLE):
        file = Path(os.environ[VARIABLE])
    if file is not None:
        return _read(file)
    if path := to_be_made(folder):
        _make(path)
    return _read(folder / SOLUTIONS / NAME)


def to_be_made(folder: Path) -> Path | None:
    """Where the course's own secret will be begun; None if there is one, or another is named."""
    path = folder / SOLUTIONS / NAME
    return None if os.environ.get(VARIABLE) or path.exists() else path


def fingerprint(secret: bytes) -> str:
    """What tells two secrets apart and says nothing of either."""
    return hashlib.sha256(b"fingerprint\0" + secret).hexdigest()[:16]


def moved(folder: Path) -> bool:
    """Whether a secret lay where older versions kept it; it is moved to its place."""
    old, new = folder / ASSIGNMENTS / NAME, folder / SOLUTIONS / NAME
    if not old.is_file() or new.exists():
        return False
    old.rename(new)
    return True


def _make(path: Path) -> None:
    temporary = path.with_name(f".{NAME}.{os.getpid()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        try:
            with contextlib.suppress(FileExistsError):
                path.hardlink_to(temporary)  # whole, and never in the place of another
        finally:
            temporary.unlink()
    except OSError as why:
        raise SecretError(
            f"{path}: the course's secret can't be made here ({why.strerror}); {_advice()}"
        ) from None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            secret = file.read(_LONGEST + 1).strip()
    except OSError as why:
        raise SecretError(
            f"{path}: the secret can't be read ({why.strerror}); {_advice(path)}"
        ) from None
    if not _SHORTEST <= len(secret) <= _LONGEST:
        raise SecretError(
            f"{path}: a secret of {len(secret)} bytes, should be {_SHORTEST} or more; "
            f"{_advice(path)}"
        )
    return secret


def _advice(path: Path | None = None) -> str:
    file = "FILE" if path is None else shlex.quote(str(path))
    return (
        f"give the file that the class's grader has, --secret FILE or {VARIABLE}=FILE, or begin "
        f"one: openssl rand -hex 32 > {file}"
    )
