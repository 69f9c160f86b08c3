"""Misconceptions about `total_error`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

from .output_errors import cross_entropy_errors

Array = Any


@misconception(
    "forward/total-without-half",
    title="leaves the ½ out",
    why="Sums of squares are known without it.",
    en="The total is twice as large as expected. Is it still the sum of the errors of the task "
    "before?",
    ko="합이 두 배입니다. 앞 과제에서 구한 오차들의 합과 같은지 비교해 보세요.",
)
def total_without_half(target: Array, o: Array) -> float:
    return float(np.sum((target - o) ** 2))


@misconception(
    "forward/mean-for-total",
    title="takes a mean",
    why="The chapter calls it MSE; here it is half a sum.",
    en="The total shrinks with the number of outputs. The chapter says “mean”, but what does "
    "it compute from 0.0219 and 0.0020?",
    ko="출력의 개수가 늘면 값이 줄어듭니다. 교재는 ‘평균’이라고 부르지만, 0.0219와 0.0020에서 "
    "실제로 무엇을 계산했나요?",
)
def mean_for_total(target: Array, o: Array) -> float:
    return float(np.mean((target - o) ** 2))


@way("forward/mean-for-total")
def half_mean_for_total(target: Array, o: Array) -> float:
    return float(0.5 * np.mean((target - o) ** 2))


@misconception(
    "forward/half-twice",
    title="halves the sum once more",
    why="The errors have their ½ already.",
    en="The total is half as large as expected. How often is it halved on its way?",
    ko="합이 절반입니다. 계산하는 동안 ½을 몇 번 곱하나요?",
)
def half_twice(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(0.5 * (target - o) ** 2))


@misconception(
    "forward/sum-before-square",
    title="adds the differences before squaring",
    why="Sum and square are exchanged.",
    en="Errors of opposite sign cancel each other. Which comes first, the square or the sum?",
    ko="부호가 반대인 오차끼리 지워지고 있습니다. 제곱과 합 가운데 어느 것이 먼저인가요?",
)
def sum_before_square(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(target - o) ** 2)


@way("forward/sum-before-square")
def sum_before_square_without_half(target: Array, o: Array) -> float:
    return float(np.sum(target - o) ** 2)


@misconception(
    "forward/total-not-squared",
    title="adds differences or distances",
    why="The difference looks like the error.",
    en="The distances are added as they are. What happens to each of them before the sum?",
    ko="차이를 그대로 더하고 있습니다. 더하기 전에 각각을 어떻게 하나요?",
)
def absolute_total(target: Array, o: Array) -> float:
    return float(np.sum(np.abs(target - o)))


@way("forward/total-not-squared")
def half_absolute_total(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(np.abs(target - o)))


@way("forward/total-not-squared")
def difference_total(target: Array, o: Array) -> float:
    return float(np.sum(target - o))


@way("forward/total-not-squared")
def half_difference_total(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(target - o))


@misconception(
    "forward/errors-not-summed",
    title="returns the errors of all outputs",
    why="The sum is left out.",
    en="One number for each output comes back. What makes one total of them?",
    ko="출력마다 수가 하나씩 돌아왔습니다. 그것들을 하나로 만드는 것은 무엇인가요?",
)
def errors_not_summed(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2


@misconception(
    "forward/one-error-for-total",
    title="takes one output's error for the total",
    why="`return` stands inside the loop, or only the largest counts.",
    en="The answer holds only one output's error. What becomes of the others?",
    ko="한 출력의 오차만 들어 있습니다. 나머지 출력의 오차는 어디로 갔나요?",
)
def first_error_for_total(target: Array, o: Array) -> float:
    return float(0.5 * (target[0] - o[0]) ** 2)


@way("forward/one-error-for-total")
def last_error_for_total(target: Array, o: Array) -> float:
    return float(0.5 * (target[-1] - o[-1]) ** 2)


@way("forward/one-error-for-total")
def largest_error_for_total(target: Array, o: Array) -> float:
    return float(np.max(0.5 * (target - o) ** 2))


@misconception(
    "forward/two-errors-for-total",
    title="adds the first two errors",
    why="The chapter's network has two outputs.",
    en="With two outputs the total is right. Which indices does the code name?",
    ko="출력이 둘이면 합이 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def two_errors_for_total(target: Array, o: Array) -> float:
    errors = 0.5 * (target - o) ** 2
    return float(errors[0] + errors[1])


@way("forward/two-errors-for-total")
def errors_of_a_slice_for_total(target: Array, o: Array) -> float:
    return float(np.sum(0.5 * (target[:2] - o[:2]) ** 2))


@misconception(
    "forward/root-of-the-total",
    title="takes the root of the sum",
    why="The length of a vector, or RMSE, is in mind.",
    en="A root is taken of the sum. Does the formula have one?",
    ko="합의 제곱근을 구하고 있습니다. 식에 제곱근이 있나요?",
)
def root_of_the_total(target: Array, o: Array) -> float:
    return float(np.sqrt(np.sum((target - o) ** 2)))


@way("forward/root-of-the-total")
def root_of_half_the_total(target: Array, o: Array) -> float:
    return float(np.sqrt(0.5 * np.sum((target - o) ** 2)))


@way("forward/root-of-the-total")
def root_of_the_mean(target: Array, o: Array) -> float:
    return float(np.sqrt(np.mean((target - o) ** 2)))


@misconception(
    "forward/cross-entropy-total",
    title="uses the cross-entropy",
    why="It is the usual loss of a sigmoid output.",
    en="Logarithms have come into the total. Which error does 5.3 use?",
    ko="합에 로그가 들어 있습니다. 5.3절에서 쓰는 오차는 어떤 것인가요?",
)
def cross_entropy_total(target: Array, o: Array) -> float:
    return float(np.sum(cross_entropy_errors(target, o)))


@way("forward/cross-entropy-total")
def cross_entropy_mean(target: Array, o: Array) -> float:
    return float(np.mean(cross_entropy_errors(target, o)))
