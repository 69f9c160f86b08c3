"""The judge's side of a locked child, in which one student's code runs.

SandboxError      no sandbox can be started; one line
CellEndedError    a cell hung or killed its process
Ended             (values.findings) a call did; it ends the check
"""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import time
from collections.abc import Callable, Iterator, Sequence

from autograder.sandbox import wire
from autograder.sandbox.connection import Connection, Deadline
from autograder.sandbox.requests import Allowance, Answerer, Foreseen, Heard, Spend, in_batches
from autograder.sandbox.schedule import Schedule
from autograder.values.errors import KitError
from autograder.values.findings import Ended, Finding

_LOCK_SECONDS = 20.0
_KILL_SECONDS = 10.0
_RECENTLY = 0.02  # seconds: what was waited since then may be granted to the next answer, too
_LITTLE = 0.5  # of a limit; who used less of it on a processor did not compute all the time


class SandboxError(KitError):
    """No sandbox can be started; the message is one line."""


class Child:
    """One locked process of one student's code.

    `gone`: it ended, and not because it was ended here: by its own doing, with its zygote, or by
    somebody else's. `stalled`: it was ended for being late, and had hardly computed: it waits for
    something, which may be the machine's fault. `cut_short`: it was ended when it had waited for
    a processor for longer than a limit grants.
    """

    def __init__(self, connection: Connection, pid: int, pidfd: int) -> None:
        self.pid = pid
        self._connection = connection
        self._pidfd = pidfd
        self._number = 0
        self._schedule, self._own_schedule = Schedule(pid), Schedule()
        self._looked = self._had_waited = -math.inf
        self._ended_with = 0.0, 0.0
        self.alive = True
        self.gone = self.stalled = self.cut_short = False

    @property
    def used(self) -> float:
        """Its seconds on a processor."""
        return self._schedule.used() if self.alive else self._ended_with[0]

    @property
    def waited(self) -> float:
        """Its seconds, ready to run, without a processor."""
        return self._schedule.waited() if self.alive else self._ended_with[1]

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
        """Run the cells. Raises CellEndedError, naming the statement that hangs or kills it.

        seconds, cell_seconds: for all and for each; end: when the submission's time is up.
        """
        current = (-1, 0)
        whole = deadline = self._deadline(seconds, end)
        try:
            self._connection.send(wire.encode(request), whole)
            while True:
                end_of_whole = time.monotonic() + whole.left()
                deadline = self._deadline(cell_seconds, end_of_whole)
                reply = self._connection.receive(deadline)
                if isinstance(reply, wire.Loaded):
                    self._connection.drain()
                    return reply
                if not isinstance(reply, wire.CellStarted):
                    raise wire.WireError("a message out of turn")
                place = reply.index, reply.line
                if not current < place < (len(request.cells), 0):
                    raise wire.WireError("a message out of turn")
                current = place
        except TimeoutError:
            self._end_late(cell_seconds, cut_short=deadline.cut_short or whole.cut_short)
            raise CellEndedError(*current, "timeout") from None
        except (OSError, EOFError):
            self.gone = True
            self.kill()
            raise CellEndedError(*current, "crashed") from None
        except wire.WireError:
            self.kill()
            raise CellEndedError(*current, "crashed") from None
        except BaseException:
            self.kill()
            raise

    def ask(
        self,
        request: Callable[[int], wire.Request],
        seconds: float,
        end: float,
        answer: Answerer | None = None,
        spend: Spend | None = None,
    ) -> wire.Returned | wire.Raised:
        """Send the request made for the next number and wait for its reply.

        seconds: for this reply; end: when the submission's time is up. `answer` serves what the
        student's code asks meanwhile, `spend` is told the bytes of each question. Raises Ended,
        and ends the child, when it ends, says what makes no sense or takes too long.
        """
        self._number += 1
        deadline = self._deadline(seconds, end)
        with self._ending(lambda: deadline, seconds, end):
            self._connection.require_silence()
            self._connection.send(wire.encode(request(self._number)), deadline)
            reply = self._reply(deadline, self._number, answer, spend)
            self._connection.drain()
            return reply

    def ask_all(
        self, calls: Sequence[Foreseen], seconds: float, end: float, allowance: Allowance
    ) -> list[Heard]:
        """Send the requests without waiting for a reply in between; what came back to each.

        seconds: for each reply. If the child ends meanwhile, the last of what was heard says how.
        """
        heard: list[Heard] = []
        deadline = self._deadline(seconds, end)
        try:
            with self._ending(lambda: deadline, seconds, end):
                self._connection.require_silence()
                for together in in_batches(calls):
                    self._connection.send(b"".join(call.frame for call in together), deadline)
                    for call in together:
                        heard.append(Heard())
                        deadline = self._deadline(seconds, end)
                        spend = allowance.of(call.request)
                        self._reply(deadline, call.request.number, call.answer, spend, heard[-1])
                self._connection.drain()
        except Ended as ended:
            heard = heard or [Heard()]
            heard[-1].ended = ended
        return heard

    @contextlib.contextmanager
    def _ending(
        self, deadline: Callable[[], Deadline], seconds: float, end: float
    ) -> Iterator[None]:
        """End the child where it ends itself, says what makes no sense or takes too long."""
        try:
            yield
        except TimeoutError:
            self._end_late(seconds, cut_short=deadline().cut_short)
            self._connection.printed.clear()  # how much it was hangs on the clock
            late = time.monotonic() >= end
            finding = Finding("no_time") if late else Finding("timeout", {"seconds": seconds})
            raise Ended("timeout", finding) from None
        except (OSError, EOFError):
            self.gone = True
            self.kill()
            raise Ended("crashed", Finding("crashed")) from None
        except wire.WireError:
            self.kill()
            self._connection.printed.clear()
            raise Ended("refused", Finding("wire")) from None
        except BaseException:
            self.kill()
            raise

    def _reply(
        self,
        deadline: Deadline,
        number: int,
        answer: Answerer | None,
        spend: Spend | None,
        heard: Heard | None = None,
    ) -> wire.Returned | wire.Raised:
        while True:
            body = self._connection.receive_body(deadline)
            reply = wire.decode_reply(body)
            if isinstance(reply, (wire.Locked, wire.CellStarted, wire.Loaded)):
                raise wire.WireError("a message out of turn")
            if reply.number != number:
                raise wire.WireError("an answer to another question")
            if heard is not None:
                heard.add(body, reply)
            if not isinstance(reply, wire.Asked):
                return reply
            if deadline.left() <= 0:  # its questions may all have come at once
                raise TimeoutError
            if answer is None:
                raise wire.WireError("a question that nobody answers")
            if spend is not None:
                spend(len(body))
            self._connection.send(wire.encode(answer(reply)), deadline)

    def _end_late(self, seconds: float, *, cut_short: bool) -> None:
        self.cut_short = cut_short
        self.kill()
        self.stalled = self.used < _LITTLE * seconds

    def _deadline(self, seconds: float, end: float) -> Deadline:
        now = time.monotonic()
        if now - self._looked > _RECENTLY:
            self._looked, self._had_waited = now, self._waited()
        return Deadline(seconds, end, self._waited, self._had_waited)

    def _waited(self) -> float:
        """How long it or who answers its questions was kept from running."""
        return self._schedule.waited() + self._own_schedule.waited()

    def kill(self, *, wait: bool = True) -> None:
        """End the process, and wait until it is gone if its last words matter."""
        if not self.alive:
            return
        self._ended_with = self.used, self.waited
        self.alive = False
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        if wait:
            poll = select.poll()
            poll.register(self._pidfd, select.POLLIN)
            poll.poll(_KILL_SECONDS * 1000)
            with contextlib.suppress(OSError):
                self._connection.drain()
        self._connection.close()
        os.close(self._pidfd)
        self._schedule.close()
        self._own_schedule.close()


class CellEndedError(Exception):
    """The cell of this index hung ("timeout") or killed its process ("crashed").

    `line`: where the statement begins that did it; 0 where none was running.
    """

    def __init__(self, index: int, line: int, how: str) -> None:
        super().__init__(index, line, how)
        self.index = index
        self.line = line
        self.how = how
