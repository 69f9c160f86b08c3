"""Structural pattern matching."""


def parameter_kind(name):
    match name:
        case "weight" | "bias" | "weights of the output layer":
            return "parameter"
        case _:
            return "hyperparameter"


def learning_kind(example):
    match example.split():
        case ["learning", "to", "play", *_] | ["a", "robot", *_]:
            return "reinforcement"
        case ["grouping", *_] | ["reducing", *_] | ["finding", *_]:
            return "unsupervised"
        case _:
            return "supervised"


def overfitting_epoch(validation_loss):
    match sorted(enumerate(validation_loss), key=lambda pair: pair[1]):
        case [(best, _), *_] if best + 1 < len(validation_loss):
            return best
    return None
