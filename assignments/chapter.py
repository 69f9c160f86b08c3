"""The numbers of chapter 5, each with the section that prints it. Nothing else knows one.

Two of the chapter's slips matter here. It prints "h2 = 0.52747230" twice: the first stands
where h1 belongs, and h1 is 0.51998934. It does not print W1+ and W5+, nor, in the text, the
targets and the learning rate; the printed numbers admit no others than those below. All values
were recomputed in float64 and agree in every printed digit.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def _array(*values: object) -> Array:
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


# 5.3, the 2-2-2 network: inputs and weights W1 … W8
x: Final = _array(0.1, 0.2)
W_hidden: Final = _array([0.30, 0.25], [0.40, 0.35])
W_output: Final = _array([0.45, 0.40], [0.70, 0.60])
# 5.3, in the book's figures only
target: Final = _array(0.4, 0.6)
lr: Final = 0.5

# 5.3, forward propagation
z_hidden: Final = _array(0.08, 0.11)
h: Final = _array(0.51998934, 0.52747230)  # the first is misprinted as "h2 = 0.52747230"
z_output: Final = _array(0.44498412, 0.68047592)
o: Final = _array(0.60944600, 0.66384491)
output_errors: Final = _array(0.02193381, 0.00203809)
total_error: Final = 0.02397190

# 5.3, back-propagation: not printed; recomputed in float64
hidden_gradients: Final = _array([0.000808875384, 0.001617750767], [0.000710086011, 0.001420172022])
output_gradients: Final = _array([0.025922855604, 0.026295901328], [0.007408444627, 0.007515056670])

# 5.3, weights after one step; W1+ and W5+ are not printed
W_hidden_new: Final = _array([0.29959556, 0.24919112], [0.39964496, 0.34928991])
W_output_new: Final = _array([0.43703857, 0.38685205], [0.69629578, 0.59624247])

# 5.2, a fully connected network and its number of parameters
sizes: Final = (2, 10, 10, 10, 1)
parameter_count: Final = 261

# 5.4, XOR
seed: Final = 777
xor_lr: Final = 1.0
epochs: Final = 10_001
truth_table_X: Final = _array([0, 0], [0, 1], [1, 0], [1, 1])
truth_table_Y: Final = _array([0], [1], [1], [0])
final_outputs: Final = _array([1.11739784e-4], [0.999828696], [0.999842167], [1.85383164e-4])


def _read_costs() -> tuple[tuple[int, ...], Array]:
    """The 42 complete lines that 5.4 prints: epochs 0, 100, … 4100 and their costs."""
    with (Path(__file__).parent / "xor_costs.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(int(row["epoch"]) for row in rows), _array(*(float(row["cost"]) for row in rows))


cost_epochs, costs = _read_costs()
