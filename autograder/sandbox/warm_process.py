"""The judge's side of the warm process, which forks a locked child for every notebook."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import msgspec

from autograder.sandbox.connection import Connection
from autograder.sandbox.process import Child, SandboxError
from autograder.sandbox.zygote_options import (
    CACHES,
    FAILED,
    FORK,
    OF_THE_PROCESSOR,
    READY,
    Options,
)

_START_SECONDS = 120.0
_FORK_SECONDS = 20.0


def environment() -> dict[str, str]:
    """The fixed environment of a zygote and its children."""
    kept = {name: os.environ[name] for name in OF_THE_PROCESSOR if name in os.environ}
    return kept | {
        "PATH": "/usr/bin:/bin",
        "HOME": "/nonexistent",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONNOUSERSITE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "MPLBACKEND": "Agg",
    }


class Zygote:
    """A warm process; started at the first child, started again when it has died.

    Matplotlib and torch keep what they find out at the start in `cache`.
    """

    def __init__(self, options: Options, cache: Path) -> None:
        self._options = options
        self._cache = cache
        self._control: socket.socket | None = None
        self._starting: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Let it warm up beside what this process does. What fails shows when it is needed."""
        if self._control is None and self._starting is None:
            with contextlib.suppress(OSError):
                self._starting = self._started()

    def warm(self) -> None:
        """Have it there, warm. Raises SandboxError."""
        if self._control is None:
            try:
                self._start()
            except OSError as error:
                self.close()
                raise SandboxError(f"the sandbox does not start: {error}") from None

    def child(self, output_bytes: int) -> Child:
        """A fresh locked child. Raises SandboxError when none can be started."""
        try:
            return self._fork(output_bytes)
        except (OSError, EOFError):
            self.close()
        try:
            return self._fork(output_bytes)
        except (OSError, EOFError) as error:
            self.close()
            why = str(error) or "its process ended at once"
            raise SandboxError(f"the sandbox does not start: {why}") from None

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def _fork(self, output_bytes: int) -> Child:
        control = self._control or self._start()
        ours, theirs = socket.socketpair()
        read_end, write_end = os.pipe()
        try:
            socket.send_fds(control, [FORK], [theirs.fileno(), write_end])
            answer, descriptors, _flags, _address = socket.recv_fds(control, 64, 1)
            if not answer or not descriptors:
                raise ConnectionResetError("the warm process has ended")
        except BaseException:
            ours.close()
            os.close(read_end)
            raise
        finally:
            theirs.close()
            os.close(write_end)
        connection = Connection(ours, read_end, output_bytes)
        child = Child(connection, int(answer), descriptors[0])
        child.require_locked()
        return child

    def _started(self) -> socket.socket:
        """The process begins; its first word comes when it is warm."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        options = msgspec.structs.replace(self._options, control=theirs.fileno())
        command = [
            sys.executable, "-P", "-m", "autograder.sandbox.zygote",
            msgspec.json.encode(options).decode(),
        ]  # fmt: skip
        try:
            with theirs:
                self._process = subprocess.Popen(
                    command,
                    env=environment() | {name: str(self._cache) for name in CACHES},
                    cwd="/",
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=[theirs.fileno()],
                    start_new_session=True,  # Ctrl-C is the judge's
                )
        except BaseException:
            ours.close()
            raise
        return ours

    def _start(self) -> socket.socket:
        ours, self._starting = self._starting or self._started(), None
        try:
            ours.settimeout(_START_SECONDS)
            answer = ours.recv(1024)
        except BaseException:
            ours.close()
            raise
        if answer != READY:
            ours.close()
            self.close()
            why = answer.removeprefix(FAILED).decode("utf-8", "replace") or "it ended at once"
            raise SandboxError(f"the sandbox does not start: {' '.join(why.split())}")
        ours.settimeout(_FORK_SECONDS)
        self._control = ours
        return ours

    def close(self) -> None:
        """End the warm process and, with it, every child."""
        for control in (self._control, self._starting):
            if control is not None:
                control.close()
        self._control = self._starting = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
