"""functional_call, partial, no module-level state."""

from functools import partial

import torch
from torch import nn
from torch.func import functional_call


def train(model, X, Y, lr, epochs):
    parameters = dict(model.named_parameters())
    criterion = nn.BCELoss()
    costs = []
    for epoch in range(epochs):
        cost = criterion(functional_call(model, parameters, (X,)), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        gradients = torch.autograd.grad(cost, list(parameters.values()))
        with torch.no_grad():
            for parameter, gradient in zip(parameters.values(), gradients):
                parameter.sub_(lr * gradient)
    return costs


def _above(threshold, model, X):
    with torch.no_grad():
        return model(X).gt(threshold).double()


predict = partial(_above, 0.5)
accuracy = lambda predicted, Y: torch.isclose(predicted, Y).float().mean().item()  # noqa: E731
