"""Misconceptions about `select`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Losses = Sequence[float]


@misconception(
    "terms/test-chooses",
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
    title="returns the index alone",
    why="The choice seems to be all that is asked.",
    en="One result comes back, two are asked for. What else does the task want to know about "
    "the chosen model?",
    ko="결과가 하나만 돌아왔습니다. 과제는 고른 모델에 대해 무엇을 더 묻고 있나요?",
)
def only_the_index(validation_errors: Losses, test_errors: Losses) -> int:
    return int(np.argmin(validation_errors))
