"""A locked child as the judge meets it: what it is, and what a call of its functions comes to."""

from __future__ import annotations

import contextlib
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_course
from conftest import HOME, earned, solution, submission

from autograder.grading.judge import Judge
from autograder.sandbox import lockdown, wire
from autograder.sandbox.connection import Deadline
from autograder.sandbox.process import Child
from autograder.sandbox.warm_process import Zygote
from autograder.sandbox.zygote_options import Options
from autograder.values.findings import Ended, Finding

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
OPTIONS = Options(control=-1, up_to="numpy", nesting=16, cpu_seconds=60, memory_bytes=1 << 30)
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
        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH",
        "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONNOUSERSITE", "PYTHONUTF8", "TZ",
    }  # fmt: skip
    assert value_of(zygote, "(os.getcwd(), sys.argv, sys.orig_argv)", "import os, sys") == (
        "('/', [''], [''])"
    )


def test_nothing_of_the_kit_can_be_imported(zygote: Zygote) -> None:
    names = [
        "assignments", "assignments.chapter", "solutions", "solutions.forward.checks",
        "autograder.checks", "autograder.grading.judge", "autograder.sandbox.wire",
        "autograder.selfcheck.plugin", "autograder.values.plain",
    ]  # fmt: skip
    set_up = f"""
import importlib, sys
def found(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return [each for each in sys.modules if each == name]
sys.path[:0] = [{str(HOME)!r}]
"""
    assert value_of(zygote, f"[found(name) for name in {names}]", set_up) == str([[]] * len(names))


def test_the_self_check_is_there_and_does_nothing(zygote: Zygote) -> None:
    set_up = """
from autograder.selfcheck import check, pictures, ready, say
import autograder.selfcheck.pictures
pictures.style()
check("f")
"""
    shown = "(ready('f'), say(ko='가', en='a'), pictures.BLUE)"
    assert value_of(zygote, shown, set_up) == "(False, 'a', '#000000')"
    child = zygote.child(1 << 16)
    cell = "from autograder.selfcheck import say\nprint(say(ko='가', en='a'))"
    child.load(wire.Load([cell], [], "ko"), 5, 5, math.inf)
    assert child.take_printed().decode() == "가\n"
    child.kill()


def test_the_kernel_ends_a_child_first_when_memory_is_short(zygote: Zygote) -> None:
    child = zygote.child(0)
    assert Path(f"/proc/{child.pid}/oom_score_adj").read_text() == "1000\n"
    child.kill()


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


MOST_GRANTED = "autograder.sandbox.connection._MOST_GRANTED"
LOOPS = 2 * 10**7  # long beside a single wait for a processor


def test_time_on_a_busy_machine_does_not_count(
    zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One processor for the child and three others: it gets a quarter of the time, or less."""
    child = loaded(zygote, "def f(n):\n    for _ in range(n):\n        pass\n    return 1.0")
    call(child, LOOPS)
    before = processor_seconds(child)
    call(child, LOOPS)
    enough = 3 * (processor_seconds(child) - before)  # a shared core may be slower, too
    with among_busy_processes(child.pid):
        monkeypatch.setattr(MOST_GRANTED, 100)  # how small its share is hangs on the machine
        assert call(child, LOOPS, seconds=enough) == 1.0
        monkeypatch.setattr(MOST_GRANTED, 0)
        with pytest.raises(Ended):
            call(child, LOOPS, seconds=enough)


def test_time_in_which_the_judge_waits_does_not_count(
    zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The judge has a quarter of a processor for what it is asked, or less, as above."""
    child = loaded(zygote, "def f(g):\n    return g()")

    def answer(_asked: wire.Asked) -> wire.Answered:
        for _ in range(LOOPS):
            pass
        return wire.Answered(1.0)

    def ask(seconds: float) -> wire.Reply:
        def request(number: int) -> wire.Request:
            return wire.Call(number, "f", [wire.Function(0, "g")])

        return child.ask(request, seconds, math.inf, answer)

    before = time.thread_time()
    ask(20)
    enough = 3 * (time.thread_time() - before)
    with among_busy_processes(0):
        monkeypatch.setattr(MOST_GRANTED, 100)
        assert isinstance(ask(enough), wire.Returned)
        monkeypatch.setattr(MOST_GRANTED, 0)
        with pytest.raises(Ended):
            ask(enough)


@contextlib.contextmanager
def among_busy_processes(pid: int) -> Iterator[None]:
    """Let the process, 0 for this one, share a processor with three others.

    Each of them is in a session of its own: the kernel shares time among sessions.
    """
    before = os.sched_getaffinity(pid)
    core = min(before)
    os.sched_setaffinity(pid, {core})
    with contextlib.ExitStack() as stack:
        if not pid:
            stack.callback(os.sched_setaffinity, pid, before)
        for _ in range(3):
            busy = subprocess.Popen([sys.executable, "-c", "while 1: 1"], start_new_session=True)
            other = stack.enter_context(busy)
            stack.callback(other.kill)
            os.sched_setaffinity(other.pid, {core})
        yield


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
    deadline = Deadline(1.0, 20.0, lambda: counted[0], counted[0])
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


def test_a_function_answers_in_the_main_thread_alone(small_judge: Judge) -> None:
    threaded = """
import threading
def slope(f, x):
    answers = []
    for place in (x + 1, x):
        thread = threading.Thread(target=lambda: answers.append(f(place)))
        thread.start()
        thread.join()
    return answers[0] - answers[1]
"""
    result = small_judge.grade(submission("steps", solution("steps", small_course.HOME), threaded))
    assert earned(result) == {"direction": 20, "slope": 0, "walk": 40}
