# Tries: outlive every signal, answer from a handler, and raise signals at itself.
# Rule: the judge ends the process by a signal that nobody can handle.
# Limits: short
import signal

for number in signal.valid_signals():
    try:
        signal.signal(number, lambda *arguments: None)
    except (OSError, ValueError):
        pass


def stubborn(*arguments):
    for number in (signal.SIGTERM, signal.SIGXCPU, signal.SIGALRM, signal.SIGINT):
        signal.raise_signal(number)
    while True:
        pass


sigmoid = stubborn


def total_error(target, o):
    signal.raise_signal(signal.SIGKILL)


def output_errors(target, o):
    signal.raise_signal(signal.SIGSTOP)
