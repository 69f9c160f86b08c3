# Tries: an object that runs a command where it is unpickled (beats otter).
# Rule: no pickle anywhere.
import os
import sys


class Command:
    def __reduce__(self):
        return os.system, ("touch /tmp/attack_was_here",)

    __reduce_ex__ = lambda self, protocol: self.__reduce__()

    def __getstate__(self):
        return self.__reduce__()

    def __msgpack__(self):
        return b"\xc0"

    def tobytes(self):
        import pickle

        return pickle.dumps(self)


weighted_sums = sigmoid = forward = output_errors = total_error = lambda *arguments: Command()
