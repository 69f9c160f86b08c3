"""Whether zips beside one another are each a student's hand-in, or exports of a class."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from autograder.intake.exports import without_folders_around
from autograder.intake.names import assignment_of
from autograder.intake.submissions import is_answer
from autograder.intake.tree import Entry, members


def of_students(zips: Sequence[Path], assignments: Sequence[str]) -> tuple[list[Path], bool]:
    """Those of the zips that are a student's each, called like the zip; and whether it is sure.

    Such zips have no folder for a student in them: none but an assignment's, or one that another
    zip has, too. It is sure where all answer one assignment; else they may be one student's weeks.
    """
    answers = {each: _answers(each, assignments) for each in zips}
    folders = {each: _folders(paths, assignments) for each, paths in answers.items()}
    single = [each for each in zips if answers[each] and len(folders[each]) < 2]
    names = [folders[each] for each in single]
    if len(single) < 2 or all(name and names.count(name) == 1 for name in names):
        return [], True
    answered = [{assignment_of(path, assignments) for path in answers[each]} for each in single]
    return single, names.count(names[0]) == len(names) and any(answered[0].intersection(*answered))


def _answers(file: Path, assignments: Sequence[str]) -> list[str]:
    """The paths of the answers in a zip, without folders around; none in a platform's export."""
    inside = [each for each in members("", file) if isinstance(each, Entry)]
    entries, platform = without_folders_around(file, inside, None, assignments)
    if platform.name != "folder":
        return []
    return [each.path for each in entries if is_answer(each.path)]


def _folders(paths: Sequence[str], assignments: Collection[str]) -> set[str]:
    """The outermost folders, without those that are called like an assignment."""
    around = {path.split("/")[0] for path in paths if "/" in path}
    return {name for name in around if assignment_of(f"{name}/x", assignments) is None}
