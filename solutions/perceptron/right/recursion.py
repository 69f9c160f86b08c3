"""Head and tail."""


def weighted_sum(x, w, b):
    if len(x) == 0:
        return b
    return x[0] * w[0] + weighted_sum(x[1:], w[1:], b)


def perceptron(x, w, b):
    if len(x) == 0:
        return int(b > 0)
    return perceptron(x[:-1], w[:-1], b + x[-1] * w[-1])


def parameter_count(sizes):
    if len(sizes) < 2:
        return 0
    first, second, *rest = sizes
    return first * second + second + parameter_count([second, *rest])


def is_deep(sizes):
    return bool(sizes) and (len(sizes) == 4 or is_deep(sizes[1:]))
