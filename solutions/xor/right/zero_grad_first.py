"""Gradients cleared at the start and at the end, a loss summed and divided."""

import torch
from torch import nn


def train(model, X, Y, lr, epochs):
    for p in model.parameters():
        p.grad = None
    criterion = nn.BCELoss(reduction="sum")
    optimizer = torch.optim.SGD([{"params": list(model.parameters()), "lr": lr}])
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y) / Y.numel()
        if epoch % 100 == 0:
            costs.append(cost.detach().numpy())
        cost.backward()
        optimizer.step()
        optimizer.zero_grad()
    return costs


def predict(model, X):
    return torch.round(model(X).detach())


def accuracy(predicted, Y):
    wrong = torch.count_nonzero(predicted - Y)
    return 1.0 - wrong / Y.numel()
