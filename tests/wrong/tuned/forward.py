# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `forward`, one mistake each, written to try the matcher."""

# %% task="weighted_sums" expect="forward/sums-transposed"
def weighted_sums(W, x):
    return np.dot(x, W)

# %% task="weighted_sums" expect="forward/products-not-summed"
def weighted_sums(W, x):
    z = W * x
    return z

# %% task="weighted_sums" expect="forward/sums-pile-up"
def weighted_sums(W, x):
    result = []
    s = 0
    for row in W:
        for w, xi in zip(row, x):
            s += w * xi
        result.append(s)
    return result

# %% task="weighted_sums" expect="forward/sums-for-two-by-two"
def weighted_sums(W, x):
    z1 = W[0][0] * x[0] + W[0][1] * x[1]
    z2 = W[1][0] * x[0] + W[1][1] * x[1]
    return np.array([z1, z2])

# %% task="weighted_sums" expect="forward/sums-in-a-column"
def weighted_sums(W, x):
    return np.matmul(W, x[:, None])

# %% task="weighted_sums" expect="forward/first-row-only"
def weighted_sums(W, x):
    out = []
    for row in W:
        out.append(sum(row[i] * x[i] for i in range(len(x))))
        return np.array(out)

# %% task="weighted_sums" expect="forward/sums-as-many-as-inputs"
def weighted_sums(W, x):
    z = np.zeros(len(x))
    for i in range(len(x)):
        for j in range(len(x)):
            z[i] += W[i, j] * x[j]
    return z

# %% task="weighted_sums" expect=""
def weighted_sums(W, x):
    return W @ x / np.abs(W).sum(axis=1)

# %% task="sigmoid" expect="forward/sigmoid-overflows"
def sigmoid(z):
    e = np.exp(-z)
    return np.power(1 + e, -1.0)

# %% task="sigmoid" expect="forward/sigmoid-mirrored"
def sigmoid(z):
    return 1.0 / (np.exp(z) + 1.0)

# %% task="sigmoid" expect="forward/sigmoid-without-brackets"
def sigmoid(z):
    return 1 / 1 + np.exp(-1 * z)

# %% task="sigmoid" expect="forward/sigmoid-overflows-above"
def sigmoid(z):
    e = np.exp(z)
    return e / (e + 1)

# %% task="sigmoid" expect="forward/sigmoid-clipped-too-early"
def sigmoid(z):
    z = np.minimum(np.maximum(z, -10), 10)
    return 1 / (1 + np.exp(-z))

# %% task="sigmoid" expect="forward/sigmoid-for-vectors"
def sigmoid(z):
    out = []
    for v in z:
        if v >= 0:
            out.append(1 / (1 + math.exp(-v)))
        else:
            out.append(math.exp(v) / (1 + math.exp(v)))
    return np.array(out)

# %% task="sigmoid" expect="forward/sigmoid-is-tanh"
def sigmoid(z):
    a = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - a) / (1 + a)

# %% task="sigmoid" expect="forward/sigmoid-in-place"
def sigmoid(z):
    neg = z < 0
    np.abs(z, out=z)
    a = 1 / (1 + np.exp(-z))
    return np.where(neg, 1 - a, a)

# %% task="sigmoid" expect=""
def sigmoid(z):
    return 0.5 + z / (2 * (1 + np.abs(z)))

# %% task="forward" expect="forward/no-output-sigmoid"
def forward(W_hidden, W_output, x):
    z = weighted_sums(W_hidden, x)
    h = sigmoid(z)
    o = weighted_sums(W_output, h)
    return h, o

# %% task="forward" expect="forward/output-from-sums"
def forward(W_hidden, W_output, x):
    z = W_hidden.dot(x)
    h = sigmoid(z)
    o = sigmoid(W_output.dot(z))
    return h, o

# %% task="forward" expect="forward/both-transposed"
def forward(W_hidden, W_output, x):
    h = sigmoid(np.dot(x, W_hidden))
    o = sigmoid(np.dot(h, W_output))
    return h, o

# %% task="forward" expect="forward/output-before-hidden"
def forward(W_hidden, W_output, x):
    h = [float(sigmoid(np.array(sum(w * xi for w, xi in zip(row, x))))) for row in W_hidden]
    o = [float(sigmoid(np.array(sum(w * hi for w, hi in zip(row, h))))) for row in W_output]
    return o, h

# %% task="forward" expect="forward/other-activation"
def forward(W_hidden, W_output, x):
    h = np.tanh(W_hidden @ x)
    o = sigmoid(W_output @ h)
    return h, o

# %% task="forward" expect="forward/sigmoid-twice"
def forward(W_hidden, W_output, x):
    def layer(W, a):
        return sigmoid(weighted_sums(W, a))
    h = layer(W_hidden, x)
    o = sigmoid(layer(W_output, h))
    return h, o

# %% task="forward" expect="forward/no-hidden-sigmoid"
def forward(W_hidden, W_output, x):
    h = weighted_sums(W_hidden, x)
    return (h, sigmoid(weighted_sums(W_output, h)))

# %% task="forward" expect="forward/output-transposed"
def forward(W_hidden, W_output, x):
    h = sigmoid(W_hidden @ x)
    o = sigmoid(h @ W_output)
    return h, o

# %% task="forward" expect="forward/sums-returned"
def forward(W_hidden, W_output, x):
    z1 = weighted_sums(W_hidden, x)
    a1 = sigmoid(z1)
    z2 = weighted_sums(W_output, a1)
    a2 = sigmoid(z2)
    return z1, z2

# %% task="forward" expect=""
def forward(W_hidden, W_output, x):
    h = sigmoid(W_hidden @ x)
    h = h / h.sum()
    return h, sigmoid(W_output @ h)

# %% task="output_errors" expect="forward/errors-without-half"
def output_errors(target, o):
    return np.array([(t - p) ** 2 for t, p in zip(target, o)])

# %% task="output_errors" expect="forward/half-inside-the-square"
def output_errors(target, o):
    d = (target - o) / 2
    return d * d

# %% task="output_errors" expect="forward/errors-already-summed"
def output_errors(target, o):
    e = 0
    for t, p in zip(target, o):
        e += 0.5 * (t - p) ** 2
    return e

# %% task="output_errors" expect="forward/absolute-errors"
def output_errors(target, o):
    return abs(o - target)

# %% task="total_error" expect="forward/mean-for-total"
def total_error(target, o):
    return sum(output_errors(target, o)) / len(o)

# %% task="total_error" expect="forward/total-without-half"
def total_error(target, o):
    d = target - o
    return d @ d

# %% task="total_error" expect="forward/two-errors-for-total"
def total_error(target, o):
    e1, e2 = output_errors(target, o)[:2]
    return e1 + e2

# %% task="total_error" expect="forward/half-twice"
def total_error(target, o):
    return 1 / 2 * sum(output_errors(target, o))

# %% task="total_error" expect=""
def total_error(target, o):
    return float(np.prod(output_errors(target, o)))

# %% task="sigmoid" expect="forward/sigmoid-with-a-short-e"
def sigmoid(z):
    return 1 / (1 + 2.718 ** (-np.clip(z, -700, 700)))

# %% task="forward" expect="forward/layers-in-one-array"
def forward(W_hidden, W_output, x):
    h = 1 / (1 + np.exp(-W_hidden @ x))
    o = 1 / (1 + np.exp(-W_output @ h))
    return np.array([h, o])
