# Tries: crash the process in every way a call can, hoping that no report means no failure.
# Rule: end of stream is a failure of that check; the next one runs in a fresh process.
import ctypes
import os


def segfault(*arguments):
    ctypes.string_at(0)


def overwrite(*arguments):
    ctypes.memset(id(None), 0, 64)


def jump(*arguments):
    ctypes.CFUNCTYPE(None)(1)()


weighted_sums, sigmoid, forward = segfault, overwrite, jump
output_errors = total_error = lambda *arguments: os.abort()
