"""The optimizer takes a closure; named layers."""

from collections import OrderedDict

import torch
from torch import nn


def build_model(seed):
    torch.manual_seed(seed)
    sizes = [2, 10, 10, 10, 1]
    layers = OrderedDict()
    for i in range(4):
        layers[f"fc{i}"] = nn.Linear(sizes[i], sizes[i + 1], bias=True)
        layers[f"act{i}"] = nn.Sigmoid()
    return nn.Sequential(layers)


def train(model, X, Y, lr, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.0, nesterov=False)

    def closure():
        optimizer.zero_grad()
        cost = nn.functional.binary_cross_entropy(model(X), Y)
        cost.backward()
        return cost

    costs = []
    for epoch in range(epochs):
        cost = optimizer.step(closure)
        costs.append(cost.item())
    return costs[::100]


def predict(model, X):
    return torch.tensor([[float(o > 0.5)] for o in model(X)[:, 0]])
