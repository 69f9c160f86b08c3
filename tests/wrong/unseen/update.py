# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `update`, one mistake each, written after the matcher was finished."""

# %% task="step" expect="update/step-rate-on-weights"
def step(W, gradient, lr):
    return lr * (W - gradient)

# %% task="step" expect="update/step-scaled"
def step(W, gradient, lr):
    return W - 0.5 * gradient

# %% task="step" expect="update/step-of-signs"
def step(W, gradient, lr):
    return W - np.where(gradient > 0, lr, np.where(gradient < 0, -lr, 0))

# %% task="step" expect=""
def step(W, gradient, lr):
    return np.maximum(W - lr * gradient, 0)

# %% task="step_all" expect="update/step-all-uphill"
def step_all(weights, gradients, lr):
    return tuple(w + lr * g for w, g in zip(weights, gradients))

# %% task="step_all" expect="update/gradient-of-another-layer"
def step_all(weights, gradients, lr):
    n = len(weights)
    return [weights[i] - lr * gradients[n - 1 - i] for i in range(n)]

# %% task="step_all" expect="update/step-all-in-place"
def step_all(weights, gradients, lr):
    for i, g in enumerate(gradients):
        weights[i] -= lr * g
    return list(weights)

# %% task="network_step" expect="update/new-hidden-weights-used"
def network_step(gradients, W_hidden, W_output, lr):
    W_hidden = W_hidden - lr * gradients(W_hidden, W_output)[0]
    W_output = W_output - lr * gradients(W_hidden, W_output)[1]
    return W_hidden, W_output

# %% task="network_step" expect="update/network-step-without-rate"
def network_step(gradients, W_hidden, W_output, lr):
    a, b = gradients(W_hidden, W_output)
    return W_hidden - a, W_output - b

# %% task="network_step" expect="update/gradients-returned"
def network_step(gradients, W_hidden, W_output, lr):
    dh, do = gradients(W_hidden, W_output)
    step(W_hidden, dh, lr)
    step(W_output, do, lr)
    return dh, do

# %% task="descend" expect="update/gradient-taken-once"
def descend(gradient, w, lr, steps):
    start = w
    for k in range(steps):
        w = w - lr * gradient(start)
    return w

# %% task="descend" expect="update/one-step-too-few"
def descend(gradient, w, lr, steps):
    for k in range(1, steps):
        w = w - lr * gradient(w)
    return w

# %% task="descend" expect="update/descend-other-method"
def descend(gradient, w, lr, steps):
    v = np.zeros_like(w)
    for k in range(steps):
        v = 0.9 * v + gradient(w)
        w = w - lr * v
    return w

# %% task="descend" expect="update/places-returned"
def descend(gradient, w, lr, steps):
    path = [w]
    for k in range(steps):
        path.append(path[-1] - lr * gradient(path[-1]))
    return path

# %% task="descend" expect=""
def descend(gradient, w, lr, steps):
    best = w
    for k in range(steps):
        w = w - lr * gradient(w)
        best = (best + w) / 2
    return best

# %% task="error_history" expect="update/only-the-last-error"
def error_history(error, gradient, w, lr, steps):
    e = error(w)
    for k in range(steps):
        w = w - lr * gradient(w)
        e = error(w)
    return e

# %% task="error_history" expect="update/history-uphill"
def error_history(error, gradient, w, lr, steps):
    out = []
    for k in range(steps + 1):
        out.append(error(w))
        w = w + lr * gradient(w)
    return out

# %% task="error_history" expect="update/history-without-walk"
def error_history(error, gradient, w, lr, steps):
    out = []
    for k in range(steps + 1):
        out.append(error(w))
        new_w = w - lr * gradient(w)
    return out
