"""PyTorch tensors."""

import torch


def step(W, gradient, lr):
    W = torch.as_tensor(W)
    return torch.sub(W, torch.as_tensor(gradient), alpha=lr)


def step_all(weights, gradients, lr):
    return tuple(step(W, gradient, lr) for W, gradient in zip(weights, gradients))


def network_step(gradients, W_hidden, W_output, lr):
    hidden, output = map(torch.tensor, (W_hidden, W_output))
    g_hidden, g_output = gradients(hidden, output)
    return step(hidden, g_hidden, lr), step(output, g_output, lr)


def descend(gradient, w, lr, steps):
    w = torch.tensor(w, requires_grad=True)
    for _ in range(steps):
        w.grad = torch.as_tensor(gradient(w))
        with torch.no_grad():
            w -= lr * w.grad
    return w


def error_history(error, gradient, w, lr, steps):
    w = torch.tensor(w)
    errors = torch.empty(steps + 1, dtype=torch.float64)
    for i in range(steps):
        errors[i] = error(w)
        w = step(w, gradient(w), lr)
    errors[steps] = error(w)
    return errors
