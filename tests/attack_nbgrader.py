"""The corpus of hostile submissions in a course of nbgrader's, on both paths to its gradebook.

`python -m attack_nbgrader` tries the whole corpus, or KIND/NAME alone, and prints what it got.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import nbgrader_class
from attack_class import CANARY, LONGEST, MARK, SUCCESS, TESTS, honest
from attack_corpus import Attack, attacks, text_of
from nbgrader_class import COURSE, PROGRAMS

PATHS: Final = ("recorded", "autograded")  # by `autograder grade`, and by `nbgrader autograde`
NEIGHBOUR: Final = "neighbour"
_CELL: Final = "# %%"


@dataclass(frozen=True)
class Run:
    """What grading the course came to; `reports` are of attack_run.py, one per command."""

    course: Path
    reports: list[dict[str, Any]]
    scores: nbgrader_class.Scores

    @property
    def faults(self) -> list[str]:
        """What no command may do, whatever is handed in."""
        found = []
        for report in self.reports:
            said = report["output"] + report["errors"]
            found += [word for word in ("Traceback", "in error", "lost:") if word in said]
            found += [f"left behind: {each}" for each in report["processes"]]
            if report["code"] not in (0, 3):
                found.append(f"ended with {report['code']}: {said[-1000:]}")
        return found

    def points(self, student: str, assignment: str) -> float:
        """The points that the gradebook holds."""
        return sum(points or 0 for points in self.scores.get((student, assignment), {}).values())

    def page(self, student: str, assignment: str) -> str:
        """The feedback; empty where there is none."""
        file = self.course / "feedback" / student / assignment / f"{assignment}.html"
        return file.read_text(encoding="utf-8") if file.is_file() else ""


def grade(folder: Path, chosen: Sequence[Attack], path: str) -> Run:
    """Grade these attacks and an honest neighbour in a course below `folder`, and give feedback."""
    course = nbgrader_class.new(folder / "course", "en")
    (course / "notes.txt").write_text(CANARY, encoding="utf-8")
    names = sorted({name for attack in chosen for name in attack.assignments})
    for name in names:
        nbgrader_class.hand_in(course, NEIGHBOUR, name, notebook(honest(name)))
    for attack in chosen:
        _hand_in(attack, course)
    commands = [["autograder", "grade", str(course)]]
    if path == "autograded":
        commands = [["autograder", "nbgrader", "init", str(course), "--renew", "--language", "en"]]
        for name in names:
            commands += [["nbgrader", "generate_assignment", name], ["nbgrader", "autograde", name]]
    commands += [["nbgrader", "generate_feedback", name] for name in names]
    reports = [_run(course, command) for command in commands]
    return Run(course, reports, nbgrader_class.scores(course))


def notebook(text: str) -> dict[str, Any]:
    """A script as a notebook that nothing but its code cells is left of."""
    cells = [
        {"cell_type": "code", "metadata": {}, "source": part, "outputs": []}
        for part in text.split(_CELL)
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def _hand_in(attack: Attack, course: Path) -> None:
    for name in attack.assignments:
        if attack.kind == "intake":
            place = course / "submitted" / attack.student / name
            place.mkdir(parents=True)
            maker: dict[str, Any] = {}
            exec(compile(text_of(attack, course.parent), attack.path, "exec"), maker)
            maker["make"](place)
            if not os.path.lexists(place / f"{name}.ipynb"):  # nbgrader takes nothing else
                nbgrader_class.hand_in(course, attack.student, name, notebook(""))
        else:
            text = text_of(attack, course.parent, name)
            content = text.encode() if attack.path.suffix == ".ipynb" else notebook(text)
            nbgrader_class.hand_in(course, attack.student, name, content)


def _run(course: Path, command: list[str]) -> dict[str, Any]:
    program, *arguments = command
    home = course.parent / "home"
    home.mkdir(exist_ok=True)
    ran = subprocess.run(
        [sys.executable, TESTS / "attack_run.py", PROGRAMS / program, *arguments],
        cwd=course, env=nbgrader_class.environment(home) | {"CANARY": CANARY},
        capture_output=True, check=True,
    )  # fmt: skip
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def verdict(run: Run, attack: Attack) -> list[str]:
    """All that the attack got."""
    got = sum(run.points(attack.student, name) for name in attack.assignments)
    found = [f"got {got:g} points"] if got != attack.earns else []
    for name in attack.assignments:
        page = run.page(attack.student, name)
        found += [f"shown: {word}" for word in (CANARY, MARK, *SUCCESS) if f">{word}" in page]
        graded = run.course / "results" / attack.student / f"{name}.json"
        if graded.is_file():
            seconds = json.loads(graded.read_bytes())["timing"]["total"]
            found += [f"took {seconds:.0f} s"] if seconds > LONGEST else []
    return found


def hurt(run: Run) -> list[str]:
    """The neighbour's assignments that are not worth all their points."""
    names = [name for student, name in run.scores if student == NEIGHBOUR]
    full = {name: sum(COURSE.assignment(name).points.values()) for name in names}
    return [name for name in names if run.points(NEIGHBOUR, name) != full[name]]


def main() -> None:
    """Grade the corpus, or the attacks that are named, on both paths; print what they came to."""
    corpus = [attack for attack in attacks() if attack.name in sys.argv[1:] or not sys.argv[1:]]
    for path in PATHS:
        with tempfile.TemporaryDirectory() as folder:
            run = grade(Path(folder), corpus, path)
            found = {attack.name: verdict(run, attack) for attack in corpus}
            through = {name: lines for name, lines in found.items() if lines}
            for name, lines in through.items():
                print(f"{name}: {', '.join(lines)}")
            print(*run.faults, *(f"hurt: {name}" for name in hurt(run)), sep="\n")
            seconds = sum(report["seconds"] for report in run.reports)
        print(f"{path}: attacks tried {len(corpus)}, got through {len(through)}, {seconds:.0f} s")


if __name__ == "__main__":
    main()
