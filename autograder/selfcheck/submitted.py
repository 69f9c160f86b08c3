"""The student's own notebook, run cell by cell as Jupyter does, for `python -m pytest`."""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any, Final

from autograder.values.messages import mark as _
from autograder.values.roles import NOT_RUN, role_of

_NOT_HERE: Final = _("{name} is not in this folder.")
_BROKEN: Final = _("{name} can't be read as a notebook. Save it again, or take a fresh copy.")


class NoNotebookError(Exception):
    """The folder has no notebook for this assignment that can be read: a sentence, and its name."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(name)
        self.text = text
        self.name = name


def namespace(folder: Path, assignment: str) -> dict[str, Any]:
    """The names that `assignment`'s notebook (or Python file) in `folder` defines.

    An error in a cell ends that cell alone; what the cells print is thrown away. Raises
    NoNotebookError.
    """
    notebook, script = folder / f"{assignment}.ipynb", folder / f"{assignment}.py"
    if notebook.is_file():
        cells = _cells(notebook)
    elif script.is_file():
        cells = [script.read_text(encoding="utf-8-sig")]
    else:
        raise NoNotebookError(_NOT_HERE, notebook.name)
    os.environ.setdefault("MPLBACKEND", "Agg")
    shell = _shell()
    silent = io.StringIO()
    for cell in cells:
        with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
            shell.run_cell(cell, store_history=False)
    names: dict[str, Any] = shell.user_ns
    return names


def _cells(notebook: Path) -> list[str]:
    try:
        content = json.loads(notebook.read_text(encoding="utf-8-sig"))
        code = [
            ("".join(cell["source"]), cell["metadata"].get("course", {}).get("role"))
            for cell in content["cells"]
            if cell["cell_type"] == "code"
        ]
        return [text for text, role in code if not {role, role_of(text)} & NOT_RUN]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise NoNotebookError(_BROKEN, notebook.name) from None


def _shell() -> Any:
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    shell: Any = InteractiveShell
    return shell(config=config, user_ns={})
