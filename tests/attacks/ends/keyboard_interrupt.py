# Tries: raise the one exception that pytest lets through, so that the grader's session stops.
# Rule: what student code raises stays in its own process.
def interrupt(*arguments):
    raise KeyboardInterrupt


weighted_sums = sigmoid = forward = output_errors = total_error = interrupt
interrupt()
