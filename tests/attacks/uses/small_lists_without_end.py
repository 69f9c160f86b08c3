# Tries: answers of as many small lists as are allowed, so that comparing them takes for ever.
# Rule: what a hint may look at is bounded, and lists are read level by level.
# Assignment: all
# Limits: short


def answer(*arguments, **named):
    return [[[[[[[i]]]]]] for i in range(2800)]


parameter_kind = learning_kind = split = select = overfitting_epoch = early_stop = answer
weighted_sum = perceptron = gate = xor_network = parameter_count = is_deep = answer
weighted_sums = sigmoid = forward = output_errors = total_error = answer
error_slope = sigmoid_slope = output_deltas = output_gradients = answer
hidden_deltas = hidden_gradients = step = step_all = network_step = answer
descend = error_history = truth_table = build_model = train = predict = accuracy = answer
