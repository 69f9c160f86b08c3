"""The judge's side of the sandbox: a zygote, and a child with a clock that the judge keeps."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from autograder.checks.support.findings import Ended, Finding

from . import wire
from .zygote import FAILED, FORK, READY, Options

_START_SECONDS = 120.0
_LOCK_SECONDS = 20.0
_KILL_SECONDS = 10.0
_CHUNK = 65536
_MAX_DRAIN = 64 * _CHUNK
_KEPT_VARIABLES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")  # right numbers on some processors


class SandboxError(Exception):
    """No sandbox can be started; the message is one line."""


def environment() -> dict[str, str]:
    """The fixed environment of a zygote and its children."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
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
    """A warm process; started at the first child, started again when it has died."""

    def __init__(self, options: Options, cache: Path) -> None:
        self._options = options
        self._cache = cache
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def child(self, output_bytes: int) -> Child:
        """A fresh locked child. Raises SandboxError when none can be started."""
        for attempt in (1, 2):
            try:
                return self._fork(output_bytes)
            except OSError as error:
                self.close()
                if attempt == 2:
                    raise SandboxError(f"the sandbox does not start: {error}") from None
        raise AssertionError

    def _fork(self, output_bytes: int) -> Child:
        control = self._control or self._start()
        ours, theirs = socket.socketpair()
        read_end, write_end = os.pipe()
        try:
            socket.send_fds(control, [FORK], [theirs.fileno(), write_end])
            answer, descriptors, _flags, _address = socket.recv_fds(control, 64, 1)
            if not answer or not descriptors:
                raise ConnectionResetError("the warm process has ended")
        except OSError:
            ours.close()
            os.close(read_end)
            raise
        finally:
            theirs.close()
            os.close(write_end)
        child = Child(ours, read_end, descriptors[0], output_bytes)
        child.require_locked()
        return child

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        options = msgspec.structs.replace(self._options, control=theirs.fileno())
        command = [
            sys.executable, "-P", "-m", "autograder.sandbox.zygote",
            msgspec.json.encode(options).decode(),
        ]  # fmt: skip
        with theirs:
            self._process = subprocess.Popen(
                command,
                env=environment() | {"MPLCONFIGDIR": str(self._cache)},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        ours.settimeout(_START_SECONDS)
        answer = ours.recv(1024)
        if answer != READY:
            ours.close()
            self.close()
            why = answer.removeprefix(FAILED).decode("utf-8", "replace") or "it ended at once"
            raise SandboxError(f"the sandbox does not start: {why}")
        self._control = ours
        return ours

    def close(self) -> None:
        """End the warm process and, with it, every child."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


Answerer = Callable[[wire.Asked], wire.Answered]


class Child:
    """One locked process of one student's code."""

    def __init__(
        self, connection: socket.socket, output: int, pidfd: int, output_bytes: int
    ) -> None:
        self._connection = connection
        self._output = output
        self._pidfd = pidfd
        self._output_left = output_bytes
        self._received = bytearray()
        self._number = 0
        self.printed = bytearray()
        self.alive = True
        connection.setblocking(False)
        os.set_blocking(output, False)

    def require_locked(self) -> None:
        """Wait for the child's word that it is locked. Raises SandboxError."""
        try:
            reply = self._receive(time.monotonic() + _LOCK_SECONDS)
            why = reply.error if isinstance(reply, wire.Locked) else "it says something else"
        except (OSError, EOFError, wire.WireError) as error:
            why = f"a process of it ended at once ({type(error).__name__})"
        if why:
            self.kill()
            raise SandboxError(f"the sandbox can't be locked: {why}")

    def load(
        self, cells: list[str | None], tasks: list[str], seconds: float, cell_seconds: float
    ) -> wire.Loaded:
        """Run the cells. Raises CellEnded, naming the cell, when one hangs or kills the child."""
        until = time.monotonic() + seconds
        current = -1
        try:
            self._send(wire.Load(cells, tasks), until)
            while True:
                reply = self._receive(min(until, time.monotonic() + cell_seconds))
                if isinstance(reply, wire.Loaded):
                    self._drain()
                    return reply
                if not isinstance(reply, wire.Cell) or not current < reply.index < len(cells):
                    raise wire.WireError("a message out of turn")
                current = reply.index
        except TimeoutError:
            self.kill()
            raise CellEndedError(current, "timeout") from None
        except (OSError, EOFError, wire.WireError):
            self.kill()
            raise CellEndedError(current, "crashed") from None

    def ask(
        self,
        request: Callable[[int], wire.Request],
        seconds: float,
        answer: Answerer | None = None,
    ) -> wire.Returned | wire.Raised:
        """Send the request made for the next number and wait for its reply.

        `answer` serves what the student's code asks meanwhile. Raises Ended, and ends the child,
        when it ends, takes too long or says what makes no sense.
        """
        self._number += 1
        until = time.monotonic() + seconds
        try:
            self._require_silence()
            self._send(request(self._number), until)
            while True:
                reply = self._receive(until)
                if isinstance(reply, (wire.Locked, wire.Cell, wire.Loaded)) or reply.number != self._number:
                    raise wire.WireError("a message out of turn")
                if not isinstance(reply, wire.Asked):
                    self._drain()
                    return reply
                if answer is None:
                    raise wire.WireError("a question that nobody answers")
                self._send(answer(reply), until)
        except TimeoutError:
            self.kill()
            raise Ended("timeout", Finding("timeout", {"seconds": seconds})) from None
        except (OSError, EOFError):
            self.kill()
            raise Ended("crashed", Finding("crashed")) from None
        except wire.WireError:
            self.kill()
            raise Ended("refused", Finding("wire")) from None
        except BaseException:
            self.kill()
            raise

    def kill(self) -> None:
        """End the process and wait until it is gone."""
        if not self.alive:
            return
        self.alive = False
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        poll = select.poll()
        poll.register(self._pidfd, select.POLLIN)
        poll.poll(_KILL_SECONDS * 1000)
        with contextlib.suppress(OSError):
            self._drain()
        self._connection.close()
        os.close(self._output)
        os.close(self._pidfd)

    def _require_silence(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._received += self._connection.recv(_CHUNK)
        if self._received:
            raise wire.WireError("a message before it was asked for")

    def _send(self, message: wire.Request, until: float) -> None:
        rest = memoryview(wire.encode(message))
        while rest:
            try:
                rest = rest[self._connection.send(rest) :]
            except BlockingIOError:
                self._wait(until, select.POLLOUT)

    def _receive(self, until: float) -> wire.Reply:
        header = self._take(wire.HEADER_SIZE, until)
        return wire.decode_reply(self._take(wire.frame_length(header, wire.MAX_REPLY), until))

    def _take(self, length: int, until: float) -> bytes:
        while len(self._received) < length:
            try:
                part = self._connection.recv(_CHUNK)
            except BlockingIOError:
                self._wait(until, select.POLLIN)
                continue
            if not part:
                raise EOFError
            self._received += part
            if time.monotonic() > until:
                raise TimeoutError
        taken = bytes(self._received[:length])
        del self._received[:length]
        return taken

    def _wait(self, until: float, event: int) -> None:
        """Until the connection is ready; what is printed meanwhile is kept or thrown away."""
        poll = select.poll()
        poll.register(self._connection, event)
        poll.register(self._output, select.POLLIN)
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            ready = dict(poll.poll(left * 1000))
            if self._output in ready and not self._read_output():
                poll.unregister(self._output)
            if self._connection.fileno() in ready:
                return

    def _drain(self) -> None:
        """Read what has been printed so far; it was written before the reply was."""
        for _ in range(_MAX_DRAIN // _CHUNK):
            if not self._read_output():
                return

    def _read_output(self) -> bool:
        try:
            part = os.read(self._output, _CHUNK)
        except BlockingIOError:
            return False
        kept = part[: self._output_left]
        self._output_left -= len(kept)
        self.printed += kept
        return bool(part)


class CellEndedError(Exception):
    """The cell of this index hung ("timeout") or killed its process ("crashed")."""

    def __init__(self, index: int, how: str) -> None:
        super().__init__(index, how)
        self.index = index
        self.how = how
