# Tries: ask while an argument of another question is being read, without end.
# Rule: questions within questions are bounded in depth.
# Assignment: update
import numbers


class Asking(float):
    def __float__(self):
        return 1.0


@numbers.Real.register
class Deep:
    def __init__(self, function):
        self.function = function

    def __float__(self):
        return float(self.function(Deep(self.function)))


def descend(gradient, w, lr, steps):
    return gradient(Deep(gradient))


def error_history(error, gradient, w, lr, steps):
    return [error(Deep(error))] * (steps + 1)
