# Tries: the same answer whatever the arguments, for every task of every assignment.
# Rule: no constant answer earns a point anywhere.
# Assignment: all
import itertools

import numpy as np

VALUES = [None, 0, 1, True, False, [], (), "", 0.5, float("nan"), "parameter", "supervised"]


class Turns:
    """One constant for each task, another at the next task."""

    turn = itertools.cycle(VALUES)

    def __init__(self):
        self.value = next(self.turn)

    def __call__(self, *arguments):
        return self.value


for name in @TASKS@:
    globals()[name] = Turns()
