"""What a grade is: points, states, the gate of visible checks, notes, output."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

import msgspec
import pytest
import small_course
from conftest import Grade, earned, solution, submission, task

from autograder.grading.judge import Judge
from autograder.grading.result import MAX_BYTES, Result, decode, encode
from autograder.values.notes import note

RIGHT = small_course.SOLUTION
POINTS = {"double": 60, "half": 39.5, "same": 0.5}
TRIPLE = "def double(x):\n    return 3 * x\n"
BLANK = "def double(x):\n    raise NotImplementedError\n"
ENDLESS = "def double(x):\n    while True:\n        pass\n"


def cells_in(notes: Iterable[str]) -> list[int]:
    """The numbers of the cells that the notes name."""
    return [int(found[1]) for note in notes if (found := re.search(r"cell (\d+)", note, re.I))]


def test_a_solution_gets_every_point(grade_small: Grade) -> None:
    result = grade_small(RIGHT)
    assert (result.score, earned(result)) == (100, POINTS)
    assert all(each.state == "passed" for each in result.tasks)


def test_empty_notebook_has_every_task_missing(grade_small: Grade) -> None:
    result = grade_small("")
    assert result.score == 0
    assert {each.state for each in result.tasks} == {"missing"}


def test_stub_is_not_started(grade_small: Grade) -> None:
    double = task(grade_small(RIGHT, BLANK), "double")
    assert (double.state, double.earned) == ("not started", 0)


@pytest.mark.parametrize(
    "same",
    [
        "def same(x):\n    return half(double(x))",
        "twice = double\ndef same(x):\n    return half(twice(x))",
        "def same(x, twice=double):\n    return half(twice(x))",
        "twice = np.vectorize(double)\ndef same(x):\n    return half(twice(x))",
        "def outer(twice):\n    def same(x):\n        return half(twice(x))\n    return same\n"
        "same = outer(double)",
        "class Same:\n    twice = staticmethod(double)\n    def __call__(self, x):\n"
        "        return half(self.twice(x))\nsame = Same()",
        "def same(x):\n    return [half(double(each)) for each in x]",
    ],
)
def test_a_right_task_on_a_wrong_one_keeps_its_points(grade_small: Grade, same: str) -> None:
    result = grade_small(RIGHT, TRIPLE, same)
    assert earned(result) == POINTS | {"double": 0}
    [check] = task(result, "same").checks
    assert check.finding is not None and check.finding.code == "carried"
    assert "double" in check.message


def test_the_same_wrong_formula_repeated_inside_is_charged_once(grade_small: Grade) -> None:
    """Values can't tell it from a call."""
    result = grade_small(RIGHT, TRIPLE, "def same(x):\n    return half(3 * x)")
    assert earned(result) == POINTS | {"double": 0}


def test_another_wrong_formula_inside_is_charged_too(grade_small: Grade) -> None:
    result = grade_small(RIGHT, TRIPLE, "def same(x):\n    return half(5 * x)")
    assert earned(result) == POINTS | {"double": 0, "same": 0}


def test_blank_task_is_not_paid_through_its_substitute(grade_small: Grade) -> None:
    cheat = (
        "def same(x):\n    twice = double(x)\n    globals()['double'] = lambda x: twice\n"
        "    return half(double(x))"
    )
    double = task(grade_small(RIGHT, BLANK, cheat), "double")
    assert (double.state, double.earned) == ("not started", 0)


def test_numbers_that_visible_checks_show_earn_nothing(grade_small: Grade) -> None:
    result = grade_small(
        "def double(x):\n    return [2.0, 4.0]\ndef half(x):\n    return [0.5, 1.0]\n"
    )
    assert result.score == 0
    visible = task(result, "double").checks[0]
    assert (visible.outcome, visible.earned) == ("passed", 0)
    assert visible.finding is not None and visible.finding.code == "visible_only"


def test_the_visible_points_of_a_public_task_count_by_themselves(small_judge: Judge) -> None:
    result = small_judge.grade(submission("steps", "def direction(name):\n    return 1"))
    assert earned(result) == {"direction": 10, "slope": 0, "walk": 0}
    assert task(result, "direction").state == "partial"


def test_last_callable_counts(grade_small: Grade) -> None:
    result = grade_small(RIGHT, "double = 0.5", "for half in range(3):\n    pass")
    assert result.score == 100
    assert [note.split()[0] for note in result.notes] == ["`double`", "`half`"]


def test_rebinding_within_the_cell_of_the_definition(grade_small: Grade) -> None:
    assert grade_small(f"{RIGHT}\nsame = same(np.ones(2))\n").score == 100


def test_endless_loop_costs_its_task_alone(grade_small: Grade) -> None:
    result = grade_small(RIGHT, ENDLESS)
    assert earned(result) == POINTS | {"double": 0}
    assert {check.outcome for check in task(result, "double").checks} == {"timeout"}
    codes = [check.finding.code for check in task(result, "double").checks if check.finding]
    assert codes == ["timeout", "timeout", "not_run"]


def test_crash_costs_its_task_alone(grade_small: Grade) -> None:
    result = grade_small(RIGHT, "import os\ndef half(x):\n    os._exit(3)\n")
    assert earned(result) == POINTS | {"half": 0}
    assert {check.outcome for check in task(result, "half").checks} == {"crashed"}


def test_cell_that_kills_the_process_is_left_out(grade_small: Grade) -> None:
    result = grade_small("import os\nos._exit(0)", RIGHT, "import os\nos.abort()")
    assert result.score == 100
    assert cells_in(note for note in result.notes if "ended the process" in note) == [1, 3]


def test_of_a_cell_only_the_statement_is_left_out_that_ends_the_process(
    grade_small: Grade,
) -> None:
    kills = "import os\nif __name__ == '__main__':\n    os._exit(0)\n"
    result = grade_small(f"{kills}{RIGHT}")
    assert result.score == 100
    assert result.notes == [
        "Code cell 1: the statement in line 2 ended the process and was left out."
    ]
    below = grade_small(f"{RIGHT}\nhalf = double = None\n{kills}{RIGHT}")
    assert below.score == 100


def test_several_statements_may_stand_in_one_line(grade_small: Grade) -> None:
    result = grade_small(f"one = 1; two = one + 1; print(two)\n{RIGHT}\nthree = 3; four = 4")
    assert (result.score, result.notes) == (100, [])


def test_error_in_a_cell_ends_that_cell_alone(grade_small: Grade) -> None:
    result = grade_small("raise SystemExit", "def broken(:", RIGHT, "1 / 0")
    assert result.score == 100
    assert len(result.notes) == 3


def test_output_is_kept_up_to_the_first_hidden_check(grade_small: Grade) -> None:
    noisy = (
        "print('loading')\n_old = double\n"
        "def double(x):\n    print('asked', len(x))\n    return _old(x)\n"
    )
    result = grade_small(RIGHT, noisy)
    assert (result.score, result.output) == (100, "loading\nasked 2\n")


def test_hidden_checks_show_no_values(grade_small: Grade) -> None:
    telling = (
        "def double(x):\n    raise ValueError(str(x))\n"
        "def half(x):\n    return type('T' + repr(x), (), {})()\n"
    )
    hidden = [c for t in grade_small(telling).tasks for c in t.checks if not c.visible]
    assert all(check.finding is not None and not check.finding.values for check in hidden)
    assert not any("[" in check.message for check in hidden)


def test_same_submission_gives_the_same_bytes(grade_small: Grade) -> None:
    noisy = (
        "import time, random, os, numpy as np\n"
        "print(time.time(), random.random(), np.random.rand(), os.urandom(2), object())\n"
        "print({'a', 'b', 'c'}, hash('a'), np.random.default_rng().random())\n"
    )
    results = [grade_small(noisy, RIGHT) for _ in range(2)]
    one, other = (encode(msgspec.structs.replace(each, timing={})) for each in results)
    assert one == other
    assert decode(one).output.strip()


@pytest.mark.parametrize(
    "line", ["torch.set_default_dtype(torch.float64)", "torch.set_default_device('meta')"]
)
def test_the_checks_networks_do_not_hang_on_a_students_defaults(grade: Grade, line: str) -> None:
    points = earned(grade("xor", solution("xor"), f"import torch\n{line}"))
    assert (points["train"], points["predict"]) == (40, 15)


def test_torch_seeds_itself_the_same_way(grade: Grade) -> None:
    told = (
        "import torch\nprint(torch.seed(), torch.rand(1), torch.random.seed(), torch.randn(2))\n"
        "print(torch.default_generator.seed(), torch.rand(1), torch.initial_seed())\n"
        "own = torch.Generator()\nprint(own.seed(), torch.rand(1, generator=own))\n"
        "print(own.initial_seed() == own.seed(), own.initial_seed() == torch.initial_seed())"
    )
    one, other = (grade("xor", told).output for _ in range(2))
    assert one == other
    numbers, drawn, _of_own, same = one.splitlines()
    assert len(set(numbers.split())) > 4
    assert drawn.split()[0] == drawn.split()[-1]
    assert same == "False False"


def test_the_machine_and_its_clocks_say_the_same_every_time(grade_small: Grade) -> None:
    told = (
        "import logging, os, uuid\nprint(uuid.uuid1(), uuid.uuid1(), os.getloadavg(), os.times())\n"
        "print(round(logging.LogRecord('a', 1, '', 1, '', (), None).relativeCreated))"
    )
    one, other = (grade_small(told).output for _ in range(2))
    assert one == other
    assert "(0.0, 0.0, 0.0)" in one  # the load changes seldom
    first, second, *_ = one.split()
    assert first != second
    assert 0 < int(one.split()[-1]) < 1000


def test_magics_are_left_out_with_a_note(grade_small: Grade) -> None:
    cells = (
        "%matplotlib inline\n!pip install x\n?print\nfiles = !ls",
        "%%time\ntimed = 1",
        "%%bash\nexit 1",
        ">>> pasted = 1\n>>> assert timed == 1 and files == []",
        "import asyncio\nawait asyncio.sleep(0.01)\ndisplay(pasted)\nget_ipython().magic('x')",
        RIGHT,
    )
    result = grade_small(*cells)
    assert result.score == 100
    assert cells_in(result.notes) == [1, 1, 1, 1, 2, 3]
    assert result.output == "1\n"


def test_notes_are_bounded_and_on_one_line_each(small_judge: Judge) -> None:
    file = "\x1b[2J\n\u202e\udcff" + "가" * 1000
    notes = tuple(note("other_file", file=file) for _ in range(1500))
    odd = submission("small", "1 / 0")
    odd = dataclasses.replace(odd, student="n\nScore: 100\udcff", notes=notes)
    for each in (odd, dataclasses.replace(odd, submitted=None)):
        result = small_judge.grade(each)
        assert len(encode(result)) < MAX_BYTES
        assert result.student == "n\\x0aScore: 100\\udcff"
        assert len(result.notes) < 200
        assert all(note.isprintable() and len(note) < 1000 for note in result.notes)
        left_out = 1500 + (each.submitted is not None) - (len(result.notes) - 1)
        assert result.notes[-1] == f"{left_out} more notes are left out."


def test_a_note_quotes_an_error_on_one_line(grade_small: Grade) -> None:
    (quoted,) = grade_small("raise ValueError('one\\ntwo\\x1b[2J\\u2028three')").notes
    assert quoted.endswith("one two\\x1b[2J\\u2028three")


def test_input_raises_at_once(grade_small: Grade) -> None:
    result = grade_small("answer = input('?')", RIGHT)
    assert result.score == 100
    assert "EOFError" in result.notes[0]


def codes(result: Result, name: str) -> set[str]:
    return {check.finding.code for check in task(result, name).checks if check.finding is not None}


def test_an_answer_that_changes_later_is_found(grade_small: Grade) -> None:
    shared = (
        "_room = np.zeros(100)\n"
        "def double(x):\n    answer = _room[: len(x)]\n    answer[:] = 2 * x\n    return answer\n"
    )
    assert "memory" in codes(grade_small(RIGHT, shared), "double")


def test_a_function_that_answers_otherwise_the_second_time_is_found(grade_small: Grade) -> None:
    used_up = (
        "_calls = []\ndef half(x):\n    _calls.append(1)\n    return x / 2 + (len(_calls) > 9)"
    )
    assert codes(grade_small(RIGHT, used_up), "half") & {"memory", "value", "entry"}


def test_an_argument_that_some_call_modified_is_found(grade_small: Grade) -> None:
    """Also one of another check's."""
    now_and_then = (
        "def double(x):\n    answer = 2 * x\n    if 0 in x:\n        x += 1\n    return answer\n"
    )
    result = grade_small(RIGHT, now_and_then)
    assert codes(result, "double") == {"changed"}
    assert 0 < task(result, "double").earned < POINTS["double"]


def test_warnings_that_the_code_silences_are_none(grade: Grade) -> None:
    plain = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n"
    assert "warned" in codes(grade("forward", solution("forward"), plain), "sigmoid")
    for silent in ("np.seterr(all='ignore')", "import warnings\nwarnings.filterwarnings('ignore')"):
        assert task(grade("forward", solution("forward"), silent, plain), "sigmoid").earned == 25
