"""The student behind the wire: the verbs of every check, served by a locked child.

The child is loaded when it is first needed and loaded again after a crash or an overrun; a cell
that hangs or kills it is left out. One clock bounds everything that a submission may cost.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer
from autograder.checks.student import RecordedStudent
from autograder.course import Limits
from autograder.grading.reference_answers import probe_answer
from autograder.sandbox import wire
from autograder.sandbox.process import CellEndedError, Child
from autograder.values.findings import REFUSAL, CheckFailed, Ended, Finding, NotStarted, raised
from autograder.values.messages import mark as _
from autograder.values.models import Layer
from autograder.values.plain import Model, Value, as_array, to_value
from autograder.values.show import show_call
from autograder.values.spy import BadQuestion
from autograder.values.words import ENGLISH, Words

RightAnswer = Callable[[str, list[Value]], Value]
_MAX_LOADS = 4  # the first, and one more after each of three cells that were left out
_NO_INPUT: Final = _("input() has nobody to ask here; give the value in the code")
_ENDED: Final[dict[str, wire.NoteCode]] = {"timeout": "hung", "crashed": "killed"}


class RemoteStudent(RecordedStudent):
    """One submission's functions.

    `right_answer` answers for the tasks that `substitute` names, wrongly while `probing`;
    `substituted` remembers which of them were asked; `seconds` limits each call. `orphaned`: a
    child ended by no fault of its own.
    """

    def __init__(
        self,
        new_child: Callable[[], Child],
        cells: Sequence[str],
        tasks: Sequence[str],
        limits: Limits,
        right_answer: RightAnswer,
        words: Words | None = None,
    ) -> None:
        super().__init__()
        self.seconds = limits.call_seconds
        self.load_notes: list[wire.CellNote] = []
        self.printed = b""
        self.orphaned = False
        self.substituted: set[str] = set()
        self.probing = False
        self._new_child = new_child
        self._cells: list[str | None] = list(cells)
        self._tasks = list(tasks)
        self._limits = limits
        self._right_answer = right_answer
        self._words = words or Words(ENGLISH)
        self._end = time.monotonic() + limits.submission_seconds
        self._child: Child | None = None
        self._broken: Ended | None = None
        self._loaded_once = False
        self._left_out = 0
        self._listening = True
        self._substituted: list[str] = []
        self._wanted_substituted: list[str] = []

    def out_of_time(self) -> bool:
        return time.monotonic() >= self._end

    def stop_listening(self) -> None:
        """From now on nothing that the student's code prints or notes is kept."""
        self._collect_output()
        self._listening = False

    def substitute(self, tasks: Sequence[str]) -> None:
        """From the next call on, these tasks' functions are answered by `right_answer`."""
        self._wanted_substituted = list(tasks)

    def close(self) -> None:
        if self._child is not None:
            self._child.kill(wait=False)
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
            if asked.function not in self._substituted:
                raise wire.WireError("a question for a task that nobody stands in for")
            self.substituted.add(asked.function)
            return _answered(lambda: self._substitute_answer(str(asked.function), arguments))
        if not 0 <= asked.function < len(functions):
            raise wire.WireError("a question for a function that was not given")
        return _answered(lambda: functions[int(asked.function)](*arguments))

    def _substitute_answer(self, task: str, arguments: list[Value]) -> Value:
        right = self._right_answer(task, arguments)
        return probe_answer(right) if self.probing else right

    def _model(self, layers: list[Layer], parameters: list[NDArray[Any]]) -> Model:
        packed = [wire.pack(each) for each in parameters]
        reply = self._ask(lambda number: wire.Build(number, list(layers), packed))
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
        return self._ask_child(self._ready_child(), request, self.seconds, answer)

    def _ask_child(
        self,
        child: Child,
        request: Callable[[int], wire.Request],
        seconds: float,
        answer: Callable[[wire.Asked], wire.Answered] | None = None,
    ) -> wire.Returned | wire.Raised:
        try:
            return child.ask(request, seconds, self._end, answer)
        finally:
            self._collect_output()
            if not child.alive:
                self._lose(child)

    def _ready_child(self) -> Child:
        if self._broken is not None:
            raise self._broken
        while self._child is None:
            self._load()
        child = self._child
        missing = [task for task in self._wanted_substituted if task not in self._substituted]
        if missing:
            request = partial(wire.Substitute, tasks=missing)
            self._ask_child(child, request, self._limits.call_seconds)
            self._substituted += missing
        return child

    def _lose(self, child: Child) -> None:
        self.orphaned = self.orphaned or child.orphaned
        self._child = None
        self._substituted = []

    def _load(self) -> None:
        if self.out_of_time():
            raise Ended("timeout", Finding("no_time"))
        child = self._new_child()
        say = self._words
        request = wire.Load(self._cells, self._tasks, say.language, say(_NO_INPUT))
        limits = self._limits
        try:
            loaded = child.load(request, limits.load_seconds, limits.cell_seconds, self._end)
        except CellEndedError as ended:
            self._lose(child)
            self._leave_out(ended)
            return
        self._child = child
        if self._listening and not self._loaded_once:
            self.load_notes += [note for note in loaded.notes if note.index < len(self._cells)]
        else:  # it prints and notes what it did the first time
            child.take_printed()
        self._collect_output()
        self._loaded_once = True

    def _leave_out(self, ended: CellEndedError) -> None:
        if self.out_of_time():
            raise Ended("timeout", Finding("no_time"))
        self._left_out += 1
        if self._listening and ended.index >= 0:
            self.load_notes.append(wire.CellNote(_ENDED[ended.how], ended.index, ""))
        if ended.index < 0 or self._left_out >= _MAX_LOADS:
            self._broken = Ended(ended.how, Finding("not_loaded"))
            raise self._broken
        self._cells[ended.index] = None

    def _collect_output(self) -> None:
        """Keep what the student's code printed, or throw it away once hidden checks began."""
        if self._child is not None:
            printed = self._child.take_printed()
            if self._listening:
                room = self._limits.output_kib * 1024 - len(self.printed)
                self.printed += printed[: max(room, 0)]


def _pack(argument: Any, functions: list[Any]) -> wire.Data:
    if callable(argument):
        name = getattr(argument, "__name__", "function")
        return wire.Function(functions.index(argument), name)
    return wire.pack(argument)


def _unpack(data: wire.Data) -> Value:
    try:
        return wire.unpack(data)
    except wire.WireError:
        raise Ended("refused", Finding("wire")) from None


def _answered(ask: Callable[[], object]) -> wire.Answered:
    try:
        return wire.Answered(wire.pack(to_value(ask())))
    except BadQuestion as why:
        return wire.Answered(error=str(why))


def _value(reply: wire.Returned | wire.Raised) -> Value:
    if isinstance(reply, wire.Raised):
        values = {"type": reply.error, "text": reply.text}
        raise CheckFailed(Finding("model_raised", values))
    return _unpack(reply.value)


def _failure(reply: wire.Raised, task: str, arguments: tuple[Any, ...]) -> CheckFailed:
    if reply.kind == "not_started":
        return NotStarted(Finding("not_started"))
    if reply.kind == "missing":
        return CheckFailed(Finding("missing", {"task": task}))
    finding = raised(show_call(task, arguments), reply.error, reply.text)
    if REFUSAL.search(f"{reply.error}: {reply.text}"):
        finding = Finding("forbidden", finding.values)
    return CheckFailed(finding)
