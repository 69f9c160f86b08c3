"""Misconceptions about `build_model`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.checks.support.plain import Model
from autograder.checks.support.record import Step
from autograder.misconceptions.catalogue import misconception, trait, way

if TYPE_CHECKING:
    import torch
    from torch import nn
else:
    from autograder.misconceptions.later import nn, torch


SIZES = (2, 10, 10, 10, 1)
SHAPES = [(10, 2), (10,), (10, 10), (10,), (10, 10), (10,), (1, 10), (1,)]


def layers(
    sizes: tuple[int, ...] = SIZES,
    between: Callable[[], Any] | None = None,
    last: Callable[[], Any] | None = None,
    bias: bool = True,
) -> Any:
    """Linear layers with `between` after all but the last, and `last` after that one."""
    modules: list[Any] = []
    for number, (n_in, n_out) in enumerate(pairwise(sizes), start=2):
        modules.append(nn.Linear(n_in, n_out, bias=bias))
        modules.append((between if number < len(sizes) else last or between)())  # type: ignore
    return nn.Sequential(*modules)


@misconception(
    "xor/output-without-sigmoid",
    title="leaves out the sigmoid after the last layer",
    why="The last layer's sum looks like the answer.",
    en="The weights are right, the outputs leave the range 0 … 1. What follows the last layer "
    "in the chapter's model?",
    ko="가중치는 맞지만 출력이 0 … 1을 벗어납니다. 교재의 모델에서 마지막 층 뒤에는 무엇이 있나요?",
)
def output_without_sigmoid(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, last=nn.Identity)


@misconception(
    "xor/relu-in-the-model",
    title="uses ReLU between the layers, or between some of them",
    why="Most examples on the web do.",
    en="The weights are right, the activations are not the chapter's. Which function follows "
    "each of its layers?",
    ko="가중치는 맞지만 활성화 함수가 교재와 다릅니다. 교재의 층 뒤에는 매번 어떤 함수가 오나요?",
)
def relu_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.ReLU, last=nn.Sigmoid)


@way("xor/relu-in-the-model")
def leaky_relu_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.LeakyReLU, last=nn.Sigmoid)


def _mixed(seed: int, *between: Callable[[], Any]) -> Any:
    """The chapter's layers with these activations after the hidden ones."""
    torch.manual_seed(seed)
    activations = iter(between)
    return layers(between=lambda: next(activations)(), last=nn.Sigmoid)


@way("xor/relu-in-the-model")
def relu_after_the_first_layer(seed: int) -> Any:
    return _mixed(seed, nn.ReLU, nn.Sigmoid, nn.Sigmoid)


@way("xor/relu-in-the-model")
def relu_after_the_last_hidden_layer(seed: int) -> Any:
    return _mixed(seed, nn.Sigmoid, nn.Sigmoid, nn.ReLU)


@way("xor/relu-in-the-model")
def sigmoid_after_the_first_layer_only(seed: int) -> Any:
    return _mixed(seed, nn.Sigmoid, nn.ReLU, nn.ReLU)


@way("xor/relu-in-the-model")
def sigmoid_after_the_last_hidden_layer_only(seed: int) -> Any:
    return _mixed(seed, nn.ReLU, nn.ReLU, nn.Sigmoid)


@way("xor/relu-in-the-model")
def relu_everywhere(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.ReLU)


@way("xor/relu-in-the-model")
def relu_without_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.ReLU, last=nn.Identity)


@misconception(
    "xor/tanh-in-the-model",
    title="uses tanh between the layers",
    why="Both curves have the shape of an S.",
    en="The weights are right, hidden activations may be negative. Between which two values "
    "does a sigmoid stay?",
    ko="가중치는 맞지만 은닉층의 활성값이 음수가 될 수 있습니다. 시그모이드는 어떤 두 값 "
    "사이에 머무르나요?",
)
def tanh_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Tanh, last=nn.Sigmoid)


@way("xor/tanh-in-the-model")
def tanh_everywhere(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Tanh)


@misconception(
    "xor/no-activation-between",
    title="has no activation between the layers",
    why="The layers are listed first, and only one sigmoid is added.",
    en="Between the layers nothing bends the values. What do several linear layers amount to then?",
    ko="층과 층 사이에 활성화 함수가 없습니다. 그러면 여러 선형 층은 결국 무엇과 같아지나요?",
)
def sigmoid_only_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Identity, last=nn.Sigmoid)


@way("xor/no-activation-between")
def no_activation_at_all(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Identity)


@misconception(
    "xor/softmax-at-the-end",
    title="ends in softmax or two sigmoids",
    why="Softmax is the usual end of classifiers.",
    en="The output layer's values pass through something else than one sigmoid. With a single "
    "output, what would softmax give?",
    ko="출력층의 값이 시그모이드 하나가 아닌 것을 지납니다. 출력이 하나일 때 softmax는 어떤 "
    "값을 낼까요?",
)
def softmax_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, last=lambda: nn.Softmax(dim=1))


@way("xor/softmax-at-the-end")
def two_sigmoids_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, last=lambda: nn.Sequential(nn.Sigmoid(), nn.Sigmoid()))


@misconception(
    "xor/seed-after-the-layers",
    title="sets the seed too late, elsewhere or not at all",
    why="The seed is thought to act on the model; NumPy's seed is set instead.",
    en="The weights are not those of the seed, and differ from call to call. At which moment "
    "are they drawn?",
    ko="가중치가 시드에 따른 값이 아니고 호출할 때마다 다릅니다. 가중치는 어느 순간에 정해지나요?",
)
def seed_after_the_layers(seed: int) -> Any:
    model = layers(between=nn.Sigmoid)
    torch.manual_seed(seed)
    return model


@way("xor/seed-after-the-layers")
def seed_of_other_generators(seed: int) -> Any:
    np.random.seed(seed % 2**32)
    random.seed(seed)
    return layers(between=nn.Sigmoid)


@trait("xor/seed-after-the-layers")
def same_seed_other_weights(checks: Sequence[Sequence[Step]]) -> bool:
    """Models of the right sizes, of which two with one seed have different weights."""
    for steps in checks:
        seeds = {
            step.value.reference: step.arguments
            for step in steps
            if step.verb == "build_model" and isinstance(step.value, Model)
        }
        seen: dict[object, Any] = {}
        for step in steps:
            reference = getattr(step.arguments[0], "reference", None) if step.arguments else None
            if step.verb != "parameters" or reference not in seeds:
                continue
            weights: Any = step.value
            if [np.shape(each) for each in weights] != SHAPES:
                return False
            first = seen.setdefault(seeds[reference], weights)
            if not _same_weights(first, weights):
                return True
    return False


@misconception(
    "xor/seed-always-the-same",
    title="sets one fixed seed",
    why="The chapter's 777 is typed in.",
    en="Every seed gives the same weights. Which number is the generator started with?",
    ko="시드가 달라도 가중치가 같습니다. 난수 생성기는 어떤 수로 시작하나요?",
)
def seed_of_the_chapter(seed: int) -> Any:
    torch.manual_seed(777)
    return layers(between=nn.Sigmoid)


@way("xor/seed-always-the-same")
def seed_of_zero(seed: int) -> Any:
    torch.manual_seed(0)
    return layers(between=nn.Sigmoid)


@way("xor/seed-always-the-same")
def seed_of_forty_two(seed: int) -> Any:
    torch.manual_seed(42)
    return layers(between=nn.Sigmoid)


@misconception(
    "xor/seed-before-each-layer",
    title="sets the seed again before each layer",
    why="Each layer should be reproducible.",
    en="Layers of one size have the same weights. How often is the seed set?",
    ko="크기가 같은 층의 가중치가 서로 같습니다. 시드를 몇 번 설정하고 있나요?",
)
def seed_before_each_layer(seed: int) -> Any:
    modules: list[Any] = []
    for n_in, n_out in pairwise(SIZES):
        torch.manual_seed(seed)
        modules += [nn.Linear(n_in, n_out), nn.Sigmoid()]
    return nn.Sequential(*modules)


@misconception(
    "xor/other-sizes",
    title="has another number of layers or neurons",
    why="10-10-10 is taken for two hidden layers, or for four.",
    en="The layers have other sizes than 2-10-10-10-1. How many arrows stand between those "
    "five numbers?",
    ko="층의 크기가 2-10-10-10-1이 아닙니다. 이 다섯 수 사이에는 화살표가 몇 개인가요?",
)
def one_hidden_layer_less(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 10, 1), between=nn.Sigmoid)


@way("xor/other-sizes")
def one_hidden_layer_more(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 10, 10, 10, 1), between=nn.Sigmoid)


@way("xor/other-sizes")
def one_hidden_layer(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 1), between=nn.Sigmoid)


@way("xor/other-sizes")
def two_outputs(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 10, 10, 2), between=nn.Sigmoid)


@misconception(
    "xor/model-without-biases",
    title="switches the biases off",
    why="The networks of 5.3 have none.",
    en="The layers have no biases. How many numbers does the chapter's model have, 261 or fewer?",
    ko="층에 편향이 없습니다. 교재의 모델에 있는 수는 261개인가요, 그보다 적은가요?",
)
def model_without_biases(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, bias=False)


@misconception(
    "xor/own-initialisation",
    title="initialises the weights anew",
    why="Xavier or normal initialisation is met elsewhere.",
    en="The weights are drawn in another way than the layers do it themselves. What happens to "
    "them after the layers are made?",
    ko="층이 스스로 정한 것과 다른 방식으로 가중치를 뽑았습니다. 층을 만든 뒤 가중치에 무슨 "
    "일이 일어나나요?",
)
def xavier_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "weight"):
            nn.init.xavier_uniform_(module.weight)
    return model


@way("xor/own-initialisation")
def normal_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "weight"):
            nn.init.normal_(module.weight)
    return model


@way("xor/own-initialisation")
def zero_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    return model


@way("xor/own-initialisation")
def zero_biases(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "bias"):
            nn.init.zeros_(module.bias)
    return model


@misconception(
    "xor/layers-from-the-end",
    title="makes the layers in another order",
    why="The layers are made from output to input, or one is used twice.",
    en="The sizes are right, the weights went to other layers than the seed gives them. In "
    "which order are the layers made?",
    ko="크기는 맞지만 시드가 정한 가중치가 다른 층에 들어갔습니다. 층을 어떤 순서로 만들고 있나요?",
)
def layers_from_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    pairs = list(pairwise(SIZES))
    made = [nn.Linear(n_in, n_out) for n_in, n_out in reversed(pairs)]
    modules: list[Any] = []
    for layer in reversed(made):
        modules += [layer, nn.Sigmoid()]
    return nn.Sequential(*modules)


@way("xor/layers-from-the-end")
def one_layer_used_twice(seed: int) -> Any:
    torch.manual_seed(seed)
    first, middle = nn.Linear(2, 10), nn.Linear(10, 10)
    last = nn.Linear(10, 1)
    return nn.Sequential(
        first, nn.Sigmoid(), middle, nn.Sigmoid(), middle, nn.Sigmoid(), last, nn.Sigmoid()
    )


@trait("xor/layers-from-the-end")
def layers_made_in_another_order(checks: Sequence[Sequence[Step]]) -> bool:
    """Every model that was looked at has the seed's layers, made in one and the same order."""
    orders = list(permutations(range(4)))[1:]
    looked = False
    for steps in checks:
        seeds = {
            step.value.reference: step.arguments[0]
            for step in steps
            if step.verb == "build_model" and isinstance(step.value, Model)
        }
        for step in steps:
            reference = getattr(step.arguments[0], "reference", None) if step.arguments else None
            if step.verb == "parameters" and reference in seeds:
                looked = True
                weights: Any = step.value
                made = {order: _weights_in_order(seeds[reference], order) for order in orders}
                orders = [order for order in orders if _same_weights(weights, made[order])]
    return looked and bool(orders)


def _weights_in_order(seed: Any, order: Sequence[int]) -> list[Any]:
    """The model's weights from input to output, when its layers are made in this order."""
    torch.manual_seed(seed)
    pairs = list(pairwise(SIZES))
    made = {place: nn.Linear(*pairs[place]) for place in order}
    return [
        parameter.detach().numpy() for place in range(4) for parameter in made[place].parameters()
    ]


def _same_weights(one: Any, other: Any) -> bool:
    return len(one) == len(other) and all(
        np.shape(a) == np.shape(b) and np.allclose(a, b, atol=1e-6)
        for a, b in zip(one, other, strict=True)
    )


@misconception(
    "xor/numbers-drawn-before",
    title="draws other random numbers between seed and layers",
    why="Something else is made after the seed is set.",
    en="The weights are reproducible, but not the first ones after the seed. What is drawn "
    "between `manual_seed` and the layers?",
    ko="가중치가 매번 같기는 하지만 시드 바로 뒤의 값이 아닙니다. manual_seed와 층 사이에서 "
    "무엇을 뽑고 있나요?",
)
def a_number_drawn_before(seed: int) -> Any:
    torch.manual_seed(seed)
    torch.rand(1)
    return layers(between=nn.Sigmoid)


@way("xor/numbers-drawn-before")
def a_model_made_before(seed: int) -> Any:
    torch.manual_seed(seed)
    layers(between=nn.Sigmoid)
    return layers(between=nn.Sigmoid)


@way("xor/numbers-drawn-before")
def table_drawn_before(seed: int) -> Any:
    torch.manual_seed(seed)
    torch.rand(4, 2)
    return layers(between=nn.Sigmoid)


@misconception(
    "xor/model-in-double-precision",
    title="turns the model to double precision",
    why="The earlier notebooks computed in float64.",
    en="The model can't take the float32 tensors of the table. Which dtype do its weights have?",
    ko="모델이 진리표의 float32 텐서를 받지 못합니다. 모델의 가중치는 어떤 dtype인가요?",
)
def model_in_double_precision(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid).double()


@misconception(
    "xor/layers-in-a-list",
    title="returns something that is no model",
    why="A list of layers looks like a model.",
    en="What comes back can't be called like a function. What joins a list of layers to a model?",
    ko="돌아온 것을 함수처럼 호출할 수 없습니다. 층의 목록을 하나의 모델로 이어 주는 것은 "
    "무엇인가요?",
)
def layers_in_a_list(seed: int) -> Any:
    torch.manual_seed(seed)
    return list(layers(between=nn.Sigmoid))
