"""Mistakes about `learning_kind`."""

from __future__ import annotations

from autograder.hints import mistake, variant
from solutions.terms.solution import learning_kind


def _kind(example: str, *of: str, instead: str) -> str:
    return instead if example in of else learning_kind(example)


@mistake("supervision-exchanged")
def supervision_exchanged(example: str) -> str:
    exchanged = {"supervised": "unsupervised", "unsupervised": "supervised"}
    kind = learning_kind(example)
    return exchanged.get(kind, kind)


@mistake("word-label-decides")
def word_label_decides(example: str) -> str:
    return "supervised" if "label" in example else learning_kind(example)


@mistake("answers-only-by-name")
def answers_only_by_name(example: str) -> str:
    return _kind(
        example, "house price from past sales", "XOR from its truth table", instead="unsupervised"
    )


@variant("answers-only-by-name")
def past_sales_without_answers(example: str) -> str:
    return _kind(example, "house price from past sales", instead="unsupervised")


@mistake("truth-table-without-answers")
def truth_table_without_answers(example: str) -> str:
    return _kind(example, "XOR from its truth table", instead="unsupervised")


@variant("truth-table-without-answers")
def truth_table_by_reward(example: str) -> str:
    return _kind(example, "XOR from its truth table", instead="reinforcement")


@mistake("reduction-supervised")
def reduction_supervised(example: str) -> str:
    return _kind(example, "reducing 100 features to 2", instead="supervised")


@mistake("topics-supervised")
def grouping_supervised(example: str) -> str:
    return _kind(example, "grouping customers without labels", instead="supervised")


@variant("topics-supervised")
def topics_supervised(example: str) -> str:
    return _kind(example, "finding topics in unlabelled news", instead="supervised")


@variant("topics-supervised")
def everything_found_supervised(example: str) -> str:
    return _kind(
        example, "grouping customers without labels", "finding topics in unlabelled news",
        "reducing 100 features to 2", instead="supervised",
    )  # fmt: skip


@mistake("no-reinforcement")
def rewards_are_answers(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "supervised")


@variant("no-reinforcement")
def rewards_are_nothing(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "unsupervised")


@mistake("one-reward-missed")
def robot_supervised(example: str) -> str:
    return _kind(example, "a robot rewarded for walking", instead="supervised")


@variant("one-reward-missed")
def robot_unsupervised(example: str) -> str:
    return _kind(example, "a robot rewarded for walking", instead="unsupervised")


@variant("one-reward-missed")
def game_supervised(example: str) -> str:
    return _kind(example, "learning to play a game for points", instead="supervised")


@variant("one-reward-missed")
def game_unsupervised(example: str) -> str:
    return _kind(example, "learning to play a game for points", instead="unsupervised")


@mistake("learning-spelt-otherwise")
def learning_capitalised(example: str) -> str:
    return learning_kind(example).capitalize()


@variant("learning-spelt-otherwise")
def learning_with_the_word(example: str) -> str:
    return learning_kind(example) + " learning"


@variant("learning-spelt-otherwise")
def learning_in_korean(example: str) -> str:
    korean = {"supervised": "지도", "unsupervised": "비지도", "reinforcement": "강화"}
    return korean[learning_kind(example)] + " 학습"


@variant("learning-spelt-otherwise")
def learning_misspelt(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "reinforced")
