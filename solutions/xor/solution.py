"""Section 5.4: a multi-layer network learns XOR in PyTorch."""

import torch
from torch import nn


def truth_table() -> tuple[torch.Tensor, torch.Tensor]:
    """The inputs X (4, 2) and the labels Y (4, 1) of XOR. (5.4)"""
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    Y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    return X, Y


def build_model(seed: int) -> nn.Module:
    """The network 2-10-10-10-1 with a sigmoid after every layer. (5.4)"""
    torch.manual_seed(seed)
    return nn.Sequential(
        nn.Linear(2, 10),
        nn.Sigmoid(),
        nn.Linear(10, 10),
        nn.Sigmoid(),
        nn.Linear(10, 10),
        nn.Sigmoid(),
        nn.Linear(10, 1),
        nn.Sigmoid(),
    )


def train(
    model: nn.Module, X: torch.Tensor, Y: torch.Tensor, lr: float, epochs: int
) -> list[float]:
    """θ⁺ = θ − η ∂cost/∂θ once per epoch; the costs at epochs 0, 100, 200, … (5.4)"""
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return costs


def predict(model: nn.Module, X: torch.Tensor) -> torch.Tensor:
    """1 where the model's output is > 0.5, else 0. (5.4)"""
    with torch.no_grad():
        output: torch.Tensor = model(X)
    return (output > 0.5).float()


def accuracy(predicted: torch.Tensor, Y: torch.Tensor) -> float:
    """The fraction of predictions that equal their labels. (5.4)"""
    return (predicted == Y).float().mean().item()
