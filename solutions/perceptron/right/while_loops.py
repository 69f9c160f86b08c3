"""While loops and assignment expressions."""


def weighted_sum(x, w, b):
    i, z = len(x), float(b)
    while i:
        z += float(x[i - 1]) * float(w[i - 1])
        i -= 1
    return (z,)[0]


def perceptron(x, w, b):
    return 1 if (z := weighted_sum(x, w, b)) > 0 and z != 0 else 0


def gate(name):
    corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    truth = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}[name]
    w, b = [1.0, 1.0], 0.0
    wrong = True
    while wrong:  # the perceptron's own way of learning
        wrong = False
        for corner, label in zip(corners, truth):
            answer = perceptron(corner, w, b)
            if answer != label:
                wrong = True
                w = [w_i + 0.25 * (label - answer) * x_i for w_i, x_i in zip(w, corner)]
                b += 0.25 * (label - answer)
    return w, b


def parameter_count(sizes):
    total, layer = 0, 1
    while layer < len(sizes):
        total += sizes[layer] * (sizes[layer - 1] + 1)
        layer += 1
    return total


def is_deep(sizes):
    hidden, layer = 0, 1
    while layer < len(sizes) - 1:
        hidden += 1
        layer += 1
    return hidden > 1
