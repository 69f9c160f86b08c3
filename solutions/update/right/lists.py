"""Lists of lists of Python numbers."""


def _minus(w, g, lr):
    if isinstance(w, list):
        return [_minus(a, b, lr) for a, b in zip(w, g)]
    return w - lr * g


def step(W, gradient, lr):
    return _minus(W.tolist(), gradient.tolist(), lr)


def step_all(weights, gradients, lr):
    return [step(weights[i], gradients[i], lr) for i in range(len(weights))]


def network_step(gradients, W_hidden, W_output, lr):
    g_hidden, g_output = gradients(W_hidden.tolist(), W_output.tolist())
    return step(W_hidden, g_hidden, lr), step(W_output, g_output, lr)


def descend(gradient, w, lr, steps):
    w = w.tolist()
    for _ in range(steps):
        w = _minus(w, gradient(w).tolist(), lr)
    return w


def error_history(error, gradient, w, lr, steps):
    w, errors = w.tolist(), []
    for _ in range(steps):
        errors.append(error(w))
        w = _minus(w, gradient(w).tolist(), lr)
    return [*errors, error(w)]
