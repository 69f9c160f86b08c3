"""Error carried forward: whether a check fails only because of mistakes in earlier tasks.

A mistake is charged once, as a person marks. The answers that a check got are compared with what
the carried solution gives: the solution, or a right style of it, that calls the student's own
earlier functions. Where they agree the plain solution's answer takes their place, and the
check's body is run again on what was recorded. What was answered is not asked again, so nobody
gets a second guess.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Iterator, Sequence, Set
from typing import Any, Final, NamedTuple, NoReturn

import numpy as np

from autograder.checks.answers import Answer
from autograder.checks.check_set import CheckSet
from autograder.checks.local import LocalStudent
from autograder.checks.outcome import Run
from autograder.checks.sameness import EXACT, same, same_places, same_value
from autograder.checks.student import RecordedStudent
from autograder.grading.dependence import ignores_a_function
from autograder.grading.earlier import ApartStudent, EarlierFunctions, steadily
from autograder.grading.solutions import Functions, Solution
from autograder.hints.replay import fresh
from autograder.sandbox.process import SandboxError
from autograder.values.calls import HELD, identical
from autograder.values.findings import CheckFailed, Finding
from autograder.values.plain import Model, NotNumbers, Value, as_array, to_value
from autograder.values.spy import Spy
from autograder.values.trace import Step

_CLOSE: Final = (1e-7, 1e-4)  # single precision loses more where a mistake lets numbers grow
_SMALLEST: Final = 1e-6  # a number below is as good as 0
_DIGITS: Final = 3  # that count
_MOST_TASKS: Final = 4  # earlier ones of which every set is tried


class Explanation(NamedTuple):
    """The earlier `tasks` that a failed check follows from; none: it does not.

    `unanswered`: nothing came back from them, and so nothing, or a constant, from the task.
    `built_on`: whether a right solution builds on them.
    """

    tasks: tuple[str, ...] = ()
    unanswered: bool = False
    built_on: bool = False


def explain(
    run: Run,
    checks: CheckSet,
    solutions: Sequence[Solution],
    earlier: EarlierFunctions,
    failed: Sequence[str],
    cheap: Set[str],
    passed: Sequence[str],
    live: ApartStudent,
) -> Explanation:
    """Whether the run passes once the answers that carry mistakes of `failed` tasks are set right.

    `solutions`: right ones, the plain one first. `cheap`: those of the failed tasks that kept
    half of their points; they carry no trivial answers. `passed`: earlier tasks that are right,
    so that nothing is carried through them, unless the student wrote them once more inside.
    `live` is asked for calls that the check had not come to. Raises SandboxError.
    """
    right = solutions[0].functions({})
    itself = {task: right[task] for task in passed}
    built_on = False
    for solution, base in itertools.product(solutions, (itself, {}) if itself else ({},)):
        for tasks in _sets([task for task in failed if task in solution.calls]):
            if earlier.out_of_time():
                return Explanation(built_on=built_on)
            own = {task: earlier.function(task, right[task]) for task in tasks}
            carried = solution.functions({**base, **own})
            earlier.start()
            student = _Replayed(run.steps, right, carried, live, earlier)
            raised = checks.run(run.check, student)
            if isinstance(broken := earlier.broken or raised, SandboxError):
                raise broken
            if not earlier.answers:
                break  # this solution calls none of them, and so none of fewer
            built_on = True
            if student.gave_nothing:
                return Explanation(unanswered=True)
            if student.got_nothing(earlier.answers):
                return Explanation(unanswered=True, built_on=True)
            if raised is None and student.replaced & _what_counts(run):
                found = tuple(t for t in failed if t in dict(earlier.answers))
                trivial = cheap >= set(found) and student.ignores_a_function()
                if earlier.are_themselves(found, right) and not (
                    trivial and earlier.answered_wrongly(found)
                ):
                    return Explanation(found, built_on=True)
    got_nothing = not run.steps or (built_on and run.steps[-1].raised)
    return Explanation((), got_nothing, built_on)


def _what_counts(run: Run) -> set[str]:
    """What must have been replaced for the check to follow from it, and from nothing else."""
    code = run.finding.code if run.finding is not None else ""
    beside = {each: {each} for each in ("changed", "kept", "warned")}
    return {**beside, "memory": set()}.get(code, {"value"})


def _sets(tasks: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Sets of these tasks, the largest first; of many, all of them and each alone."""
    sizes = range(len(tasks), 0, -1) if len(tasks) <= _MOST_TASKS else (len(tasks), 1)
    for size in sizes:
        yield from itertools.combinations(tasks, size)


class _Replayed(RecordedStudent):
    """What a check was answered, with the right answers where the carried ones were given."""

    def __init__(
        self,
        recorded: Sequence[Step],
        right: Functions,
        carried: Functions,
        live: ApartStudent,
        earlier: EarlierFunctions,
    ) -> None:
        super().__init__()
        self._recorded = list(recorded)
        self._right = right
        self._carried = carried
        self._live = live
        self._earlier = earlier
        self._compared: list[tuple[Step, Step, Step]] = []  # given, carried, right
        self.gave_nothing = False  # where the carried one gives nothing, too
        self.replaced: set[str] = set()  # kinds of things by right ones

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        given = self._given(task, arguments)
        right = _answered(self._right, task, arguments)
        self._earlier.start_call()
        carried = _answered(self._carried, task, arguments)
        self._compared.append((given, carried, right))
        agrees = same_value(given, carried)
        asked = right.asked if same_places(given, carried) else given.asked
        for spied, places in zip(_spied(arguments), asked, strict=False):
            spied.calls.extend(places)
        self.gave_nothing = _is_nothing(given, right) and _is_nothing(carried, right)
        if right.raised or given.raised or self.gave_nothing:
            raise CheckFailed(Finding("raised_bare"))
        value = given.value
        if not carried.raised:
            value = _set_right(given.value, carried.value, right.value)
        changed = right.changed if given.changed == carried.changed else given.changed
        kept = right.kept if given.kept == carried.kept else given.kept
        warned = right.warned if agrees else given.warned
        kinds = {
            "value": not same(given.value, value)
            or (asked is right.asked and not same_places(given, right)),
            "changed": changed != given.changed,
            "kept": kept != given.kept,
            "warned": warned != given.warned,
        }
        self.replaced |= {kind for kind, is_other in kinds.items() if is_other}
        return Answer(task, arguments, value, changed, warned, kept=kept)

    def _given(self, task: str, arguments: tuple[Any, ...]) -> Step:
        """The recorded answer to this call; asked now if the check had not come to it."""
        if self._recorded and _is_call(self._recorded[0], task, arguments):
            return self._recorded.pop(0)
        self._recorded.clear()
        with contextlib.suppress(CheckFailed):
            steadily(self._live, lambda: getattr(self._live, task)(*map(fresh, arguments)))
        return self._live.steps[-1]

    def ignores_a_function(self) -> bool:
        """Whether the carried answers do not hang on a function that the right ones hang on."""

        def carried_answer(task: str, arguments: tuple[Any, ...]) -> Step:
            self._earlier.start_call()
            return _answered(self._carried, task, arguments)

        return ignores_a_function(
            [(carried, right) for _, carried, right in self._compared],
            carried_answer,
            functools.partial(_answered, self._right),
        )

    def got_nothing(self, answers: Sequence[tuple[str, Value]]) -> bool:
        """Whether the carried answers are none, or constants, or arguments; and the given ones.

        `answers`: what the student's own earlier functions gave meanwhile.
        """
        if any(carried.raised for _, carried, _ in self._compared):
            return all(same_value(given, carried) for given, carried, _ in self._compared)
        agreeing = [
            part
            for part in zip(*(_parts(*each) for each in self._compared), strict=False)
            if all(same(given, carried, _CLOSE) for given, carried, _, _ in part)
        ]
        return bool(agreeing) and (
            _are_constant([value for _, value in answers]) or any(map(_is_poor, agreeing))
        )

    def _model(self, *_description: Any) -> NoReturn:
        raise CheckFailed(Finding("model_raised"))  # no model is ever carried forward

    def _parameters(self, model: Model) -> NoReturn:
        self._model(model)

    def _outputs(self, model: Model, X: Any) -> NoReturn:
        self._model(model, X)

    def _nudge(self, model: Model, X: Any) -> NoReturn:
        self._model(model, X)

    def _answers_now(self, _count: int) -> tuple[Value, ...]:
        return ()

    def look_again(self) -> None:
        """Make such calls once more where the code runs: do their answers share memory?

        With other numbers, or code that knows the calls could give them arrays of their own.
        """
        self._live.steps = []
        for given, _, _ in self._compared[:HELD]:
            other = self._earlier.aside(given.arguments)
            with contextlib.suppress(CheckFailed):
                steadily(self._live, lambda: getattr(self._live, given.verb)(*other))  # noqa: B023
        self._live.look_at_answers()


def _answered(functions: Functions, task: str, arguments: tuple[Any, ...]) -> Step:
    """What these functions answer, with their own questions to what the check hands over."""
    student = LocalStudent(functions)
    with contextlib.suppress(CheckFailed), contextlib.redirect_stdout(None):
        getattr(student, task)(*map(fresh, arguments))
    return student.steps[-1]


def _spied(arguments: Sequence[Any]) -> list[Spy]:
    return [each for each in arguments if isinstance(each, Spy)]


def _is_call(step: Step, task: str, arguments: tuple[Any, ...]) -> bool:
    """Whether this is the step of the same call."""
    return (
        step.verb == task
        and len(step.arguments) == len(arguments)
        and all(map(_is_same, step.arguments, arguments))
    )


def _is_same(one: Any, other: Any) -> bool:
    return (callable(one) and callable(other)) or identical(one, other)


def _are_constant(values: Sequence[Value]) -> bool:
    """Whether these hold one and the same number again and again, or none at all.

    What is not finite counts as one number: every NaN would be another.
    """
    numbers = [number for value in values for number in _numbers(value)]
    return not numbers or (len(numbers) > 1 and len(set(numbers)) == 1)


def _numbers(value: Value) -> list[object]:
    if isinstance(value, (list, tuple)):
        return [number for item in value for number in _numbers(item)]
    try:
        return [_as_told(each) for each in as_array(value).flat]
    except NotNumbers:
        return [] if value is None else [repr(value)]


def _as_told(number: float) -> object:
    """The number as far as the tolerance tells it from others."""
    if not np.isfinite(number):
        return "not finite"
    return float(f"{number:.{_DIGITS}g}") if abs(number) > _SMALLEST else 0.0


def _is_nothing(step: Step, right: Step) -> bool:
    """Whether nothing came back where something should."""
    return step.raised or (step.value is None and right.value is not None)


_Part = tuple[Value, Value, Value, Step]  # given, carried, right, of which call


def _parts(given: Step, carried: Step, right: Step) -> list[_Part]:
    """The answers, one by one where the task has several."""
    values = given.value, carried.value, right.value
    if _are_several(*values):
        return [(*each, carried) for each in zip(*values, strict=True)]  # type: ignore[arg-type]
    return [(*values, carried)]


def _are_several(*values: Value) -> bool:
    *_, right = values
    return (
        isinstance(right, tuple)
        and all(isinstance(each, (tuple, list)) for each in values)
        and len({len(each) for each in values}) == 1  # type: ignore[arg-type]
    )


def _set_right(given: Value, carried: Value, right: Value) -> Value:
    """The right answer where the given one is the carried one, part by part.

    A carried one that is right carries no mistake that could have made the given one worse.
    """
    within = EXACT if same(carried, right) else _CLOSE
    if same(given, carried, (0.0, 0.0) if _is_exact(right) else within):
        return right
    if not _are_several(given, carried, right):
        return given
    parts = zip(given, carried, right, strict=True)  # type: ignore[arg-type]
    return tuple(itertools.starmap(_set_right, parts))


def _is_exact(value: Value) -> bool:
    """Whether it is a count, an index or a class."""
    whole = isinstance(value, np.ndarray) and value.dtype.kind in "biu"
    return whole or isinstance(value, (bool, int))


def _is_poor(part: Sequence[_Part]) -> bool:
    """Whether these answers tell hardly anything: constants, or carried arguments handed back."""
    given, carried, right, _ = zip(*part, strict=True)
    return (
        any(map(_are_constant, (given, carried)))
        or any(2 * _distinct(values) <= _distinct(right) for values in (given, carried))
        or all(_is_handed_back(value, step) for _, value, _, step in part)
    )


def _distinct(values: Sequence[Value]) -> int:
    return len({tuple(_numbers(value)) for value in values})


def _is_handed_back(value: Value, step: Step) -> bool:
    """Whether the answer is one of the arguments."""
    return any(
        not callable(argument) and same(value, to_value(argument)) for argument in step.arguments
    )
