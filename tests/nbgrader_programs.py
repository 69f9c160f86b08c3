"""The programs `nbgrader` and `autograder`, each run in a process of its own that starts at once.

To import nbgrader takes four seconds of processor time, ten times what most of its commands need.
So one process imports it, and every command is a fork of that one.
"""

from __future__ import annotations

import atexit
import importlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

MAINS: Final = {
    "nbgrader": "nbgrader.apps.nbgraderapp",  # module whose `main` the program is
    "autograder": "autograder.cli",
}
_SECONDS: Final = 500
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(
    [
        *MAINS.values(),
        "autograder.nbgrader_plugin.preprocessor",
        "autograder.nbgrader_plugin.normalise",
        "autograder.nbgrader_plugin.recording",
        "autograder.nbgrader_plugin.course_folder",
        __name__,
    ]
)


def run(
    program: str,
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    merged: bool = False,
) -> subprocess.CompletedProcess[str]:
    """What the program comes to in this folder: its exit code, and what it says.

    `merged`: errors in between the rest, as on a terminal.
    """
    with tempfile.TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "out" if merged else "err")
        process = _processes.Process(
            target=_main, args=(program, list(arguments), folder, dict(environment), out, err)
        )
        process.start()
        process.join(_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
        code = process.exitcode
        process.close()
        assert code is not None
        said = out.read_text(encoding="utf-8")
        errors = "" if merged else err.read_text(encoding="utf-8")
    return subprocess.CompletedProcess([program, *arguments], code, said, errors)


def _main(
    program: str,
    arguments: list[str],
    folder: Path,
    environment: dict[str, str],
    out: Path,
    err: Path,
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for descriptor, file in ((1, out), (2, err)):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    sys.argv = [program, *arguments]
    try:
        importlib.import_module(MAINS[program]).main()
    finally:
        atexit._run_exitfuncs()  # a process of multiprocessing leaves without them
