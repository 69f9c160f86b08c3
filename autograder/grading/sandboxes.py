"""The warm processes of one judge, started when they are first needed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from autograder.course import Limits
from autograder.sandbox.process import Child, Zygote
from autograder.sandbox.zygote_options import CACHES, Options


class Sandboxes:
    """Locked children, with torch or without. `without`: layers that this machine lacks."""

    def __init__(self, limits: Limits, without: Sequence[str] = ()) -> None:
        self._limits = limits
        self._without = tuple(without)
        self._cache = tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True)
        for name in CACHES:  # checks use torch, too
            os.environ.setdefault(name, self._cache.name)
        self._zygotes: dict[bool, Zygote] = {}

    def begin(self, *, torch: bool) -> None:
        """Let a warm process get ready beside what this process does."""
        self._zygote(torch).begin()

    def warm(self, *, torch: bool) -> None:
        """Have a warm process ready, so that nobody's time is spent on it. Raises SandboxError."""
        self._zygote(torch).warm()

    def child(self, *, torch: bool) -> Child:
        """A fresh locked child. Raises SandboxError when none can be started."""
        return self._zygote(torch).child(self._limits.output_kib * 1024)

    def _zygote(self, torch: bool) -> Zygote:
        if torch not in self._zygotes:
            limits = self._limits
            options = Options(
                control=-1,
                torch=torch,
                nesting=limits.nesting,
                cpu_seconds=limits.cpu_seconds,
                memory_bytes=limits.memory_mib * 1024 * 1024,
                without=self._without,
            )
            self._zygotes[torch] = Zygote(options, Path(self._cache.name))
        return self._zygotes[torch]

    def close(self) -> None:
        """End the warm processes and remove what was written beside them."""
        for zygote in self._zygotes.values():
            zygote.close()
        self.abandon()

    def abandon(self) -> None:
        """Remove what was written beside the sandboxes; these end with this process."""
        self._cache.cleanup()
