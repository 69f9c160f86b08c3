# Tries: lie about a model: parameters that change, outputs that are looked up, patched modules.
# Rule: a model's parameters and outputs are compared with the reference in the judge.
# Assignment: xor
import torch
from torch import nn


class Lying(nn.Module):
    def parameters(self, recurse=True):
        return iter([nn.Parameter(torch.zeros(size)) for size in ((10, 2), 10, (10, 10), 10)])

    def forward(self, X):
        return (X[:, :1] != X[:, 1:]).float()


nn.Module.parameters = Lying.parameters
nn.Linear.__init__ = lambda self, *arguments, **options: nn.Module.__init__(self)
nn.Module.__call__ = lambda self, X: torch.full((len(X), 1), 0.5)


def build_model(seed):
    return Lying()


def train(model, X, Y, lr, epochs):
    return [0.6931] * (1 + epochs // 100)


def predict(model, X):
    return torch.zeros(len(X), 1)


def truth_table():
    return Lying(), Lying()


def accuracy(predicted, Y):
    return Lying()
