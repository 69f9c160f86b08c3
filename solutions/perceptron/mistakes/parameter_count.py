"""Mistakes about `parameter_count`."""

from __future__ import annotations

from itertools import pairwise
from math import prod

from autograder.hints import mistake, variant
from solutions.perceptron.solution import parameter_count


@mistake("biases-not-counted")
def biases_not_counted(sizes: list[int]) -> int:
    return sum(a * b for a, b in pairwise(sizes))


@mistake("inputs-have-biases")
def inputs_have_biases(sizes: list[int]) -> int:
    return parameter_count(sizes) + sizes[0]


@mistake("biases-of-the-wrong-layer")
def biases_of_the_wrong_layer(sizes: list[int]) -> int:
    return sum(a * b + a for a, b in pairwise(sizes))


@mistake("output-has-no-bias")
def output_has_no_bias(sizes: list[int]) -> int:
    return parameter_count(sizes) - sizes[-1]


@mistake("one-bias-for-each-layer")
def one_bias_for_each_layer(sizes: list[int]) -> int:
    return biases_not_counted(sizes) + len(sizes) - 1


@variant("one-bias-for-each-layer")
def one_bias_for_each_size(sizes: list[int]) -> int:
    return biases_not_counted(sizes) + len(sizes)


@mistake("neurons-counted")
def neurons_counted(sizes: list[int]) -> int:
    return sum(sizes)


@variant("neurons-counted")
def biases_counted(sizes: list[int]) -> int:
    return sum(sizes[1:])


@mistake("sizes-multiplied")
def sizes_multiplied(sizes: list[int]) -> int:
    return prod(sizes)


@mistake("a-layer-not-counted")
def last_layer_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[:-1])


@variant("a-layer-not-counted")
def first_layer_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[1:])


@mistake("last-weights-not-counted")
def last_weights_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes) - sizes[-2] * sizes[-1]


@mistake("only-one-layer-counted")
def only_the_first_layer_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[:2])


@variant("only-one-layer-counted")
def only_the_last_layer_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[-2:])


@mistake("both-sides-have-biases")
def both_sides_have_biases(sizes: list[int]) -> int:
    return sum((a + 1) * (b + 1) for a, b in pairwise(sizes))


@variant("both-sides-have-biases")
def biases_of_both_layers(sizes: list[int]) -> int:
    return sum(a * b + a + b for a, b in pairwise(sizes))


@mistake("sizes-added-in-pairs")
def sizes_added_in_pairs(sizes: list[int]) -> int:
    return sum(a + b for a, b in pairwise(sizes))


@variant("sizes-added-in-pairs")
def sizes_added_with_biases(sizes: list[int]) -> int:
    return sum(a + 2 * b for a, b in pairwise(sizes))
