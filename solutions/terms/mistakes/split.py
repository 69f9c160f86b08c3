"""Mistakes about `split`."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.hints import Call, mistake, projection, variant
from solutions.terms.solution import split

Parts = tuple[Any, Any, Any]


@projection
def what_is_seen_of_parts(calls: Sequence[Call]) -> object:
    """Sizes, overlaps, gaps and runs of each answer; whether seeds give the same members."""
    seen: list[object] = []
    members = []
    for arguments, answer in calls:
        n: Any = arguments[0]
        parts = [np.sort(np.asarray(part, dtype=float)) for part in answer]
        if any(part.ndim != 1 for part in parts):
            raise ValueError("no flat parts")
        members.append((arguments, parts))
        seen.append((*map(len, parts), *_faults(parts, int(n))))
    seen += [
        (one[3] == other[3], [bool(np.array_equal(a, b)) for a, b in zip(p, q, strict=True)])
        for place, (one, p) in enumerate(members)
        for other, q in members[:place]
        if one[:3] == other[:3] and len(p) == len(q)
    ]
    return seen


def _faults(parts: list[Any], n: int) -> tuple[object, ...]:
    every = np.concatenate(parts)
    distinct = set(every.tolist())
    low, high = min(distinct, default=0), max(distinct, default=0)
    twice_in_part = any(len(set(part.tolist())) < part.size for part in parts)
    missing = min(len(set(range(n)) - distinct), 3)
    first, *rest = (set(part.tolist()) for part in parts)
    nested = any(a and b and (a <= b or b <= a) for a in rest for b in rest if a is not b)
    with_rest = bool(first & set().union(*rest))
    runs = [_tells(part.size, n) and bool((np.diff(part) == 1).all()) for part in parts]
    return bool(low < 0), bool(high >= n), twice_in_part, missing, nested, with_rest, runs


def _tells(size: int, n: int) -> bool:
    """Whether so many of n indices in a row are hardly an accident."""
    return math.comb(n, size) > 1000 * (n - size + 1)


def _cut(deck: Any, n: int, validation: float, test: float) -> Parts:
    a = round(n * validation)
    b = a + round(n * test)
    return deck[b:], deck[:a], deck[a:b]


@mistake("no-shuffle")
def no_shuffle(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.arange(n), n, validation, test)


@mistake("seed-not-used")
def seed_not_used(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng().permutation(n), n, validation, test)


@mistake("seed-zero-is-none")
def seed_zero_is_none(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(seed or None).permutation(n), n, validation, test)


@mistake("seed-fixed")
def seed_fixed(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(42).permutation(n), n, validation, test)


@mistake("three-draws")
def three_draws(n: int, validation: float, test: float, seed: int) -> Parts:
    rng = random.Random(seed)
    a, b = round(n * validation), round(n * test)
    every = range(n)
    return rng.sample(every, n - a - b), rng.sample(every, a), rng.sample(every, b)


@mistake("draw-with-replacement")
def draw_with_replacement(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(seed).integers(0, n, n), n, validation, test)


@mistake("sizes-cut-off")
def sizes_cut_off(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = int(n * validation)
    b = a + int(n * test)
    return deck[b:], deck[:a], deck[a:b]


@mistake("sizes-rounded-up")
def sizes_rounded_up(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = math.ceil(n * validation)
    b = a + math.ceil(n * test)
    return deck[b:], deck[:a], deck[a:b]


@mistake("training-size-rounded")
def test_takes_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * (1 - validation - test))
    b = a + round(n * validation)
    return deck[:a], deck[a:b], deck[b:]


@variant("training-size-rounded")
def validation_takes_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * (1 - validation - test))
    b = n - round(n * test)
    return deck[:a], deck[a:b], deck[b:]


@variant("training-size-rounded")
def test_takes_the_cut_off_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = int(n * (1 - validation - test))
    b = a + int(n * validation)
    return deck[:a], deck[a:b], deck[b:]


@variant("training-size-rounded")
def training_cut_off_first(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = int(n * (1 - validation - test))
    b = a + round(n * validation)
    return deck[:a], deck[a:b], deck[b:]


@mistake("parts-in-other-order")
def validation_first(n: int, validation: float, test: float, seed: int) -> Parts:
    training, chosen, judged = split(n, validation, test, seed)
    return chosen, judged, training


@variant("parts-in-other-order")
def validation_then_training(n: int, validation: float, test: float, seed: int) -> Parts:
    training, chosen, judged = split(n, validation, test, seed)
    return chosen, training, judged


@mistake("validation-and-test-mixed-up")
def validation_and_test_mixed_up(n: int, validation: float, test: float, seed: int) -> Parts:
    return split(n, test, validation, seed)


@mistake("fraction-of-the-rest")
def fraction_of_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * test)
    b = a + round((n - a) * validation)
    return deck[b:], deck[a:b], deck[:a]


@variant("fraction-of-the-rest")
def test_of_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * validation)
    b = a + round((n - a) * test)
    return deck[b:], deck[:a], deck[a:b]


@mistake("indices-from-one")
def indices_from_one(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(seed).permutation(n) + 1, n, validation, test)


@mistake("index-lost-at-a-cut")
def index_lost_at_both_cuts(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * validation)
    b = a + round(n * test)
    return deck[b + 1 :], deck[:a], deck[a + 1 : b]


@variant("index-lost-at-a-cut")
def last_index_lost(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n - 1)
    return _cut(deck, n, validation, test)


@mistake("cut-from-the-end")
def cut_from_the_end(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a, b = round(n * validation), round(n * test)
    return deck[:-b][a:], deck[:-b][:a], deck[-b:]


@variant("cut-from-the-end")
def both_cut_from_the_end(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a, b = round(n * validation), round(n * test)
    return deck[: -(a + b)], deck[-(a + b) : -b], deck[-b:]


@mistake("parts-share-the-cut")
def parts_share_the_cut(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * validation)
    b = a + round(n * test)
    return deck[b - 1 :], deck[:a], deck[a - 1 : b]


@mistake("cuts-from-the-same-place")
def cuts_from_the_same_place(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a, b = round(n * validation), round(n * test)
    return deck[a + b :], deck[:a], deck[:b]


@variant("cuts-from-the-same-place")
def cut_with_two_shares(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a, b = round(n * validation), round(n * test)
    return deck[max(a, b) :], deck[:a], deck[:b]


@mistake("training-on-everything")
def training_on_everything(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    _training, chosen, judged = _cut(deck, n, validation, test)
    return deck, chosen, judged


@mistake("sizes-for-indices")
def sizes_for_indices(n: int, validation: float, test: float, seed: int) -> tuple[int, int, int]:
    a, b = round(n * validation), round(n * test)
    return n - a - b, a, b
