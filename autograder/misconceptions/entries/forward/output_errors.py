"""Misconceptions about `output_errors`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Array = Any


@misconception(
    "forward/errors-without-half",
    title="leaves the ½ out",
    why="Squared errors are known without it.",
    en="Every error is twice as large as expected. Which constant stands before the square?",
    ko="모든 오차가 두 배입니다. 제곱 앞에 어떤 상수가 있는지 보세요.",
)
def errors_without_half(target: Array, o: Array) -> Array:
    return (target - o) ** 2


@misconception(
    "forward/half-inside-the-square",
    title="puts the ½ inside the square",
    why="Brackets: ((t − o) / 2)².",
    en="Every error is half as large as expected. Is the half squared as well?",
    ko="모든 오차가 절반입니다. ½도 함께 제곱되고 있지는 않나요?",
)
def half_inside_the_square(target: Array, o: Array) -> Array:
    return ((target - o) / 2) ** 2


@misconception(
    "forward/differences-not-squared",
    title="does not square",
    why="The difference looks like the error.",
    en="Errors grow in proportion to the distance, and may be negative. What makes a large "
    "distance count more than twice a small one?",
    ko="오차가 거리에 비례하고 음수가 되기도 합니다. 오차를 항상 0 이상으로 만드는 것은 "
    "무엇인가요?",
)
def halved_differences(target: Array, o: Array) -> Array:
    return 0.5 * (target - o)


@way("forward/differences-not-squared")
def differences_as_errors(target: Array, o: Array) -> Array:
    return target - o


@way("forward/differences-not-squared")
def differences_the_other_way(target: Array, o: Array) -> Array:
    return o - target


@misconception(
    "forward/absolute-errors",
    title="takes the absolute value for the square",
    why="Both make a difference positive.",
    en="The differences lost their sign, but not by squaring. Which power does the formula have?",
    ko="차이의 부호는 사라졌지만 제곱한 것이 아닙니다. 식에는 어떤 지수가 있나요?",
)
def absolute_errors(target: Array, o: Array) -> Array:
    return np.abs(target - o)


@way("forward/absolute-errors")
def halved_absolute_errors(target: Array, o: Array) -> Array:
    return 0.5 * np.abs(target - o)


@misconception(
    "forward/errors-already-summed",
    title="returns the total",
    why="The chapter goes on to the total at once.",
    en="One number comes back for all outputs. Which task adds the errors up?",
    ko="모든 출력에 대해 수 하나가 돌아왔습니다. 오차를 더하는 것은 어느 과제인가요?",
)
def errors_already_summed(target: Array, o: Array) -> float:
    return float(0.5 * np.sum((target - o) ** 2))


@way("forward/errors-already-summed")
def errors_already_averaged(target: Array, o: Array) -> float:
    return float(np.mean((target - o) ** 2))


@way("forward/errors-already-summed")
def half_errors_averaged(target: Array, o: Array) -> float:
    return float(0.5 * np.mean((target - o) ** 2))


@misconception(
    "forward/difference-of-squares",
    title="squares before subtracting",
    why="(t − o)² and t² − o² look alike.",
    en="Target and prediction are squared one by one. What is squared: each of them, or their "
    "distance?",
    ko="목푯값과 예측값을 따로 제곱했습니다. 제곱하는 것은 각각인가요, 둘의 차이인가요?",
)
def difference_of_squares(target: Array, o: Array) -> Array:
    return 0.5 * (target**2 - o**2)


@way("forward/difference-of-squares")
def half_of_the_target_only(target: Array, o: Array) -> Array:
    return (0.5 * target - o) ** 2


@misconception(
    "forward/errors-divided-by-n",
    title="divides each error by the number of outputs",
    why="The chapter says MSE, and a mean divides.",
    en="Each error is divided by the number of outputs. Does one output's error depend on how "
    "many others there are?",
    ko="오차가 출력의 개수로 나누어져 있습니다. 한 출력의 오차가 다른 출력의 개수에 따라 "
    "달라질까요?",
)
def errors_divided_by_n(target: Array, o: Array) -> Array:
    return np.asarray((target - o) ** 2 / len(o))


@way("forward/errors-divided-by-n")
def half_errors_divided_by_n(target: Array, o: Array) -> Array:
    return np.asarray(0.5 * (target - o) ** 2 / len(o))


@misconception(
    "forward/errors-negative",
    title="gives the errors a minus",
    why="The minus of o − t gets out of the square.",
    en="Every error is negative. Can the square of a distance be?",
    ko="모든 오차가 음수입니다. 거리의 제곱이 음수가 될 수 있을까요?",
)
def errors_negative(target: Array, o: Array) -> Array:
    return -0.5 * (target - o) ** 2


@misconception(
    "forward/cross-entropy-errors",
    title="uses the cross-entropy",
    why="It is the usual loss of a sigmoid output.",
    en="Logarithms have come into the error. Which error does 5.3 use?",
    ko="오차에 로그가 들어 있습니다. 5.3절에서 쓰는 오차는 어떤 것인가요?",
)
def cross_entropy_errors(target: Array, o: Array) -> Array:
    return -(target * np.log(o) + (1 - target) * np.log(1 - o))


@misconception(
    "forward/root-of-the-errors",
    title="takes the root again",
    why="RMSE is known from elsewhere.",
    en="A root undoes the square here. Does the formula have one?",
    ko="제곱한 것을 제곱근이 되돌리고 있습니다. 식에 제곱근이 있나요?",
)
def root_of_the_errors(target: Array, o: Array) -> Array:
    return np.asarray(np.sqrt(0.5 * (target - o) ** 2))


@misconception(
    "forward/errors-in-place",
    title="writes into an argument",
    why="`target -= o` saves a name.",
    en="The errors are right, but the caller's array is changed. Which line writes into an "
    "argument?",
    ko="오차는 맞지만 호출한 쪽의 배열이 바뀌었습니다. 어느 줄이 인자에 값을 써넣나요?",
)
def target_in_place(target: Array, o: Array) -> Array:
    target -= o
    return 0.5 * target**2


@way("forward/errors-in-place")
def prediction_in_place(target: Array, o: Array) -> Array:
    o -= target
    return 0.5 * o**2
