# Tries: wait without using the processor: locks, events, sleep, reading from nowhere.
# Rule: the clock is the judge's own, and counts waiting.
# Limits: short
import os
import select
import threading
import time


def weighted_sums(W, x):
    threading.Lock().acquire() or threading.Event().wait()
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def sigmoid(z):
    select.select([], [], [])


def total_error(target, o):
    time.sleep(10**6)
    return sum(os.read(3, 1))
