# Tries: use the substitute of an earlier task to get the answers to that very task, or to a later one.
# Rule: a task is answered only after its own checks are over, and only for tasks after it.
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
wire = frame.f_globals["wire"]


def ask(task, *arguments):
    child = sys._getframe(1)
    while "self" not in child.f_locals or not hasattr(child.f_locals["self"], "_ask"):
        child = child.f_back
    return child.f_locals["self"]._ask(task, arguments)


def weighted_sums(W, x):
    return ask("weighted_sums", W, x)


def sigmoid(z):
    return ask("sigmoid", z)


def forward(W_hidden, W_output, x):
    return ask("forward", W_hidden, W_output, x)


def output_errors(target, o):
    return ask("output_errors", target, o)


def total_error(target, o):
    return ask("total_error", target, o)
