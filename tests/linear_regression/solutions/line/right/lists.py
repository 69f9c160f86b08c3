"""Plain Python, without NumPy."""


def predict(x, slope, intercept):
    return [slope * each + intercept for each in x]


def residuals(x, y, slope, intercept):
    return [b - a for a, b in zip(predict(x, slope, intercept), y)]


def mean_squared_error(x, y, slope, intercept):
    total = 0
    for left in residuals(x, y, slope, intercept):
        total += left * left
    return total / len(x)


def best_line(error, lines):
    best, lowest = None, None
    for number, line in enumerate(lines):
        found = error(line[0], line[1])
        if lowest is None or found < lowest:
            best, lowest = number, found
    return best
