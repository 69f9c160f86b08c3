"""Ways to be wrong about an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder.values.plain import Tensor


def wrong_answers(right: Any) -> Iterator[tuple[str, Any]]:
    """Ways to be wrong about a plain answer: a default, its neighbour's, clipped, a little off."""
    if isinstance(right, (tuple, list)) and not _is_row(right):
        yield from _in_one_part(right)
        return
    if isinstance(right, str):
        yield "other text", right + "s"
        return
    if right is None:
        yield "a number", 0
        return
    if isinstance(right, bool):
        yield "the other", not right
        return
    array = right.array if isinstance(right, Tensor) else np.asarray(right)
    if array.dtype.kind not in "biuf":
        return
    yield "0", _like(right, array * 0)
    yield "off by one", _like(right, array + 1)
    if array.dtype.kind == "f":
        yield "a little more", _like(right, array * 1.001 + 1e-4)
        yield "clipped", _like(right, np.clip(array, -0.1, 0.1))
    if array.size > 1:
        yield "the neighbour's", _like(right, np.roll(array, 1))
        changed = array.copy()
        changed.flat[0] = changed.flat[0] + 1
        yield "the first entry", _like(right, changed)


def _in_one_part(right: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for place, part in enumerate(right):
        for how, wrong in wrong_answers(part):
            parts = list(right)
            parts[place] = wrong
            yield f"{how} in part {place}", tuple(parts) if isinstance(right, tuple) else parts


def _is_row(answer: Sequence[Any]) -> bool:
    return len(answer) > 0 and all(isinstance(part, (int, float)) for part in answer)


def _like(right: Any, wrong: Any) -> Any:
    """The wrong numbers in the form in which the right ones came."""
    if isinstance(right, Tensor):
        return Tensor(wrong.astype(right.array.dtype))
    if isinstance(right, (list, tuple)):
        return type(right)(wrong.tolist())
    return wrong if isinstance(right, np.ndarray) else wrong.item()
