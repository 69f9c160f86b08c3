"""Everything that one assignment's checks are tried with, and what came of it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from typing import Final

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.course import Assignment, Course
from autograder.hints.experiments import is_experiment
from autograder.hints.general import HINTS
from autograder.proof import equivalent, outside, validation
from autograder.proof.answer_mutants import Forms, forms_of, of_answers
from autograder.proof.behaviours import ALIAS, CONDITION, MEMORY, Behaviour, try_behaviours
from autograder.proof.chains import Chains
from autograder.proof.cheap import try_cheap
from autograder.proof.mistake_mutants import Pairs, first_variants, of_mistakes
from autograder.proof.mutants import Mutant, of_solution
from autograder.proof.pool import TryOut
from autograder.proof.solution_text import text_of
from autograder.proof.styles import Style, kinds_of, styles_of
from autograder.proof.trial import Kept, Trial
from autograder.proof.tryout import BASE, Job, Part, Verdict

SEED: Final = 5
DRAWN_PAIRS: Final = 100  # of each assignment's mistakes
DRAWN_CHAINS: Final = 100  # wrong early functions, called in one of many styles
DRAWN_FOR_SECRETS: Final = 10  # of the systematic mutants, and of the mistakes
STYLES_FOR_A_SECRET: Final = 8
Say = Callable[[str], None]


def secrets_of(number: int, seed: int = SEED) -> list[bytes]:
    """So many secrets, drawn with the seed."""
    return [
        hashlib.sha256(f"{seed} {place}".encode()).hexdigest().encode() for place in range(number)
    ]


class Campaign:
    """Tries one assignment; `try_out` runs the jobs, `say` hears how far it is.

    Raises ContentError for a file of the assignment that can't be used.
    """

    def __init__(self, course: Course, assignment: Assignment, try_out: TryOut, say: Say) -> None:
        self._course = course
        self._assignment = assignment
        self._try_out = try_out
        self._say = say
        self._equivalent = equivalent.load(course, assignment.name)
        self._outside = outside.load(course, assignment.name)
        self._checks = CheckSet.load(course.folder, assignment.name, assignment.points, BASE)
        self.trial = Trial(assignment)

    def run(self, secrets: Sequence[bytes], most: int | None = None) -> Trial:
        """Try everything, and the right and wrong submissions again under these secrets.

        `most`: so many pairs of mistakes, and right tasks on a wrong one; fewer than usual.
        """
        solution = content.solution(self._course.folder, self._assignment.name)
        forms = forms_of(self._assignment.points, self._checks, solution)
        mutants = systematic(self._course, self._assignment, forms)
        mistakes = of_mistakes(self._course, self._assignment)
        styles = styles_of(self._course, self._assignment)
        self._validate()
        self._systematic(mutants)
        self._cheap()
        behaviours = self._behaviours()
        pairs = Pairs(self._course, self._assignment)
        two = {pairs.id(*each) for each in pairs.ids(None, SEED)}
        self._unknown({m.id for m in mutants} | {each.id for each in behaviours} | two)
        self._mistakes(mistakes)
        self._chains(mistakes, most)
        self._pairs(pairs, most)
        self._styles(styles, {task for task, seen in forms.items() if seen.several})
        listed = self._equivalent
        self._secrets(secrets, [m for m in mutants if m.id not in listed], mistakes, styles)
        return self.trial

    def _validate(self) -> None:
        """Every mistake of the catalogue is one, and another than the others."""
        self._say("the catalogue of mistakes")
        found = validation.problems(self._course, self._assignment, self._checks)
        self.trial.problems += found

    def _systematic(self, mutants: Sequence[Mutant]) -> None:
        self._say(f"{len(mutants)} systematic mutants")
        verdicts = self._verdicts(mutants)
        for mutant, verdict in zip(mutants, verdicts, strict=True):
            [task] = mutant.tasks
            self.trial.mutants.tried[task] += 1
            listed = self._equivalent.get(mutant.id)
            if verdict.lost or listed is None:
                found = self._is_found(mutant, verdict)
                self.trial.mutants.found[task] += found
                if found:
                    self._note_kept(task, verdict, mutant.change)
            if listed is not None and verdict.lost:
                self._problem(mutant, "is listed as equivalent, but loses points")
            elif listed is not None:
                self.trial.mutants.equivalent[task] += 1
                self.trial.equivalent.append(listed)

    def _cheap(self) -> None:
        """No hidden check may be had for nothing."""
        self._say("cheap functions against each hidden check alone")
        for each in try_cheap(self._course, self._assignment, BASE):
            self.trial.cheap += 1
            if each.passes:
                name = self._assignment.name
                self.trial.problems.append(
                    f"{name}: {each.check} of {each.task}: {each.how} passes"
                )

    def _behaviours(self) -> list[Behaviour]:
        """Functions that are wrong under a condition, or that remember; what no check meets."""
        self._say("functions that are wrong under a condition, or that remember")
        tried = list(try_behaviours(self._course, self._assignment, BASE))
        unmet: dict[str, list[str]] = {}
        for each in tried:
            if not each.asked:
                unmet.setdefault(each.task, []).append(each.name)
            elif each.kind != ALIAS:
                self._behaviour(each)
            elif not each.found:
                self.trial.aliases.append(each.task)
        self.trial.outside += outside.reasons(self._outside, unmet)
        self.trial.problems += outside.problems(self._assignment.name, self._outside, unmet)
        return [each for each in tried if each.asked]

    def _behaviour(self, mutant: Behaviour) -> None:
        tally = {CONDITION: self.trial.conditions, MEMORY: self.trial.memories}[mutant.kind]
        listed = self._equivalent.get(mutant.id)
        tally.tried[mutant.task] += 1
        tally.found[mutant.task] += mutant.found
        if listed is not None and mutant.found:
            self._problem(mutant, "is listed as equivalent, but loses points")
        elif listed is not None:
            tally.equivalent[mutant.task] += 1
            self.trial.equivalent.append(listed)
        elif not mutant.found:
            self._problem(mutant, "survives")

    def _unknown(self, known: set[str]) -> None:
        """What is listed as equivalent must be a mutant."""
        for id in self._equivalent:
            if id not in known:
                name = self._assignment.name
                self.trial.problems.append(f"{name}: {id} is listed, but no mutant")

    def _note_kept(self, task: str, verdict: Verdict, change: str) -> None:
        if verdict.kept:
            points = sum(points for _check, points in verdict.kept)
            kept = Kept(task, points, tuple(check for check, _points in verdict.kept))
            self.trial.kept.setdefault(kept, []).append(change)

    def _mistakes(self, mistakes: Sequence[Mutant]) -> None:
        self._say(f"{len(mistakes)} wrong functions of the catalogue")
        for mutant, verdict in zip(mistakes, self._verdicts(mistakes, hints=True), strict=True):
            [task] = mutant.tasks
            self.trial.mistakes.tried[task] += 1
            found = self._is_found(mutant, verdict)
            self.trial.mistakes.found[task] += found
            if found:
                self._note_kept(task, verdict, mutant.id)
            self.trial.hints[_named(mutant, verdict)] += 1

    def _chains(self, mistakes: Sequence[Mutant], most: int | None) -> None:
        chains = Chains(self._course, self._assignment, self._checks)
        every = list(chains.mutants(first_variants(mistakes)))
        wrong = _drawn(every, most or DRAWN_CHAINS)
        self._say(f"{len(wrong)} right tasks on a wrong earlier one")
        verdicts = self._try_out(self._job(m.cells, m.tasks) for m in wrong)
        for mutant, verdict in zip(wrong, verdicts, strict=True):
            [task] = mutant.tasks
            self.trial.chains.tried[task] += 1
            self.trial.chain_styles[task] = chains.styles(task)
            if set(verdict.lost) <= {task} and not verdict.errors:
                self.trial.chains.found[task] += 1
            else:
                charged = ", ".join([*verdict.lost, *verdict.errors])
                self._problem(mutant, f"is charged at {charged}")

    def _pairs(self, pairs: Pairs, most: int | None) -> None:
        chosen = pairs.ids(most or DRAWN_PAIRS, SEED)
        listed = [pair for pair in pairs.ids(None, SEED) if pairs.id(*pair) in self._equivalent]
        chosen += [pair for pair in listed if pair not in chosen]
        self._say(f"{len(chosen)} pairs of mistakes")
        tally = self.trial.pairs
        mutants = [pairs.mutant(one, other) for one, other in chosen]
        again = []
        for pair, mutant, verdict in zip(chosen, mutants, self._verdicts(mutants), strict=True):
            if mutant.id in self._equivalent:
                tally.found += self._is_one(mutant, verdict)
            elif not set(verdict.lost) >= set(mutant.tasks):
                again.append(pairs.mutant(*pair, apart=True))
            else:
                tally.found += self._is_found(mutant, verdict)
        # one wrong function in the other may undo its mistake, and is right then; kept apart,
        # both must be found
        for mutant, verdict in zip(again, self._verdicts(again), strict=True):
            tally.undone += self._is_found(mutant, verdict)
        tally.found += tally.undone
        tally.tried = len(chosen)

    def _is_one(self, pair: Mutant, verdict: Verdict) -> bool:
        """Whether one mistake alone is charged: the other is what a right function makes of it."""
        self.trial.equivalent.append(self._equivalent[pair.id])
        if len(verdict.lost) == 1 and set(verdict.lost) < set(pair.tasks):
            return True
        self._problem(pair, f"is listed as one mistake, but charged at {', '.join(verdict.lost)}")
        return False

    def _styles(self, styles: list[Style], several: set[str]) -> None:
        kinds = list(kinds_of(self._course, self._assignment, styles, several))
        self._say(f"{len(styles)} right solutions, {len(kinds)} with other kinds of answers")
        parts: list[tuple[Part, list[Style]]] = [("all", styles), ("quick", kinds)]
        for part, tried in parts:
            verdicts = self._try_out(self._job(style.cells, part=part) for style in tried)
            for style, verdict in zip(tried, verdicts, strict=True):
                self._must_be_right(style, verdict)
        self.trial.styles, self.trial.kinds = styles, len(kinds)

    def _secrets(
        self,
        secrets: Sequence[bytes],
        mutants: Sequence[Mutant],
        mistakes: Sequence[Mutant],
        styles: Sequence[Style],
    ) -> None:
        self._say(f"{len(secrets)} secrets")
        wrong = [*_drawn(mistakes, DRAWN_FOR_SECRETS), *_drawn(mutants, DRAWN_FOR_SECRETS)]
        right = [_in_turn(styles, STYLES_FOR_A_SECRET, place) for place in range(len(secrets))]
        jobs = []
        for secret, tried in zip(secrets, right, strict=True):
            jobs += [self._job(style.cells, part="hidden", secret=secret) for style in tried]
            jobs += [self._job(m.cells, m.tasks, part="own", secret=secret) for m in wrong]
        verdicts = iter(self._try_out(jobs))
        tally = self.trial.under_secrets
        for place, tried in enumerate(right):
            under = f" under secret {place}"
            for style in tried:
                self._must_be_right(style, next(verdicts), under)
            for mutant in wrong:
                tally.found += self._is_found(mutant, next(verdicts), under)
        tally.secrets = len(secrets)
        tally.wrong, tally.right = len(secrets) * len(wrong), sum(map(len, right))

    def _verdicts(self, mutants: Sequence[Mutant], *, hints: bool = False) -> list[Verdict]:
        """The verdicts; of mutants that lose nothing, with the longest checks, too."""
        verdicts = self._try_out(self._job(m.cells, m.tasks, hints=hints) for m in mutants)
        doubtful = [
            place
            for place, (mutant, verdict) in enumerate(zip(mutants, verdicts, strict=True))
            if not verdict.lost and mutant.id not in self._equivalent
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

    def _is_found(self, mutant: Mutant, verdict: Verdict, under: str = "") -> bool:
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

    def _must_be_right(self, style: Style, verdict: Verdict, under: str = "") -> None:
        if verdict.lost or verdict.errors:
            lost = ", ".join([*verdict.lost, *verdict.errors])
            self.trial.problems.append(
                f"{self._assignment.name}: “{style.name}” is right, but loses points{under}: {lost}"
            )

    def _problem(self, mutant: Mutant | Behaviour, what: str) -> None:
        name = self._assignment.name
        self.trial.problems.append(f"{name}: {mutant.id} {what} ({mutant.change})")


def systematic(course: Course, assignment: Assignment, forms: dict[str, Forms]) -> list[Mutant]:
    """All mutants of the solution's functions and of their answers."""
    source = text_of(course, assignment.name)
    return [*of_solution(course, assignment), *of_answers(source, forms)]


def _drawn(mutants: Sequence[Mutant], most: int) -> Sequence[Mutant]:
    return random.Random(SEED).sample(mutants, most) if len(mutants) > most else mutants


def _in_turn(styles: Sequence[Style], most: int, turn: int) -> list[Style]:
    """So many of them at most, in each turn the next ones, so that each comes as often."""
    start = turn * most
    return [styles[(start + place) % len(styles)] for place in range(min(most, len(styles)))]


def _named(mutant: Mutant, verdict: Verdict) -> str:
    """How the matcher names the mistake: right, wrong, or not."""
    if len(verdict.hints) != 1 or verdict.hints[0] in HINTS or is_experiment(verdict.hints[0]):
        return "unnamed"
    return "right" if verdict.hints[0] == mutant.mistake else "wrong"
