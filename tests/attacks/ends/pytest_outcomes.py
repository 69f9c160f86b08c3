# Tries: end the check with pytest's own outcomes: skip, expected failure, exit.
# Rule: what student code raises stays in its own process.
import pytest


def skip(*arguments):
    pytest.skip("not graded", allow_module_level=True)


def expected(*arguments):
    pytest.xfail("as expected")


def leave(*arguments):
    pytest.exit("all passed", returncode=0)


def passed(*arguments):
    from _pytest.outcomes import OutcomeException

    raise OutcomeException("passed")


weighted_sums, sigmoid, forward, output_errors, total_error = skip, expected, leave, passed, skip
