"""Whether a function is, where later tasks build on it, what its own checks found it to be.

A function can tell the two apart by what another of the same student's leaves in its answers: a
dtype, a pattern in the digits below the tolerance. It would be right when it is marked, and make
the later task trivial when that is. So what it answers in the chain is compared with the plain
solution on the same arguments. Who was right throughout is right there, too. Who was wrong may be
wrong there, but not for these very digits alone: the same call is made again with numbers moved
by more than any mark can be, and if it is right then, its own checks must have found it wrong
under a condition as fine as that, a tie or a zero.
"""

from __future__ import annotations

import inspect
import random
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

import numpy as np

from autograder.checks.expect import accepted
from autograder.checks.sameness import Within, same
from autograder.hints.conditions import conditions
from autograder.hints.replay import fresh
from autograder.values.plain import Tensor, Value, from_value, to_value
from autograder.values.trace import Step

Arguments = tuple[Any, ...]
Ask = Callable[[Arguments], Value]  # raises LookupError where nothing comes back

_LOOSE: Final = (1e-6, 1e-3)  # honest mistakes may be smaller; no use can be made of such ones
_CLOSE: Final = (2e-9, 1e-5)  # what is right, in single precision, too
_MOVED: Final = (4e-9, 2e-5)  # several times the tolerance of the checks, in which a mark must lie
_SELDOM: Final = 10  # of so many of its own calls one is wrong: it was found right by and large
_SOME: Final = 3  # wrong answers in chains, at least
_MOST: Final = 2 / 3  # of the answers in chains; honest mistakes that are seldom come to a half


class Marked:
    """A task's function as its own checks found it. `own`: what they asked, and got."""

    def __init__(self, right: Callable[..., Any], own: Sequence[Step]) -> None:
        self._right = right
        self._names = list(inspect.signature(right).parameters)
        self._kinds = Counter(_kind(step.arguments) for step in own)
        self._in_chains, self._missed = Counter[Hashable](), Counter[Hashable]()
        self._raised = any(step.raised for step in own)
        self._wrong: list[Arguments] = []
        self._wrong = [
            step.arguments
            for step in own
            if step.raised or not self._is_right(step.arguments, step.value)
        ]
        self._wrong_kinds = Counter(map(_kind, self._wrong))

    def is_like(self, arguments: Arguments, value: Value, ask: Ask, dice: random.Random) -> bool:
        """Whether an answer in the chain is one that its own checks let expect.

        `ask`: the function, in a process that can't tell what it is asked for.
        """
        kind = _kind(arguments)
        self._in_chains[kind] += 1
        if self._is_right(arguments, value, _LOOSE):
            return True
        self._missed[kind] += 1
        if not self._wrong:
            return kind not in self._kinds  # an argument of no kind it was tried on
        aside = tuple(moved(each, dice) for each in arguments)
        try:
            answer = ask(tuple(map(_fresh, aside)))
        except LookupError:
            return self._raised
        return not self._is_right(aside, answer, _CLOSE) or self._is_wrong_as_finely(
            arguments, aside
        )

    @property
    def missed(self) -> int:
        """How many wrong answers it gave in chains."""
        return self._missed.total()

    @property
    def is_another(self) -> bool:
        """Whether it was right nearly always where it was marked, and hardly ever in chains.

        With arguments of the same kind: of one layer's weights, say. What its own checks never
        asked counts as all that they asked.
        """
        return any(
            missed >= _SOME
            and missed > _MOST * self._in_chains[kind]
            and self._is_seldom_wrong(kind)
            for kind, missed in self._missed.items()
        )

    def _is_seldom_wrong(self, kind: Hashable) -> bool:
        if self._kinds[kind]:
            return _SELDOM * self._wrong_kinds[kind] < self._kinds[kind]
        return _SELDOM * self._wrong_kinds.total() < self._kinds.total()

    def as_plain(self, arguments: Arguments, value: Value) -> Value:
        """The plain solution's own answer for a right one of who was right throughout.

        So no sign is left in it, no dtype, no list for an array, no digits, by which another
        function could tell that it is asked in a chain.
        """
        try:
            with np.errstate(all="ignore"):
                want = to_value(self._right(*map(_fresh, arguments)))
        except Exception:
            return value
        return value if self._wrong or not accepted(value, want) else want

    def _is_wrong_as_finely(self, arguments: Arguments, aside: Arguments) -> bool:
        """Whether a condition that moving ends holds here, and where its own checks found it wrong.

        Such a condition is one of values: numbers that are equal, whole, 0 or 1.
        """
        calls = [arguments, aside, *self._wrong]
        count = min(map(len, calls))
        return any(
            condition.holds(arguments)
            and not condition.holds(aside)
            and any(map(condition.holds, self._wrong))
            for condition in conditions(self._names[:count], calls)
        )

    def _is_right(self, arguments: Arguments, value: Value, within: Within | None = None) -> bool:
        """Whether the plain solution answers so; who was right throughout gives nothing else."""
        try:
            with np.errstate(all="ignore"):
                want = to_value(self._right(*map(_fresh, arguments)))
        except Exception:
            return bool(self._wrong)
        return accepted(value, want) if within is None else same(value, want, within)


def _fresh(argument: Any) -> Any:
    return fresh(argument) if callable(argument) else from_value(to_value(argument))


def moved(argument: Any, dice: random.Random) -> Any:
    """The argument in double precision, each of its fractions a little aside."""
    if isinstance(argument, (list, tuple)):
        return type(argument)(moved(each, dice) for each in argument)
    if isinstance(argument, float):
        return argument + _aside(argument, dice)
    if isinstance(argument, Tensor) or not isinstance(argument, np.ndarray):
        return argument
    if argument.dtype.kind != "f":
        return argument
    numbers = argument.astype(np.float64)
    aside = [_aside(each, dice) for each in numbers.flat]
    with np.errstate(all="ignore"):  # wrong functions give infinities
        return numbers + np.reshape(aside, numbers.shape)


def _aside(number: float, dice: random.Random) -> float:
    absolute, relative = _MOVED
    return dice.uniform(-1, 1) * (absolute + relative * abs(number))


def _kind(arguments: Sequence[Any]) -> Hashable:
    """Of which types and how many axes the arguments are; of lists, whether they hold one thing."""
    return tuple(
        (type(each).__name__, len(each) == 1)
        if isinstance(each, (str, list, tuple))
        else np.ndim(each)
        for each in arguments
        if not callable(each) and each is not None
    )
