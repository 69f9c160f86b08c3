"""The student behind the wire: the verbs of every check, served by a locked child.

The child is loaded when it is first needed and loaded again after a crash or an overrun; a cell
that hangs or kills it is left out. One clock bounds everything that a submission may cost.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checks.support.answers import Answer
from autograder.checks.support.findings import CheckFailed, Ended, Finding, NotStarted
from autograder.checks.support.plain import Model, Plain, as_array, to_plain
from autograder.checks.support.show import show_call
from autograder.checks.support.student import Student
from autograder.checks.support.watch import BadQuestion
from autograder.course import Limits
from autograder.sandbox import wire
from autograder.sandbox.process import CellEndedError, Child

RightAnswer = Callable[[str, list[Plain]], Plain]
_MAX_LOADS = 4  # the first, and one more after each of three cells that were left out


class RemoteStudent(Student):
    """One submission's functions.

    `right_answer` answers for the tasks that `stand_in` names; `seconds` limits each call.
    """

    def __init__(
        self,
        new_child: Callable[[], Child],
        cells: Sequence[str],
        tasks: Sequence[str],
        limits: Limits,
        right_answer: RightAnswer,
    ) -> None:
        super().__init__()
        self.seconds = limits.call_seconds
        self.load_notes: list[wire.CellNote] = []
        self.printed = b""
        self._new_child = new_child
        self._cells: list[str | None] = list(cells)
        self._tasks = list(tasks)
        self._limits = limits
        self._right_answer = right_answer
        self._end = time.monotonic() + limits.submission_seconds
        self._child: Child | None = None
        self._broken: Ended | None = None
        self._loaded_once = False
        self._left_out = 0
        self._listening = True
        self._standing: list[str] = []
        self._wanted_standing: list[str] = []

    def out_of_time(self) -> bool:
        return time.monotonic() >= self._end

    def stop_listening(self) -> None:
        """From now on nothing that the student's code prints or notes is kept."""
        self._collect_output()
        self._listening = False

    def stand_in(self, tasks: Sequence[str]) -> None:
        """From the next call on, these tasks' functions are answered by `right_answer`."""
        self._wanted_standing = list(tasks)

    def close(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._collect_output()
            self._child = None

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        functions = [argument for argument in arguments if callable(argument)]
        packed = [_pack(argument, functions) for argument in arguments]
        count = 0

        def answer(asked: wire.Asked) -> wire.Answered:
            nonlocal count
            count += 1
            if count > self._limits.callbacks:
                raise Ended("refused", Finding("callbacks", {"most": self._limits.callbacks}))
            return self._answer(asked, functions)

        reply = self._ask(lambda number: wire.Call(number, task, packed), answer)
        if isinstance(reply, wire.Raised):
            raise _failure(reply, task, arguments)
        return Answer(
            task,
            arguments,
            _unpack(reply.value),
            tuple(p for p in reply.changed if 0 <= p < len(arguments)),
            tuple(reply.warned[:3]),
        )

    def _answer(self, asked: wire.Asked, functions: list[Any]) -> wire.Answered:
        arguments = [_unpack(argument) for argument in asked.arguments]
        if isinstance(asked.function, str):
            if asked.function not in self._standing:
                raise wire.WireError("a question for a task that nobody stands in for")
            return _answered(lambda: self._right_answer(str(asked.function), arguments))
        if not 0 <= asked.function < len(functions):
            raise wire.WireError("a question for a function that was not given")
        return _answered(lambda: functions[int(asked.function)](*arguments))

    def _model(self, sizes: list[int], parameters: list[NDArray[Any]]) -> Model:
        packed = [wire.pack(each) for each in parameters]
        reply = self._ask(lambda number: wire.Build(number, sizes, packed))
        value = _value(reply)
        if not isinstance(value, Model):
            raise CheckFailed(Finding("model_raised"))
        return value

    def _parameters(self, model: Model) -> list[NDArray[Any]]:
        reply = self._ask(lambda number: wire.Parameters(number, model.reference))
        value = _value(reply)
        if not isinstance(value, list) or not all(isinstance(v, np.ndarray) for v in value):
            raise CheckFailed(Finding("model_raised"))
        return [as_array(each) for each in value]

    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]:
        packed = wire.pack(X)
        value = _value(self._ask(lambda number: wire.Outputs(number, model.reference, packed)))
        if not isinstance(value, np.ndarray):
            raise CheckFailed(Finding("model_raised"))
        return value

    def _ask(
        self,
        request: Callable[[int], wire.Request],
        answer: Callable[[wire.Asked], wire.Answered] | None = None,
    ) -> wire.Returned | wire.Raised:
        child = self._ready_child()
        left = self._end - time.monotonic()
        try:
            return child.ask(request, max(0.0, min(self.seconds, left)), answer)
        finally:
            self._collect_output()
            if not child.alive:
                self._child = None
                self._standing = []

    def _ready_child(self) -> Child:
        if self._broken is not None:
            raise self._broken
        while self._child is None:
            self._load()
        missing = [task for task in self._wanted_standing if task not in self._standing]
        if missing:
            self._child.ask(
                lambda number: wire.StandIn(number, missing), self._limits.call_seconds
            )
            self._standing += missing
        return self._child

    def _load(self) -> None:
        left = self._end - time.monotonic()
        if left <= 0:
            raise Ended("timeout", Finding("no_time"))
        child = self._new_child()
        try:
            loaded = child.load(
                self._cells,
                self._tasks,
                min(left, self._limits.load_seconds),
                self._limits.cell_seconds,
            )
        except CellEndedError as ended:
            self._leave_out(ended)
            return
        if self._listening and not self._loaded_once:
            self.load_notes += loaded.notes
        elif not self._listening or self._loaded_once:
            child.printed.clear()
        self._loaded_once = True
        self._child = child

    def _leave_out(self, ended: CellEndedError) -> None:
        self._left_out += 1
        if self._listening and ended.index >= 0:
            code = "hung" if ended.how == "timeout" else "killed"
            self.load_notes.append(wire.CellNote(code, ended.index, ""))
        if ended.index < 0 or self._left_out >= _MAX_LOADS:
            self._broken = Ended(ended.how, Finding("not_loaded"))
            raise self._broken
        self._cells[ended.index] = None

    def _collect_output(self) -> None:
        if self._child is None:
            return
        if self._listening:
            kept = self._limits.output_kib * 1024 - len(self.printed)
            self.printed += bytes(self._child.printed[: max(kept, 0)])
        self._child.printed.clear()


def _pack(argument: Any, functions: list[Any]) -> wire.Data:
    if callable(argument):
        name = getattr(argument, "__name__", "function")
        return wire.Function(functions.index(argument), name)
    return wire.pack(argument)


def _unpack(data: wire.Data) -> Plain:
    try:
        return wire.unpack(data)
    except wire.WireError:
        raise Ended("refused", Finding("wire")) from None


def _answered(ask: Callable[[], object]) -> wire.Answered:
    try:
        return wire.Answered(wire.pack(to_plain(ask())))
    except BadQuestion as why:
        return wire.Answered(error=str(why))


def _value(reply: wire.Returned | wire.Raised) -> Plain:
    if isinstance(reply, wire.Raised):
        values = {"type": reply.error, "text": reply.text}
        raise CheckFailed(Finding("model_raised", values))
    return _unpack(reply.value)


def _failure(reply: wire.Raised, task: str, arguments: tuple[Any, ...]) -> CheckFailed:
    if reply.kind == "not_started":
        return NotStarted(Finding("not_started"))
    if reply.kind == "missing":
        return CheckFailed(Finding("missing", {"task": task}))
    values = {"call": show_call(task, arguments), "type": reply.error, "text": reply.text}
    return CheckFailed(Finding("raised", values))
