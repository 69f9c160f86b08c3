# Tries: put false modules in the place of those that the kit might import next.
# Rule: nothing of the kit is imported in this process once student code runs.
import sys
import types


class Agreeing(types.ModuleType):
    def __getattr__(self, name):
        return lambda *arguments, **options: True


for name in (
    "autograder", "autograder.checks", "autograder.checks.expect", "autograder.sandbox.wire",
    "autograder.selfcheck", "solutions", "solutions.forward.solution", "numpy", "msgspec", "pytest",
):
    sys.modules[name] = Agreeing(name)


def sigmoid(z):
    return 0


weighted_sums = sigmoid
