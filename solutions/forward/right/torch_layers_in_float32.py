"""Real layers of PyTorch, in single precision, with gradients attached."""

import torch
from torch import nn


def _layer(W):
    layer = nn.Linear(W.shape[1], W.shape[0], bias=False)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(W))
    return layer


def weighted_sums(W, x):
    return _layer(W)(torch.tensor(x, dtype=torch.float32))


def forward(W_hidden, W_output, x):
    x = torch.tensor(x, dtype=torch.float32)
    h = nn.Sequential(_layer(W_hidden), nn.Sigmoid())(x)
    o = nn.Sequential(_layer(W_output), nn.Sigmoid())(h)
    return h, o


def output_errors(target, o):
    target, o = torch.tensor(target).float(), torch.tensor(o).float().requires_grad_()
    return (target - o).square() / 2
