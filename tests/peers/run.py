"""Attacks of the corpus against nbgrader and otter, in environments of their own, and against us.

    .venv/bin/python tests/peers/run.py [FOLDER]

The environments are made below FOLDER (default: build/peers) when they are not there. Unlike
here, in those graders an attack runs as the user who grades: only attacks that harm nothing are
tried. Prints a table of the points that each attack got beyond a blank's.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent), str(TESTS / "peers")]

import attack_class  # noqa: E402
from attack_corpus import Attack, attacks  # noqa: E402
from exercise import BLANK, NAME, POINTS, assertions, cell, notebook  # noqa: E402

VERSIONS = {"nbgrader": "nbgrader==0.9.6", "otter": "otter-grader==7.0.0"}
CHOSEN = (
    "kernel/input_transformer", "kernel/ast_transformer", "kernel/run_code_hook",
    "kernel/silent_errors", "kernel/points_displayed", "kernel/comparisons_patched",
    "kernel/rewritten_tests", "kernel/pickle_patched", "kernel/checks_taken_over",
    "kernel/asserts_caught", "lies/equal_to_everything", "lies/float_subclass",
    "lies/ndarray_subclass", "lies/array_protocols", "lies/constants", "kernel/unpickled_object",
    "patches/numpy_comparisons", "patches/pytest_itself", "ends/base_exceptions",
    "ends/sys_exit_in_call", "ends/os_exit_in_call", "ends/not_implemented_in_disguise",
)  # fmt: skip
SECONDS = 120
HONEST = attack_class.honest(NAME)
Scores = Mapping[str, float]


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else TESTS.parent / "build" / "peers").resolve()
    chosen = [attack for attack in attacks() if attack.name in CHOSEN]
    assert len(chosen) == len(CHOSEN)
    scores: dict[str, Scores] = {
        "nbgrader": with_nbgrader(folder, chosen),
        "otter": with_otter(folder, chosen),
        "this kit": with_ours(folder, chosen),
    }
    print(f"| attack | {' | '.join(scores)} |\n|---|{'---|' * len(scores)}")
    for attack in chosen:
        points = [f"{each.get(attack.name, 0):g}" for each in scores.values()]
        print(f"| `{attack.name}` | {' | '.join(points)} |")
    forged = [sum(1 for points in each.values() if points > 0) for each in scores.values()]
    print(f"| attacks that got points | {' | '.join(map(str, forged))} |")
    for place in Path("/tmp").glob("attack_was_here*"):
        place.unlink()
        print("a grader unpickled an object, and ran its command")


def environment(folder: Path, name: str) -> Path:
    """The programs of an environment that holds this grader."""
    place = folder / name
    if not (place / "bin" / "pip").exists():
        venv.create(place, with_pip=True)
    packages = [VERSIONS[name], "numpy>=2,<3", "ipykernel"]
    install = [place / "bin" / "pip", "install", "--quiet", *packages]
    subprocess.run(install, check=True, capture_output=True)
    return place / "bin"


def run(command: list[str | Path], folder: Path) -> str:
    """What the command prints; nothing if it takes too long."""
    path = f"{Path(command[0]).parent}:{os.environ['PATH']}"  # nbgrader calls alembic by its name
    environ = {**os.environ, "PATH": path}
    try:
        ran = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, env=environ
        )
    except subprocess.TimeoutExpired:
        return ""
    return ran.stdout


def code_of(attack: Attack) -> str:
    """The attack with places that hold nothing, over stubs as a student gets them."""
    text = attack.path.read_text(encoding="utf-8")
    for word in ("COURSE", "KIT", "HOME", "SUBMISSIONS", "RESULTS", "STUDENT", "NEIGHBOUR"):
        text = text.replace(f"@{word}@", "/nonexistent")
    return f"{BLANK}\n{text.replace('@TASKS@', repr(list(POINTS)))}"


def with_nbgrader(folder: Path, attacks: list[Attack]) -> Scores:
    programs, course = environment(folder, "nbgrader"), folder / "nbgrader-course"
    shutil.rmtree(course, ignore_errors=True)
    (course / "source" / "ps").mkdir(parents=True)
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        "c.CourseDirectory.course_id = 'peers'\n"
        "c.ExecutePreprocessor.timeout = 20\n"
    )
    (course / "source" / "ps" / f"{NAME}.ipynb").write_text(_nbgrader_source())
    run([programs / "nbgrader", "generate_assignment", "ps", "--create"], course)
    released = json.loads((course / "release" / "ps" / f"{NAME}.ipynb").read_text())
    codes = {"blank": BLANK, "honest": HONEST} | {each.student: code_of(each) for each in attacks}
    for student, code in codes.items():
        submitted = course / "submitted" / student / "ps"
        submitted.mkdir(parents=True)
        released["cells"][1]["source"] = code
        (submitted / f"{NAME}.ipynb").write_text(json.dumps(released))
        run([programs / "nbgrader", "autograde", "ps", f"--student={student}"], course)
    ask = (
        "from nbgrader.api import Gradebook; import json\n"
        "with Gradebook('sqlite:///gradebook.db') as book:\n"
        "    print(json.dumps({s.student.id: s.score for s in book.assignment_submissions('ps')}))"
    )
    scores = json.loads(run([programs / "python", "-c", ask], course))
    assert (scores["blank"], scores["honest"]) == (0, 100)
    return {attack.name: scores.get(attack.student, 0) for attack in attacks}


def _nbgrader_source() -> str:
    answers = {"nbgrader": _nbgrader("answers", solution=True)}
    cells = [cell("code", "import numpy as np"), cell("code", BLANK, **answers)]
    for task, points in POINTS.items():
        hidden = f"### BEGIN HIDDEN TESTS\n{assertions(task, 2)}\n### END HIDDEN TESTS"
        metadata = _nbgrader(f"test_{task}", grade=True, locked=True) | {"points": points}
        cells.append(cell("code", f"{assertions(task, 1)}\n{hidden}", nbgrader=metadata))
    return notebook(*cells)


def _nbgrader(name: str, **kinds: bool) -> dict[str, object]:
    none = {"grade": False, "solution": False, "locked": False, "task": False}
    return {**none, **kinds, "grade_id": name, "schema_version": 3, "cell_type": "code"}


def with_otter(folder: Path, attacks: list[Attack]) -> Scores:
    programs, work = environment(folder, "otter"), folder / "otter-work"
    shutil.rmtree(work, ignore_errors=True)
    (work / "tests").mkdir(parents=True)
    for task, points in POINTS.items():
        (work / "tests" / f"{task}.py").write_text(_otter_test(task, points))
    zipped = work / "autograder.zip"
    run([programs / "otter", "generate", "-t", "tests", "-o", zipped], work)

    def score(student: str, code: str) -> float:
        place = work / student
        (place / "out").mkdir(parents=True)
        cells = [cell("code", "import numpy as np"), cell("code", code)]
        (place / f"{NAME}.ipynb").write_text(notebook(*cells))
        shutil.copy(zipped, place)
        run(
            [programs / "otter", "run", "-a", "autograder.zip", "-o", "out", f"{NAME}.ipynb"], place
        )
        results = place / "out" / "results.json"
        if not results.exists():
            return 0
        tests = json.loads(results.read_text())["tests"]
        return float(sum(test.get("score", 0) for test in tests))

    assert (score("blank", BLANK), score("honest", HONEST)) == (0, 100)
    return {attack.name: score(attack.student, code_of(attack)) for attack in attacks}


def _otter_test(task: str, points: float) -> str:
    cases = []
    for seed, hidden in ((1, False), (2, True)):
        lines = "\n".join(f">>> {line}" for line in assertions(task, seed).split("\n"))
        cases.append({"code": lines, "hidden": hidden, "locked": False})
    suite = {"cases": cases, "scored": True, "setup": "", "teardown": "", "type": "doctest"}
    test = {"name": task, "points": points, "suites": [suite]}
    return f"OK_FORMAT = True\n\ntest = {test!r}\n"


def with_ours(folder: Path, attacks: list[Attack]) -> Scores:
    place = folder / "ours"
    shutil.rmtree(place, ignore_errors=True)
    graded = attack_class.grade(place, attacks, short=False)
    return {attack.name: attack_class.points_forged(graded, attack) for attack in attacks}


if __name__ == "__main__":
    main()
