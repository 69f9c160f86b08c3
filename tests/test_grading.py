"""What a grade is: points, states, carried mistakes, the gate of visible checks, notes."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

import msgspec
import pytest
from conftest import Grade, solution

from autograder.judge.judge import Judge
from autograder.result import MAX_BYTES, Result, TaskResult, decode, encode
from autograder.submission.folder import Submission, note
from autograder.submission.reading import Handed

FORWARD = solution("forward")
ENDLESS = "def sigmoid(z):\n    while True:\n        pass\n"


def task(result: Result, name: str) -> TaskResult:
    return next(each for each in result.tasks if each.name == name)


def cells_in(notes: Iterable[str]) -> list[int]:
    """The numbers of the cells that the notes name."""
    return [int(found[1]) for note in notes if (found := re.search(r"cell (\d+)", note, re.I))]


def earned(result: Result) -> dict[str, float]:
    return {each.name: each.earned for each in result.tasks}


@pytest.mark.parametrize("name", ["terms", "perceptron", "forward", "backprop", "update", "xor"])
def test_solutions_get_every_point(grade: Grade, name: str) -> None:
    result = grade(name, solution(name))
    lost = [c.message for t in result.tasks for c in t.checks if c.earned < c.points]
    assert (result.score, lost) == (100, [])
    assert all(each.state == "passed" for each in result.tasks)


def test_empty_notebook_has_every_task_missing(grade: Grade) -> None:
    result = grade("forward", "")
    assert result.score == 0
    assert {each.state for each in result.tasks} == {"missing"}


def test_stub_is_not_started(grade: Grade) -> None:
    result = grade("forward", FORWARD, "def sigmoid(z):\n    raise NotImplementedError\n")
    assert task(result, "sigmoid").state == "not started"
    assert task(result, "sigmoid").earned == 0


@pytest.mark.parametrize(
    "forward",
    [
        "def forward(V, W, x):\n    h = sigmoid(V @ x)\n    return h, sigmoid(W @ h)",
        "act = sigmoid\ndef forward(V, W, x):\n    h = act(V @ x)\n    return h, act(W @ h)",
        "def forward(V, W, x, f=sigmoid):\n    h = f(V @ x)\n    return h, f(W @ h)",
        "fast = np.vectorize(sigmoid)\n"
        "def forward(V, W, x):\n    h = fast(V @ x)\n    return h, fast(W @ h)",
        "def outer(f):\n    def forward(V, W, x):\n        h = f(V @ x)\n"
        "        return h, f(W @ h)\n    return forward\nforward = outer(sigmoid)",
        "class Net:\n    act = staticmethod(sigmoid)\n    def __call__(self, V, W, x):\n"
        "        h = self.act(V @ x)\n        return h, self.act(W @ h)\nforward = Net()",
        "def forward(V, W, x):\n    h = [sigmoid(z) for z in V @ x]\n"
        "    return h, [sigmoid(z) for z in W @ np.array(h)]",
    ],
)
def test_right_forward_on_a_wrong_sigmoid_keeps_its_points(grade: Grade, forward: str) -> None:
    wrong = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))\n"
    result = grade("forward", FORWARD, wrong, forward)
    assert earned(result) == earned(grade("forward", FORWARD)) | {"sigmoid": 0}
    checks = task(result, "forward").checks
    assert {c.finding.code for c in checks if c.finding} == {"carried"}
    assert any("sigmoid" in check.message for check in checks)


def test_wrong_formula_repeated_inside_is_charged_again(grade: Grade) -> None:
    wrong = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))\n"
    forward = (
        "def forward(V, W, x):\n    h = 1 / (1 + np.exp(V @ x))\n"
        "    return h, 1 / (1 + np.exp(W @ h))"
    )
    result = grade("forward", FORWARD, wrong, forward)
    assert (task(result, "sigmoid").earned, task(result, "forward").earned) == (0, 0)


def test_blank_task_is_not_paid_through_its_stand_in(grade: Grade) -> None:
    blank = "def sigmoid(z):\n    raise NotImplementedError\n"
    cheat = (
        "seen = {}\n"
        "def forward(V, W, x):\n    h = sigmoid(V @ x)\n    seen['h'] = h\n"
        "    globals()['sigmoid'] = lambda z: h\n    return h, sigmoid(W @ h)"
    )
    result = grade("forward", FORWARD, blank, cheat)
    assert task(result, "sigmoid").earned == 0
    assert task(result, "sigmoid").state == "not started"


def test_numbers_of_the_book_earn_nothing(grade: Grade) -> None:
    typed = (
        "import numpy as np\n"
        "def weighted_sums(W, x):\n    return np.array([0.08, 0.11])\n"
        "def total_error(t, o):\n    return 0.02397190\n"
    )
    result = grade("forward", typed)
    assert result.score == 0
    visible = task(result, "total_error").checks[0]
    assert (visible.outcome, visible.earned) == ("passed", 0)
    assert visible.finding is not None and visible.finding.code == "visible_only"


@pytest.mark.parametrize("value", ["None", "0", "1", "True", "[]", "0.5", "(0, 0)", "'parameter'"])
@pytest.mark.parametrize("name", ["terms", "perceptron", "forward", "backprop", "update"])
def test_constant_answers_earn_nothing(grade: Grade, name: str, value: str) -> None:
    names = [t.name for t in grade(name, "").tasks]
    code = "\n".join(f"def {each}(*a, **k):\n    return {value}" for each in names)
    assert grade(name, code).score == 0


@pytest.mark.parametrize("position", [0, 1, 2, -1])
@pytest.mark.parametrize("name", ["terms", "perceptron", "forward", "backprop", "update"])
def test_returning_an_argument_earns_nothing(grade: Grade, name: str, position: int) -> None:
    names = [t.name for t in grade(name, "").tasks]
    code = "\n".join(f"def {each}(*a):\n    return a[{position}]" for each in names)
    assert grade(name, code).score == 0


def test_last_callable_counts(grade: Grade) -> None:
    result = grade("forward", FORWARD, "sigmoid = 0.5", "for forward in range(3):\n    pass")
    assert result.score == 100
    assert [note.split()[0] for note in result.notes] == ["`sigmoid`", "`forward`"]


def test_rebinding_within_the_cell_of_the_definition(grade: Grade) -> None:
    numeric = "\nimport numpy as np\ntotal_error = total_error(np.ones(1), np.zeros(1))\n"
    assert grade("forward", FORWARD + numeric).score == 100


def test_endless_loop_costs_its_task_alone(grade: Grade) -> None:
    result = grade("forward", FORWARD, ENDLESS)
    assert earned(result) == earned(grade("forward", FORWARD)) | {"sigmoid": 0}
    outcomes = {check.outcome for check in task(result, "sigmoid").checks}
    assert outcomes == {"timeout"}
    codes = [check.finding.code for check in task(result, "sigmoid").checks if check.finding]
    assert codes.count("timeout") == 2
    assert result.timing["total"] < 60


def test_crash_costs_its_task_alone(grade: Grade) -> None:
    crash = "import os\ndef output_errors(t, o):\n    os._exit(3)\n"
    result = grade("forward", FORWARD, crash)
    assert earned(result) == earned(grade("forward", FORWARD)) | {"output_errors": 0}
    assert {c.outcome for c in task(result, "output_errors").checks} == {"crashed"}


def test_cell_that_kills_the_process_is_left_out(grade: Grade) -> None:
    result = grade("forward", "import os\nos._exit(0)", FORWARD, "import os\nos.abort()")
    assert result.score == 100
    assert cells_in(note for note in result.notes if "ended the process" in note) == [1, 3]


def test_error_in_a_cell_ends_that_cell_alone(grade: Grade) -> None:
    result = grade("forward", "raise SystemExit", "def broken(:", FORWARD, "1 / 0")
    assert result.score == 100
    assert len(result.notes) == 3


def test_output_is_kept_up_to_the_first_hidden_check(grade: Grade) -> None:
    noisy = (
        "print('loading')\n_old = total_error\n"
        "def total_error(t, o):\n    print('asked', len(t), float(t[0]))\n    return _old(t, o)\n"
    )
    result = grade("forward", FORWARD, noisy)
    assert result.score == 100
    lines = result.output.splitlines()
    assert lines[0] == "loading"
    visible = [c for c in task(result, "total_error").checks if c.visible]
    assert len(lines) == 1 + len(visible)


def test_hidden_checks_show_no_values(grade: Grade) -> None:
    telling = (
        "def total_error(t, o):\n    raise ValueError(str(t) + str(o))\n"
        "class Odd_name: pass\n"
        "def output_errors(t, o):\n    return type('T' + repr(t), (), {})()\n"
    )
    result = grade("forward", FORWARD, telling)
    for each in result.tasks:
        for check in each.checks:
            if not check.visible and check.finding is not None:
                assert check.finding.values == {}
                assert "[" not in check.message


def test_same_submission_gives_the_same_bytes(grade: Grade) -> None:
    noisy = (
        "import time, random, os, numpy as np\n"
        "print(time.time(), random.random(), np.random.rand(), os.urandom(2), object())\n"
        "print({'a', 'b', 'c'}, hash('a'), np.random.default_rng().random())\n"
    )
    results = [grade("forward", noisy, FORWARD) for _ in range(2)]
    one, other = (encode(msgspec.structs.replace(each, timing={})) for each in results)
    assert one == other
    assert decode(one).output.strip()


def test_magics_are_left_out_with_a_note(grade: Grade) -> None:
    cells = (
        "%matplotlib inline\n!pip install x\n?print\nfiles = !ls",
        "%%time\ntimed = 1",
        "%%bash\nexit 1",
        ">>> pasted = 1\n>>> assert timed == 1 and files == []",
        "import asyncio\nawait asyncio.sleep(0.01)\ndisplay(pasted)\nget_ipython().magic('x')",
        FORWARD,
    )
    result = grade("forward", *cells)
    assert result.score == 100
    assert cells_in(result.notes) == [1, 1, 1, 1, 2, 3]
    assert result.output == "1\n"


def test_notes_are_bounded_and_on_one_line_each(judge: Judge) -> None:
    file = "\x1b[2J\n\u202e\udcff" + "가" * 5000
    notes = tuple(note("other_file", file=file) for _ in range(3000))
    odd = Submission("n\nScore: 100\udcff", "forward", Handed(("1 / 0",)), b"", notes)
    for submission in (odd, dataclasses.replace(odd, handed=None)):
        result = judge.grade(submission)
        assert len(encode(result)) < MAX_BYTES
        assert result.student == "n\\x0aScore: 100\\udcff"
        assert len(result.notes) < 200
        assert all(each.isprintable() and len(each) < 1000 for each in result.notes)
        left_out = 3000 + (submission.handed is not None) - (len(result.notes) - 1)
        assert result.notes[-1] == f"{left_out} more notes are left out."


def test_a_note_quotes_an_error_on_one_line(grade: Grade) -> None:
    (quoted,) = grade("forward", "raise ValueError('one\\ntwo\\x1b[2J\\u2028three')").notes
    assert quoted.endswith("one two\\x1b[2J\\u2028three")


def test_input_raises_at_once(grade: Grade) -> None:
    result = grade("forward", "answer = input('?')", FORWARD)
    assert result.score == 100
    assert "EOFError" in result.notes[0]


@pytest.mark.parametrize(
    "value", ["np.bool_(z > 0)", "z > 0", "np.array(z > 0)", "np.array([z > 0])", "bool(z > 0)"]
)
def test_booleans_of_any_kind_stand_for_0_and_1(grade: Grade, value: str) -> None:
    code = f"def perceptron(x, w, b):\n    z = np.dot(x, w) + b\n    return {value}\n"
    assert grade("perceptron", solution("perceptron"), code).score == 100
