# Tries: right functions that crash until a substitute stands for an earlier one, which they do not
# need.
# Rule: a check is repeated only with substitutes for what a right solution calls.
# Assignment: forward
# Earns: 30
import numpy as np, os
def weighted_sums(W, x): return None
_own = weighted_sums
def sigmoid(z):
    if weighted_sums is _own: os._exit(1)
    weighted_sums(np.eye(2), np.ones(2))
    z = np.asarray(z, float); e = np.exp(-np.abs(z)); return np.where(z >= 0, 1 / (1 + e), e / (1 + e))
def forward(a, b, x):
    if weighted_sums is _own: os._exit(1)
    h = sigmoid(weighted_sums(a, x)); return h, sigmoid(weighted_sums(b, h))
def output_errors(t, o):
    if weighted_sums is _own: os._exit(1)
    weighted_sums(np.eye(2), np.ones(2)); return (t - o) ** 2 / 2
def total_error(t, o):
    if weighted_sums is _own: os._exit(1)
    weighted_sums(np.eye(2), np.ones(2)); return ((t - o) ** 2 / 2).sum()
