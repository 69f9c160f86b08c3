"""Results of several folders brought together in one, as a grading of all of it would leave them.

Only results are read: no submission, no check and no solution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Course
from autograder.course.files import write
from autograder.grading import store
from autograder.grading.result import Result
from autograder.grading.store import OutError
from autograder.intake.found import Skipped
from autograder.intake.names import spelled
from autograder.reports import class_record
from autograder.reports.class_files import Pages, write_class
from autograder.reports.class_lines import of_marks, several_secrets
from autograder.reports.entries import stored
from autograder.reports.grades import Key, marks
from autograder.reports.overwriting import require_ours
from autograder.values.text import visible


@dataclass(slots=True)
class Merged:
    """What came of it. `refused`: a line for each that can't be used or differs in two places."""

    taken: int = 0
    there: int = 0
    refused: list[str] = field(default_factory=list)
    look: list[Skipped] = field(default_factory=list)


def merge(course: Course, parts: Sequence[Path], out: Path, language: str) -> Merged:
    """Bring the results of the parts, `out` may be one, into `out`.

    `language`: of the class's page. Raises OutError, TableError, OSError.
    """
    done = Merged()
    for part in parts:
        if not part.is_dir():
            raise OutError(f"{part}: not a folder; give folders of results")
        store.require_out(course, out / "no submissions", part)
    store.require_out(course, out / "no submissions", out)
    require_ours(course, out)
    taken = {
        part: _take(course, part, out, done) for part in parts if part.resolve() != out.resolve()
    }
    if not (done.taken or done.there or any(stored(course, out))):
        why = done.refused[0] if done.refused else "give folders of results"
        raise OutError(f"{', '.join(map(str, parts))}: no results; {why}")
    store.make(out)
    class_record.merge(out, taken)
    whole = write_class(course, out, Pages(language))
    done.look += several_secrets(whole)
    done.look += of_marks(marks(course), class_record.load(out))
    done.refused += [f"left out: {out / place}: {why}" for place, why in whole.unusable]
    return done


def _take(course: Course, part: Path, out: Path, done: Merged) -> set[Key]:
    """Take the results of a part; of which submissions they stand in `out` now."""
    taken = set[Key]()
    for place, result in stored(course, part):
        if isinstance(result, str):
            done.refused.append(f"not taken: {part / place}: {result}")
            continue
        if spelled(result.student) != result.student:
            done.refused.append(f"{part}: {visible(result.student)!r} is no student's name")
            continue
        standing = store.result_of(out, result.student, result.assignment)
        if standing is None or (standing.key == result.key and standing.has_error):
            _copy(part, out, result)
            done.taken += 1
        elif standing.key == result.key or result == standing:
            done.there += 1
        else:
            done.refused.append(
                f"not taken: {part}: {result.student}/{result.assignment} differs from what "
                f"stands in {out}; grade it again, or delete one"
            )
            continue
        taken.add((result.student, result.assignment))
    return taken


def _copy(part: Path, out: Path, result: Result) -> None:
    """What lies beside the result for people to read, then the result: with it all is there."""
    for file in sorted((part / result.student).glob(f"{result.assignment}.*")):
        if file.suffix in (".txt", ".html") and file.is_file():
            write(out / result.student / file.name, file.read_bytes())
    store.put(out, result)
