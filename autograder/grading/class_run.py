"""Grading a folder of submissions: found one by one, judged in parallel, written as they come.

What was graded before and would come out the same is kept. Whatever ends a run, the results
written so far stand, and the next run goes on from them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from autograder.course import Course
from autograder.grading import store
from autograder.grading.cluster import Cluster
from autograder.grading.judge import ContendedError, GradingOptions, key_of
from autograder.grading.moved import Moved
from autograder.grading.result import Result, Summary
from autograder.grading.store import OutError, Results
from autograder.grading.workers import (
    EndedError,
    Executor,
    Here,
    Processes,
    SchedulerError,
    Terms,
    available_cores,
)
from autograder.intake.found import FolderError, Skipped, Submission
from autograder.intake.submissions import find
from autograder.values.errors import KitError

_FIRST: Final = 200  # submissions that are looked through before anything is graded
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


class Lost(NamedTuple):
    """A submission that has no result, by no fault of its own, and why."""

    submission: Submission
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a run is. `total`: of so many, a guess unless all of them were `counted`.

    `looks`: how many need a person.
    """

    done: int
    total: int
    counted: bool = True
    kept: int = 0
    looks: int = 0


Progress = Callable[[Standing], None]


@dataclass(slots=True)
class Report:
    """What a run came to. `passed_over`: what was graded while another file was not.

    `kept`: how many of the results stood already and hold.
    """

    results: list[Summary] = field(default_factory=list)
    kept: int = 0
    unreadable: list[Submission] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    passed_over: list[Submission] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    moved: Moved = field(default_factory=Moved)

    @property
    def exit_code(self) -> int:
        if self.lost or any(result.has_error for result in self.results):
            return 1
        return 3 if self.unreadable or any(each.missed for each in self.skipped) else 0


class Shard(NamedTuple):
    """The part `number` of `all` parts, from 1, of a class."""

    number: int
    all: int

    def has(self, student: str) -> bool:
        """Whether the student is in this part, whoever else is in the class."""
        digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8]) % self.all == self.number - 1


@dataclass(frozen=True, slots=True)
class GradingRequest:
    """What to grade, and how. `force`: also what was graded before and would come out the same."""

    course: Course
    secret: bytes
    options: GradingOptions
    place: Path
    out: Path
    student: str | None = None
    only: str | None = None
    jobs: int | None = None
    force: bool = False
    shard: Shard | None = None
    scheduler: str | None = None

    def is_about(self, student: str) -> bool:
        """Whether the student is in the part of the class that is graded."""
        return self.shard is None or self.shard.has(student)


def run(request: GradingRequest, progress: Progress, results: Results) -> Report:
    """Grade everything and keep the results, those of before that hold among them.

    Raises FolderError when there is nothing to grade, OutError when the results have no place,
    SchedulerError when who grades is gone, SandboxError and ContentError when nothing can be
    graded.
    """
    store.require_out(request.course, request.place, request.out)
    return _Run(request, progress, results).run()


class _Run:
    """One grading of a class."""

    def __init__(self, request: GradingRequest, progress: Progress, results: Results) -> None:
        self._request = request
        self._progress = progress
        self._results = results
        self._report = Report()
        self._found = 0
        self._students: set[str] = set()
        self._folders = _folders(request.place)
        self._looks = 0
        self._counted = False
        self._terms = Terms(request.course, request.secret, request.options)

    def run(self) -> Report:
        found = self._submissions()
        first = list(islice(found, _FIRST))
        if not self._found:
            if self._request.shard is None or not self._students:
                raise FolderError(
                    f"{self._request.place}: no submission found; it should hold "
                    "<student>/<assignment>.ipynb"
                )
            store.make(self._request.out)  # a part may be empty
        self._show()
        left = [each for each in first if not self._is_kept(each)]
        more = (each for each in found if not self._is_kept(each))
        if not left and (after := next(more, None)) is not None:
            left = [after]
        if left:
            self._grade(left, more)
        self._show()
        names = self._request.course.names
        self._report.results.sort(key=lambda each: (each.student, names.index(each.assignment)))
        return self._report

    def _submissions(self) -> Iterator[Submission]:
        """What is to be graded, as it is found; all else goes into the report."""
        request, report = self._request, self._report
        for each in find(request.course, request.place, request.student, request.only):
            if isinstance(each, Skipped):
                if request.is_about(each.student):
                    report.skipped.append(each)
                continue
            self._students.add(each.student)
            if not request.is_about(each.student):
                continue
            self._found += 1
            if each.others:
                report.passed_over.append(_emptied(each))
            yield each
        self._counted = True

    def _is_kept(self, submission: Submission) -> bool:
        """Whether its result stands and holds; then it is part of this run's."""
        request = self._request
        before = self._results.before(submission)
        if before is None or request.force or before.has_error:
            return False
        if before.key != key_of(submission, *self._terms):
            return False
        self._report.kept += 1
        self._keep(submission, before)
        return True

    def _grade(self, left: list[Submission], more: Iterator[Submission]) -> None:
        request = self._request
        jobs = request.jobs or available_cores()
        if self._counted:
            jobs = min(jobs, len(left))
        executor = _executor(self._terms, jobs, request.scheduler)
        try:
            _prepare(executor, request.course, left)
            store.make(request.out)
            for submission, result in _graded(executor, chain(left, more)):
                self._take(submission, result)
                self._show()
        except BaseException:  # Ctrl-C, say
            executor.abandon()
            raise
        executor.close()

    def _take(self, submission: Submission, result: Result | Exception) -> None:
        """Keep the result; where that fails, or there is none, the submission is lost."""
        if isinstance(result, Exception):
            self._report.lost.append(Lost(_emptied(submission), _why(result)))
            return
        before = self._results.before(submission)
        if self._keep(submission, result) and before is not None:
            self._report.moved.add(before, result)

    def _keep(self, submission: Submission, result: Result) -> bool:
        """Whether it could be kept."""
        report = self._report
        try:
            stands = self._results.keep(result)
        except (OSError, ValueError) as why:
            if isinstance(why, OSError) and why.errno in _NO_ROOM:
                raise OutError(
                    f"{self._request.out}: {why.strerror}; make room and run it again"
                ) from None
            reason = why.strerror if isinstance(why, OSError) else "it can't be written"
            report.lost.append(Lost(_emptied(submission), str(reason)))
            return False
        report.results.append(Summary.of(stands))
        self._looks += stands.has_error
        if submission.submitted is None:
            report.unreadable.append(submission)
        return True

    def _show(self) -> None:
        report, total = self._report, self._found
        if not self._counted:
            total = max(total, round(total * self._folders / max(1, len(self._students))))
        done = len(report.results) + len(report.lost)
        looks = self._looks + len(report.lost)
        self._progress(Standing(done, total, self._counted, report.kept, looks))


def _executor(terms: Terms, jobs: int, scheduler: str | None) -> Executor:
    if scheduler is not None:
        return Cluster(terms, scheduler)
    return Here(terms) if jobs == 1 else Processes(terms, jobs)


def _folders(place: Path) -> int:
    """How many students there may be; only for a guess of how much there is to do."""
    with contextlib.suppress(OSError), os.scandir(place) as entries:
        return sum(not entry.name.startswith(".") for entry in entries)
    return 1


def _why(error: Exception) -> str:
    if isinstance(error, ContendedError):
        return "the machine was too busy; grade it again"
    if isinstance(error, EndedError):
        return f"{error}; it needs a person"
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"an internal error, {' '.join(said.split())}; grade it again"


def _emptied(submission: Submission) -> Submission:
    """The submission without its code, which a report of a large class has no room for."""
    return dataclasses.replace(submission, submitted=None)


def _prepare(executor: Executor, course: Course, work: Sequence[Submission]) -> None:
    """Nothing is graded before the checks of what comes first are known to load."""
    names = sorted({each.assignment for each in work}, key=course.names.index)
    for future in [executor.prepare(name) for name in names]:
        _known(executor, future.result)


def _graded(
    executor: Executor, work: Iterator[Submission]
) -> Iterator[tuple[Submission, Result | Exception]]:
    """Each with its result, as they come.

    Those that the others cost a check, and those whose worker ended, are graded once more, one by
    one, at last.
    """
    again: list[Submission] = []
    futures: dict[Future[Result], Submission] = {}
    while True:
        for submission in islice(work, max(0, executor.room - len(futures))):
            futures[executor.grade(submission)] = submission
        if not futures:
            break
        done = wait(futures, return_when=FIRST_COMPLETED).done
        for future in sorted((each for each in futures if each in done), key=_has_failed):
            submission = futures.pop(future)
            result = _known(executor, future.result)
            if isinstance(result, (ContendedError, EndedError)):
                again.append(submission)
            else:
                yield submission, result
    for submission in again:
        yield submission, _known(executor, executor.grade(submission, alone=True).result)


def _has_failed(future: Future[Result]) -> bool:
    """Such come after the results, which stand whatever the failure ends."""
    return future.cancelled() or future.exception() is not None


def _known(executor: Executor, outcome: Callable[[], Any]) -> Any:
    """The outcome, or why this one submission has none. Raises what would be so for all."""
    try:
        return outcome()
    except KitError:
        raise
    except executor.lost:
        return EndedError("each process that graded it ended")
    except executor.gone as why:
        said = " ".join(f"{type(why).__name__} {why}".split())[:200]
        raise SchedulerError(f"who grades is gone ({said}); the same command goes on") from None
    except Exception as why:
        return why
