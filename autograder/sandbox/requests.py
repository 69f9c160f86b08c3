"""Requests to a child that are known beforehand, what it says to each, and what it may ask."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from autograder.sandbox import wire
from autograder.values.findings import Ended, Finding

if TYPE_CHECKING:
    from hashlib import _Hash

_AT_ONCE: Final = 32 * 1024  # bytes that wait for the child; a pipe of the kernel holds more
Answerer = Callable[[wire.Asked], wire.Answered]
Spend = Callable[[int], None]


class Foreseen(NamedTuple):
    """A request that will be made, as a message and as bytes, and who answers its questions."""

    request: wire.Call | wire.Again
    frame: bytes
    answer: Answerer | None

    @classmethod
    def of(cls, request: wire.Call | wire.Again, answer: Answerer | None) -> Foreseen:
        return cls(request, wire.encode(request), answer)


@dataclass(slots=True)
class Heard:
    """What came back to one request: questions, then the reply, or instead how the child ended.

    `size`: its bytes, of which `digest` is the digest.
    """

    replies: list[wire.Reply] = field(default_factory=list)
    size: int = 0
    ended: Ended | None = None
    _hash: _Hash = field(default_factory=hashlib.sha256)

    def add(self, body: bytes, reply: wire.Reply) -> None:
        self.replies.append(reply)
        self.size += len(body)
        self._hash.update(len(body).to_bytes(4) + body)

    @property
    def digest(self) -> bytes:
        return self._hash.digest()


def in_batches(calls: Sequence[Foreseen]) -> Iterator[list[Foreseen]]:
    """Calls that are sent at once: few enough for the wire; one with questions is the last."""
    batch: list[Foreseen] = []
    size = 0
    for call in calls:
        if batch and size + len(call.frame) > _AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(call)
        size += len(call.frame)
        if call.answer is not None:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Allowance:
    """What one student's code may ask: so often in a call, so many bytes in the calls of a task.

    Checks remember where their functions were asked, for as long as the submission is graded.
    """

    def __init__(self, most: int, mib: int) -> None:
        self._most = most
        self._mib = mib
        self._bytes: Counter[str] = Counter()

    def of(self, request: wire.Request) -> Spend:
        """What is told the bytes of each question of this request. Raises Ended for too many."""
        task = request.task if isinstance(request, wire.Call) else ""
        asked = 0

        def spend(size: int) -> None:
            nonlocal asked
            asked += 1
            self._bytes[task] += size
            if asked > self._most:
                raise Ended("refused", Finding("callbacks", {"most": self._most}))
            if self._bytes[task] > self._mib << 20:
                raise Ended("refused", Finding("callbacks_large", {"most": self._mib}))

        return spend
