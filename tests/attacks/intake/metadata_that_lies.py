# Tries: by metadata: belong to a path, to another assignment, be a check that is skipped or not.
# Rule: the course's names alone are assignments; a role does not change what is graded.
import json
from pathlib import Path

CODE = "def sigmoid(z):\n    return 0.5"


def notebook(role: object, assignment: object) -> str:
    cell = {"cell_type": "code", "source": CODE, "metadata": {"course": {"role": role}}}
    metadata = {"course": {"assignment": assignment, "language": "\x1b[2J"}}
    return json.dumps({"cells": [cell], "metadata": metadata})


def make(folder: Path) -> None:
    for number, (role, assignment) in enumerate(
        [("check", "../../../tmp/attack_was_here"), ({"a": []}, ["forward"]), ("given", "forward\n")]
    ):
        (folder / f"forward ({number}).ipynb").write_text(notebook(role, assignment))
    (folder / "forward.ipynb").write_text(notebook("task", "forward"))
