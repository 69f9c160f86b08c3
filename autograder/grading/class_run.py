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

from autograder.checks.content import ContentError
from autograder.course import Course, CourseError
from autograder.course.files import write
from autograder.grading import result as results
from autograder.grading.judge import GradingOptions, Judge, language_of
from autograder.grading.result import Result
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.submissions import FolderError, Skipped, Submission, find
from autograder.sandbox import linux
from autograder.sandbox.process import SandboxError
from autograder.values.errors import KitError

Progress = Callable[[int, int], None]  # done, of how many
Written = Callable[[Result, str], None]  # a result that stands, and the language of its words
_TRIES = 2


class OutError(KitError):
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
    skipped: list[Skipped] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        if self.lost or any(result.has_error for result in self.results):
            return 1
        return 3 if self.unreadable or any(each.missed for each in self.skipped) else 0


@dataclass(frozen=True, slots=True)
class GradingRequest:
    """What to grade, and how."""

    course: Course
    secret: bytes
    options: GradingOptions
    place: Path
    out: Path
    student: str | None = None
    only: str | None = None
    jobs: int | None = None


def run(request: GradingRequest, progress: Progress, written: Written) -> Report:
    """Grade everything and write the results; `written` hears of each.

    Raises FolderError when there is nothing to grade, OutError when the results have no place,
    SandboxError and ContentError when nothing can be graded.
    """
    _require_out(request)
    report = Report()
    work: list[Submission] = []
    for found in find(request.course, request.place, request.student, request.only):
        if isinstance(found, Skipped):
            report.skipped.append(found)
        else:
            work.append(found)
    if not work:
        raise FolderError(
            f"{request.place}: no submission found; it should hold <student>/<assignment>.ipynb"
        )
    for submission, result in _judged(request, work, progress):
        if isinstance(result, Exception):
            why = f"{type(result).__name__}: {result}" if str(result) else type(result).__name__
            report.lost.append(Lost(submission, f"an internal error, {why}; grade it again"))
            continue
        try:
            _write(request.out, result)
            written(result, language_of(submission, request.options, request.course))
        except (OSError, ValueError) as why:
            reason = why.strerror if isinstance(why, OSError) else "it can't be written"
            report.lost.append(Lost(submission, str(reason)))
            continue
        report.results.append(result)
        if submission.submitted is None:
            report.unreadable.append(submission)
    names = request.course.names
    report.results.sort(key=lambda each: (each.student, names.index(each.assignment)))
    return report


def available_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0))


def earlier(request: GradingRequest, report: Report) -> Iterator[Result]:
    """The results of earlier runs that stand beside this one's."""
    graded = {(result.student, result.assignment) for result in report.results}
    for file in sorted(request.out.glob("*/*.json")):
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            result = results.decode(file.read_bytes())
            known = result.assignment in request.course.names
            if known and (result.student, result.assignment) not in graded:
                yield result


def _judged(
    request: GradingRequest, work: Sequence[Submission], progress: Progress
) -> Iterator[tuple[Submission, Result | Exception]]:
    """Each submission with its result; nothing is graded before all checks are known to load."""
    jobs = min(request.jobs or available_cores(), len(work))
    names = sorted({each.assignment for each in work}, key=request.course.names.index)
    done = 0
    progress(0, len(work))
    if jobs == 1:
        sandboxes = Sandboxes(request.course.limits, request.options.without)
        with contextlib.closing(sandboxes):
            judge = Judge(request.course, request.secret, request.options, sandboxes)
            for name in names:
                judge.prepare(name)
            _make(request.out)
            for submission in work:
                yield submission, _result_of(functools.partial(judge.grade, submission))
                done += 1
                progress(done, len(work))
        return
    left = list(work)
    for _attempt in range(_TRIES):
        with contextlib.suppress(BrokenProcessPool), _pool(request, jobs) as pool:
            list(pool.map(_prepare_in_worker, names))
            _make(request.out)
            for submission, result in _in_pool(pool, left):
                left.remove(submission)
                yield submission, result
                done += 1
                progress(done, len(work))
            return
        jobs = 1
    for submission in left:
        yield submission, BrokenProcessPool("its process ended")


def _in_pool(
    pool: Executor, work: Sequence[Submission]
) -> Iterator[tuple[Submission, Result | Exception]]:
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


def _result_of(grade: Callable[[], Result]) -> Result | Exception:
    """The result, or the internal error of this one grading."""
    try:
        return grade()
    except (SandboxError, ContentError, CourseError, BrokenProcessPool):
        raise
    except Exception as why:
        return why


def _pool(request: GradingRequest, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(os.getpid(), request.course, request.secret, request.options),
    )


class _Worker(NamedTuple):
    """What a worker keeps warm."""

    judge: Judge
    sandboxes: Sandboxes


_workers: list[_Worker] = []  # this process's own, if it is a worker


def _start_worker(starter: int, course: Course, secret: bytes, options: GradingOptions) -> None:
    """Begin as a worker, who ends with its starter and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_worker)
    end_with(starter, signal.SIGTERM)
    sandboxes = Sandboxes(course.limits, options.without)
    _workers.append(_Worker(Judge(course, secret, options, sandboxes), sandboxes))


def end_with(starter: int, by: signal.Signals) -> None:
    """Let this process get a signal when its starter ends, however that ends."""
    linux.prctl(linux.PR_SET_PDEATHSIG, by)
    if os.getppid() != starter:  # it died before the line above
        os._exit(1)


def _end_worker(*_signal: object) -> None:
    """At once: what was interrupted may hold a lock, so nothing is waited for."""
    for worker in _workers:
        worker.sandboxes.abandon()
    os._exit(1)


def _prepare_in_worker(assignment: str) -> None:
    _workers[0].judge.prepare(assignment)


def _grade_in_worker(submission: Submission) -> Result:
    return _workers[0].judge.grade(submission)


def _write(out: Path, result: Result) -> None:
    write(out / result.student / f"{result.assignment}.json", results.encode(result))


def _require_out(request: GradingRequest) -> None:
    """The results' folder must be apart from the submissions and hold no stranger's files."""
    out, place = request.out.resolve(), request.place.resolve()
    if place.is_dir() and out.is_relative_to(place):
        raise OutError(f"{request.out}: inside the submissions; choose a folder outside of them")
    if out.exists() and not out.is_dir():
        raise OutError(f"{request.out}: not a folder; choose another place for the results")
    for file in out.glob("*/*.json") if out.is_dir() else ():
        if file.stem in request.course.names and not _is_result(file):
            raise OutError(f"{file}: not a result of a grading; choose another folder")


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise OutError(f"{out}: {why.strerror}; choose another place") from None


def _is_result(file: Path) -> bool:
    try:
        return results.decode(file.read_bytes()).format == results.FORMAT
    except (OSError, msgspec.MsgspecError):
        return False
