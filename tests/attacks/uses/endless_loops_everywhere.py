# Tries: hang in every call of every task.
# Rule: after two overruns the rest of a task's checks fail without being run.
# Limits: short
def hang(*arguments):
    while True:
        pass


weighted_sums = sigmoid = forward = output_errors = total_error = hang
