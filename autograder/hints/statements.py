"""What can be said of wrong answers when no single mistake explains them.

Facts about them and experiments on them, the surer ones first.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import numpy as np

from autograder.checks.outcome import Run
from autograder.hints import experiments
from autograder.hints.facts import BESIDE, CERTAIN, LIKELY, PRECISE
from autograder.hints.general import HINTS
from autograder.hints.memory import Memory
from autograder.hints.pairs import Pair, Pairs, Statement
from autograder.hints.replay import cost
from autograder.values.plain import Model
from autograder.values.trace import Step

MOST_CALLS: Final = 400

_OF_CODE: Final = {
    "changed": "generic/arguments-changed",
    "kept": "generic/own-memory",
    "warned": "generic/overflow",
    "asked_times": "generic/asked-wrong-times",
    "asked_at_start": "generic/asked-wrong-place",
    "asked_elsewhere": "generic/asked-wrong-place",
    "attached": "generic/gradient-attached",
    "memory": "generic/memory",
}


def of_codes(codes: Collection[str]) -> str | None:
    """What the findings alone say, when all of them say the same."""
    said = {_OF_CODE.get(code) for code in codes}
    return next(iter(said)) if len(said) == 1 else None


def finding(
    task: str,
    runs: Sequence[Run],
    failed: Sequence[Run],
    further: Sequence[Step],
    solution: Callable[..., Any] | None,
    memory: Memory,
) -> str | None:
    """The id of the first statement that holds for all answers, or None.

    `further`: what the task's function was asked beside its checks.
    """
    codes = {run.finding.code for run in failed if run.finding is not None}
    said = of_codes(codes)
    if said is not None or solution is None:
        return said
    counted = [run for run in runs if run in failed or run.passed]
    known = [(step, run.check.visible) for run in counted for step in run.steps]
    if cost([step for step, _ in known]) > MOST_CALLS:
        known = [each for each in known if not _involves_a_model(each[0])]
    answers = [*known, *((step, False) for step in further)]
    wants = memory.replay(solution, task, [step for step, _ in answers])
    pairs = [
        Pair(got, want, visible)
        for (got, visible), want in zip(answers, wants, strict=False)
        if got.verb == task
    ]
    wrong = [pair for pair in pairs if not pair.right]
    right = [pair for pair in pairs if pair.right]
    if not wrong or (all(pair.got.raised for pair in wrong) and not right):
        return None
    with np.errstate(all="ignore"):  # answers hold infinities
        return (
            _first_of(CERTAIN, wrong, right)
            or next((_OF_CODE[code] for code in sorted(codes) if code.startswith("asked")), None)
            or _as_if(solution, pairs)
            or _first_of(PRECISE, wrong, right)
            or _where(solution, pairs)
            or _first_of(LIKELY, wrong, right)
            or _only_where(solution, pairs)
            or _first_of(BESIDE, wrong, right)
        )


def _first_of(statements: Mapping[str, Statement], wrong: Pairs, right: Pairs) -> str | None:
    return next(
        (f"generic/{name}" for name, says in statements.items() if says(wrong, right)), None
    )


def _as_if(solution: Callable[..., Any], pairs: Pairs) -> str | None:
    names, calls = _asked(solution, pairs)
    return experiments.as_if(solution, names, calls) if calls else None


def _where(solution: Callable[..., Any], pairs: Pairs) -> str | None:
    names, calls = _asked(solution, pairs)
    return experiments.where(names, calls, [pair.right for pair in pairs]) if calls else None


def _only_where(solution: Callable[..., Any], pairs: Pairs) -> str | None:
    names, calls = _asked(solution, pairs)
    return experiments.only_where(names, calls, [pair.right for pair in pairs]) if calls else None


def _asked(solution: Callable[..., Any], pairs: Pairs) -> tuple[list[str], list[Step]]:
    """The arguments' names, and the calls; none where there is nothing to be said about them."""
    names = list(inspect.signature(solution).parameters)
    calls = [pair.got for pair in pairs]
    return names, [] if not names or any(map(_involves_a_model, calls)) else calls


def _involves_a_model(step: Step) -> bool:
    return any(isinstance(each, Model) for each in (*step.arguments, step.value))


_NAMES: Final = {f"generic/{name}" for name in (*CERTAIN, *PRECISE, *LIKELY, *BESIDE)}
assert _NAMES | set(_OF_CODE.values()) == set(HINTS)
