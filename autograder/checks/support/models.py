"""The few things that a check does with a network, in the process where the network lives."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import nn


def build(sizes: Sequence[int], parameters: Sequence[NDArray[Any]]) -> nn.Sequential:
    """A fully connected float32 network, sigmoid after every layer, with given parameters.

    `parameters`: weight (n_out, n_in) and bias (n_out,) of each layer, from input to output.
    """
    import torch
    from torch import nn

    layers: list[nn.Module] = []
    state = torch.random.get_rng_state()
    for n_in, n_out in itertools.pairwise(sizes):
        layers += [nn.Linear(n_in, n_out), nn.Sigmoid()]
    torch.random.set_rng_state(state)
    model = nn.Sequential(*layers)
    with torch.no_grad():
        for parameter, values in zip(model.parameters(), parameters, strict=True):
            parameter.copy_(torch.from_numpy(np.asarray(values, dtype=np.float32)))
    return model


def parameters_of(model: Any) -> list[NDArray[Any]]:
    """The model's parameters as arrays, in the order in which they were registered."""
    return [parameter.detach().cpu().numpy().copy() for parameter in model.parameters()]


def outputs_of(model: Any, X: NDArray[Any]) -> NDArray[Any]:
    """The model's outputs for the rows of X, as an array."""
    import torch

    with torch.no_grad():
        outputs: NDArray[Any] = model(torch.from_numpy(X.copy())).detach().cpu().numpy().copy()
    return outputs
