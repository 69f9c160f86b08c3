"""Clocks and entropy of a child: the same submission must give the same result every time.

A notebook that prints how long it took, draws a progress bar, or draws numbers without a seed
would give another output at each grading. So a child's clocks count readings instead of time
(each reading is a millisecond later than the one before), and its entropy is a fixed stream.
Nothing here protects anything: limits of time are kept by the judge, on its own clock.
"""

from __future__ import annotations

import asyncio
import concurrent.futures  # noqa: F401  bound to the real clock before it is replaced
import ctypes
import datetime
import gc
import logging
import os
import queue  # noqa: F401
import random
import sys
import threading  # noqa: F401
import time
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any, Final

_START_NS = 946_684_800 * 10**9  # 2000-01-01T00:00:00Z
_TICK_NS = 10**6
_NODE: Final = 0x010000000000  # of a machine without an address, as uuid marks it


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
    time.clock_gettime = lambda _which: clock.read()
    time.clock_gettime_ns = lambda _which: clock.read_ns()
    setattr(time, "sleep", clock.sleep)  # noqa: B010
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _from_now(getattr(time, name), clock))
    strftime, gmtime = time.strftime, time.gmtime
    time.strftime = lambda form, moment=None: strftime(form, gmtime() if moment is None else moment)
    datetime.datetime = _datetime_of(clock)  # type: ignore[misc]
    os.times = lambda: os.times_result((clock.read(), 0.0, 0.0, 0.0, clock.now_ns / 1e9))
    begun: Any = logging  # its start: in nanoseconds from Python 3.13 on
    begun._startTime = _START_NS if isinstance(begun._startTime, int) else _START_NS / 1e9
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
    """Seed this process's random generators and let its sources of entropy repeat.

    Where a time or a draw comes from C by itself it stays as it is: docs/security.md lists them.
    """
    stream = random.Random(0)
    random._urandom = stream.randbytes  # type: ignore[attr-defined]
    os.urandom = stream.randbytes
    if hasattr(os, "getrandom"):
        os.getrandom = lambda size, flags=0: stream.randbytes(size)  # noqa: ARG005
    own = random.Random.seed

    def seed(self: random.Random, a: Any = None, version: int = 2) -> None:
        own(self, int.from_bytes(stream.randbytes(32)) if a is None else a, version)

    setattr(random.Random, "seed", seed)  # noqa: B010  what is in C asks the kernel
    random.seed = partial(seed, random._inst)
    random.seed(0)
    identifiers: Any = uuid
    identifiers._generate_time_safe = None  # in C it reads the real clock
    identifiers._node = _NODE
    os.getloadavg = lambda: (0.0, 0.0, 0.0)
    import numpy as np

    np.random.seed(0)
    torch: Any = sys.modules.get("torch")
    if torch is not None:
        _replace(torch.Generator, "seed", _seed_from(stream))


def _seed_from(stream: random.Random) -> Callable[[Any], int]:
    """What a generator's own `seed` does, without the kernel's entropy; torch.seed calls it."""

    def seed(generator: Any) -> int:
        generator.manual_seed(drawn := int.from_bytes(stream.randbytes(8)))
        return drawn

    return seed


def _replace(kind: type, name: str, method: Callable[..., Any]) -> None:
    """Give a type of C, which nobody may assign to, another method."""
    [names] = gc.get_referents(kind.__dict__)
    names[name] = method
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))
