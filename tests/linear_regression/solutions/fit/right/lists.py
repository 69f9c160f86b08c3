"""Plain Python, without NumPy."""


def mean(numbers):
    return sum(numbers) / len(numbers)


def fit_slope(x, y):
    x_mean, y_mean = mean(x), mean(y)
    above = below = 0
    for a, b in zip(x, y):
        above += (a - x_mean) * (b - y_mean)
        below += (a - x_mean) ** 2
    return above / below


def fit_intercept(x, y):
    return mean(y) - fit_slope(x, y) * mean(x)


def r_squared(x, y):
    slope, intercept = fit_slope(x, y), fit_intercept(x, y)
    left = sum((b - slope * a - intercept) ** 2 for a, b in zip(x, y))
    return 1 - left / sum((b - mean(y)) ** 2 for b in y)
