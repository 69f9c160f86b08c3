"""Experiments on wrong answers: do they fit other arguments, or a property of the arguments?

Each is confirmed on all calls of the task, the right ones too, or not named.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from autograder.checks.sameness import same_value
from autograder.hints.conditions import conditions
from autograder.hints.phrases import PHRASES
from autograder.hints.replay import replay
from autograder.values.messages import mark as _
from autograder.values.plain import Tensor
from autograder.values.trace import Step
from autograder.values.words import Words

AS_IF: Final = "as-if"
WRONG_WHERE: Final = "wrong-where"
RIGHT_WHERE: Final = "right-where"
WRONG_ONLY_WHERE: Final = "wrong-only-where"
RIGHT_ONLY_WHERE: Final = "right-only-where"
_ENOUGH: Final = 3  # calls on either side of a property
_CHANCE: Final = 0.01  # that some property fits by accident
_TIMES: Final = 3  # as many calls may have it as are meant

Function = Callable[..., Any]
Arguments = tuple[Any, ...]

_SENTENCES: Final[Mapping[str, str]] = {
    WRONG_WHERE: _("The answers are wrong exactly where {what}; elsewhere they are right."),
    RIGHT_WHERE: _("The answers are right exactly where {what}; elsewhere they are wrong."),
    WRONG_ONLY_WHERE: _("Answers are wrong only where {what}, though not always there."),
    RIGHT_ONLY_WHERE: _("Answers are right only where {what}, though not always there."),
    "negated": _("The answers fit `{one}` with the opposite sign. Where does its sign enter?"),
    "0": _("The answers fit a `{one}` of 0. Does the function use it?"),
    "1": _("The answers fit a `{one}` of 1. Does the function use it?"),
    "the same": _(
        "The answers fit one and the same `{one}`, whatever is passed. Does the code read a "
        "variable of the notebook instead?"
    ),
    "transposed": _(
        "The answers fit `{one}` with rows and columns exchanged. What does a row of it stand for?"
    ),
    "reversed": _("The answers fit `{one}` in reverse order. From which end is it read?"),
    "sorted": _("The answers fit a sorted `{one}`. Does its order get lost?"),
    "without signs": _("The answers fit `{one}` without its minus signs. Where do they get lost?"),
    "whole": _("The answers fit `{one}` cut to whole numbers. Where do its decimals get lost?"),
    "one less": _("The answers fit a `{one}` that is smaller by 1. Where does the count begin?"),
    "one more": _("The answers fit a `{one}` that is larger by 1. Where does the count end?"),
    "exchanged": _("The answers fit `{one}` and `{other}` exchanged. Which of them is which?"),
}


def sentence(hint: str, words: Words) -> str | None:
    """What the hint of an experiment says, by its id; None for another hint."""
    kind, *parts = hint.split("/")
    if kind == AS_IF and len(parts) >= 2 and parts[0] in _SENTENCES:
        return words(_SENTENCES[parts[0]], one=parts[1], other=parts[-1])
    if kind.endswith("-where") and kind in _SENTENCES and len(parts) >= 2 and parts[0] in PHRASES:
        what = words(PHRASES[parts[0]], one=parts[1], other=parts[-1])
        return words(_SENTENCES[kind], what=what)
    return None


def is_experiment(hint: str) -> bool:
    """Whether an experiment says this, and no mistake of a catalogue."""
    return hint.startswith(AS_IF + "/") or hint.split("/")[0].endswith("-where")


def as_if(right: Function, names: Sequence[str], calls: Sequence[Step]) -> str | None:
    """The one change of the arguments under which the right function answers like this."""
    found = [
        f"{AS_IF}/{what}/{'/'.join(changed)}"
        for what, changed, change in _changes(names, calls)
        if _fits(right, change, calls)
    ]
    return found[0] if len(found) == 1 else None


def _fits(right: Function, change: Callable[[Arguments], Arguments], calls: Sequence[Step]) -> bool:
    def changed(*arguments: Any) -> Any:
        return right(*change(arguments))

    answers = replay(changed, calls[0].verb, calls)
    return all(map(same_value, calls, answers))


def _changes(
    names: Sequence[str], calls: Sequence[Step]
) -> Iterator[tuple[str, tuple[str, ...], Callable[[Arguments], Arguments]]]:
    """What is changed, of which arguments, and how."""
    first = calls[0].arguments
    for place, name in enumerate(names):
        for what, change in _ONE.items():
            if _can(change, first[place]):
                yield what, (name,), _at(place, change)
        if not callable(first[place]):
            yield "the same", (name,), _at(place, _always(first[place]))
    for one, other in itertools.combinations(range(len(names)), 2):
        if type(first[one]) is type(first[other]):
            yield "exchanged", (names[one], names[other]), _exchange(one, other)


def _always(value: Any) -> Callable[[Any], Any]:
    return lambda _own: value


def _at(place: int, change: Callable[[Any], Any]) -> Callable[[Arguments], Arguments]:
    return lambda arguments: (*arguments[:place], change(arguments[place]), *arguments[place + 1 :])


def _exchange(one: int, other: int) -> Callable[[Arguments], Arguments]:
    def exchange(arguments: Arguments) -> Arguments:
        changed = list(arguments)
        changed[one], changed[other] = changed[other], changed[one]
        return tuple(changed)

    return exchange


def _can(change: Callable[[Any], Any], argument: Any) -> bool:
    """Whether the change fits the kind of argument."""
    try:
        change(argument.array if isinstance(argument, Tensor) else argument)
    except Exception:
        return False
    return True


def _numeric(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The change for arrays, tensors, numbers, and lists of numbers, in their own kind."""

    def changed(argument: Any) -> Any:
        if callable(argument) or isinstance(argument, (str, bool)):
            raise TypeError
        if isinstance(argument, (list, tuple)):
            return type(argument)(np.asarray(change(np.asarray(argument))).tolist())
        return change(argument)

    return changed


def _transposed(argument: Any) -> Any:
    if np.ndim(argument) != 2:
        raise TypeError
    return argument.T


def _in_a_row(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def changed(argument: Any) -> Any:
        if np.ndim(argument) != 1:
            raise TypeError
        return change(argument)

    return _numeric(changed)


def _count(change: Callable[[int], int]) -> Callable[[Any], Any]:
    def changed(argument: Any) -> Any:
        if type(argument) is not int:
            raise TypeError
        return change(argument)

    return changed


_ONE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "negated": _numeric(lambda a: -a),
    "0": _numeric(lambda a: a * 0),
    "1": _numeric(lambda a: a * 0 + 1),
    "transposed": _transposed,
    "reversed": _in_a_row(lambda a: a[::-1].copy()),
    "sorted": _in_a_row(np.sort),
    "without signs": _numeric(abs),
    "whole": _numeric(np.trunc),
    "one less": _count(lambda n: n - 1),
    "one more": _count(lambda n: n + 1),
}


def where(names: Sequence[str], calls: Sequence[Step], right: Sequence[bool]) -> str | None:
    """The property of the arguments on which it hangs whether the answers are right."""
    if min(right.count(True), right.count(False)) < _ENOUGH:
        return None
    for condition in conditions(names, [call.arguments for call in calls]):
        holds = [condition.holds(call.arguments) for call in calls]
        about = "/".join(condition.of)
        if all(one != other for one, other in zip(holds, right, strict=True)):
            return f"{WRONG_WHERE}/{condition.what}/{about}"
        if holds == list(right):
            return f"{RIGHT_WHERE}/{condition.what}/{about}"
    return None


def only_where(names: Sequence[str], calls: Sequence[Step], right: Sequence[bool]) -> str | None:
    """The rarest property that all wrong answers have, or all right ones, and few others.

    None where so many properties would have one that fits by accident. Properties imply each
    other: one that most others have, too, tells of another one that has no name here.
    """
    known = conditions(names, [call.arguments for call in calls])
    found: list[tuple[float, str]] = []
    for kind, wanted in ((WRONG_ONLY_WHERE, False), (RIGHT_ONLY_WHERE, True)):
        those = [place for place, each in enumerate(right) if each is wanted]
        for condition in known if those else ():
            if all(condition.holds(calls[place].arguments) for place in those):
                held = sum(condition.holds(call.arguments) for call in calls)
                share = held / len(calls)
                rare = len(known) * share ** len(those) < _CHANCE and share < 1
                if rare and held <= _TIMES * len(those):
                    found.append((share, f"{kind}/{condition.what}/{'/'.join(condition.of)}"))
    return min(found, key=lambda each: each[0])[1] if found else None
