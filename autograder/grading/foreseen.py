"""What is the same for every submission, worked out once: a check's calls and its outcome.

A hidden check calls the same functions with the same arguments in every submission, so they are
all sent before the first answer is looked at: judge and child take turns once instead of hundreds
of times. And a check is a function of the answers: where all of them are to the bit those of an
earlier submission that passed, it passes, and its body is not run again.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final, Generic, NoReturn, TypeVar

from autograder.checks.answers import Answer
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.local import LocalStudent
from autograder.grading.packing import answer_with, packed
from autograder.grading.remote import RemoteStudent
from autograder.grading.solutions import Functions
from autograder.sandbox import wire
from autograder.sandbox.requests import Foreseen, Heard
from autograder.values.plain import Value
from autograder.values.spy import Spy
from autograder.values.trace import Step

_MOST_BYTES: Final = 8 * 1024 * 1024  # of a check's calls
BYTES_OF_OUTCOMES: Final = 16 * 1024 * 1024  # a class has few different answers that are right
BYTES_OF_ANSWERS: Final = 32 * 1024 * 1024  # of the checks' own functions
_OVERHEAD: Final = 500  # bytes that Python needs for a message or an entry, beside its content

_Entry = TypeVar("_Entry")


class ForeseenChecks:
    """The calls of an assignment's hidden checks, and the answers with which each passed."""

    def __init__(self, checks: CheckSet, solution: Callable[[], Functions]) -> None:
        self._checks = checks
        self._solution = solution
        self._calls: dict[str, tuple[Foreseen, ...]] = {}
        self._passed = Recent[list[Step]](BYTES_OF_OUTCOMES)
        self._answers = Recent[wire.Answered](BYTES_OF_ANSWERS)

    def run(self, checks: CheckSet, check: Check, student: RemoteStudent) -> BaseException | None:
        """Run the check as `checks.run` does, with the same outcome."""
        heard = student.foresee([self._remembered(check, call) for call in self._calls_of(check)])
        if heard is None or check.task in student.modifying:
            raised = checks.run(check, student)
            student.forget_foreseen()
            return raised
        outcome = check.id, _digest(heard)
        if (steps := self._passed.get(outcome)) is not None:
            student.forget_foreseen()
            student.steps = list(steps)
            return None
        raised = checks.run(check, student)
        as_foreseen = student.forget_foreseen()
        if raised is None and as_foreseen and check.task not in student.modifying:
            self._passed.keep(outcome, list(student.steps), sum(map(_size, heard)))
        return raised

    @property
    def calls(self) -> dict[str, tuple[Foreseen, ...]]:
        """The calls of each check that was looked at so far."""
        return self._calls

    def _calls_of(self, check: Check) -> tuple[Foreseen, ...]:
        """What the check asks of the solution; nothing if it takes models or is not passed."""
        if check.id not in self._calls:
            student = _Listener(self._solution())
            raised = self._checks.run(check, student)
            usable = raised is None and sum(len(c.frame) for c in student.calls) <= _MOST_BYTES
            self._calls[check.id] = tuple(student.calls) if usable else ()
        return self._calls[check.id]

    def _remembered(self, check: Check, call: Foreseen) -> Foreseen:
        """The same call; what its functions say is worked out once while it is remembered."""
        say = call.answer
        if say is None:
            return call

        def answer(asked: wire.Asked) -> wire.Answered:
            question = check.id, call.request.number, wire.encode(asked)
            answered = self._answers.get(question)
            if answered is None:
                answered = say(asked)
                if answered.error is None:
                    size = len(question[-1]) + len(wire.encode(answered))
                    self._answers.keep(question, answered, size)
            return answered

        return call._replace(answer=answer)


class Recent(Generic[_Entry]):
    """What was used last, of so many bytes together."""

    def __init__(self, room: int) -> None:
        self._most = self._room = room
        self._entries: OrderedDict[Hashable, tuple[_Entry, int]] = OrderedDict()

    def get(self, key: Hashable) -> _Entry | None:
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def keep(self, key: Hashable, entry: _Entry, size: int) -> None:
        size += _OVERHEAD
        if size > self._most:
            return
        self._entries[key] = entry, size
        self._room -= size
        while self._room < 0:
            _key, (_oldest, freed) = self._entries.popitem(last=False)
            self._room += freed


def _size(heard: Heard) -> int:
    return heard.size + _OVERHEAD * len(heard.replies)


def _digest(heard: Sequence[Heard]) -> bytes:
    digest = hashlib.sha256()
    for each in heard:
        digest.update(each.digest)
    return digest.digest()


class _ModelError(Exception):
    """The check takes models, which are made where the student's code runs."""


class _Listener(LocalStudent):
    """The solution as a student, and the requests that its calls would be."""

    def __init__(self, solution: Functions) -> None:
        super().__init__(solution)
        self.calls: list[Foreseen] = []

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        functions = [argument for argument in arguments if callable(argument)]
        request = wire.Call(len(self.calls) + 1, task, packed(arguments, functions))
        self.calls.append(Foreseen.of(request, _Answers(functions) if functions else None))
        return super()._call(task, arguments)

    def _answers_now(self, count: int) -> list[Value]:
        if count:
            self.calls.append(Foreseen.of(wire.Again(len(self.calls) + 1, count), None))
        return super()._answers_now(count)

    def _model(self, *_description: Any) -> NoReturn:
        raise _ModelError


class _Answers:
    """What a check's own functions say to questions."""

    def __init__(self, functions: Sequence[Any]) -> None:
        self._functions = functions

    def __call__(self, asked: wire.Asked) -> wire.Answered:
        answered = answer_with(self._functions, asked)
        for function in self._functions:
            if isinstance(function, Spy):
                function.calls.clear()
        return answered
