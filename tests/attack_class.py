"""A class of attackers and honest neighbours: written as submissions, graded by the command.

The command runs in a process of its own below `attack_run.py`, with its own course, temporary
folder and secret, and full of things that no attack may find or change.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
KIT = TESTS.parent / "autograder"
ATTACKS = TESTS / "attacks"
MARK = "honest-neighbour"
CANARY = "no-attack-may-read-this"
ASSIGNMENTS = ("terms", "perceptron", "forward", "backprop", "update", "xor")
_FIELD = re.compile(r"# (Tries|Rule|Assignment|Earns|Limits|Secrets): (.*(?:\n# (?!\w+:|%%).*)*)")

# Where the attack is about time, its limits are shorter: limits are data
SHORT = {"call": 0.6, "cell": 1.5, "load": 5.0, "submission": 15.0, "callbacks": 2000}
USUAL = {"call": 4.0, "cell": 25.0, "load": 40.0, "submission": 90.0, "callbacks": 20000}


@dataclass(frozen=True)
class Attack:
    """One hostile submission: `tries` and `rule` are its first lines."""

    path: Path
    tries: str
    rule: str
    assignments: tuple[str, ...]
    earns: float
    short: bool
    two_secrets: bool

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def student(self) -> str:
        return self.name.replace("/", "-")

    @property
    def neighbour(self) -> str:
        return f"{self.student}~neighbour"


def attacks() -> list[Attack]:
    """Every hostile submission of the corpus."""
    return [_attack(path) for path in sorted(ATTACKS.glob("*/*.*")) if path.suffix != ".pyc"]


def _attack(path: Path) -> Attack:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "".join(json.loads(text)["cells"][0]["source"])
    fields = {name: " ".join(value.split()) for name, value in _FIELD.findall(text)}
    named = fields.get("Assignment", "forward")
    return Attack(
        path,
        fields["Tries"],
        fields["Rule"],
        ASSIGNMENTS if named == "all" else (named,),
        float(fields.get("Earns", 0)),
        fields.get("Limits") == "short",
        fields.get("Secrets") == "two",
    )


@dataclass(frozen=True)
class Run:
    """What a grading came to, beside the results in its folder."""

    results: Path
    code: int
    seconds: float
    errors: str
    processes: list[str]
    left_in_tmp: list[str]
    changed: list[str]

    def result(self, student: str, assignment: str) -> dict[str, Any] | None:
        file = self.results / student / f"{assignment}.json"
        return json.loads(file.read_bytes()) if file.exists() else None

    def of_student(self, student: str) -> dict[str, dict[str, Any]]:
        """The student's results by assignment, without their timing."""
        found = {name: self.result(student, name) for name in ASSIGNMENTS}
        return {name: result for name, result in found.items() if result is not None}

    def text(self, student: str) -> str:
        """All that the student may get to read."""
        files = sorted((self.results / student).glob("*"))
        return "\n".join(file.read_text(encoding="utf-8") for file in files)


def make_course(folder: Path, limits: dict[str, float], secret: str = CANARY) -> Path:
    """A course of its own, with a gradebook that is worth reading."""
    shutil.copytree(TESTS.parent / "solutions", folder / "solutions")
    (folder / "assignments").mkdir()
    text = (TESTS.parent / "assignments" / "course.toml").read_text(encoding="utf-8")
    for name, value in limits.items():
        key = name if name == "callbacks" else f"{name}_seconds"
        text = re.sub(rf"^{key} = \S+", f"{key} = {value}", text, flags=re.MULTILINE)
    (folder / "assignments" / "course.toml").write_text(text, encoding="utf-8")
    (folder / "assignments" / "secret").write_text(secret, encoding="utf-8")
    for name in ("gradebook.db", "nbgrader_secrets.txt"):
        (folder / name).write_text(CANARY, encoding="utf-8")
    for path in folder.rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o666)
    return folder


def honest(assignment: str) -> str:
    """An honest submission that prints as students do."""
    solution = (TESTS.parent / "solutions" / f"{assignment}.py").read_text(encoding="utf-8")
    return f"# {MARK}\nprint('{MARK}: 안녕하세요')\n{solution}"


def hand_in(attack: Attack, places: dict[str, Path]) -> None:
    """Write the attack's and its neighbour's submissions."""
    submissions = places["SUBMISSIONS"]
    own, other = submissions / attack.student, submissions / attack.neighbour
    own.mkdir(parents=True)
    other.mkdir()
    text = attack.path.read_text(encoding="utf-8")
    words = {name: str(place) for name, place in places.items()}
    words |= {"KIT": str(KIT), "STUDENT": attack.student, "NEIGHBOUR": attack.neighbour}
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    for assignment in attack.assignments:
        if attack.path.parent.name != "intake":
            own_text = text.replace("@TASKS@", repr(tasks_of(assignment)))
            file = own / f"{assignment}{attack.path.suffix}"
            file.write_text(own_text, encoding="utf-8", errors="surrogatepass")
        if assignment != "xor":
            (other / f"{assignment}.py").write_text(honest(assignment), encoding="utf-8")
    if attack.path.parent.name == "intake":
        namespace: dict[str, Any] = {}
        exec(compile(text, attack.path, "exec"), namespace)
        namespace["make"](own)
    for folder in (own, other, submissions):
        folder.chmod(0o777)


def tasks_of(assignment: str) -> list[str]:
    from autograder import course

    loaded = course.load(TESTS.parent)
    return [task.name for task in loaded.assignment(assignment).tasks]


def grade(folder: Path, chosen: Sequence[Attack], *, short: bool, secret: str = CANARY) -> Run:
    """Grade these attacks and their neighbours in one run of two processes."""
    places = {
        "COURSE": folder / "course", "SUBMISSIONS": folder / "submissions",
        "RESULTS": folder / "results",
    }  # fmt: skip
    make_course(places["COURSE"], SHORT if short else USUAL, secret)
    places["SUBMISSIONS"].mkdir()
    places["RESULTS"].mkdir(mode=0o777)
    for attack in chosen:
        hand_in(attack, places)
    if any("xor" in attack.assignments for attack in chosen):
        (places["SUBMISSIONS"] / "xor~neighbour").mkdir()
        (places["SUBMISSIONS"] / "xor~neighbour" / "xor.py").write_text(honest("xor"))
    return run(folder, jobs=2)


def run(folder: Path, jobs: int, out: str = "results") -> Run:
    """Grade the submissions in `folder` below a watcher that sees what is left afterwards."""
    tmp = folder / "tmp"
    tmp.mkdir(exist_ok=True)
    before = snapshot(folder / "course") | snapshot(folder / "submissions")
    command = [
        sys.executable, str(TESTS / "attack_run.py"), str(Path(sys.executable).with_name("autograder")),
        "--course", str(folder / "course"), "grade", str(folder / "submissions"),
        "--out", str(folder / out), "--jobs", str(jobs),
    ]  # fmt: skip
    environment = {**os.environ, "TMPDIR": str(tmp), "CANARY": CANARY}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    report = json.loads(ran.stdout)
    after = snapshot(folder / "course") | snapshot(folder / "submissions")
    return Run(
        folder / out, report["code"], report["seconds"], report["errors"], report["processes"],
        [path.name for path in tmp.iterdir()],
        sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)),
    )  # fmt: skip


def snapshot(folder: Path) -> dict[str, str]:
    """What is in a folder: contents, links, modes."""
    found = {}
    for path in folder.rglob("*"):
        if "__pycache__" in path.parts:
            continue
        status = path.lstat()
        content = ""
        if path.is_file() and not path.is_symlink() and status.st_size < 1 << 27:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        time = 0 if path.is_dir() else status.st_mtime_ns
        found[str(path)] = f"{status.st_mode:o} {content} {time}"
    return found


def traces() -> list[str]:
    """Files of attacks anywhere that they might have been written."""
    places = ["/tmp", "/dev/shm", "/var/tmp", "/", "/run", str(Path.home()), str(TESTS.parent)]
    return [str(path) for place in places for path in Path(place).glob("attack_was_here*")]


assert importlib.util
