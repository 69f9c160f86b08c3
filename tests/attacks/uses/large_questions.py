# Tries: fill the judge's memory, for this submission and all later ones, with questions of a
# megabyte, each another one.
# Rule: the bytes that a task may ask with are bounded, and so is what is remembered of them.
# Assignment: update
import numpy as np

asked = 0
large = np.zeros(19990)


def ask(function):
    global asked
    for _ in range(110):
        asked += 1
        large[0] = asked
        try:
            function(large, large, large, large, large, large)
        except ValueError:
            pass


def network_step(gradients, W_hidden, W_output, lr):
    ask(gradients)
    of_hidden, of_output = gradients(W_hidden, W_output)
    return W_hidden - lr * of_hidden, W_output - lr * of_output


def descend(gradient, w, lr, steps):
    ask(gradient)
    for _ in range(steps):
        w = w - lr * gradient(w)
    return w


def error_history(error, gradient, w, lr, steps):
    ask(error)
    errors = [error(w)]
    for _ in range(steps):
        w = w - lr * gradient(w)
        errors.append(error(w))
    return errors
