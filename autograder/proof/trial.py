"""The figures of one assignment's proof."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from autograder.course import Assignment
from autograder.proof.equivalent import Equivalent
from autograder.proof.outside import Reason
from autograder.proof.styles import Style


@dataclass(slots=True)
class Tally:
    """What became of a set of submissions, by task: how many were as they should be."""

    tried: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    equivalent: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class PairTally:
    """Two mistakes in one submission; `undone`: found only when they are kept apart."""

    tried: int = 0
    found: int = 0
    undone: int = 0


@dataclass(slots=True)
class SecretTally:
    """Under how many secrets right and wrong submissions were tried again."""

    secrets: int = 0
    right: int = 0
    wrong: int = 0
    found: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Points that a wrong function keeps, and the checks that grant them."""

    task: str
    points: float
    checks: tuple[str, ...]


@dataclass(slots=True)
class Trial:
    """What an assignment's checks came to; `problems` is empty when they stand the trial.

    `conditions`: functions that are wrong where one holds, `outside`: conditions that can't come;
    `aliases`: tasks in which nobody sees that an answer is an argument itself; `cheap`: trials of
    one hidden check with a cheap function;
    `kept`: the changes that keep points; `hints`: how the matcher named the catalogue's mistakes;
    `kinds`: how many right submissions answered in another kind.
    """

    assignment: Assignment
    mutants: Tally = field(default_factory=Tally)
    conditions: Tally = field(default_factory=Tally)
    memories: Tally = field(default_factory=Tally)
    outside: list[Reason] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    cheap: int = 0
    mistakes: Tally = field(default_factory=Tally)
    chains: Tally = field(default_factory=Tally)
    chain_styles: dict[str, list[str]] = field(default_factory=dict)
    pairs: PairTally = field(default_factory=PairTally)
    under_secrets: SecretTally = field(default_factory=SecretTally)
    equivalent: list[Equivalent] = field(default_factory=list)
    kept: dict[Kept, list[str]] = field(default_factory=dict)
    styles: list[Style] = field(default_factory=list)
    kinds: int = 0
    hints: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """The figures in one line."""
        tallies = (
            (self.mutants, "mutants"),
            (self.conditions, "under a condition"),
            (self.memories, "with a memory"),
            (self.mistakes, "wrong functions"),
        )
        wrong = [(each.found.total(), each.tried.total(), what) for each, what in tallies]
        wrong.append((self.pairs.found, self.pairs.tried, "pairs"))
        found = ", ".join(f"{some} of {all} {what}" for some, all, what in wrong if all)
        return (
            f"{self.assignment.name}: found {found}; {len(self.equivalent)} equivalent; "
            f"{len(self.styles)} right solutions, {self.kinds} kinds; {len(self.problems)} problems"
        )
