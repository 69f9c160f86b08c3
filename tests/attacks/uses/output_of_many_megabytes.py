# Tries: print fifty megabytes and then answer.
# Rule: output is kept up to a limit; no result is larger than one.
# Limits: short
for _ in range(500):
    print("x" * 100_000)


def sigmoid(z):
    for _ in range(100):
        print("\x1b\x00\ud800" * 100_000)
    return 0.5
