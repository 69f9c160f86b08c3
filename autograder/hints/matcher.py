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
from autograder.hints import statements
from autograder.hints.catalogue import Catalogue, Mistake
from autograder.hints.compare import (
    SIDE_EFFECTS,
    numbers_of,
    same_projection,
    same_side_effects,
    same_value,
)
from autograder.hints.further_calls import Asker, FurtherCalls
from autograder.hints.memory import Memory
from autograder.hints.replay import cost, epochs, random_state_kept
from autograder.values.plain import Model
from autograder.values.trace import Step

ENOUGH_EPOCHS: Final = 200
MOST_ITEMS: Final = 30_000  # in the answers to one task; more would take longer than a hint may
UNEXPLAINED: Final = frozenset(
    {"not_started", "missing", "reused", "not_run", "no_time", "forbidden"}
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
                failed = [run for run in runs if run.outcome == "failed" and _explicable(run)]
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
        aspects = {SIDE_EFFECTS[code] for code in codes if code in SIDE_EFFECTS}
        matches = self._matches(task, traces, aspects, needed=codes <= set(SIDE_EFFECTS))
        if ask is not None and (len(matches) > 1 or (matches and not _has_models(failed))):
            more = self._further_calls.ask(task, failed, ask)
            if more:
                again = [CheckTrace(steps, failed=False) for steps in more]
                mistakes = [match.mistake for match in matches]
                matches = self._explaining(mistakes, again + traces, aspects, ENOUGH_EPOCHS)
        named = _only(matches) or self._named_by_error(task, failed)
        if named is not None:
            return named
        if task in self._catalogue.projections:
            return statements.of_codes(codes)
        return statements.finding(task, runs, failed, self._solution().get(task), self._memory)

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
        enough: int | None,
    ) -> list[Match]:
        """The mistakes of which one variant answers like the student on all traces."""
        found = (self._explains(mistake, traces, aspects, enough) for mistake in mistakes)
        return [match for match in found if match is not None]

    def _explains(
        self,
        mistake: Mistake,
        traces: Sequence[CheckTrace],
        aspects: Collection[str],
        enough: int | None,
    ) -> Match | None:
        best: Match | None = None
        for function in mistake.variants:
            exact = self._agrees(function, mistake.task, traces, aspects, enough)
            if exact:
                return Match(mistake, exact=True)
            if exact is not None:
                best = Match(mistake, exact=False)
        return best

    def _agrees(
        self,
        function: Callable[..., Any],
        task: str,
        traces: Sequence[CheckTrace],
        aspects: Collection[str],
        enough: int | None,
    ) -> bool | None:
        """None for other values, or no failed check done to its end; else: in the same manner.

        `enough`: once a wrong answer is explained, no more than so many epochs are trained; an
        error is shared by variants that have nothing else in common.
        """
        projection = self._catalogue.projections.get(task)
        exact, complete, explained, answered, trained = True, False, False, False, 0
        for trace in sorted(traces, key=lambda each: cost(each.steps)):
            theirs = self._memory.replay(function, task, trace.steps)
            done = 0
            trained += epochs(trace.steps)
            if explained and enough is not None and trained > enough:
                break
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
                    elif not same_value(mine, other):
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


def _explicable(run: Run) -> bool:
    return run.finding is not None and run.finding.code not in UNEXPLAINED


def _only(matches: Sequence[Match]) -> str | None:
    exact = [match for match in matches if match.exact]
    found = exact or list(matches)
    return found[0].mistake.id if len(found) == 1 else None
