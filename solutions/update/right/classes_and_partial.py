"""An optimizer of one's own."""

import numpy as np

from functools import partial


class Optimizer:
    def __init__(self, lr):
        self.lr = lr

    def step(self, W, gradient):
        return W - self.lr * gradient

    def run(self, gradient, w, steps):
        """Every place on the way."""
        places = [w]
        for _ in range(steps):
            places.append(self.step(places[-1], gradient(places[-1])))
        return places


class Stepper:
    def __call__(self, W, gradient, lr):
        return Optimizer(lr).step(W, gradient)


step = Stepper()


def step_all(weights, gradients, lr):
    return list(map(Optimizer(lr).step, weights, gradients))


def network_step(gradients, W_hidden, W_output, lr):
    move = partial(map, Optimizer(lr).step, (W_hidden, W_output))
    return tuple(move(gradients(W_hidden, W_output)))


def descend(gradient, w, lr, steps):
    *_, last = Optimizer(lr).run(gradient, w, steps)
    return last


def error_history(error, gradient, w, lr, steps):
    return [error(place) for place in Optimizer(lr).run(gradient, w, steps)]


class Sigmoid:
    def __call__(self, z):
        return 1 / (1 + np.exp(-z))

    def slope(self, a):
        return a * (1 - a)


class Network:
    activate = Sigmoid()

    def __init__(self, W_hidden, W_output):
        self.W_hidden, self.W_output = W_hidden, W_output

    def forward(self, x):
        self.x = x
        self.h = self.activate(self.W_hidden @ x)
        self.o = self.activate(self.W_output @ self.h)
        return self.o

    def backward(self, target):
        output = (self.o - target) * self.activate.slope(self.o)
        hidden = (output @ self.W_output) * self.activate.slope(self.h)
        return np.outer(hidden, self.x), np.outer(output, self.h)

    def update(self, optimizer, gradients):
        weights = self.W_hidden, self.W_output
        self.W_hidden, self.W_output = map(optimizer.step, weights, gradients)


def train_network(x, target, W_hidden, W_output, lr, steps):
    network, optimizer = Network(W_hidden, W_output), Optimizer(lr)

    def error():
        return 0.5 * np.sum((target - network.forward(x)) ** 2)

    errors = [error()]
    while len(errors) <= steps:
        network.update(optimizer, network.backward(target))
        errors.append(error())
    return network.W_hidden, network.W_output, errors
