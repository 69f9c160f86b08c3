"""Plain data as short text: how a message shows an argument or an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.values.plain import Model, Tensor, Unsupported, Value

_WIDTH = 160
_DIGITS = 8
_LONGEST_CODE = 600


def show(value: Value | object) -> str:
    """A value on one line, at most `_WIDTH` characters, numbers with eight digits."""
    text = _text(value)
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def show_call(task: str, arguments: Sequence[object]) -> str:
    return f"{task}({', '.join(show(argument) for argument in arguments)})"


def call_code(task: str, arguments: Sequence[object]) -> str:
    """The call as Python to paste into a notebook; empty where it can't be, or is too long."""
    try:
        code = f"{task}({', '.join(map(_code, arguments))})"
    except ValueError:
        return ""
    return code if len(code) <= _LONGEST_CODE else ""


def changing_code(task: str, arguments: Sequence[object], place: int, name: str) -> str:
    """The call with the argument at this place under a name, which is looked at after it."""
    try:
        given = [name if n == place else _code(each) for n, each in enumerate(arguments)]
        code = f"{name} = {_code(arguments[place])}\n{task}({', '.join(given)})\n{name}"
    except ValueError:
        return ""
    return code if len(code) <= _LONGEST_CODE else ""


def _code(value: Any) -> str:
    if isinstance(value, Tensor):
        return f"torch.tensor({_code(value.array.tolist())})"
    if isinstance(value, np.ndarray):
        return f"np.array({_code(value.tolist())})"
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(_code, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)"
    if isinstance(value, float) and not np.isfinite(value):
        return f'float("{value}")'
    if value is None or isinstance(value, (bool, int, float, str)):
        return repr(value)
    raise ValueError(type(value).__name__)


def show_shape(shape: tuple[int, ...]) -> str:
    return str(tuple(int(length) for length in shape))


def _text(value: Any) -> str:
    if isinstance(value, Tensor):
        return f"tensor({_array(value.array)})"
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, Model):
        return "model"
    if isinstance(value, Unsupported):
        return f"<{value.type_name}>"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (list, tuple)):
        return _sequence(value)
    if value is None or isinstance(value, (bool, int, str)):
        return repr(value)
    return getattr(value, "__name__", "function") if callable(value) else "…"


def _sequence(value: list[Any] | tuple[Any, ...]) -> str:
    parts: list[str] = []
    length = 0
    for item in value:
        parts.append(_text(item))
        length += len(parts[-1]) + 2
        if length > _WIDTH:
            break
    inner = ", ".join(parts)
    if isinstance(value, tuple):
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return f"[{inner}]"


def _array(array: NDArray[Any]) -> str:
    if array.ndim == 0:
        return _text(array.item())
    if array.size == 0:
        return f"[] {show_shape(array.shape)}" if array.ndim > 1 else "[]"
    return _sequence([row if array.ndim > 1 else row.item() for row in array[:64]])


def _number(value: float) -> str:
    return f"{value:.{_DIGITS}g}"
