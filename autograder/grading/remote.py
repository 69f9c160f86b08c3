"""The student behind the wire: the verbs of every check, served by a locked child.

The child is loaded when it is first needed and loaded again after a crash or an overrun; a cell
that hangs or kills it is left out. One clock bounds everything that a submission may cost.
"""

from __future__ import annotations

import itertools
import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer
from autograder.checks.student import RecordedStudent
from autograder.course import Limits
from autograder.grading.packing import answer_with, answered_by, packed, unpacked, value_of
from autograder.sandbox import wire
from autograder.sandbox.process import CellEndedError, Child
from autograder.sandbox.requests import Allowance, Answerer, Foreseen, Heard
from autograder.sandbox.schedule import Share
from autograder.values.findings import REFUSAL, CheckFailed, Ended, Finding, NotStarted, raised
from autograder.values.messages import mark as _
from autograder.values.models import Layer
from autograder.values.plain import Model, Value, as_array
from autograder.values.show import show_call
from autograder.values.text import clean
from autograder.values.words import ENGLISH, Words

RightAnswer = Callable[[str, list[Value]], Value]
_MAX_LOADS = 4  # the first, and one more after each of three cells that were left out
_NO_INPUT: Final = _("input() has nobody to ask here; give the value in the code")
# notes of cells that did not end
STOPPED: Final = ("syntax", "stopped", "hung", "killed", "hung_line", "killed_line")
_ENDED: Final[dict[str, wire.NoteCode]] = {"timeout": "hung", "crashed": "killed"}
_ENDED_IN_LINE: Final[dict[str, wire.NoteCode]] = {
    "timeout": "hung_line", "crashed": "killed_line",
}  # fmt: skip


class RemoteStudent(RecordedStudent):
    """One submission's functions.

    `right_answer` answers for the tasks that `substitute` names; `substituted` remembers which of
    them were asked; `seconds` limits each call. `interrupted`: since it was last set
    to False a child ended, or came late, perhaps not by its own doing; `starved`: the clock ended
    something while others were on its processor; `late_aside`: something asked in a process apart.
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
        self.interrupted = False
        self.substituted: set[str] = set()
        self._new_child = new_child
        self._sources = tuple(cells)
        self._cells: list[str | None] = list(cells)
        self._without: list[tuple[int, int]] = []  # statements that are left out
        self._ended_at: set[tuple[int, int]] = set()  # statements that perhaps ended their process
        self._defined: dict[int, set[str]] = {}
        self._tasks = list(tasks)
        self._limits = limits
        self._allowance = Allowance(limits.callbacks, limits.callback_mib)
        self._right_answer = right_answer
        self._words = words or Words(ENGLISH)
        self._end = time.monotonic() + limits.submission_seconds
        self._child: Child | None = None
        self._broken: Ended | None = None
        self._loaded_once = False
        self._others: list[RemoteStudent] = []
        self._children: list[Child] = []
        self._foreseen: deque[tuple[Foreseen, Heard]] = deque()
        self._as_foreseen = False
        self._share = Share()
        self._left_out = 0
        self._listening = True
        self._substituted: list[str] = []
        self._wanted_substituted: list[str] = []
        self._separate: list[str] = []
        self._wanted_separate: list[str] = []

    @property
    def starved(self) -> bool:
        children = [child for student in (self, *self._others) for child in student._children]
        late = self.late_aside or any(child.cut_short for child in self._children)
        return late and self._share.is_starved(children)

    @property
    def late_aside(self) -> bool:
        children = [child for student in self._others for child in student._children]
        return self.out_of_time() or any(child.cut_short for child in children)

    def out_of_time(self) -> bool:
        return time.monotonic() >= self._end

    def stop_listening(self) -> None:
        """From now on nothing that the student's code prints or notes is kept."""
        self._collect_output()
        self._listening = False

    def look_again(self) -> None:
        """What is printed meanwhile was printed before."""
        self._collect_output()
        listening, self._listening = self._listening, False
        try:
            super().look_again()
        finally:
            self._collect_output()
            self._listening = listening

    def substitute(self, tasks: Sequence[str]) -> None:
        """From the next call on, these tasks' functions are answered by `right_answer`."""
        self._wanted_substituted = list(tasks)

    def separate(self, task: str) -> None:
        """From the next call on, the student's other functions get copies of what this one gives.

        An answer that changes with a later one costs its own task alone.
        """
        if task not in self._wanted_separate:
            self._wanted_separate.append(task)

    def fresh(self) -> RemoteStudent:
        """The same functions in a process of their own, on the same clock; closed with this one."""
        known = self._new_child, self._sources, self._tasks, self._limits, self._right_answer
        student = RemoteStudent(*known, self._words)
        student._cells, student._end = list(self._cells), self._end
        student._without = list(self._without)
        student._wanted_separate = list(self._wanted_separate)
        student._listening = False
        self._others.append(student)
        student._others = self._others
        return student

    def close(self) -> None:
        for student in (self, *self._others):
            if student._child is not None:
                student._child.kill(wait=False)
                student._child = None

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        functions = [argument for argument in arguments if callable(argument)]
        sent = packed(arguments, functions)
        answer = partial(self._answer, functions)
        reply = self._ask(lambda number: wire.Call(number, task, sent), answer)
        if isinstance(reply, wire.Raised):
            raise self._failure(reply, task, arguments)
        return Answer(
            task,
            arguments,
            unpacked(reply.value),
            tuple(p for p in reply.changed if p < len(arguments)),
            tuple(reply.warned[:3]),
            after=tuple(map(unpacked, reply.after)),
            kept=tuple(p for p in reply.kept if p < len(arguments)),
            inside=tuple(p for p in reply.inside if p < len(arguments)),
        )

    def _failure(self, reply: wire.Raised, task: str, arguments: tuple[Any, ...]) -> CheckFailed:
        if reply.kind == "not_started":
            return NotStarted(Finding("not_started"))
        if reply.kind == "missing":
            return CheckFailed(self._why_missing(task))
        finding = raised(show_call(task, arguments), reply.error, reply.text)
        if reply.cell:
            place = {"cell": reply.cell, "line": reply.line}
            finding = Finding(finding.code, {**finding.values, **place})
        if REFUSAL.search(f"{reply.error}: {reply.text}"):
            finding = Finding("forbidden", finding.values)
        return CheckFailed(finding)

    def _why_missing(self, task: str) -> Finding:
        """The cell that would have defined the function, if that stopped; else just its name."""
        for note in self.load_notes:
            if note.code in STOPPED and task in self._defined_in(note.index):
                ended = note.code in ("syntax", "stopped")
                code = "cell_stopped" if ended else "cell_left_out"
                cell = note.index + 1
                return Finding(code, {"task": task, "cell": cell, "text": clean(note.text)})
        return Finding("missing", {"task": task})

    def _defined_in(self, cell: int) -> set[str]:
        """The tasks whose names the cell binds; each cell is read once, since it may be long."""
        if cell not in self._defined:
            names = "|".join(self._tasks)
            defines = rf"^[ \t]*(?:def|class)\s+({names})\b|^({names})\s*="
            found = re.findall(defines, self._sources[cell], re.MULTILINE)
            self._defined[cell] = set(itertools.chain.from_iterable(found))
        return self._defined[cell]

    def _answer(self, functions: list[Any], asked: wire.Asked) -> wire.Answered:
        if isinstance(asked.function, str):
            arguments = [unpacked(argument) for argument in asked.arguments]
            if asked.function not in self._substituted:
                raise wire.WireError("a question for a task that nobody stands in for")
            self.substituted.add(asked.function)
            return answered_by(lambda: self._right_answer(str(asked.function), arguments))
        return answer_with(functions, asked)

    def _answers_now(self, count: int) -> Sequence[Value]:
        """Of a child that was loaded since, of those that it gave."""
        if not count or (self._child is None and not self._foreseen):
            return ()
        reply = self._ask(lambda number: wire.Again(number, count))
        value = () if isinstance(reply, wire.Raised) else unpacked(reply.value)
        return value if isinstance(value, list) else ()

    def _model(self, layers: list[Layer], parameters: list[NDArray[Any]]) -> Model:
        packed = [wire.pack(each) for each in parameters]
        reply = self._ask(lambda number: wire.Build(number, list(layers), packed))
        value = value_of(reply)
        if not isinstance(value, Model):
            raise CheckFailed(Finding("model_raised"))
        return value

    def _parameters(self, model: Model) -> list[NDArray[Any]]:
        reply = self._ask(lambda number: wire.Parameters(number, model.reference))
        value = value_of(reply)
        if not isinstance(value, list) or not all(isinstance(v, np.ndarray) for v in value):
            raise CheckFailed(Finding("model_raised"))
        return [as_array(each) for each in value]

    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]:
        packed = wire.pack(X)
        value = value_of(self._ask(lambda number: wire.Outputs(number, model.reference, packed)))
        if not isinstance(value, np.ndarray):
            raise CheckFailed(Finding("model_raised"))
        return value

    def _nudge(self, model: Model, X: NDArray[Any]) -> None:
        packed = wire.pack(X)
        value_of(self._ask(lambda number: wire.Nudge(number, model.reference, packed)))

    def _ask(
        self,
        request: Callable[[int], wire.Request],
        answer: Callable[[wire.Asked], wire.Answered] | None = None,
    ) -> wire.Returned | wire.Raised:
        if self._foreseen:
            call, heard = self._foreseen[0]
            if request(call.request.number) == call.request:
                self._foreseen.popleft()
                return _heard_again(heard, answer)
            self._foreseen.clear()
        self._as_foreseen = False
        return self._ask_child(self._ready_child(), request, self.seconds, answer)

    def foresee(self, calls: Sequence[Foreseen]) -> list[Heard] | None:
        """Make these calls now; the next check finds their answers here.

        None if the process ended meanwhile, or there is nothing to foresee.
        """
        self._as_foreseen = True
        if not calls:
            return None
        try:
            child = self._ready_child()
        except Ended:
            return None  # the check runs into it, too
        try:
            heard = child.ask_all(calls, self.seconds, self._end, self._allowance)
        finally:
            self._collect_output()
            if not child.alive:
                self._lose(child)
        self._foreseen.extend(zip(calls, heard, strict=False))
        return heard if len(heard) == len(calls) and heard[-1].ended is None else None

    def forget_foreseen(self) -> bool:
        """Whether the check asked for all of it and for nothing else; from now on nothing is."""
        asked_for_all = self._as_foreseen and not self._foreseen
        self._foreseen.clear()
        return asked_for_all

    def _ask_child(
        self,
        child: Child,
        request: Callable[[int], wire.Request],
        seconds: float,
        answer: Callable[[wire.Asked], wire.Answered] | None = None,
    ) -> wire.Returned | wire.Raised:
        try:
            return child.ask(request, seconds, self._end, answer, self._allowance.of(request(0)))
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
        for wanted, installed, request in (
            (self._wanted_separate, self._separate, wire.Separate),
            (self._wanted_substituted, self._substituted, wire.Substitute),
        ):
            missing = [task for task in wanted if task not in installed]
            if missing:
                asked = partial(request, tasks=missing)
                self._ask_child(child, asked, self._limits.call_seconds)
                installed += missing
        return child

    def _lose(self, child: Child) -> None:
        self.interrupted = self.interrupted or child.gone or child.stalled
        self._child = None
        self._substituted, self._separate = [], []

    def _load(self) -> None:
        if self.out_of_time():
            raise Ended("timeout", Finding("no_time"))
        child = self._new_child()
        self._children.append(child)
        say = self._words
        said = say.language, say(_NO_INPUT)
        request = wire.Load(self._cells, self._tasks, *said, self._without)
        limits = self._limits
        try:
            loaded = child.load(request, limits.load_seconds, limits.cell_seconds, self._end)
        except CellEndedError as ended:
            place, not_begun = (ended.index, ended.line), child.stalled and ended.index < 0
            if (child.gone or not_begun) and place not in self._ended_at:
                self._ended_at.add(place)  # perhaps not by itself: what does so does it again
            else:
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
            code = (_ENDED_IN_LINE if ended.line else _ENDED)[ended.how]
            self.load_notes.append(wire.CellNote(code, ended.index, str(ended.line or "")))
        if ended.index < 0 or self._left_out >= _MAX_LOADS:
            self._broken = Ended(ended.how, Finding("not_loaded"))
            raise self._broken
        if ended.line:
            self._without.append((ended.index, ended.line))
        else:
            self._cells[ended.index] = None

    def _collect_output(self) -> None:
        """Keep what the student's code printed, or throw it away once hidden checks began."""
        if self._child is not None:
            printed = self._child.take_printed()
            if self._listening:
                room = self._limits.output_kib * 1024 - len(self.printed)
                self.printed += printed[: max(room, 0)]


def _heard_again(heard: Heard, answer: Answerer | None) -> wire.Returned | wire.Raised:
    """The reply that came; the check's own functions are asked once more, and see with what."""
    for reply in heard.replies:
        if not isinstance(reply, wire.Asked):
            assert isinstance(reply, (wire.Returned, wire.Raised))
            return reply
        assert answer is not None
        answer(reply)
    assert heard.ended is not None
    raise heard.ended
