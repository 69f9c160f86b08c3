"""A class of attackers and honest neighbours: written as submissions, graded by the command.

The command runs in a process of its own below `attack_run.py`, with its own course, temporary
folder and secret, among things that no attack may find or change.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import course as courses

TESTS = Path(__file__).parent
HOME = TESTS.parent
KIT = HOME / "autograder"
ATTACKS = TESTS / "attacks"
COMMAND = Path(sys.executable).with_name("autograder")
MARK = "honest-neighbour"  # in every neighbour's code
CANARY = "no-attack-may-read-this"  # in all that is secret
SUCCESS = ("FOUND", "REACHED", "WROTE", "REMEMBERED", "SEEN-BY-OTHERS", CANARY)
ASSIGNMENTS = ("terms", "perceptron", "forward", "backprop", "update", "xor")
QUICK = ASSIGNMENTS[:-1]  # an honest xor trains for 10,001 epochs
BATCHES = ("usual", "short")
_FIELD = re.compile(r"# (Tries|Rule|Assignment|Earns|Limits|Secrets): (.*(?:\n# (?!\w+:|%%).*)*)")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

# Where an attack is about time its limits are shorter: limits are data
SHORT = {"call_seconds": 0.6, "cell_seconds": 1.5, "load_seconds": 4.0, "submission_seconds": 10.0,
         "callbacks": 2000}  # fmt: skip
LONGEST = 100.0  # seconds, whatever a submission does
LONGEST_SHORT = 20.0


@dataclass(frozen=True)
class Attack:
    """One hostile submission. `tries` and `rule` are its first lines."""

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

    @property
    def batch(self) -> str:
        return "short" if self.short else "usual"


def attacks() -> list[Attack]:
    """Every hostile submission of the corpus."""
    return [
        _attack(path) for path in sorted(ATTACKS.glob("*/*")) if path.suffix in (".py", ".ipynb")
    ]


def _attack(path: Path) -> Attack:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "".join(json.loads(text)["cells"][0]["source"])
    found = _FIELD.findall(text)
    fields = {name: " ".join(value.replace("\n#", " ").split()) for name, value in found}
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
    kit: str
    """A digest of the kit itself; empty if somebody worked on it meanwhile."""

    def of_student(self, student: str) -> dict[str, dict[str, Any]]:
        """The student's results by assignment."""
        files = sorted((self.results / student).glob("*.json"))
        return {file.stem: json.loads(file.read_bytes()) for file in files}

    def texts(self, student: str) -> str:
        """All that the student may get to read."""
        files = sorted((self.results / student).glob("*"))
        return "".join(file.read_bytes().decode("utf-8") for file in files)


def alike(result: dict[str, Any], *but: str) -> str:
    """A result without what may differ: its timing, the student's name, and more."""
    left_out = ("timing", "student", *but)
    return json.dumps({name: part for name, part in result.items() if name not in left_out})


def honest(assignment: str) -> str:
    """An honest submission that prints as students do."""
    solution = (HOME / "solutions" / f"{assignment}.py").read_text(encoding="utf-8")
    return f"# {MARK}\nprint('{MARK}: 안녕하세요')\n{solution}"


def grade(folder: Path, chosen: Sequence[Attack], *, short: bool, secret: str = CANARY) -> Run:
    """Grade these attacks and their neighbours in one run of two processes."""
    submissions = folder / "submissions"
    submissions.mkdir(parents=True)
    make_course(folder / "course", short=short, secret=secret)
    for attack in chosen:
        _hand_in(attack, folder)
    if any("xor" in attack.assignments for attack in chosen):
        hand_in_honestly(submissions / "xor~neighbour", ["xor"])
    return run(folder, jobs=2)


def grade_alone(folder: Path, assignments: Sequence[str], *, short: bool) -> Run:
    """Grade honest submissions with nobody beside them, in one process."""
    make_course(folder / "course", short=short, secret=CANARY)
    hand_in_honestly(folder / "submissions" / "alone", assignments)
    return run(folder, jobs=1)


def make_course(folder: Path, *, short: bool, secret: str) -> None:
    """A course of its own, open to everybody, with a gradebook that is worth reading."""
    shutil.copytree(HOME / "solutions", folder / "solutions")
    (folder / "assignments").mkdir()
    text = (HOME / "assignments" / "course.toml").read_text(encoding="utf-8")
    for name, value in SHORT.items() if short else ():
        text = re.sub(rf"^{name} = \S+", f"{name} = {value}", text, flags=re.MULTILINE)
    (folder / "assignments" / "course.toml").write_text(text, encoding="utf-8")
    for name in ("assignments/secret", "gradebook.db", "nbgrader_config.txt"):
        (folder / name).write_text(secret, encoding="utf-8")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)


def hand_in_honestly(folder: Path, assignments: Sequence[str]) -> None:
    folder.mkdir(parents=True)
    for assignment in assignments:
        (folder / f"{assignment}.py").write_text(honest(assignment), encoding="utf-8")


def _hand_in(attack: Attack, folder: Path) -> None:
    """Write the attack's submission and its neighbour's, of all but the slow assignment."""
    submissions = folder / "submissions"
    own = submissions / attack.student
    own.mkdir()
    quick = [assignment for assignment in attack.assignments if assignment in QUICK]
    hand_in_honestly(submissions / attack.neighbour, quick)
    text = attack.path.read_text(encoding="utf-8")
    places = {
        "COURSE": folder / "course", "SUBMISSIONS": submissions, "RESULTS": folder / "results",
        "KIT": KIT, "STUDENT": attack.student, "NEIGHBOUR": attack.neighbour,
    }  # fmt: skip
    for word, place in places.items():
        text = text.replace(f"@{word}@", str(place))
    if attack.path.parent.name == "intake":
        maker: dict[str, Any] = {}
        exec(compile(text, attack.path, "exec"), maker)
        maker["make"](own)
    else:
        course = courses.load(HOME)
        for assignment in attack.assignments:
            tasks = [task.name for task in course.assignment(assignment).tasks]
            file = own / f"{assignment}{attack.path.suffix}"
            file.write_text(text.replace("@TASKS@", repr(tasks)), encoding="utf-8")
    for place in (own, submissions / attack.neighbour, submissions):
        place.chmod(0o777)


def run(folder: Path, *, jobs: int, out: str = "results") -> Run:
    """Grade the submissions in `folder` below a watcher that sees what is left afterwards."""
    tmp, results = folder / "tmp", folder / out
    tmp.mkdir(exist_ok=True)
    results.mkdir(mode=0o777, exist_ok=True)
    before, kit = snapshot(folder / "course") | snapshot(folder / "submissions"), digest_of_kit()
    command = [
        sys.executable, TESTS / "attack_run.py", COMMAND, "--course", folder / "course",
        "grade", folder / "submissions", "--out", results, "--jobs", str(jobs),
    ]  # fmt: skip
    environment = {**os.environ, "TMPDIR": str(tmp), "CANARY": CANARY}
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    report = json.loads(ran.stdout)
    after = snapshot(folder / "course") | snapshot(folder / "submissions")
    return Run(
        results, report["code"], report["seconds"], report["errors"], report["processes"],
        [path.name for path in tmp.iterdir()],
        sorted(name for name, _ in before.items() ^ after.items()),
        kit if kit == digest_of_kit() else "",
    )  # fmt: skip


def snapshot(folder: Path) -> dict[str, str]:
    """What is in a folder: kinds, modes, contents, and when they were written."""
    found = {}
    for path in folder.rglob("*"):
        status = path.lstat()
        small = path.is_file() and not path.is_symlink() and status.st_size < 1 << 27
        content = hashlib.sha256(path.read_bytes()).hexdigest() if small else ""
        written = 0 if path.is_dir() else status.st_mtime_ns
        if "__pycache__" not in path.parts:
            found[str(path)] = f"{status.st_mode:o} {status.st_size * small} {content} {written}"
    return found


def digest_of_kit() -> str:
    return hashlib.sha256(repr(sorted(snapshot(KIT).items())).encode()).hexdigest()


def traces() -> list[str]:
    """Files of attacks, wherever one might have been written."""
    places = ["/tmp", "/dev/shm", "/var/tmp", "/", "/run", Path.home(), HOME]
    return [str(path) for place in places for path in Path(place).glob("attack_was_here*")]


def points_forged(run: Run, attack: Attack) -> float:
    """Points that the attack got beyond what an untouched blank, or its honest part, gets."""
    scores = [result["score"] for result in run.of_student(attack.student).values()]
    return sum(scores) - attack.earns


def complaints(run: Run, attack: Attack) -> list[str]:
    """What is wrong with the attack's results, beside its points."""
    found = []
    longest = LONGEST_SHORT if attack.short else LONGEST
    results = run.of_student(attack.student)
    if not results and attack.path.parent.name != "intake":
        found.append("no result")
    for result in results.values():
        checks = [check for task in result["tasks"] for check in task["checks"]]
        found += [f"in error: {check['id']}" for check in checks if check["outcome"] == "error"]
        found += [f"printed: {word}" for word in SUCCESS if word in result["output"]]
        if result["timing"]["total"] > longest:
            found.append(f"took {result['timing']['total']:.0f} s")
    texts = run.texts(attack.student)
    found += [f"shown: {word}" for word in (CANARY, MARK) if word in texts]
    found += [f"control character {match!r}" for match in set(_CONTROL.findall(texts))]
    return found


def disturbed(run: Run, attack: Attack, alone: Run) -> list[str]:
    """Assignments of the neighbour that were not graded as they are alone, to the byte.

    The key stands for the kit's own files: it is compared unless these changed in between.
    """
    but = () if run.kit == alone.kit != "" else ("key",)
    beside, undisturbed = run.of_student(attack.neighbour), alone.of_student("alone")
    wanted = [assignment for assignment in attack.assignments if assignment in QUICK]
    return [
        name
        for name in wanted
        if name not in beside or alike(beside[name], *but) != alike(undisturbed[name], *but)
    ]


def main() -> None:
    """Grade the whole corpus and print what it came to."""
    found = {"points forged": 0.0, "neighbours disturbed": 0, "other complaints": 0}
    corpus = attacks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for batch in BATCHES:
            chosen = [attack for attack in corpus if attack.batch == batch]
            short = batch == "short"
            alone = grade_alone(folder / f"alone-{batch}", QUICK, short=short)
            run = grade(folder / batch, chosen, short=short)
            for attack in chosen:
                found["points forged"] += points_forged(run, attack)
                found["neighbours disturbed"] += len(disturbed(run, attack, alone))
                found["other complaints"] += len(complaints(run, attack))
    print(f"attacks tried {len(corpus)},", ", ".join(f"{k} {v:g}" for k, v in found.items()))


if __name__ == "__main__":
    main()
