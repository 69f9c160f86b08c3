# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `forward`, one mistake each, written after the matcher was finished."""

# %% task="weighted_sums" expect="forward/everything-summed"
def weighted_sums(W, x):
    z = 0
    for row in W:
        for w, v in zip(row, x):
            z = z + w * v
    return z

# %% task="weighted_sums" expect="forward/products-added-down"
def weighted_sums(W, x):
    return sum(W * x)

# %% task="weighted_sums" expect="forward/sums-activated"
def weighted_sums(W, x):
    return sigmoid(np.dot(W, x))

# %% task="weighted_sums" expect="forward/last-product-kept"
def weighted_sums(W, x):
    z = np.zeros(W.shape[0])
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            z[i] = W[i, j] * x[j]
    return z

# %% task="sigmoid" expect="forward/sigmoid-is-slope"
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2

# %% task="sigmoid" expect="forward/sigmoid-for-one-number"
def sigmoid(z):
    if z > 0:
        return 1 / (1 + math.exp(-z))
    else:
        e = math.exp(z)
        return e / (1 + e)

# %% task="sigmoid" expect="forward/sigmoid-flattens"
def sigmoid(z):
    flat = np.array(z).flatten()
    e = np.exp(-abs(flat))
    return np.where(flat >= 0, 1 / (1 + e), e / (1 + e))

# %% task="sigmoid" expect="forward/sigmoid-is-threshold"
def sigmoid(z):
    return (z > 0) * 1.0

# %% task="sigmoid" expect="forward/sigmoid-overflows"
def sigmoid(z):
    return 1 / (1 + math.e ** (-z))

# %% task="forward" expect="forward/no-sigmoid"
def forward(W_hidden, W_output, x):
    h = W_hidden.dot(x)
    o = W_output.dot(h)
    return h, o

# %% task="forward" expect="forward/one-matrix-for-both"
def forward(W_hidden, W_output, x):
    a = x
    outs = []
    for _ in range(2):
        a = sigmoid(weighted_sums(W_hidden, a))
        outs.append(a)
    return outs

# %% task="forward" expect="forward/hidden-transposed"
def forward(W_hidden, W_output, x):
    h = sigmoid(np.einsum("ji,j->i", W_hidden, x))
    return h, sigmoid(np.einsum("ij,j->i", W_output, h))

# %% task="forward" expect="forward/prediction-only"
def forward(W_hidden, W_output, x):
    for W in (W_hidden, W_output):
        x = sigmoid(weighted_sums(W, x))
    return x

# %% task="forward" expect="forward/network-of-two-by-two"
def forward(W_hidden, W_output, x):
    (w1, w2), (w3, w4) = W_hidden[0][:2], W_hidden[1][:2]
    (w5, w6), (w7, w8) = W_output[0][:2], W_output[1][:2]
    h1 = sigmoid(np.array(w1 * x[0] + w2 * x[1]))
    h2 = sigmoid(np.array(w3 * x[0] + w4 * x[1]))
    o1 = sigmoid(np.array(w5 * h1 + w6 * h2))
    o2 = sigmoid(np.array(w7 * h1 + w8 * h2))
    return np.array([h1, h2]), np.array([o1, o2])

# %% task="forward" expect=""
def forward(W_hidden, W_output, x):
    h = sigmoid(W_hidden @ x)
    o = sigmoid(W_output @ h + h.mean())
    return h, o

# %% task="output_errors" expect="forward/difference-of-squares"
def output_errors(target, o):
    return 1 / 2 * (target ** 2 - o ** 2)

# %% task="output_errors" expect="forward/errors-divided-by-n"
def output_errors(target, o):
    return np.square(target - o) / target.size

# %% task="output_errors" expect=""
def output_errors(target, o):
    return 0.5 * (target - o) ** 4

# %% task="total_error" expect="forward/sum-before-square"
def total_error(target, o):
    d = 0
    for t, p in zip(target, o):
        d += t - p
    return d ** 2 / 2

# %% task="total_error" expect="forward/one-error-for-total"
def total_error(target, o):
    for t, p in zip(target, o):
        return 0.5 * (t - p) ** 2
