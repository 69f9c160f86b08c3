"""What `check` says of a notebook's state, in IPython as a kernel runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from autograder.course import Course
from autograder.release import bundle

# Runs cells in IPython, each with its id, and says what the last check cell showed: a line of
# scenarios in, a line of text out. A cell "SAVE: …" stands for a save of the notebook with this
# text in the task's cell; every scenario begins as after a start of the kernel.
_RUN = """
import contextlib, io, json, os, sys, time
sys.path.insert(0, "")
from pathlib import Path
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shown = []
shell.display_pub.publish = lambda data, *_, **__: shown.append(data["text/plain"])
file = Path("small.ipynb")
fresh, answers = file.read_bytes(), sys.stdout
from autograder.selfcheck import cell_calls
for line in sys.stdin:
    shell.reset()
    cell_calls._state._runs.clear()
    file.write_bytes(fresh)
    os.utime(file, (0, 0))
    with contextlib.redirect_stdout(io.StringIO()):
        for id, code in json.loads(line):
            if code.startswith("SAVE: "):
                notebook = json.loads(fresh)
                [cell] = [each for each in notebook["cells"] if each["id"] == id]
                cell["source"] = code.removeprefix("SAVE: ")
                file.write_text(json.dumps(notebook), encoding="utf-8")
                os.utime(file, (time.time() + 5, time.time() + 5))
            else:
                shell.run_cell(code, cell_id=id)
    print(json.dumps(shown[-1]), file=answers, flush=True)
"""
SETUP = ("small-00", "import numpy as np\nfrom autograder.selfcheck import check, ready")
STUB = 'def double(x):\n    """Twice x."""\n    raise NotImplementedError\n'
RIGHT = 'def double(x):\n    """Twice x."""\n    return 2 * x\n'
TASK, CHECK = "small-task-double", ("small-check-double", 'check("double")')
Said = Callable[..., str]


@pytest.fixture(scope="module")
def said(small: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Said]:
    """What the last check says after these cells."""
    folder = tmp_path_factory.mktemp("folder")
    for name, content in bundle.files(small, "en").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)

    with subprocess.Popen(
        [sys.executable, "-c", _RUN], cwd=folder, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as kernel:  # fmt: skip
        assert kernel.stdin is not None and kernel.stdout is not None
        asks, answers = kernel.stdin, kernel.stdout

        def run(*cells: tuple[str, str]) -> str:
            print(json.dumps([SETUP, *cells, CHECK]), file=asks, flush=True)
            return " ".join(json.loads(answers.readline()).split())

        yield run
        asks.close()


def test_a_stub_is_not_started_and_a_right_function_right(said: Said) -> None:
    assert said((TASK, STUB)) == "· double: not started"
    assert said((TASK, STUB), (TASK, RIGHT)).startswith("✓ double: visible checks: 1 of 1")


def test_a_cell_that_could_not_be_read_is_not_not_started(said: Said) -> None:
    text = said((TASK, STUB), CHECK, (TASK, "def double(x):\n    return (2 * x\n"))
    assert "cell of `double` stopped when it last ran: SyntaxError" in text
    assert "line 2" in text


def test_a_cell_that_stopped_before_the_function_is_named(said: Said) -> None:
    text = said((TASK, STUB), (TASK, f"import nothing_of_this_name\n{RIGHT}"))
    assert "stopped when it last ran: ModuleNotFoundError: No module" in text


def test_a_cell_that_stopped_after_the_function_is_no_matter(said: Said) -> None:
    assert said((TASK, f"{RIGHT}\n1 / 0")).startswith("✓ double")


def test_a_cell_that_was_changed_and_not_run(said: Said) -> None:
    text = said((TASK, STUB), (TASK, f"SAVE: {RIGHT}"))
    assert "`double` was changed after its last run" in text
    assert said((TASK, RIGHT), (TASK, f"SAVE: {RIGHT}")).startswith("✓ double")


def test_code_beside_the_raise(said: Said) -> None:
    for text in (
        said((TASK, f"{STUB}    return 2 * x")),
        said((TASK, "def double(x):\n    y = 2 * x\n    raise NotImplementedError()\n")),
    ):
        assert "`raise NotImplementedError` is still there" in text


def test_a_function_that_was_renamed(said: Said) -> None:
    renamed = RIGHT.replace("double", "doubled")
    for cells in (
        [(TASK, renamed)],
        [(TASK, STUB), (TASK, renamed)],
        [(TASK, f"{STUB}    return x"), (TASK, renamed)],
        [("", STUB), ("", renamed)],
        [("", renamed)],
    ):
        assert "`doubled` stands where `double` is asked for" in said(*cells)


def test_a_cell_that_was_not_run_yet(said: Said) -> None:
    assert "has not run since the kernel started" in said()


@pytest.mark.parametrize(
    "code", ["double = lambda x: 2 * x", "def f(x):\n    return 2*x\ndouble = f"]
)
def test_other_ways_of_defining_a_function_are_fine(said: Said, code: str) -> None:
    assert said((TASK, STUB), (TASK, code)).startswith("✓ double")


def test_a_package_that_is_missing(said: Said) -> None:
    text = said((TASK, "def double(x):\n    import nothing_of_this_name\n    return x"))
    assert "Run `%pip install nothing_of_this_name` in a cell" in text
    assert "raise" not in text


def test_a_later_function_waits_for_the_one_it_calls(said: Said) -> None:
    half = ("small-task-half", 'def half(x):\n    return double(x) / 4\n\ncheck("half")')
    quiet = ("", "check = print")
    assert "`half` calls `double`, which is not right yet" in said((TASK, STUB), half, quiet)
    assert said((TASK, RIGHT), half, quiet).startswith("✓ half")


def test_a_notebook_is_packed_when_it_is_saved(said: Said) -> None:
    last = ("", 'from autograder.selfcheck import hand_in\nhand_in("small", finished=True)')
    quiet = ("", "check = print")
    assert "This notebook is not saved." in said((TASK, RIGHT), last, quiet)
    packed = said((TASK, RIGHT), (TASK, f"SAVE: {RIGHT}"), last, quiet)
    assert "hand-in.zip holds small.ipynb, steps.ipynb." in packed
