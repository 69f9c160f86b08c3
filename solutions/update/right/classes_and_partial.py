"""An optimizer of one's own."""

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
