# Tries: open, list and import the solutions, the hidden checks and the kit.
# Rule: none of it can be read or imported.
import glob
import importlib
import os
import pkgutil
import sys

for path in (
    "@COURSE@/solutions/forward/solution.py", "@COURSE@/solutions/forward/checks.py",
    "@HOME@/solutions/forward/checks.py", "@HOME@/assignments/chapter.py",
    "@COURSE@/assignments/course.toml", "@KIT@/__init__.py", "@KIT@/sandbox/child.py",
):
    for opener in (open, lambda path: os.open(path, os.O_RDONLY), os.listdir):
        try:
            print("FOUND", path, opener(path))
        except OSError:
            pass
for place in ("@COURSE@", "@KIT@", "@HOME@/solutions", "/", "/tmp", os.path.dirname("@COURSE@")):
    try:
        print("FOUND", os.listdir(place))
    except OSError:
        pass
    if found := glob.glob(place + "/*"):
        print("FOUND", found)
sys.path[:0] = ["@COURSE@", "@HOME@"]
importlib.invalidate_caches()
for name in (
    "solutions", "solutions.forward.solution", "solutions.forward.checks", "assignments.chapter",
    "autograder.checks.content", "autograder.grading.judge", "autograder.sandbox.wire",
):
    try:
        print("FOUND", importlib.import_module(name))
    except ImportError:
        pass
import autograder

for module in pkgutil.iter_modules(getattr(autograder, "__path__", None)):
    if module.name in ("grading", "sandbox", "checks"):
        print("FOUND", module)


def sigmoid(z):
    from solutions.forward.solution import sigmoid

    return sigmoid(z)


def weighted_sums(W, x):
    from solutions.drawing.networks import forward

    return forward.weighted_sums(W, x)
