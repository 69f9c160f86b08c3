# Tries: a model that has other parameters at each second look, so that a check loses its way.
# Rule: a check reads parameters once; what is wrong with them is the student's failure.
# Assignment: xor
import torch
from torch import nn


class Fickle(nn.Module):
    def __init__(self):
        super().__init__()
        shapes = (10, 2), (10,), (10, 10), (10,), (10, 10), (10,), (1, 10), (1,)
        self.all = [nn.Parameter(torch.zeros(shape)) for shape in shapes]
        self.looks = 0

    def parameters(self, recurse=True):
        self.looks += 1
        few = (self.all, self.all[:1], [], [nn.Parameter(torch.zeros(3, 3, 3))] * 8)
        return iter(few[(self.looks - 1) % 4])

    def forward(self, X):
        return torch.full((len(X), 1), 0.25)


def build_model(seed):
    return Fickle()


def train(model, X, Y, lr, epochs):
    model.parameters = Fickle().parameters
    return [0.7] * ((epochs + 99) // 100)
