"""Trying many submissions at once: a few processes, each with its own warm tryout."""

from __future__ import annotations

import multiprocessing
import multiprocessing.util
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import groupby
from typing import Final

from autograder.course import Course
from autograder.grading.workers import available_cores, end_with
from autograder.proof.tryout import Job, Tryout, Verdict

TryOut = Callable[[Iterable[Job]], list[Verdict]]
_CHUNK: Final = 4


@contextmanager
def pool(course: Course, jobs: int | None = None) -> Iterator[TryOut]:
    """A function that tries jobs and gives their verdicts in the same order."""
    processes = ProcessPoolExecutor(
        jobs or available_cores(),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(os.getpid(), course),
    )

    def try_out(work: Iterable[Job]) -> list[Verdict]:
        return [v for verdicts in processes.map(_try_out, list(_chunks(work))) for v in verdicts]

    try:
        yield try_out
    finally:
        processes.shutdown(cancel_futures=True)


def _chunks(work: Iterable[Job]) -> Iterator[list[Job]]:
    """Neighbours that need the same checks: all of them, or a few at a time if there is one kind.

    Drawing the numbers of another secret takes a while, so that only one process should.
    """
    groups = [list(jobs) for _, jobs in groupby(work, key=lambda job: (job.secret, job.assignment))]
    size = _CHUNK if len(groups) == 1 else max(map(len, groups), default=_CHUNK)
    for jobs in groups:
        for start in range(0, len(jobs), size):
            yield jobs[start : start + size]


_tryouts: list[Tryout] = []  # this process's own, if it is one of the pool's


def _start(starter: int, course: Course) -> None:
    end_with(starter, signal.SIGKILL)  # the sandboxes end with this process
    _tryouts.append(Tryout(course))
    multiprocessing.util.Finalize(None, _tryouts[0].close, exitpriority=10)


def _try_out(jobs: Sequence[Job]) -> list[Verdict]:
    return [_tryouts[0].try_out(job) for job in jobs]
