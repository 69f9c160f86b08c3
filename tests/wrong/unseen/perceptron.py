# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `perceptron`, one mistake each, written after the matcher was finished."""

# %% task="weighted_sum" expect="perceptron/bias-subtracted"
def weighted_sum(x, w, b):
    theta = b
    return np.dot(w, x) - theta

# %% task="weighted_sum" expect="perceptron/mean-for-sum"
def weighted_sum(x, w, b):
    return np.mean(np.multiply(x, w)) + b

# %% task="weighted_sum" expect="perceptron/sum-already-decided"
def weighted_sum(x, w, b):
    z = sum(x * w) + b
    return 1 if z > 0 else 0

# %% task="weighted_sum" expect=""
def weighted_sum(x, w, b):
    return sum(xi * wi for xi, wi in zip(x, sorted(w))) + b

# %% task="perceptron" expect="perceptron/output-inverted"
def perceptron(x, w, b):
    if weighted_sum(x, w, b) > 0:
        return 0
    return 1

# %% task="perceptron" expect="perceptron/sum-for-output"
def perceptron(x, w, b):
    return float(np.dot(x, w)) + b

# %% task="perceptron" expect="perceptron/decision-for-two-inputs"
def perceptron(x, w, b):
    x1, x2, *_ = list(x) + [0, 0]
    w1, w2, *_ = list(w) + [0, 0]
    return 1 if x1 * w1 + x2 * w2 + b > 0 else 0

# %% task="perceptron" expect="perceptron/bias-in-each-product"
def perceptron(x, w, b):
    z = 0
    for xi, wi in zip(x, w):
        z += wi * xi + b
    return 1 if z > 0 else 0

# %% task="gate" expect="perceptron/nand-is-and"
def gate(name):
    if name == "OR":
        return (1, 1), -0.5
    return (1, 1), -1.5

# %% task="gate" expect="perceptron/gates-without-bias"
def gate(name):
    if name == "NAND":
        return [-1, -1], 0
    return [1, 1], 0

# %% task="gate" expect="perceptron/and-through-a-corner"
def gate(name):
    if name == "AND":
        return [0.5, 0.5], -1.0
    if name == "OR":
        return [1, 1], -0.9
    return [-1, -1], 1.9

# %% task="xor_network" expect="perceptron/xor-output-nand"
def xor_network():
    return [[-1, -1], [2, 2]], [1.5, -1], [-2, -2], 3

# %% task="xor_network" expect="perceptron/xor-one-side-only"
def xor_network():
    return [[1, -1], [1, -1]], [-0.5, -0.5], [1, 1], -0.5

# %% task="parameter_count" expect="perceptron/one-bias-for-each-layer"
def parameter_count(sizes):
    n = 0
    for a, b in zip(sizes, sizes[1:]):
        n += a * b + 1
    return n

# %% task="parameter_count" expect="perceptron/neurons-counted"
def parameter_count(sizes):
    return int(np.sum(sizes))

# %% task="parameter_count" expect="perceptron/both-sides-have-biases"
def parameter_count(sizes):
    return sum((sizes[i] + 1) * (sizes[i + 1] + 1) for i in range(len(sizes) - 1))

# %% task="is_deep" expect="perceptron/deep-exchanged"
def is_deep(sizes):
    return not len(sizes) >= 4

# %% task="is_deep" expect="perceptron/width-for-depth"
def is_deep(sizes):
    return max(sizes) >= 10

# %% task="is_deep" expect=""
def is_deep(sizes):
    return len(sizes) % 2 == 1 and len(sizes) > 3
