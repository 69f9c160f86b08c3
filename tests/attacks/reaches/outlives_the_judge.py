# Tries: become a daemon that nobody ends.
# Rule: no process is left when the grading is over.
# Limits: short
import ctypes
import os
import signal
import threading

libc = ctypes.CDLL(None)
libc.prctl(1, 0, 0, 0, 0)
for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGPIPE):
    signal.signal(number, signal.SIG_IGN)
for action in (os.setsid, os.fork, lambda: os.setpgid(0, 0)):
    try:
        action()
    except OSError:
        pass
threading.Thread(target=threading.Event().wait).start()


def sigmoid(z):
    while True:
        try:
            os.close(3)
        except OSError:
            pass
