# Tries: hold the grader for as long as the real limits allow: in cells, at reloads, in calls.
# Rule: whatever a submission does, its grading ends within 100 seconds.
# %%
from threading import Event
Event().wait(24)
# %%
Event().wait(24)
# %%
Event().wait(24)
# %%
def sigmoid(z):
    Event().wait(3.9)
    return 0.5


weighted_sums = forward = output_errors = total_error = lambda *arguments: sigmoid(arguments[-1])
