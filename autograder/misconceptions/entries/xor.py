"""Misconceptions about `xor`: the table, the model, its training, its predictions."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import copy
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

# ── truth_table ──────────────────────────────────────────────────────────────────────────────


def _table(*labels: float, rows: Any = ((0, 0), (0, 1), (1, 0), (1, 1))) -> tuple[Any, Any]:
    X = torch.tensor(rows, dtype=torch.float32)
    return X, torch.tensor(labels, dtype=torch.float32).reshape(4, 1)


@misconception(
    "xor/table-of-integers",
    task="truth_table",
    title="makes integer tensors",
    why="0 and 1 are typed without a decimal point.",
    en="The numbers are right, their dtype is an integer. What do the layers compute with?",
    ko="값은 맞지만 dtype이 정수입니다. 층은 어떤 수로 계산하나요?",
)
def table_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.long(), Y.long()


@way("xor/table-of-integers")
def inputs_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.long(), Y


@way("xor/table-of-integers")
def labels_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.long()


@misconception(
    "xor/table-in-double-precision",
    task="truth_table",
    title="makes float64 tensors",
    why="torch.from_numpy keeps NumPy's dtype.",
    en="The numbers are right, but in double precision. Which dtype do the layers' weights have?",
    ko="값은 맞지만 배정밀도(float64)입니다. 층의 가중치는 어떤 dtype인가요?",
)
def table_in_double_precision() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.double(), Y.double()


@misconception(
    "xor/table-without-tensors",
    task="truth_table",
    title="returns lists or NumPy arrays",
    why="The earlier notebooks used NumPy.",
    en="The numbers are right, but they are no tensors. What can a layer of PyTorch take?",
    ko="값은 맞지만 텐서가 아닙니다. 파이토치의 층은 무엇을 받을 수 있나요?",
)
def table_without_tensors() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.numpy(), Y.numpy()


@misconception(
    "xor/labels-flat",
    task="truth_table",
    title="makes Y a vector",
    why="Four labels look like a list of four.",
    en="The labels are right, but Y has shape (4,). Which shape does the model's output have?",
    ko="레이블은 맞지만 Y의 모양이 (4,)입니다. 모델의 출력은 어떤 모양(shape)인가요?",
)
def labels_flat() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.reshape(4)


@way("xor/labels-flat")
def labels_in_a_row() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.reshape(1, 4)


@misconception(
    "xor/inputs-in-columns",
    task="truth_table",
    title="lists the inputs by column",
    why="x₁ and x₂ are typed one after the other.",
    en="X has shape (2, 4): each row holds one input of all examples. What does one row of a "
    "batch hold for a layer?",
    ko="X의 모양이 (2, 4)로, 행마다 한 입력의 값이 모여 있습니다. 층에 넣는 배치에서 한 행은 "
    "무엇인가요?",
)
def inputs_in_columns() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.T, Y


@misconception(
    "xor/rows-in-other-order",
    task="truth_table",
    title="lists the inputs in another order",
    why="The first input is counted up first.",
    en="All four inputs are there, in another order than in the chapter. Which input changes "
    "first?",
    ko="네 입력이 모두 있지만 교재와 순서가 다릅니다. 어느 입력이 먼저 바뀌나요?",
)
def rows_in_other_order() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((0, 0), (1, 0), (0, 1), (1, 1)))


@way("xor/rows-in-other-order")
def rows_from_the_end() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((1, 1), (1, 0), (0, 1), (0, 0)))


@misconception(
    "xor/labels-of-another-gate",
    task="truth_table",
    title="has another gate's labels",
    why="XOR is mixed up with OR, AND or its opposite.",
    en="The inputs are right, the labels belong to another gate. When is XOR 1: if one input "
    "is 1, or if exactly one is?",
    ko="입력은 맞지만 레이블이 다른 게이트의 것입니다. XOR이 1이 되는 것은 두 입력이 어떨 "
    "때인가요?",
)
def labels_of_or() -> tuple[Any, Any]:
    return _table(0, 1, 1, 1)


@way("xor/labels-of-another-gate")
def labels_of_and() -> tuple[Any, Any]:
    return _table(0, 0, 0, 1)


@way("xor/labels-of-another-gate")
def labels_of_xnor() -> tuple[Any, Any]:
    return _table(1, 0, 0, 1)


@way("xor/labels-of-another-gate")
def labels_of_nand() -> tuple[Any, Any]:
    return _table(1, 1, 1, 0)


@misconception(
    "xor/labels-before-inputs",
    task="truth_table",
    title="returns (Y, X)",
    why="Order of parts mixed up.",
    en="Both tensors are there, each in the other's place. In which order does the docstring "
    "name them?",
    ko="두 텐서가 모두 있지만 자리가 서로 바뀌어 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def labels_before_inputs() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0)[::-1]


@misconception(
    "xor/table-in-one-tensor",
    task="truth_table",
    title="keeps the table in one tensor",
    why="A truth table is printed as one block.",
    en="Inputs and labels come back in one tensor. Which columns does the model see, and which "
    "should it only be compared with?",
    ko="입력과 레이블이 한 텐서에 들어 있습니다. 모델이 보는 열과 비교에만 쓰는 열은 각각 어느 "
    "것인가요?",
)
def table_in_one_tensor() -> Any:
    return torch.cat(_table(0, 1, 1, 0), dim=1)


@misconception(
    "xor/labels-plus-minus-one",
    task="truth_table",
    title="uses −1 and 1",
    why="The sign function is in mind.",
    en="−1 stands for 0. Between which two values do the outputs of a sigmoid lie?",
    ko="0 대신 −1이 들어 있습니다. 시그모이드의 출력은 어떤 두 값 사이에 있나요?",
)
def labels_plus_minus_one() -> tuple[Any, Any]:
    return _table(-1, 1, 1, -1)


@way("xor/labels-plus-minus-one")
def inputs_plus_minus_one() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((-1, -1), (-1, 1), (1, -1), (1, 1)))


# ── build_model ──────────────────────────────────────────────────────────────────────────────

SIZES = (2, 10, 10, 10, 1)
SHAPES = [(10, 2), (10,), (10, 10), (10,), (10, 10), (10,), (1, 10), (1,)]


def _layers(
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
    task="build_model",
    title="leaves out the sigmoid after the last layer",
    why="The last layer's sum looks like the answer.",
    en="The weights are right, the outputs leave the range 0 … 1. What follows the last layer "
    "in the chapter's model?",
    ko="가중치는 맞지만 출력이 0 … 1을 벗어납니다. 교재의 모델에서 마지막 층 뒤에는 무엇이 있나요?",
)
def output_without_sigmoid(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Sigmoid, last=nn.Identity)


@misconception(
    "xor/relu-in-the-model",
    task="build_model",
    title="uses ReLU between the layers",
    why="Most examples on the web do.",
    en="The weights are right, the activations are not the chapter's. Which function follows "
    "each of its layers?",
    ko="가중치는 맞지만 활성화 함수가 교재와 다릅니다. 교재의 층 뒤에는 매번 어떤 함수가 오나요?",
)
def relu_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.ReLU, last=nn.Sigmoid)


@way("xor/relu-in-the-model")
def leaky_relu_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.LeakyReLU, last=nn.Sigmoid)


@way("xor/relu-in-the-model")
def relu_everywhere(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.ReLU)


@way("xor/relu-in-the-model")
def relu_without_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.ReLU, last=nn.Identity)


@misconception(
    "xor/tanh-in-the-model",
    task="build_model",
    title="uses tanh between the layers",
    why="Both curves have the shape of an S.",
    en="The weights are right, hidden activations may be negative. Between which two values "
    "does a sigmoid stay?",
    ko="가중치는 맞지만 은닉층의 활성값이 음수가 될 수 있습니다. 시그모이드는 어떤 두 값 "
    "사이에 머무르나요?",
)
def tanh_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Tanh, last=nn.Sigmoid)


@way("xor/tanh-in-the-model")
def tanh_everywhere(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Tanh)


@misconception(
    "xor/no-activation-between",
    task="build_model",
    title="has no activation between the layers",
    why="The layers are listed first, and only one sigmoid is added.",
    en="Between the layers nothing bends the values. What do several linear layers amount to then?",
    ko="층과 층 사이에 활성화 함수가 없습니다. 그러면 여러 선형 층은 결국 무엇과 같아지나요?",
)
def sigmoid_only_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Identity, last=nn.Sigmoid)


@way("xor/no-activation-between")
def no_activation_at_all(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Identity)


@misconception(
    "xor/softmax-at-the-end",
    task="build_model",
    title="ends in softmax or two sigmoids",
    why="Softmax is the usual end of classifiers.",
    en="The output layer's values pass through something else than one sigmoid. With a single "
    "output, what would softmax give?",
    ko="출력층의 값이 시그모이드 하나가 아닌 것을 지납니다. 출력이 하나일 때 softmax는 어떤 "
    "값을 낼까요?",
)
def softmax_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Sigmoid, last=lambda: nn.Softmax(dim=1))


@way("xor/softmax-at-the-end")
def two_sigmoids_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Sigmoid, last=lambda: nn.Sequential(nn.Sigmoid(), nn.Sigmoid()))


@misconception(
    "xor/seed-after-the-layers",
    task="build_model",
    title="sets the seed too late, elsewhere or not at all",
    why="The seed is thought to act on the model; NumPy's seed is set instead.",
    en="The weights are not those of the seed, and differ from call to call. At which moment "
    "are they drawn?",
    ko="가중치가 시드에 따른 값이 아니고 호출할 때마다 다릅니다. 가중치는 어느 순간에 정해지나요?",
)
def seed_after_the_layers(seed: int) -> Any:
    model = _layers(between=nn.Sigmoid)
    torch.manual_seed(seed)
    return model


@way("xor/seed-after-the-layers")
def seed_of_other_generators(seed: int) -> Any:
    np.random.seed(seed % 2**32)
    random.seed(seed)
    return _layers(between=nn.Sigmoid)


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
    task="build_model",
    title="sets one fixed seed",
    why="The chapter's 777 is typed in.",
    en="Every seed gives the same weights. Which number is the generator started with?",
    ko="시드가 달라도 가중치가 같습니다. 난수 생성기는 어떤 수로 시작하나요?",
)
def seed_of_the_chapter(seed: int) -> Any:
    torch.manual_seed(777)
    return _layers(between=nn.Sigmoid)


@way("xor/seed-always-the-same")
def seed_of_zero(seed: int) -> Any:
    torch.manual_seed(0)
    return _layers(between=nn.Sigmoid)


@way("xor/seed-always-the-same")
def seed_of_forty_two(seed: int) -> Any:
    torch.manual_seed(42)
    return _layers(between=nn.Sigmoid)


@misconception(
    "xor/seed-before-each-layer",
    task="build_model",
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
    task="build_model",
    title="has another number of layers or neurons",
    why="10-10-10 is taken for two hidden layers, or for four.",
    en="The layers have other sizes than 2-10-10-10-1. How many arrows stand between those "
    "five numbers?",
    ko="층의 크기가 2-10-10-10-1이 아닙니다. 이 다섯 수 사이에는 화살표가 몇 개인가요?",
)
def one_hidden_layer_less(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers((2, 10, 10, 1), between=nn.Sigmoid)


@way("xor/other-sizes")
def one_hidden_layer_more(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers((2, 10, 10, 10, 10, 1), between=nn.Sigmoid)


@way("xor/other-sizes")
def one_hidden_layer(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers((2, 10, 1), between=nn.Sigmoid)


@way("xor/other-sizes")
def two_outputs(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers((2, 10, 10, 10, 2), between=nn.Sigmoid)


@misconception(
    "xor/model-without-biases",
    task="build_model",
    title="switches the biases off",
    why="The networks of 5.3 have none.",
    en="The layers have no biases. How many numbers does the chapter's model have, 261 or fewer?",
    ko="층에 편향이 없습니다. 교재의 모델에 있는 수는 261개인가요, 그보다 적은가요?",
)
def model_without_biases(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Sigmoid, bias=False)


@misconception(
    "xor/own-initialisation",
    task="build_model",
    title="initialises the weights anew",
    why="Xavier or normal initialisation is met elsewhere.",
    en="The weights are drawn in another way than the layers do it themselves. What happens to "
    "them after the layers are made?",
    ko="층이 스스로 정한 것과 다른 방식으로 가중치를 뽑았습니다. 층을 만든 뒤 가중치에 무슨 "
    "일이 일어나나요?",
)
def xavier_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = _layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "weight"):
            nn.init.xavier_uniform_(module.weight)
    return model


@way("xor/own-initialisation")
def normal_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = _layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "weight"):
            nn.init.normal_(module.weight)
    return model


@way("xor/own-initialisation")
def zero_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = _layers(between=nn.Sigmoid)
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    return model


@way("xor/own-initialisation")
def zero_biases(seed: int) -> Any:
    torch.manual_seed(seed)
    model = _layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "bias"):
            nn.init.zeros_(module.bias)
    return model


@misconception(
    "xor/layers-from-the-end",
    task="build_model",
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
    task="build_model",
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
    return _layers(between=nn.Sigmoid)


@way("xor/numbers-drawn-before")
def a_model_made_before(seed: int) -> Any:
    torch.manual_seed(seed)
    _layers(between=nn.Sigmoid)
    return _layers(between=nn.Sigmoid)


@way("xor/numbers-drawn-before")
def table_drawn_before(seed: int) -> Any:
    torch.manual_seed(seed)
    torch.rand(4, 2)
    return _layers(between=nn.Sigmoid)


@misconception(
    "xor/model-in-double-precision",
    task="build_model",
    title="turns the model to double precision",
    why="The earlier notebooks computed in float64.",
    en="The model can't take the float32 tensors of the table. Which dtype do its weights have?",
    ko="모델이 진리표의 float32 텐서를 받지 못합니다. 모델의 가중치는 어떤 dtype인가요?",
)
def model_in_double_precision(seed: int) -> Any:
    torch.manual_seed(seed)
    return _layers(between=nn.Sigmoid).double()


@misconception(
    "xor/layers-in-a-list",
    task="build_model",
    title="returns something that is no model",
    why="A list of layers looks like a model.",
    en="What comes back can't be called like a function. What joins a list of layers to a model?",
    ko="돌아온 것을 함수처럼 호출할 수 없습니다. 층의 목록을 하나의 모델로 이어 주는 것은 "
    "무엇인가요?",
)
def layers_in_a_list(seed: int) -> Any:
    torch.manual_seed(seed)
    return list(_layers(between=nn.Sigmoid))


# ── train ────────────────────────────────────────────────────────────────────────────────────


def _train(
    model: Any, X: Any, Y: Any, lr: float, epochs: int, *,
    criterion: Any = None, optimizer: Any = None, zero: str = "each", noted: Any = None,
) -> list[float]:  # fmt: skip
    """A training with one thing changed; `noted(epoch)` says whether a cost is kept."""
    criterion = criterion or nn.BCELoss()
    optimizer = optimizer or torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0 if noted is None else noted(epoch):
            costs.append(cost.item())
        if zero == "each" or (zero == "hundreds" and epoch % 100 == 0):
            optimizer.zero_grad()
        cost.backward()
        if zero == "late":
            optimizer.zero_grad()
        optimizer.step()
    return costs


def _always(_epoch: int) -> bool:
    return True


@misconception(
    "xor/gradients-pile-up",
    task="train",
    title="never sets the gradients back",
    why="`backward` is thought to replace the old gradients.",
    en="The first step is right, later ones grow. What does `backward` do with the gradients "
    "of the epoch before?",
    ko="첫 걸음은 맞지만 뒤로 갈수록 걸음이 커집니다. backward는 앞 에포크의 기울기를 어떻게 "
    "하나요?",
)
def gradients_pile_up(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="never")


@way("xor/gradients-pile-up")
def gradients_pile_up_from_zero(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    for parameter in model.parameters():
        parameter.grad = None
    return _train(model, X, Y, lr, epochs, zero="never")


@way("xor/gradients-pile-up")
def gradients_pile_up_for_a_hundred(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="hundreds")


@misconception(
    "xor/squared-errors-trained",
    task="train",
    title="trains with MSE",
    why="5.3 used squared errors.",
    en="The costs are those of squared errors. Which cost does 5.4 use for answers of 0 and 1?",
    ko="비용이 제곱 오차의 값입니다. 5.4절에서는 0과 1의 답에 어떤 비용을 쓰나요?",
)
def squared_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.MSELoss())


@way("xor/squared-errors-trained")
def absolute_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.L1Loss())


@way("xor/squared-errors-trained")
def half_squared_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: 0.5 * ((t - o) ** 2).sum())


@misconception(
    "xor/half-of-the-cross-entropy",
    task="train",
    title="writes out only one half of the cross-entropy",
    why="Only rows with label 1 are thought of.",
    en="Rows with label 0 add nothing to the cost. What should an output of 0.9 cost them?",
    ko="레이블이 0인 행은 비용에 아무것도 더하지 않습니다. 그런 행에서 출력이 0.9이면 비용은 "
    "얼마여야 할까요?",
)
def half_of_the_cross_entropy(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: -(t * torch.log(o)).mean())


@misconception(
    "xor/sigmoid-in-the-loss-too",
    task="train",
    title="uses BCEWithLogitsLoss on activations",
    why="It is the recommended loss elsewhere.",
    en="The loss applies a sigmoid of its own. What has the model's last layer done already?",
    ko="손실 함수가 스스로 시그모이드를 한 번 더 적용합니다. 모델의 마지막 층이 이미 한 일은 "
    "무엇인가요?",
)
def sigmoid_in_the_loss_too(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.BCEWithLogitsLoss())


@misconception(
    "xor/costs-summed",
    task="train",
    title="adds the rows' costs instead of averaging them",
    why="E was a sum in 5.3.",
    en="The cost grows with the number of rows. How does BCELoss put the rows together by itself?",
    ko="비용이 행의 개수만큼 커집니다. BCELoss는 따로 정하지 않으면 행의 비용을 어떻게 합치나요?",
)
def costs_summed(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.BCELoss(reduction="sum"))


@misconception(
    "xor/adam",
    task="train",
    title="uses another optimizer",
    why="Adam is the usual choice elsewhere.",
    en="The first cost is right, the steps are not those of plain SGD. Which optimizer does "
    "the chapter use?",
    ko="첫 비용은 맞지만 걸음이 SGD의 것이 아닙니다. 교재는 어떤 옵티마이저를 쓰나요?",
)
def adam(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/adam")
def rmsprop(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.RMSprop(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/adam")
def adagrad(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.Adagrad(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/adam")
def adam_with_its_own_rate(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.Adam(model.parameters()))


@way("xor/adam")
def adam_made_anew(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs = []
    for _ in range(epochs):
        optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        costs += _train(model, X, Y, lr, 1, optimizer=optimizer)
    return costs[::100]


@way("xor/adam")
def adamw(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@misconception(
    "xor/sgd-with-extras",
    task="train",
    title="gives SGD momentum or weight decay",
    why="Examples on the web set momentum=0.9.",
    en="The optimizer is SGD, but its steps hold more than slope times learning rate. Which of "
    "its arguments are set?",
    ko="옵티마이저는 SGD지만 걸음이 학습률과 기울기의 곱만은 아닙니다. 어떤 인자를 더 주었나요?",
)
def momentum(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def half_momentum(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.5)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def nesterov(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, nesterov=True)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def weight_decay(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.01)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def small_weight_decay(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.001)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@misconception(
    "xor/gradients-clipped",
    task="train",
    title="clips the gradients",
    why="Recipes on the web do.",
    en="Long steps are cut short. Does plain gradient descent change a gradient before the step?",
    ko="긴 걸음이 잘려 짧아집니다. 경사 하강법은 걸음을 옮기기 전에 기울기를 바꾸나요?",
)
def gradients_clipped(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = nn.BCELoss()(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 0.1)
        optimizer.step()
    return costs


@misconception(
    "xor/learning-rate-fixed",
    task="train",
    title="trains with a learning rate of its own",
    why="A number of the chapter is typed in, or lr is left to its default.",
    en="The first cost is right, the steps have another length. Where does the optimizer get "
    "its learning rate from?",
    ko="첫 비용은 맞지만 걸음의 길이가 다릅니다. 옵티마이저는 학습률을 어디에서 받나요?",
)
def learning_rate_of_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 1.0, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_of_a_tenth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.1, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_of_a_hundredth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.01, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_by_default(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.001, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_of_one_half(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.5, epochs)


@misconception(
    "xor/cost-after-the-step",
    task="train",
    title="notes the cost after the step",
    why="The cost is printed at the end of the loop and computed anew.",
    en="The training is right, but each noted cost belongs to weights that have moved already. "
    "Before or after the step: when is the cost of epoch 0 taken?",
    ko="훈련은 맞지만 적어 둔 비용이 이미 움직인 가중치의 것입니다. 0번 에포크의 비용은 걸음 "
    "앞의 것인가요, 뒤의 것인가요?",
)
def cost_after_the_step(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        criterion(model(X), Y).backward()
        optimizer.step()
        if epoch % 100 == 0:
            costs.append(criterion(model(X), Y).item())
    return costs


@misconception(
    "xor/mean-of-costs",
    task="train",
    title="notes a running mean or total",
    why="Training loops elsewhere average over batches.",
    en="The training is right, but the noted costs hold those of the epochs between. What is "
    "asked for: the cost of an epoch, or a mean over several?",
    ko="훈련은 맞지만 적어 둔 비용에 그 사이 에포크의 비용이 섞여 있습니다. 필요한 것은 한 "
    "에포크의 비용인가요, 여러 에포크의 평균인가요?",
)
def mean_of_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[: k + 1]) / (k + 1) for k in range(0, epochs, 100)]


@way("xor/mean-of-costs")
def total_of_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[: k + 1]) for k in range(0, epochs, 100)]


@way("xor/mean-of-costs")
def mean_of_each_hundred(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[k : k + 100]) / len(every[k : k + 100]) for k in range(0, epochs, 100)]


@misconception(
    "xor/one-epoch-too-many",
    task="train",
    title="trains one epoch too many",
    why="range(epochs + 1), as the chapter's 10,001 suggests.",
    en="The model has taken one step more than asked for. How often does the loop run for "
    "epochs = 0?",
    ko="모델이 한 걸음 더 움직였습니다. epochs가 0이면 반복문은 몇 번 도나요?",
)
def one_epoch_too_many(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs + 1)


@misconception(
    "xor/one-epoch-too-few",
    task="train",
    title="trains one epoch too few",
    why="range(1, epochs), or epochs − 1.",
    en="The model has taken one step less than asked for. Which epochs does the loop go through?",
    ko="모델이 한 걸음 덜 움직였습니다. 반복문은 몇 번 에포크부터 몇 번까지 도나요?",
)
def one_epoch_too_few(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs - 1)


@way("xor/one-epoch-too-few")
def epochs_from_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs - 1, noted=lambda epoch: (epoch + 1) % 100 == 0)


@misconception(
    "xor/costs-of-other-epochs",
    task="train",
    title="notes the costs of other epochs",
    why="Epochs are counted from 1, or the first or last one is treated apart.",
    en="The training is right, but the list holds the costs of other epochs than 0, 100, 200, "
    "… For which epochs is the condition true?",
    ko="훈련은 맞지만 0, 100, 200, …이 아닌 에포크의 비용이 담겼습니다. 조건은 어떤 에포크에서 "
    "참이 되나요?",
)
def costs_of_each_hundredth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: (epoch + 1) % 100 == 0)


@way("xor/costs-of-other-epochs")
def cost_of_epoch_zero_missing(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch and epoch % 100 == 0)


@way("xor/costs-of-other-epochs")
def cost_of_the_last_epoch_too(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(
        model, X, Y, lr, epochs, noted=lambda epoch: epoch % 100 == 0 or epoch == epochs - 1
    )


@way("xor/costs-of-other-epochs")
def cost_of_every_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=_always)


@way("xor/costs-of-other-epochs")
def cost_of_every_tenth_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch % 10 == 0)


@way("xor/costs-of-other-epochs")
def cost_of_every_thousandth_epoch(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch % 1000 == 0)


@way("xor/costs-of-other-epochs")
def empty_list_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    _train(model, X, Y, lr, epochs)
    return []


@way("xor/costs-of-other-epochs")
def final_cost_added(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs = _train(model, X, Y, lr, epochs)
    return [*costs, float(nn.BCELoss()(model(X), Y))]


@misconception(
    "xor/last-cost-only",
    task="train",
    title="returns one cost",
    why="The last cost seems to be the result.",
    en="One cost comes back. What is asked for of epochs 0, 100, 200 and so on?",
    ko="비용이 하나만 돌아왔습니다. 0, 100, 200, … 에포크의 비용은 어떻게 되어야 하나요?",
)
def last_cost_only(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return every[-1] if every else None


@way("xor/last-cost-only")
def last_noted_cost_only(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    costs = _train(model, X, Y, lr, epochs)
    return costs[-1] if costs else None


@misconception(
    "xor/nothing-returned-from-train",
    task="train",
    title="returns no costs",
    why="Training changes the model, so there seems to be nothing to return.",
    en="The model is trained, but the costs don't come back. Where do they go: to the screen, "
    "or to the caller?",
    ko="모델은 학습했지만 비용이 돌아오지 않습니다. 비용은 화면으로 가나요, 호출한 쪽으로 가나요?",
)
def nothing_returned_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> None:
    _train(model, X, Y, lr, epochs)


@way("xor/nothing-returned-from-train")
def model_returned_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    _train(model, X, Y, lr, epochs)
    return model


@misconception(
    "xor/row-by-row",
    task="train",
    title="takes a step for each row",
    why="“Stochastic” is taken at its word.",
    en="The weights move after every row. How often does one epoch of a full batch move them?",
    ko="행 하나마다 가중치가 움직입니다. 전체 배치에서는 한 에포크에 몇 번 움직이나요?",
)
def row_by_row(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        if epoch % 100 == 0:
            costs.append(criterion(model(X), Y).item())
        for x, y in zip(X, Y, strict=True):
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
    return costs


@way("xor/row-by-row")
def row_by_row_with_the_last_cost(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost: Any = None
        for x, y in zip(X, Y, strict=True):
            cost = criterion(model(x), y)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs


@way("xor/row-by-row")
def row_by_row_with_the_mean_cost(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in zip(X, Y, strict=True):
            cost = criterion(model(x), y)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
            total += cost.item()
        if epoch % 100 == 0:
            costs.append(total / len(X))
    return costs


@misconception(
    "xor/a-copy-trained",
    task="train",
    title="trains a copy or a new model",
    why="The model is made inside `train`, or copied to keep the original.",
    en="The model that was passed in has not moved. Whose parameters does the optimizer hold?",
    ko="전달받은 모델이 움직이지 않았습니다. 옵티마이저는 누구의 파라미터를 가지고 있나요?",
)
def a_copy_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(copy.deepcopy(model), X, Y, lr, epochs)


@way("xor/a-copy-trained")
def a_new_model_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    torch.manual_seed(777)
    return _train(_layers(between=nn.Sigmoid), X, Y, lr, epochs)


@misconception(
    "xor/weights-drawn-anew",
    task="train",
    title="resets the model's weights first",
    why="Every training is thought to start from a seed.",
    en="Training starts from other weights than the model had. What happens to them before "
    "epoch 0?",
    ko="모델이 가지고 있던 것과 다른 가중치에서 훈련을 시작합니다. 0번 에포크 앞에서 무슨 일이 "
    "일어나나요?",
)
def weights_drawn_anew(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    torch.manual_seed(777)
    for module in model:
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()
    return _train(model, X, Y, lr, epochs)


@misconception(
    "xor/no-step",
    task="train",
    title="never moves the weights: no step, or gradients cleared just before it",
    why="`backward` is thought to move the weights; zero_grad is put where the loop looks tidy.",
    en="All costs are the same and the weights stay. Which line moves them, and which "
    "gradients does it find when it is called?",
    ko="비용이 모두 같고 가중치도 그대로입니다. 가중치를 움직이는 것은 어느 줄이고, 그 줄이 "
    "실행될 때 기울기에는 무엇이 들어 있나요?",
)
def no_step(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="late")


@misconception(
    "xor/cost-climbed",
    task="train",
    title="climbs the cost",
    why="A sign is turned in a manual update or in the loss.",
    en="The cost rises. In which direction along the slope do the weights move?",
    ko="비용이 커지고 있습니다. 가중치가 기울기를 따라 어느 방향으로 움직이나요?",
)
def cost_climbed(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, maximize=True)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/cost-climbed")
def negative_cost(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: -nn.BCELoss()(o, t))


@misconception(
    "xor/some-parameters-trained",
    task="train",
    title="hands only some parameters to the optimizer",
    why="Biases or hidden layers are overlooked.",
    en="Some of the model's parameters never move. Which of them does the optimizer know?",
    ko="모델의 파라미터 가운데 일부가 움직이지 않습니다. 옵티마이저는 어느 파라미터를 알고 있나요?",
)
def biases_not_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    weights = [parameter for parameter in model.parameters() if parameter.ndim == 2]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(weights, lr=lr))


@way("xor/some-parameters-trained")
def last_layer_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    last = list(model.parameters())[-2:]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(last, lr=lr))


@way("xor/some-parameters-trained")
def first_layer_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    first = list(model.parameters())[:2]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(first, lr=lr))


@misconception(
    "xor/two-steps-in-an-epoch",
    task="train",
    title="takes two steps in each epoch",
    why="`step` stands twice, or the gradient is worked out twice.",
    en="The weights move too far in each epoch. How often are `backward` and `step` called in "
    "one round?",
    ko="에포크마다 가중치가 너무 많이 움직입니다. 한 번 도는 동안 backward와 step을 몇 번 "
    "호출하나요?",
)
def two_steps_in_an_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 2 * lr, epochs)


@way("xor/two-steps-in-an-epoch")
def two_rounds_in_an_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, 2 * epochs, noted=lambda epoch: epoch % 200 == 0)


@misconception(
    "xor/learning-rate-falls",
    task="train",
    title="lowers the learning rate on the way",
    why="Schedulers are met elsewhere.",
    en="The first steps are right, later ones shrink. Should lr change during the training?",
    ko="처음 걸음은 맞지만 뒤로 갈수록 짧아집니다. 훈련하는 동안 lr이 바뀌어야 하나요?",
)
def learning_rate_falls(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs: list[float] = []
    for start in range(0, epochs, 100):
        costs += _train(model, X, Y, lr * 0.1 ** (start // 100), min(100, epochs - start))
    return costs


@way("xor/learning-rate-falls")
def learning_rate_falls_each_epoch(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    every = [_train(model, X, Y, lr * 0.99**epoch, 1)[0] for epoch in range(epochs)]
    return every[::100]


@misconception(
    "xor/training-stops-early",
    task="train",
    title="stops when the cost is small or stalls",
    why="Early stopping was the topic of 5.1.",
    en="The training ends before all epochs are done. Which line leaves the loop?",
    ko="에포크를 다 채우기 전에 훈련이 끝납니다. 어느 줄에서 반복문을 빠져나가나요?",
)
def one_epoch_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, min(epochs, 1))


@way("xor/training-stops-early")
def a_hundred_epochs_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, min(epochs, 101))


# ── predict ──────────────────────────────────────────────────────────────────────────────────


def _outputs(model: Any, X: Any) -> Any:
    with torch.no_grad():
        return model(X)


@misconception(
    "xor/one-at-one-half",
    task="predict",
    title="answers 1 at exactly 0.5",
    why="`>=` stands for `>`.",
    en="Only outputs of exactly 0.5 are answered otherwise. Which side does the docstring give "
    "them to?",
    ko="출력이 정확히 0.5일 때만 다릅니다. docstring은 그 경우를 어느 쪽으로 정하고 있나요?",
)
def one_at_one_half(model: Any, X: Any) -> Any:
    return (_outputs(model, X) >= 0.5).float()


@misconception(
    "xor/outputs-for-predictions",
    task="predict",
    title="returns the outputs themselves",
    why="The output is already close to 0 or 1.",
    en="Numbers between 0 and 1 come back. Which decision turns an output into a prediction?",
    ko="0과 1 사이의 수가 돌아왔습니다. 출력을 예측으로 바꾸는 기준은 무엇인가요?",
)
def outputs_for_predictions(model: Any, X: Any) -> Any:
    return _outputs(model, X)


@misconception(
    "xor/predictions-inverted",
    task="predict",
    title="exchanges 0 and 1",
    why="The comparison points the other way.",
    en="0 and 1 are exchanged. For which outputs is the condition true?",
    ko="0과 1이 서로 바뀌어 있습니다. 조건은 어떤 출력에서 참이 되나요?",
)
def predictions_inverted(model: Any, X: Any) -> Any:
    return (_outputs(model, X) <= 0.5).float()


@way("xor/predictions-inverted")
def one_below_one_half(model: Any, X: Any) -> Any:
    return (_outputs(model, X) < 0.5).float()


@misconception(
    "xor/predictions-flat",
    task="predict",
    title="returns a vector",
    why="One answer for each row looks like a list.",
    en="The predictions are right, but the column has become a vector. Which shape do the "
    "labels have?",
    ko="예측은 맞지만 열이 벡터로 바뀌었습니다. 레이블은 어떤 모양(shape)인가요?",
)
def predictions_flat(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float().reshape(-1)


@misconception(
    "xor/threshold-of-zero",
    task="predict",
    title="compares with 0, or applies the sigmoid again",
    why="0 is the threshold of a sum; the model is thought to give sums.",
    en="Every prediction is 1. Between which two values do the compared numbers lie, and with "
    "what are they compared?",
    ko="모든 예측이 1입니다. 비교하는 값들은 어떤 두 수 사이에 있고, 무엇과 비교하고 있나요?",
)
def threshold_of_zero(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0).float()


@misconception(
    "xor/threshold-of-the-mean",
    task="predict",
    title="compares with the mean output",
    why="“Above average” is taken for the rule.",
    en="A row's prediction depends on the other rows. With which number is each output compared?",
    ko="한 행의 예측이 다른 행에 따라 달라집니다. 출력을 어떤 수와 비교하고 있나요?",
)
def threshold_of_the_mean(model: Any, X: Any) -> Any:
    o = _outputs(model, X)
    return (o > o.mean()).float()


@misconception(
    "xor/outputs-cut-off",
    task="predict",
    title="cuts the decimals off",
    why="`int` looks like rounding.",
    en="Every prediction is 0. With what is an output of 0.9 compared, or what becomes of it "
    "when it is made an integer?",
    ko="모든 예측이 0입니다. 출력 0.9를 무엇과 비교하는지, 정수로 바꾸고 있다면 얼마가 되는지 "
    "보세요.",
)
def outputs_cut_off(model: Any, X: Any) -> Any:
    return _outputs(model, X).int()


@way("xor/outputs-cut-off")
def largest_of_one_column(model: Any, X: Any) -> Any:
    return _outputs(model, X).argmax(dim=1, keepdim=True)


@way("xor/outputs-cut-off")
def largest_of_one_column_flat(model: Any, X: Any) -> Any:
    return _outputs(model, X).argmax(dim=1)


@misconception(
    "xor/predictions-with-gradient",
    task="predict",
    title="leaves the gradient attached",
    why="The outputs carry their graph along, and arithmetic keeps it.",
    en="The predictions are right, but they still belong to a computation that can be "
    "differentiated. Does a prediction need a gradient?",
    ko="예측은 맞지만 미분을 위한 계산 기록이 아직 붙어 있습니다. 예측에 기울기가 필요할까요?",
)
def predictions_with_gradient(model: Any, X: Any) -> Any:
    return torch.round(model(X))


@misconception(
    "xor/predictions-in-a-row",
    task="predict",
    title="returns one prediction, or the classes' numbers",
    why="A position is taken for a class.",
    en="What comes back is not one prediction for each row. How many rows does X have?",
    ko="행마다 예측이 하나씩 돌아오지 않았습니다. X에는 행이 몇 개인가요?",
)
def first_prediction_only(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float()[:1]


@way("xor/predictions-in-a-row")
def rows_predicted_one(model: Any, X: Any) -> Any:
    return (_outputs(model, X).reshape(-1) > 0.5).nonzero()


@way("xor/predictions-in-a-row")
def predictions_as_a_row(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float().T


@misconception(
    "xor/minus-one-predicted",
    task="predict",
    title="answers −1 instead of 0",
    why="The sign function is in mind.",
    en="Where 0 is expected, −1 comes back. Which two classes does the table have?",
    ko="0이 와야 할 곳에 −1이 왔습니다. 진리표의 두 클래스는 무엇인가요?",
)
def minus_one_predicted(model: Any, X: Any) -> Any:
    return torch.where(_outputs(model, X) > 0.5, 1.0, -1.0)


@way("xor/minus-one-predicted")
def sign_predicted(model: Any, X: Any) -> Any:
    return torch.sign(_outputs(model, X) - 0.5)


# ── accuracy ─────────────────────────────────────────────────────────────────────────────────


@misconception(
    "xor/accuracy-as-count",
    task="accuracy",
    title="returns how many are right",
    why="The division is left out.",
    en="The number of right predictions comes back. Out of how many, and what is a fraction of "
    "them?",
    ko="맞은 예측의 개수가 돌아왔습니다. 전체가 몇 개이고, 비율은 얼마인가요?",
)
def accuracy_as_count(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item()


@misconception(
    "xor/accuracy-in-percent",
    task="accuracy",
    title="returns percent",
    why="Accuracies are spoken of in percent.",
    en="The answer is a hundred times as large as expected. Between which numbers does a "
    "fraction lie?",
    ko="답이 백 배입니다. 비율은 어떤 두 수 사이에 있나요?",
)
def accuracy_in_percent(predicted: Any, Y: Any) -> Any:
    return 100 * (predicted == Y).float().mean().item()


@misconception(
    "xor/error-rate",
    task="accuracy",
    title="returns the fraction that is wrong",
    why="`!=` stands for `==`, or distances are averaged.",
    en="Right and wrong are exchanged: the answer falls where it should rise. What is counted?",
    ko="맞은 것과 다른 것이 서로 바뀌어 있습니다. 무엇을 세고 있나요?",
)
def error_rate(predicted: Any, Y: Any) -> Any:
    return (predicted != Y).float().mean().item()


@misconception(
    "xor/differences-cancel",
    task="accuracy",
    title="averages signed differences",
    why="predicted − Y looks like the mistake of a row.",
    en="Two mistakes of opposite sign cancel each other. What should each wrong row count?",
    ko="부호가 반대인 두 잘못이 서로 지워집니다. 다른 행은 각각 얼마로 세어야 하나요?",
)
def differences_cancel(predicted: Any, Y: Any) -> Any:
    return 1 - (predicted - Y).mean().item()


@way("xor/differences-cancel")
def absolute_sum_of_differences(predicted: Any, Y: Any) -> Any:
    return 1 - abs((predicted - Y).mean().item())


@misconception(
    "xor/shapes-broadcast",
    task="accuracy",
    title="compares each prediction with every label",
    why="(n, 1) against (n,) broadcasts to (n, n).",
    en="More pairs are compared than there are rows. Which shapes do both sides of `==` have?",
    ko="행의 개수보다 많은 쌍을 비교했습니다. == 양쪽의 모양(shape)은 각각 무엇인가요?",
)
def shapes_broadcast(predicted: Any, Y: Any) -> Any:
    return (predicted.reshape(-1) == Y).float().mean().item()


@way("xor/shapes-broadcast")
def shapes_broadcast_and_summed(predicted: Any, Y: Any) -> Any:
    return (predicted.reshape(-1) == Y).float().sum().item() / len(Y)


@misconception(
    "xor/only-ones-counted",
    task="accuracy",
    title="counts only right ones",
    why="A right 0 looks like nothing to count.",
    en="Rows whose label is 0 don't count as right. Is a predicted 0 for a label of 0 right?",
    ko="레이블이 0인 행은 맞은 것으로 세지 않았습니다. 레이블 0을 0으로 예측하면 맞은 것인가요?",
)
def only_ones_counted(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / len(Y)


@way("xor/only-ones-counted")
def recall(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / max(Y.sum().item(), 1)


@way("xor/only-ones-counted")
def precision(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / max(predicted.sum().item(), 1)


@misconception(
    "xor/all-or-nothing",
    task="accuracy",
    title="answers whether everything is right, or divides integers",
    why="`torch.equal` and `all` compare as a whole; `//` cuts the fraction off.",
    en="The answer is 1 only if every row is right. What about three right rows of four?",
    ko="모든 행이 맞을 때만 1이 됩니다. 네 행 가운데 세 행이 맞으면 얼마여야 하나요?",
)
def all_or_nothing(predicted: Any, Y: Any) -> Any:
    return torch.equal(predicted, Y)


@misconception(
    "xor/four-rows-always",
    task="accuracy",
    title="divides by 4",
    why="XOR's table has four rows.",
    en="With four rows the fraction is right. By what is the count divided?",
    ko="행이 네 개일 때만 비율이 맞습니다. 맞은 개수를 무엇으로 나누고 있나요?",
)
def four_rows_always(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / 4


@misconception(
    "xor/accuracy-divided-wrongly",
    task="accuracy",
    title="divides by another number than that of the rows",
    why="len − 1, or the number of ones.",
    en="The right rows are counted, then divided by something else than the number of rows. "
    "What stands below the line of the fraction?",
    ko="맞은 행은 세었지만 행의 개수가 아닌 것으로 나누었습니다. 분모에는 무엇이 있나요?",
)
def accuracy_by_number_of_ones(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / max(Y.sum().item(), 1)


@way("xor/accuracy-divided-wrongly")
def accuracy_by_one_less(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / max(len(Y) - 1, 1)


@misconception(
    "xor/rows-for-accuracy",
    task="accuracy",
    title="returns right and wrong for each row",
    why="The mean is left out.",
    en="One answer for each row comes back. What makes a single fraction of them?",
    ko="행마다 답이 하나씩 돌아왔습니다. 그것들을 비율 하나로 만드는 것은 무엇인가요?",
)
def rows_for_accuracy(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float()


@misconception(
    "xor/labels-not-looked-at",
    task="accuracy",
    title="averages the predictions or the labels",
    why="The comparison is left out.",
    en="The answer says how many ones there are. With what is a prediction compared?",
    ko="1이 얼마나 많은지를 답했습니다. 예측은 무엇과 비교해야 하나요?",
)
def mean_of_predictions(predicted: Any, Y: Any) -> Any:
    return predicted.mean().item()


@way("xor/labels-not-looked-at")
def mean_of_labels(predicted: Any, Y: Any) -> Any:
    return Y.mean().item()
