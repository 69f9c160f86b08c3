# Tries: earn the points for "no warning" and "arguments unchanged" by switching both off.
# Rule: they count only together with right values.
import warnings

warnings.catch_warnings.__enter__ = lambda self: []
warnings.simplefilter = lambda *arguments, **options: None


def weighted_sums(W, x):
    W[:] = 0
    return W


def sigmoid(z):
    z[...] = 0.5
    return z


def output_errors(target, o):
    return target


def total_error(target, o):
    o[:] = 0
    return float(o.sum())
