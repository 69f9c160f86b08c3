"""Recognising a mistake: the failed calls again, with each wrong function of the catalogue.

A function explains a task's failures when it answers every call of all the task's checks as the
student's did, the right calls too. Of several that do, further calls tell which it is: they are
asked of the student's function as well. One is named only when no other is left.

All this happens when the score is fixed, in the judge, on plain data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from autograder.checks.check_set import CheckSet
from autograder.checks.outcome import Run
from autograder.checks.sameness import numbers_of, same_value
from autograder.hints import statements
from autograder.hints.catalogue import Catalogue, Mistake
from autograder.hints.compare import SIDE_EFFECTS, same_projection, same_side_effects
from autograder.hints.further_calls import Asker, FurtherCalls
from autograder.hints.memory import Memory
from autograder.hints.remembering import remembers
from autograder.hints.replay import cost, epochs, random_state_kept
from autograder.values.plain import Model
from autograder.values.trace import Step

ENOUGH_EPOCHS: Final = {True: 200, False: 600}  # in checks that failed, and that passed
GROWN: Final = 1e9
MOST_ITEMS: Final = 30_000  # in the answers to one task; more would take longer than a hint may
UNEXPLAINED: Final = frozenset(
    {
        "not_started",
        "missing",
        "cell_stopped",
        "cell_left_out",
        "reused",
        "not_run",
        "no_time",
        "forbidden",
    }
)


@dataclass(frozen=True, slots=True)
class CheckTrace:
    """What one check did, and whether the student's answers failed it."""

    steps: Sequence[Step]
    failed: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A mistake that explains the values; `exact` when the manner of answering agrees, too."""

    mistake: Mistake
    exact: bool


class Matcher:
    """Finds hints for one assignment's failed checks."""

    def __init__(
        self,
        catalogue: Catalogue,
        checks: CheckSet,
        solution: Callable[[], Mapping[str, Any]],
    ) -> None:
        self._catalogue = catalogue
        self._memory = Memory()
        self._solution = solution
        self._further_calls = FurtherCalls(checks, catalogue, solution)

    def hints(self, tasks: Mapping[str, Sequence[Run]], ask: Asker | None) -> dict[str, str]:
        """For each failed check that something explains: its id and the hint's id.

        `tasks`: what the checks of each task came to.
        """
        hints: dict[str, str] = {}
        every = [run for runs in tasks.values() for run in runs]
        all_answered = all(run.outcome in ("passed", "failed") for run in every)
        with random_state_kept():
            for task, runs in tasks.items():
                failed = [run for run in runs if run.outcome == "failed" and is_explicable(run)]
                if failed and _moderate(runs):
                    hint = self._hint(task, runs, failed, ask if all_answered else None)
                    hints |= {run.check.id: hint for run in failed if hint is not None}
        return hints

    def _hint(
        self, task: str, runs: Sequence[Run], failed: Sequence[Run], ask: Asker | None
    ) -> str | None:
        traces = [
            CheckTrace(run.steps, run in failed) for run in runs if run in failed or run.passed
        ]
        codes = {run.finding.code for run in failed if run.finding is not None}
        if codes == {"memory"}:
            return "generic/memory"
        aspects = {SIDE_EFFECTS[code] for code in codes if code in SIDE_EFFECTS}
        matches = self._matches(task, traces, aspects, needed=codes <= set(SIDE_EFFECTS))
        more: list[Sequence[Step]] = []
        if ask is not None and (len(matches) > 1 or not _has_models(failed)):
            more = self._further_calls.ask(task, failed, ask)
            if more and matches:
                again = [CheckTrace(steps, failed=False) for steps in more]
                mistakes = [match.mistake for match in matches]
                matches = self._explaining(mistakes, again + traces, aspects, ENOUGH_EPOCHS)
        if len(matches) > 1:
            alike = [match.mistake for match in matches]
            asked = self._explaining(alike, traces, {*aspects, "asked"}, ENOUGH_EPOCHS)
            matches = [match for match in asked if match.exact] or matches
        named = _only(matches) or self._named_by_error(task, failed)
        if named is not None and ("memory" in codes or task in self._catalogue.projections):
            return named
        if "memory" in codes or (ask is not None and self._remembers(task, failed, ask)):
            return "generic/memory"
        if named is not None:
            return named
        if task in self._catalogue.projections:
            return statements.of_codes(codes)
        further = [step for steps in more for step in steps]
        right = self._solution().get(task)
        return statements.finding(task, runs, failed, further, right, self._memory)

    def _remembers(self, task: str, failed: Sequence[Run], ask: Asker) -> bool:
        def right(steps: Sequence[Step]) -> list[Step]:
            return list(self._memory.replay(self._solution()[task], task, steps))

        return remembers(task, failed, right, self._catalogue.projections.get(task), ask)

    def _matches(
        self, task: str, traces: Sequence[CheckTrace], aspects: Collection[str], needed: bool
    ) -> list[Match]:
        mistakes = self._catalogue.of_task(task)
        matches = self._explaining(mistakes, traces, aspects, ENOUGH_EPOCHS)
        if len(matches) > 1:
            left = [match.mistake for match in matches]
            matches = self._explaining(left, traces, aspects, None)
        matches = [match for match in matches if match.exact or not needed]
        return matches or [
            Match(mistake, exact=True)
            for mistake in mistakes
            if mistake.id in self._catalogue.detectors
            and self._catalogue.detectors[mistake.id]([trace.steps for trace in traces])
        ]

    def _explaining(
        self,
        mistakes: Sequence[Mistake],
        traces: Sequence[CheckTrace],
        aspects: Collection[str],
        enough: Mapping[bool, int] | None,
    ) -> list[Match]:
        """The mistakes of which one variant answers like the student on all traces."""
        found = (self._explains(mistake, traces, aspects, enough) for mistake in mistakes)
        return [match for match in found if match is not None]

    def _explains(
        self,
        mistake: Mistake,
        traces: Sequence[CheckTrace],
        aspects: Collection[str],
        enough: Mapping[bool, int] | None,
    ) -> Match | None:
        best: Match | None = None
        for function in mistake.variants:
            exact = self._agrees(function, mistake.task, traces, aspects, enough)
            if exact is None or not (aspects or self._differs(function, mistake.task, traces)):
                continue
            if exact:
                return Match(mistake, exact=True)
            best = Match(mistake, exact=False)
        return best

    def _differs(
        self, function: Callable[..., Any], task: str, traces: Sequence[CheckTrace]
    ) -> bool:
        """Whether its values are wrong somewhere: one right in them explains no wrong ones."""
        projection = self._catalogue.projections.get(task)
        for trace in traces if projection is None else ():
            own = self._memory.replay(function, task, trace.steps)
            right = self._memory.replay(self._solution()[task], task, trace.steps)
            if not all(map(same_value, own, right)):
                return True
        return projection is not None

    def _agrees(
        self,
        function: Callable[..., Any],
        task: str,
        traces: Sequence[CheckTrace],
        aspects: Collection[str],
        enough: Mapping[bool, int] | None,
    ) -> bool | None:
        """None for other values, or no failed check done to its end; else: in the same manner.

        `enough`: once a wrong answer is explained, no more than so many epochs are trained; an
        error is shared by variants that have nothing else in common.
        """
        projection = self._catalogue.projections.get(task)
        exact, complete, explained, answered = True, False, False, False
        trained = {True: 0, False: 0}  # epochs, for checks that failed and that passed
        for trace in sorted(traces, key=lambda each: cost(each.steps)):
            theirs = self._memory.replay(function, task, trace.steps)
            done = 0
            trained[trace.failed] += epochs(trace.steps)
            if explained and enough and trained[trace.failed] > enough[trace.failed]:
                continue
            if projection is not None:
                steps = list(theirs)
                done = len(steps)
                if not same_projection(projection, task, trace.steps[:done], steps):
                    return None
                answered = True
                whole = done == len(trace.steps) > 0
            else:
                whole = True
                for place, (mine, other) in enumerate(zip(trace.steps, theirs, strict=False)):
                    if other.raised and not mine.raised and self._is_wrong(task, trace, place):
                        exact = whole = False  # this variant can't answer there, another may
                    elif not same_value(mine, other) and not (_grown(mine) and _grown(other)):
                        return None
                    else:
                        answered = answered or (mine.verb == task and _tells(mine))
                        exact = exact and same_side_effects(mine, other, aspects)
                    done = place + 1
                whole = whole and done == len(trace.steps) > 0
            complete = complete or (trace.failed and whole)
            explained = explained or (trace.failed and whole and not trace.steps[-1].raised)
        return exact if complete and answered else None

    def _named_by_error(self, task: str, failed: Sequence[Run]) -> str | None:
        """The mistake whose error every failed visible check reports, when no check says else.

        What a hidden check's error says is never looked at.
        """
        findings = [run.finding for run in failed if run.finding is not None]
        texts = [
            str(run.finding.values.get("text", ""))
            for run in failed
            if run.finding is not None and run.check.visible
        ]
        if not texts or any(finding.code != "raised" for finding in findings):
            return None
        found = (
            mistake.id
            for mistake in self._catalogue.of_task(task)
            if mistake.words.error and all(re.search(mistake.words.error, text) for text in texts)
        )
        return next(found, None)

    def _is_wrong(self, task: str, trace: CheckTrace, place: int) -> bool:
        """Whether this step is a call of the task that the solution answers otherwise."""
        if trace.steps[place].verb != task:
            return False
        right = self._memory.replay(self._solution()[task], task, trace.steps)
        return not all(
            same_value(mine, want)
            for number, (mine, want) in enumerate(zip(trace.steps, right, strict=False))
            if number == place
        )


def _grown(step: Step) -> bool:
    """Whether the answer is beyond all bounds, as after a division by almost nothing."""
    numbers = None if step.raised else numbers_of(step.value)
    return numbers is not None and numbers.size > 0 and not bool((abs(numbers) < GROWN).all())


def _tells(step: Step) -> bool:
    """Whether something came back, and not an empty list."""
    numbers = None if step.raised else numbers_of(step.value)
    return not step.raised and (numbers is None or numbers.size > 0)


def _has_models(runs: Sequence[Run]) -> bool:
    return any(isinstance(each, Model) for run in runs for step in run.steps
               for each in (step.value, *step.arguments))  # fmt: skip


def _moderate(runs: Sequence[Run]) -> bool:
    return sum(_items(step.value) for run in runs for step in run.steps) <= MOST_ITEMS


def _items(value: object) -> int:
    return 1 + sum(map(_items, value)) if isinstance(value, (list, tuple)) else 1


def is_explicable(run: Run) -> bool:
    """Whether the answers may say why the check failed."""
    return run.finding is not None and run.finding.code not in UNEXPLAINED


def _only(matches: Sequence[Match]) -> str | None:
    exact = [match for match in matches if match.exact]
    found = exact or list(matches)
    return found[0].mistake.id if len(found) == 1 else None
