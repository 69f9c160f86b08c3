"""Mistakes about `select`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.hints import mistake, variant

Losses = Sequence[float]


@mistake("test-chooses")
def test_chooses(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(test_errors))
    return best, test_errors[best]


@variant("test-chooses")
def test_chooses_for_validation(
    validation_errors: Losses, test_errors: Losses
) -> tuple[int, float]:
    best = int(np.argmin(test_errors))
    return best, validation_errors[best]


@mistake("validation-error-reported")
def validation_error_reported(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(validation_errors))
    return best, validation_errors[best]


@mistake("lowest-test-error-reported")
def lowest_test_error_reported(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    return int(np.argmin(validation_errors)), min(test_errors)


@mistake("highest-error-chosen")
def highest_error_chosen(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmax(validation_errors))
    return best, test_errors[best]


@mistake("last-of-equals")
def last_of_equals(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = 0
    for index, error in enumerate(validation_errors):
        if error <= validation_errors[best]:
            best = index
    return best, test_errors[best]


@mistake("both-errors-choose")
def both_errors_choose(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(np.add(validation_errors, test_errors)))
    return best, test_errors[best]


@mistake("smallest-gap-chosen")
def smallest_gap_chosen(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(np.abs(np.subtract(validation_errors, test_errors))))
    return best, test_errors[best]


@mistake("model-counted-from-one")
def model_counted_from_one(validation_errors: Losses, test_errors: Losses) -> tuple[int, float]:
    best = int(np.argmin(validation_errors))
    return best + 1, test_errors[best]


@mistake("error-before-index")
def error_before_index(validation_errors: Losses, test_errors: Losses) -> tuple[float, int]:
    best = int(np.argmin(validation_errors))
    return test_errors[best], best


@mistake("only-the-index")
def only_the_index(validation_errors: Losses, test_errors: Losses) -> int:
    return int(np.argmin(validation_errors))
