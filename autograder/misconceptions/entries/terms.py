"""Misconceptions about `terms`: kinds, splits, the choice of a model, overfitting."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import Call, inputs, misconception, view, way
from solutions.terms import learning_kind, overfitting_epoch, parameter_kind, split

Losses = Sequence[float]
Parts = tuple[Any, Any, Any]

# ── parameter_kind ───────────────────────────────────────────────────────────────────────────


@misconception(
    "terms/kinds-exchanged",
    task="parameter_kind",
    title="exchanges parameter and hyperparameter",
    why="“Hyper” sounds like more, so like what a network has many of.",
    en="The two kinds are exchanged throughout. Which of them does training find, which is "
    "fixed before training starts?",
    ko="두 종류가 모두 서로 바뀌어 있습니다. 훈련으로 얻는 값과 훈련 전에 정하는 값을 하나씩 "
    "나누어 보세요.",
)
def kinds_exchanged(name: str) -> str:
    return "hyperparameter" if parameter_kind(name) == "parameter" else "parameter"


@misconception(
    "terms/bias-set-by-user",
    task="parameter_kind",
    title="takes a bias for a hyperparameter",
    why="Only weights are thought of as learnt.",
    en="One learnt value is sorted with those that the user sets. What besides the weights "
    "does training change in a neuron?",
    ko="학습되는 값 하나가 사용자가 정하는 값으로 분류되어 있습니다. 훈련하는 동안 뉴런에서 "
    "가중치 말고 무엇이 더 바뀌나요?",
)
def bias_set_by_user(name: str) -> str:
    return "hyperparameter" if name == "bias" else parameter_kind(name)


@misconception(
    "terms/output-weights-set-by-user",
    task="parameter_kind",
    title="takes the output layer's weights for a hyperparameter",
    why="The name is compared as a whole, or the word “layer” decides.",
    en="The weights of one layer are sorted otherwise than weights in general. Does training "
    "treat them differently?",
    ko="한 층의 가중치만 다른 가중치와 다르게 분류되어 있습니다. 훈련이 그 가중치를 다르게 "
    "다룰까요?",
)
def output_weights_set_by_user(name: str) -> str:
    return "parameter" if name in ("weight", "bias") else "hyperparameter"


def _also_learnt(name: str, *learnt: str) -> str:
    return "parameter" if name in learnt else parameter_kind(name)


@misconception(
    "terms/learning-rate-learnt",
    task="parameter_kind",
    title="takes the learning rate for learnt",
    why="It has “learning” in its name.",
    en="One name with “learning” in it is sorted as learnt. Who chooses its value, and when: "
    "you beforehand, or training?",
    ko="이름에 ‘학습’이 들어간 것이 학습되는 값으로 분류되어 있습니다. 그 값은 누가, 언제 "
    "정하나요?",
)
def learning_rate_learnt(name: str) -> str:
    return _also_learnt(name, "learning rate")


@misconception(
    "terms/rates-learnt",
    task="parameter_kind",
    title="takes both rates for learnt",
    why="A rate looks like a number that training tunes.",
    en="Both rates are sorted as learnt. Does training change them, or does it only use them?",
    ko="두 비율이 모두 학습되는 값으로 분류되어 있습니다. 훈련이 그 값을 바꾸나요, 쓰기만 하나요?",
)
def rates_learnt(name: str) -> str:
    return _also_learnt(name, "learning rate", "dropout rate")


@misconception(
    "terms/dropout-learnt",
    task="parameter_kind",
    title="takes the dropout rate for learnt",
    why="Dropout happens during training.",
    en="Something that acts during training is sorted as found by training. Is its value the "
    "same before and after?",
    ko="훈련 중에 작용하는 것이 훈련으로 얻는 값으로 분류되어 있습니다. 그 값이 훈련 전과 후에 "
    "달라지는지 생각해 보세요.",
)
def dropout_learnt(name: str) -> str:
    return _also_learnt(name, "dropout rate")


@misconception(
    "terms/patience-learnt",
    task="parameter_kind",
    title="takes patience for learnt",
    why="Training stops by itself, so patience seems to belong to it.",
    en="Early stopping acts by itself, but one of its settings is sorted as learnt. Who says "
    "how long it waits?",
    ko="조기 종료는 저절로 일어나지만, 그 설정 하나가 학습되는 값으로 분류되어 있습니다. "
    "얼마나 기다릴지는 누가 정하나요?",
)
def patience_learnt(name: str) -> str:
    return _also_learnt(name, "patience")


@misconception(
    "terms/epochs-learnt",
    task="parameter_kind",
    title="takes the number of epochs for learnt",
    why="It counts what training does.",
    en="A number that counts the passes of training is sorted as learnt. Is it known before "
    "training starts?",
    ko="훈련의 횟수를 세는 수가 학습되는 값으로 분류되어 있습니다. 훈련을 시작하기 전에 정해져 "
    "있나요?",
)
def epochs_learnt(name: str) -> str:
    return _also_learnt(name, "number of epochs")


@misconception(
    "terms/batch-size-learnt",
    task="parameter_kind",
    title="takes the batch size for learnt",
    why="It belongs to the data, not to the network's design.",
    en="How the data is served to training is sorted as a result of training. Where in a "
    "program does that number stand?",
    ko="데이터를 나누어 주는 방식이 훈련의 결과로 분류되어 있습니다. 그 수는 프로그램의 어디에 "
    "적히나요?",
)
def batch_size_learnt(name: str) -> str:
    return _also_learnt(name, "batch size")


@misconception(
    "terms/architecture-learnt",
    task="parameter_kind",
    title="takes the network's shape for learnt",
    why="Layers and neurons are part of the network, as weights are.",
    en="The network's size is sorted as learnt. Does training add layers or neurons?",
    ko="신경망의 크기가 학습되는 값으로 분류되어 있습니다. 훈련하는 동안 층이나 뉴런이 늘어나나요?",
)
def architecture_learnt(name: str) -> str:
    return _also_learnt(name, "number of hidden layers", "neurons per hidden layer")


@way("terms/architecture-learnt")
def neurons_learnt(name: str) -> str:
    return _also_learnt(name, "neurons per hidden layer")


@way("terms/architecture-learnt")
def layers_learnt(name: str) -> str:
    return _also_learnt(name, "number of hidden layers")


@misconception(
    "terms/kind-spelt-otherwise",
    task="parameter_kind",
    title="spells a kind in another way",
    why="The answer is taken for a word to read, not for a string to compare.",
    en="The sorting may be right, but the strings that come back are not the two of the task. "
    "Compare them letter by letter with the docstring.",
    ko="분류는 맞을 수 있지만 돌려주는 문자열이 과제의 두 낱말과 다릅니다. docstring의 낱말과 "
    "한 글자씩 비교해 보세요.",
)
def kind_capitalised(name: str) -> str:
    return parameter_kind(name).capitalize()


@way("terms/kind-spelt-otherwise")
def kind_with_a_space(name: str) -> str:
    return parameter_kind(name).replace("hyperp", "hyper p")


@way("terms/kind-spelt-otherwise")
def kind_with_a_hyphen(name: str) -> str:
    return parameter_kind(name).replace("hyperp", "hyper-p")


@way("terms/kind-spelt-otherwise")
def kind_in_plural(name: str) -> str:
    return parameter_kind(name) + "s"


@way("terms/kind-spelt-otherwise")
def kind_in_korean(name: str) -> str:
    return "파라미터" if parameter_kind(name) == "parameter" else "하이퍼파라미터"


@way("terms/kind-spelt-otherwise")
def kind_in_capitals(name: str) -> str:
    return parameter_kind(name).upper()


@misconception(
    "terms/kind-as-truth-value",
    task="parameter_kind",
    title="answers True and False",
    why="Two kinds look like yes and no.",
    en="A truth value comes back where one of two words is expected. Which words does the task "
    "name?",
    ko="두 낱말 가운데 하나가 와야 할 곳에 참, 거짓이 왔습니다. 과제가 말하는 두 낱말은 "
    "무엇인가요?",
)
def kind_as_truth_value(name: str) -> bool:
    return parameter_kind(name) == "parameter"


@misconception(
    "terms/no-kind-for-the-rest",
    task="parameter_kind",
    title="returns nothing for one of the kinds",
    why="The else branch is left out or only prints.",
    en="For one of the two kinds nothing comes back. What happens when the condition does not "
    "hold?",
    ko="두 종류 가운데 하나에서는 아무 값도 돌아오지 않습니다. 조건이 성립하지 않을 때는 "
    "어떻게 되나요?",
)
def no_kind_for_the_rest(name: str) -> str | None:
    return "parameter" if parameter_kind(name) == "parameter" else None


@way("terms/no-kind-for-the-rest")
def no_kind_for_parameters(name: str) -> str | None:
    return None if parameter_kind(name) == "parameter" else "hyperparameter"


# ── learning_kind ────────────────────────────────────────────────────────────────────────────


def _kind(example: str, *of: str, instead: str) -> str:
    return instead if example in of else learning_kind(example)


@misconception(
    "terms/supervision-exchanged",
    task="learning_kind",
    title="exchanges supervised and unsupervised",
    why="“Supervised” is read as watched by a person while it runs.",
    en="Supervised and unsupervised are exchanged throughout. Which of the two receives the "
    "right answers with its data?",
    ko="지도 학습과 비지도 학습이 모두 서로 바뀌어 있습니다. 데이터와 함께 정답을 받는 쪽은 "
    "어느 것인가요?",
)
def supervision_exchanged(example: str) -> str:
    exchanged = {"supervised": "unsupervised", "unsupervised": "supervised"}
    kind = learning_kind(example)
    return exchanged.get(kind, kind)


@misconception(
    "terms/word-label-decides",
    task="learning_kind",
    title="looks for the letters “label”",
    why="An example is sorted by a word in it, and “unlabelled” holds the word, too.",
    en="Examples whose text holds the letters “label” are all sorted alike. What do “without "
    "labels” and “unlabelled” say?",
    ko="글에 label이라는 글자가 있으면 모두 같은 종류가 됩니다. without labels와 unlabelled는 "
    "무엇을 뜻하나요?",
)
def word_label_decides(example: str) -> str:
    return "supervised" if "label" in example else learning_kind(example)


@way("terms/word-label-decides")
def word_labelled_decides(example: str) -> str:
    return "supervised" if "labelled" in example else learning_kind(example)


@misconception(
    "terms/answers-only-by-name",
    task="learning_kind",
    title="takes data without the word “label” for unlabelled",
    why="Answers are recognised only where they are called labels.",
    en="An example is sorted as unsupervised although its data holds an answer for each case. "
    "Which number would the learner have to hit there?",
    ko="사례마다 정답이 있는데도 비지도로 분류된 예가 있습니다. 거기서 맞혀야 하는 값은 "
    "무엇인가요?",
)
def answers_only_by_name(example: str) -> str:
    return _kind(
        example, "house price from past sales", "XOR from its truth table", instead="unsupervised"
    )


@way("terms/answers-only-by-name")
def past_sales_without_answers(example: str) -> str:
    return _kind(example, "house price from past sales", instead="unsupervised")


@misconception(
    "terms/truth-table-without-answers",
    task="learning_kind",
    title="takes XOR's truth table for data without answers",
    why="Nobody labelled the four rows by hand.",
    en="A truth table lists inputs and, beside them, one more column. Is that column data or "
    "an answer?",
    ko="진리표에는 입력 옆에 열이 하나 더 있습니다. 그 열은 데이터인가요, 정답인가요?",
)
def truth_table_without_answers(example: str) -> str:
    return _kind(example, "XOR from its truth table", instead="unsupervised")


@way("terms/truth-table-without-answers")
def truth_table_by_reward(example: str) -> str:
    return _kind(example, "XOR from its truth table", instead="reinforcement")


@misconception(
    "terms/reduction-supervised",
    task="learning_kind",
    title="takes reducing features for supervised",
    why="The wanted number of features, 2, is taken for an answer.",
    en="A wanted number of features is not an answer for each case. What does the learner "
    "receive when 100 features are reduced?",
    ko="남길 특성의 개수는 사례마다 주어지는 정답이 아닙니다. 특성 100개를 줄일 때 무엇을 "
    "받는지 생각해 보세요.",
)
def reduction_supervised(example: str) -> str:
    return _kind(example, "reducing 100 features to 2", instead="supervised")


@misconception(
    "terms/topics-supervised",
    task="learning_kind",
    title="takes finding topics or groups for supervised",
    why="The result looks like a classification.",
    en="Groups or topics that the learner finds are not given with the data. What would it "
    "have to be told for this kind?",
    ko="찾아낸 묶음이나 주제는 데이터와 함께 주어지지 않습니다. 이 종류가 되려면 무엇을 미리 "
    "알려 주어야 할까요?",
)
def grouping_supervised(example: str) -> str:
    return _kind(example, "grouping customers without labels", instead="supervised")


@way("terms/topics-supervised")
def everything_found_supervised(example: str) -> str:
    return _kind(
        example, "grouping customers without labels", "finding topics in unlabelled news",
        "reducing 100 features to 2", instead="supervised",
    )  # fmt: skip


@misconception(
    "terms/no-reinforcement",
    task="learning_kind",
    title="knows only two kinds",
    why="Rewards are taken for answers, or for the lack of them.",
    en="No example is sorted as the third kind. Which learners get points for what they do "
    "instead of the right answer?",
    ko="세 번째 종류로 분류된 예가 없습니다. 정답 대신 행동에 대한 점수를 받는 것은 어느 예인가요?",
)
def rewards_are_answers(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "supervised")


@way("terms/no-reinforcement")
def rewards_are_nothing(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "unsupervised")


@misconception(
    "terms/one-reward-missed",
    task="learning_kind",
    title="sees a reward in only one of the two examples",
    why="Only one of “points” and “rewarded” is recognised.",
    en="Of two learners with rewards only one is sorted so. What do the points of a game and a "
    "robot's reward have in common?",
    ko="보상을 받는 두 예 가운데 하나만 그렇게 분류되어 있습니다. 게임의 점수와 로봇의 보상은 "
    "무엇이 같은가요?",
)
def robot_supervised(example: str) -> str:
    return _kind(example, "a robot rewarded for walking", instead="supervised")


@way("terms/one-reward-missed")
def robot_unsupervised(example: str) -> str:
    return _kind(example, "a robot rewarded for walking", instead="unsupervised")


@way("terms/one-reward-missed")
def game_supervised(example: str) -> str:
    return _kind(example, "learning to play a game for points", instead="supervised")


@way("terms/one-reward-missed")
def game_unsupervised(example: str) -> str:
    return _kind(example, "learning to play a game for points", instead="unsupervised")


@misconception(
    "terms/learning-spelt-otherwise",
    task="learning_kind",
    title="spells a kind of learning in another way",
    why="The answer is taken for a word to read, not for a string to compare.",
    en="The sorting may be right, but the strings that come back are not the three of the "
    "task. Compare them letter by letter with the docstring.",
    ko="분류는 맞을 수 있지만 돌려주는 문자열이 과제의 세 낱말과 다릅니다. docstring의 낱말과 "
    "한 글자씩 비교해 보세요.",
)
def learning_capitalised(example: str) -> str:
    return learning_kind(example).capitalize()


@way("terms/learning-spelt-otherwise")
def learning_with_the_word(example: str) -> str:
    return learning_kind(example) + " learning"


@way("terms/learning-spelt-otherwise")
def learning_in_korean(example: str) -> str:
    korean = {"supervised": "지도", "unsupervised": "비지도", "reinforcement": "강화"}
    return korean[learning_kind(example)] + " 학습"


@way("terms/learning-spelt-otherwise")
def learning_misspelt(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "reinforced")


# ── split ────────────────────────────────────────────────────────────────────────────────────


@view("split")
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
    task="split",
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
    task="split",
    title="draws without the seed",
    why="The seed is taken for decoration, or set after the draw.",
    en="The same seed gives other parts each time. At which line does the seed enter the draw?",
    ko="같은 시드인데도 매번 다른 부분이 나옵니다. 시드는 어느 줄에서 추첨에 들어가나요?",
)
def seed_not_used(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng().permutation(n), n, validation, test)


@misconception(
    "terms/seed-fixed",
    task="split",
    title="always draws with one seed of its own",
    why="A seed from another example is typed in.",
    en="Every seed gives the same parts. Which number starts the random generator?",
    ko="시드가 달라도 같은 부분이 나옵니다. 난수 생성기는 어떤 수로 시작하나요?",
)
def seed_fixed(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(42).permutation(n), n, validation, test)


@misconception(
    "terms/three-draws",
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
    title="counts indices from 1",
    why="People count from one.",
    en="The index n is in a part, 0 in none. From which number do indices count?",
    ko="번호 n은 들어 있고 0은 어디에도 없습니다. 인덱스는 몇부터 세나요?",
)
def indices_from_one(n: int, validation: float, test: float, seed: int) -> Parts:
    return _cut(np.random.default_rng(seed).permutation(n) + 1, n, validation, test)


@misconception(
    "terms/index-lost-at-a-cut",
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
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
    task="split",
    title="returns sizes instead of indices",
    why="The fractions lead to numbers, and these look like the answer.",
    en="Three numbers come back. What does the task want of each part besides its size?",
    ko="수 세 개가 돌아왔습니다. 과제는 각 부분의 크기 말고 무엇을 원하나요?",
)
def sizes_for_indices(n: int, validation: float, test: float, seed: int) -> tuple[int, int, int]:
    a, b = round(n * validation), round(n * test)
    return n - a - b, a, b


# ── select ───────────────────────────────────────────────────────────────────────────────────


@misconception(
    "terms/test-chooses",
    task="select",
    title="chooses by the test error",
    why="The test error is what counts in the end.",
    en="The test error chooses the model here. How far can it still be trusted afterwards?",
    ko="여기에서는 테스트 오차로 모델을 고릅니다. 그러고 나서도 그 오차를 믿을 수 있을까요?",
)
def test_chooses(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(test_errors))
    return best, test_errors[best]


@way("terms/test-chooses")
def test_chooses_for_validation(
    validation_errors: Losses, test_errors: Losses
) -> tuple[int, float]:
    best = int(np.argmin(test_errors))
    return best, validation_errors[best]


@misconception(
    "terms/validation-error-reported",
    task="select",
    title="reports the validation error",
    why="It is the number that was just looked for.",
    en="The model is right, but the reported error helped to choose it. Which error has not "
    "been used yet?",
    ko="모델은 맞지만 보고한 오차는 고를 때 쓴 것입니다. 아직 쓰지 않은 오차는 어느 것인가요?",
)
def validation_error_reported(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(validation_errors))
    return best, validation_errors[best]


@misconception(
    "terms/lowest-test-error-reported",
    task="select",
    title="reports the lowest of all test errors",
    why="Both lists get the same treatment.",
    en="The reported error belongs to another model than the chosen one. At which index of the "
    "test errors does it stand?",
    ko="보고한 오차가 고른 모델의 것이 아닙니다. 그 오차는 테스트 오차의 몇 번째에 있나요?",
)
def lowest_test_error_reported(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    return int(np.argmin(validation_errors)), min(test_errors)


@misconception(
    "terms/highest-error-chosen",
    task="select",
    title="chooses the largest error",
    why="Errors are read like accuracies: more is better.",
    en="The model with the largest error is chosen. Is a large error good or bad?",
    ko="오차가 가장 큰 모델을 골랐습니다. 오차는 클수록 좋은가요, 나쁜가요?",
)
def highest_error_chosen(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmax(validation_errors))
    return best, test_errors[best]


@misconception(
    "terms/last-of-equals",
    task="select",
    title="chooses the last of equal errors",
    why="`<=` replaces the best model by one that is only as good.",
    en="Of models with equal validation errors a later one is chosen. What does the comparison "
    "do when two errors are equal?",
    ko="검증 오차가 같은 모델 가운데 나중 것을 골랐습니다. 두 오차가 같을 때 비교는 어떻게 되나요?",
)
def last_of_equals(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = 0
    for index, error in enumerate(validation_errors):
        if error <= validation_errors[best]:
            best = index
    return best, test_errors[best]


@misconception(
    "terms/both-errors-choose",
    task="select",
    title="chooses by both errors together",
    why="Using all the data seems fairer.",
    en="The test errors take part in the choice. What are they kept for?",
    ko="테스트 오차가 선택에 함께 쓰입니다. 테스트 오차는 무엇을 위해 남겨 두나요?",
)
def both_errors_choose(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(np.add(validation_errors, test_errors)))
    return best, test_errors[best]


@misconception(
    "terms/smallest-gap-chosen",
    task="select",
    title="chooses the smallest gap between both errors",
    why="A small gap means little overfitting.",
    en="The model whose two errors lie closest is chosen. Could both be large, and does the "
    "choice look at the test error?",
    ko="두 오차의 차이가 가장 작은 모델을 골랐습니다. 둘 다 클 수도 있지 않을까요?",
)
def smallest_gap_chosen(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(np.abs(np.subtract(validation_errors, test_errors))))
    return best, test_errors[best]


@misconception(
    "terms/model-counted-from-one",
    task="select",
    title="counts models from 1",
    why="People count from one.",
    en="The index is one too large, the error belongs to the right model. Which index does the "
    "first model have?",
    ko="오차는 맞지만 인덱스가 하나 큽니다. 첫 번째 모델의 인덱스는 몇인가요?",
)
def model_counted_from_one(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(validation_errors))
    return best + 1, test_errors[best]


@misconception(
    "terms/error-before-index",
    task="select",
    title="returns the error before the index",
    why="The error seems the more important result.",
    en="Both results are there, each in the other's place. In which order does the docstring "
    "name them?",
    ko="두 결과가 모두 있지만 자리가 서로 바뀌어 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def error_before_index(validation_errors: Losses, test_errors: Losses) -> tuple[float, int]:
    best = int(np.argmin(validation_errors))
    return test_errors[best], best


@misconception(
    "terms/only-the-index",
    task="select",
    title="returns the index alone",
    why="The choice seems to be all that is asked.",
    en="One result comes back, two are asked for. What else does the task want to know about "
    "the chosen model?",
    ko="결과가 하나만 돌아왔습니다. 과제는 고른 모델에 대해 무엇을 더 묻고 있나요?",
)
def only_the_index(validation_errors: Losses, test_errors: Losses) -> int:
    return int(np.argmin(validation_errors))


# ── overfitting_epoch ────────────────────────────────────────────────────────────────────────


@misconception(
    "terms/first-rise",
    task="overfitting_epoch",
    title="stops at the first rise",
    why="A curve is expected to fall once and then rise for good.",
    en="The answer is where the loss rises for the first time. Does it fall below that value "
    "later on?",
    ko="손실이 처음 오르는 곳을 답했습니다. 그 뒤에 손실이 더 내려가지는 않나요?",
)
def first_rise(validation_loss: Losses) -> int | None:
    for epoch in range(len(validation_loss) - 1):
        if validation_loss[epoch + 1] > validation_loss[epoch]:
            return epoch
    return None


@way("terms/first-rise")
def epoch_of_the_first_rise(validation_loss: Losses) -> int | None:
    for epoch in range(1, len(validation_loss)):
        if validation_loss[epoch] > validation_loss[epoch - 1]:
            return epoch
    return None


@misconception(
    "terms/never-none",
    task="overfitting_epoch",
    title="names an epoch although the loss still falls",
    why="The lowest loss always has an epoch.",
    en="On a curve that falls to its end an epoch comes back. Has overfitting begun there?",
    ko="끝까지 내려가는 곡선에서도 에포크를 답합니다. 그 곡선에서 과적합이 시작되었나요?",
)
def never_none(validation_loss: Losses) -> int:
    return int(np.argmin(validation_loss))


@misconception(
    "terms/number-for-none",
    task="overfitting_epoch",
    title="returns a number or False instead of None",
    why="Other languages have −1 for “not found”.",
    en="Where there is no overfitting something else than None comes back. What does the "
    "docstring ask for in that case?",
    ko="과적합이 없을 때 None이 아닌 값이 돌아옵니다. docstring은 그 경우에 무엇을 요구하나요?",
)
def minus_one_for_none(validation_loss: Losses) -> int:
    epoch = overfitting_epoch(validation_loss)
    return -1 if epoch is None else epoch


@way("terms/number-for-none")
def false_for_none(validation_loss: Losses) -> int | bool:
    epoch = overfitting_epoch(validation_loss)
    return False if epoch is None else epoch


@way("terms/number-for-none")
def length_for_none(validation_loss: Losses) -> int:
    epoch = overfitting_epoch(validation_loss)
    return len(validation_loss) if epoch is None else epoch


@way("terms/number-for-none")
def string_for_none(validation_loss: Losses) -> int | str:
    epoch = overfitting_epoch(validation_loss)
    return "None" if epoch is None else epoch


@misconception(
    "terms/epoch-after-the-lowest",
    task="overfitting_epoch",
    title="is one epoch late",
    why="Overfitting begins after the lowest loss, or epochs are counted from 1.",
    en="The answer is one more than expected. Which number has the first epoch, and at which "
    "epoch is the loss lowest?",
    ko="답이 하나 큽니다. 첫 에포크의 번호는 몇이고, 손실은 어느 에포크에서 가장 낮나요?",
)
def epoch_after_the_lowest(validation_loss: Losses) -> int | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else epoch + 1


@misconception(
    "terms/one-epoch-early",
    task="overfitting_epoch",
    title="is one epoch early",
    why="A loop over neighbours names the first of the two.",
    en="The answer is one less than expected. Which of two neighbouring epochs does the loop name?",
    ko="답이 하나 작습니다. 반복문이 이웃한 두 에포크 가운데 어느 쪽을 가리키나요?",
)
def one_epoch_early(validation_loss: Losses) -> int | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else epoch - 1


@misconception(
    "terms/highest-loss",
    task="overfitting_epoch",
    title="looks for the highest loss",
    why="Overfitting is bad, and a high loss is bad.",
    en="The answer is the epoch of the highest loss. Where is the model at its best on unseen "
    "data?",
    ko="손실이 가장 높은 에포크를 답했습니다. 처음 보는 데이터에서 모델이 가장 좋은 곳은 "
    "어디인가요?",
)
def highest_loss(validation_loss: Losses) -> int | None:
    worst = int(np.argmax(validation_loss))
    return None if worst == len(validation_loss) - 1 else worst


@way("terms/highest-loss")
def highest_loss_anywhere(validation_loss: Losses) -> int:
    return int(np.argmax(validation_loss))


@misconception(
    "terms/loss-for-epoch",
    task="overfitting_epoch",
    title="returns the loss instead of its epoch",
    why="`min` finds the value, and the value looks like the answer.",
    en="A loss comes back where an epoch is asked for. At which position does that loss stand?",
    ko="에포크 대신 손실이 돌아왔습니다. 그 손실은 몇 번째에 있나요?",
)
def loss_for_epoch(validation_loss: Losses) -> float | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else validation_loss[epoch]


@misconception(
    "terms/epoch-zero-is-nothing",
    task="overfitting_epoch",
    title="takes epoch 0 for no epoch",
    why="0 counts as false.",
    en="When the very first loss is the lowest, None comes back. What does Python make of 0 in "
    "an `if`?",
    ko="첫 손실이 가장 낮을 때 None이 돌아옵니다. 파이썬의 if는 0을 어떻게 받아들이나요?",
)
def epoch_zero_is_nothing(validation_loss: Losses) -> int | None:
    return overfitting_epoch(validation_loss) or None


@misconception(
    "terms/first-epoch-skipped",
    task="overfitting_epoch",
    title="never looks at the first epoch",
    why="The loop starts at 1, so that there is an epoch before.",
    en="A lowest loss at the very start is passed over. At which epoch does the search begin?",
    ko="맨 처음의 가장 낮은 손실을 지나칩니다. 찾기는 어느 에포크에서 시작하나요?",
)
def first_epoch_skipped(validation_loss: Losses) -> int | None:
    best = 1 + int(np.argmin(validation_loss[1:]))
    return None if best == len(validation_loss) - 1 else best


@misconception(
    "terms/last-valley",
    task="overfitting_epoch",
    title="takes the last valley for the lowest",
    why="The latest low point seems to be the one that counts.",
    en="The answer is the last low point before a rise. Is there a lower one further to the left?",
    ko="마지막으로 낮아진 곳을 답했습니다. 그보다 왼쪽에 더 낮은 곳은 없나요?",
)
def last_valley(validation_loss: Losses) -> int | None:
    found = None
    for epoch in range(len(validation_loss) - 1):
        if validation_loss[epoch + 1] > validation_loss[epoch]:
            found = epoch if epoch == 0 or _falls(validation_loss, epoch) else found
    return found


@way("terms/last-valley")
def last_epoch_before_a_rise(validation_loss: Losses) -> int | None:
    rises = [
        epoch
        for epoch in range(len(validation_loss) - 1)
        if validation_loss[epoch + 1] > validation_loss[epoch]
    ]
    return rises[-1] if rises else None


def _falls(losses: Losses, epoch: int) -> bool:
    return losses[epoch] < losses[epoch - 1]


@inputs("overfitting_epoch")
def curve_with_the_highest_loss_last() -> list[tuple[Any, ...]]:
    return [([0.5, 0.3, 0.9],)]


# ── early_stop ───────────────────────────────────────────────────────────────────────────────


@misconception(
    "terms/best-epoch-for-stop",
    task="early_stop",
    title="returns the best epoch instead of the one that stops",
    why="Early stopping keeps the best model, so the best epoch seems to be the answer.",
    en="The answer is the epoch with the best loss so far. Can training know at that moment "
    "that nothing better follows?",
    ko="그때까지 가장 좋은 에포크를 답했습니다. 그 순간에 더 좋아지지 않을 것을 알 수 있을까요?",
)
def best_epoch_for_stop(validation_loss: Losses, patience: int) -> int:
    stop = _stop(validation_loss, patience)
    return int(np.argmin(validation_loss[: stop + 1]))


@way("terms/best-epoch-for-stop")
def lowest_of_all_for_stop(validation_loss: Losses, patience: int) -> int:
    return int(np.argmin(validation_loss))


def _stop(losses: Losses, patience: int, *, equal: bool = False) -> int:
    stop = _stop_if_any(losses, patience, equal)
    return len(losses) - 1 if stop is None else stop


def _stop_if_any(losses: Losses, patience: int, equal: bool = False) -> int | None:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(losses):
        if loss < lowest or (equal and loss == lowest):
            lowest, waited = loss, 0
        else:
            waited += 1
        if waited >= patience:
            return epoch
    return None


@misconception(
    "terms/one-epoch-too-patient",
    task="early_stop",
    title="waits one epoch too long",
    why="`>` stands for `>=`, or the count is tested before it grows.",
    en="Training stops one epoch too late. How many epochs without a new minimum have passed "
    "by then?",
    ko="훈련이 한 에포크 늦게 멈춥니다. 그때까지 새 최솟값이 없었던 에포크가 몇 번인지 세어 "
    "보세요.",
)
def one_epoch_too_patient(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience + 1)


@way("terms/one-epoch-too-patient")
def number_of_epochs_trained(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience) + 1


@way("terms/one-epoch-too-patient")
def next_epoch_after_the_stop(validation_loss: Losses, patience: int) -> int:
    return min(_stop(validation_loss, patience) + 1, len(validation_loss) - 1)


@misconception(
    "terms/one-epoch-too-hasty",
    task="early_stop",
    title="stops one epoch too early",
    why="The epoch of the minimum is counted as the first one of waiting.",
    en="Training stops one epoch too early. With which epoch does the waiting begin: the one "
    "of the minimum, or the next?",
    ko="훈련이 한 에포크 일찍 멈춥니다. 기다림은 최솟값이 나온 에포크부터 세나요, 그다음부터 "
    "세나요?",
)
def one_epoch_too_hasty(validation_loss: Losses, patience: int) -> int:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest, waited = loss, 1
        else:
            waited += 1
        if waited >= patience and epoch > 0:
            return epoch
    return len(validation_loss) - 1


@way("terms/one-epoch-too-hasty")
def stop_minus_one(validation_loss: Losses, patience: int) -> int:
    stop = _stop(validation_loss, patience)
    return stop - 1 if stop < len(validation_loss) - 1 else stop


@way("terms/one-epoch-too-hasty")
def minimum_counts_as_waiting(validation_loss: Losses, patience: int) -> int:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest, waited = loss, 1
        else:
            waited += 1
        if waited >= patience:
            return epoch
    return len(validation_loss) - 1


@misconception(
    "terms/count-not-reset",
    task="early_stop",
    title="never sets the count back",
    why="All epochs without a new minimum are counted together.",
    en="All epochs without a new minimum are counted, wherever they lie. What should a new "
    "minimum do to the count?",
    ko="새 최솟값이 없던 에포크를 모두 더해 세고 있습니다. 새 최솟값이 나오면 이 수는 어떻게 "
    "되어야 하나요?",
)
def count_not_reset(validation_loss: Losses, patience: int) -> int:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest = loss
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@misconception(
    "terms/rises-in-a-row",
    task="early_stop",
    title="compares with the epoch before",
    why="“No improvement” is read as “worse than the epoch before”.",
    en="Each loss is compared with the one before. With which loss should it be compared to be "
    "called a new minimum?",
    ko="각 손실을 바로 앞의 손실과 비교하고 있습니다. 새 최솟값인지 알려면 무엇과 비교해야 하나요?",
)
def rises_in_a_row(validation_loss: Losses, patience: int) -> int:
    waited = 0
    for epoch in range(1, len(validation_loss)):
        waited = 0 if validation_loss[epoch] < validation_loss[epoch - 1] else waited + 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@misconception(
    "terms/equal-is-better",
    task="early_stop",
    title="takes an equal loss for a new minimum",
    why="`<=` stands for `<`.",
    en="A loss that only equals the lowest starts the waiting anew. Is it a new minimum?",
    ko="가장 낮은 손실과 같기만 해도 기다림이 처음부터 다시 시작됩니다. 그것도 새 최솟값일까요?",
)
def equal_is_better(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience, equal=True)


@misconception(
    "terms/stop-counted-from-the-lowest",
    task="early_stop",
    title="adds patience to the lowest epoch of all",
    why="The whole curve is at hand, so its lowest point is looked up first.",
    en="The answer counts from the lowest loss of the whole curve. Would training have come so "
    "far without an earlier stop?",
    ko="전체 곡선의 가장 낮은 곳부터 세어 답했습니다. 그보다 먼저 멈추지 않고 거기까지 갔을까요?",
)
def stop_counted_from_the_lowest(validation_loss: Losses, patience: int) -> int:
    best = int(np.argmin(validation_loss))
    return min(best + patience, len(validation_loss) - 1)


@misconception(
    "terms/end-is-nothing",
    task="early_stop",
    title="returns no last epoch when nothing stops",
    why="The line after the loop is left out, or it names the number of epochs.",
    en="When training is never stopped, the last epoch is expected. What comes back after the "
    "loop, and which number has the last epoch?",
    ko="끝까지 멈추지 않으면 마지막 에포크가 답입니다. 반복문이 끝난 뒤 무엇이 돌아오고, "
    "마지막 에포크의 번호는 몇인가요?",
)
def end_is_none(validation_loss: Losses, patience: int) -> int | None:
    return _stop_if_any(validation_loss, patience)


@way("terms/end-is-nothing")
def end_is_length(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    return len(validation_loss) if stop is None else stop


@way("terms/end-is-nothing")
def end_is_minus_one(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    return -1 if stop is None else stop


@misconception(
    "terms/compares-with-the-first",
    task="early_stop",
    title="compares with the first loss throughout",
    why="The lowest loss is set once and never updated.",
    en="Every loss is compared with the one of epoch 0. When should the lowest loss be replaced?",
    ko="모든 손실을 0번 에포크의 손실과 비교하고 있습니다. 가장 낮은 손실은 언제 바뀌어야 하나요?",
)
def compares_with_the_first(validation_loss: Losses, patience: int) -> int:
    waited = 0
    for epoch in range(1, len(validation_loss)):
        waited = 0 if validation_loss[epoch] < validation_loss[0] else waited + 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@misconception(
    "terms/stops-at-patience",
    task="early_stop",
    title="stops after `patience` epochs from the start",
    why="Patience is taken for a number of epochs to train.",
    en="Training stops after a fixed number of epochs. What does patience count: all epochs, "
    "or those of a certain kind?",
    ko="정해진 에포크 수가 지나면 멈춥니다. 인내 횟수는 모든 에포크를 세나요, 어떤 에포크만 "
    "세나요?",
)
def stops_at_patience(validation_loss: Losses, patience: int) -> int:
    return min(patience, len(validation_loss) - 1)


@misconception(
    "terms/patience-ignored",
    task="early_stop",
    title="stops at the first epoch without a new minimum",
    why="One worse epoch is taken as the sign to stop.",
    en="Training stops at the first loss that is not lower. What is patience for?",
    ko="낮아지지 않은 첫 손실에서 멈춥니다. 인내 횟수(patience)는 무엇을 위한 것인가요?",
)
def patience_ignored(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, 1)
