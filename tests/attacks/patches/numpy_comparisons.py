# Tries: make NumPy's comparisons say yes.
# Rule: answers are compared in another process.
import numpy as np

for name in ("allclose", "isclose", "array_equal", "all", "any", "equal", "less_equal"):
    setattr(np, name, lambda *arguments, **options: True)
np.abs = np.absolute = lambda *arguments, **options: np.float64(0)
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *arguments, **options: None


def wrong(*arguments):
    return np.zeros(2)


weighted_sums = sigmoid = output_errors = wrong


def forward(W_hidden, W_output, x):
    return np.zeros(2), np.zeros(2)


def total_error(target, o):
    return 0.0
