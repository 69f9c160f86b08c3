# Tries: take memory bit by bit, and keep it, until the machine has none.
# Rule: memory is limited; a process that runs out of it ends alone.
# Limits: short
kept = []


def grow(*arguments):
    while True:
        try:
            kept.append(bytearray(1 << 24))
        except MemoryError:
            kept.append([None] * 1000)


def sigmoid(z):
    while True:
        kept.append(bytearray(1 << 24))


def total_error(target, o):
    while True:
        kept.append(str(len(kept)) * 100_000)
