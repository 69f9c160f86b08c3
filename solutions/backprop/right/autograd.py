"""PyTorch differentiates."""

import torch


def _tensors(*arrays):
    return [torch.tensor(array, dtype=torch.float64, requires_grad=True) for array in arrays]


_activate = torch.sigmoid


def _inverse(a):
    return torch.logit(a).detach().requires_grad_()


def error_slope(target, o):
    target, o = _tensors(target, o)
    (0.5 * (target - o) ** 2).sum().backward()
    return o.grad


def sigmoid_slope(a):
    z = _inverse(torch.tensor(a, dtype=torch.float64))
    _activate(z).sum().backward()
    return z.grad


def output_deltas(target, o):
    target, o = _tensors(target, o)
    z = _inverse(o)
    (0.5 * (target - _activate(z)) ** 2).sum().backward()
    return z.grad


def output_gradients(target, o, h):
    target, o, h = _tensors(target, o, h)
    W = torch.zeros(len(o), len(h), dtype=torch.float64, requires_grad=True)
    z = _inverse(o).detach() + W @ h
    (0.5 * (target - _activate(z)) ** 2).sum().backward()
    return W.grad


def hidden_deltas(W_output, deltas, h):
    W_output, deltas = _tensors(W_output, deltas)
    z = _inverse(torch.tensor(h, dtype=torch.float64))
    (deltas.detach() @ (W_output.detach() @ _activate(z))).backward()
    return z.grad


def hidden_gradients(W_output, target, o, h, x):
    W_output, target, o, h, x = _tensors(W_output, target, o, h, x)
    W = torch.zeros(len(h), len(x), dtype=torch.float64, requires_grad=True)
    hidden = _activate(_inverse(h).detach() + W @ x)
    z = _inverse(o).detach() + W_output.detach() @ (hidden - h.detach())
    error = (0.5 * (target - _activate(z)) ** 2).sum()
    (gradient,) = torch.autograd.grad(error, W)
    return gradient


def numerical_gradient(error, W, h):
    W = torch.tensor(W, dtype=torch.float64)
    slopes = torch.empty(W.numel(), dtype=torch.float64)
    for i, nudge in enumerate(h * torch.eye(W.numel(), dtype=torch.float64)):
        nudge = nudge.reshape(W.shape)
        slopes[i] = (error(W + nudge) - error(W - nudge)) / (2 * h)
    return slopes.reshape(W.shape)
