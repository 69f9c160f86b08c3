"""Misconceptions about `forward`: weighted sums, the sigmoid, two layers, the error."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.forward import sigmoid

Array = Any
Layers = tuple[Any, Any]

# ── weighted_sums ────────────────────────────────────────────────────────────────────────────


@misconception(
    "forward/sums-transposed",
    task="weighted_sums",
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
    task="weighted_sums",
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
    task="weighted_sums",
    title="multiplies elementwise without adding",
    why="`*` is taken for the matrix product.",
    en="A matrix of products comes back. Which of them make up the sum of one neuron?",
    ko="곱으로 이루어진 행렬이 돌아왔습니다. 그 가운데 어느 것들이 한 뉴런의 합이 되나요?",
)
def products_not_summed(W: Array, x: Array) -> Array:
    return W * x


@misconception(
    "forward/everything-summed",
    task="weighted_sums",
    title="adds everything to one number",
    why="`sum` without an axis adds all.",
    en="One number comes back for the whole layer. How many neurons does the layer have?",
    ko="층 전체에 대해 수 하나가 돌아왔습니다. 이 층에는 뉴런이 몇 개인가요?",
)
def everything_summed(W: Array, x: Array) -> float:
    return float((W * x).sum())


@misconception(
    "forward/sums-averaged",
    task="weighted_sums",
    title="divides by the number of inputs",
    why="A weighted mean is a better known thing.",
    en="The sums are divided by the number of inputs. Does a weighted sum divide by anything?",
    ko="합이 입력의 개수로 나누어져 있습니다. 가중합에도 나눗셈이 있나요?",
)
def sums_averaged(W: Array, x: Array) -> Array:
    return np.asarray((W * x).mean(axis=1))


@misconception(
    "forward/sums-activated",
    task="weighted_sums",
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
    task="weighted_sums",
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
    task="weighted_sums",
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
    task="weighted_sums",
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
    task="weighted_sums",
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
    task="weighted_sums",
    title="adds a bias",
    why="The perceptron of 5.2 had one.",
    en="Every sum is too large by the same number. Does the network of 5.3 have a bias?",
    ko="모든 합이 같은 수만큼 큽니다. 5.3절의 신경망에는 편향이 있나요?",
)
def bias_of_one(W: Array, x: Array) -> Array:
    return W @ x + 1


@misconception(
    "forward/first-row-only",
    task="weighted_sums",
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
    task="weighted_sums",
    title="never sets the sum back to 0",
    why="The total is set up before the outer loop.",
    en="Each sum begins where the one before ended. Where does the total start at 0?",
    ko="합이 앞 뉴런의 합에서 이어집니다. 합을 0으로 시작하는 줄이 어디에 있나요?",
)
def sums_pile_up(W: Array, x: Array) -> Array:
    return np.cumsum(W @ x)


@misconception(
    "forward/last-product-kept",
    task="weighted_sums",
    title="keeps only the last product",
    why="`=` stands where `+=` belongs.",
    en="Each sum holds only one product. What does each round of the loop do to what came before?",
    ko="합마다 곱이 하나만 들어 있습니다. 반복할 때마다 앞의 값은 어떻게 되나요?",
)
def last_product_kept(W: Array, x: Array) -> Array:
    return W[:, -1] * x[-1]


@misconception(
    "forward/sums-in-place",
    task="weighted_sums",
    title="multiplies in place",
    why="`W *= x` saves a name.",
    en="The sums are right, but the caller's W holds other numbers afterwards. Which line "
    "writes into it?",
    ko="합은 맞지만 호출한 쪽의 W가 다른 수로 바뀝니다. 어느 줄이 W에 값을 써넣나요?",
)
def sums_in_place(W: Array, x: Array) -> Array:
    W *= x
    return np.asarray(W.sum(axis=1))


# ── sigmoid ──────────────────────────────────────────────────────────────────────────────────


@misconception(
    "forward/sigmoid-mirrored",
    task="sigmoid",
    title="drops the minus in the exponent",
    why="The minus of e⁻ᶻ is overlooked.",
    en="The curve falls where it should rise: values for z and −z are exchanged. What becomes "
    "of the exponent when z is large?",
    ko="올라가야 할 곡선이 내려갑니다. z가 클 때 지수가 어떻게 되는지 보세요.",
)
def sigmoid_mirrored(z: Array) -> Array:
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))


@way("forward/sigmoid-mirrored")
def sigmoid_mirrored_with_overflow(z: Array) -> Array:
    return 1 / (1 + np.exp(z))


@misconception(
    "forward/sigmoid-overflows",
    task="sigmoid",
    title="overflows for large negative z",
    why="The formula is typed as the book prints it.",
    en="The values are right, but for z far below 0 a power of e explodes. Which power is it, "
    "and can its exponent stay at or below 0?",
    ko="값은 맞지만 z가 아주 작을 때 e의 거듭제곱이 폭발합니다. 어느 거듭제곱인지 찾고, 그 "
    "지수를 0 이하로 둘 수 있는지 생각해 보세요.",
)
def sigmoid_overflows(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


@way("forward/sigmoid-overflows")
def sigmoid_overflows_with_an_error(z: Array) -> Array:
    return np.array([1 / (1 + math.exp(-one)) for one in z.ravel()]).reshape(z.shape)


@misconception(
    "forward/sigmoid-overflows-above",
    task="sigmoid",
    title="overflows for large positive z",
    why="e^z / (1 + e^z) is the same formula, but explodes on the other side.",
    en="For z far above 0 a power of e explodes, and inf / inf is no number. For which z is "
    "this form of the formula the safe one?",
    ko="z가 아주 클 때 e의 거듭제곱이 폭발하고, inf / inf는 수가 아닙니다. 이 꼴의 식은 어떤 "
    "z에서 안전한가요?",
)
def sigmoid_overflows_above(z: Array) -> Array:
    return np.exp(z) / (1 + np.exp(z))


@misconception(
    "forward/sigmoid-clipped-too-early",
    task="sigmoid",
    title="clips z so early that values change",
    why="Clipping silences the warning.",
    en="Close to 0 the values are right, farther out they stop changing. At which z does the "
    "code cut, and is the sigmoid already flat there?",
    ko="0 근처에서는 맞지만 멀어지면 값이 더 변하지 않습니다. z를 어디에서 자르고 있고, "
    "시그모이드는 거기서 이미 평평한가요?",
)
def sigmoid_clipped_at_ten(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_clipped_at_five(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_clipped_at_six(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -6, 6)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_clipped_at_twenty(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_cut_off_at_ten(z: Array) -> Array:
    inside = 1 / (1 + np.exp(-np.clip(z, -10, 10)))
    return np.where(z < -10, 0.0, np.where(z > 10, 1.0, inside))


@misconception(
    "forward/sigmoid-without-brackets",
    task="sigmoid",
    title="leaves the brackets out",
    why="A fraction bar groups what is below it; `/` does not.",
    en="The division is done before the addition. What does the fraction bar of the formula "
    "hold together?",
    ko="덧셈보다 나눗셈이 먼저 계산됩니다. 식의 분수선 아래에 함께 묶여 있는 것은 무엇인가요?",
)
def sigmoid_without_brackets(z: Array) -> Array:
    return 1 / 1 + np.exp(-z)


@misconception(
    "forward/sigmoid-is-tanh",
    task="sigmoid",
    title="uses tanh",
    why="Both curves have the shape of an S.",
    en="The curve is 0 at z = 0 and runs from −1 to 1. Between which two values should it run?",
    ko="z = 0에서 0이고 −1에서 1까지 변하는 곡선입니다. 시그모이드는 어떤 두 값 사이에서 변하나요?",
)
def sigmoid_is_tanh(z: Array) -> Array:
    return np.tanh(z)


@misconception(
    "forward/sigmoid-is-relu",
    task="sigmoid",
    title="uses ReLU",
    why="ReLU is the activation function of most examples on the web.",
    en="Negative z give 0, positive z come back as they are. Between which two values should "
    "an activation of 5.3 lie?",
    ko="음수는 0이 되고 양수는 그대로 돌아옵니다. 5.3절의 활성값은 어떤 두 값 사이에 있어야 "
    "하나요?",
)
def sigmoid_is_relu(z: Array) -> Array:
    return np.maximum(z, 0)


@misconception(
    "forward/sigmoid-is-threshold",
    task="sigmoid",
    title="answers 0 or 1",
    why="The perceptron's step is still in mind.",
    en="Only two values come back, as from a perceptron. What should happen between them?",
    ko="퍼셉트론처럼 두 값만 돌아옵니다. 그 사이에서는 어떻게 변해야 하나요?",
)
def sigmoid_is_threshold(z: Array) -> Array:
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "forward/sigmoid-is-slope",
    task="sigmoid",
    title="returns the sigmoid's slope",
    why="The next notebook's formula is taken for this one's.",
    en="The answer is highest at z = 0 and falls on both sides. Is that the curve or its slope?",
    ko="z = 0에서 가장 높고 양쪽으로 낮아집니다. 이것은 곡선의 값인가요, 기울기인가요?",
)
def sigmoid_is_slope(z: Array) -> Array:
    a = sigmoid(z)
    return a * (1 - a)


@misconception(
    "forward/sigmoid-is-exponential",
    task="sigmoid",
    title="stops at the power of e",
    why="The fraction is forgotten.",
    en="The values are not held between 0 and 1. What does the formula do with the power of e?",
    ko="값이 0과 1 사이에 머물지 않습니다. 식은 e의 거듭제곱을 가지고 무엇을 하나요?",
)
def sigmoid_is_exponential(z: Array) -> Array:
    return np.exp(-z)


@way("forward/sigmoid-is-exponential")
def sigmoid_is_growth(z: Array) -> Array:
    return np.exp(z)


@misconception(
    "forward/sigmoid-with-minus",
    task="sigmoid",
    title="subtracts in the denominator",
    why="The sign in the exponent moves in front of the power.",
    en="At z = 0 the denominator becomes 0. What stands between 1 and the power of e?",
    ko="z = 0에서 분모가 0이 됩니다. 1과 e의 거듭제곱 사이에는 어떤 기호가 있나요?",
)
def sigmoid_with_minus(z: Array) -> Array:
    return 1 / (1 - np.exp(-z))


@misconception(
    "forward/sigmoid-for-one-number",
    task="sigmoid",
    title="works for single numbers only",
    why="`math.exp` and `if` take one number.",
    en="A single z is answered, a vector raises an error. What can the function from `math` take?",
    ko="z가 수 하나이면 답하지만 벡터에서는 오류가 납니다. math의 함수는 무엇을 받을 수 있나요?",
)
def sigmoid_for_one_number(z: Array) -> float:
    return 1 / (1 + math.exp(-z))


@misconception(
    "forward/sigmoid-for-vectors",
    task="sigmoid",
    title="works for vectors only",
    why="A loop over z expects exactly one axis.",
    en="A vector is answered, a single number or a matrix is not. What does the loop do with them?",
    ko="벡터에서는 되지만 수 하나나 행렬에서는 되지 않습니다. 반복문이 그것들을 어떻게 다루나요?",
)
def sigmoid_for_vectors(z: Array) -> Array:
    return np.array([float(sigmoid(np.array(float(one)))) for one in z])


@misconception(
    "forward/sigmoid-flattens",
    task="sigmoid",
    title="loses the shape of z",
    why="All entries are put into one list.",
    en="The values are right, but a matrix comes back as a vector. What is expected of the shape?",
    ko="값은 맞지만 행렬이 벡터로 돌아옵니다. 모양(shape)은 어떻게 되어야 하나요?",
)
def sigmoid_flattens(z: Array) -> Array:
    return sigmoid(z).ravel()


@misconception(
    "forward/sigmoid-in-place",
    task="sigmoid",
    title="writes the activations into z",
    why="`z[...] = ` saves an array.",
    en="The activations are right, but the caller's z is gone. Which line writes into it?",
    ko="활성값은 맞지만 호출한 쪽의 z가 사라졌습니다. 어느 줄이 z에 값을 써넣나요?",
)
def sigmoid_in_place(z: Array) -> Array:
    z[...] = sigmoid(z)
    return z


@way("forward/sigmoid-in-place")
def sizes_in_place(z: Array) -> Array:
    below = z < 0
    np.abs(z, out=z)
    a = sigmoid(z)
    return np.where(below, 1 - a, a)


@misconception(
    "forward/sigmoid-is-softmax",
    task="sigmoid",
    title="divides by the sum over all neurons",
    why="Softmax is met in other courses.",
    en="Each value depends on all entries of z. Should one neuron's activation know of the others?",
    ko="값마다 z의 모든 성분에 영향을 받습니다. 한 뉴런의 활성값이 다른 뉴런을 알아야 할까요?",
)
def sigmoid_is_softmax(z: Array) -> Array:
    powers = np.exp(z - np.max(z))
    return np.asarray(powers / powers.sum())


@misconception(
    "forward/sigmoid-doubled",
    task="sigmoid",
    title="has 2 in the place of a 1 or of e",
    why="A formula remembered by its look.",
    en="The curve has the right shape, but not the right numbers. Which constants does the "
    "formula have?",
    ko="곡선의 모양은 비슷하지만 값이 다릅니다. 식에 들어 있는 상수는 무엇무엇인가요?",
)
def sigmoid_doubled(z: Array) -> Array:
    return 2 / (1 + np.exp(-z))


@way("forward/sigmoid-doubled")
def sigmoid_to_base_two(z: Array) -> Array:
    return 1 / (1 + 2.0**-z)


@way("forward/sigmoid-doubled")
def sigmoid_with_two(z: Array) -> Array:
    return 1 / (2 + np.exp(-z))


# ── forward ──────────────────────────────────────────────────────────────────────────────────


@misconception(
    "forward/no-output-sigmoid",
    task="forward",
    title="leaves out the output layer's sigmoid",
    why="The last sum looks like the answer.",
    en="h is right, o is a weighted sum. Which step makes an activation of it, in both layers?",
    ko="h는 맞지만 o는 가중합입니다. 두 층 모두에서 가중합을 활성값으로 바꾸는 단계는 무엇인가요?",
)
def no_output_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, W_output @ h


@misconception(
    "forward/no-hidden-sigmoid",
    task="forward",
    title="leaves out the hidden layer's sigmoid",
    why="Only the output is activated.",
    en="h holds weighted sums. Which step comes between the sums and the next layer?",
    ko="h에 가중합이 들어 있습니다. 가중합과 다음 층 사이에는 어떤 단계가 있나요?",
)
def no_hidden_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, sigmoid(W_output @ z)


@misconception(
    "forward/no-sigmoid",
    task="forward",
    title="leaves out both sigmoids",
    why="A layer is taken for a matrix product.",
    en="Both layers hand on their weighted sums. What does a neuron do with its sum?",
    ko="두 층 모두 가중합을 그대로 넘겨줍니다. 뉴런은 가중합을 가지고 무엇을 하나요?",
)
def no_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, W_output @ z


@misconception(
    "forward/output-from-sums",
    task="forward",
    title="feeds the output layer with z instead of h",
    why="z and h stand close together in the code.",
    en="h is right, but the output layer received something else. What travels along W₅ … W₈: "
    "z or h?",
    ko="h는 맞지만 출력층에 다른 값이 들어갔습니다. W₅ … W₈을 따라 흐르는 것은 z인가요, h인가요?",
)
def output_from_sums(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return sigmoid(z), sigmoid(W_output @ z)


@misconception(
    "forward/output-from-inputs",
    task="forward",
    title="feeds the output layer with x",
    why="Both layers are computed by the same line.",
    en="The output layer received the inputs of the whole network. What lies between x and the "
    "output layer?",
    ko="출력층에 신경망 전체의 입력이 그대로 들어갔습니다. x와 출력층 사이에는 무엇이 있나요?",
)
def output_from_inputs(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    return sigmoid(W_hidden @ x), sigmoid(W_output @ x)


@misconception(
    "forward/one-matrix-for-both",
    task="forward",
    title="uses one matrix for both layers",
    why="A copied line keeps its matrix.",
    en="Both layers use the same weights. Which matrix leads from h to o?",
    ko="두 층이 같은 가중치를 쓰고 있습니다. h에서 o로 가는 행렬은 어느 것인가요?",
)
def hidden_matrix_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_hidden @ h)


@way("forward/one-matrix-for-both")
def output_matrix_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_output @ x)
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/matrices-exchanged",
    task="forward",
    title="exchanges the two matrices",
    why="The order of the arguments is mixed up.",
    en="The output layer's weights are used first. Which matrix meets x?",
    ko="출력층의 가중치가 먼저 쓰였습니다. x와 곱하는 행렬은 어느 것인가요?",
)
def matrices_exchanged(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_output @ x)
    return h, sigmoid(W_hidden @ h)


@misconception(
    "forward/hidden-transposed",
    task="forward",
    title="transposes W_hidden",
    why="Rows and columns are mixed up.",
    en="The hidden layer reads columns where rows belong; a square matrix hides the mismatch. "
    "Which row leads into h₁?",
    ko="은닉층에서 행 대신 열을 읽고 있습니다. h₁로 들어가는 가중치는 W_hidden의 어느 행에 있나요?",
)
def hidden_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden.T @ x)
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/output-transposed",
    task="forward",
    title="transposes W_output",
    why="Rows and columns are mixed up.",
    en="h is right; the output layer reads columns where rows belong. Which row leads into o₁?",
    ko="h는 맞지만 출력층에서 행 대신 열을 읽고 있습니다. o₁로 들어가는 가중치는 어느 행에 있나요?",
)
def output_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output.T @ h)


@misconception(
    "forward/both-transposed",
    task="forward",
    title="transposes both matrices",
    why="x W is the order of many books, with columns for neurons.",
    en="Both layers read columns where rows belong. Which row of a matrix leads into its first "
    "neuron?",
    ko="두 층 모두 행 대신 열을 읽고 있습니다. 행렬의 어느 행이 첫 뉴런으로 들어가나요?",
)
def both_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(x @ W_hidden)
    return h, sigmoid(h @ W_output)


@misconception(
    "forward/output-before-hidden",
    task="forward",
    title="returns (o, h)",
    why="The prediction seems to be the more important result.",
    en="Both results are there, each in the other's place. In which order does the docstring "
    "name them?",
    ko="두 결과가 모두 있지만 자리가 서로 바뀌어 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def output_before_hidden(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return sigmoid(W_output @ h), h


@misconception(
    "forward/prediction-only",
    task="forward",
    title="returns o alone",
    why="The prediction is what one wants.",
    en="One result comes back, two are asked for. Which layer's activations are missing?",
    ko="결과가 하나만 돌아왔습니다. 어느 층의 활성값이 빠졌나요?",
)
def prediction_only(W_hidden: Array, W_output: Array, x: Array) -> Array:
    return sigmoid(W_output @ sigmoid(W_hidden @ x))


@way("forward/prediction-only")
def hidden_only(W_hidden: Array, W_output: Array, x: Array) -> Array:
    return sigmoid(W_hidden @ x)


@misconception(
    "forward/sums-returned",
    task="forward",
    title="returns the weighted sums beside right activations",
    why="z and h stand close together in the code.",
    en="What travelled through the network was right, but weighted sums come back. Which of "
    "the names holds activations?",
    ko="신경망을 지나는 값은 맞지만 가중합이 돌아왔습니다. 활성값이 들어 있는 이름은 어느 "
    "것인가요?",
)
def both_sums_returned(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, W_output @ sigmoid(z)


@way("forward/sums-returned")
def hidden_sums_returned(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, sigmoid(W_output @ sigmoid(z))


@misconception(
    "forward/sigmoid-twice",
    task="forward",
    title="applies the sigmoid twice",
    why="A helper activates already, and the caller does it again.",
    en="A layer's values were squeezed twice and lie close together. How often does each sum "
    "pass through the sigmoid?",
    ko="어느 층의 값이 두 번 눌려 서로 가까이 모여 있습니다. 가중합은 시그모이드를 몇 번 지나나요?",
)
def sigmoid_twice_on_output(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(sigmoid(W_output @ h))


@way("forward/sigmoid-twice")
def sigmoid_twice_on_hidden(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sigmoid(W_hidden @ x))
    return h, sigmoid(W_output @ h)


@way("forward/sigmoid-twice")
def sigmoid_again_between_layers(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ sigmoid(h))


@way("forward/sigmoid-twice")
def sigmoid_twice_everywhere(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sigmoid(W_hidden @ x))
    return h, sigmoid(sigmoid(W_output @ h))


@misconception(
    "forward/other-activation",
    task="forward",
    title="uses another activation function",
    why="tanh, ReLU and softmax are met elsewhere.",
    en="A layer uses another activation function than the chapter. Between which two values do "
    "its activations lie?",
    ko="어느 층의 활성화 함수가 교재와 다릅니다. 그 층의 활성값은 어떤 두 값 사이에 있나요?",
)
def hidden_tanh(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.tanh(W_hidden @ x)
    return h, sigmoid(W_output @ h)


@way("forward/other-activation")
def hidden_relu(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, sigmoid(W_output @ h)


@way("forward/other-activation")
def output_softmax(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid_is_softmax(W_output @ h)


@way("forward/other-activation")
def tanh_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.tanh(W_hidden @ x)
    return h, np.tanh(W_output @ h)


@way("forward/other-activation")
def output_threshold(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, np.where(W_output @ h > 0, 1.0, 0.0)


@way("forward/other-activation")
def relu_then_nothing(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, W_output @ h


@way("forward/other-activation")
def output_relu(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, np.maximum(W_output @ h, 0)


@way("forward/other-activation")
def relu_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, np.maximum(W_output @ h, 0)


@misconception(
    "forward/sigmoid-mirrored-inside",
    task="forward",
    title="writes the sigmoid anew, without the minus in the exponent",
    why="The formula is typed again instead of calling the function.",
    en="Values for z and −z are exchanged here, although `sigmoid` has its own task. Where "
    "does this function compute a power of e?",
    ko="여기에서는 z와 −z의 값이 서로 바뀌어 있습니다. 이 함수 안에서 e의 거듭제곱을 계산하는 "
    "곳을 찾아보세요.",
)
def sigmoid_mirrored_inside(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(-W_hidden @ x)
    return h, sigmoid(-W_output @ h)


@misconception(
    "forward/layers-elementwise",
    task="forward",
    title="multiplies weights and inputs elementwise",
    why="`*` is taken for the matrix product.",
    en="The products of a layer are not added up to one sum for each neuron. What does `*` do "
    "with a matrix and a vector?",
    ko="한 층의 곱이 뉴런마다 하나의 합으로 더해지지 않았습니다. *는 행렬과 벡터에서 어떤 "
    "계산을 하나요?",
)
def layers_elementwise(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden * x)
    return h, sigmoid(W_output * h)


@way("forward/layers-elementwise")
def layers_added_down(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid((W_hidden * x).sum(axis=0))
    return h, sigmoid((W_output * h).sum(axis=0))


@misconception(
    "forward/layers-in-columns",
    task="forward",
    title="returns columns",
    why="x is turned into a column to make the matrix product work.",
    en="The numbers are right, but h and o stand in matrices of one column. Is x still a plain "
    "vector when it meets the weights?",
    ko="값은 맞지만 h와 o가 열이 하나인 행렬로 돌아왔습니다. 가중치와 곱할 때 x가 아직 "
    "1차원인지 확인해 보세요.",
)
def layers_in_columns(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x.reshape(-1, 1))
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/one-hidden-value",
    task="forward",
    title="uses one hidden neuron's value for all",
    why="h₂ is printed twice in the chapter; names are mixed up.",
    en="One hidden neuron's value stands in every place. Which weighted sum belongs to h₁?",
    ko="한 은닉 뉴런의 값이 모든 자리에 들어 있습니다. h₁의 가중합은 어느 것인가요?",
)
def last_hidden_value_for_all(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.full(len(W_hidden), sigmoid(W_hidden[-1] @ x))
    return h, sigmoid(W_output @ h)


@way("forward/one-hidden-value")
def first_hidden_value_for_all(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.full(len(W_hidden), sigmoid(W_hidden[0] @ x))
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/hidden-exchanged",
    task="forward",
    title="exchanges h₁ and h₂",
    why="The chapter prints “h2” for both values.",
    en="The hidden values stand in another order. Which sum belongs to the first neuron?",
    ko="은닉층 값의 순서가 바뀌어 있습니다. 첫 뉴런의 가중합은 어느 것인가요?",
)
def hidden_exchanged(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)[::-1]
    return h, sigmoid(W_output @ h)


@way("forward/hidden-exchanged")
def hidden_exchanged_for_the_output(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ h[::-1])


@misconception(
    "forward/network-of-two-by-two",
    task="forward",
    title="writes out a 2-2-2 network",
    why="The chapter's network has no other size.",
    en="In a 2-2-2 network everything is right. Which indices does the code name?",
    ko="2-2-2 신경망에서는 모두 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def network_of_two_by_two(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sums_for_two_by_two(W_hidden, x))
    return h, sigmoid(sums_for_two_by_two(W_output, h))


@way("forward/network-of-two-by-two")
def network_of_two_inputs(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sums_of_two_inputs(W_hidden, x))
    return h, sigmoid(sums_of_two_inputs(W_output, h))


# ── output_errors ────────────────────────────────────────────────────────────────────────────


@misconception(
    "forward/errors-without-half",
    task="output_errors",
    title="leaves the ½ out",
    why="Squared errors are known without it.",
    en="Every error is twice as large as expected. Which constant stands before the square?",
    ko="모든 오차가 두 배입니다. 제곱 앞에 어떤 상수가 있는지 보세요.",
)
def errors_without_half(target: Array, o: Array) -> Array:
    return (target - o) ** 2


@misconception(
    "forward/half-inside-the-square",
    task="output_errors",
    title="puts the ½ inside the square",
    why="Brackets: ((t − o) / 2)².",
    en="Every error is half as large as expected. Is the half squared as well?",
    ko="모든 오차가 절반입니다. ½도 함께 제곱되고 있지는 않나요?",
)
def half_inside_the_square(target: Array, o: Array) -> Array:
    return ((target - o) / 2) ** 2


@misconception(
    "forward/differences-not-squared",
    task="output_errors",
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
    task="output_errors",
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
    task="output_errors",
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
    task="output_errors",
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
    task="output_errors",
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
    task="output_errors",
    title="gives the errors a minus",
    why="The minus of o − t gets out of the square.",
    en="Every error is negative. Can the square of a distance be?",
    ko="모든 오차가 음수입니다. 거리의 제곱이 음수가 될 수 있을까요?",
)
def errors_negative(target: Array, o: Array) -> Array:
    return -0.5 * (target - o) ** 2


@misconception(
    "forward/cross-entropy-errors",
    task="output_errors",
    title="uses the cross-entropy",
    why="It is the usual loss of a sigmoid output.",
    en="Logarithms have come into the error. Which error does 5.3 use?",
    ko="오차에 로그가 들어 있습니다. 5.3절에서 쓰는 오차는 어떤 것인가요?",
)
def cross_entropy_errors(target: Array, o: Array) -> Array:
    return -(target * np.log(o) + (1 - target) * np.log(1 - o))


@misconception(
    "forward/root-of-the-errors",
    task="output_errors",
    title="takes the root again",
    why="RMSE is known from elsewhere.",
    en="A root undoes the square here. Does the formula have one?",
    ko="제곱한 것을 제곱근이 되돌리고 있습니다. 식에 제곱근이 있나요?",
)
def root_of_the_errors(target: Array, o: Array) -> Array:
    return np.asarray(np.sqrt(0.5 * (target - o) ** 2))


@misconception(
    "forward/errors-in-place",
    task="output_errors",
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


# ── total_error ──────────────────────────────────────────────────────────────────────────────


@misconception(
    "forward/total-without-half",
    task="total_error",
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
    task="total_error",
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
    task="total_error",
    title="halves the sum once more",
    why="The errors have their ½ already.",
    en="The total is half as large as expected. How often is it halved on its way?",
    ko="합이 절반입니다. 계산하는 동안 ½을 몇 번 곱하나요?",
)
def half_twice(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(0.5 * (target - o) ** 2))


@misconception(
    "forward/sum-before-square",
    task="total_error",
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
    task="total_error",
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
    task="total_error",
    title="returns the errors of all outputs",
    why="The sum is left out.",
    en="One number for each output comes back. What makes one total of them?",
    ko="출력마다 수가 하나씩 돌아왔습니다. 그것들을 하나로 만드는 것은 무엇인가요?",
)
def errors_not_summed(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2


@misconception(
    "forward/one-error-for-total",
    task="total_error",
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
    task="total_error",
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
    task="total_error",
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
    task="total_error",
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
