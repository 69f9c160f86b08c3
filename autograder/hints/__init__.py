"""A failed task's behaviour to a cause, or to nothing; and what a file of mistakes says.

A course declares the mistakes of a task in `solutions/<assignment>/mistakes/<task>.py`, the words
about them in a table beside it (`hints.catalogue`). Imports `checks` and `values`.
"""

from autograder.hints.declare import Call, detector, inputs, mistake, projection, variant

__all__ = ["Call", "detector", "inputs", "mistake", "projection", "variant"]
