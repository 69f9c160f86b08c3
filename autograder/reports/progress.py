"""How far a run is: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from autograder.grading.class_run import Standing

_EVERY: Final = 30.0  # seconds between two lines
_RECENT: Final = 60.0  # seconds over which the rate is taken


@contextmanager
def shown(doing: str, console: Console) -> Iterator[Callable[[Standing], None]]:
    """A function that shows how far the run is."""
    pace = Pace()
    if not console.is_terminal:
        yield _Lines(doing, console, pace)
        return
    columns = TextColumn(doing), BarColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def update(standing: Standing) -> None:
            words = pace.words(standing)
            bar.update(task, completed=standing.done, total=standing.total, description=words)

        yield update


class _Lines:
    """Calls that print a line when it is time for one."""

    def __init__(self, doing: str, console: Console, pace: Pace) -> None:
        self._doing = doing
        self._console = console
        self._pace = pace
        self._last = time.monotonic()

    def __call__(self, standing: Standing) -> None:
        words = self._pace.words(standing)
        if time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            self._console.print(f"{self._doing}: {words}")


class Pace:
    """The rate of a run, from what was done in the last minute."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._points: list[tuple[float, int]] = []  # when, and how many were graded by then

    def words(self, standing: Standing) -> str:
        """What is done, of how many, how fast, how long it takes and what needs a look."""
        about = "" if standing.counted else "about "
        parts = [f"{standing.done:,} of {about}{standing.total:,}"]
        if standing.kept:
            parts[0] += f" ({standing.kept:,} graded before)"
        rate = self._rate(standing.done - standing.kept)
        if rate > 0:
            left = (standing.total - standing.done) / rate
            parts += [f"{rate:.3g} a second", f"{_duration(left)} left"]
        if standing.looks:
            parts.append(f"{standing.looks:,} to look at")
        return ", ".join(parts)

    def _rate(self, graded: int) -> float:
        now = self._now()
        if not self._points or now - self._points[-1][0] >= 0.2:
            self._points.append((now, graded))
        while len(self._points) > 2 and now - self._points[1][0] > _RECENT:
            del self._points[0]
        since, before = self._points[0]
        return (graded - before) / (now - since) if now - since > 0.5 else 0.0


def _duration(seconds: float) -> str:
    """Such as `40 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
