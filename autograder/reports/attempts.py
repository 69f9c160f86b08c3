"""Which results stand, each with its feedback and with what is known of its attempts.

Where the best attempt counts, all of them are graded beside, and the best of them stands. A
result changes in one step, from one that counts to another, whenever a run may be stopped.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from autograder.grading import class_run, store
from autograder.grading.class_run import GradingRequest, Lost, Progress
from autograder.grading.result import Result
from autograder.intake import manifest
from autograder.intake.attempts import ATTEMPTS
from autograder.intake.found import FolderError, Skipped, Submission
from autograder.intake.manifest import Collected
from autograder.reports import class_record
from autograder.reports.grades import Key, marks
from autograder.values.notes import note
from autograder.values.text import visible

Feedback = Callable[[Result, Collected | None], None]


class ClassResults:
    """The results of a class. `counting`: this run's, by submission, with their attempts.

    `collected`: what was collected of that which is to be graded.
    """

    def __init__(self, request: GradingRequest, feedback: Feedback) -> None:
        course, place = request.course, request.place
        self._request, self._out, self._feedback = request, request.out, feedback
        self._marks = marks(course)
        self._before = class_record.by_submission(class_record.settled(self._out).collected)
        found = manifest.load(place).collected if place.is_dir() else []
        self._handed = self._before | class_record.by_submission(found)
        self.collected = [each for each in found if self._is_asked_for(each)]
        self._several = {
            (each.student, each.assignment)
            for each in found
            if course.policy.attempt == "best" and len(each.attempts) > 1
        }
        self._graded: dict[Key, set[int]] = defaultdict(set)
        self._lost = set[Key]()
        self.counting: dict[Key, Collected | None] = {}

    def _is_asked_for(self, handed: Collected) -> bool:
        request = self._request
        wanted = request.student in (None, handed.student) and request.is_about(handed.student)
        return wanted and request.only in (None, handed.assignment)

    def not_there(self, lost: Iterable[Lost]) -> Iterator[Skipped]:
        """What was collected for this run, but was not found, and so neither graded nor lost."""
        found = {*self.counting, *((each.student, each.assignment) for each, _ in lost)}
        for each in self.collected:
            key = each.student, each.assignment
            if (counts := each.counting) is not None and key not in found:
                yield Skipped("/".join(key), note("collected_gone", file=counts.source))

    def grade_others(self, progress: Progress) -> list[Lost]:
        """Grade the attempts that are not the last, beside the results; which were lost."""
        request, lost = self._request, list[Lost]()
        if self._several:
            store.require_out(request.course, request.place, self._out)
        numbers = {each.number for key in self._several for each in self._handed[key].attempts}
        for number in sorted(numbers):
            place, out = (folder / ATTEMPTS / str(number) for folder in (request.place, self._out))
            part = dataclasses.replace(request, place=place, out=out)
            with contextlib.suppress(FolderError):  # of those asked for nobody has so many
                report = class_run.run(part, progress, store.Folder(out))
                lost += report.lost
                self._lost |= {(each.student, each.assignment) for each, _ in report.lost}
                for each in report.results:
                    self._graded[each.student, each.assignment].add(number)
        return lost

    def before(self, submission: Submission) -> Result | None:
        """The result of the last attempt, beside or where it stands."""
        key = visible(submission.student), submission.assignment
        beside = self._beside(key, self._handed[key].counts) if key in self._several else None
        return beside or store.stored(self._out, submission)

    def keep(self, result: Result) -> Result:
        """Keep this result of a last attempt; what stands now. Raises OSError, ValueError."""
        key = result.student, result.assignment
        handed = self._handed.get(key)
        if handed is not None and key in self._several:
            store.put(self._folder(handed.counts), result)
            stands = store.result_of(self._out, *key) if key in self._lost else None
            if stands is not None:  # it may be of the attempt that was lost
                return stands
            result, handed = self._best(key, handed)
        if handed is not None and handed != self._before.get(key):
            class_record.note(self._out, result.key, handed)
        self.counting[key] = handed
        store.put(self._out, result)
        self._feedback(result, handed)
        return result

    def _best(self, key: Key, handed: Collected) -> tuple[Result, Collected]:
        """The result with the highest final number, of equal ones the last; and its attempt."""
        found: dict[int, tuple[Result, Collected]] = {}
        for number in sorted(self._graded[key] | {handed.counts}):
            result = self._beside(key, number)
            if result is not None:
                found[number] = result, msgspec.structs.replace(handed, counts=number)
        return max(reversed(found.values()), key=lambda each: self._marks.grade(key, *each).final)

    def _beside(self, key: Key, number: int) -> Result | None:
        return store.result_of(self._folder(number), *key)

    def _folder(self, number: int) -> Path:
        """Where an attempt's result lies, whether it counts or not."""
        return self._out / ATTEMPTS / str(number)
