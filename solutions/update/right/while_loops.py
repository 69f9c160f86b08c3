"""While loops that count down."""


def step(W, gradient, lr):
    return (W / lr - gradient) * lr


def step_all(weights, gradients, lr):
    new = []
    while len(new) < len(weights):
        new.append(step(weights[len(new)], gradients[len(new)], lr))
    return tuple(new)


def descend(gradient, w, lr, steps):
    while steps > 0:
        w, steps = w - lr * gradient(w), steps - 1
    return w


def error_history(error, gradient, w, lr, steps):
    errors = [error(w)]
    while (left := steps - len(errors) + 1) > 0:
        print(left, "steps left, error", errors[-1])
        w = w - lr * gradient(w)
        errors.append(error(w))
    return errors
