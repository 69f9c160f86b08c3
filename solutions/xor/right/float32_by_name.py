"""float64 by default, float32 wherever the network is."""

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
FLOAT32 = {"dtype": torch.float32}


def truth_table():
    X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], **FLOAT32)
    return X, torch.tensor([[0], [1], [1], [0]], **FLOAT32)


def build_model(seed):
    torch.manual_seed(seed)
    sizes = (2, 10, 10, 10, 1)
    layers = []
    for before, after in zip(sizes, sizes[1:]):
        layers += [nn.Linear(before, after, **FLOAT32), nn.Sigmoid()]
    return nn.Sequential(*layers)


def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        cost = criterion(model(X), Y)
        cost.backward()
        optimizer.step()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs


def predict(model, X):
    with torch.no_grad():
        return (model(X) > 0.5).to(**FLOAT32)


def accuracy(predicted, Y):
    return (predicted == Y).to(**FLOAT32).mean().item()
