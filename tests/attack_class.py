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

from attack_corpus import BATCHES, HOME, KIT, QUICK, SLOW, Attack, attacks, text_of

from autograder.checks.content import FOLDERS

TESTS = Path(__file__).parent
COMMAND = Path(sys.executable).with_name("autograder")
MARK = "honest-neighbour"  # in every neighbour's code
SLOW_NEIGHBOUR = "slow~neighbour"
CANARY = "no-attack-may-read-this"  # in all that is secret
SUCCESS = ("FOUND", "REACHED", "WROTE", "REMEMBERED", "SEEN-BY-OTHERS", CANARY)
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

# Where an attack is about time its limits are shorter: limits are data
SHORT = {"call_seconds": 0.6, "cell_seconds": 1.5, "load_seconds": 4.0, "submission_seconds": 10.0,
         "callbacks": 2000}  # fmt: skip
LONGEST = 100.0  # seconds, whatever a submission does
MOST_MIB = 2048  # of memory, in any process: a sandbox may have half of that
LONGEST_SHORT = 40.0  # the warm start, drawing and examples of its process are once in that


@dataclass(frozen=True)
class Run:
    """What a grading came to, beside the results in its folder."""

    results: Path
    code: int
    seconds: float
    mib: int
    """The memory of the largest process, the judges' own among them."""
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
    solution = (HOME / "solutions" / assignment / "solution.py").read_text(encoding="utf-8")
    return f"# {MARK}\nprint('{MARK}: 안녕하세요')\n{solution}"


def grade(folder: Path, chosen: Sequence[Attack], *, short: bool, secret: str = CANARY) -> Run:
    """Grade these attacks and their neighbours in one run of two processes."""
    submissions = folder / "submissions"
    submissions.mkdir(parents=True)
    make_course(folder / "course", short=short, secret=secret)
    for attack in chosen:
        _hand_in(attack, folder)
    if not short and any(set(attack.assignments) & set(SLOW) for attack in chosen):
        hand_in_honestly(submissions / SLOW_NEIGHBOUR, SLOW)
    return run(folder, jobs=2)


def grade_alone(folder: Path, chosen: Sequence[Attack], *, short: bool) -> Run:
    """Grade honest answers to what these are about with nobody beside them, in one process."""
    needed = {name for attack in chosen for name in attack.assignments}
    able = QUICK if short else [*QUICK, *SLOW]
    make_course(folder / "course", short=short, secret=CANARY)
    names = [name for name in able if name in needed]
    hand_in_honestly(folder / "submissions" / "alone", names)
    return run(folder, jobs=1)


def make_course(folder: Path, *, short: bool, secret: str) -> None:
    """A course of its own, open to everybody, with a gradebook that is worth reading."""
    for name in FOLDERS:
        skip = shutil.ignore_patterns("__pycache__", "secret")
        shutil.copytree(HOME / name, folder / name, ignore=skip)
    if short:
        limits = "\n".join(f"{name} = {value}" for name, value in SHORT.items())
        with (folder / "assignments" / "course.toml").open("a", encoding="utf-8") as table:
            table.write(f"[limits]\n{limits}\n")
    for name in ("solutions/secret", "gradebook.db", "nbgrader_config.txt"):
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
    if attack.kind == "intake":
        maker: dict[str, Any] = {}
        exec(compile(text_of(attack, folder), attack.path, "exec"), maker)
        maker["make"](own)
    else:
        for assignment in attack.assignments:
            file = own / f"{assignment}{attack.path.suffix}"
            file.write_text(text_of(attack, folder, assignment), encoding="utf-8")
    for place in (own, submissions / attack.neighbour, submissions):
        place.chmod(0o777)


def run(folder: Path, *, jobs: int, out: str = "results") -> Run:
    """Grade the submissions in `folder` below a watcher that sees what is left afterwards."""
    tmp, results = folder / "tmp", folder / out
    tmp.mkdir(exist_ok=True)
    results.mkdir(mode=0o777, exist_ok=True)
    before, kit = snapshot(folder / "course") | snapshot(folder / "submissions"), digest_of_kit()
    command: list[str | Path] = [
        sys.executable, TESTS / "attack_run.py", COMMAND, "--course", folder / "course",
        "grade", folder / "submissions", "--out", results, "--jobs", str(jobs),
    ]  # fmt: skip
    environment = {**os.environ, "TMPDIR": str(tmp), "CANARY": CANARY}
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    report = json.loads(ran.stdout)
    after = snapshot(folder / "course") | snapshot(folder / "submissions")
    return Run(
        results, report["code"], report["seconds"], report["mib"], report["errors"],
        report["processes"],
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
    system = map(Path, ("/tmp", "/dev/shm", "/var/tmp", "/", "/run"))
    places = [*system, Path.home(), HOME]
    return [str(path) for place in places for path in place.glob("attack_was_here*")]


def points_forged(run: Run, attack: Attack) -> float:
    """Points that the attack got beyond what an untouched blank, or its honest part, gets."""
    scores: list[float] = [result["score"] for result in run.of_student(attack.student).values()]
    return sum(scores) - attack.earns


def complaints(run: Run, attack: Attack) -> list[str]:
    """What is wrong with the attack's results, beside its points."""
    found = []
    longest = LONGEST_SHORT if attack.short else LONGEST
    results = run.of_student(attack.student)
    if not results and attack.kind != "intake":
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
    """Assignments of the neighbour that were not graded as they are alone, to the byte."""
    return unlike_alone(run, attack.neighbour, [n for n in attack.assignments if n in QUICK], alone)


def unlike_alone(run: Run, student: str, names: Sequence[str], alone: Run) -> list[str]:
    """Which of these honest answers came to something else than they do alone.

    The key stands for the kit's own files: it is compared unless these changed in between.
    """
    but = () if run.kit == alone.kit != "" else ("key",)
    beside, undisturbed = run.of_student(student), alone.of_student("alone")
    return [
        name
        for name in names
        if name not in beside or alike(beside[name], *but) != alike(undisturbed[name], *but)
    ]


def verdict(run: Run, attack: Attack, alone: Run) -> list[str]:
    """All that the attack got or spoilt."""
    points = points_forged(run, attack)
    forged = [f"got {points:g} points"] if points else []
    spoilt = [f"disturbed: {name}" for name in disturbed(run, attack, alone)]
    return [*forged, *spoilt, *complaints(run, attack)]


def main() -> None:
    """Grade the corpus, or the attacks that are named, and print what they came to."""
    corpus = [attack for attack in attacks() if attack.name in sys.argv[1:] or not sys.argv[1:]]
    points, found = 0.0, 0
    with tempfile.TemporaryDirectory() as name:
        for batch in BATCHES:
            chosen = [attack for attack in corpus if attack.batch == batch]
            short = batch == "short"
            alone = grade_alone(Path(name) / f"alone-{batch}", chosen, short=short)
            run = grade(Path(name) / batch, chosen, short=short)
            for attack in chosen:
                points += points_forged(run, attack)
                complaint = verdict(run, attack, alone)
                found += bool(complaint)
                for line in complaint:
                    print(f"{attack.name}: {line}")
            print(f"{batch}: {run.seconds:.0f} s, largest process {run.mib} MiB")
    print(
        f"attacks tried {len(corpus)}, points forged {points:g}, attacks that got through {found}"
    )


if __name__ == "__main__":
    main()
