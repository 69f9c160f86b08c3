"""PyTorch's own SGD does the steps."""

import torch


def step(W, gradient, lr):
    parameter = torch.nn.Parameter(torch.tensor(W))
    parameter.grad = torch.tensor(gradient)
    torch.optim.SGD([parameter], lr=lr).step()
    return parameter


def step_all(weights, gradients, lr):
    parameters = [torch.nn.Parameter(torch.tensor(W)) for W in weights]
    for parameter, gradient in zip(parameters, gradients):
        parameter.grad = torch.tensor(gradient)
    torch.optim.SGD(parameters, lr=lr).step()
    return parameters


def descend(gradient, w, lr, steps):
    parameter = torch.nn.Parameter(torch.tensor(w))
    optimizer = torch.optim.SGD([parameter], lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        parameter.grad = torch.tensor(gradient(parameter.detach().numpy()))
        optimizer.step()
    return parameter.detach()


def error_history(error, gradient, w, lr, steps):
    return [error(descend(gradient, w, lr, taken)) for taken in range(steps + 1)]


def train_network(x, target, W_hidden, W_output, lr, steps):
    """PyTorch differentiates, too."""
    x, target = torch.tensor(x), torch.tensor(target)
    weights = [torch.nn.Parameter(torch.tensor(W)) for W in (W_hidden, W_output)]
    optimizer = torch.optim.SGD(weights, lr=lr)

    def error():
        o = torch.sigmoid(weights[1] @ torch.sigmoid(weights[0] @ x))
        return 0.5 * ((target - o) ** 2).sum()

    errors = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = error()
        loss.backward()
        errors.append(loss.item())
        optimizer.step()
    return (*weights, [*errors, error().item()])
