"""Clocks and entropy of a child: the same submission must give the same result every time.

A notebook that prints how long it took, draws a progress bar, or draws numbers without a seed
would give another output at each grading. So a child's clocks count readings instead of time
(each reading is a millisecond later than the one before), and its entropy is a fixed stream.
Nothing here protects anything: limits of time are kept by the judge, on its own clock.
"""

from __future__ import annotations

import asyncio
import concurrent.futures  # noqa: F401  bound to the real clock before it is replaced
import datetime
import os
import queue  # noqa: F401
import random
import threading  # noqa: F401
import time
from collections.abc import Callable
from typing import Any

_START_NS = 946_684_800 * 10**9  # 2000-01-01T00:00:00Z
_TICK_NS = 10**6


class _Clock:
    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.now_ns = _START_NS

    def read_ns(self) -> int:
        self.now_ns += _TICK_NS
        return self.now_ns

    def read(self) -> float:
        return self.read_ns() / 1e9

    def sleep(self, seconds: float) -> None:
        """Time passes on the clock alone."""
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.now_ns += int(seconds * 1e9)


def still_clocks() -> Callable[[], None]:
    """Replace this process's clocks by one that counts its readings; give what restarts it.

    Waiting with a limit of time keeps its real clock: the modules that do it are imported first.
    """
    clock = _Clock()
    monotonic = time.monotonic
    loop: Any = asyncio.BaseEventLoop
    loop.time = lambda _loop: monotonic()
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, clock.read)
        setattr(time, f"{name}_ns", clock.read_ns)
    setattr(time, "sleep", clock.sleep)  # noqa: B010
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _from_now(getattr(time, name), clock))
    strftime, gmtime = time.strftime, time.gmtime
    time.strftime = lambda form, moment=None: strftime(form, gmtime() if moment is None else moment)
    datetime.datetime = _datetime_of(clock)  # type: ignore[misc]
    return clock.restart


def _from_now(function: Callable[..., Any], clock: _Clock) -> Callable[..., Any]:
    def at(seconds: float | None = None) -> Any:
        return function(clock.read() if seconds is None else seconds)

    return at


def _datetime_of(clock: _Clock) -> type[datetime.datetime]:
    class _Datetime(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> _Datetime:
            return cls.fromtimestamp(clock.read(), tz)

        @classmethod
        def utcnow(cls) -> _Datetime:
            return cls.now()

        @classmethod
        def today(cls) -> _Datetime:
            return cls.now()

    _Datetime.__name__ = _Datetime.__qualname__ = "datetime"
    _Datetime.__module__ = "datetime"
    return _Datetime


def still_entropy() -> None:
    """Seed this process's random generators and let its sources of entropy repeat."""
    stream = random.Random(0)
    random._urandom = stream.randbytes  # type: ignore[attr-defined]
    os.urandom = stream.randbytes
    random.seed(0)
    import numpy as np

    np.random.seed(0)
