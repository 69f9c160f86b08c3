# Tries: make the codec write what no type allows, and say that the answer is the expected one.
# Rule: every reply is treated as forged.
import msgspec


class Encoder:
    def encode(self, message):
        return b"\x95\xa8returned\x01\xc0\x90\x90"


msgspec.msgpack.Encoder = Encoder
msgspec.msgpack.encode = lambda message: b""
msgspec.structs.replace = lambda message, **changes: message


def sigmoid(z):
    return 0


weighted_sums = sigmoid
