"""Blocks in a network, a list of modules unpacked."""

import torch
from torch import nn


def truth_table():
    X = torch.cartesian_prod(torch.tensor([0.0, 1.0]), torch.tensor([0.0, 1.0]))
    return X, (X[:, 0] != X[:, 1]).float().unsqueeze(1)


def _block(n_in, n_out):
    return nn.Sequential(nn.Linear(n_in, n_out), nn.Sigmoid())


def build_model(seed):
    generator = torch.manual_seed(seed)
    assert generator is torch.default_generator
    blocks = [_block(2, 10), _block(10, 10), nn.Sequential(_block(10, 10), _block(10, 1))]
    return nn.Sequential(*blocks)


def predict(model, X):
    return model(X).detach().gt(0.5).to(torch.uint8)


def accuracy(predicted, Y):
    return 1 - (predicted - Y).abs().mean()
