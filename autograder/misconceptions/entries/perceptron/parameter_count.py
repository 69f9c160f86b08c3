"""Misconceptions about `parameter_count`."""

from __future__ import annotations

from itertools import pairwise
from math import prod

from autograder.misconceptions.catalogue import misconception, way
from solutions.perceptron import parameter_count


@misconception(
    "perceptron/biases-not-counted",
    title="counts weights only",
    why="Biases are overlooked.",
    en="The weights are all there. Which numbers besides them does each neuron have?",
    ko="가중치는 모두 세었습니다. 뉴런마다 그 밖에 어떤 수가 더 있나요?",
)
def biases_not_counted(sizes: list[int]) -> int:
    return sum(a * b for a, b in pairwise(sizes))


@misconception(
    "perceptron/inputs-have-biases",
    title="gives the inputs biases, too",
    why="The chapter counts the input as a layer.",
    en="The count is too large by the number of inputs. Which layers have neurons that add a bias?",
    ko="입력의 개수만큼 더 세었습니다. 편향을 더하는 뉴런은 어느 층에 있나요?",
)
def inputs_have_biases(sizes: list[int]) -> int:
    return parameter_count(sizes) + sizes[0]


@misconception(
    "perceptron/biases-of-the-wrong-layer",
    title="counts the biases of the layer before",
    why="A layer's bias is drawn beside its inputs.",
    en="The weights are right, the biases are those of the layers that send. Does a bias "
    "belong to the neuron it enters or to the one before?",
    ko="가중치는 맞지만 편향은 신호를 보내는 층의 수만큼 세었습니다. 편향은 들어가는 쪽 뉴런의 "
    "것인가요, 앞쪽 뉴런의 것인가요?",
)
def biases_of_the_wrong_layer(sizes: list[int]) -> int:
    return sum(a * b + a for a, b in pairwise(sizes))


@misconception(
    "perceptron/output-has-no-bias",
    title="gives the output layer no bias",
    why="Only hidden neurons are thought of as having one.",
    en="The count is too small by the number of outputs. Do output neurons add a bias, too?",
    ko="출력의 개수만큼 적게 세었습니다. 출력 뉴런도 편향을 더하나요?",
)
def output_has_no_bias(sizes: list[int]) -> int:
    return parameter_count(sizes) - sizes[-1]


@misconception(
    "perceptron/one-bias-for-each-layer",
    title="counts one bias for each layer",
    why="A layer's bias is drawn as one circle.",
    en="One bias is counted for each layer. How many neurons share it in the picture, and how "
    "many weights lead out of it?",
    ko="층마다 편향을 하나씩만 세었습니다. 그림에서 그 편향은 몇 개의 뉴런으로 이어지나요?",
)
def one_bias_for_each_layer(sizes: list[int]) -> int:
    return biases_not_counted(sizes) + len(sizes) - 1


@way("perceptron/one-bias-for-each-layer")
def one_bias_for_each_size(sizes: list[int]) -> int:
    return biases_not_counted(sizes) + len(sizes)


@misconception(
    "perceptron/neurons-counted",
    title="counts neurons",
    why="The sizes are added up.",
    en="Neurons are counted instead of connections. How many arrows lead from 2 neurons to 10?",
    ko="연결이 아니라 뉴런을 세었습니다. 뉴런 2개에서 10개로 가는 화살표는 몇 개인가요?",
)
def neurons_counted(sizes: list[int]) -> int:
    return sum(sizes)


@way("perceptron/neurons-counted")
def biases_counted(sizes: list[int]) -> int:
    return sum(sizes[1:])


@misconception(
    "perceptron/sizes-multiplied",
    title="multiplies all sizes",
    why="“Each to each” is taken through the whole network.",
    en="All sizes are multiplied with each other. Which layers are joined by weights?",
    ko="모든 층의 크기를 서로 곱했습니다. 가중치로 이어진 것은 어느 층과 어느 층인가요?",
)
def sizes_multiplied(sizes: list[int]) -> int:
    return prod(sizes)


@misconception(
    "perceptron/a-layer-not-counted",
    title="leaves out the first or the last layer",
    why="The loop over pairs ends one too early or begins one too late.",
    en="One layer's parameters are missing. How many steps from layer to layer are there, and "
    "how many does the loop make?",
    ko="한 층의 파라미터가 빠져 있습니다. 층에서 층으로 가는 걸음은 몇 번이고, 반복문은 몇 번 "
    "도나요?",
)
def last_layer_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[:-1])


@way("perceptron/a-layer-not-counted")
def first_layer_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[1:])


@way("perceptron/a-layer-not-counted")
def last_weights_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes) - sizes[-2] * sizes[-1]


@way("perceptron/a-layer-not-counted")
def only_the_first_layer_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[:2])


@way("perceptron/a-layer-not-counted")
def only_the_last_layer_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[-2:])


@misconception(
    "perceptron/both-sides-have-biases",
    title="adds biases on both sides of the weights",
    why="(n_in + 1)(n_out + 1) looks symmetric.",
    en="Each pair of layers is given biases on both sides. Which of the two layers adds them?",
    ko="이웃한 두 층 모두에 편향을 주었습니다. 편향을 더하는 것은 두 층 가운데 어느 쪽인가요?",
)
def both_sides_have_biases(sizes: list[int]) -> int:
    return sum((a + 1) * (b + 1) for a, b in pairwise(sizes))


@way("perceptron/both-sides-have-biases")
def biases_of_both_layers(sizes: list[int]) -> int:
    return sum(a * b + a + b for a, b in pairwise(sizes))


@misconception(
    "perceptron/sizes-added-in-pairs",
    title="adds neighbouring sizes instead of multiplying them",
    why="“Each to each” is not yet seen as a product.",
    en="Neighbouring sizes are added. If each of 2 neurons sends an arrow to each of 10, how "
    "many arrows are that?",
    ko="이웃한 층의 크기를 더했습니다. 뉴런 2개가 저마다 10개에 화살표를 보내면 모두 몇 개인가요?",
)
def sizes_added_in_pairs(sizes: list[int]) -> int:
    return sum(a + b for a, b in pairwise(sizes))


@way("perceptron/sizes-added-in-pairs")
def sizes_added_with_biases(sizes: list[int]) -> int:
    return sum(a + 2 * b for a, b in pairwise(sizes))
