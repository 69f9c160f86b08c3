# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `perceptron`, one mistake each, written to try the matcher."""

# %% task="weighted_sum" expect="perceptron/sum-without-bias"
def weighted_sum(x, w, b):
    s = 0
    for i in range(len(x)):
        s += x[i] * w[i]
    return s

# %% task="weighted_sum" expect="perceptron/bias-for-each-input"
def weighted_sum(x, w, b):
    total = 0.0
    for xi, wi in zip(x, w):
        total += xi * wi + b
    return total

# %% task="weighted_sum" expect="perceptron/two-inputs-only"
def weighted_sum(x, w, b):
    x1, x2 = x[0], x[1]
    w1, w2 = w[0], w[1]
    return w1 * x1 + w2 * x2 + b

# %% task="weighted_sum" expect="perceptron/products-not-added"
def weighted_sum(x, w, b):
    return [xi * wi + b for xi, wi in zip(x, w)]

# %% task="weighted_sum" expect="perceptron/last-product-only"
def weighted_sum(x, w, b):
    for i in range(len(x)):
        s = x[i] * w[i]
    return s + b

# %% task="weighted_sum" expect=""
def weighted_sum(x, w, b):
    return float(np.dot(x, w)) / np.linalg.norm(w) + b

# %% task="perceptron" expect="perceptron/one-at-the-threshold"
def perceptron(x, w, b):
    z = np.dot(w, x) + b
    if z < 0:
        return 0
    return 1

# %% task="perceptron" expect="perceptron/bias-as-threshold"
def perceptron(x, w, b):
    theta = b
    s = sum(xi * wi for xi, wi in zip(x, w))
    return int(s > theta)

# %% task="perceptron" expect="perceptron/threshold-of-one-half"
def perceptron(x, w, b):
    z = np.dot(w, x) + b
    return np.where(z > 0.5, 1, 0)

# %% task="perceptron" expect="perceptron/minus-one-for-zero"
def perceptron(x, w, b):
    if weighted_sum(x, w, b) > 0:
        return 1
    else:
        return -1

# %% task="perceptron" expect="perceptron/smooth-output"
def perceptron(x, w, b):
    z = weighted_sum(x, w, b)
    return 1.0 / (1.0 + math.exp(-z))

# %% task="perceptron" expect="perceptron/decision-without-bias"
def perceptron(x, w, b):
    y = 0
    for i in range(len(w)):
        y = y + w[i] * x[i]
    if y > 0:
        return True
    return False

# %% task="perceptron" expect=""
def perceptron(x, w, b):
    z = weighted_sum(x, w, b)
    return 1 if abs(z) > 0.25 and z > -1 else 0

# %% task="gate" expect="perceptron/nand-bias-not-turned"
def gate(name):
    if name == "AND":
        return np.array([0.5, 0.5]), -0.7
    if name == "OR":
        return np.array([0.5, 0.5]), -0.2
    return np.array([-0.5, -0.5]), -0.7

# %% task="gate" expect="perceptron/gate-bias-sign"
def gate(name):
    if name == "AND":
        w, theta = [0.5, 0.5], 0.7
    elif name == "NAND":
        w, theta = [-0.5, -0.5], -0.7
    else:
        w, theta = [0.5, 0.5], 0.3
    return w, theta

# %% task="gate" expect="perceptron/or-through-corners"
def gate(name):
    return {"AND": ((1, 1), -1.5), "NAND": ((-1, -1), 1.5), "OR": ((1, 1), -1)}[name]

# %% task="gate" expect="perceptron/and-or-exchanged"
def gate(name):
    d = {"AND": ([2, 2], -1), "NAND": ([-2, -2], 3), "OR": ([2, 2], -3)}
    return d[name]

# %% task="gate" expect="perceptron/three-loose-numbers"
def gate(name):
    if name == "AND":
        return 1, 1, -1.5
    elif name == "NAND":
        return -1, -1, 1.5
    elif name == "OR":
        return 1, 1, -0.5

# %% task="gate" expect="perceptron/nand-is-nor"
def gate(name):
    if name == "NAND":
        return [-1.0, -1.0], 0.7
    if name == "AND":
        return [1.0, 1.0], -1.2
    return [1.0, 1.0], -0.4

# %% task="xor_network" expect="perceptron/xor-from-and-and-or"
def xor_network():
    W = [[1, 1], [1, 1]]
    b = [-0.5, -1.5]
    return W, b, [1, 1], -1.5

# %% task="xor_network" expect="perceptron/xor-output-or"
def xor_network():
    return np.array([[-0.5, -0.5], [0.5, 0.5]]), np.array([0.7, -0.2]), np.array([0.5, 0.5]), -0.2

# %% task="xor_network" expect="perceptron/xor-sides-joined-by-and"
def xor_network():
    W = [[2, -2], [-2, 2]]
    b = [-1, -1]
    return W, b, [1, 1], -1.5

# %% task="xor_network" expect=""
def xor_network():
    return [[1, 1], [-1, 1]], [-0.5, 0.5], [1, 1], -1.5

# %% task="parameter_count" expect="perceptron/biases-not-counted"
def parameter_count(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1]
    return total

# %% task="parameter_count" expect="perceptron/inputs-have-biases"
def parameter_count(sizes):
    w = sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1))
    b = sum(sizes)
    return w + b

# %% task="parameter_count" expect="perceptron/a-layer-not-counted"
def parameter_count(sizes):
    n = 0
    for i in range(1, len(sizes) - 1):
        n += sizes[i - 1] * sizes[i] + sizes[i]
    return n

# %% task="parameter_count" expect="perceptron/output-has-no-bias"
def parameter_count(sizes):
    w = sum(a * b for a, b in zip(sizes[:-1], sizes[1:]))
    return w + sum(sizes[1:-1])

# %% task="parameter_count" expect=""
def parameter_count(sizes):
    return sum(s * s + s for s in sizes[1:])

# %% task="is_deep" expect="perceptron/one-hidden-layer-is-deep"
def is_deep(sizes):
    hidden = sizes[1:-1]
    return len(hidden) > 0

# %% task="is_deep" expect="perceptron/two-hidden-layers-not-deep"
def is_deep(sizes):
    if len(sizes) > 4:
        return True
    else:
        return False

# %% task="is_deep" expect="perceptron/every-layer-counts"
def is_deep(sizes):
    layers = 0
    for s in sizes:
        layers += 1
    return layers >= 2

# %% task="is_deep" expect="perceptron/one-hidden-layer-is-deep"
def is_deep(sizes):
    # two layers or more after the input
    return len(sizes[1:]) >= 2

# %% task="gate" expect="perceptron/and-is-or"
def gate(name):
    return {"AND": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "OR": ([1, 1], -0.5)}[name]

# %% task="gate" expect="perceptron/or-is-and"
def gate(name):
    return {"AND": ([1, 1], -1.5), "NAND": ([-1, -1], 1.5), "OR": ([1, 1], -1.5)}[name]

# %% task="gate" expect="perceptron/or-at-no-input"
def gate(name):
    return {"AND": ([0.5, 0.5], -0.5), "NAND": ([-0.5, -0.5], 1), "OR": ([0.5, 0.5], 0.5)}[name]

# %% task="gate" expect="perceptron/one-input-decides"
def gate(name):
    return {"AND": ([0.5, 0.5], -0.7), "NAND": ([-0.5, -0.5], 0.7), "OR": ([0.5, 0.2], -0.3)}[name]

# %% task="xor_network" expect="perceptron/xor-vector-in-a-matrix"
def xor_network():
    return [[1, 1], [-1, -1]], [[-0.5], [1.5]], [1, 1], -1.5

# %% task="xor_network" expect="perceptron/xor-vector-in-a-matrix"
def xor_network():
    return np.array([[2, 2], [-2, -2]]), np.array([-1, 3]), np.array([[1, 1]]), -1.5

# %% task="xor_network" expect="perceptron/xor-parts-in-pairs"
def xor_network():
    return ([[1, 1], [-1, -1]], [-0.5, 1.5]), ([1, 1], -1.5)
