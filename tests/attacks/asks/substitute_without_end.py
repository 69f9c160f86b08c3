# Tries: ask a substitute without end.
# Rule: the number of questions in a call is bounded.
# Limits: short
def weighted_sums(W, x):
    return None


def sigmoid(z):
    return None


def forward(W_hidden, W_output, x):
    while True:
        weighted_sums(W_hidden, x)
