"""Mistakes about `is_deep`."""

from __future__ import annotations

from typing import Any

from autograder.hints import inputs, mistake, variant


@inputs
def narrow_and_single_layers() -> list[tuple[Any, ...]]:
    """Narrow hidden layers, and a single size: no network, but most functions answer."""
    return [([3, 1, 2, 4],), ([3, 1, 2],), ([3],)]


@mistake("one-hidden-layer-is-deep")
def one_hidden_layer_is_deep(sizes: list[int]) -> bool:
    return len(sizes) >= 3


@mistake("two-hidden-layers-not-deep")
def two_hidden_layers_not_deep(sizes: list[int]) -> bool:
    return len(sizes) - 2 > 2


@mistake("every-layer-counts")
def every_layer_counts(sizes: list[int]) -> bool:
    return len(sizes) >= 2


@mistake("deep-exchanged")
def deep_exchanged(sizes: list[int]) -> bool:
    return len(sizes) - 2 < 2


@mistake("number-of-layers-for-deep")
def number_of_layers_for_deep(sizes: list[int]) -> int:
    return len(sizes) - 2


@mistake("deep-as-word")
def deep_as_word(sizes: list[int]) -> str:
    return "True" if len(sizes) >= 4 else "False"


@variant("deep-as-word")
def deep_as_dnn(sizes: list[int]) -> str:
    return "DNN" if len(sizes) >= 4 else "ANN"


@variant("deep-as-word")
def deep_as_yes(sizes: list[int]) -> str:
    return "yes" if len(sizes) >= 4 else "no"


@mistake("width-for-depth")
def width_for_depth(sizes: list[int]) -> bool:
    return sum(sizes[1:-1]) >= 2


@variant("width-for-depth")
def all_hidden_layers_wide(sizes: list[int]) -> bool:
    return len(sizes) > 2 and min(sizes[1:-1]) >= 2


@variant("width-for-depth")
def any_layer_wide(sizes: list[int]) -> bool:
    return max(sizes) >= 10


@mistake("one-number-of-layers")
def exactly_two_hidden_layers(sizes: list[int]) -> bool:
    return len(sizes) == 4


@variant("one-number-of-layers")
def exactly_three_hidden_layers(sizes: list[int]) -> bool:
    return len(sizes) == 5
