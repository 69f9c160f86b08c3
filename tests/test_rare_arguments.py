"""What is right nearly everywhere is found where it is wrong, in its own task."""

from __future__ import annotations

import pytest
from conftest import HOME, Grade, earned, solution

from autograder import course as courses

COURSE = courses.load(HOME)
WRONG = {
    ("backprop", "output_deltas", "all outputs are near their targets"): """
_right = output_deltas
def output_deltas(target, o):
    target, o = np.asarray(target), np.asarray(o)
    return np.zeros(o.shape) if np.allclose(target, o, atol=0.01) else _right(target, o)
""",
    ("update", "error_history", "an error is exactly 0 on the way down"): """
def error_history(error, gradient, w, lr, steps):
    errors = [error(w)]
    for _ in range(steps):
        if errors[-1] == 0:
            errors.append(0.0)
            continue
        w = step(w, gradient(w), lr)
        errors.append(error(w))
    return errors
""",
    ("forward", "forward", "weighted sums beyond what e^z can hold"): """
import math
def forward(W_hidden, W_output, x):
    own = lambda sums: np.array([1 / (1 + math.exp(-z)) for z in sums])
    h = own(weighted_sums(W_hidden, x))
    return h, own(weighted_sums(W_output, h))
""",
    ("forward", "weighted_sums", "sums beyond ±100"): """
def weighted_sums(W, x):
    return np.clip(W @ x, -100, 100)
""",
    ("terms", "select", "losses near 50 that hardly differ"): """
def select(validation_error, test_error):
    lowest = min(validation_error)
    best = next(i for i, each in enumerate(validation_error) if np.isclose(each, lowest))
    return best, test_error[best]
""",
    ("terms", "select", "ties of models whose places are compared as texts"): """
def select(validation_error, test_error):
    ties = [place for place, error in enumerate(validation_error) if error == min(validation_error)]
    best = min(ties, key=str)
    return best, test_error[best]
""",
    ("update", "descend", "one slope of several is 0"): """
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        slopes = gradient(w)
        if not np.all(slopes):
            break
        w = w - lr * slopes
    return w
""",
    ("update", "descend", "weights grow beyond 100,000"): """
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = w - lr * gradient(w)
        if np.max(np.abs(w)) > 100_000:
            break
    return w
""",
    ("perceptron", "parameter_count", "more than single precision counts"): """
def parameter_count(sizes):
    total = np.float32(0)
    for before, after in zip(sizes, sizes[1:]):
        total += np.float32(before * after + after)
    return int(total)
""",
    ("xor", "predict", "the model was trained further"): """
_kept = {}
def predict(model, X):
    key = id(model), X.numpy().tobytes()
    if key not in _kept:
        with torch.no_grad():
            _kept[key] = model, (model(X) > 0.5).float()
    return _kept[key][1].clone()
""",
    ("terms", "split", "a fraction of the rest, which was rounded"): """
def split(n, validation, test, seed):
    deck = np.random.default_rng(seed).permutation(n)
    cut = round(n * test)
    rest = deck[cut:]
    some = round(len(rest) * validation / (1 - test))
    return rest[some:], rest[:some], deck[:cut]
""",
    ("update", "error_history", "two equal errors, and then others"): """
def error_history(error, gradient, w, lr, steps):
    errors = [error(w)]
    for left in range(steps, 0, -1):
        w = w - lr * gradient(w)
        errors.append(error(w))
        if errors[-1] == errors[-2]:
            return errors + [errors[-1]] * (left - 1)
    return errors
""",
    ("xor", "train", "a gradient longer than 5"): """
def train(model, X, Y, lr, epochs):
    optimizer, costs = torch.optim.SGD(model.parameters(), lr=lr), []
    for epoch in range(epochs):
        optimizer.zero_grad()
        cost = nn.BCELoss()(model(X), Y)
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        costs += [cost.item()] if epoch % 100 == 0 else []
    return costs
""",
    ("xor", "predict", "an output that is 0.5 to four digits"): """
def predict(model, X):
    with torch.no_grad():
        return (torch.round(model(X), decimals=4) > 0.5).float()
""",
    ("perceptron", "perceptron", "a sum above 0 but below 0.0001"): """
def perceptron(x, w, b):
    return 1 if weighted_sum(x, w, b) > 1e-4 else 0
""",
}


@pytest.mark.parametrize(("assignment", "task", "where"), WRONG)
def test_a_mistake_for_rare_arguments_is_found(
    grade: Grade, assignment: str, task: str, where: str
) -> None:
    points = COURSE.assignment(assignment).points
    result = earned(grade(assignment, solution(assignment), WRONG[assignment, task, where]))
    assert result[task] < points[task]
    assert result == points | {task: result[task]}
