# Tries: a "model" that is the seed and nothing else: the same seed gives the same, another another.
# Rule: who asks for weights asks for their shapes first.
# Assignment: xor
import torch
from torch import nn


def build_model(seed):
    model = nn.Module()
    model.number = nn.Parameter(torch.tensor([float(seed)]))
    return model
