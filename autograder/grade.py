"""Grading a folder of submissions: found one by one, judged in parallel, written as they come.

A unit of work is one student's one assignment with all its data in it, so any executor of
`concurrent.futures` can do it; here it is a pool of processes, each with its own warm judge.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import functools
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from autograder import result as results
from autograder import scores
from autograder.course import Course, CourseError
from autograder.feedback import text as feedback_text
from autograder.judge.judge import Judge, Terms, language_of
from autograder.judge.session import ChecksError
from autograder.misconceptions.catalogue import load_all
from autograder.result import SCORES, Result
from autograder.sandbox import kernel
from autograder.sandbox.process import SandboxError
from autograder.submission.folder import FolderError, Passed, Submission, find

Progress = Callable[[int, int], None]  # done, of how many
_TRIES = 2


class OutError(Exception):
    """The folder for the results can't be used; one line."""


class Lost(NamedTuple):
    """A submission that has no result, by no fault of its own, and why."""

    submission: Submission
    why: str


@dataclass(slots=True)
class Report:
    """What a run came to."""

    results: list[Result] = field(default_factory=list)
    unreadable: list[Submission] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        if self.lost or any(result.has_error for result in self.results):
            return 1
        return 3 if self.unreadable or any(each.missed for each in self.passed) else 0


@dataclass(frozen=True, slots=True)
class Order:
    """What to grade, and how."""

    course: Course
    secret: bytes
    terms: Terms
    place: Path
    out: Path
    student: str | None = None
    only: str | None = None
    jobs: int | None = None


def run(order: Order, progress: Progress) -> Report:
    """Grade everything, write the results, feedback and scores.

    Raises FolderError when there is nothing to grade, OutError when the results have no place,
    SandboxError and ChecksError when nothing can be graded.
    """
    _require_out(order)
    report = Report()
    work: list[Submission] = []
    for found in find(order.course, order.place, order.student, order.only):
        if isinstance(found, Passed):
            report.passed.append(found)
        else:
            work.append(found)
    if not work:
        raise FolderError(
            f"{order.place}: no submission found; it should hold <student>/<assignment>.ipynb"
        )
    load_all(order.course, only={each.assignment for each in work})  # a broken one stops it here
    _make(order.out)
    for submission, result in _judged(order, work, progress):
        if result is None:
            report.lost.append(Lost(submission, "grade it again"))
            continue
        try:
            _write(order, submission, result)
        except (OSError, ValueError) as why:
            reason = why.strerror if isinstance(why, OSError) else "it can't be written"
            report.lost.append(Lost(submission, str(reason)))
            continue
        report.results.append(result)
        if submission.handed is None:
            report.unreadable.append(submission)
    report.results.sort(key=lambda each: (each.student, order.course.names.index(each.assignment)))
    results.write(order.out / SCORES, scores.as_csv(order.course, _scores(order, report)))
    return report


def available_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0))


def _judged(
    order: Order, work: Sequence[Submission], progress: Progress
) -> Iterator[tuple[Submission, Result | None]]:
    jobs = min(order.jobs or available_cores(), len(work))
    done = 0
    progress(0, len(work))
    if jobs == 1:
        with contextlib.closing(Judge(order.course, order.secret, order.terms)) as judge:
            for submission in work:
                yield submission, _result_of(functools.partial(judge.grade, submission))
                done += 1
                progress(done, len(work))
        return
    left = list(work)
    for attempt in range(1, _TRIES + 1):
        with contextlib.suppress(BrokenProcessPool), _pool(order, jobs) as pool:
            for submission, result in _in_pool(pool, left):
                left.remove(submission)
                yield submission, result
                done += 1
                progress(done, len(work))
            return
        jobs = 1 if attempt == 1 else jobs
    for submission in left:
        yield submission, None


def _in_pool(
    pool: Executor, work: Sequence[Submission]
) -> Iterator[tuple[Submission, Result | None]]:
    futures = {pool.submit(_grade_in_worker, submission): submission for submission in work}
    try:
        for future in concurrent.futures.as_completed(futures):
            yield futures[future], _result_of(future.result)
    except BaseException:  # Ctrl-C, say: what the workers are at is not wanted any more
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _result_of(grade: Callable[[], Result]) -> Result | None:
    """The result; None when this one grading broke by the kit's own fault."""
    try:
        return grade()
    except (SandboxError, ChecksError, CourseError, BrokenProcessPool):
        raise
    except Exception:
        return None


def _pool(order: Order, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(os.getpid(), order.course, order.secret, order.terms),
    )


_judges: list[Judge] = []  # a worker's own


def _start_worker(starter: int, course: Course, secret: bytes, terms: Terms) -> None:
    """Begin as a worker, who ends with its starter and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_worker)
    end_with(starter, signal.SIGTERM)
    _judges.append(Judge(course, secret, terms))


def end_with(starter: int, by: signal.Signals) -> None:
    """Let this process get a signal when its starter ends, however that ends."""
    kernel.prctl(kernel.PR_SET_PDEATHSIG, by)
    if os.getppid() != starter:  # it died before the line above
        os._exit(1)


def _end_worker(*_signal: object) -> None:
    """At once: what was interrupted may hold a lock, so nothing is waited for."""
    for judge in _judges:
        judge.abandon()
    os._exit(1)


def _grade_in_worker(submission: Submission) -> Result:
    return _judges[0].grade(submission)


def _write(order: Order, submission: Submission, result: Result) -> None:
    stem = order.out / result.student / result.assignment
    language = language_of(submission, order.terms, order.course)
    results.write(stem.with_suffix(".json"), results.encode(result))
    words = feedback_text(result, order.course, language)
    results.write(stem.with_suffix(".txt"), words.encode("utf-8", "replace"))


def _scores(order: Order, report: Report) -> dict[str, dict[str, float]]:
    """This run's scores; those of a part of the class stand beside the scores of before."""
    every = list(report.results)
    if order.only is not None or not order.place.is_dir():
        graded = {(result.student, result.assignment) for result in every}
        every += [
            before
            for before in _earlier(order)
            if (before.student, before.assignment) not in graded
        ]
    return scores.table_of(every)


def _earlier(order: Order) -> Iterator[Result]:
    for file in sorted(order.out.glob("*/*.json")):
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            result = results.decode(file.read_bytes())
            if result.assignment in order.course.names:
                yield result


def _require_out(order: Order) -> None:
    """The results' folder must be apart from the submissions and hold no stranger's files."""
    out, place = order.out.resolve(), order.place.resolve()
    if place.is_dir() and out.is_relative_to(place):
        raise OutError(f"{order.out}: inside the submissions; choose a folder outside of them")
    if out.exists() and not out.is_dir():
        raise OutError(f"{order.out}: not a folder; choose another place for the results")
    table = out / SCORES
    if table.exists() and not _is_table(table):
        raise OutError(f"{table}: not written by a grading; choose another folder")
    for file in out.glob("*/*.json") if out.is_dir() else ():
        if file.stem in order.course.names and not _is_result(file):
            raise OutError(f"{file}: not a result of a grading; choose another folder")
    for file in out.glob("*/*.txt") if out.is_dir() else ():
        if file.stem in order.course.names and not _is_feedback(file):
            raise OutError(f"{file}: not the feedback of a grading; choose another folder")


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise OutError(f"{out}: {why.strerror}; choose another place") from None


def _is_table(file: Path) -> bool:
    return file.is_file() and file.read_bytes().startswith(b"\xef\xbb\xbfstudent,")


def _is_feedback(file: Path) -> bool:
    """Whether the file begins as feedback does: with a heading, underlined."""
    lines = file.read_bytes().splitlines()[:2] if file.is_file() else []
    return len(lines) == 2 and set(lines[1]) == {ord("=")}


def _is_result(file: Path) -> bool:
    try:
        return results.decode(file.read_bytes()).format == results.FORMAT
    except (OSError, msgspec.MsgspecError):
        return False
