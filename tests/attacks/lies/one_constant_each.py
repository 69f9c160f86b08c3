# Tries: a plausible constant for each task: zeros of the chapter's shape, 1, 0, the last epoch.
# Rule: no constant answer earns a point anywhere.
# Assignment: all
import numpy as np

plausible = {
    "parameter_kind": "hyperparameter", "learning_kind": "supervised",
    "split": ([0, 1], [2], [3]), "select": (0, 0.5), "overfitting_epoch": None, "early_stop": 4,
    "weighted_sum": 0.0, "perceptron": 1, "gate": ([1, 1], -0.5),
    "xor_network": ([[1, 1], [1, 1]], [0, 0], [1, 1], 0), "parameter_count": 261, "is_deep": True,
    "forward": (np.full(2, 0.5), np.full(2, 0.5)), "total_error": 0.0239719,
    "truth_table": (np.zeros((4, 2)), np.zeros((4, 1))), "accuracy": 1.0, "error_history": [1.0],
    "train": [0.6931] * 4, "predict": np.zeros((4, 1)),
}
for name in @TASKS@:
    globals()[name] = lambda *arguments, name=name: plausible.get(name, np.zeros(2))
