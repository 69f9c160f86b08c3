"""nbgrader's export with every text quoted, in the place of its own, whose cells may run over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry  # type: ignore[import-untyped]
from nbgrader.plugins.export import ExportPlugin  # type: ignore[import-untyped]

from autograder.course.files import write
from autograder.reports import sheet
from autograder.reports.export import NBGRADER_COLUMNS


class CsvExport(ExportPlugin):  # type: ignore[misc]
    """nbgrader's columns and options; text is quoted, and no cell is taken for a formula."""

    def export(self, gradebook: Any) -> None:
        place = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", place)
        write(place, sheet.as_csv([NBGRADER_COLUMNS, *self._rows(gradebook)]))

    def _rows(self, gradebook: Any) -> Iterator[list[str | float]]:
        for assignment in gradebook.assignments:
            if self.assignment and assignment.name not in map(str, self.assignment):
                continue
            for student in gradebook.students:
                if self.student and student.id not in map(str, self.student):
                    continue
                at, points = _handed_in(gradebook, assignment.name, student.id)
                own = (student.id, student.last_name, student.first_name, student.email)
                texts = (assignment.name, assignment.duedate, at, *own)
                named = ["" if each is None else str(each) for each in texts]
                yield [*named, *points, float(assignment.max_score)]


def _handed_in(gradebook: Any, assignment: str, student: str) -> tuple[Any, tuple[float, ...]]:
    """When, and the points: raw, lost for lateness, what is left. Nothing handed in is 0."""
    try:
        found = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return None, (0.0, 0.0, 0.0)
    late = float(found.late_submission_penalty or 0)
    return found.timestamp, (float(found.score), late, max(0.0, float(found.score) - late))
