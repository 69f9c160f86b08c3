# Tries: carry hidden inputs out by crashing, and by what the next process prints and notes.
# Rule: what a reload prints or notes after the first hidden check is not shown.
# Secrets: two
import ctypes
import os
import sys


def hash_of(*arguments):
    return hash(repr(arguments)) % 97


print("loaded")
print(os.getpid() % 2 * 0)


def weighted_sums(W, x):
    print(W)
    os._exit(hash_of(W, x))


def sigmoid(z):
    print(z)
    ctypes.string_at(0)


def output_errors(target, o):
    for _ in range(hash_of(target)):
        os.write(2, b"%r" % target.tobytes())
    sys.exit(str(target))
