# Tries: ask with everything that is no array of the right shape.
# Rule: a wrong question is refused in words and never raises in the judge.
# Assignment: update
import numpy as np

WRONG = [
    (), (None,), ("w",), ([],), ([[1.0], [1.0, 2.0]],), (np.zeros((7, 7, 7)),), (object(),), (1j,),
    (np.array(["a"]),), (float("nan"),), (10**400,), (True, True, True), ({},), (np.zeros(0),),
    ([[[[[[[[[[1.0]]]]]]]]]],), (print,), (b"bytes",), (np.ones(60_000),),
]


def ask(function):
    for arguments in WRONG:
        try:
            function(*arguments)
        except Exception:
            pass


def descend(gradient, w, lr, steps):
    ask(gradient)
    for value in (np.nan, np.inf, -np.inf, 1e308, -1e308, 5e-324):
        try:
            gradient(np.full(np.shape(w), value))
        except Exception:
            pass
    return w


def error_history(error, gradient, w, lr, steps):
    ask(error)
    for value in (np.nan, np.inf, -np.inf, 1e308, -1e308, 5e-324):
        try:
            error(np.full(np.shape(w), value))
        except Exception:
            pass
    return [0.0] * (steps + 1)


def network_step(gradients, W_hidden, W_output, lr):
    ask(gradients)
    for value in (np.nan, np.inf, 1e308):
        try:
            gradients(np.full(W_hidden.shape, value), np.full(W_output.shape, value))
        except Exception:
            pass
    return W_hidden, W_output
