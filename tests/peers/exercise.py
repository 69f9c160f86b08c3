"""One exercise for every grader: the functions of `forward`, checked by asserts on two inputs each.

The expected numbers stand in the checks as numbers, as instructors write them for nbgrader and
otter.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from autograder import course
from autograder.checks import content

HOME = Path(__file__).resolve().parents[2]
NAME = "forward"
POINTS = course.load(HOME).assignment(NAME).points
_SHAPES = {
    "weighted_sums": [(3, 2), (2,)],
    "sigmoid": [(4,)],
    "forward": [(3, 2), (2, 3), (2,)],
    "output_errors": [(3,), (3,)],
    "total_error": [(3,), (3,)],
}
BLANK = "\n".join(f"def {name}(*arguments):\n    raise NotImplementedError\n" for name in POINTS)


def assertions(task: str, seed: int) -> str:
    """Python statements that check a task on inputs of this seed."""
    rng = np.random.default_rng(seed)
    arguments = [rng.normal(size=shape).round(3) for shape in _SHAPES[task]]
    expected: Any = content.solution(HOME, NAME)[task](*arguments)
    parts = expected if isinstance(expected, tuple) else (expected,)
    call = f"{task}({', '.join(f'np.array({each.tolist()})' for each in arguments)})"
    lines = [f"answer = {call}"]
    if isinstance(expected, tuple):
        lines.append(f"assert len(answer) == {len(parts)}")
    for number, part in enumerate(parts):
        got = f"answer[{number}]" if isinstance(expected, tuple) else "answer"
        want = np.asarray(part).tolist()
        if isinstance(want, list):
            lines.append(f"assert np.allclose({got}, {want})")
        else:
            lines.append(f"assert abs({got} - {want}) < 1e-6")
    return "\n".join(lines)


def cell(kind: str, source: str, **metadata: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"cell_type": kind, "metadata": metadata, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def notebook(*cells: dict[str, Any]) -> str:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    for number, each in enumerate(cells):
        each["id"] = f"cell-{number}"
    document = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(document, indent=1)
