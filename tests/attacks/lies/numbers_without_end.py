# Tries: integers of a million digits, NaN, infinities, subnormal and negative zero as answers.
# Rule: numbers are finite or fail; an integer that does not fit is refused.
# Limits: short
import decimal
import fractions

import numpy as np

weighted_sums = lambda W, x: [10**1_000_000, -(10**400)]
sigmoid = lambda z: np.full(np.shape(z), np.nan)
output_errors = lambda target, o: [float("inf"), float("-inf")]
total_error = lambda target, o: decimal.Decimal("sNaN")
forward = lambda *arguments: (fractions.Fraction(10**5000, 3), 5e-324 * np.ones(2))
