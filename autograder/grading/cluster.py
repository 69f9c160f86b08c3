"""The workers of a Dask scheduler as who grades; it needs `dask[distributed]`.

Each worker is a process with one thread, on a machine that has the kit and the course at the same
places: `dask worker ADDRESS --nthreads 1`.
"""

from __future__ import annotations

import importlib
import time
from concurrent.futures import CancelledError, Future
from typing import Any, Final

from autograder.grading.result import Result
from autograder.grading.workers import (
    SchedulerError,
    Terms,
    grade_in_worker,
    prepare_in_worker,
)
from autograder.intake.found import Submission

_AHEAD: Final = 3  # submissions for each worker
_PATIENCE: Final = 60  # seconds until there is a worker
_LOOK: Final = 2.0  # seconds between two counts of the workers


class Cluster:
    """A Dask cluster; workers may come and go."""

    def __init__(self, terms: Terms, address: str) -> None:
        try:
            distributed: Any = importlib.import_module("distributed")  # it has no types
        except ImportError:
            raise SchedulerError(
                "a scheduler needs dask; install it with pip install 'dask[distributed]'"
            ) from None
        self.lost: tuple[type[BaseException], ...] = (distributed.KilledWorker,)
        self.gone: tuple[type[BaseException], ...] = (CancelledError, OSError)
        self._terms = terms
        self._address = address
        try:
            self._client = distributed.Client(address, timeout=10, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as why:
            said = " ".join(str(why).split())[:200]
            raise SchedulerError(f"{address}: no scheduler with workers there ({said})") from None
        self._executor = self._client.get_executor(pure=False)
        self._workers = self._counted = 0.0
        self._require_one_thread()

    @property
    def room(self) -> int:
        now = time.monotonic()
        if now - self._counted > _LOOK:
            self._workers, self._counted = len(self._client.nthreads()), now
        return max(1, int(_AHEAD * self._workers))

    def prepare(self, assignment: str) -> Future[None]:
        return self._submit(prepare_in_worker, self._terms, assignment)

    def grade(self, submission: Submission, *, alone: bool = False) -> Future[Result]:
        return self._submit(grade_in_worker, self._terms, submission, alone)

    def _submit(self, work: Any, *arguments: Any) -> Future[Any]:
        future: Future[Any] = self._executor.submit(work, *arguments)
        return future

    def close(self) -> None:
        self._executor.shutdown(wait=False)
        self._client.close(timeout=5)

    abandon = close

    def _require_one_thread(self) -> None:
        for worker, threads in self._client.nthreads().items():
            if threads != 1:
                self.close()
                raise SchedulerError(
                    f"{self._address}: the worker {worker} has {threads} threads; start workers "
                    "with --nthreads 1"
                )
