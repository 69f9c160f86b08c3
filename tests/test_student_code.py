"""The source of a task's function as pages show it: found as text, whatever stands around it."""

from __future__ import annotations

import pytest
from conftest import Grade

from autograder.grading.student_code import _found


def found(*cells: str) -> tuple[int, int, int] | None:
    place = _found(cells, "f")
    return None if place is None else (place[0], place[2], place[3])


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (["x = 1", "def f(x):\n    return x\n\nprint(f(1))"], (1, 0, 1)),
        (["def f(x):\n    return 1", "def f(x):\n    return 2"], (1, 0, 1)),
        (["@g\n@h\ndef f(x): return x\ny = 2"], (0, 0, 2)),
        (["f = lambda x: (\n    x\n)\nz = 1"], (0, 0, 2)),
        (['def f(x):\n    """\nnot indented\n    """\n    return x\ny = 1'], (0, 0, 4)),
        (["if True:\n    def f(x):\n        return x\n    y = 1"], (0, 1, 2)),
        (["class f:\r\n    pass\r\ng = 1"], (0, 0, 1)),
        (["def f(\n    x,\n):\n    return x\n# end"], (0, 0, 3)),
        (["def ff(x):\n    return x", "f == 2"], None),
        (["def f(x):\n    return x\nnote = '''\ndef f(x):\n    return 1\n'''"], (0, 0, 1)),
        (['# """\ndef f(x):\n    return x'], (0, 1, 2)),
        (["한글 = 1\ndef f(값):\n    return 값"], (0, 1, 2)),
    ],
)
def test_the_last_definition_is_found_to_its_end(
    cells: list[str], place: tuple[int, int, int] | None
) -> None:
    assert found(*cells) == place


def test_the_line_that_raised_is_marked(grade_small: Grade) -> None:
    result = grade_small("import numpy as np\n\ndef double(x):\n    y = x\n    return y.no\n")
    marks = {code.task: (code.cell, code.first, code.last, code.marked) for code in result.code}
    assert marks.get("double") == (1, 3, 5, [5])


def test_a_hostile_length_is_cut(grade_small: Grade) -> None:
    result = grade_small("def double(x):\n" + "    x\n" * 5000 + "    y = '" + "z" * 90_000 + "'\n")
    assert all(len(code.text) <= 6_000 for code in result.code)
