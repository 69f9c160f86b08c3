# Tries: act when the process ends: handlers at exit, finalisers, threads that wait for the end.
# Rule: nothing that happens after the answer counts, and the process leaves nothing behind.
import atexit
import os
import threading
import weakref


def late():
    os.write(3, b"\x00\x00\x00\x05hello")
    print("late: 100 of 100")


class Last:
    def __del__(self):
        late()


last = Last()
cycle = [last]
cycle.append(cycle)
atexit.register(late)
weakref.finalize(cycle[0], late)
threading.Thread(target=lambda: (threading.main_thread().join(), late())).start()


def sigmoid(z):
    return Last()
