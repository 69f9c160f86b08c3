"""Arguments, questions and answers between the judge and the wire."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from autograder.sandbox import wire
from autograder.values.findings import CheckFailed, Ended, Finding
from autograder.values.plain import Value, to_value
from autograder.values.spy import BadQuestion


def packed(arguments: Sequence[Any], functions: list[Any]) -> list[wire.Data]:
    """The arguments of a call as the wire carries them; functions by their place."""
    return [_pack(argument, functions) for argument in arguments]


def answer_with(functions: Sequence[Any], asked: wire.Asked) -> wire.Answered:
    """What the function that is asked says. Raises WireError, or Ended, for what makes no sense."""
    if isinstance(asked.function, str) or not 0 <= asked.function < len(functions):
        raise wire.WireError("a question for a function that was not given")
    function = functions[asked.function]
    arguments = [unpacked(argument) for argument in asked.arguments]
    return answered_by(lambda: function(*arguments))


def _pack(argument: Any, functions: list[Any]) -> wire.Data:
    if callable(argument):
        name = getattr(argument, "__name__", "function")
        return wire.Function(functions.index(argument), name)
    return wire.pack(argument)


def unpacked(data: wire.Data) -> Value:
    """What came over the wire. Raises Ended for what makes no sense."""
    try:
        return wire.unpack(data)
    except wire.WireError:
        raise Ended("refused", Finding("wire")) from None


def answered_by(ask: Callable[[], object]) -> wire.Answered:
    """What `ask` gives, or that the question was bad, as the wire carries it."""
    try:
        return wire.Answered(wire.pack(to_value(ask())))
    except BadQuestion as why:
        return wire.Answered(error=str(why))


def value_of(reply: wire.Returned | wire.Raised) -> Value:
    """What the child gave for a model. Raises CheckFailed for an error, Ended for no sense."""
    if isinstance(reply, wire.Raised):
        values = {"type": reply.error, "text": reply.text}
        raise CheckFailed(Finding("model_raised", values))
    return unpacked(reply.value)
