"""The warm processes of one judge, started when they are first needed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from autograder.course import Assignment, Limits
from autograder.sandbox.process import Child
from autograder.sandbox.warm_process import Zygote
from autograder.sandbox.zygote_options import CACHES, Options, Packages


def packages_of(assignment: Assignment, cells: Sequence[str] = ()) -> Packages:
    """What should be imported beforehand for these cells: the largest package that they name."""
    if assignment.torch or any("torch" in cell for cell in cells):
        return "torch"
    drawing = any(name in cell for cell in cells for name in ("matplotlib", "pylab"))
    return "matplotlib" if drawing else "numpy"


class Sandboxes:
    """Locked children, each with the packages it was asked for up to some already imported.

    `without`: layers that this machine lacks.
    """

    def __init__(self, limits: Limits, without: Sequence[str] = ()) -> None:
        self._limits = limits
        self._without = tuple(without)
        self._cache = tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True)
        for name in CACHES:  # checks use torch, too
            os.environ.setdefault(name, self._cache.name)
        self._zygotes: dict[Packages, Zygote] = {}

    def begin(self, up_to: Packages) -> None:
        """Let a warm process get ready beside what this process does."""
        self._zygote(up_to).begin()

    def warm(self, up_to: Packages) -> None:
        """Have a warm process ready, so that nobody's time is spent on it. Raises SandboxError."""
        self._zygote(up_to).warm()

    def child(self, up_to: Packages) -> Child:
        """A fresh locked child. Raises SandboxError when none can be started."""
        return self._zygote(up_to).child(self._limits.output_kib * 1024)

    def _zygote(self, up_to: Packages) -> Zygote:
        if up_to not in self._zygotes:
            limits = self._limits
            options = Options(
                control=-1,
                up_to=up_to,
                nesting=limits.nesting,
                cpu_seconds=limits.cpu_seconds,
                memory_bytes=limits.memory_mib * 1024 * 1024,
                without=self._without,
            )
            self._zygotes[up_to] = Zygote(options, Path(self._cache.name))
        return self._zygotes[up_to]

    def close(self) -> None:
        """End the warm processes and remove what was written beside them."""
        for zygote in self._zygotes.values():
            zygote.close()
        self.abandon()

    def abandon(self) -> None:
        """Remove what was written beside the sandboxes; these end with this process."""
        self._cache.cleanup()
