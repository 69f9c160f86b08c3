# Tries: raise exceptions that no `except Exception` catches, with the names the kit itself uses.
# Rule: what student code raises stays in its own process; a name means nothing.
class Ended(BaseException):
    outcome = "passed"
    finding = None


class CheckFailed(BaseException):
    finding = None


class Passed(BaseException):
    pass


def raising(kind):
    def function(*arguments):
        raise kind("passed")

    return function


weighted_sums, sigmoid, forward = raising(Ended), raising(CheckFailed), raising(Passed)
output_errors, total_error = raising(GeneratorExit), raising(StopIteration)
