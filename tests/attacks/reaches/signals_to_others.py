# Tries: end or stop the judge, the zygote, the siblings, everybody.
# Rule: a child can signal nobody but itself.
import ctypes
import os
import signal

libc = ctypes.CDLL(None)
for process in (os.getppid(), 1, -1, 0, -os.getppid(), *range(os.getpid() - 30, os.getpid())):
    for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGINT, 0):
        try:
            os.kill(process, number)
            print("REACHED", process - os.getpid())
        except OSError:
            pass
        libc.kill(process, number)
        libc.tgkill(process, process, number)
        libc.syscall(424, process, number, None, 0)
    try:
        signal.pidfd_send_signal(os.pidfd_open(process if process > 0 else 1), signal.SIGKILL)
        print("REACHED", process)
    except OSError:
        pass
