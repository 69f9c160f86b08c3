"""The second course, tests/linear_regression, released and used: what its tests share."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any, Final, NamedTuple

import nbformat
import nbgrader_class
import nbgrader_programs
from nbclient import NotebookClient

SOURCE: Final = Path(__file__).parent / "linear_regression"


class Released(NamedTuple):
    course: Path
    out: Path  # where the bundles lie
    bundle: Path  # one of them, unpacked
    said: str


def autograder(course: Path, *arguments: object) -> str:
    """What the command says. It must succeed."""
    environment = nbgrader_class.environment(course.parent)
    given = ["--course", str(course), *map(str, arguments)]
    done = nbgrader_programs.run("autograder", given, course, environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def unpacked(out: Path, language: str, folder: Path) -> Path:
    with zipfile.ZipFile(out / language / f"regression-{language}.zip") as bundle:
        bundle.extractall(folder)
    return folder / f"regression-{language}"


def run_notebook(path: Path) -> str:
    """Run a notebook where it lies, as Jupyter does; what its cells print."""
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    kernel = {"resources": {"metadata": {"path": str(path.parent)}}, "timeout": 120}
    NotebookClient(notebook, kernel_name="python3", **kernel).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    texts = [each.get("text", "") or each.get("data", {}).get("text/plain", "") for each in outputs]
    return "\n".join(texts)


def with_functions(notebook: Path, to: Path, **functions: str) -> None:
    """A notebook with these functions, by their tasks, in the place of its stubs."""
    content: Any = json.loads(notebook.read_bytes())
    for cell in content["cells"]:
        _, _, task = cell["id"].partition("-task-")
        if task in functions:
            cell["source"] = functions[task]
    to.write_text(json.dumps(content))
