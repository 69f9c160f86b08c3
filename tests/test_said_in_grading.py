"""What a student is told about code that says nothing, says much, or asks for what is not there."""

from __future__ import annotations

import re

import pytest
from conftest import Grade

from autograder.course import Course
from autograder.course.languages import words
from autograder.reports.feedback import text
from autograder.values.findings import Finding, raised

DOUBLE = "def double(x):\n    return 2 * x\n"


def test_an_error_that_says_nothing_ends_without_a_colon(grade_small: Grade, small: Course) -> None:
    assert raised("f()", "KeyError", "").code == "raised_bare"
    result = grade_small(
        "raise SystemExit\n", DOUBLE, "def half(x):\n    raise KeyboardInterrupt\n"
    )
    said = text(result, small, "en")
    assert re.search(r"raised\s+KeyboardInterrupt\.\n", said)
    assert "stopped with an error: SystemExit\n" in said


def test_what_was_printed_is_cut_at_a_letter_and_shown_in_part(
    grade_small: Grade, small: Course
) -> None:
    result = grade_small("print('x')\nfor _ in range(20_000):\n    print('가중치')")
    assert "�" not in result.output
    assert len(result.output.encode()) > 32_000
    said = text(result, small, "en")
    assert said.count("| 가중치") == 39
    assert re.search(r"\n\d+ more lines are in the result file\.\n$", said)


NOT_IN_GRADING = {
    "a process": "import subprocess\nsubprocess.run(['ls'])",
    "workers": "from torch.utils.data import DataLoader\nlist(DataLoader([1, 2], num_workers=2))",
    "a compiler": "import torch\ntorch.compile(lambda x: x + 1)(torch.ones(2))",
    "the network": "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9')",
    "a file": "open('costs.txt', 'w')",
    "a file of torch's": "import torch\ntorch.save({}, 'model.pt')",
}


@pytest.mark.parametrize("code", NOT_IN_GRADING.values(), ids=NOT_IN_GRADING)
def test_what_grading_does_not_have_is_said_in_a_sentence(grade_small: Grade, code: str) -> None:
    body = "\n    ".join(code.splitlines())
    result = grade_small(code, f"def half(x):\n    {body}\n")
    [note] = result.notes
    assert "In grading there are no files, no network and no other processes" in note
    [task] = [task for task in result.tasks if task.name == "half"]
    codes = {check.finding.code for check in task.checks if check.finding is not None}
    assert codes == {"forbidden"}
    assert "In grading there are no files" in task.checks[0].message


def test_an_assignment_says_a_finding_of_the_kit_in_its_own_words(course: Course) -> None:
    finding = Finding("forbidden", {"call": "f()", "type": "OSError", "text": "no"})
    for language, advice in (("ko", "`num_workers`를 빼"), ("en", "Leave out `torch.compile`")):
        own, common = (words(course, language, name) for name in ("xor", "terms"))
        assert advice in own.finding(finding, values=True)
        assert advice not in common.finding(finding, values=True)
