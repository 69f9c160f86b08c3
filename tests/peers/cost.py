"""What a command costs, with all that it starts."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from autograder.sandbox import linux

_PR_SET_CHILD_SUBREAPER: Final = 36


class Cost(NamedTuple):
    """Seconds on the clock and of processors; MiB that its processes have together at most."""

    wall: float
    processor: float
    memory: float

    def each(self, count: int) -> Cost:
        """The times for each of `count` things."""
        return self._replace(wall=self.wall / count, processor=self.processor / count)


def measured(command: Sequence[str | Path], folder: Path, **variables: str) -> Cost:
    """Run a command, which must succeed, its own programs first on the path.

    What it leaves behind when it ends is waited for, so that its processors' time counts.
    """
    linux.prctl(_PR_SET_CHILD_SUBREAPER, 1)
    path = f"{Path(command[0]).parent}:{os.environ['PATH']}"
    largest, before, start = [0.0], _used(), time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, "PATH": path, **variables},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        watch = threading.Thread(target=_watch, args=(running, largest))
        watch.start()
        running.wait()
        wall = time.perf_counter() - start
    watch.join()
    with contextlib.suppress(ChildProcessError):
        while os.wait3(0)[0]:
            pass
    assert running.returncode == 0, command
    return Cost(wall, _used() - before, largest[0])


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(running: subprocess.Popen[bytes], largest: list[float]) -> None:
    """Note the most memory; pages that processes share count once."""
    while running.returncode is None:
        largest[0] = max(largest[0], sum(map(_proportional, _family(running.pid))) / 1024)
        time.sleep(0.5)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _proportional(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
