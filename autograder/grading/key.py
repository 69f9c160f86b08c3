"""What a result depends on, as one digest: the same key, the same result.

It covers by folder, not by list: a needless grading is cheap, a stale result is a lie.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from autograder.checks.content import ASSIGNMENTS, SOLUTIONS
from autograder.course.policy import without_policy
from autograder.course.secret import NAME as SECRET
from autograder.course.table import TABLE

PACKAGE: Final = Path(__file__).resolve().parents[1]
# The rooms of the kit that have a part in a result, and the sentences that stand in it
ROOMS: Final = ("checks", "course", "grading", "hints", "intake", "sandbox", "values", "locale")
_PACKAGES: Final = ("torch", "numpy", "pytest", "ipython", "msgspec")
_OWN: Final = 16  # of a key's digits, those of the submission itself
_SKIPPED: Final = ("__pycache__", ".")


def key(submission: bytes, options: str, environment: bytes) -> str:
    """The digest of a submission's bytes, of how it is graded, and of `environment`.

    It begins with what stands for the bytes alone: see `same_submission`.
    """
    digest = hashlib.sha256()
    for part in (submission, options.encode(), environment):
        digest.update(hashlib.sha256(part).digest())
    return hashlib.sha256(submission).hexdigest()[:_OWN] + digest.hexdigest()


def same_submission(one: str, other: str) -> bool:
    """Whether two keys are of the same bytes, however they were graded."""
    return one[:_OWN] == other[:_OWN]


@functools.lru_cache(maxsize=64)
def environment(course: Path, assignment: str, secret: bytes) -> bytes:
    """The digest of all else that an assignment's results depend on; `course` is its folder.

    All of solutions/, the assignment's folder in assignments/ and the course's own files there,
    all of the kit that grades, the secret, and the versions of what computes.
    """
    digest = hashlib.sha256(hashlib.sha256(secret).digest())
    for place, file in covered(course, assignment):
        data = file.read_bytes()
        data = without_policy(data) if file == course / TABLE else data
        digest.update(place.encode() + b"\0" + hashlib.sha256(data).digest())
    versions = [f"{name}={importlib.metadata.version(name)}" for name in _PACKAGES]
    digest.update(" ".join([platform.python_version(), platform.machine(), *versions]).encode())
    return digest.digest()


def covered(course: Path, assignment: str) -> Iterator[tuple[str, Path]]:
    """The files that the results of an assignment depend on, with a name for each."""
    yield "__init__.py", PACKAGE / "__init__.py"
    for room in ROOMS:
        yield from _files(PACKAGE, PACKAGE / room)
    yield from _files(course, course / SOLUTIONS)
    yield from _files(course, course / ASSIGNMENTS / assignment)
    own = sorted((course / ASSIGNMENTS).iterdir())
    yield from ((file.name, file) for file in own if file.is_file() and _counts(file.name))


def _files(root: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below the folder, whatever its kind, in a fixed order."""
    found = {file.relative_to(root).as_posix(): file for file in folder.rglob("*")}
    for place, file in sorted(found.items()):
        if _counts(place) and file.is_file():
            yield place, file


def _counts(place: str) -> bool:
    """The secret enters apart, by its value; an editor's files have no part in anything."""
    *folders, name = place.split("/")
    hidden = any(part.startswith(_SKIPPED) for part in (*folders, name))
    return not hidden and name != SECRET and not name.endswith("~")
