"""Recognising a misconception: the failed calls again, with each wrong function of the catalogue.

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

from autograder.checks.support.plain import Model
from autograder.checks.support.record import Step
from autograder.judge.grading import Graded, Run
from autograder.judge.session import CheckSession

from . import generic
from .catalogue import Catalogue, Misconception
from .compare import MANNERS, numbers_of, same_manner, same_value, same_view
from .further import Asker, Further
from .memory import Memory
from .replay import cost, epochs, same_dice

ENOUGH_EPOCHS: Final = 200
MOST_ITEMS: Final = 30_000  # in the answers to one task; more would take longer than a hint may
UNEXPLAINED: Final = frozenset(
    {"not_started", "missing", "reused", "not_run", "no_time", "forbidden"}
)


@dataclass(frozen=True, slots=True)
class Episode:
    """What one check did, and whether the student's answers failed it."""

    steps: Sequence[Step]
    failed: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that explains the values; `exact` when the manner of answering agrees, too."""

    entry: Misconception
    exact: bool


class Matcher:
    """Finds hints for one assignment's failed checks."""

    def __init__(
        self,
        catalogue: Catalogue,
        session: CheckSession,
        solution: Callable[[], Mapping[str, Any]],
    ) -> None:
        self._catalogue = catalogue
        self._memory = Memory()
        self._solution = solution
        self._further = Further(session, catalogue, solution)

    def hints(self, graded: Sequence[Graded], ask: Asker | None) -> dict[str, str]:
        """For each failed check that something explains: its id and the hint's id."""
        hints: dict[str, str] = {}
        calm = all(run.outcome in ("passed", "failed") for each in graded for run in each.runs)
        with same_dice():
            for each in graded:
                failed = [run for run in each.runs if run.outcome == "failed" and _explicable(run)]
                if failed and _moderate(each.runs):
                    hint = self._hint(each, failed, ask if calm else None)
                    hints |= {run.check.id: hint for run in failed if hint is not None}
        return hints

    def _hint(self, graded: Graded, failed: Sequence[Run], ask: Asker | None) -> str | None:
        task = graded.task.name
        episodes = [
            Episode(run.steps, run in failed) for run in graded.runs if run in failed or run.passed
        ]
        codes = {run.finding.code for run in failed if run.finding is not None}
        aspects = {MANNERS[code] for code in codes if code in MANNERS}
        matches = self._matches(task, episodes, aspects, needed=codes <= set(MANNERS))
        if ask is not None and (len(matches) > 1 or (matches and not _has_models(failed))):
            more = self._further.ask(task, failed, ask)
            if more:
                again = [Episode(steps, failed=False) for steps in more]
                entries = [match.entry for match in matches]
                matches = self._explaining(entries, again + episodes, aspects, ENOUGH_EPOCHS)
        named = _only(matches) or self._told(task, failed)
        if named is not None:
            return named
        if task in self._catalogue.views:
            return generic.of_codes(codes)
        return generic.finding(graded, failed, self._solution().get(task), self._memory)

    def _matches(
        self, task: str, episodes: Sequence[Episode], aspects: Collection[str], needed: bool
    ) -> list[Match]:
        entries = self._catalogue.of_task(task)
        matches = self._explaining(entries, episodes, aspects, ENOUGH_EPOCHS)
        if len(matches) > 1:
            entries_left = [match.entry for match in matches]
            matches = self._explaining(entries_left, episodes, aspects, None)
        matches = [match for match in matches if match.exact or not needed]
        return matches or [
            Match(entry, exact=True)
            for entry in entries
            if entry.id in self._catalogue.traits
            and self._catalogue.traits[entry.id]([episode.steps for episode in episodes])
        ]

    def _explaining(
        self,
        entries: Sequence[Misconception],
        episodes: Sequence[Episode],
        aspects: Collection[str],
        enough: int | None,
    ) -> list[Match]:
        """The entries of which one way answers like the student on all episodes."""
        found = (self._explains(entry, episodes, aspects, enough) for entry in entries)
        return [match for match in found if match is not None]

    def _explains(
        self,
        entry: Misconception,
        episodes: Sequence[Episode],
        aspects: Collection[str],
        enough: int | None,
    ) -> Match | None:
        best: Match | None = None
        for function in entry.ways:
            exact = self._agrees(function, entry.task, episodes, aspects, enough)
            if exact:
                return Match(entry, exact=True)
            if exact is not None:
                best = Match(entry, exact=False)
        return best

    def _agrees(
        self,
        function: Callable[..., Any],
        task: str,
        episodes: Sequence[Episode],
        aspects: Collection[str],
        enough: int | None,
    ) -> bool | None:
        """None for other values, or no failed check done to its end; else: in the same manner.

        `enough`: once a wrong answer is explained, no more than so many epochs are trained; an
        error is shared by ways that have nothing else in common.
        """
        view = self._catalogue.views.get(task)
        exact, complete, explained, answered, trained = True, False, False, False, 0
        for episode in sorted(episodes, key=lambda each: cost(each.steps)):
            theirs = self._memory.replay(function, task, episode.steps)
            done = 0
            trained += epochs(episode.steps)
            if explained and enough is not None and trained > enough:
                break
            if view is not None:
                steps = list(theirs)
                done = len(steps)
                if not same_view(view, task, episode.steps[:done], steps):
                    return None
                answered = True
                whole = done == len(episode.steps) > 0
            else:
                whole = True
                for place, (mine, other) in enumerate(zip(episode.steps, theirs, strict=False)):
                    if other.raised and not mine.raised and self._is_wrong(task, episode, place):
                        exact = whole = False  # this way can't answer there, another may
                    elif not same_value(mine, other):
                        return None
                    else:
                        answered = answered or (mine.verb == task and _tells(mine))
                        exact = exact and same_manner(mine, other, aspects)
                    done = place + 1
                whole = whole and done == len(episode.steps) > 0
            complete = complete or (episode.failed and whole)
            explained = explained or (episode.failed and whole and not episode.steps[-1].raised)
        return exact if complete and answered else None

    def _told(self, task: str, failed: Sequence[Run]) -> str | None:
        """The entry whose error every failed visible check reports, when no check says else.

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
        told = (
            entry.id
            for entry in self._catalogue.of_task(task)
            if entry.error and all(re.search(entry.error, text) for text in texts)
        )
        return next(told, None)

    def _is_wrong(self, task: str, episode: Episode, place: int) -> bool:
        """Whether this step is a call of the task that the solution answers otherwise."""
        if episode.steps[place].verb != task:
            return False
        right = self._memory.replay(self._solution()[task], task, episode.steps)
        return not all(
            same_value(mine, want)
            for number, (mine, want) in enumerate(zip(episode.steps, right, strict=False))
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
    return found[0].entry.id if len(found) == 1 else None
