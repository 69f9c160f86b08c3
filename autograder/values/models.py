"""The few things that a check does with a network, in the process where the network lives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import nn


class Layer(NamedTuple):
    """One of torch.nn's modules by its name, made of these sizes: `Layer("Linear", (2, 10))`."""

    name: str
    sizes: tuple[int, ...] = ()


def build(layers: Sequence[Layer], parameters: Sequence[NDArray[Any]]) -> nn.Sequential:
    """A float32 network of these layers, in a row, with given parameters.

    `parameters`: those of each layer as PyTorch lists them, from input to output. What a student
    set as the default type, device or seed neither counts nor changes.
    """
    import torch
    from torch import nn

    state, dtype = torch.random.get_rng_state(), torch.get_default_dtype()
    torch.set_default_dtype(torch.float32)
    with torch.device("cpu"):
        model = nn.Sequential(*(getattr(nn, name)(*sizes) for name, sizes in layers))
    torch.set_default_dtype(dtype)
    torch.random.set_rng_state(state)
    with torch.no_grad():
        for parameter, values in zip(model.parameters(), parameters, strict=True):
            parameter.copy_(torch.from_numpy(np.asarray(values, dtype=np.float32)))
    return model


def parameters_of(model: Any) -> list[NDArray[Any]]:
    """The model's parameters as arrays, in the order in which they were registered."""
    return [parameter.detach().cpu().numpy().copy() for parameter in model.parameters()]


def nudge(model: Any, X: NDArray[Any]) -> None:
    """One step of gradient descent on the sum of the model's outputs, as a training takes it.

    The model keeps its gradients, as after any training that clears them before each step.
    """
    import torch

    model.zero_grad()
    model(torch.from_numpy(X.copy())).sum().backward()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter -= parameter.grad


def outputs_of(model: Any, X: NDArray[Any]) -> NDArray[Any]:
    """The model's outputs for the rows of X, as an array."""
    import torch

    with torch.no_grad():
        outputs: NDArray[Any] = model(torch.from_numpy(X.copy())).detach().cpu().numpy().copy()
    return outputs
