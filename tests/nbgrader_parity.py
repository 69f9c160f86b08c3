"""Plain nbgrader and our grading, cell by cell: the table in the docs.

Run as `python nbgrader_parity.py` in this folder after a change to the checks or to the sample
class: writes docs/nbgrader_parity.md.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import nbgrader_class
from conftest import HOME
from nbgrader_class import COURSE, Scores

from autograder.grading import result as results
from autograder.grading.judge import GradingOptions
from autograder.grading.result import Result
from autograder.nbgrader_plugin.inprocess import Nbgrader

TABLE = HOME / "docs" / "nbgrader_parity.md"
_DRAWN = ("guess", "picture", "further")  # not graded, but slow: xor's train 10,001 epochs each
_HEAD = """\
# Plain nbgrader and our grading

The same submissions, graded by nbgrader's own `autograde` in a kernel and by ours. The points of
every cell are the same but where the last column says why not. A test makes this table again.

| student | assignment | plain nbgrader | ours | the difference |
|---|---|---|---|---|
"""


class Compared(NamedTuple):
    """One submission's points, and the cells in which they differ, each with the reason."""

    student: str
    assignment: str
    plain: float
    ours: float
    differences: dict[str, str | None]  # cell: why; None where nothing explains it


def compare(folder: Path, names: Sequence[str] = COURSE.names) -> list[Compared]:
    """Grade the sample class's answers to these both ways, in courses below `folder`."""
    plain = nbgrader_class.new(folder / "plain", plain=True)
    ours = nbgrader_class.new(folder / "ours")
    for course in (plain, ours):
        nbgrader_class.hand_in_sample_class(course, folder / "class", names)
        shutil.rmtree(course / "submitted" / "endless", ignore_errors=True)  # takes plain minutes
    for file in (plain / "submitted").glob("*/*/*.ipynb"):
        if "xor" in file.parts or "김하늘" not in file.parts:  # hers are run whole, but for xor
            _drop_drawings(file)
    inside = Nbgrader(plain, COURSE, GradingOptions())
    for name in names:
        assert inside.generate(name).errors == []
    _enrol(plain)  # or two runs at once would both add the same student
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: _autograde(plain, name), reversed(names)))  # xor takes longest
    graded = nbgrader_class.run(ours, "autograder", "grade", ".")
    assert graded.returncode == 0, graded.stderr
    return _compared(nbgrader_class.scores(plain), nbgrader_class.scores(ours), ours / "results")


def line(row: Compared) -> str:
    """The row as it stands in the table."""
    whys = "; ".join(f"`{cell}`: {why}" for cell, why in row.differences.items())
    return f"| {row.student} | {row.assignment} | {row.plain:g} | {row.ours:g} | {whys} |\n"


def _enrol(course: Path) -> None:
    students = sorted(folder.name for folder in (course / "submitted").iterdir())
    roster = course / "students.csv"
    roster.write_text("\n".join(["id", *students, ""]), encoding="utf-8")
    nbgrader_class.nbgrader(course, "db", "student", "import", roster.name)


def _autograde(course: Path, name: str) -> None:
    said = nbgrader_class.nbgrader(course, "autograde", name)
    assert "WARNING" not in said, said


def _drop_drawings(file: Path) -> None:
    content = json.loads(file.read_bytes())
    content["cells"] = [
        cell
        for cell in content["cells"]
        if cell["metadata"].get("course", {}).get("role") not in _DRAWN
    ]
    file.write_text(json.dumps(content))


def _compared(plain: Scores, ours: Scores, folder: Path) -> list[Compared]:
    assert set(plain) == set(ours)
    rows = []
    for student, assignment in sorted(plain, key=lambda key: (key[1], key[0])):
        file = folder / student / f"{assignment}.json"
        result = results.decode(file.read_bytes())
        one, other = plain[student, assignment], ours[student, assignment]
        differences = {cell: _reason(result, cell) for cell in one if one[cell] != other[cell]}
        rows.append(Compared(student, assignment, _total(one), _total(other), differences))
    return rows


def _total(points: dict[str, float | None]) -> float:
    return sum(value or 0 for value in points.values())


def _reason(result: Result, cell: str) -> str | None:
    """The contract's reasons why the two may differ."""
    task = next((t for t in result.tasks if f"check_{t.name}" == cell), None)
    if task is None:
        return None
    codes = {check.finding.code for check in task.checks if check.finding is not None}
    return "an earlier task's mistake is charged once" if "carried" in codes else None


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        rows = compare(Path(folder))
    TABLE.write_text(_HEAD + "".join(map(line, rows)), encoding="utf-8")
    unexplained: list[Any] = [row for row in rows if None in row.differences.values()]
    for row in unexplained:
        print(row, file=sys.stderr)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
