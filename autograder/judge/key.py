"""What a result depends on, as one digest: the same key, the same result."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import platform
from pathlib import Path

from autograder import checks
from autograder.course import Assignment, Course

_PACKAGES = ("torch", "numpy", "pytest", "ipython")
_ROOMS = ("judge", "misconceptions", "sandbox", "submission")
_HOME = Path(checks.__file__).parent


def key(submission: bytes, terms: str, environment: bytes) -> str:
    """The digest of a submission's bytes, of how it is graded, and of `environment`."""
    digest = hashlib.sha256()
    for part in (submission, terms.encode(), environment):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


@functools.lru_cache(maxsize=64)
def environment(course: Course, assignment: Assignment, secret: bytes) -> bytes:
    """The digest of the kit's grading code, checks, solution, catalogue, course, and versions."""
    digest = hashlib.sha256(hashlib.sha256(secret).digest())
    package = _HOME.parent
    for file in (
        *sorted((_HOME / "support").glob("*.py")),
        *sorted(set((_HOME / "hidden").glob("*.py")) - set((_HOME / "hidden").glob("test_*.py"))),
        *(_HOME / kind / f"test_{assignment.name}.py" for kind in ("visible", "hidden")),
        *(file for room in _ROOMS for file in sorted((package / room).glob("*.py"))),
        *sorted((package / "misconceptions" / "entries" / assignment.name).glob("*.py")),
        *sorted((package / "locale").glob("*/LC_MESSAGES/*.mo")),
        package / "chapter.py",
        package / "result.py",
        course.folder / "solutions" / f"{assignment.name}.py",
        course.folder / "assignments" / "course.toml",
    ):
        if file.exists():
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    versions = [f"{name}={importlib.metadata.version(name)}" for name in _PACKAGES]
    digest.update(" ".join([platform.python_version(), platform.machine(), *versions]).encode())
    return digest.digest()
