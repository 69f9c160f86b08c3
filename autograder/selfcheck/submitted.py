"""The student's own notebook, run cell by cell as Jupyter does, for `python -m pytest`."""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any

from autograder.values.roles import NOT_RUN


class NotFoundError(Exception):
    """The folder has no notebook for this assignment."""


def namespace(folder: Path, assignment: str) -> dict[str, Any]:
    """The names that `assignment`'s notebook (or Python file) in `folder` defines.

    An error in a cell ends that cell alone; what the cells print is thrown away. Raises
    NotFoundError.
    """
    notebook, script = folder / f"{assignment}.ipynb", folder / f"{assignment}.py"
    if notebook.is_file():
        cells = _cells(notebook)
    elif script.is_file():
        cells = [script.read_text(encoding="utf-8-sig")]
    else:
        raise NotFoundError(notebook.name)
    os.environ.setdefault("MPLBACKEND", "Agg")
    shell = _shell()
    silent = io.StringIO()
    for cell in cells:
        with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
            shell.run_cell(cell, store_history=False)
    names: dict[str, Any] = shell.user_ns
    return names


def _cells(notebook: Path) -> list[str]:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    return [
        "".join(cell["source"])
        for cell in content["cells"]
        if cell["cell_type"] == "code"
        and cell["metadata"].get("course", {}).get("role") not in NOT_RUN
    ]


def _shell() -> Any:
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    shell: Any = InteractiveShell
    return shell(config=config, user_ns={})
