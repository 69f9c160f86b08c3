"""Zygote and children as the judge meets them: what they are, how they start and end."""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from attack_class import (
    COMMAND,
    HOME,
    hand_in_honestly,
    make_course,
)
from conftest import Grade, solution

from autograder import grade as grading
from autograder.checks.support.findings import Ended, Finding
from autograder.course import Course
from autograder.judge.judge import Judge, Terms
from autograder.judge.remote import RemoteStudent
from autograder.result import Result
from autograder.sandbox import lockdown, wire
from autograder.sandbox.connection import Deadline
from autograder.sandbox.process import Child, SandboxError, Zygote, environment
from autograder.sandbox.zygote import Options
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
FORWARD = solution("forward")
OPTIONS = Options(control=-1, torch=False, nesting=16, cpu_seconds=60, memory_bytes=1 << 30)
GRACE = 3.0


@pytest.fixture(scope="module")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    zygote = Zygote(OPTIONS, tmp_path_factory.mktemp("cache"))
    yield zygote
    zygote.close()


def loaded(zygote: Zygote, *cells: str, output_bytes: int = 1 << 16) -> Child:
    child = zygote.child(output_bytes)
    child.load(wire.Load(list(cells), ["f"]), 20, 20, math.inf)
    return child


def call(child: Child, *arguments: wire.Data, seconds: float = 5) -> wire.Data:
    """What `f(*arguments)` returns in the child. Raises Ended."""

    def request(number: int) -> wire.Request:
        return wire.Call(number, "f", list(arguments))

    reply = child.ask(request, seconds, math.inf)
    assert isinstance(reply, wire.Returned), reply
    return reply.value


def value_of(zygote: Zygote, expression: str, set_up: str = "") -> str:
    child = loaded(zygote, f"{set_up}\ndef f():\n    return str({expression})")
    value = call(child)
    child.kill()
    assert isinstance(value, str)
    return value


# --- What a child is


def test_a_child_holds_four_descriptors_and_a_fixed_environment(zygote: Zygote) -> None:
    count = "[os.fstat(n) and n for n in range(64) if os.path.exists(f'/dev/null') and is_open(n)]"
    set_up = (
        "import os\ndef is_open(n):\n"
        "    try:\n        os.fstat(n)\n        return True\n"
        "    except OSError:\n        return False\n"
    )
    assert value_of(zygote, count, set_up) == "[0, 1, 2, 3]"
    names = value_of(zygote, "sorted(os.environ)", "import os")
    assert set(json.loads(names.replace("'", '"'))) <= {
        "HOME", "LANG", "LC_ALL", "MALLOC_ARENA_MAX", "MKL_NUM_THREADS", "MPLBACKEND",
        "OMP_NUM_THREADS", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS", "PATH",
        "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONNOUSERSITE", "PYTHONUTF8", "TZ",
    }  # fmt: skip
    assert value_of(zygote, "(os.getcwd(), sys.argv, sys.orig_argv)", "import os, sys") == (
        "('/', [''], [''])"
    )


@pytest.mark.parametrize(
    "name",
    ["autograder.checks.support", "autograder.sandbox.wire", "autograder.chapter", "solutions",
     "solutions.forward", "autograder.checks.hidden.test_forward", "autograder.selfcheck.local"],
)  # fmt: skip
def test_nothing_of_the_kit_can_be_imported(zygote: Zygote, name: str) -> None:
    set_up = f"""
import importlib, sys
def found(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return [each for each in sys.modules if each == name]
sys.path[:0] = [{str(HOME)!r}]
"""
    assert value_of(zygote, f"found({name!r})", set_up) == "[]"


def test_the_self_check_is_there_and_does_nothing(zygote: Zygote) -> None:
    set_up = """
from autograder.selfcheck import check, pictures, ready, say
import autograder.selfcheck.pictures
pictures.style()
check("f")
"""
    shown = "(ready('f'), say(ko='가', en='a'), pictures.BLUE, pictures.hangul_font())"
    assert value_of(zygote, shown, set_up) == "(False, 'a', '#000000', None)"
    child = zygote.child(1 << 16)
    cell = "from autograder.selfcheck import say\nprint(say(ko='가', en='a'))"
    child.load(wire.Load([cell], [], "ko"), 5, 5, math.inf)
    assert child.take_printed().decode() == "가\n"
    child.kill()


def test_the_kernel_ends_a_child_first_when_memory_is_short(zygote: Zygote) -> None:
    child = zygote.child(0)
    assert Path(f"/proc/{child.pid}/oom_score_adj").read_text() == "1000\n"
    child.kill()


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


def test_grading_without_torch_never_imports_it(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from autograder import course
from autograder.judge.judge import Judge, Terms
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed
loaded = course.load(Path({str(HOME)!r}))
judge = Judge(loaded, b"x", Terms())
for name in ("terms", "perceptron", "forward", "backprop", "update"):
    judge.grade(Submission("s", name, Handed(("x = 1",)), b"", ()))
zygotes = [zygote.pid for zygote in judge._zygotes.values()]
maps = "".join(Path(f"/proc/{{pid}}/maps").read_text() for pid in zygotes)
print(len(zygotes), "torch" in sys.modules, "libtorch" in maps)
judge.close()
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert ran.stdout == "1 False False\n", ran.stderr


# --- Starting, ending, starting again


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


def test_the_end_of_the_zygote_costs_the_student_nothing(course: Course, grade: Grade) -> None:
    judge = Judge(course, b"a secret for tests", Terms("en"))
    cells = (FORWARD, "_errors = output_errors\ndef output_errors(t, o):\n    return _errors(t, o)")
    submission = Submission(
        "student", "forward", Handed(cells), b"\0".join(map(str.encode, cells)), ()
    )
    judge.grade(submission)
    asked: list[int] = []
    ask = RemoteStudent._ask

    def ending(self: RemoteStudent, *arguments: object) -> object:
        asked.append(1)
        if len(asked) == 10:
            pid = judge._zygotes[False].pid
            assert pid
            os.kill(pid, signal.SIGKILL)
        return ask(self, *arguments)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RemoteStudent, "_ask", ending)
        result = judge.grade(submission)
    judge.close()
    assert len(asked) > 60
    assert same(result, grade("forward", *cells))


def same(one: Result, other: Result) -> bool:
    parts = (msgspec.json.encode(msgspec.structs.replace(each, timing={})) for each in (one, other))
    return len(set(parts)) == 1


@pytest.mark.parametrize(
    ("number", "jobs"),
    [(signal.SIGKILL, 1), (signal.SIGINT, 1), (signal.SIGKILL, 2), (signal.SIGINT, 2),
     (signal.SIGTERM, 2)],
)  # fmt: skip
def test_nothing_outlives_the_judge(tmp_path: Path, number: signal.Signals, jobs: int) -> None:
    make_course(tmp_path / "course", short=False, secret="x")
    for name in ("one", "other"):
        folder = tmp_path / "submissions" / name
        hand_in_honestly(folder, ["forward"])
        (folder / "forward.py").write_text("import threading\nthreading.Event().wait(60)")
    command = [
        COMMAND, "--course", tmp_path / "course", "grade", tmp_path / "submissions",
        "--out", tmp_path / "results", "--jobs", str(jobs),
    ]  # fmt: skip
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # orphans become this process's children
    mine = set(children())
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while len(grandchildren(process.pid)) < 2 * jobs + (jobs > 1) * jobs:
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(number)
    _output, errors = process.communicate(timeout=20)
    while (left := set(children()) - mine) and time.monotonic() < end:
        reap(left)
        time.sleep(0.05)
    ctypes.CDLL(None).prctl(36, 0, 0, 0, 0)
    assert left == set()
    assert (
        number != signal.SIGINT
        or errors == "autograder: stopped; the results written so far stand\n"
    )
    assert not list((tmp_path / "results").glob("*/*.json"))


def children() -> list[int]:
    return grandchildren(os.getpid(), deep=False)


def grandchildren(parent: int, deep: bool = True) -> list[int]:
    """The processes below this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(process.name))
            found += grandchildren(int(process.name)) if deep else []
    return found


def reap(pids: set[int]) -> None:
    for pid in pids:
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            continue


def test_a_sandbox_that_does_not_start_is_one_line(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    hand_in_honestly(tmp_path / "class" / "kim", ["forward"])
    order = grading.Order(course, b"x", Terms(), tmp_path / "class", tmp_path / "out", jobs=1)
    with pytest.raises(SandboxError) as caught:
        grading.run(order, lambda _done, _all: None)
    assert str(caught.value) == "the sandbox does not start: it ended at once"
    assert not list((tmp_path / "out").rglob("*.*"))


def test_a_child_that_can_not_be_locked_is_never_run(tmp_path: Path) -> None:
    zygote = Zygote(msgspec.structs.replace(OPTIONS, without=("no such layer",)), tmp_path)
    with pytest.raises(SandboxError) as caught:
        zygote.child(0)
    zygote.close()
    assert "\n" not in str(caught.value)


def test_no_descriptor_is_lost_over_many_submissions(grade: Grade) -> None:
    crash = "import os\ndef sigmoid(z):\n    os._exit(1)"
    bad = "import os\nos._exit(1)"
    for cells in ((FORWARD,), (crash,), (bad,)):
        grade("forward", *cells)
    before = list(Path("/proc/self/fd").iterdir())
    for number in range(30):
        grade("forward", ((FORWARD,), (crash,), (bad,))[number % 3][0])
    assert len(list(Path("/proc/self/fd").iterdir())) <= len(before)


# --- A call


def test_what_is_printed_comes_in_order_up_to_the_limit(zygote: Zygote) -> None:
    cells = ("import sys\nprint('one')\nprint('two', file=sys.stderr)", "print('x' * 10**6)")
    child = loaded(zygote, *cells, "def f():\n    print('later')", output_bytes=100)
    assert child.take_printed() == (b"one\ntwo\n" + b"x" * 92)
    call(child)
    assert child.take_printed() == b""
    child.kill()


def test_a_call_that_takes_too_long_is_ended(zygote: Zygote) -> None:
    child = loaded(zygote, "def f():\n    while True:\n        print('x', flush=True)")
    start = time.monotonic()
    with pytest.raises(Ended) as caught:
        call(child, seconds=0.5)
    assert caught.value.finding == Finding("timeout", {"seconds": 0.5})
    assert 0.5 <= time.monotonic() - start < 0.5 + GRACE
    assert not child.alive
    assert child.take_printed() == b""  # how much it was hangs on the clock


def test_time_on_a_busy_machine_does_not_count(
    zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One processor for the child and four others: it gets a fifth of the time."""
    child = loaded(zygote, "def f(n):\n    for _ in range(n):\n        pass\n    return 1.0")
    call(child, 10**7)
    before = processor_seconds(child)
    call(child, 10**7)
    enough = 1.5 * (processor_seconds(child) - before)
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(child.pid, {core})
    with contextlib.ExitStack() as stack:
        for _ in range(4):  # each in a session of its own: the kernel shares time among sessions
            busy = subprocess.Popen([sys.executable, "-c", "while 1: 1"], start_new_session=True)
            other = stack.enter_context(busy)
            stack.callback(other.kill)
            os.sched_setaffinity(other.pid, {core})
        assert call(child, 10**7, seconds=enough) == 1.0
        monkeypatch.setattr("autograder.sandbox.connection._MOST_GRANTED", 0)
        with pytest.raises(Ended):
            call(child, 10**7, seconds=enough)


def processor_seconds(child: Child) -> float:
    return int(Path(f"/proc/{child.pid}/schedstat").read_text().split()[0]) / 1e9


def test_questions_that_come_all_at_once_are_answered_under_the_clock(zygote: Zygote) -> None:
    questions = wire.encode(wire.Asked(1, 0, [])) * 200
    child = loaded(
        zygote,
        f"import os, threading\ndef f():\n    os.write(3, {questions!r})\n"
        "    threading.Event().wait(60)",
    )

    def slowly(_asked: wire.Asked) -> wire.Answered:
        time.sleep(0.05)
        return wire.Answered(None)

    start = time.monotonic()
    with pytest.raises(Ended) as caught:
        child.ask(lambda number: wire.Call(number, "f", []), 0.5, start + 0.5, slowly)
    assert caught.value.outcome == "timeout"
    assert time.monotonic() - start < 0.5 + GRACE


def test_what_is_granted_ends_with_the_submissions_time(zygote: Zygote) -> None:
    child = loaded(zygote, "def f():\n    while True:\n        pass")
    start = time.monotonic()
    with pytest.raises(Ended) as caught:
        child.ask(lambda number: wire.Call(number, "f", []), 30, time.monotonic() + 0.5)
    assert caught.value.finding == Finding("no_time")
    assert time.monotonic() - start < 0.5 + GRACE


@pytest.mark.parametrize(("waited", "left"), [(0, 0), (0.4, 0.4), (100, 4)])
def test_a_deadline_grants_what_was_waited_up_to_four_times_the_limit(
    monkeypatch: pytest.MonkeyPatch, waited: float, left: float
) -> None:
    now, counted = [10.0], [7.0]
    monkeypatch.setattr("autograder.sandbox.connection.time.monotonic", lambda: now[0])
    deadline = Deadline(1.0, 20.0, lambda: counted[0])
    assert deadline.left() == 1
    now[0], counted[0] = 11.0, 7.0 + waited
    assert deadline.left() == pytest.approx(left)
    now[0] = 20.0
    assert deadline.left() <= 0


def test_a_second_answer_fails_the_next_call(zygote: Zygote) -> None:
    double = (
        "import os\nwrite = os.write\n"
        "def twice(place, data):\n    write(place, data)\n    return write(place, data)\n"
        "def f():\n    os.write = twice\n    return 1"
    )
    child = loaded(zygote, double)
    assert call(child) == 1
    time.sleep(0.05)
    with pytest.raises(Ended) as caught:
        call(child)
    assert (caught.value.outcome, caught.value.finding.code) == ("refused", "wire")


def test_a_function_answers_in_the_main_thread_alone(grade: Grade) -> None:
    threaded = """
import threading
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        slopes = []
        thread = threading.Thread(target=lambda: slopes.append(gradient(w)))
        thread.start()
        thread.join()
        w = w - lr * slopes[0]
    return w
"""
    result = grade("update", solution("update"), threaded)
    descend = next(task for task in result.tasks if task.name == "descend")
    assert descend.earned == 0
    assert result.score == 80
