"""What a regrading moved: points of students whose submission is the same as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from autograder.grading.key import same_submission
from autograder.grading.result import Result


class Move(NamedTuple):
    """The points of a task before and after, for so many students."""

    assignment: str
    task: str
    before: float
    after: float
    students: int


class Moved:
    """The points that moved since the results that stood before."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, float, float]] = Counter()

    def add(self, before: Result, after: Result) -> None:
        """Compare two results of one student; of another submission there is nothing to say."""
        if not same_submission(before.key, after.key):
            return
        earned = {task.name: task.earned for task in before.tasks}
        for task in after.tasks:
            old = earned.get(task.name, 0.0)
            if old != task.earned:
                self._counts[after.assignment, task.name, old, task.earned] += 1

    def __iter__(self) -> Iterator[Move]:
        """In order of assignments, tasks and points."""
        for key, students in sorted(self._counts.items()):
            yield Move(*key, students)
