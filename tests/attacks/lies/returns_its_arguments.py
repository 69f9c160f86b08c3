# Tries: return one of the arguments, for every task of every assignment.
# Rule: an answer that returns an argument earns nothing.
# Assignment: all
import itertools

turn = itertools.count()


def argument(*arguments):
    if not arguments:
        return None
    return arguments[next(turn) % len(arguments)]


for name in @TASKS@:
    globals()[name] = argument
