# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `backprop`, one mistake each, written after the matcher was finished."""

# %% task="error_slope" expect="backprop/slope-absolute"
def error_slope(target, o):
    return np.sqrt((target - o) ** 2)

# %% task="error_slope" expect="backprop/slope-halved"
def error_slope(target, o):
    return 1 / 2 * (o - target)

# %% task="error_slope" expect="backprop/slope-goes-too-far"
def error_slope(target, o):
    return -(target - o) * o * (1 - o)

# %% task="sigmoid_slope" expect="backprop/half-of-the-product"
def sigmoid_slope(a):
    return np.ones_like(a) - a

# %% task="sigmoid_slope" expect="backprop/slope-squared"
def sigmoid_slope(a):
    return a * (1 - a) * a * (1 - a)

# %% task="sigmoid_slope" expect=""
def sigmoid_slope(a):
    return np.minimum(a, 1 - a) / 2

# %% task="output_deltas" expect="backprop/delta-doubled"
def output_deltas(target, o):
    dE = 2 * (o - target)
    return dE * o * (1 - o)

# %% task="output_deltas" expect="backprop/delta-other-slope"
def output_deltas(target, o):
    return (o - target) * (1 - o ** 2)

# %% task="output_deltas" expect="backprop/delta-is-slope-alone"
def output_deltas(target, o):
    d = []
    for t, p in zip(target, o):
        d.append(p * (1 - p))
    return d

# %% task="output_gradients" expect="backprop/output-gradients-slope-again"
def output_gradients(target, o, h):
    s = lambda z: 1 / (1 + np.exp(-z))
    d = (o - target) * s(o) * (1 - s(o))
    return d[:, None] * h[None, :]

# %% task="output_gradients" expect="backprop/output-gradients-from-o"
def output_gradients(target, o, h):
    d = (o - target) * o * (1 - o)
    return np.outer(d, o)

# %% task="output_gradients" expect="backprop/output-gradients-one-output"
def output_gradients(target, o, h):
    d = (o[0] - target[0]) * o[0] * (1 - o[0])
    return np.array([[d * hj for hj in h] for _ in o])

# %% task="hidden_deltas" expect="backprop/hidden-deltas-not-transposed"
def hidden_deltas(W_output, deltas, h):
    result = []
    for row, hj in zip(W_output, h):
        result.append(sum(w * d for w, d in zip(row, deltas)) * hj * (1 - hj))
    return np.array(result)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-slope-again"
def hidden_deltas(W_output, deltas, h):
    s = 1 / (1 + np.exp(-h))
    return (deltas @ W_output) * s * (1 - s)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-not-summed"
def hidden_deltas(W_output, deltas, h):
    return np.array([W_output[k] * deltas[k] * h * (1 - h) for k in range(len(deltas))])

# %% task="hidden_deltas" expect="backprop/hidden-deltas-without-weights"
def hidden_deltas(W_output, deltas, h):
    return np.array([sum(deltas) * hj * (1 - hj) for hj in h])

# %% task="hidden_gradients" expect="backprop/hidden-gradients-without-slopes"
def hidden_gradients(W_output, target, o, h, x):
    return np.outer((o - target) @ W_output, x)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-elementwise"
def hidden_gradients(W_output, target, o, h, x):
    return hidden_deltas(W_output, output_deltas(target, o), h) * x

# %% task="hidden_gradients" expect="backprop/hidden-gradients-hidden-slope-again"
def hidden_gradients(W_output, target, o, h, x):
    s = 1 / (1 + np.exp(-h))
    return np.outer(W_output.T.dot(output_deltas(target, o)) * s * (1 - s), x)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-doubled"
def hidden_gradients(W_output, target, o, h, x):
    d_o = 2 * (o - target) * o * (1 - o)
    d_h = (W_output.T @ d_o) * h * (1 - h)
    return np.outer(d_h, x)

# %% task="hidden_gradients" expect=""
def hidden_gradients(W_output, target, o, h, x):
    d_o = (o - target) * o * (1 - o)
    d_h = (np.abs(W_output).T @ d_o) * h * (1 - h)
    return np.outer(d_h, x)
