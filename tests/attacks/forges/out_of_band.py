# Tries: send urgent bytes beside the stream, so that the judge wakes and finds nothing to read.
# Rule: the clock of a call runs whatever wakes the judge.
# Limits: short
import socket

wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=3)


def sigmoid(z):
    while True:
        wire.send(b"x", socket.MSG_OOB)


def weighted_sums(W, x):
    wire.send(b"x", socket.MSG_OOB)
    while True:
        pass
