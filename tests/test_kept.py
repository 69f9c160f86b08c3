"""Results are kept: what would come out the same is not graded again, and what moved is said."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import msgspec
import pytest
import small_course
from conftest import solution

from autograder import course as courses
from autograder.course import Course, files, records, secret
from autograder.course.secret import SecretError
from autograder.grading import class_run, workers
from autograder.grading.class_run import GradingRequest, Report, Shard, Standing
from autograder.grading.judge import GradingOptions
from autograder.grading.moved import Move
from autograder.grading.result import without_timing
from autograder.grading.sandboxes import Sandboxes
from autograder.grading.store import OutError
from autograder.grading.workers import SchedulerError
from autograder.intake.found import Skipped
from autograder.intake.manifest import Manifest, Student
from autograder.intake.submissions import MANIFEST
from autograder.reports import class_files, entries, export, merging, moves
from autograder.reports.progress import Pace
from autograder.values.notes import note

pytestmark = pytest.mark.usefixtures("warm_runs")
COMMAND = Path(sys.executable).with_name("autograder")
SECRET = b"a secret for the tests"
RIGHT = solution("small", small_course.HOME)
WRONG = RIGHT + "\ndef double(x):\n    return 3 * x\n"
STUDENTS = ("ann", "bob", "eve")
FOR_THE_CLASS = ("scores.csv", "grades.csv", "class.json", "index.html", "statistics.jsonl")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The small course, with files that a test may change."""
    return small_course.write(tmp_path_factory.mktemp("course"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for student in STUDENTS:
        hand_in(tmp_path / "in", student, RIGHT)
    return tmp_path


def hand_in(folder: Path, student: str, code: str) -> None:
    (folder / student).mkdir(parents=True, exist_ok=True)
    (folder / student / "small.py").write_text(code, encoding="utf-8")


def request(course: Course, place: Path, **more: object) -> GradingRequest:
    options = {"jobs": 1} | more
    return GradingRequest(
        course, SECRET, GradingOptions("en"), place / "in", place / "out", **options
    )  # type: ignore[arg-type]


def grade(course: Course, place: Path, **more: object) -> Report:
    return class_files.grade(request(course, place, **more), lambda _standing: None)


def state(out: Path) -> dict[str, int]:
    """When each result was written."""
    return {file.parent.name: file.stat().st_mtime_ns for file in out.glob("*/*.json")}


def contents(out: Path) -> dict[str, object]:
    found: dict[str, object] = {
        str(file.relative_to(out)): without_timing(file.read_bytes())
        for file in out.glob("*/*.json")
    }
    beside = [*out.glob("*/*.txt"), *out.glob("*/*.html")]
    return found | {str(file.relative_to(out)): file.read_bytes() for file in beside} | {
        name: (out / name).read_bytes() for name in FOR_THE_CLASS
    }  # fmt: skip


def test_what_holds_is_kept_and_what_changed_is_graded(own: Course, place: Path) -> None:
    grade(own, place)
    before = state(place / "out")
    hand_in(place / "in", "bob", WRONG)
    report = grade(own, place)
    after = state(place / "out")
    assert {name for name in STUDENTS if after[name] != before[name]} == {"bob"}
    assert (report.kept, len(report.results), report.exit_code) == (2, 3, 0)
    assert [each.score for each in report.results] == [100, 40, 100]
    assert not list(report.moved)  # another submission: nothing to compare
    grade(own, place, force=True)
    assert all(state(place / "out")[name] != after[name] for name in STUDENTS)


def test_feedback_that_is_gone_is_written_again(own: Course, place: Path) -> None:
    grade(own, place)
    feedback = place / "out" / "ann" / "small.txt"
    words = feedback.read_bytes()
    feedback.unlink()
    assert grade(own, place).kept == 3
    assert feedback.read_bytes() == words


def test_another_secret_keeps_nothing(own: Course, place: Path) -> None:
    grade(own, place)
    first = json.loads((place / "out" / "ann" / "small.json").read_bytes())["secret"]
    other = GradingRequest(own, b"quite another secret", GradingOptions("en"), place / "in",
                           place / "out", jobs=1)  # fmt: skip
    assert class_files.grade(other, lambda _standing: None).kept == 0
    second = json.loads((place / "out" / "ann" / "small.json").read_bytes())["secret"]
    assert first == secret.fingerprint(SECRET) != second


def test_a_changed_check_says_what_moved(own: Course, place: Path) -> None:
    """One check comes to expect what is wrong; the others' points stay."""
    hand_in(place / "in", "eve", WRONG)
    grade(own, place)
    copy = place / "course"
    shutil.copytree(own.folder, copy)
    with (copy / "solutions" / "small" / "solution.py").open("a", encoding="utf-8") as file:
        file.write("\ndef double(x):\n    return 3 * np.asarray(x)\n")
    report = grade(courses.load(copy), place)
    assert report.kept == 0
    found = list(report.moved)
    assert all(move.assignment == "small" for move in found)
    assert {(move.task, move.students) for move in found} >= {("double", 2), ("double", 1)}
    assert moves.as_table(report.moved) is not None


def test_points_are_compared_task_by_task(own: Course, place: Path) -> None:
    grade(own, place)
    result = next(entries.usable(own, place / "out"))
    report = Report()
    report.moved.add(result, result)
    assert moves.as_table(report.moved) is None
    task = result.tasks[0]
    less = msgspec.structs.replace(task, earned=task.earned - 5)
    lower = msgspec.structs.replace(result, tasks=[less, *result.tasks[1:]])
    for _ in range(3):
        report.moved.add(lower, result)
    assert list(report.moved) == [Move("small", "double", 55, 60, 3)]


def test_all_parts_together_are_the_class(own: Course, place: Path) -> None:
    for number in range(9):
        hand_in(place / "in", f"s{number}", WRONG if number % 2 else RIGHT)
    grade(own, place)
    whole, graded = contents(place / "out"), 0
    (place / "out").rename(place / "whole")
    for number in (1, 2, 3):
        graded += len(grade(own, place, shard=Shard(number, 3)).results)
        (place / "out").rename(place / f"part{number}")
    assert graded == 12
    parts = [place / f"part{number}" for number in (1, 2, 3)]
    merged = merging.merge(own, parts, place / "merged", "en")
    assert (merged.taken, merged.there, merged.refused) == (12, 0, [])
    assert contents(place / "merged") == whole
    again = merging.merge(own, parts, place / "merged", "en")
    assert (again.taken, again.there) == (0, 12)


def test_names_that_had_to_be_escaped_stay_theirs(place: Path) -> None:
    course = small_course.write(place / "course")
    odd = {"kim ": "kim\\x20", "lee\u200b": "lee\\u200b", "o\\k": "o\\x5ck", "=x": "'=x"}
    for student in odd:
        hand_in(place / "in", student, RIGHT)
    (course.folder / "overrides.csv").write_text(
        "student,task,points,reason,by\n"
        + "".join(f"{name},small/written,3,all said,Park\n" for name in (*odd.values(), "nobody"))
    )
    known = Manifest(students=[Student(each, [each]) for each in STUDENTS])
    records.save(place / "in" / MANIFEST, known)
    unknown = []
    for number in (1, 2):
        unknown += grade(course, place, shard=Shard(number, 2)).skipped
        (place / "out").rename(place / f"part{number}")
    assert [each.place for each in unknown] == ["nobody"]
    grade(course, place)
    merged = merging.merge(course, [place / "out"], place / "merged", "en")
    assert (merged.taken, merged.refused) == (7, [])
    for out in (place / "out", place / "merged"):
        rows = (out / "grades.csv").read_text("utf-8-sig").replace('"', "").splitlines()
        finals = {row.split(",")[0]: row.split(",")[5] for row in rows[1:]}
        assert finals == dict.fromkeys(odd.values(), "103") | dict.fromkeys(STUDENTS, "100")


def test_a_folder_that_no_grading_has_named_is_refused(own: Course, place: Path) -> None:
    grade(own, place)
    forged = place / "out" / "ann\u200b"
    (place / "out" / "ann").rename(forged)
    data = (forged / "small.json").read_bytes()
    (forged / "small.json").write_bytes(data.replace(b'"ann"', '"ann\u200b"'.encode(), 1))
    merged = merging.merge(own, [place / "out"], place / "merged", "en")
    assert (merged.taken, len(merged.refused)) == (2, 1)
    assert "no student's name" in merged.refused[0]


def test_results_that_differ_are_not_merged(own: Course, place: Path) -> None:
    grade(own, place)
    (place / "out").rename(place / "one")
    hand_in(place / "in", "bob", WRONG)
    grade(own, place)
    merged = merging.merge(own, [place / "one"], place / "out", "en")
    assert (merged.taken, merged.there) == (0, 2)
    (line,) = merged.refused
    assert "bob/small" in line and "\n" not in line
    with pytest.raises(OutError):
        merging.merge(own, [place / "in"], place / "new", "en")


def test_results_under_several_secrets_are_named(own: Course, place: Path) -> None:
    """How many there are of each; nothing is missing."""
    first = grade(own, place)
    (place / "out").rename(place / "one")
    assert first.skipped == []
    other = dataclasses.replace(request(own, place), secret=b"another secret")
    class_files.grade(other, lambda _standing: None)
    for name in ("ann", "bob"):
        shutil.rmtree(place / "out" / name, ignore_errors=True)
    merged = merging.merge(own, [place / "one"], place / "out", "en")
    count = {secret.fingerprint(SECRET): 2, secret.fingerprint(b"another secret"): 1}
    text = ", ".join(f"{number} × {each}" for each, number in sorted(count.items()))
    said = [Skipped("results", note("several_secrets", text=text))]
    assert merged.look == said
    hand_in(place / "new", "zoe", WRONG)
    more = dataclasses.replace(request(own, place), place=place / "new")
    again = class_files.grade(more, lambda _standing: None)
    assert [each.why.code for each in again.skipped] == ["several_secrets"]
    assert again.exit_code == 0


@pytest.mark.parametrize("left", [0, 1, 20, 60])
def test_what_was_cut_off_is_written_again(own: Course, place: Path, left: int) -> None:
    grade(own, place)
    whole = contents(place / "out")
    inside = ("bob/small.json", "bob/small.txt", "bob/small.html", "ann/small.html")
    for name in (*inside, *FOR_THE_CLASS[:4]):
        file = place / "out" / name
        file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(OutError, match=r"class\.json: cut off"):
        export.export(own, place / "out", "csv", place / "back", None, None)
    report = grade(own, place)
    assert contents(place / "out") == whole
    assert [(each.place, each.why.code) for each in report.skipped] == [
        ("class.json", "class_cut_off")
    ]
    assert (report.kept, report.exit_code) == (2, 3)


def test_bytes_that_are_no_text_stop_nobody(own: Course, place: Path) -> None:
    grade(own, place)
    whole = contents(place / "out")
    for name in ("bob/small.json", "class.json"):
        file = place / "out" / name
        file.write_bytes(file.read_bytes()[:-40] + b"\xff\xfe" + file.read_bytes()[-40:])
    grade(own, place)
    assert contents(place / "out") == whole


def test_results_that_can_not_be_used_are_named_by_all(own: Course, place: Path) -> None:
    grade(own, place)
    half, old = (place / "out" / name / "small.json" for name in ("bob", "eve"))
    half.write_bytes(half.read_bytes()[:400])
    old.write_bytes(old.read_bytes().replace(b'"name": "half"', b'"name": "halve"', 1))
    done = export.export(own, place / "out", "csv", place / "back", None, None)
    said = ["bob/small.json", "eve/small.json"]
    assert [line.split(": ")[1] for line in done.missed] == said
    merged = merging.merge(own, [place / "out"], place / "merged", "en")
    assert (merged.taken, len(merged.refused)) == (1, 2)
    shutil.rmtree(place / "in" / "bob")
    shutil.rmtree(place / "in" / "eve")
    report = grade(own, place)
    assert [each.place for each in report.skipped] == said
    assert report.exit_code == 3
    table = (place / "out" / "scores.csv").read_text(encoding="utf-8-sig")
    assert "eve,," in table.replace('"', "")


def test_points_that_can_not_be_are_no_result(own: Course, place: Path) -> None:
    grade(own, place)
    file = place / "out" / "bob" / "small.json"
    data = json.loads(file.read_bytes())
    data["tasks"][0]["earned"] = 1e308
    file.write_text(json.dumps(data), encoding="utf-8")
    done = export.export(own, place / "out", "csv", place / "back", None, None)
    assert done.missed == ["left out: bob/small.json: a result of impossible points"]
    assert grade(own, place).kept == 2


@pytest.mark.parametrize(
    ("when", "counts"), [("0001-01-01T00:00:00Z", 1), ("soon", 1), ("2026-03-20T23:59:00Z", 7)]
)
def test_attempts_that_can_not_be_are_no_record(
    own: Course, place: Path, when: str, counts: int
) -> None:
    grade(own, place)
    attempt = dict.fromkeys(("platform", "place", "source", "digest", "file"), "x")
    handed = {"student": "bob", "assignment": "small", "counts": counts,
              "attempts": [{"number": 1, "when": when, "late": False, **attempt}]}  # fmt: skip
    file = place / "out" / "class.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"collected": [handed]}))
    with pytest.raises(OutError, match=r"class\.json: not written by a grading"):
        class_files.report(own, place / "out", class_files.Pages("en"))


def test_marks_for_nobody_are_said_by_all(own: Course, place: Path) -> None:
    grade(own, place)
    overrides = own.folder / "overrides.csv"
    overrides.write_text("student,task,points,reason,by\nbab,half,1,asked,me\n", encoding="utf-8")
    try:
        said = Skipped("bab", note("not_here", file="overrides.csv"))
        assert merging.merge(own, [place / "out"], place / "merged", "en").look == [said]
        done = export.export(own, place / "out", "csv", place / "back", None, None)
        assert [line.split(": ")[:2] for line in done.notes] == [["look at", "bab"]]
        shown = subprocess.run(
            [COMMAND, "--course", own.folder, "report", place / "out"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert "look at: bab: overrides.csv" in shown.stderr and shown.returncode == 0
    finally:
        overrides.unlink()


def test_a_full_disk_ends_the_run_in_one_line(
    own: Course, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grade(own, place)
    hand_in(place / "in", "bob", WRONG)
    before = contents(place / "out")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", full)
        with pytest.raises(OutError, match="make room and run it again"):
            grade(own, place)
    assert contents(place / "out") == before
    assert grade(own, place).kept == 2


@pytest.fixture
def no_warm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(workers, "Sandboxes", Sandboxes)
    yield


@pytest.mark.slow
@pytest.mark.usefixtures("no_warm")
def test_processes_that_are_killed_cost_nothing_but_time(own: Course, place: Path) -> None:
    for number in range(20):
        hand_in(place / "in", f"s{number}", WRONG if number % 2 else RIGHT)
    grade(own, place)
    whole = contents(place / "out")
    (place / "out").rename(place / "whole")
    killed = 0

    def kill(standing: Standing) -> None:
        nonlocal killed
        if standing.done % 5 == 2 and killed < 4:
            for child in children(os.getpid())[:1]:
                os.kill(child, signal.SIGKILL)
                killed += 1

    for _ in range(3):
        report = class_files.grade(request(own, place, jobs=2), kill)
    assert killed > 1
    assert not report.lost
    assert contents(place / "out") == whole


def children(parent: int) -> list[int]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            line = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == parent and b"spawn_main" in line:
            found.append(int(process.name))
    return found


class Dying:
    """An executor in which one submission ends each process that grades it."""

    lost: tuple[type[BaseException], ...] = (EOFError,)
    gone: tuple[type[BaseException], ...] = (ConnectionError,)
    room = 3

    def __init__(self, inner: workers.Executor, gone: bool = False) -> None:
        self._inner, self._gone = inner, gone
        self.asked: list[tuple[str, bool]] = []
        self.prepare, self.close, self.abandon = inner.prepare, inner.close, inner.close

    def grade(self, submission: object, *, alone: bool = False) -> Future[object]:
        student = submission.student  # type: ignore[attr-defined]
        self.asked.append((student, alone))
        if student != "bob":
            return self._inner.grade(submission)  # type: ignore[arg-type, return-value]
        future: Future[object] = Future()
        future.set_exception(ConnectionError("lost") if self._gone else EOFError())
        return future


def dying(monkeypatch: pytest.MonkeyPatch, *, gone: bool) -> Callable[[], Dying]:
    made: list[Dying] = []

    def executor(terms: workers.Terms, *_how: object) -> Dying:
        made.append(Dying(workers.Here(terms), gone))
        return made[-1]

    monkeypatch.setattr(class_run, "_executor", executor)
    return lambda: made[-1]


def test_who_ends_the_worker_is_tried_once_more_alone(
    own: Course, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = dying(monkeypatch, gone=False)
    report = grade(own, place)
    assert [each.student for each in report.results] == ["ann", "eve"]
    ((submission, why),) = report.lost
    assert (submission.student, report.exit_code) == ("bob", 1)
    assert "needs a person" in why
    assert made().asked[-1] == ("bob", True)
    assert made().asked.count(("bob", False)) == 1
    assert "bob" not in (place / "out" / "scores.csv").read_text("utf-8-sig")


def test_a_scheduler_that_goes_away_leaves_what_is_finished(
    own: Course, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        dying(patch, gone=True)
        with pytest.raises(SchedulerError, match="goes on"):
            grade(own, place)
    finished = state(place / "out").keys()
    assert "ann" in finished and "bob" not in finished
    assert grade(own, place).kept == len(finished)


def test_a_secret_can_be_given(
    own: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret"
    with pytest.raises(SecretError, match="openssl"):
        secret.of_course(own.folder, file)
    file.write_text("short")
    with pytest.raises(SecretError, match="5 bytes"):
        secret.of_course(own.folder, file)
    file.write_text("a secret of the class\n")
    assert secret.of_course(own.folder, file) == b"a secret of the class"
    monkeypatch.setenv(secret.VARIABLE, str(file))
    assert secret.of_course(own.folder) == b"a secret of the class"


def test_a_course_that_can_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = small_course.write(tmp_path / "course")
    rightly = os.open

    def read_only(path: object, flags: int, *mode: object) -> int:
        if flags & os.O_CREAT:
            raise OSError(30, "Read-only file system")
        return rightly(path, flags, *mode)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(SecretError, match=r"--secret FILE.*openssl"):
        secret.of_course(course.folder)
    (course.folder / "solutions" / "secret").write_text("made by another person")
    assert secret.of_course(course.folder) == b"made by another person"


def test_progress_says_how_fast_and_how_long() -> None:
    now = 0.0
    pace = Pace(lambda: now)
    assert pace.words(Standing(10, 40, kept=10)) == "10 of 40 (10 graded before)"
    now = 2.0
    assert pace.words(Standing(20, 40, kept=10)) == (
        "20 of 40 (10 graded before), 5 a second, 4 s left"
    )
    now = 300.0
    said = pace.words(Standing(1030, 10000, counted=False, kept=10, looks=2))
    assert said.startswith("1,030 of about 10,000") and said.endswith("2 to look at")


def test_a_shard_is_the_same_whoever_else_is_in_the_class() -> None:
    students = [f"student {number}" for number in range(1000)]
    parts = [[s for s in students if Shard(n, 7).has(s)] for n in range(1, 8)]
    assert sorted(s for part in parts for s in part) == sorted(students)
    assert all(100 < len(part) < 190 for part in parts)
