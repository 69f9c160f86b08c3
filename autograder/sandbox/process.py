"""The judge's side of the sandbox: a warm process, and the children that it forks.

SandboxError      no sandbox can be started; one line
CellEndedError    a cell hung or killed its process
Ended             (support.findings) a call did; it ends the check
"""

from __future__ import annotations

import contextlib
import math
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

from autograder.sandbox import wire
from autograder.sandbox.connection import Connection, Deadline
from autograder.sandbox.zygote import FAILED, FORK, READY, Options
from autograder.values.errors import KitError
from autograder.values.findings import Ended, Finding

_START_SECONDS = 120.0
_FORK_SECONDS = 20.0
_LOCK_SECONDS = 20.0
_KILL_SECONDS = 10.0
CACHES = ("MPLCONFIGDIR", "TORCHINDUCTOR_CACHE_DIR")  # else both write beside the user's files
_KEPT_VARIABLES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")  # right numbers on some processors


class SandboxError(KitError):
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
    """A warm process; started at the first child, started again when it has died.

    Matplotlib and torch keep what they find out at the start in `cache`.
    """

    def __init__(self, options: Options, cache: Path) -> None:
        self._options = options
        self._cache = cache
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

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
        child = Child(connection, int(answer), descriptors[0], self)
        child.require_locked()
        return child

    def _start(self) -> socket.socket:
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
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


Answerer = Callable[[wire.Asked], wire.Answered]


class Child:
    """One locked process of one student's code.

    `orphaned`: it ended because its zygote did, which is nobody's fault.
    """

    def __init__(self, connection: Connection, pid: int, pidfd: int, zygote: Zygote) -> None:
        self.pid = pid
        self._connection = connection
        self._pidfd = pidfd
        self._zygote = zygote
        self._number = 0
        self._schedule = _open_schedule(pid)
        self.alive = True
        self.orphaned = False

    def take_printed(self) -> bytes:
        """What it has printed since the last time."""
        printed = bytes(self._connection.printed)
        self._connection.printed.clear()
        return printed

    def require_locked(self) -> None:
        """Wait for the child's word that it is locked. Raises SandboxError, EOFError, OSError."""
        try:
            reply = self._connection.receive(self._deadline(_LOCK_SECONDS, math.inf))
            why = reply.error if isinstance(reply, wire.Locked) else "it says something else"
        except wire.WireError as error:
            why = str(error)
        except BaseException:
            self.kill()
            raise
        if why:
            self.kill()
            raise SandboxError(f"the sandbox can't be locked: {why}")

    def load(
        self, request: wire.Load, seconds: float, cell_seconds: float, end: float
    ) -> wire.Loaded:
        """Run the cells. Raises CellEndedError, naming the cell, when one hangs or kills it.

        seconds, cell_seconds: for all and for each; end: when the submission's time is up.
        """
        current = -1
        whole = self._deadline(seconds, end)
        try:
            self._connection.send(request, whole)
            while True:
                end_of_whole = time.monotonic() + whole.left()
                reply = self._connection.receive(self._deadline(cell_seconds, end_of_whole))
                if isinstance(reply, wire.Loaded):
                    self._connection.drain()
                    return reply
                if not isinstance(reply, wire.CellStarted) or not current < reply.index < len(
                    request.cells
                ):
                    raise wire.WireError("a message out of turn")
                current = reply.index
        except TimeoutError:
            self.kill()
            raise CellEndedError(current, "timeout") from None
        except (OSError, EOFError, wire.WireError):
            self.kill()
            raise CellEndedError(current, "crashed") from None
        except BaseException:
            self.kill()
            raise

    def ask(
        self,
        request: Callable[[int], wire.Request],
        seconds: float,
        end: float,
        answer: Answerer | None = None,
    ) -> wire.Returned | wire.Raised:
        """Send the request made for the next number and wait for its reply.

        seconds: for this reply; end: when the submission's time is up. `answer` serves what the
        student's code asks meanwhile. Raises Ended, and ends the child, when it ends, says what
        makes no sense or takes too long.
        """
        self._number += 1
        deadline = self._deadline(seconds, end)
        try:
            self._connection.require_silence()
            self._connection.send(request(self._number), deadline)
            reply = self._reply(deadline, answer)
            self._connection.drain()
            return reply
        except TimeoutError:
            self.kill()
            self._connection.printed.clear()  # how much it was hangs on the clock
            late = time.monotonic() >= end
            finding = Finding("no_time") if late else Finding("timeout", {"seconds": seconds})
            raise Ended("timeout", finding) from None
        except (OSError, EOFError):
            self.kill()
            raise Ended("crashed", Finding("crashed")) from None
        except wire.WireError:
            self.kill()
            self._connection.printed.clear()
            raise Ended("refused", Finding("wire")) from None
        except BaseException:
            self.kill()
            raise

    def _reply(self, deadline: Deadline, answer: Answerer | None) -> wire.Returned | wire.Raised:
        while True:
            reply = self._connection.receive(deadline)
            if isinstance(reply, (wire.Locked, wire.CellStarted, wire.Loaded)):
                raise wire.WireError("a message out of turn")
            if reply.number != self._number:
                raise wire.WireError("an answer to another question")
            if not isinstance(reply, wire.Asked):
                return reply
            if deadline.left() <= 0:  # its questions may all have come at once
                raise TimeoutError
            if answer is None:
                raise wire.WireError("a question that nobody answers")
            self._connection.send(answer(reply), deadline)

    def _deadline(self, seconds: float, end: float) -> Deadline:
        return Deadline(seconds, end, self._waited)

    def _waited(self) -> float:
        """How long it has been ready to run on processors that were busy, where that is known."""
        if self._schedule is None:
            return 0.0
        try:
            return int(os.pread(self._schedule, 100, 0).split()[1]) / 1e9
        except (OSError, IndexError, ValueError):  # it has ended, or the kernel does not count
            return 0.0

    def kill(self, *, wait: bool = True) -> None:
        """End the process, and wait until it is gone if its last words matter."""
        if not self.alive:
            return
        self.alive = False
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        if wait:
            poll = select.poll()
            poll.register(self._pidfd, select.POLLIN)
            poll.poll(_KILL_SECONDS * 1000)
            self.orphaned = not self._zygote.alive
            with contextlib.suppress(OSError):
                self._connection.drain()
        self._connection.close()
        os.close(self._pidfd)
        if self._schedule is not None:
            os.close(self._schedule)


def _open_schedule(pid: int) -> int | None:
    try:
        return os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


class CellEndedError(Exception):
    """The cell of this index hung ("timeout") or killed its process ("crashed")."""

    def __init__(self, index: int, how: str) -> None:
        super().__init__(index, how)
        self.index = index
        self.how = how
