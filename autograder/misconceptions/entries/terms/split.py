"""Misconceptions about `split`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import Call, misconception, view, way
from solutions.terms import split

Parts = tuple[Any, Any, Any]


@view
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
    runs = [part.size >= 5 and bool((np.diff(part) == 1).all()) for part in parts]
    return bool(low < 0), bool(high >= n), twice_in_part, missing, nested, with_rest, runs


def _cut(deck: Any, n: int, validation: float, test: float) -> Parts:
    a = round(n * validation)
    b = a + round(n * test)
    return deck[b:], deck[:a], deck[a:b]


@misconception(
    "terms/no-shuffle",
    title="cuts without shuffling",
    why="The indices are all there, so cutting them seems enough.",
    en="The parts are runs of neighbouring indices. What happens to a class that stands at the "
    "end?",
    ko="각 부분이 이웃한 번호끼리 모여 있습니다. 데이터가 종류별로 정렬되어 있다면 어떻게 될까요?",
)
def no_shuffle(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.arange(n), n, validation, test)


@misconception(
    "terms/seed-not-used",
    title="draws without the seed",
    why="The seed is taken for decoration, or set after the draw.",
    en="The same seed gives other parts each time. At which line does the seed enter the draw?",
    ko="같은 시드인데도 매번 다른 부분이 나옵니다. 시드는 어느 줄에서 추첨에 들어가나요?",
)
def seed_not_used(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng().permutation(n), n, validation, test)


@misconception(
    "terms/seed-fixed",
    title="always draws with one seed of its own",
    why="A seed from another example is typed in.",
    en="Every seed gives the same parts. Which number starts the random generator?",
    ko="시드가 달라도 같은 부분이 나옵니다. 난수 생성기는 어떤 수로 시작하나요?",
)
def seed_fixed(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(42).permutation(n), n, validation, test)


@misconception(
    "terms/three-draws",
    title="draws each part separately from all indices",
    why="Each part is random, so each is drawn anew.",
    en="Some indices are in two parts, others in none. After the first part is drawn, which "
    "indices may the second one come from?",
    ko="어떤 번호는 두 부분에 있고 어떤 번호는 아무 데도 없습니다. 첫 부분을 뽑은 뒤 둘째 "
    "부분은 어느 번호에서 뽑아야 할까요?",
)
def three_draws(n: int, validation: float, test: float, seed: int) -> Parts:
    rng = random.Random(seed)
    a, b = round(n * validation), round(n * test)
    every = range(n)
    return rng.sample(every, n - a - b), rng.sample(every, a), rng.sample(every, b)


@misconception(
    "terms/draw-with-replacement",
    title="draws the same index more than once",
    why="`choice` or `integers` puts each number back.",
    en="Within one part an index stands twice. Does the draw put each number back before the "
    "next one?",
    ko="한 부분 안에 같은 번호가 두 번 있습니다. 뽑은 번호를 다시 넣고 다음 번호를 뽑고 있지는 "
    "않나요?",
)
def draw_with_replacement(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(seed).integers(0, n, n), n, validation, test)


@misconception(
    "terms/sizes-cut-off",
    title="cuts sizes off instead of rounding",
    why="`int` looks like rounding.",
    en="Some parts are one index too small. What does turning n times a fraction into an "
    "integer do with 12.7?",
    ko="어떤 부분은 번호가 하나 모자랍니다. 12.7을 정수로 바꾸는 방법에 따라 결과가 어떻게 "
    "달라지나요?",
)
def sizes_cut_off(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = int(n * validation)
    b = a + int(n * test)
    return deck[b:], deck[:a], deck[a:b]


@misconception(
    "terms/sizes-rounded-up",
    title="rounds sizes up",
    why="No part should come out too small.",
    en="Some parts are one index too large. In which direction is n times a fraction rounded?",
    ko="어떤 부분은 번호가 하나 많습니다. n에 비율을 곱한 수를 어느 쪽으로 반올림하고 있나요?",
)
def sizes_rounded_up(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = math.ceil(n * validation)
    b = a + math.ceil(n * test)
    return deck[b:], deck[:a], deck[a:b]


@misconception(
    "terms/training-size-rounded",
    title="rounds the training part and lets another one take the rest",
    why="The training part comes first in the tuple, so its size is worked out first.",
    en="One of the small parts is sometimes one index off. Which part should take what "
    "rounding leaves over?",
    ko="작은 부분 하나의 크기가 가끔 하나씩 어긋납니다. 반올림하고 남은 것은 어느 부분이 "
    "가져가야 하나요?",
)
def test_takes_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * (1 - validation - test))
    b = a + round(n * validation)
    return deck[:a], deck[a:b], deck[b:]


@way("terms/training-size-rounded")
def validation_takes_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * (1 - validation - test))
    b = n - round(n * test)
    return deck[:a], deck[a:b], deck[b:]


@way("terms/training-size-rounded")
def test_takes_the_cut_off_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = int(n * (1 - validation - test))
    b = a + int(n * validation)
    return deck[:a], deck[a:b], deck[b:]


@way("terms/training-size-rounded")
def training_cut_off_first(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = int(n * (1 - validation - test))
    b = a + round(n * validation)
    return deck[:a], deck[a:b], deck[b:]


@misconception(
    "terms/parts-in-other-order",
    title="returns the parts in another order",
    why="The parts come back in the order in which they were cut.",
    en="The sizes belong to other parts. In which order does the docstring name the three?",
    ko="크기가 서로 다른 부분의 것입니다. docstring에는 세 부분이 어떤 순서로 적혀 있나요?",
)
def validation_first(n: int, validation: float, test: float, seed: int) -> Parts:
    training, chosen, judged = split(n, validation, test, seed)
    return chosen, judged, training


@way("terms/parts-in-other-order")
def validation_then_training(n: int, validation: float, test: float, seed: int) -> Parts:
    training, chosen, judged = split(n, validation, test, seed)
    return chosen, training, judged


@misconception(
    "terms/validation-and-test-mixed-up",
    title="mixes up validation and test",
    why="Both are held out, so they seem to be the same.",
    en="The training part is right, the other two have each other's size. Which fraction "
    "belongs to which of them?",
    ko="훈련 부분은 맞고 나머지 두 부분의 크기가 서로 바뀌어 있습니다. 어느 비율이 어느 부분의 "
    "것인가요?",
)
def validation_and_test_mixed_up(n: int, validation: float, test: float, seed: int) -> Parts:
    return split(n, test, validation, seed)


@misconception(
    "terms/fraction-of-the-rest",
    title="takes a fraction of what is left",
    why="The data is split twice, the second time with the same fraction.",
    en="The second cut is too small. Of how many indices is each fraction meant: of all, or of "
    "those that are left?",
    ko="두 번째로 자른 부분이 너무 작습니다. 비율은 전체에 대한 것인가요, 남은 것에 대한 것인가요?",
)
def fraction_of_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * test)
    b = a + round((n - a) * validation)
    return deck[b:], deck[a:b], deck[:a]


@way("terms/fraction-of-the-rest")
def test_of_the_rest(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * validation)
    b = a + round((n - a) * test)
    return deck[b:], deck[:a], deck[a:b]


@misconception(
    "terms/indices-from-one",
    title="counts indices from 1",
    why="People count from one.",
    en="The index n is in a part, 0 in none. From which number do indices count?",
    ko="번호 n은 들어 있고 0은 어디에도 없습니다. 인덱스는 몇부터 세나요?",
)
def indices_from_one(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(seed).permutation(n) + 1, n, validation, test)


@misconception(
    "terms/index-lost-at-a-cut",
    title="loses an index at a cut or at the end",
    why="The end of a slice is thought to belong to it.",
    en="An index is in none of the parts. Does the end of a slice belong to it?",
    ko="어느 부분에도 없는 번호가 있습니다. 슬라이스의 끝 번호는 그 슬라이스에 들어가나요?",
)
def index_lost_at_both_cuts(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * validation)
    b = a + round(n * test)
    return deck[b + 1 :], deck[:a], deck[a + 1 : b]


@way("terms/index-lost-at-a-cut")
def last_index_lost(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n - 1)
    return _cut(deck, n, validation, test)


@misconception(
    "terms/parts-share-the-cut",
    title="puts the index at a cut into both parts",
    why="A slice is thought to begin where the one before ends, inclusive.",
    en="An index at a cut is in two parts. Where does one slice end, and where does the next "
    "begin?",
    ko="자르는 자리의 번호가 두 부분에 들어 있습니다. 앞 슬라이스는 어디서 끝나고 다음 것은 "
    "어디서 시작하나요?",
)
def parts_share_the_cut(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a = round(n * validation)
    b = a + round(n * test)
    return deck[b - 1 :], deck[:a], deck[a - 1 : b]


@misconception(
    "terms/cuts-from-the-same-place",
    title="cuts validation and test from the same place",
    why="Each part is cut as if it were the only one.",
    en="Validation and test hold the same indices. How far does the test part's slice have to "
    "move on?",
    ko="검증과 테스트에 같은 번호가 들어 있습니다. 테스트 부분의 슬라이스는 어디서 시작해야 "
    "하나요?",
)
def cuts_from_the_same_place(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a, b = round(n * validation), round(n * test)
    return deck[a + b :], deck[:a], deck[:b]


@way("terms/cuts-from-the-same-place")
def cut_with_two_shares(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    a, b = round(n * validation), round(n * test)
    return deck[max(a, b) :], deck[:a], deck[:b]


@misconception(
    "terms/training-on-everything",
    title="leaves all indices in the training part",
    why="More training data is better.",
    en="Indices of validation and test are in the training part, too. What would the test then "
    "measure?",
    ko="검증과 테스트의 번호가 훈련 부분에도 들어 있습니다. 그러면 테스트는 무엇을 재게 될까요?",
)
def training_on_everything(n: int, validation: float, test: float, seed: int) -> Parts:
    deck = np.random.default_rng(seed).permutation(n)
    _training, chosen, judged = _cut(deck, n, validation, test)
    return deck, chosen, judged


@misconception(
    "terms/sizes-for-indices",
    title="returns sizes instead of indices",
    why="The fractions lead to numbers, and these look like the answer.",
    en="Three numbers come back. What does the task want of each part besides its size?",
    ko="수 세 개가 돌아왔습니다. 과제는 각 부분의 크기 말고 무엇을 원하나요?",
)
def sizes_for_indices(n: int, validation: float, test: float, seed: int) -> tuple[int, int, int]:
    a, b = round(n * validation), round(n * test)
    return n - a - b, a, b
