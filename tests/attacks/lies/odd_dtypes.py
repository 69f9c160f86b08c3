# Tries: arrays of objects, records, dates, bytes, long doubles, complex and masked numbers.
# Rule: only real dtypes are numbers; the rest is refused.
import numpy as np

odd = [
    np.array([0.08 + 0j, 0.11]),
    np.array([("a", 1.0)], dtype=[("x", "U1"), ("y", "f8")]),
    np.array(["2000-01-01"], dtype="datetime64[D]"),
    np.array([b"0.08", b"0.11"]),
    np.array([np.nan, np.inf], dtype=np.longdouble),
    np.ma.masked_array([0.08, 0.11], mask=[True, True]),
    np.array([None, object()], dtype=object),
    np.array([65504, np.inf], dtype=np.float16),
    np.broadcast_to(np.float64(0.5), (10**6, 10**6)),
    np.lib.stride_tricks.as_strided(np.zeros(1), (2**40,), (0,)),
]
turn = iter(odd * 100)
weighted_sums = sigmoid = output_errors = total_error = lambda *arguments: next(turn)
forward = lambda *arguments: (next(turn), next(turn))
