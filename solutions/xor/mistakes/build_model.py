"""Mistakes about `build_model`."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import pairwise, permutations
from typing import Any

import numpy as np
import torch
from torch import nn

from autograder.hints import detector, mistake, variant
from autograder.values.plain import Model
from autograder.values.trace import Step

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


@mistake("output-without-sigmoid")
def output_without_sigmoid(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, last=nn.Identity)


@mistake("relu-in-the-model")
def relu_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.ReLU, last=nn.Sigmoid)


@variant("relu-in-the-model")
def leaky_relu_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.LeakyReLU, last=nn.Sigmoid)


def _mixed(seed: int, *between: Callable[[], Any]) -> Any:
    """The chapter's layers with these activations after the hidden ones."""
    torch.manual_seed(seed)
    activations = iter(between)
    return layers(between=lambda: next(activations)(), last=nn.Sigmoid)


@variant("relu-in-the-model")
def relu_after_the_first_layer(seed: int) -> Any:
    return _mixed(seed, nn.ReLU, nn.Sigmoid, nn.Sigmoid)


@variant("relu-in-the-model")
def relu_after_the_last_hidden_layer(seed: int) -> Any:
    return _mixed(seed, nn.Sigmoid, nn.Sigmoid, nn.ReLU)


@variant("relu-in-the-model")
def sigmoid_after_the_first_layer_only(seed: int) -> Any:
    return _mixed(seed, nn.Sigmoid, nn.ReLU, nn.ReLU)


@variant("relu-in-the-model")
def sigmoid_after_the_last_hidden_layer_only(seed: int) -> Any:
    return _mixed(seed, nn.ReLU, nn.ReLU, nn.Sigmoid)


@variant("relu-in-the-model")
def relu_everywhere(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.ReLU)


@variant("relu-in-the-model")
def relu_without_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.ReLU, last=nn.Identity)


@mistake("tanh-in-the-model")
def tanh_between_layers(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Tanh, last=nn.Sigmoid)


@variant("tanh-in-the-model")
def tanh_everywhere(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Tanh)


@mistake("no-activation-between")
def sigmoid_only_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Identity, last=nn.Sigmoid)


@variant("no-activation-between")
def no_activation_at_all(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Identity)


@mistake("softmax-at-the-end")
def softmax_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, last=lambda: nn.Softmax(dim=1))


@mistake("two-sigmoids-at-the-end")
def two_sigmoids_at_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, last=lambda: nn.Sequential(nn.Sigmoid(), nn.Sigmoid()))


@mistake("seed-after-the-layers")
def seed_after_the_layers(seed: int) -> Any:
    model = layers(between=nn.Sigmoid)
    torch.manual_seed(seed)
    return model


@variant("seed-after-the-layers")
def seed_of_other_generators(seed: int) -> Any:
    np.random.seed(seed % 2**32)
    random.seed(seed)
    return layers(between=nn.Sigmoid)


@detector("seed-after-the-layers")
def same_seed_other_weights(checks: Sequence[Sequence[Step]]) -> bool:
    """Models of the right sizes, of which two with one seed have different weights at once."""
    for steps in checks:
        if any(step.verb == "nudge" for step in steps):
            continue
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


@mistake("seed-always-the-same")
def seed_of_the_chapter(seed: int) -> Any:
    torch.manual_seed(777)
    return layers(between=nn.Sigmoid)


@variant("seed-always-the-same")
def seed_of_zero(seed: int) -> Any:
    torch.manual_seed(0)
    return layers(between=nn.Sigmoid)


@variant("seed-always-the-same")
def seed_of_forty_two(seed: int) -> Any:
    torch.manual_seed(42)
    return layers(between=nn.Sigmoid)


@mistake("seed-before-each-layer")
def seed_before_each_layer(seed: int) -> Any:
    modules: list[Any] = []
    for n_in, n_out in pairwise(SIZES):
        torch.manual_seed(seed)
        modules += [nn.Linear(n_in, n_out), nn.Sigmoid()]
    return nn.Sequential(*modules)


@mistake("other-sizes")
def one_hidden_layer_less(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 10, 1), between=nn.Sigmoid)


@variant("other-sizes")
def one_hidden_layer_more(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 10, 10, 10, 1), between=nn.Sigmoid)


@variant("other-sizes")
def one_hidden_layer(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 1), between=nn.Sigmoid)


@variant("other-sizes")
def two_outputs(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers((2, 10, 10, 10, 2), between=nn.Sigmoid)


@mistake("model-without-biases")
def model_without_biases(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid, bias=False)


@mistake("own-initialisation")
def xavier_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "weight"):
            nn.init.xavier_uniform_(module.weight)
    return model


@variant("own-initialisation")
def normal_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "weight"):
            nn.init.normal_(module.weight)
    return model


@variant("own-initialisation")
def zero_initialisation(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    return model


@variant("own-initialisation")
def zero_biases(seed: int) -> Any:
    torch.manual_seed(seed)
    model = layers(between=nn.Sigmoid)
    for module in model:
        if hasattr(module, "bias"):
            nn.init.zeros_(module.bias)
    return model


@mistake("layers-from-the-end")
def layers_from_the_end(seed: int) -> Any:
    torch.manual_seed(seed)
    pairs = list(pairwise(SIZES))
    made = [nn.Linear(n_in, n_out) for n_in, n_out in reversed(pairs)]
    modules: list[Any] = []
    for layer in reversed(made):
        modules += [layer, nn.Sigmoid()]
    return nn.Sequential(*modules)


@mistake("one-layer-used-twice")
def one_layer_used_twice(seed: int) -> Any:
    torch.manual_seed(seed)
    first, middle = nn.Linear(2, 10), nn.Linear(10, 10)
    last = nn.Linear(10, 1)
    return nn.Sequential(
        first, nn.Sigmoid(), middle, nn.Sigmoid(), middle, nn.Sigmoid(), last, nn.Sigmoid()
    )


@detector("layers-from-the-end")
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


@mistake("numbers-drawn-before")
def a_number_drawn_before(seed: int) -> Any:
    torch.manual_seed(seed)
    torch.rand(1)
    return layers(between=nn.Sigmoid)


@variant("numbers-drawn-before")
def a_model_made_before(seed: int) -> Any:
    torch.manual_seed(seed)
    layers(between=nn.Sigmoid)
    return layers(between=nn.Sigmoid)


@variant("numbers-drawn-before")
def table_drawn_before(seed: int) -> Any:
    torch.manual_seed(seed)
    torch.rand(4, 2)
    return layers(between=nn.Sigmoid)


@mistake("model-in-double-precision")
def model_in_double_precision(seed: int) -> Any:
    torch.manual_seed(seed)
    return layers(between=nn.Sigmoid).double()


@mistake("layers-in-a-list")
def layers_in_a_list(seed: int) -> Any:
    torch.manual_seed(seed)
    return list(layers(between=nn.Sigmoid))
