"""For nbgrader's own autograding: a task's points, by the kit that is installed where it grades.

The hidden part of a check's cell calls `points`. A student's copy of `autograder` lies beside the
notebook and is imported first; it holds no hidden check, so the installed one takes its place
while the checks run.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import math
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.selfcheck.cell_calls import namespace
from autograder.selfcheck.student_folder import language

_DISTRIBUTION = "ann-course-kit"
_KERNEL_SIDE = "autograder.nbgrader_plugin.in_kernel"
_installed: dict[str, ModuleType] = {}  # the installed kit's modules, loaded once


def points(task: str) -> float:
    """What this notebook's function earns; prints what the checks found.

    Where the checks can't run, inf: nbgrader refuses it, so that nobody gets a zero for it.
    """
    student = namespace()
    try:
        with _installed_kit():
            kernel: Any = importlib.import_module(_KERNEL_SIDE)
            earned: float = kernel.points(task, student, language())
    except Exception as why:
        print(f"{task}: the checks can't run here ({type(why).__name__}: {why})")
        return math.inf
    return earned


@contextmanager
def _installed_kit() -> Iterator[None]:
    """While it lasts, `autograder` is the installed kit's."""
    home = _home()
    own = sys.modules["autograder"].__file__
    if own is not None and Path(own).resolve().parent == home / "autograder":
        yield
        return
    beside, path = _take_out(), list(sys.path)
    sys.modules.update(_installed)
    sys.path.insert(0, str(home))
    try:
        yield
    finally:
        _installed.update(_take_out())
        sys.modules.update(beside)
        sys.path[:] = path


def _take_out() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.partition(".")[0] == "autograder"]
    return {name: sys.modules.pop(name) for name in names}


def _home() -> Path:
    """The folder that holds the installed kit. Raises PackageNotFoundError when there is none."""
    kit = importlib.metadata.distribution(_DISTRIBUTION)
    origin = json.loads(kit.read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        address = urllib.parse.urlparse(origin["url"]).path
        return Path(urllib.request.url2pathname(address)).resolve()
    return Path(str(kit.locate_file(""))).resolve()
