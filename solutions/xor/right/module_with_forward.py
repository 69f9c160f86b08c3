"""A module of one's own with a forward."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(2, 10)
        self.second = nn.Linear(10, 10)
        self.third = nn.Linear(10, 10)
        self.last = nn.Linear(10, 1)

    def forward(self, x):
        for layer in (self.first, self.second, self.third, self.last):
            x = torch.sigmoid(layer(x))
        return x


def build_model(seed: int) -> Net:
    torch.manual_seed(seed)
    return Net()


def train(model, X, Y, lr, epochs):
    model.train()
    loss_of = nn.BCELoss(reduction="mean")
    optimizer = torch.optim.SGD(params=model.parameters(), lr=lr, momentum=0)
    history = {}
    for epoch in range(epochs):
        hypothesis = model(X)
        history[epoch] = loss_of(hypothesis, Y)
        optimizer.zero_grad(set_to_none=False)
        history[epoch].backward()
        optimizer.step()
    return [cost.detach() for epoch, cost in history.items() if epoch % 100 == 0]


@torch.no_grad()
def predict(model, X):
    return model(X) > 0.5


def accuracy(predicted, Y):
    right = 0
    for p, y in zip(predicted, Y):
        right += int(p.item() == y.item())
    return right / len(Y)
