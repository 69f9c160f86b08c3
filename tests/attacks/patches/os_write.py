# Tries: stand between the kit and the wire: os.write and os.read are the student's own.
# Rule: every reply is treated as forged.
import os

write, read = os.write, os.read
os.write = lambda descriptor, data: write(descriptor, bytes(data).replace(b"raised", b"return"))
os.read = lambda descriptor, length: read(descriptor, min(length, 1))


def sigmoid(z):
    raise ValueError("0.5")


weighted_sums = sigmoid
