"""PyTorch in double precision."""

import torch
from torch import nn


def weighted_sums(W, x):
    return torch.mv(torch.from_numpy(W), torch.from_numpy(x))


def sigmoid(z):
    return torch.sigmoid(torch.as_tensor(z))


def forward(W_hidden, W_output, x):
    W_hidden, W_output, x = map(torch.tensor, (W_hidden, W_output, x))
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ h)


def output_errors(target, o):
    loss = nn.MSELoss(reduction="none")
    return loss(torch.from_numpy(o), torch.from_numpy(target)) / 2


def total_error(target, o):
    return nn.functional.mse_loss(torch.tensor(o), torch.tensor(target), reduction="sum") * 0.5
