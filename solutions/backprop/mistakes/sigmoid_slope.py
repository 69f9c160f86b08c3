"""Mistakes about `sigmoid_slope`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


def activation(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def slope_of_activated(a: Array) -> Array:
    """The sigmoid's slope at z = a: the activation is taken for the weighted sum."""
    return activation(a) * (1 - activation(a))


@mistake("sigmoid-applied-again")
def sigmoid_applied_again(a: Array) -> Array:
    return slope_of_activated(a)


@variant("sigmoid-applied-again")
def sigmoid_applied_once_more(a: Array) -> Array:
    return activation(a)


@variant("sigmoid-applied-again")
def sigmoid_mixed(a: Array) -> Array:
    return activation(a) * (1 - a)


@variant("sigmoid-applied-again")
def sigmoid_mixed_the_other_way(a: Array) -> Array:
    return a * (1 - activation(a))


@mistake("slope-without-brackets")
def slope_without_brackets(a: Array) -> Array:
    return a * 1 - a


@mistake("sigmoid-slope-sign")
def sigmoid_slope_sign(a: Array) -> Array:
    return a * (a - 1)


@mistake("slope-of-tanh")
def slope_of_tanh(a: Array) -> Array:
    return 1 - a**2


@mistake("slope-plus")
def slope_plus(a: Array) -> Array:
    return a * (1 + a)


@mistake("half-of-the-product")
def one_minus_a(a: Array) -> Array:
    return 1 - a


@variant("half-of-the-product")
def a_alone(a: Array) -> Array:
    return np.array(a)


@mistake("slope-squared")
def slope_of_the_slope(a: Array) -> Array:
    slope = a * (1 - a)
    return slope * (1 - slope)


@variant("slope-squared")
def slope_squared(a: Array) -> Array:
    return (a * (1 - a)) ** 2


@variant("slope-squared")
def first_factor_squared(a: Array) -> Array:
    return a**2 * (1 - a)


@variant("slope-squared")
def last_factor_squared(a: Array) -> Array:
    return a * (1 - a) ** 2


@mistake("square-in-the-bracket")
def one_minus_the_square(a: Array) -> Array:
    return a * (1 - a**2)


@mistake("slope-written-with-z")
def slope_written_with_z(a: Array) -> Array:
    return np.exp(-a) / (1 + np.exp(-a))


@variant("slope-written-with-z")
def power_of_a(a: Array) -> Array:
    return np.exp(-a) / (1 + np.exp(-a)) ** 3


@mistake("sigmoid-slope-in-place")
def sigmoid_slope_in_place(a: Array) -> Array:
    a *= 1 - a
    return a
