"""PyTorch in single precision, gradients by hand."""

import torch


def _singles(*arrays):
    return [torch.as_tensor(array).float() for array in arrays]


def error_slope(target, o):
    target, o = _singles(target, o)
    return torch.sub(o, target)


def sigmoid_slope(a):
    (a,) = _singles(a)
    return a.mul(1 - a)


def output_deltas(target, o):
    return error_slope(target, o) * sigmoid_slope(o)


def output_gradients(target, o, h):
    return torch.outer(output_deltas(target, o), *_singles(h))


def hidden_deltas(W_output, deltas, h):
    W_output, deltas = _singles(W_output, deltas)
    return torch.mv(W_output.t(), deltas) * sigmoid_slope(h)


def hidden_gradients(W_output, target, o, h, x):
    deltas = hidden_deltas(W_output, output_deltas(target, o), h)
    return deltas.unsqueeze(1).matmul(_singles(x)[0].unsqueeze(0))


def numerical_gradient(error, W, h):
    (W,) = _singles(W)
    slopes = torch.zeros_like(W)
    for i in range(W.numel()):
        up, down = W.clone(), W.clone()
        up.view(-1)[i] += h
        down.view(-1)[i] -= h
        slopes.view(-1)[i] = (error(up) - error(down)) / (2 * h)
    return slopes
