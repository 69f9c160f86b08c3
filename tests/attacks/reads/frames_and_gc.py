# Tries: find expected values, solutions or checks in frames, in the heap and in loaded modules.
# Rule: nothing of that is ever in this process.
import gc
import sys


def search(label):
    frame = sys._getframe()
    while frame is not None:
        for name in ("expected", "close_to", "want", "solution", "chapter", "secret", "rng"):
            if name in frame.f_locals or name in frame.f_globals and name != "secret":
                print("FOUND", label, name)
        frame = frame.f_back
    for item in gc.get_objects():
        if isinstance(item, dict) and any(
            key in item for key in ("z_hidden", "W_hidden_new", "expect_xor", "expect_calls")
        ):
            print("FOUND", label, list(item)[:5])
    for name in sys.modules:
        if name.startswith(("solutions", "assignments", "course_", "autograder.checks")):
            print("FOUND", label, name)


search("cell")


def sigmoid(z):
    search("call")
    return 0
