"""Who grades: this process, a pool of processes on this machine, or the workers of a cluster.

A unit of work is one student's one assignment with all its data in it, so whatever runs a
function elsewhere can do it. A worker keeps a warm judge, and it and all its sandboxes have one
processor, so that no submission takes its neighbours' time.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, NamedTuple, Protocol

from autograder.course import Course
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.result import Result
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.sandbox import linux
from autograder.values.errors import KitError

_AHEAD: Final = 2  # submissions a process has, the one it is at and the next


class Terms(NamedTuple):
    """What a worker must know beside the submissions."""

    course: Course
    secret: bytes
    options: GradingOptions


class EndedError(Exception):
    """The processes that graded a submission ended; no word of whose fault it was."""


class SchedulerError(KitError):
    """Who grades can't be reached any more, or never could; one line."""


class Executor(Protocol):
    """Where submissions are graded.

    A future raises one of `lost` if its worker ended, of `gone` if there is nobody to ask any more.
    """

    lost: tuple[type[BaseException], ...]
    gone: tuple[type[BaseException], ...]

    @property
    def room(self) -> int:
        """Submissions that it can have at a time."""

    def prepare(self, assignment: str) -> Future[None]:
        """Load all that grading the assignment needs, somewhere; workers begin to get ready."""

    def grade(self, submission: Submission, *, alone: bool = False) -> Future[Result]:
        """`alone`: nothing else is graded at the same time."""

    def close(self) -> None:
        """When all is done."""

    def abandon(self) -> None:
        """At once: what the workers are at is not wanted any more."""


class Here:
    """This process grades."""

    room = 1
    lost: tuple[type[BaseException], ...] = ()
    gone: tuple[type[BaseException], ...] = ()

    def __init__(self, terms: Terms) -> None:
        self._sandboxes = Sandboxes(terms.course.limits, terms.options.without)
        self._judge = Judge(*terms, self._sandboxes, keeps=True)

    def prepare(self, assignment: str) -> Future[None]:
        return _done(lambda: self._judge.prepare(assignment))

    def grade(self, submission: Submission, *, alone: bool = True) -> Future[Result]:  # noqa: ARG002
        """It always is."""
        return _done(lambda: self._judge.grade(submission))

    def close(self) -> None:
        self._sandboxes.close()

    abandon = close


def _done(work: Callable[[], Any]) -> Future[Any]:
    future: Future[Any] = Future()
    try:
        future.set_result(work())
    except Exception as why:
        future.set_exception(why)
    return future


class Processes:
    """A pool of processes, each in a pool of its own: one that ends takes no other with it."""

    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)
    gone: tuple[type[BaseException], ...] = ()

    def __init__(self, terms: Terms, jobs: int) -> None:
        self.room = _AHEAD * jobs
        self._terms = terms
        self._pools = [self._pool() for _ in range(jobs)]
        self._waiting: list[set[Future[Any]]] = [set() for _ in range(jobs)]

    def _pool(self) -> ProcessPoolExecutor:
        starting = multiprocessing.get_context("spawn")
        initial = os.getpid(), self._terms
        return ProcessPoolExecutor(
            1, mp_context=starting, initializer=_start_process, initargs=initial
        )

    def prepare(self, assignment: str) -> Future[None]:
        if not any(self._waiting):
            for pool in self._pools:
                pool.submit(begin_in_worker, self._terms, assignment)
        return self._submit(prepare_in_worker, self._terms, assignment)

    def grade(self, submission: Submission, *, alone: bool = False) -> Future[Result]:
        return self._submit(grade_in_worker, self._terms, submission, alone)

    def _submit(self, work: Callable[..., Any], *arguments: Any) -> Future[Any]:
        place = min(range(len(self._pools)), key=lambda place: len(self._waiting[place]))
        try:
            future = self._pools[place].submit(work, *arguments)
        except BrokenProcessPool:
            self._pools[place].shutdown(wait=False)
            self._pools[place] = self._pool()
            future = self._pools[place].submit(work, *arguments)
        waiting = self._waiting[place]
        waiting.add(future)
        future.add_done_callback(waiting.discard)
        return future

    def close(self) -> None:
        for pool in self._pools:
            pool.shutdown(wait=True, cancel_futures=True)

    def abandon(self) -> None:
        for pool in self._pools:
            for process in list((getattr(pool, "_processes", None) or {}).values()):
                process.terminate()
        self.close()


class _Worker(NamedTuple):
    """What a worker keeps warm."""

    judge: Judge
    sandboxes: Sandboxes
    processor: socket.socket | None


_workers: dict[bytes, _Worker] = {}  # this process's own, if it is a worker


def begin_in_worker(terms: Terms, assignment: str) -> None:
    """The worker is there, and its sandbox gets ready."""
    _worker(terms).judge.begin(assignment)


def prepare_in_worker(terms: Terms, assignment: str) -> None:
    """Raises ContentError, CourseError."""
    _worker(terms).judge.prepare(assignment)


def grade_in_worker(terms: Terms, submission: Submission, alone: bool) -> Result:
    """Raises SandboxError, ContentError, ContendedError."""
    return _worker(terms).judge.grade(submission, alone=alone)


def _worker(terms: Terms) -> _Worker:
    """The warm one of this process; one of other terms is closed."""
    known = repr((terms.course, terms.options)).encode() + terms.secret
    if known not in _workers:
        _close_workers()
        processor = own_processor()
        sandboxes = Sandboxes(terms.course.limits, terms.options.without)
        judge = Judge(*terms, sandboxes, keeps=True)
        _workers[known] = _Worker(judge, sandboxes, processor)
    return _workers[known]


def _close_workers() -> None:
    for worker in _workers.values():
        worker.sandboxes.close()
        if worker.processor is not None:
            worker.processor.close()
    _workers.clear()


_at_first: Final = os.sched_getaffinity(0)  # the processors that this process was given


def own_processor() -> socket.socket | None:
    """Let this process and its children have one processor, that no other worker has.

    The socket stands for it, as long as it is open. Where all are taken one is shared.
    """
    cores = sorted(_at_first)
    for core in cores:
        place = socket.socket(socket.AF_UNIX)
        try:
            place.bind(f"\0autograder-processor-{core}")
        except OSError:
            place.close()
            continue
        os.sched_setaffinity(0, {core})
        return place
    os.sched_setaffinity(0, {cores[os.getpid() % len(cores)]})
    return None


def _start_process(starter: int, terms: Terms) -> None:
    """Begin as a worker, who ends with its starter and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_worker)
    end_with(starter, signal.SIGTERM)
    _worker(terms)


def end_with(starter: int, by: signal.Signals) -> None:
    """Let this process get a signal when its starter ends, however that ends."""
    linux.prctl(linux.PR_SET_PDEATHSIG, by)
    if os.getppid() != starter:  # it died before the line above
        os._exit(1)


def _end_worker(*_signal: object) -> None:
    """At once: what was interrupted may hold a lock, so nothing is waited for."""
    for worker in _workers.values():
        worker.sandboxes.abandon()
    os._exit(1)


def available_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0))
