"""`python -m pytest assignments solutions`: all checks against the course's own solution.

The checks run as they do in grading, in this process, on numbers of a fixed secret; the names are
those of the functions, so `-k`, `--pdb` and `FILE::NAME` work.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from autograder import course as courses
from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.content import CHECKS, FOLDERS, KINDS
from autograder.checks.local import LocalStudent
from autograder.course.languages import words
from autograder.course.table import TABLE
from autograder.values.errors import KitError
from autograder.values.findings import CheckFailed
from autograder.values.words import ENGLISH, Words

_SECRET: Final = b"pytest"


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """A file of checks, if it lies in a course; else pytest does what it does."""
    if module_path.name != f"{CHECKS}.py" or module_path.parents[1].name not in FOLDERS:
        return None
    if not (module_path.parents[2] / TABLE).is_file():
        return None
    file: CheckFile = CheckFile.from_parent(parent, path=module_path)
    return file


class CheckFile(pytest.File):
    """The checks of one file, whose assignment is the folder's name."""

    def collect(self) -> list[pytest.Item]:
        try:
            return list(self._items())
        except KitError as why:
            raise self.CollectError(str(why)) from None

    def _items(self) -> Iterator[pytest.Item]:
        course = courses.load(self.path.parents[2])
        name, folder = self.path.parent.name, self.path.parents[1].name
        checks = CheckSet.load(course.folder, name, course.assignment(name).points, _SECRET)
        for check in checks.checks:
            if check.visible == (KINDS[folder] == "visible"):
                item: CheckItem = CheckItem.from_parent(self, name=check.body.__name__)
                item.check, item.checks = check, checks
                item.solution = content.solution(course.folder, name)
                item.words = words(course, ENGLISH, name)
                yield item


class CheckItem(pytest.Item):
    """One check."""

    check: Check
    checks: CheckSet
    solution: dict[str, Any]
    words: Words

    def runtest(self) -> None:
        raised = self.checks.run(self.check, LocalStudent(self.solution))
        if raised is not None:
            raise raised

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What a student would read; of a slip in the check itself the traceback."""
        failed = excinfo.value
        if isinstance(failed, CheckFailed) and self.checks.has_sentence(failed.finding):
            return self.words.finding(failed.finding, values=True)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.check.body.__code__.co_firstlineno - 1, self.name
