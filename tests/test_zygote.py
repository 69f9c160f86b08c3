"""Warm processes start, end and start again, and nothing of a grading outlives it."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
import small_course
from attack_class import COMMAND
from conftest import HOME, SECRET, Grade, submission
from test_sandbox import OPTIONS, call, loaded

from autograder.course import Course
from autograder.grading import class_run
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.remote import RemoteStudent
from autograder.grading.result import encode, without_timing
from autograder.grading.sandboxes import Sandboxes
from autograder.grading.store import Folder
from autograder.sandbox import lockdown
from autograder.sandbox.process import SandboxError
from autograder.sandbox.warm_process import Zygote, environment

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
RIGHT = small_course.SOLUTION
_SET_CHILD_SUBREAPER = 36


def test_a_second_thread_before_the_fork_is_an_error(tmp_path: Path) -> None:
    code = (
        "import threading\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "from autograder.sandbox import zygote\n"
        "try: zygote._require_one_thread()\n"
        "except RuntimeError as error: print(error)"
    )
    command, one_thread = [sys.executable, "-c", code], {**os.environ, **environment()}
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=one_thread)
    assert ran.stdout == "the warm process has 2 threads instead of one\n"


def test_what_no_cell_names_is_never_imported(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(HOME / "tests")!r})
from conftest import submission
from autograder import course
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
loaded = course.load(Path({str(HOME)!r}))
sandboxes = Sandboxes(loaded.limits)
judge = Judge(loaded, b"x", GradingOptions(), sandboxes)
for each in loaded.assignments:
    if not each.torch:
        judge.prepare(each.name)
        judge.grade(submission(each.name, "x = 1"))
pids = [zygote.pid for zygote in sandboxes._zygotes.values()]
maps = "".join(Path(f"/proc/{{pid}}/maps").read_text() for pid in pids)
print(len(pids), "torch" in sys.modules, "libtorch" in maps, "matplotlib" in maps)
judge.grade(submission("forward", "import matplotlib.pyplot"))
pids = [zygote.pid for zygote in sandboxes._zygotes.values()]
print(["matplotlib" in Path(f"/proc/{{pid}}/maps").read_text() for pid in pids])
sandboxes.close()
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert ran.stdout == "1 False False False\n[False, True]\n", ran.stderr


def test_a_zygote_that_was_killed_is_started_again(tmp_path: Path) -> None:
    zygote = Zygote(OPTIONS, tmp_path)
    loaded(zygote, "").kill()
    first = zygote.pid
    assert first
    os.kill(first, signal.SIGKILL)
    child = loaded(zygote, "def f():\n    return 5")
    assert (call(child), zygote.pid != first) == (5, True)
    child.kill()
    zygote.close()


@pytest.mark.parametrize("whose", ["the zygote", "the child"])
def test_a_process_ended_from_outside_costs_the_student_nothing(
    small_judge: Judge, sandboxes: Sandboxes, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    """It is ended in the middle of a submission with a mistake, so with repeats."""
    cells = submission("small", RIGHT, "def double(x):\n    return 3 * x")
    undisturbed = small_judge.grade(cells)
    asked: list[int] = []
    ask = RemoteStudent._ask

    def ending(self: RemoteStudent, *arguments: object) -> object:
        asked.append(1)
        if len(asked) == 5:
            pid, child = sandboxes._zygotes["numpy"].pid, self._child
            assert pid and child
            os.kill(pid if whose == "the zygote" else child.pid, signal.SIGKILL)
            assert select.select([child._pidfd], [], [], 10)[0]  # it ends with its zygote
        return ask(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(RemoteStudent, "_ask", ending)
    result = small_judge.grade(cells)
    assert len(asked) > 10
    assert without_timing(encode(result)) == without_timing(encode(undisturbed))


@pytest.mark.parametrize(
    ("number", "jobs"),
    [
        (signal.SIGINT, 1),
        (signal.SIGKILL, 2),
        pytest.param(signal.SIGKILL, 1, marks=pytest.mark.slow),
        pytest.param(signal.SIGINT, 2, marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, 2, marks=pytest.mark.slow),
    ],
)
def test_nothing_outlives_the_judge(tmp_path: Path, number: signal.Signals, jobs: int) -> None:
    small_course.write(tmp_path / "course")
    for name in ("one", "other"):
        folder = tmp_path / "submissions" / name
        folder.mkdir(parents=True)
        (folder / "small.py").write_text("import threading\nthreading.Event().wait(60)")
    command = [
        COMMAND, "--course", tmp_path / "course", "grade", tmp_path / "submissions",
        "--out", tmp_path / "results", "--jobs", str(jobs),
    ]  # fmt: skip
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # orphans become this process's own
    mine = set(below(os.getpid(), deep=False))
    process = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c
    )
    end = time.monotonic() + 120
    while len(below(process.pid)) < 2 * jobs + (jobs > 1) * jobs:
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(number)
    _output, errors = process.communicate(timeout=60)
    while (left := set(below(os.getpid(), deep=False)) - mine) and time.monotonic() < end:
        reap(left)
        time.sleep(0.05)
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    assert left == set()
    if number == signal.SIGINT:
        stands = "the results written so far stand; the same command goes on from there"
        assert errors == f"autograder: stopped; {stands}\n"
    assert not list((tmp_path / "results").glob("*/*.json"))


def hear_ctrl_c() -> None:
    """What a shell starts in the background would not, nor what that starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def below(parent: int, deep: bool = True) -> list[int]:
    """The processes that this one has started, and, if `deep`, those that they have."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(process.name))
            found += below(int(process.name)) if deep else []
    return found


def reap(pids: set[int]) -> None:
    for pid in pids:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            continue


def test_a_sandbox_that_does_not_start_is_one_line(
    small: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    (tmp_path / "class" / "kim").mkdir(parents=True)
    (tmp_path / "class" / "kim" / "small.py").write_text(RIGHT, encoding="utf-8")
    request = class_run.GradingRequest(
        small, SECRET, GradingOptions(), tmp_path / "class", tmp_path / "out", jobs=1
    )
    with pytest.raises(SandboxError) as caught:
        class_run.run(request, lambda _standing: None, Folder(request.out))
    assert str(caught.value) == "the sandbox does not start: it ended at once"
    assert not list((tmp_path / "out").rglob("*.*"))


def test_a_child_that_can_not_be_locked_is_never_run(tmp_path: Path) -> None:
    unlockable = Zygote(msgspec.structs.replace(OPTIONS, without=("no such layer",)), tmp_path)
    with pytest.raises(SandboxError) as caught:
        unlockable.child(0)
    unlockable.close()
    assert "\n" not in str(caught.value)


def test_no_descriptor_is_lost_over_many_submissions(grade_small: Grade) -> None:
    crash = "import os\ndef double(x):\n    os._exit(1)"
    bad = "import os\nos._exit(1)"
    for cell in (RIGHT, crash, bad):
        grade_small(cell)
    before = list(Path("/proc/self/fd").iterdir())
    for number in range(15):
        grade_small((RIGHT, crash, bad)[number % 3])
    assert len(list(Path("/proc/self/fd").iterdir())) <= len(before)
