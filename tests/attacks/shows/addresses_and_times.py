# Tries: put what differs from run to run into the result: times, numbers, addresses, hash orders.
# Rule: the same submission graded twice gives the same bytes apart from timing.
import datetime
import os
import random
import secrets
import threading
import time
import uuid

import numpy as np

print(object(), print, lambda: 0, threading.current_thread(), open)
print(time.time(), time.perf_counter(), datetime.datetime.now(), time.ctime(), datetime.date.today())
print(random.random(), np.random.rand(), np.random.default_rng().random(), secrets.token_hex(8))
print(uuid.uuid4(), os.urandom(4), hash("x"), {"a", "b", "c", "d"}, os.environ.get("MPLCONFIGDIR"))
print(os.getcwd(), __name__, time.process_time(), time.thread_time(), os.getpid(), os.getppid())
print(np.random.default_rng().integers(10**9), random.SystemRandom().random(), os.times().user)


class Own:
    pass


def sigmoid(z):
    time.sleep(0.01)
    raise ValueError(f"{object()} {time.time()} {random.random()} {Own()}")


def weighted_sums(W, x):
    return f"{Own()} at {datetime.datetime.now()}"
