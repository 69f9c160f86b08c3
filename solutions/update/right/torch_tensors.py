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


def train_network(x, target, W_hidden, W_output, lr, steps):
    x, target, W_hidden, W_output = map(torch.tensor, (x, target, W_hidden, W_output))

    def gradients(W_hidden, W_output):
        W_hidden, W_output = W_hidden.clone().requires_grad_(), W_output.clone().requires_grad_()
        error(W_hidden, W_output).backward()
        return W_hidden.grad, W_output.grad

    def error(W_hidden, W_output):
        o = torch.sigmoid(torch.mv(W_output, torch.sigmoid(torch.mv(W_hidden, x))))
        return torch.sum((target - o) ** 2) / 2

    errors = torch.zeros(steps + 1, dtype=torch.float64)
    errors[0] = error(W_hidden, W_output)
    for i in range(1, steps + 1):
        W_hidden, W_output = network_step(gradients, W_hidden, W_output, lr)
        errors[i] = error(W_hidden, W_output)
    return W_hidden, W_output, errors
