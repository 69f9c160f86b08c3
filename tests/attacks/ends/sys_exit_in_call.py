# Tries: leave with the exit code of success from inside a call.
# Rule: SystemExit is an error of the function like any other.
import sys


def leave(*arguments):
    sys.exit(0)


weighted_sums = sigmoid = forward = output_errors = total_error = leave
