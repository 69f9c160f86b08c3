"""Lists of Python numbers."""


def double(x):
    return [2 * float(each) for each in x]


def half(x):
    return [float(each) / 2 for each in x]


def same(x):
    return list(x)
