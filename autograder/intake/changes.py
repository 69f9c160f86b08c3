"""A folder that is changed as a whole or not at all, by one program at a time.

What was there is moved to .collecting/old/, and what is new has its name in .collecting/new/, until
all is done. What was stopped half-way is undone from there.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from autograder.course.files import write
from autograder.intake.files import content
from autograder.values.errors import KitError

if sys.platform != "win32":
    import fcntl

_UNDER_WAY: Final = ".collecting"
_DONE: Final = ".collected"  # what it becomes by its last step, to be deleted
_LOCK: Final = ".collecting.lock"
OWN: Final = frozenset({_UNDER_WAY, _DONE, _LOCK})  # what a stopped change leaves


class BusyError(KitError):
    """Another program changes the folder; one line: where, and what to do."""


class Changes:
    """Changes of a folder's files, by their paths in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._old = folder / _UNDER_WAY / "old"
        self._new = folder / _UNDER_WAY / "new"
        self._new.mkdir(parents=True)

    def put(self, file: str, data: bytes) -> None:
        """Write a file, in the place of one that may be there."""
        coming = self._new.with_name("coming")
        write(coming, data)
        self.remove(file)
        if not (self._old / file).exists():
            mark = self._new / file
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
        place = self.folder / file
        place.parent.mkdir(parents=True, exist_ok=True)
        coming.replace(place)

    def before(self, file: str) -> bytes:
        """What was in a file before all changes. Raises UnreadableError."""
        old = self._old / file
        return content(old if os.path.lexists(old) else self.folder / file)

    def remove(self, file: str) -> None:
        """Take a file away if it is there."""
        place, old = self.folder / file, self._old / file
        if (self._new / file).exists() or old.exists():
            place.unlink(missing_ok=True)
        elif place.is_dir() and not place.is_symlink():
            raise IsADirectoryError(f"{place}: a folder where a file belongs; take it away")
        elif os.path.lexists(place):
            old.parent.mkdir(parents=True, exist_ok=True)
            place.replace(old)
            with contextlib.suppress(OSError):  # it holds more
                place.parent.rmdir()


@contextlib.contextmanager
def as_a_whole(folder: Path) -> Iterator[Changes]:
    """All changes that are made inside, or none if it ends with an exception."""
    try:
        yield Changes(folder)
    except BaseException:
        undo(folder)
        raise
    (folder / _UNDER_WAY).replace(folder / _DONE)
    shutil.rmtree(folder / _DONE)


def undo(folder: Path) -> None:
    """Undo changes that were stopped half-way, if there are any."""
    under_way = folder / _UNDER_WAY
    shutil.rmtree(folder / _DONE, ignore_errors=True)
    if not under_way.exists():
        return
    for file in _files(under_way / "new"):
        (folder / file).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # until one of them holds more
            for around in list(file.parents)[:-1]:
                (folder / around).rmdir()
    for file in _files(under_way / "old"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (under_way / "old" / file).replace(folder / file)
    shutil.rmtree(under_way)


def are_under_way(folder: Path) -> bool:
    """Whether changes are being made, or were stopped half-way."""
    return (folder / _UNDER_WAY).exists()


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """No other program gets here with this folder meanwhile. Raises BusyError.

    A folder that was made for it is taken away again if it stays empty.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / _LOCK
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if not _is_ours(descriptor, lock):
            raise BusyError(f"{folder}: another collect is at work there; wait until it is done")
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
    finally:
        os.close(descriptor)
        if made:
            with contextlib.suppress(OSError):  # it holds something
                folder.rmdir()


def _is_ours(descriptor: int, lock: Path) -> bool:
    """Whether nobody else has the lock, nor has taken it away meanwhile."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return lock.exists() and os.path.samestat(lock.stat(), os.fstat(descriptor))


def _files(folder: Path) -> list[Path]:
    return sorted(each.relative_to(folder) for each in folder.rglob("*") if not each.is_dir())
