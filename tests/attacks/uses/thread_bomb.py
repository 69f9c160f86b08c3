# Tries: start threads without end, in a cell and in a call.
# Rule: threads are counted; the process ends with the call.
# Limits: short
import threading

threading.stack_size(1 << 16)


def bomb(*arguments):
    while True:
        try:
            threading.Thread(target=threading.Event().wait, daemon=True).start()
        except RuntimeError:
            return 0.5


bomb()
sigmoid = bomb
