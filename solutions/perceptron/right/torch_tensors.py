"""PyTorch tensors, booleans as answers, parameters counted in real layers."""

import torch
from torch import nn


def weighted_sum(x, w, b):
    return torch.dot(torch.as_tensor(x), torch.as_tensor(w)) + b


def perceptron(x, w, b):
    return weighted_sum(x, w, b) > 0


def gate(name):
    w = torch.ones(2) if name != "NAND" else -torch.ones(2)
    return w, torch.tensor({"AND": -1.5, "NAND": 1.5, "OR": -0.5}[name])


def xor_network():
    w, b = zip(gate("NAND"), gate("OR"))
    return (torch.stack(w), torch.stack(b), *gate("AND"))


def parameter_count(sizes):
    layers = [nn.Linear(n_in, n_out) for n_in, n_out in zip(sizes, sizes[1:])]
    return sum(p.numel() for p in nn.Sequential(*layers).parameters())


def is_deep(sizes):
    return torch.tensor(len(sizes[1:-1]) >= 2)
