"""A student's own functions of earlier tasks, as the carried solution calls them."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, Protocol

import numpy as np

from autograder.checks.answers import Answer
from autograder.checks.sameness import same
from autograder.checks.student import WithSteps
from autograder.grading.marked import Marked, moved
from autograder.grading.reference_answers import entries, right_answer
from autograder.grading.solutions import Functions
from autograder.hints.memory import fingerprint
from autograder.hints.replay import fresh
from autograder.sandbox.process import SandboxError
from autograder.values.calls import identical
from autograder.values.findings import CheckFailed, Ended
from autograder.values.plain import NotNumbers, Value, as_array, from_value, to_value
from autograder.values.spy import Spy, as_plain_form
from autograder.values.trace import Step

ASKED_AGAIN: Final = 4  # of a function's own calls, for each check that it explains
MOST_COMPARED: Final = 12  # of the calls that explain it
MOST_ASKED: Final = 500  # in one call of a later task
# Entries that an answer has room for: as many times the arguments', and some. Two larger ones
# may be multiplied in the solution.
_TIMES: Final = 4
_SOME: Final = 1000  # an outer product of the widest layers


class NoAnswerError(Exception):
    """The function gave nothing: it is missing, raised an error or did not return."""


class ApartStudent(WithSteps, Protocol):
    """A student's functions in a process of their own."""

    interrupted: bool

    def out_of_time(self) -> bool:
        """Whether the submission's time is up."""

    def fresh(self) -> ApartStudent:
        """The same functions in yet another process."""


def steadily(student: ApartStudent, ask: Callable[[], Answer]) -> Answer:
    """What is answered; asked once more where a process ended, perhaps not by itself.

    What ends by itself does so again. Raises what `ask` does.
    """
    student.interrupted = False
    try:
        return ask()
    except Ended:
        if not student.interrupted:
            raise
        return ask()


class _Call(NamedTuple):
    task: str
    arguments: tuple[Any, ...]
    value: Value


class EarlierFunctions:
    """The functions of a student in a process that has seen the visible checks alone.

    `published`: what those asked, which is asked again first. `known`: what each task's function
    answered to its own checks. `answers`: what the functions gave, in order, None where nothing
    came back; `broken`: why none can be asked, if that is the machine's fault.
    """

    def __init__(
        self, student: ApartStudent, published: Sequence[Step], known: Mapping[str, Sequence[Step]]
    ) -> None:
        self.broken: SandboxError | None = None
        self.answers: list[tuple[str, Value]] = []
        self._student = student
        self._witness: ApartStudent | None = None
        # Nobody can foresee the order: it hangs on what the hidden checks asked
        plain = {task: [s for s in steps if not s.raised] for task, steps in known.items()}
        self._dice = random.Random(repr([_plain_arguments(plain[task]) for task in sorted(plain)]))
        self._own = {task: self._dice.sample(steps, len(steps)) for task, steps in plain.items()}
        self._tried = {
            task: [*steps, *(step for step in published if step.verb == task)]
            for task, steps in known.items()
        }
        self._marked: dict[str, Marked] = {}
        self._ended: set[str] = set()  # what ended its process is not asked again
        self._asked = 0  # since the call that a right solution works on
        self._remembered: dict[Hashable, Answer | None] = {}  # many solutions ask the same
        self._sent: dict[Hashable, tuple[Any, ...]] = {}
        self._used: dict[Hashable, _Call] = {}
        self._compared: set[Hashable] = set()
        self._strange: set[str] = set()  # functions that once answered otherwise
        self._published = published
        self._begin(self._student)

    def out_of_time(self) -> bool:
        """Whether the submission's time is up."""
        return self._student.out_of_time()

    def start(self) -> None:
        """Begin with another explanation."""
        self.answers.clear()
        self._used.clear()

    def start_call(self) -> None:
        """Count anew: a right solution that waits for a right answer would ask for ever."""
        self._asked = 0

    def aside(self, arguments: Sequence[Any]) -> tuple[Any, ...]:
        """Such arguments with other numbers, others each time, and functions not asked yet."""
        return tuple(moved(fresh(each), self._dice) for each in arguments)

    def are_themselves(self, tasks: Iterable[str], right: Functions) -> bool:
        """Whether these functions answer by their arguments alone, as when they were marked.

        In yet another process they are asked what they answered here and what their own checks
        asked, mixed: a function that is right for its own checks and wrong for the later tasks
        can't tell which is which. `right`: the plain solution's functions.
        """
        tasks = set(tasks)
        new = [key for key, call in self._used.items()
               if call.task in tasks and key not in self._compared]  # fmt: skip
        chosen = self._dice.sample(new, min(len(new), MOST_COMPARED))
        self._compared.update(chosen)
        calls = [self._used[key] for key in chosen]
        calls += [_Call(task, step.arguments, step.value) for task in sorted(tasks)
                  for step in self._next(task)]  # fmt: skip
        self._dice.shuffle(calls)
        for call in (self._used[key] for key in chosen):  # before they are asked there themselves
            if call.task not in self._strange and not self._is_as_marked(call, right):
                self._strange.add(call.task)
        self._strange |= {call.task for call in calls if not self._is_itself(call)}
        return self._strange.isdisjoint(tasks)

    def are_strange(self, tasks: Iterable[str]) -> bool:
        """Whether one of these functions answered otherwise than when it was marked."""
        return any(
            task in self._strange or (task in self._marked and self._marked[task].is_another)
            for task in tasks
        )

    def answered_wrongly(self, tasks: Iterable[str]) -> bool:
        """Whether one of these functions did, where a later task builds on it."""
        return any(task in self._marked and self._marked[task].missed for task in tasks)

    def _next(self, task: str) -> list[Step]:
        """Some of the function's own calls, each once: what was asked before could be known."""
        chosen, self._own[task] = self._own[task][:ASKED_AGAIN], self._own[task][ASKED_AGAIN:]
        return chosen

    def _is_itself(self, call: _Call) -> bool:
        answer = self._ask(self._in_witness(), call.task, tuple(map(fresh, call.arguments)))
        return answer is not None and same(call.value, answer.value)

    def _in_witness(self) -> ApartStudent:
        if self._witness is None:
            self._witness = self._student.fresh()
            self._begin(self._witness)
        return self._witness

    def _is_as_marked(self, call: _Call, right: Functions) -> bool:
        def ask(arguments: tuple[Any, ...]) -> Value:
            answer = self._ask(self._in_witness(), call.task, arguments)
            if answer is None:
                raise LookupError
            return answer.value

        marked = self._marks(call.task, right[call.task])
        return marked.is_like(call.arguments, call.value, ask, self._dice)

    def _marks(self, task: str, right: Callable[..., Any]) -> Marked:
        if task not in self._marked:
            self._marked[task] = Marked(right, self._tried.get(task, ()))
        return self._marked[task]

    def function(self, task: str, right: Callable[..., Any]) -> Callable[..., Any]:
        """The student's function of this task; what it does to its arguments it does here, too.

        Where it hands back an argument itself, so does this one. Where it is right, the answer is
        that of `right`, the plain solution's.
        """
        marked = self._marks(task, right)

        def call(*arguments: Any, **named: Any) -> Any:
            arguments = (*arguments, *named.values())
            before = tuple(map(_copied, arguments))
            answer = self._answer(task, arguments)
            if answer is None:
                self.answers.append((task, None))
                raise NoAnswerError(task)
            self.answers.append((task, answer.value))
            for position, value in zip(answer.changed, answer.after, strict=False):
                _write_back(arguments[position], value, position in answer.inside)
            own = (arguments[position] for position in answer.kept)
            same_array = (each for each in own if identical(_as_sent(each), answer.value))
            plain = _as_solutions_take_it(marked.as_plain(before, answer.value))
            return next(same_array, plain)

        call.__name__ = task
        return call

    def _answer(self, task: str, arguments: tuple[Any, ...]) -> Answer | None:
        self._asked += 1
        if self._asked > MOST_ASKED:
            return None
        key = fingerprint([Step(task, tuple(map(_as_sent, arguments)))])
        if key not in self._remembered:
            sent = tuple(map(_copied, arguments))
            answer = self._ask(self._student, task, arguments)
            self._remembered[key] = None if answer is None or _is_vast(answer) else answer
            if answer is not None:
                self._sent[key] = sent
        found = self._remembered[key]
        if found is not None:
            self._used[key] = _Call(task, self._sent[key], found.value)
        return found

    def _begin(self, student: ApartStudent) -> None:
        for step in self._published:
            self._ask(student, step.verb, tuple(map(fresh, step.arguments)))

    def _ask(self, student: ApartStudent, task: str, arguments: tuple[Any, ...]) -> Answer | None:
        if task in self._ended:
            return None
        student.steps.clear()
        handed_over = tuple(map(_handed_over, arguments))
        try:
            answer = steadily(student, lambda: getattr(student, task)(*map(fresh, handed_over)))
        except CheckFailed:
            return None
        except Ended:
            self._ended.add(task)
            return None
        except SandboxError as why:
            self.broken = why
            return None
        return answer


def _handed_over(argument: Any) -> Any:
    """A function of a carried solution's own, as a check would hand it over.

    It takes arrays in any plain form, and says of all else that it is a bad question.
    """
    if isinstance(argument, Spy) or not callable(argument):
        return argument

    def asked(*arrays: Any) -> Any:
        return argument(*arrays)

    def answer(*arguments: Any) -> Value:
        return right_answer(asked, list(map(as_plain_form, arguments)))

    # a partial has no name of its own
    answer.__name__ = asked.__name__ = getattr(argument, "__name__", "function")
    return answer


def _as_sent(argument: Any) -> Any:
    return argument if callable(argument) else to_value(argument)


def _copied(argument: Any) -> Any:
    return argument if callable(argument) else from_value(to_value(argument))


def _plain_arguments(steps: Sequence[Step]) -> list[Hashable]:
    """What the calls were asked with, as it is the same in every process."""
    kept = [[a for a in s.arguments if not callable(a) and a is not None] for s in steps]
    return [fingerprint([Step("", tuple(arguments))]) for arguments in kept]


def _is_vast(answer: Answer) -> bool:
    """Whether the answer is larger than anything that can be meant: solutions work with it."""
    room = _TIMES * sum(entries(_as_sent(each)) for each in answer.arguments if not callable(each))
    return entries(answer.value) > room + _SOME


def _write_back(argument: Any, value: Value, inside: bool) -> None:
    """Let the argument hold what the student's function left in it, where that fits.

    `inside`: of a list or tuple, let its own parts hold it.
    """
    with contextlib.suppress(NotNumbers, ValueError, TypeError):
        if isinstance(argument, np.ndarray):
            argument[...] = as_array(value)
        elif inside:
            for part, each in zip(argument, from_value(value), strict=True):
                _write_back(part, each, inside)
        elif isinstance(argument, list):
            argument[:] = list(from_value(value))


def _as_solutions_take_it(value: Value) -> Any:
    """Arrays where the answer can be one, as a solution would have got them from its own."""
    if isinstance(value, tuple):
        return tuple(map(_as_solutions_take_it, value))
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, np.ndarray):
        return from_value(value)  # of its own dtype
    try:
        return as_array(value)
    except NotNumbers:
        if isinstance(value, list):
            return list(map(_as_solutions_take_it, value))
        return from_value(value)
