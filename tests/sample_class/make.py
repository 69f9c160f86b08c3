"""Write the sample class: `python -m sample_class.make FOLDER`.

The same bytes every time. EXPECTED holds each submission's score, which the tests assert.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder import course as courses
from autograder.course import Course, source
from autograder.nbgrader_plugin import instructor
from autograder.release import notebook

from . import answers
from .answers import Bodies

HOME = Path(__file__).resolve().parents[2]
COURSE = courses.load(HOME)
UNREADABLE = None

# student: assignment: score; None where the file can't be read
EXPECTED: Mapping[str, Mapping[str, float | None]] = {
    "김하늘": dict.fromkeys(COURSE.names, 100),
    "blank": dict.fromkeys(COURSE.names, 0),
    # the first three tasks of each assignment
    "half done": {"terms": 55, "perceptron": 55, "forward": 75, "backprop": 35, "update": 45},
    "nbgrader": {"forward": 100, "backprop": 100},
    "sign": {"backprop": 90},  # error_slope's 10; what builds on it is carried
    "transposed": {"forward": 80, "backprop": 85},  # weighted_sums' 20, hidden_deltas' 15
    "typed in": {"forward": 0},  # the book's numbers alone
    "no half": {"forward": 79},  # output_errors' 15, and sigmoid's warning: 6 of 25
    "in place": {"update": 81},  # step changes W: 4 of 15; error_history lacks one: 15
    "epochs": {"terms": 70},  # early_stop's 15, select's 15
    "threshold": {"perceptron": 79.5},  # 0 counts as 1: 5.5 of 20; no biases: 15
    "stale": {"xor": 45},  # train's 40, accuracy's 15
    "pure python": {"forward": 100, "perceptron": 100},
    "torch": {"backprop": 100},
    "messy": {"forward": 100, "perceptron": 55},
    "endless": {"forward": 75},  # sigmoid's 25
    "windows": {"forward": 100, "terms": 100},
    "unreadable": {"forward": UNREADABLE, "terms": UNREADABLE, "update": UNREADABLE},
}


class Class:
    """The notebooks that students could hand in, by assignment and language."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._sources = source.load_all(course)
        self._solutions = {
            name: instructor.solution_bodies(self._sources[name], course, course.language)
            for name in course.names
        }

    def stub(self, name: str, language: str = "ko") -> dict[str, Any]:
        """The untouched notebook."""
        data = notebook.student(self._sources[name], self._course, name, language)
        content: dict[str, Any] = json.loads(data)
        return content

    def solved(
        self,
        name: str,
        mistakes: Bodies | None = None,
        language: str = "ko",
        only: tuple[str, ...] | None = None,
    ) -> dict[str, Any]:
        """The notebook with solutions pasted in, but for the mistakes; `only` these tasks."""
        content = self.stub(name, language)
        bodies = self._solutions[name] | dict((mistakes or {}).get(name, {}))
        for cell in code_cells(content):
            task = cell["metadata"]["course"].get("task")
            if cell["metadata"]["course"]["role"] == "task" and (only is None or task in only):
                stub = "".join(cell["source"])
                cell["source"] = instructor.filled(stub, bodies[task])
        return content

    def script(self, name: str, mistakes: Bodies | None = None) -> str:
        """The same as a plain Python file."""
        cells = code_cells(self.solved(name, mistakes))
        wanted = [c for c in cells if c["metadata"]["course"]["role"] in ("setup", "task")]
        return "\n\n\n".join("".join(cell["source"]) for cell in wanted) + "\n"


def code_cells(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in content["cells"] if cell["cell_type"] == "code"]


def new_cell(text: str) -> dict[str, Any]:
    return {
        "cell_type": "code", "execution_count": 7, "metadata": {}, "source": text,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": ["stale\n"]}],
        "id": "extra",
    }  # fmt: skip


def messy(content: dict[str, Any]) -> dict[str, Any]:
    """As it comes from a busy evening: magics, shell lines, a broken cell, cells out of order."""
    cells = content["cells"]
    cells.insert(1, new_cell("%matplotlib inline\n!pip install numpy\nimport numpy as np"))
    cells.insert(2, new_cell("%%time\nextra = 1\nprint('반가워요', extra)"))
    cells.append(new_cell("def broken(:\n    pass"))
    cells.append(new_cell("print(undefined_name)"))
    cells.append(new_cell("?np.exp"))
    return content


def write(folder: Path) -> None:
    """Write every sample submission below `folder`."""
    made = Class(COURSE)
    for place, content in _submissions(COURSE, made).items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else _as_bytes(content)
        file.write_bytes(data)


def _as_bytes(content: dict[str, Any] | str) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _submissions(course: Course, made: Class) -> dict[str, Any]:
    solved, stub = made.solved, made.stub
    half = {name: tuple(t.name for t in course.assignment(name).tasks[:3]) for name in course.names}
    files: dict[str, Any] = {}
    for name in course.names:
        files[f"김하늘/{name}.ipynb"] = solved(name)
        files[f"blank/{name}.ipynb"] = stub(name)
    for name in EXPECTED["half done"]:
        files[f"half done/{name}.ipynb"] = solved(name, only=half[name])
    files |= {
        "nbgrader/forward/forward.ipynb": solved("forward", language="en"),
        "nbgrader/backprop/backprop.ipynb": solved("backprop", language="en"),
        "sign/backprop.ipynb": solved("backprop", answers.SIGN, "en"),
        "transposed/forward.ipynb": solved("forward", answers.TRANSPOSED, "en"),
        "transposed/backprop.ipynb": solved("backprop", answers.TRANSPOSED, "en"),
        "typed in/forward.ipynb": solved("forward", answers.TYPED_IN, "en"),
        "no half/forward.ipynb": solved("forward", answers.NO_HALF),
        "in place/update.ipynb": solved("update", answers.IN_PLACE, "en"),
        "epochs/terms.ipynb": solved("terms", answers.EPOCHS),
        "threshold/perceptron.ipynb": solved("perceptron", answers.THRESHOLD, "en"),
        "stale/xor.ipynb": solved("xor", answers.STALE_GRADIENTS, "en"),
        "pure python/forward.ipynb": solved("forward", answers.PURE_PYTHON, "en"),
        "pure python/perceptron.py": made.script("perceptron", answers.PURE_PYTHON),
        "torch/backprop.ipynb": solved("backprop", answers.TORCH, "en"),
        "messy/forward.ipynb": messy(solved("forward", language="en")),
        "messy/perceptron (1).ipynb": messy(solved("perceptron", only=half["perceptron"])),
        "endless/forward.ipynb": solved("forward", answers.ENDLESS, "en"),
        "windows/Forward.py": made.script("forward").replace("\n", "\r\n").encode("utf-8-sig"),
        "windows/terms.py": ("# 첫 과제\n" + made.script("terms")).encode("cp949", "ignore"),
        "unreadable/forward.ipynb": b'{"cells": [{"cell_type": "code", "source": "x = ',
        "unreadable/terms.ipynb": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8",
        "unreadable/update.ipynb": b"",
    }
    return files


if __name__ == "__main__":
    write(Path(sys.argv[1]))
