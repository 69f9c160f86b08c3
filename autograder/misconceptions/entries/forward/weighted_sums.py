"""Misconceptions about `weighted_sums`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.forward import sigmoid

Array = Any


@misconception(
    "forward/sums-transposed",
    title="reads columns where rows belong",
    why="In the picture W₁ and W₃ leave the same input; books write x W.",
    en="The sums mix weights that leave an input instead of those that enter a neuron. Which "
    "row of W leads into the first neuron?",
    ko="한 뉴런으로 들어가는 가중치가 아니라 한 입력에서 나가는 가중치를 더하고 있습니다. 첫 "
    "뉴런으로 들어가는 가중치는 W의 어느 행에 있나요?",
)
def sums_transposed(W: Array, x: Array) -> Array:
    return W.T @ x


@way("forward/sums-transposed")
def sums_transposed_in_loops(W: Array, x: Array) -> list[float]:
    return [sum(W[i][j] * x[i] for i in range(len(W))) for j in range(len(x))]


@way("forward/sums-transposed")
def sums_of_products_by_column(W: Array, x: Array) -> Array:
    return np.asarray((W * x[:, np.newaxis]).sum(axis=0))


@misconception(
    "forward/products-added-down",
    title="adds the products down the columns",
    why="The axis of a sum is hard to picture.",
    en="The products are right, but they are added along the other axis. Which products belong "
    "to one neuron: a row or a column?",
    ko="곱은 맞지만 다른 축으로 더하고 있습니다. 한 뉴런의 곱은 행에 있나요, 열에 있나요?",
)
def products_added_down(W: Array, x: Array) -> Array:
    return np.asarray((W * x).sum(axis=0))


@misconception(
    "forward/products-not-summed",
    title="multiplies elementwise without adding",
    why="`*` is taken for the matrix product.",
    en="A matrix of products comes back. Which of them make up the sum of one neuron?",
    ko="곱으로 이루어진 행렬이 돌아왔습니다. 그 가운데 어느 것들이 한 뉴런의 합이 되나요?",
)
def products_not_summed(W: Array, x: Array) -> Array:
    return W * x


@misconception(
    "forward/everything-summed",
    title="adds everything to one number",
    why="`sum` without an axis adds all.",
    en="One number comes back for the whole layer. How many neurons does the layer have?",
    ko="층 전체에 대해 수 하나가 돌아왔습니다. 이 층에는 뉴런이 몇 개인가요?",
)
def everything_summed(W: Array, x: Array) -> float:
    return float((W * x).sum())


@misconception(
    "forward/sums-averaged",
    title="divides by the number of inputs",
    why="A weighted mean is a better known thing.",
    en="The sums are divided by the number of inputs. Does a weighted sum divide by anything?",
    ko="합이 입력의 개수로 나누어져 있습니다. 가중합에도 나눗셈이 있나요?",
)
def sums_averaged(W: Array, x: Array) -> Array:
    return np.asarray((W * x).mean(axis=1))


@misconception(
    "forward/sums-activated",
    title="applies the sigmoid already",
    why="In the picture both happen in one circle.",
    en="The sums have already been through the activation function. Which task takes care of "
    "that step?",
    ko="가중합이 이미 활성화 함수를 거쳤습니다. 그 단계는 어느 과제의 일인가요?",
)
def sums_activated(W: Array, x: Array) -> Array:
    return sigmoid(W @ x)


@misconception(
    "forward/sums-for-two-by-two",
    title="writes out two neurons with two inputs",
    why="The chapter's network has no other size.",
    en="With two inputs and two neurons the sums are right. Which indices does the code name?",
    ko="입력 둘, 뉴런 둘이면 합이 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def sums_for_two_by_two(W: Array, x: Array) -> Array:
    return np.array([W[0, 0] * x[0] + W[0, 1] * x[1], W[1, 0] * x[0] + W[1, 1] * x[1]])


@way("forward/sums-for-two-by-two")
def sums_of_two_inputs(W: Array, x: Array) -> Array:
    return W[:, 0] * x[0] + W[:, 1] * x[1]


@misconception(
    "forward/sums-as-many-as-inputs",
    title="makes as many sums as there are inputs",
    why="One length is used for both loops.",
    en="As many sums come back as there are inputs. Which length of W counts the neurons?",
    ko="합이 입력의 개수만큼 돌아왔습니다. W의 어느 쪽 길이가 뉴런의 수인가요?",
)
def sums_as_many_as_inputs(W: Array, x: Array) -> list[float]:
    n = len(x)
    return [sum(W[i][j] * x[j] for j in range(n)) for i in range(n)]


@way("forward/sums-as-many-as-inputs")
def sums_with_as_many_products_as_neurons(W: Array, x: Array) -> list[float]:
    n = len(W)
    return [sum(W[i][j] * x[j] for j in range(n)) for i in range(n)]


@misconception(
    "forward/sums-in-a-column",
    title="returns a column",
    why="x is turned into a column to make the matrix product work.",
    en="The numbers are right, but they stand in a matrix of one column. Is x still a plain "
    "vector when it meets W?",
    ko="값은 맞지만 열이 하나인 행렬로 돌아왔습니다. W와 곱할 때 x가 아직 1차원인지 확인해 보세요.",
)
def sums_in_a_column(W: Array, x: Array) -> Array:
    return W @ x.reshape(-1, 1)


@way("forward/sums-in-a-column")
def sums_in_a_row(W: Array, x: Array) -> Array:
    return (W @ x).reshape(1, -1)


@misconception(
    "forward/weights-plus-inputs",
    title="adds weights and inputs",
    why="“Weighted sum” is read as a sum of both.",
    en="Weights and inputs are added to each other. What does it mean for an input to have a "
    "weight?",
    ko="가중치와 입력을 서로 더하고 있습니다. 입력에 가중치를 준다는 것은 어떤 계산인가요?",
)
def weights_plus_inputs(W: Array, x: Array) -> Array:
    return np.asarray((W + x).sum(axis=1))


@misconception(
    "forward/bias-of-one",
    title="adds a bias",
    why="The perceptron of 5.2 had one.",
    en="Every sum is too large by the same number. Does the network of 5.3 have a bias?",
    ko="모든 합이 같은 수만큼 큽니다. 5.3절의 신경망에는 편향이 있나요?",
)
def bias_of_one(W: Array, x: Array) -> Array:
    return W @ x + 1


@misconception(
    "forward/first-row-only",
    title="uses one row for every neuron, or returns after the first",
    why="`return` stands inside the loop, or a row is not indexed.",
    en="Only the first neuron's weights are used. What changes from one neuron to the next?",
    ko="첫 뉴런의 가중치만 쓰이고 있습니다. 다음 뉴런으로 넘어갈 때 무엇이 바뀌어야 하나요?",
)
def first_row_only(W: Array, x: Array) -> float:
    return float(W[0] @ x)


@way("forward/first-row-only")
def first_row_for_all(W: Array, x: Array) -> Array:
    return np.full(len(W), W[0] @ x)


@misconception(
    "forward/sums-pile-up",
    title="never sets the sum back to 0",
    why="The total is set up before the outer loop.",
    en="Each sum begins where the one before ended. Where does the total start at 0?",
    ko="합이 앞 뉴런의 합에서 이어집니다. 합을 0으로 시작하는 줄이 어디에 있나요?",
)
def sums_pile_up(W: Array, x: Array) -> Array:
    return np.cumsum(W @ x)


@misconception(
    "forward/last-product-kept",
    title="keeps only the last product",
    why="`=` stands where `+=` belongs.",
    en="Each sum holds only one product. What does each round of the loop do to what came before?",
    ko="합마다 곱이 하나만 들어 있습니다. 반복할 때마다 앞의 값은 어떻게 되나요?",
)
def last_product_kept(W: Array, x: Array) -> Array:
    return W[:, -1] * x[-1]


@misconception(
    "forward/sums-in-place",
    title="multiplies in place",
    why="`W *= x` saves a name.",
    en="The sums are right, but the caller's W holds other numbers afterwards. Which line "
    "writes into it?",
    ko="합은 맞지만 호출한 쪽의 W가 다른 수로 바뀝니다. 어느 줄이 W에 값을 써넣나요?",
)
def sums_in_place(W: Array, x: Array) -> Array:
    W *= x
    return np.asarray(W.sum(axis=1))
