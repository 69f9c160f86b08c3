# Tries: open, list and import the solutions, the hidden checks and the kit.
# Rule: none of it can be read or imported.
import glob
import importlib
import os
import pkgutil
import sys

for path in (
    "@COURSE@/solutions/forward.py", "@KIT@/checks/hidden/test_forward.py", "@KIT@/chapter.py",
    "@COURSE@/assignments/course.toml", "@KIT@/__init__.py", "@KIT@/sandbox/child.py",
):
    for opener in (open, lambda path: os.open(path, os.O_RDONLY), os.listdir):
        try:
            print("FOUND", path, opener(path))
        except OSError:
            pass
for place in ("@COURSE@", "@KIT@", "@KIT@/checks/hidden", "/", "/tmp", os.path.dirname("@COURSE@")):
    try:
        print("FOUND", os.listdir(place))
    except OSError:
        pass
    if found := glob.glob(place + "/*"):
        print("FOUND", found)
sys.path[:0] = ["@COURSE@", os.path.dirname("@KIT@")]
importlib.invalidate_caches()
for name in (
    "solutions", "solutions.forward", "autograder.chapter", "autograder.checks.hidden.test_forward",
    "autograder.checks.support", "autograder.judge.judge", "autograder.sandbox.wire",
):
    try:
        print("FOUND", importlib.import_module(name))
    except ImportError:
        pass
import autograder

for module in pkgutil.iter_modules(getattr(autograder, "__path__", None)):
    if module.name in ("judge", "sandbox", "checks"):
        print("FOUND", module)


def sigmoid(z):
    from solutions.forward import sigmoid

    return sigmoid(z)


def weighted_sums(W, x):
    from autograder.checks.hidden.networks import forward

    return forward.weighted_sums(W, x)
