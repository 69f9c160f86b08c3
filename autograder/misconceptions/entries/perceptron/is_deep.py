"""Misconceptions about `is_deep`."""

from __future__ import annotations

from typing import Any

from autograder.misconceptions.catalogue import inputs, misconception, way


@inputs
def narrow_and_single_layers() -> list[tuple[Any, ...]]:
    """Narrow hidden layers, and a single size: no network, but most functions answer."""
    return [([3, 1, 2, 4],), ([3, 1, 2],), ([3],)]


@misconception(
    "perceptron/one-hidden-layer-is-deep",
    title="calls one hidden layer deep",
    why="Two layers of weights, or any hidden layer, seem deep enough.",
    en="A network with one hidden layer is called deep. Which layers does the chapter's "
    "definition count?",
    ko="은닉층이 하나인 신경망도 깊다고 답합니다. 교재의 정의는 어떤 층을 세나요?",
)
def one_hidden_layer_is_deep(sizes: list[int]) -> bool:
    return len(sizes) >= 3


@misconception(
    "perceptron/two-hidden-layers-not-deep",
    title="asks for three hidden layers",
    why="`>` stands for `>=`, or the chapter's example is taken for the definition.",
    en="A network with two hidden layers is not called deep. From how many on does the chapter "
    "speak of a DNN?",
    ko="은닉층이 두 개인 신경망을 깊지 않다고 답합니다. 교재는 은닉층이 몇 개일 때부터 "
    "DNN이라고 하나요?",
)
def two_hidden_layers_not_deep(sizes: list[int]) -> bool:
    return len(sizes) - 2 > 2


@misconception(
    "perceptron/every-layer-counts",
    title="counts input and output as layers",
    why="The list has one entry for each layer.",
    en="Networks without a hidden layer are called deep. Which entries of `sizes` are hidden "
    "layers?",
    ko="은닉층이 없는 신경망도 깊다고 답합니다. sizes의 어느 값들이 은닉층인가요?",
)
def every_layer_counts(sizes: list[int]) -> bool:
    return len(sizes) >= 2


@misconception(
    "perceptron/deep-exchanged",
    title="answers the opposite",
    why="The comparison points the other way.",
    en="Deep and not deep are exchanged. In which direction does the comparison point?",
    ko="깊은 것과 깊지 않은 것이 서로 바뀌어 있습니다. 비교는 어느 방향을 향하고 있나요?",
)
def deep_exchanged(sizes: list[int]) -> bool:
    return len(sizes) - 2 < 2


@misconception(
    "perceptron/number-of-layers-for-deep",
    title="returns the number of hidden layers",
    why="The number seems to answer the question.",
    en="A number comes back where yes or no is asked for. What turns it into an answer?",
    ko="예, 아니오를 묻는데 수가 돌아왔습니다. 그 수를 답으로 바꾸는 것은 무엇인가요?",
)
def number_of_layers_for_deep(sizes: list[int]) -> int:
    return len(sizes) - 2


@misconception(
    "perceptron/deep-as-word",
    title="returns a word instead of True or False",
    why="The answer is written for people.",
    en="A string comes back, even for a network that is not deep. Which two values does Python "
    "have for yes and no?",
    ko="문자열이 돌아왔습니다. 파이썬에서 예와 아니오를 나타내는 두 값은 무엇인가요?",
)
def deep_as_word(sizes: list[int]) -> str:
    return "True" if len(sizes) >= 4 else "False"


@way("perceptron/deep-as-word")
def deep_as_dnn(sizes: list[int]) -> str:
    return "DNN" if len(sizes) >= 4 else "ANN"


@way("perceptron/deep-as-word")
def deep_as_yes(sizes: list[int]) -> str:
    return "yes" if len(sizes) >= 4 else "no"


@misconception(
    "perceptron/width-for-depth",
    title="looks at how wide the layers are",
    why="Big networks are called deep.",
    en="The answer depends on how many neurons a layer has. Does depth count neurons or layers?",
    ko="층에 있는 뉴런의 수에 따라 답이 달라집니다. 깊이는 뉴런을 세나요, 층을 세나요?",
)
def width_for_depth(sizes: list[int]) -> bool:
    return sum(sizes[1:-1]) >= 2


@way("perceptron/width-for-depth")
def all_hidden_layers_wide(sizes: list[int]) -> bool:
    return len(sizes) > 2 and min(sizes[1:-1]) >= 2


@way("perceptron/width-for-depth")
def any_layer_wide(sizes: list[int]) -> bool:
    return max(sizes) >= 10


@misconception(
    "perceptron/one-number-of-layers",
    title="asks for exactly so many layers",
    why="`==` stands for `>=`.",
    en="Only one number of hidden layers is called deep. Does the definition name a number or "
    "a smallest number?",
    ko="은닉층이 특정한 개수일 때만 깊다고 답합니다. 정의가 말하는 것은 그 개수인가요, 가장 "
    "작은 개수인가요?",
)
def exactly_two_hidden_layers(sizes: list[int]) -> bool:
    return len(sizes) == 4


@way("perceptron/one-number-of-layers")
def exactly_three_hidden_layers(sizes: list[int]) -> bool:
    return len(sizes) == 5
