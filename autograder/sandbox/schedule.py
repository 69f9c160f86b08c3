"""How a process fared on the processors: what it used, and how long it waited for one.

All durations in seconds; 0 where the kernel does not count.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_USED_PLACE: Final = 11  # of utime, then stime, after the process's name in /proc/PID/stat
_OTHERS: Final = 0.5  # of the time; who gets less than the rest may lose to the clock what is right


class Schedule:
    """The figures of one process, for as long as it lives or is not waited for.

    Without a pid they are those of the thread that calls.
    """

    def __init__(self, pid: int | None = None) -> None:
        place = "thread-self" if pid is None else str(pid)
        self._files = [_opened(place, "schedstat"), _opened(place, "stat")]

    def waited(self) -> float:
        """How long its first thread has been ready to run on processors that were busy."""
        try:
            return int(self._read(0).split()[1]) / 1e9
        except (IndexError, ValueError):
            return 0.0

    def used(self) -> float:
        """The processor time of all its threads."""
        try:
            user, system = self._read(1).rpartition(b")")[2].split()[_USED_PLACE:][:2]
            return (int(user) + int(system)) / _TICKS
        except (IndexError, ValueError):
            return 0.0

    def close(self) -> None:
        for descriptor in self._files:
            if descriptor is not None:
                os.close(descriptor)
        self._files = [None, None]

    def _read(self, place: int) -> bytes:
        descriptor = self._files[place]
        if descriptor is None:
            return b""
        with contextlib.suppress(OSError):  # it has ended
            return os.pread(descriptor, 1000, 0)
        return b""


def _opened(place: str, name: str) -> int | None:
    try:
        return os.open(Path("/proc", place, name), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


class Scheduled(Protocol):
    """A process, living or ended."""

    @property
    def used(self) -> float: ...

    @property
    def waited(self) -> float: ...


class Share:
    """What a piece of work gets of its processor, from now on, this process's own part included.

    Its processes run by turns, so on a processor of their own they use all the time in which one
    of them has something to do. Threads that keep each other waiting use it, too.
    """

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._own_used, self._own_waited = _own_figures()

    def is_starved(self, processes: Sequence[Scheduled]) -> bool:
        """Whether others were on the processor while one of these waited for it."""
        elapsed = time.monotonic() - self._start
        own_used, own_waited = _own_figures()
        used = own_used - self._own_used + sum(each.used for each in processes)
        waited = own_waited - self._own_waited + sum(each.waited for each in processes)
        return waited > _OTHERS * elapsed and used < (1 - _OTHERS) * elapsed


def _own_figures() -> tuple[float, float]:
    """What this process used so far, and how long it waited."""
    with contextlib.closing(Schedule()) as own:
        return time.process_time(), own.waited()
