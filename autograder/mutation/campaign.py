"""Everything that one assignment's checks are tried with, and what came of it."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from autograder.course import Assignment, Course

from . import equivalent
from .answers import Forms, forms_of, of_answers
from .bench import Bench, Job, Part, Verdict
from .chains import Chains
from .entries import Pairs, of_entries, pairs_of
from .equivalent import Equivalent
from .mutants import Mutant, of_solution, solution_of
from .pool import TryOut
from .styles import Style, kinds_of, styles_of

SEED: Final = 5
PAIRS_WITH_TORCH: Final = 300
DRAWN_FOR_SECRETS: Final = 25  # systematic mutants of each assignment
BASE: Final = b"mutation"
Say = Callable[[str], None]


def secrets_of(number: int, seed: int = SEED) -> list[bytes]:
    """So many secrets, drawn with the seed."""
    return [
        hashlib.sha256(f"{seed} {place}".encode()).hexdigest().encode() for place in range(number)
    ]


@dataclass(frozen=True, slots=True)
class Kept:
    """Points that a wrong function keeps, and the checks that grant them."""

    task: str
    points: float
    checks: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What became of a set of mutants, by task; of chains, those charged once are "killed"."""

    tried: Counter[str] = field(default_factory=Counter)
    killed: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Trial:
    """The figures of one assignment; `problems` is empty when its checks stand the trial."""

    assignment: Assignment
    mutants: Tally = field(default_factory=Tally)
    entries: Tally = field(default_factory=Tally)
    equivalent: list[Equivalent] = field(default_factory=list)
    kept: dict[Kept, list[str]] = field(default_factory=dict)
    chains: Tally = field(default_factory=Tally)
    chain_styles: dict[str, list[str]] = field(default_factory=dict)
    pairs: int = 0
    pairs_killed: int = 0
    pairs_undone: int = 0
    styles: list[Style] = field(default_factory=list)
    kinds: int = 0
    secrets: int = 0
    under_secrets: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


class Campaign:
    """Tries one assignment; `try_out` runs the jobs, `say` hears how far it is."""

    def __init__(self, course: Course, assignment: Assignment, try_out: TryOut, say: Say) -> None:
        self._course = course
        self._assignment = assignment
        self._try_out = try_out
        self._say = say
        self._equal = equivalent.load(assignment.name)
        self.trial = Trial(assignment)

    def run(self, secrets: Sequence[bytes]) -> Trial:
        forms, chains = seen_by_checks(self._course, self._assignment)
        mutants = systematic(self._course, self._assignment, forms)
        entries = of_entries(self._course, self._assignment)
        self._mutants(mutants)
        self._entries(entries)
        self._chains(chains, entries)
        self._pairs()
        styles = styles_of(self._course, self._assignment)
        self._styles(styles, {task for task, seen in forms.items() if seen.several})
        self._secrets(secrets, mutants, entries, styles)
        return self.trial

    def _mutants(self, mutants: Sequence[Mutant]) -> None:
        self._say(f"{len(mutants)} systematic mutants")
        verdicts = self._verdicts(mutants)
        for mutant, verdict in zip(mutants, verdicts, strict=True):
            [task] = mutant.tasks
            self.trial.mutants.tried[task] += 1
            listed = self._equal.get(mutant.id)
            if verdict.lost or listed is None:
                killed = self._is_killed(mutant, verdict)
                self.trial.mutants.killed[task] += killed
                if killed:
                    self._note_kept(task, verdict, mutant.change)
            if listed is not None and verdict.lost:
                self._problem(mutant, "is listed as equivalent, but loses points")
            elif listed is not None:
                self.trial.equivalent.append(listed)
        for id in self._equal.keys() - {mutant.id for mutant in mutants}:
            self.trial.problems.append(f"{self._assignment.name}: {id} is listed, but no mutant")

    def _note_kept(self, task: str, verdict: Verdict, change: str) -> None:
        if verdict.kept:
            points = sum(points for _check, points in verdict.kept)
            kept = Kept(task, points, tuple(check for check, _points in verdict.kept))
            self.trial.kept.setdefault(kept, []).append(change)

    def _entries(self, entries: Sequence[Mutant]) -> None:
        self._say(f"{len(entries)} wrong functions of the catalogue")
        for mutant, verdict in zip(entries, self._verdicts(entries, hints=True), strict=True):
            [task] = mutant.tasks
            self.trial.entries.tried[task] += 1
            killed = self._is_killed(mutant, verdict)
            self.trial.entries.killed[task] += killed
            if killed:
                self._note_kept(task, verdict, mutant.id)
            self.trial.hints[_named(mutant, verdict)] += 1

    def _chains(self, chains: Chains, entries: Sequence[Mutant]) -> None:
        wrong = list(chains.mutants(first_ways(entries)))
        self._say(f"{len(wrong)} right tasks on a wrong earlier one")
        verdicts = self._try_out(self._job(m.cells, m.tasks) for m in wrong)
        for mutant, verdict in zip(wrong, verdicts, strict=True):
            [task] = mutant.tasks
            self.trial.chains.tried[task] += 1
            self.trial.chain_styles[task] = chains.styles(task)
            if set(verdict.lost) <= {task} and not verdict.errors:
                self.trial.chains.killed[task] += 1
            else:
                self._problem(mutant, f"is charged at {', '.join(verdict.lost)}")

    def _pairs(self) -> None:
        most = PAIRS_WITH_TORCH if self._assignment.torch else None
        chosen = pairs_of(self._assignment, most, SEED)
        self._say(f"{len(chosen)} pairs of mistakes")
        pairs = Pairs(self._course, self._assignment)
        mutants = [pairs.mutant(one, other) for one, other in chosen]
        verdicts = self._verdicts(mutants)
        again = []
        for pair, mutant, verdict in zip(chosen, mutants, verdicts, strict=True):
            if not set(verdict.lost) >= set(mutant.tasks):
                again.append(pairs.mutant(*pair, apart=True))
            else:
                self.trial.pairs_killed += self._is_killed(mutant, verdict)
        # one wrong function in the other may undo its mistake, and is right then; kept apart,
        # both must be found
        for mutant, verdict in zip(again, self._verdicts(again), strict=True):
            killed = self._is_killed(mutant, verdict)
            self.trial.pairs_undone += killed
            self.trial.pairs_killed += killed
        self.trial.pairs = len(chosen)

    def _styles(self, styles: list[Style], several: set[str]) -> None:
        kinds = list(kinds_of(self._course, self._assignment, styles, several))
        self._say(f"{len(styles)} right solutions, {len(kinds)} with other kinds of answers")
        for part, tried in (("all", styles), ("quick", kinds)):
            jobs = [self._job(style.cells, part=part) for style in tried]  # type: ignore[arg-type]
            for style, verdict in zip(tried, self._try_out(jobs), strict=True):
                self._must_be_right(style, verdict, "")
        self.trial.styles, self.trial.kinds = styles, len(kinds)

    def _secrets(
        self,
        secrets: Sequence[bytes],
        mutants: Sequence[Mutant],
        entries: Sequence[Mutant],
        styles: Sequence[Style],
    ) -> None:
        self._say(f"{len(secrets)} secrets")
        mistakes = [m for m in mutants if m.id not in self._equal]
        drawn = random.Random(SEED).sample(mistakes, min(DRAWN_FOR_SECRETS, len(mistakes)))
        wrong = [*entries, *drawn]
        jobs = []
        for secret in secrets:
            jobs += [self._job(style.cells, part="hidden", secret=secret) for style in styles]
            jobs += [self._job(m.cells, m.tasks, part="own", secret=secret) for m in wrong]
        verdicts = iter(self._try_out(jobs))
        for place, _secret in enumerate(secrets):
            under = f" under secret {place}"
            for style in styles:
                self._must_be_right(style, next(verdicts), under)
            for mutant in wrong:
                if self._is_killed(mutant, next(verdicts), under):
                    self.trial.under_secrets["killed"] += 1
        self.trial.secrets = len(secrets)
        self.trial.under_secrets["wrong"] = len(secrets) * len(wrong)
        self.trial.under_secrets["right"] = len(secrets) * len(styles)

    def _verdicts(self, mutants: Sequence[Mutant], *, hints: bool = False) -> list[Verdict]:
        """The verdicts; of mutants that lose nothing, with the longest checks, too."""
        verdicts = self._try_out(self._job(m.cells, m.tasks, hints=hints) for m in mutants)
        doubtful = [
            place
            for place, (mutant, verdict) in enumerate(zip(mutants, verdicts, strict=True))
            if not verdict.lost and mutant.id not in self._equal
        ]
        jobs = [self._job(mutants[p].cells, mutants[p].tasks, part="long") for p in doubtful]
        for place, verdict in zip(doubtful, self._try_out(jobs), strict=True):
            verdicts[place] = verdict
        return verdicts

    def _job(
        self,
        cells: tuple[str, ...],
        tasks: tuple[str, ...] = (),
        *,
        part: Part = "quick",
        secret: bytes = BASE,
        hints: bool = False,
    ) -> Job:
        return Job(self._assignment.name, cells, tasks, part, secret, hints)

    def _is_killed(self, mutant: Mutant, verdict: Verdict, under: str = "") -> bool:
        """Whether exactly the wrong tasks lose points; a problem if not."""
        if verdict.errors:
            self._problem(mutant, f"puts checks in error{under}: {', '.join(verdict.errors)}")
        elif not verdict.lost:
            self._problem(mutant, f"survives{under}")
        elif set(verdict.lost) != set(mutant.tasks):
            self._problem(mutant, f"loses points at {', '.join(verdict.lost)}{under}")
        else:
            return True
        return False

    def _must_be_right(self, style: Style, verdict: Verdict, under: str) -> None:
        if verdict.lost or verdict.errors:
            lost = ", ".join([*verdict.lost, *verdict.errors])
            self.trial.problems.append(
                f"{self._assignment.name}: “{style.name}” is right, but loses points{under}: {lost}"
            )

    def _problem(self, mutant: Mutant, what: str) -> None:
        name = self._assignment.name
        self.trial.problems.append(f"{name}: {mutant.id} {what} ({mutant.change})")


def seen_by_checks(course: Course, assignment: Assignment) -> tuple[dict[str, Forms], Chains]:
    """What the answers to each task look like, and how later tasks can call earlier ones."""
    bench = Bench(course)
    try:
        session = bench.checks_of(assignment, BASE)
        return forms_of(session, assignment), Chains(course, assignment, session)
    finally:
        bench.close()


def first_ways(entries: Iterable[Mutant]) -> list[Mutant]:
    """One wrong function for each entry of the catalogue."""
    return list({mutant.entry: mutant for mutant in reversed(list(entries))}.values())[::-1]


def systematic(course: Course, assignment: Assignment, forms: dict[str, Forms]) -> list[Mutant]:
    """All mutants of the solution's functions and of their answers."""
    source = solution_of(course.folder, assignment.name)
    return [*of_solution(course.folder, assignment), *of_answers(source, forms)]


def _named(mutant: Mutant, verdict: Verdict) -> str:
    """How the matcher names the mistake: right, wrong, or not."""
    if len(verdict.hints) != 1 or verdict.hints[0].startswith("generic/"):
        return "unnamed"
    return "right" if verdict.hints[0] == mutant.entry else "wrong"


def figures(trials: Iterable[Trial]) -> str:
    """One line for each assignment."""
    lines = []
    for trial in trials:
        tried, killed = trial.mutants.tried.total(), trial.mutants.killed.total()
        lines.append(
            f"{trial.assignment.name}: {killed} of {tried} mutants killed, "
            f"{len(trial.equivalent)} equivalent; {trial.entries.killed.total()} of "
            f"{trial.entries.tried.total()} wrong functions; {trial.pairs_killed} of "
            f"{trial.pairs} pairs; {len(trial.styles)} right solutions, {trial.kinds} kinds; "
            f"{len(trial.problems)} problems"
        )
    return "\n".join(lines)
