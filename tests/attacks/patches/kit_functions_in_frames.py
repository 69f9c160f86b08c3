# Tries: find the kit's functions through the frames below this cell and replace all of them.
# Rule: nothing in the child knows an expected value, and nothing that it says is believed.
import sys
import types

frame, kit = sys._getframe(), {}
while frame is not None:
    kit.update(frame.f_globals)
    frame = frame.f_back

wire, invoke, Child = kit["wire"], kit["invoke"], kit["Child"]
original = wire.encode


def encode(message):
    if isinstance(message, wire.Returned):
        message = wire.Returned(message.number, wire.Listing([0.08, 0.11]), [], [])
    return original(message)


wire.encode = encode
wire.pack = lambda value: 0.5
wire.decode_request = kit["wire"].decode_request
vars(kit["Child"])
Child._raised = lambda self, kind, name, text: wire.Returned(self._number, 0.5, [], [])
Child._hold = lambda self, model: 0


def weighted_sums(W, x):
    return None


def sigmoid(z):
    raise ValueError
