# Tries: carry hidden inputs out by output, errors, exceptions' types, answers, warnings and notes.
# Rule: from the first hidden check on nothing that student code can shape reaches the feedback.
# Secrets: two
import os
import sys
import warnings

import numpy as np

seen = []


def tell(*arguments):
    text = repr([np.asarray(argument).tolist() for argument in arguments])
    seen.append(text)
    print("SEEN", text, flush=True)
    print("SEEN", text, file=sys.stderr)
    os.write(1, text.encode())
    warnings.warn(text)
    return text


def weighted_sums(W, x):
    text = tell(W, x)
    raise type(text[:50], (Exception,), {})(text)


def sigmoid(z):
    return tell(z)


def forward(W_hidden, W_output, x):
    return type(tell(W_hidden, W_output, x)[:60], (), {})()


def output_errors(target, o):
    tell(target, o)
    raise NotImplementedError(seen)


def total_error(target, o):
    tell(target, o)
    return [float(len(text)) for text in seen]
