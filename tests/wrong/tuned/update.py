# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `update`, one mistake each, written to try the matcher."""

# %% task="step" expect="update/step-uphill"
def step(W, gradient, lr):
    new = W.copy()
    new += gradient * lr
    return new

# %% task="step" expect="update/step-in-place"
def step(W, gradient, lr):
    if W.ndim == 0:
        W -= lr * gradient
        return W
    for i in range(len(W)):
        W[i] = W[i] - lr * gradient[i]
    return W

# %% task="step" expect="update/step-rate-on-weights"
def step(W, gradient, lr):
    return lr * W - lr * gradient

# %% task="step" expect="update/change-alone"
def step(W, gradient, lr):
    delta = -lr * gradient
    return delta

# %% task="step" expect="update/step-without-rate"
def step(W, gradient, lr):
    return np.subtract(W, gradient)

# %% task="step" expect="update/step-times-weights"
def step(W, gradient, lr):
    return W * (1 - lr * gradient)

# %% task="step" expect=""
def step(W, gradient, lr):
    return W - lr * np.tanh(gradient)

# %% task="step_all" expect="update/step-all-in-place"
def step_all(weights, gradients, lr):
    for W, g in zip(weights, gradients):
        W -= lr * g
    return weights

# %% task="step_all" expect="update/first-layer-only"
def step_all(weights, gradients, lr):
    result = []
    for W, g in zip(weights, gradients):
        result.append(W - lr * g)
        return result

# %% task="step_all" expect="update/old-layers-returned"
def step_all(weights, gradients, lr):
    for W, g in zip(weights, gradients):
        W = W - lr * g
    return weights

# %% task="step_all" expect="update/two-layers-only"
def step_all(weights, gradients, lr):
    W1, W2 = weights[0], weights[1]
    g1, g2 = gradients[0], gradients[1]
    return W1 - lr * g1, W2 - lr * g2

# %% task="step_all" expect="update/layer-left-out"
def step_all(weights, gradients, lr):
    new = []
    for i in range(len(weights) - 1):
        new.append(step(weights[i], gradients[i], lr))
    return new

# %% task="step_all" expect="update/layers-in-reverse"
def step_all(weights, gradients, lr):
    new = []
    for i in reversed(range(len(weights))):
        new.append(step(weights[i], gradients[i], lr))
    return new

# %% task="step_all" expect=""
def step_all(weights, gradients, lr):
    return [step(W, g, lr / (i + 1)) for i, (W, g) in enumerate(zip(weights, gradients))]

# %% task="network_step" expect="update/new-output-weights-used"
def network_step(gradients, W_hidden, W_output, lr):
    _, g_o = gradients(W_hidden, W_output)
    W_output = step(W_output, g_o, lr)
    g_h, _ = gradients(W_hidden, W_output)
    W_hidden = step(W_hidden, g_h, lr)
    return W_hidden, W_output

# %% task="network_step" expect="update/asked-for-each-layer"
def network_step(gradients, W_hidden, W_output, lr):
    gh = gradients(W_hidden, W_output)[0]
    go = gradients(W_hidden, W_output)[1]
    return step(W_hidden, gh, lr), step(W_output, go, lr)

# %% task="network_step" expect="update/network-layers-exchanged"
def network_step(gradients, W_hidden, W_output, lr):
    gh, go = gradients(W_hidden, W_output)
    return step(W_output, go, lr), step(W_hidden, gh, lr)

# %% task="network_step" expect="update/network-step-in-place"
def network_step(gradients, W_hidden, W_output, lr):
    gh, go = gradients(W_hidden, W_output)
    W_hidden[:] = W_hidden - lr * gh
    W_output[:] = W_output - lr * go
    return W_hidden, W_output

# %% task="network_step" expect="update/one-network-layer-moved"
def network_step(gradients, W_hidden, W_output, lr):
    g = gradients(W_hidden, W_output)
    new_output = W_output - lr * g[1]
    return W_hidden, new_output

# %% task="network_step" expect=""
def network_step(gradients, W_hidden, W_output, lr):
    gh, go = gradients(W_hidden, W_output)
    return W_hidden - lr * gh, W_output - lr / 2 * go

# %% task="descend" expect="update/gradient-taken-once"
def descend(gradient, w, lr, steps):
    g = gradient(w)
    w_new = w
    i = 0
    while i < steps:
        w_new = w_new - lr * g
        i += 1
    return w_new

# %% task="descend" expect="update/one-step-too-many"
def descend(gradient, w, lr, steps):
    i = 0
    while i <= steps:
        w = step(w, gradient(w), lr)
        i = i + 1
    return w

# %% task="descend" expect="update/descend-in-place"
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        np.subtract(w, lr * gradient(w), out=w)
    return w

# %% task="descend" expect="update/one-step-only"
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = w - lr * gradient(w)
        return w
    return w

# %% task="descend" expect="update/descend-uphill"
def descend(gradient, w, lr, steps):
    for s in range(steps):
        w = w + lr * gradient(w)
    return w

# %% task="descend" expect="update/asked-once-too-often"
def descend(gradient, w, lr, steps):
    g = gradient(w)
    for s in range(steps):
        w = w - lr * g
        g = gradient(w)
    return w

# %% task="descend" expect="update/step-from-the-start"
def descend(gradient, w, lr, steps):
    new_w = w
    for s in range(steps):
        new_w = w - lr * gradient(w)
    return new_w

# %% task="descend" expect=""
def descend(gradient, w, lr, steps):
    for s in range(steps):
        g = gradient(w)
        w = w - lr * g / (1 + np.abs(g))
    return w

# %% task="error_history" expect="update/last-error-missing"
def error_history(error, gradient, w, lr, steps):
    errs = []
    for _ in range(steps):
        errs.append(error(w))
        w = w - lr * gradient(w)
    return errs

# %% task="error_history" expect="update/first-error-missing"
def error_history(error, gradient, w, lr, steps):
    errs = []
    for _ in range(steps):
        w = w - lr * gradient(w)
        errs.append(error(w))
    return errs

# %% task="error_history" expect="update/one-error-too-many"
def error_history(error, gradient, w, lr, steps):
    errs = [error(w)]
    for _ in range(steps + 1):
        w = step(w, gradient(w), lr)
        errs.append(error(w))
    return errs

# %% task="error_history" expect="update/history-gradient-at-the-start"
def error_history(error, gradient, w, lr, steps):
    g = gradient(w)
    errs = [error(w)]
    for _ in range(steps):
        w = step(w, g, lr)
        errs.append(error(w))
    return errs

# %% task="error_history" expect="update/two-steps-for-an-error"
def error_history(error, gradient, w, lr, steps):
    errs = [error(w)]
    for k in range(1, steps + 1):
        w = descend(gradient, w, lr, k)
        errs.append(error(w))
    return errs

# %% task="error_history" expect="update/history-in-place"
def error_history(error, gradient, w, lr, steps):
    errs = [error(w)]
    for k in range(steps):
        w -= lr * gradient(w)
        errs += [error(w)]
    return np.array(errs)

# %% task="error_history" expect=""
def error_history(error, gradient, w, lr, steps):
    errs = [error(w)]
    for k in range(steps):
        w = w - lr * gradient(w)
        errs.append(min(errs[-1], error(w)) * 0.99)
    return errs

# %% task="network_step" expect="update/network-gradients-exchanged"
def network_step(gradients, W_hidden, W_output, lr):
    g2, g1 = gradients(W_hidden, W_output)
    return W_hidden - lr * g1, W_output - lr * g2
