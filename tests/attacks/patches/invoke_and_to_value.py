# Tries: replace the code of the functions that call the student's function and read its answer.
# Rule: nothing in the child knows an expected value.
# Limits: short
import sys
import types

frame = sys._getframe()
while frame is not None:
    for name in ("invoke", "to_value", "from_value", "_text_of", "_send", "_write"):
        function = frame.f_globals.get(name)
        if isinstance(function, types.FunctionType):
            function.__code__ = (lambda *arguments, **options: 0.5).__code__
    frame = frame.f_back


def sigmoid(z):
    return 0.5
