"""The warm processes of one judge, started when they are first needed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from autograder.course import Limits
from autograder.sandbox.process import CACHES, Child, Zygote
from autograder.sandbox.zygote import Options


class Sandboxes:
    """Locked children, with torch or without. `without`: layers that this machine lacks."""

    def __init__(self, limits: Limits, without: Sequence[str] = ()) -> None:
        self._limits = limits
        self._without = tuple(without)
        self._cache = tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True)
        for name in CACHES:  # checks use torch, too
            os.environ.setdefault(name, self._cache.name)
        self._zygotes: dict[bool, Zygote] = {}

    def child(self, *, torch: bool) -> Child:
        """A fresh locked child. Raises SandboxError when none can be started."""
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
        return self._zygotes[torch].child(self._limits.output_kib * 1024)

    def close(self) -> None:
        """End the warm processes and remove what was written beside them."""
        for zygote in self._zygotes.values():
            zygote.close()
        self.abandon()

    def abandon(self) -> None:
        """Remove what was written beside the sandboxes; these end with this process."""
        self._cache.cleanup()
