# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `backprop`, one mistake each, written to try the matcher."""

# %% task="error_slope" expect="backprop/slope-sign"
def error_slope(target, o):
    return np.array([t - p for t, p in zip(target, o)])

# %% task="error_slope" expect="backprop/slope-without-half"
def error_slope(target, o):
    return -2 * (target - o)

# %% task="error_slope" expect="backprop/error-for-slope"
def error_slope(target, o):
    return 1 / 2 * (target - o) ** 2

# %% task="error_slope" expect="backprop/slope-averaged"
def error_slope(target, o):
    n = o.shape[0]
    return -(target - o) / n

# %% task="error_slope" expect=""
def error_slope(target, o):
    return (o - target) ** 3

# %% task="sigmoid_slope" expect="backprop/sigmoid-applied-again"
def sigmoid_slope(a):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))
    return sigmoid(a) * (1 - sigmoid(a))

# %% task="sigmoid_slope" expect="backprop/slope-of-tanh"
def sigmoid_slope(a):
    return 1 - a * a

# %% task="sigmoid_slope" expect="backprop/slope-without-brackets"
def sigmoid_slope(a):
    return a * 1 - a

# %% task="sigmoid_slope" expect="backprop/sigmoid-slope-sign"
def sigmoid_slope(a):
    return a ** 2 - a

# %% task="output_deltas" expect="backprop/output-deltas-sign"
def output_deltas(target, o):
    error = target - o
    return error * sigmoid_slope(o)

# %% task="output_deltas" expect="backprop/delta-without-slope"
def output_deltas(target, o):
    return error_slope(target, o)

# %% task="output_deltas" expect="backprop/delta-slope-again"
def output_deltas(target, o):
    s = 1 / (1 + np.exp(-o))
    return (o - target) * s * (1 - s)

# %% task="output_deltas" expect="backprop/delta-factors-added"
def output_deltas(target, o):
    return error_slope(target, o) + sigmoid_slope(o)

# %% task="output_deltas" expect="backprop/delta-from-squares"
def output_deltas(target, o):
    E = 0.5 * (target - o) ** 2
    return E * o * (1 - o)

# %% task="output_deltas" expect=""
def output_deltas(target, o):
    return (o - target) * np.exp(-o)

# %% task="output_gradients" expect="backprop/output-gradients-transposed"
def output_gradients(target, o, h):
    d = output_deltas(target, o)
    return h.reshape(-1, 1) * d.reshape(1, -1)

# %% task="output_gradients" expect="backprop/output-gradients-elementwise"
def output_gradients(target, o, h):
    return output_deltas(target, o) * h

# %% task="output_gradients" expect="backprop/output-gradients-without-slope"
def output_gradients(target, o, h):
    g = np.zeros((len(o), len(h)))
    for k in range(len(o)):
        for j in range(len(h)):
            g[k, j] = (o[k] - target[k]) * h[j]
    return g

# %% task="output_gradients" expect="backprop/output-gradients-sign"
def output_gradients(target, o, h):
    d = (target - o) * o * (1 - o)
    return np.outer(d, h)

# %% task="output_gradients" expect="backprop/output-gradients-two-by-two"
def output_gradients(target, o, h):
    d1, d2 = output_deltas(target, o)[0], output_deltas(target, o)[1]
    return np.array([[d1 * h[0], d1 * h[1]], [d2 * h[0], d2 * h[1]]])

# %% task="output_gradients" expect="backprop/output-gradients-slope-of-h"
def output_gradients(target, o, h):
    return np.outer(error_slope(target, o), sigmoid_slope(h) * h)

# %% task="output_gradients" expect="backprop/output-gradients-without-h"
def output_gradients(target, o, h):
    d = output_deltas(target, o)
    return np.array([[d[k] for _ in h] for k in range(len(d))])

# %% task="output_gradients" expect=""
def output_gradients(target, o, h):
    return np.outer(output_deltas(target, o), np.sqrt(h))

# %% task="hidden_deltas" expect="backprop/hidden-deltas-not-transposed"
def hidden_deltas(W_output, deltas, h):
    return np.dot(W_output, deltas) * h * (1 - h)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-without-slope"
def hidden_deltas(W_output, deltas, h):
    out = []
    for j in range(len(h)):
        out.append(sum(W_output[k][j] * deltas[k] for k in range(len(deltas))))
    return out

# %% task="hidden_deltas" expect="backprop/hidden-deltas-one-path"
def hidden_deltas(W_output, deltas, h):
    out = []
    for j in range(len(h)):
        out.append(deltas[0] * W_output[0, j] * h[j] * (1 - h[j]))
    return np.array(out)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-for-two-outputs"
def hidden_deltas(W_output, deltas, h):
    d1, d2 = deltas[0], deltas[1]
    return (d1 * W_output[0] + d2 * W_output[1]) * h * (1 - h)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-averaged"
def hidden_deltas(W_output, deltas, h):
    return np.mean(W_output * deltas[:, None], axis=0) * sigmoid_slope(h)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-without-weights"
def hidden_deltas(W_output, deltas, h):
    return np.sum(deltas) * np.sum(W_output, axis=0) * h * (1 - h)

# %% task="hidden_deltas" expect="backprop/hidden-deltas-other-slope"
def hidden_deltas(W_output, deltas, h):
    return (deltas @ W_output) * h

# %% task="hidden_deltas" expect=""
def hidden_deltas(W_output, deltas, h):
    return np.max(W_output * deltas[:, None], axis=0) * sigmoid_slope(h)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-transposed"
def hidden_gradients(W_output, target, o, h, x):
    d = hidden_deltas(W_output, output_deltas(target, o), h)
    return np.outer(d, x).T

# %% task="hidden_gradients" expect="backprop/hidden-gradients-without-hidden-slope"
def hidden_gradients(W_output, target, o, h, x):
    delta_o = output_deltas(target, o)
    delta_h = delta_o @ W_output
    return delta_h[:, None] * x[None, :]

# %% task="hidden_gradients" expect="backprop/hidden-gradients-one-path"
def hidden_gradients(W_output, target, o, h, x):
    g = np.zeros((len(h), len(x)))
    d = (o[0] - target[0]) * o[0] * (1 - o[0])
    for j in range(len(h)):
        for i in range(len(x)):
            g[j][i] = d * W_output[0][j] * h[j] * (1 - h[j]) * x[i]
    return g

# %% task="hidden_gradients" expect="backprop/hidden-gradients-from-h"
def hidden_gradients(W_output, target, o, h, x):
    d = hidden_deltas(W_output, output_deltas(target, o), h)
    return np.outer(d, h)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-without-output-slope"
def hidden_gradients(W_output, target, o, h, x):
    e = error_slope(target, o)
    return np.outer(W_output.T @ e * h * (1 - h), x)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-without-x"
def hidden_gradients(W_output, target, o, h, x):
    return hidden_deltas(W_output, output_deltas(target, o), h)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-not-transposed"
def hidden_gradients(W_output, target, o, h, x):
    d = W_output.dot(output_deltas(target, o)) * sigmoid_slope(h)
    return d.reshape(-1, 1) @ x.reshape(1, -1)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-sign"
def hidden_gradients(W_output, target, o, h, x):
    delta = (target - o) * o * (1 - o)
    return np.outer((W_output.T @ delta) * h * (1 - h), x)

# %% task="hidden_gradients" expect=""
def hidden_gradients(W_output, target, o, h, x):
    d = hidden_deltas(W_output, output_deltas(target, o), h)
    return np.outer(d, x) + 0.01 * np.outer(h, x)

# %% task="sigmoid_slope" expect="backprop/slope-plus"
def sigmoid_slope(a):
    return a + a * a

# %% task="output_gradients" expect="backprop/output-gradients-one-number"
def output_gradients(target, o, h):
    return np.dot((o - target) * o * (1 - o), h)

# %% task="output_gradients" expect="backprop/output-gradients-halved"
def output_gradients(target, o, h):
    lr = 0.5
    return lr * np.outer((o - target) * o * (1 - o), h)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-halved"
def hidden_gradients(W_output, target, o, h, x):
    d = W_output.T @ ((o - target) * o * (1 - o)) * h * (1 - h)
    return 0.5 * np.outer(d, x)

# %% task="hidden_gradients" expect="backprop/hidden-gradients-two-by-two"
def hidden_gradients(W_output, target, o, h, x):
    d = (o - target) * o * (1 - o)
    g = np.zeros((2, 2))
    for j in range(2):
        for i in range(2):
            g[j, i] = (d[0] * W_output[0, j] + d[1] * W_output[1, j]) * h[j] * (1 - h[j]) * x[i]
    return g
