"""The judge's end of a child's wire: frames and printed text, under a clock the judge keeps."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time
from collections.abc import Callable

from autograder.sandbox import wire

_CHUNK = 65536
_MAX_DRAIN = 64  # chunks; a child that prints without a pause must not hold the judge
_MOST_GRANTED = 4.0  # times a limit


class Deadline:
    """When an answer must be there: after so many seconds, and by `end` in any case.

    Time in which the child, or who answers its questions, wanted to run and the machine had no
    processor for it is granted once more, so that a busy machine costs nobody a point. `waited`
    gives that time, in seconds, and `before` is what it was at the start, or shortly before.
    """

    def __init__(
        self, seconds: float, end: float, waited: Callable[[], float], before: float
    ) -> None:
        self.end = end
        self._until = time.monotonic() + seconds
        self._most = _MOST_GRANTED * seconds
        self._waited = waited
        self._before = before

    def left(self) -> float:
        """The seconds left; 0 or less when time is up."""
        now = time.monotonic()
        left = min(self._until, self.end) - now
        if left <= 0 and now < self.end:
            granted = min(self._waited() - self._before, self._most)
            left = min(self._until + granted, self.end) - now
        return left

    @property
    def cut_short(self) -> bool:
        """Whether it waited for longer than is granted."""
        return self._waited() - self._before > self._most


class Connection:
    """Messages to and from one child, and `printed`, what it wrote to its output meanwhile.

    Its methods raise TimeoutError past a deadline, EOFError or OSError when the child is gone,
    WireError for what is no message.
    """

    def __init__(self, link: socket.socket, output: int, output_bytes: int) -> None:
        self.printed = bytearray()
        self._link = link
        self._output = output
        self._room = output_bytes
        self._received = bytearray()
        self._waits = {event: select.poll() for event in (select.POLLIN, select.POLLOUT)}
        link.setblocking(False)
        os.set_blocking(output, False)
        for event, poll in self._waits.items():
            poll.register(link, event)
            poll.register(output, select.POLLIN)

    def send(self, frames: bytes, deadline: Deadline) -> None:
        rest = memoryview(frames)
        while rest:
            try:
                rest = rest[self._link.send(rest) :]
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)

    def receive(self, deadline: Deadline) -> wire.Reply:
        return wire.decode_reply(self.receive_body(deadline))

    def receive_body(self, deadline: Deadline) -> bytes:
        """The next message as it came."""
        header = self._take(wire.HEADER_SIZE, deadline)
        return self._take(wire.frame_length(header, wire.MAX_REPLY), deadline)

    def require_silence(self) -> None:
        """Raise WireError if anything came that was not asked for."""
        with contextlib.suppress(BlockingIOError):
            self._received += self._link.recv(_CHUNK)
        if self._received:
            raise wire.WireError("a message before it was asked for")

    def drain(self) -> None:
        """Read what has been printed; what precedes a reply was written before it."""
        for _ in range(_MAX_DRAIN):
            if not self._read_output():
                return

    def close(self) -> None:
        self._link.close()
        os.close(self._output)

    def _take(self, length: int, deadline: Deadline) -> bytes:
        while len(self._received) < length:
            self._wait(select.POLLIN, deadline)
            try:
                part = self._link.recv(_CHUNK)
            except BlockingIOError:
                continue
            if not part:
                raise EOFError
            self._received += part
        taken = bytes(self._received[:length])
        del self._received[:length]
        return taken

    def _wait(self, event: int, deadline: Deadline) -> None:
        """Until the link is ready; what is printed meanwhile is kept, or thrown away."""
        poll = self._waits[event]
        while True:
            left = deadline.left()
            if left <= 0:
                raise TimeoutError
            ready = dict(poll.poll(left * 1000))
            if self._output in ready:
                self._read_output()
            if self._link.fileno() in ready:
                return

    def _read_output(self) -> bool:
        try:
            part = os.read(self._output, _CHUNK)
        except BlockingIOError:
            return False
        if not part:  # it closed its output: poll would report that for ever
            for poll in self._waits.values():
                with contextlib.suppress(KeyError):
                    poll.unregister(self._output)
        kept = part[: self._room]
        self._room -= len(kept)
        self.printed += kept
        return bool(part)
