"""Lists of Python numbers."""


def error_slope(target, o):
    return [float(a) - float(t) for t, a in zip(target, o)]


def sigmoid_slope(a):
    return [float(each) * (1 - float(each)) for each in a]


def output_deltas(target, o):
    return [e * s for e, s in zip(error_slope(target, o), sigmoid_slope(o))]


def output_gradients(target, o, h):
    return [[delta * float(each) for each in h] for delta in output_deltas(target, o)]


def hidden_deltas(W_output, deltas, h):
    found = []
    for j in range(len(h)):
        slope = 0.0
        for k in range(len(deltas)):
            slope += float(W_output[k][j]) * float(deltas[k])
        found.append(slope * float(h[j]) * (1 - float(h[j])))
    return found


def hidden_gradients(W_output, target, o, h, x):
    deltas = hidden_deltas(W_output, output_deltas(target, o), h)
    return [[delta * float(each) for each in x] for delta in deltas]


def _moved(W, place, by):
    if not place:
        return W + by
    first, *rest = place
    return [_moved(row, rest, by) if i == first else row for i, row in enumerate(W)]


def _slopes(error, W, part, place, h):
    if isinstance(part, list):
        return [_slopes(error, W, each, [*place, i], h) for i, each in enumerate(part)]
    return (error(_moved(W, place, h)) - error(_moved(W, place, -h))) / (2 * h)


def numerical_gradient(error, W, h):
    W = W.tolist()
    return _slopes(error, W, W, [], h)
