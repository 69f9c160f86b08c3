"""The same class graded by nbgrader, otter and this kit in one run, and how grading grows.

    .venv/bin/python tests/peers/bench.py [FOLDER] [--write]

All graders run the same checks on the same notebooks, solved: nbgrader in its kernel as in a
course of `autograder nbgrader init --plain`, otter as tests that call them, this kit as
`autograder grade`. Cells that draw are taken out, since this kit does not run them. The floor is
one warm Python process that runs each notebook's cells and the checks, with no protection at all.
Rounds alternate, so that a busy machine is busy for all. `--write` renews docs/benchmarks.md and
its picture.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent), str(TESTS / "peers")]

import growth  # noqa: E402
import nbgrader_class  # noqa: E402
from cost import Cost, measured  # noqa: E402
from nbgrader_class import COURSE  # noqa: E402
from run import VERSIONS  # noqa: E402
from sample_class import make  # noqa: E402

BIN = Path(sys.executable).parent
CLASSES = {"forward": 10, "xor": 3}  # notebooks
ROUNDS = 3
DRAWN = ("guess", "picture", "further", "kit", "hand_in")
PAGE = TESTS.parent / "docs" / "benchmarks.md"


class Grader(NamedTuple):
    """`grade` grades the class once and gives every notebook's points."""

    name: str
    grade: Callable[[], tuple[Cost, Sequence[float]]]


def main() -> None:
    write = "--write" in sys.argv
    given = [each for each in sys.argv[1:] if not each.startswith("--")]
    folder = Path(given[0] if given else TESTS.parent / "build" / "bench").resolve()
    shutil.rmtree(folder / "work", ignore_errors=True)
    tables = {name: compared(folder, name, count) for name, count in CLASSES.items()}
    lines = [line for name, costs in tables.items() for line in table(name, costs)]
    lines += growth.measure(folder / "work" / "growth", PAGE.parent if write else None)
    print("\n".join(lines))
    if write:
        head, _, _ = PAGE.read_text(encoding="utf-8").partition("<!-- measured -->\n")
        PAGE.write_text(f"{head}<!-- measured -->\n" + "\n".join(lines) + "\n", encoding="utf-8")


def compared(folder: Path, name: str, count: int) -> dict[str, list[Cost]]:
    """Each grader's costs, round by round; all must give every notebook all points."""
    students = [f"student{number:02}" for number in range(count)]
    work = folder / "work" / name
    graders = (
        floor(work, name, students), ours(work, name, students),
        plain_nbgrader(work, name, students), otter(folder, work, name, students),
    )  # fmt: skip
    costs: dict[str, list[Cost]] = {grader.name: [] for grader in graders}
    for number in range(ROUNDS):
        for grader in graders[:: -1 if number % 2 else 1]:
            cost, points = grader.grade()
            assert list(points) == [100] * count, (grader.name, points)
            costs[grader.name].append(cost)
            print(f"{name}, round {number + 1}, {grader.name}: {cost}", flush=True)
    return costs


def table(name: str, costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """The medians of a notebook's times, and what they are of the floor's."""
    count = CLASSES[name]
    yield f"\n## {count} notebooks of `{name}`, {ROUNDS} rounds in turn\n"
    yield "| | seconds for a notebook | least … most | of the floor's | MiB together |"
    yield "|---|---|---|---|---|"
    floor = statistics.median(each.wall for each in costs["the floor"])
    for grader, rounds in costs.items():
        walls = [each.wall for each in rounds]
        wall = statistics.median(walls)
        memory = statistics.median(each.memory for each in rounds)
        yield (
            f"| {grader} | {wall:.3g} | {min(walls):.3g} … {max(walls):.3g} "
            f"| {wall / floor:.3g} × | {memory:.0f} |"
        )


def notebooks(name: str, students: Sequence[str]) -> dict[str, dict[str, object]]:
    """Each student's solved notebook, no two the same, without what draws."""
    made = make.Class(COURSE)
    solved: dict[str, dict[str, object]] = {}
    for student in students:
        content = made.solved(name)
        content["cells"] = [
            each for each in content["cells"] if each["metadata"]["course"]["role"] not in DRAWN
        ]
        content["cells"].append(make.new_cell(f"who = {student!r}") | {"outputs": []})
        solved[student] = content
    return solved


def floor(work: Path, name: str, students: Sequence[str]) -> Grader:
    """A warm process: the clock begins when everything is imported and one notebook is graded."""
    place = work / "floor"
    place.mkdir(parents=True)
    for student, content in notebooks(name, students).items():
        (place / f"{student}.ipynb").write_text(json.dumps(content))
    told = place / "told.json"

    def grade() -> tuple[Cost, Sequence[float]]:
        program = Path(__file__).with_name("floor.py")
        whole = measured([sys.executable, program, name, place, told], work)
        said = json.loads(told.read_bytes())
        wall, processor = said["cost"]
        return Cost(wall, processor, whole.memory).each(len(students)), said["points"]

    return Grader("the floor", grade)


def ours(work: Path, name: str, students: Sequence[str]) -> Grader:
    place = work / "ours"
    for student, content in notebooks(name, students).items():
        (place / student).mkdir(parents=True)
        (place / student / f"{name}.ipynb").write_text(json.dumps(content))

    def grade() -> tuple[Cost, Sequence[float]]:
        out = work / "results"
        shutil.rmtree(out, ignore_errors=True)
        command = [BIN / "autograder", "grade", place, "--out", out]
        cost = measured(command, work).each(len(students))
        files = [out / student / f"{name}.json" for student in students]
        return cost, [json.loads(file.read_bytes())["score"] for file in files]

    return Grader("this kit", grade)


def plain_nbgrader(work: Path, name: str, students: Sequence[str]) -> Grader:
    course = nbgrader_class.new(work / "nbgrader", plain=True)
    nbgrader_class.nbgrader(course, "generate_assignment", name)
    for student, content in notebooks(name, students).items():
        nbgrader_class.hand_in(course, student, name, content)  # type: ignore[arg-type]
    home = nbgrader_class.environment(work) | {"PATH": f"{BIN}:/usr/bin:/bin"}

    def grade() -> tuple[Cost, Sequence[float]]:
        shutil.rmtree(course / "autograded", ignore_errors=True)
        command = [BIN / "nbgrader", "autograde", name]
        cost = measured(command, course, **home).each(len(students))
        found = nbgrader_class.scores(course)
        own = [found[student, name] for student in students]
        return cost, [sum(points or 0 for points in each.values()) for each in own]

    return Grader("nbgrader's autograde", grade)


def otter(folder: Path, work: Path, name: str, students: Sequence[str]) -> Grader:
    """`otter run` for each notebook, as its users' scripts do without Docker."""
    programs, place = _otter(folder), work / "otter"
    (place / "tests").mkdir(parents=True)
    for task in COURSE.assignment(name).tasks:
        call = f"graded = points({task.name!r}, globals(), 'ko')"
        lines = (
            "import os", f"os.environ['AUTOGRADER_COURSE'] = {str(COURSE.folder)!r}",
            "from autograder.nbgrader_plugin.in_kernel import points",
            "import contextlib, io", "with contextlib.redirect_stdout(io.StringIO()):",
        )  # fmt: skip
        code = "\n".join([*(f">>> {line}" for line in lines), f"...     {call}", "..."])
        code += f"\n>>> assert graded == {task.points}"
        suite = {"cases": [{"code": code, "hidden": False, "locked": False}], "scored": True,
                 "setup": "", "teardown": "", "type": "doctest"}  # fmt: skip
        test = {"name": task.name, "points": task.points, "suites": [suite]}
        (place / "tests" / f"{task.name}.py").write_text(f"OK_FORMAT = True\n\ntest = {test!r}\n")
    measured([programs / "otter", "generate", "-t", "tests", "-o", place / "tests.zip"], place)
    for student, content in notebooks(name, students).items():
        (place / student / "out").mkdir(parents=True)
        (place / student / f"{name}.ipynb").write_text(json.dumps(content))
        shutil.copy(place / "tests.zip", place / student)

    def grade() -> tuple[Cost, Sequence[float]]:
        costs, points = [], []
        for student in students:
            file = place / student / "out" / "results.json"
            file.unlink(missing_ok=True)
            command = [programs / "otter", "run", "-a", "tests.zip", "-o", "out", f"{name}.ipynb"]
            costs.append(measured(command, place / student))
            tests = json.loads(file.read_bytes())["tests"]
            points.append(sum(test.get("score", 0) for test in tests))
        kinds = zip(*costs, strict=True)
        walls, processors, memories = (list(each) for each in kinds)
        return Cost(statistics.mean(walls), statistics.mean(processors), max(memories)), points

    return Grader("otter run", grade)


def _otter(folder: Path) -> Path:
    """The programs of an environment with otter, in which the kit can be imported, too."""
    place = folder / "otter"
    if not (place / "bin" / "otter").exists():
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        install = [place / "bin" / "pip", "install", "--quiet", VERSIONS["otter"], "ipykernel"]
        subprocess.run(install, check=True)
        [packages] = place.glob("lib/python*/site-packages")
        [theirs] = BIN.parent.glob("lib/python*/site-packages")
        (packages / "zz_kit.pth").write_text(f"{TESTS.parent}\n{theirs}\n")
    return place / "bin"


if __name__ == "__main__":
    main()
