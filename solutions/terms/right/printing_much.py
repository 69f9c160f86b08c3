"""Right answers beside a lot of text."""

import numpy as np


def parameter_kind(name: str) -> str:
    print(f"parameter_kind: {name!r}")
    for known in ("weight", "bias", "weights of the output layer"):
        print("  is it", known, "?", known == name)
        if known == name:
            return "parameter"
    return "hyperparameter"


def split(n: int, validation: float, test: float, seed: int) -> tuple:
    print("=" * 60)
    rng = np.random.Generator(np.random.PCG64(seed))
    deck = rng.choice(n, size=n, replace=False)
    print("deck:", deck.tolist())
    a, b = int(n * validation + 0.5), int(n * test + 0.5)
    print("sizes:", n - a - b, a, b)
    return deck[: n - a - b], deck[n - a - b : n - b], deck[n - b :]


def early_stop(validation_loss: list, patience: int) -> int:
    best = 0
    for epoch, loss in enumerate(validation_loss):
        if loss < validation_loss[best]:
            best = epoch
        print(f"epoch {epoch}: {loss:.4f}, best so far {best}")
        if epoch - best == patience:
            print("stop")
            return epoch
    return len(validation_loss) - 1
