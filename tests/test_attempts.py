"""Which attempt's result stands, and with which lateness, whatever is graded when, up to where."""

from __future__ import annotations

import csv
import io
import multiprocessing
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import msgspec
import platform_exports as exports
import pytest
import small_course
from conftest import solution
from test_kept import Dying

from autograder import course as courses
from autograder.course import Course, records
from autograder.course.policy import Policy
from autograder.grading import class_run, workers
from autograder.grading.class_run import GradingRequest, Progress, Report, Shard, Standing
from autograder.grading.judge import GradingOptions
from autograder.intake import attempts
from autograder.intake.collect import collect
from autograder.intake.found import FolderError
from autograder.intake.manifest import Attempt, Collected
from autograder.intake.tables import TableError
from autograder.reports import class_files, class_record, grades, merging
from autograder.reports.class_files import Pages

pytestmark = pytest.mark.usefixtures("warm_runs")
CODE = solution("small", small_course.HOME)
RIGHT = exports.notebook("small", CODE)
WRONG = exports.notebook("small", f"{CODE}\ndef double(x):\n    return 3 * x")  # 40 points
STEPS = exports.notebook("steps", "def direction(x): return 1")
DEADLINES = {"small": datetime(2026, 3, 20, 23, 59)}
IN_TIME, LATE = "2026-03-20 10:00:00 UTC", "2026-03-24 10:00:00 UTC"  # by four days
ON_TIME = ("100", "", "100")
KILLED = """
import os, signal, sys, test_attempts as tests
from pathlib import Path
place = Path(sys.argv[1])
tests.grade(tests.course(sys.argv[2]), place, look=lambda standing: (
    os.kill(os.getpid(), signal.SIGKILL) if standing.done == int(sys.argv[3]) else None
), force=True)
"""


def course(attempt: str) -> Course:
    """The small course with a policy in which four days cost 60 points."""
    policy = Policy(attempt, deadlines=DEADLINES, penalty_per_day=20, cap=60)  # type: ignore[arg-type]
    return msgspec.structs.replace(courses.load(small_course.HOME), policy=policy)


def hand_in(course: Course, place: Path, *files: tuple[str, str, bytes]) -> None:
    """Collect an export of these: student and assignment, when, and the notebook."""
    export = place / "export.zip"
    names = [f"{whose}+{when}+x{n}" for n, (whose, when, _) in enumerate(files)]
    export.write_bytes(
        exports.zipped(
            {
                f"{name}/{name.split('+')[1]}.ipynb": data
                for name, (_, _, data) in zip(names, files, strict=True)
            }
        )
    )
    collect(course, [export], place / "in")


def grade(course: Course, place: Path, look: Progress = print, **more: object) -> Report:
    options = {"jobs": 1} | more
    request = GradingRequest(
        course, b"a secret for the tests", GradingOptions("en"), place / "in", place / "out",
        **options,  # type: ignore[arg-type]
    )  # fmt: skip
    return class_files.grade(request, look)


def counts(out: Path) -> dict[str, tuple[str, str, str]]:
    """Of each student's `small`: raw points, penalty, and what counts."""
    data = (out / "grades.csv").read_text(encoding="utf-8-sig")
    return {
        row["student"]: (row["small raw"], row["small penalty"], row["small final"])
        for row in csv.DictReader(io.StringIO(data, newline=""))
    }


def written(course: Course, out: Path) -> dict[str, bytes]:
    """All that people read, but for the class's page; and that it is what the results say."""
    files = [*out.glob("*/*.txt"), *out.glob("*/*.html"), out / "grades.csv", out / "class.json"]
    found = {str(file.relative_to(out)): file.read_bytes() for file in files}
    class_files.report(course, out, Pages("en"))
    assert found == {name: (out / name).read_bytes() for name in found}
    return found


@pytest.fixture
def best(tmp_path: Path) -> Course:
    """The best attempt counts: each has a right one, and then a late one with 40 points."""
    best = course("best")
    both = ((IN_TIME, RIGHT), (LATE, WRONG))
    students = ("ann", "bea", "cem", "dan")
    hand_in(best, tmp_path, *((f"{who}+small", when, data) for who in students
                              for when, data in both),
            ("ann+steps", IN_TIME, STEPS))  # fmt: skip
    return best


@pytest.mark.parametrize("more", [{"student": "ann"}, {"only": "steps"}, {"shard": Shard(1, 2)}])
def test_the_best_attempts_of_others_stay(
    best: Course, tmp_path: Path, more: dict[str, object]
) -> None:
    grade(best, tmp_path)
    assert set(counts(tmp_path / "out").values()) == {ON_TIME}
    whole = written(best, tmp_path / "out")
    report = grade(best, tmp_path, **more)
    assert report.kept == len(report.results)
    assert written(best, tmp_path / "out") == whole


def test_where_nothing_is_found_the_best_attempts_stay(best: Course, tmp_path: Path) -> None:
    grade(best, tmp_path)
    whole = written(best, tmp_path / "out")
    with pytest.raises(FolderError, match="no student's folder"):
        grade(best, tmp_path, student="nobody")
    assert written(best, tmp_path / "out") == whole


@pytest.mark.parametrize("shown", [1, 4, 7, 9, 11, 13])
def test_a_run_that_is_stopped_leaves_the_best_attempts(
    best: Course, tmp_path: Path, shown: int
) -> None:
    grade(best, tmp_path)
    seen: list[Standing] = []

    def stop(standing: Standing) -> None:  # of six of the first attempts, then of seven of the last
        seen.append(standing)
        if len(seen) == shown:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade(best, tmp_path, stop, force=True)
    assert set(counts(tmp_path / "out").values()) == {ON_TIME}
    written(best, tmp_path / "out")


def test_where_an_attempt_is_lost_stays_what_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    best = course("best")
    hand_in(best, tmp_path, ("bob+small", IN_TIME, RIGHT), ("bob+small", LATE, WRONG))

    def grade_without_the_first() -> None:
        made: list[workers.Executor] = []

        def executor(terms: workers.Terms, *_how: object) -> workers.Executor:
            here = workers.Here(terms)
            made.append(here if made else Dying(here))  # type: ignore[arg-type]
            return made[-1]

        with monkeypatch.context() as patch:
            patch.setattr(class_run, "_executor", executor)
            report = grade(best, tmp_path, force=True)
        assert ([each.submission.student for each in report.lost], report.exit_code) == (["bob"], 1)

    grade_without_the_first()
    assert counts(tmp_path / "out") == {"bob": ("40", "40", "0")}
    grade(best, tmp_path)
    grade_without_the_first()
    assert counts(tmp_path / "out") == {"bob": ON_TIME}
    written(best, tmp_path / "out")


def test_parts_know_of_their_own_students_alone(best: Course, tmp_path: Path) -> None:
    grade(best, tmp_path)
    whole = written(best, tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "whole")
    parts = []
    for number in (1, 2, 3):
        grade(best, tmp_path, shard=Shard(number, 3))
        parts.append((tmp_path / "out").rename(tmp_path / f"part{number}"))
        own = {each.student for each in class_record.load(parts[-1]).students}
        assert own == {who for who in ("ann", "bea", "cem", "dan") if Shard(number, 3).has(who)}
        assert set(counts(parts[-1])) == own
    for turn in (parts, parts[::-1]):
        out = tmp_path / turn[0].name / "merged"
        merging.merge(best, turn, out, "en")
        assert written(best, out) == whole


@pytest.fixture
def last(tmp_path: Path) -> Course:
    """The last attempt counts: ann's, graded in time, was followed by a late one and by `steps`."""
    last = course("last")
    hand_in(last, tmp_path, ("ann+small", IN_TIME, RIGHT), ("bea+small", IN_TIME, RIGHT))
    grade(last, tmp_path)
    hand_in(last, tmp_path, ("ann+small", LATE, WRONG), ("ann+steps", LATE, STEPS),
            ("bea+small", LATE, WRONG))  # fmt: skip
    return last


def test_lateness_is_of_the_attempt_that_was_graded(last: Course, tmp_path: Path) -> None:
    late = ("40", "40", "0")
    grade(last, tmp_path, only="steps")
    assert counts(tmp_path / "out") == {"ann": ON_TIME, "bea": ON_TIME}
    grade(last, tmp_path, student="bea")
    assert counts(tmp_path / "out") == {"ann": ON_TIME, "bea": late}
    written(last, tmp_path / "out")
    grade(last, tmp_path)
    assert counts(tmp_path / "out") == {"ann": late, "bea": late}
    written(last, tmp_path / "out")


@pytest.mark.parametrize("done", [0, 1, 2])
def test_a_run_that_is_killed_leaves_each_result_its_attempt(
    last: Course, tmp_path: Path, done: int
) -> None:
    arguments = [sys.executable, "-c", KILLED, str(tmp_path), "last", str(done)]
    tests = Path(__file__).parent
    assert subprocess.run(arguments, cwd=tests, check=False).returncode == -signal.SIGKILL
    number = {key: each.final for key, each in grades.grades(last, tmp_path / "out").items()}
    assert [number["ann", "small"], number["bea", "small"]] == [100.0 * (done == 0), 100.0]
    grade(last, tmp_path)
    assert counts(tmp_path / "out") == {"ann": ("40", "40", "0"), "bea": ("40", "40", "0")}
    assert not (tmp_path / "out" / ".class.jsonl").exists()


def test_a_run_that_is_stopped_leaves_tables_of_what_stands(last: Course, tmp_path: Path) -> None:
    def stop(standing: Standing) -> None:
        if standing.done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade(last, tmp_path, stop)
    assert counts(tmp_path / "out") == {"ann": ("40", "40", "0"), "bea": ON_TIME}
    written(last, tmp_path / "out")


def test_runs_into_one_folder_keep_each_others_attempts(tmp_path: Path) -> None:
    parts = {tmp_path / f"part{number}": (f"s{number}", "small") for number in range(8)}
    for part, key in parts.items():
        part.mkdir()
        record = class_record.ClassRecord(collected=[Collected(*key, 0, [])])
        records.save(part / class_record.FILE, record)
    out = tmp_path / "out"
    out.mkdir()
    fork = multiprocessing.get_context("fork")
    merges = [
        fork.Process(target=class_record.merge, args=(out, {part: {key}}))
        for part, key in parts.items()
    ]
    for each in merges:
        each.start()
    for each in merges:
        each.join()
    assert len(class_record.load(out).collected) == 8


def test_a_result_that_is_not_taken_keeps_its_attempt(last: Course, tmp_path: Path) -> None:
    part = (tmp_path / "out").rename(tmp_path / "part")
    grade(last, tmp_path, student="ann")
    merged = merging.merge(last, [part], tmp_path / "out", "en")
    assert (merged.taken, len(merged.refused)) == (1, 1)
    assert counts(tmp_path / "out") == {"ann": ("40", "40", "0"), "bea": ON_TIME}


def test_another_attempt_by_name_waits_for_a_collect(tmp_path: Path) -> None:
    named = msgspec.structs.replace(small_course.write(tmp_path), policy=Policy("named"))
    table = tmp_path / "attempts.csv"
    table.write_text("student,assignment,attempt\nann,small,2\nbea,small,1\n", encoding="utf-8")
    two = [Attempt(number, None, False, "folder", "", "", "", "") for number in (1, 2)]
    made = [Collected(name, "small", 1, two) for name in ("ann", "bea")]
    [said] = attempts.named_otherwise(named, made)
    assert (said.place, said.why.code, said.missed) == ("ann/small", "named_otherwise", True)
    last = msgspec.structs.replace(named, policy=Policy("last"))
    assert not list(attempts.named_otherwise(last, made))


def test_who_is_named_is_called_as_in_the_tables(tmp_path: Path) -> None:
    named = msgspec.structs.replace(small_course.write(tmp_path), policy=Policy("named"))
    (tmp_path / "attempts.csv").write_text(
        "student,assignment,attempt\nkim\\x20,small,2\n'=x,small,1\n"
    )
    assert attempts.named(named) == {("kim\\x20", "small"): 2, ("=x", "small"): 1}


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "", "two", "9" * 5000])
def test_what_is_no_number_of_an_attempt_is_refused(tmp_path: Path, number: str) -> None:
    named = msgspec.structs.replace(small_course.write(tmp_path), policy=Policy("named"))
    (tmp_path / "attempts.csv").write_text(f"student,assignment,attempt\nkim,small,{number}\n")
    with pytest.raises(TableError, match=r"attempts\.csv:2: give an assignment and the number"):
        attempts.named(named)
