"""Runs nbgrader's own generate_assignment in a process of its own and gives what came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_SCRIPT = """
import json, logging, sys
logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
root, names, settings = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
for name in names:
    config = Config(settings)
    config.CourseDirectory.root = root
    config.CourseDirectory.assignment_id = name
    config.GenerateAssignment.no_database = True  # making a gradebook takes longer than all else
    config.SaveCells.enabled = False
    GenerateAssignment(coursedir=CourseDirectory(config=config), config=config).start()
"""


class Generated(NamedTuple):
    notebooks: dict[str, bytes]
    log: str  # warnings and errors


def generate(
    folder: Path, sources: Mapping[str, bytes], settings: Mapping[str, object]
) -> Generated:
    """What nbgrader releases for these instructor's notebooks, one assignment each."""
    for name, content in sources.items():
        (folder / "source" / name).mkdir(parents=True)
        (folder / "source" / name / f"{name}.ipynb").write_bytes(content)
    environment = os.environ | {"HOME": str(folder)}  # Jupyter looks into it
    arguments = [str(folder), json.dumps(list(sources)), json.dumps(settings)]
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *arguments],
        env=environment, cwd=folder, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    released = {
        name: (folder / "release" / name / f"{name}.ipynb").read_bytes() for name in sources
    }
    return Generated(released, done.stderr)
