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
