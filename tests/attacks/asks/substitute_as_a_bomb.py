# Tries: have the judge work out a right answer that fills its memory: products of long vectors.
# Rule: a substitute answers for arguments of the assignment's size.
# Assignment: backprop
# Limits: short
import numpy as np

LONG = np.ones(15_000)


def error_slope(target, o):
    return None


sigmoid_slope = output_deltas = output_gradients = error_slope


def bomb(*arguments):
    for attempt in (
        lambda: output_gradients(LONG, LONG, LONG),
        lambda: output_deltas(LONG.reshape(-1, 1), LONG.reshape(1, -1)),
        lambda: error_slope(np.ones((400, 1, 1)), np.ones((1, 400, 400))),
        lambda: sigmoid_slope(np.ones((1, 60_000))),
    ):
        try:
            attempt()
        except Exception:
            pass


def hidden_deltas(W_output, deltas, h):
    bomb()


def hidden_gradients(W_output, target, o, h, x):
    bomb()
    for _ in range(50):
        bomb()
