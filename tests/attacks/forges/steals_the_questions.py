# Tries: read the judge's questions from the wire in a thread, before the kit does, and answer them.
# Rule: whoever answers in the child, the answer is compared in the judge.
import os
import threading
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]


def serve():
    while True:
        header = os.read(3, 4)
        body = os.read(3, int.from_bytes(header, "big"))
        if not body:
            return
        request = wire.decode_request(body)
        os.write(3, wire.encode(wire.Returned(request.number, wire.Listing([0.5, 0.5]), [], [])))


threading.Thread(target=serve, daemon=True).start()


def sigmoid(z):
    return z
