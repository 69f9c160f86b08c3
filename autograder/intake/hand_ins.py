"""Whether zips beside one another are what students handed in, or exports of a class.

What one of them holds decides nothing, since a student made it: all of them do, and their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.intake.answers import is_answer
from autograder.intake.exports import without_folders_around
from autograder.intake.found import FolderError
from autograder.intake.names import assignment_of, name_for
from autograder.intake.platforms import Platform, recognised
from autograder.intake.tree import Entry, members


class Kind(NamedTuple):
    """What zips are. `naming`: whose naming says whose each is; None if each is an export.

    `doubted`: those taken for a student's that look like exports.
    """

    naming: str | None
    doubted: Sequence[Path] = ()


class _Zip(NamedTuple):
    """What is in a zip. `people`: the outermost folders that are no assignment's."""

    file: Path
    platform: Platform
    answered: frozenset[str | None]
    people: frozenset[str]


def kind_of(
    zips: Sequence[Path],
    platform: str | None,
    assignments: Sequence[str],
    knows: Callable[[str], bool],
) -> Kind:
    """What zips beside one another are. `knows`: whether somebody of the class is called so.

    `platform`: if a person said so. Raises FolderError where nobody can tell.
    """
    named = recognised([each.name for each in zips])
    if platform not in (None, "folder"):
        return Kind(platform if named.by_assignment or platform == "zips" else None)
    looked = [
        each for each in (_looked_into(one, assignments, knows) for one in zips) if each.answered
    ]
    exports = [each for each in looked if _is_export(each, knows)]
    doubted = [each.file for each in exports if not knows(each.file.stem)]
    if 2 * sum(knows(each.stem) for each in zips) > len(zips):
        return Kind("zips", doubted)
    if named.by_assignment and platform is None and len(exports) < len(looked):
        return Kind(named.name)
    if not named.by_assignment and (len(zips) == 1 or len(exports) == len(looked)):
        return Kind(None)
    single = _single(looked, knows)
    if 2 * len(single) > len(looked) and not any(map(_is_download, exports)):
        return Kind("zips", doubted)
    if platform == "folder" and not single:
        return Kind(None)
    raise FolderError(
        f"{zips[0].parent}: zips of a student each, or exports of a class? Say --from zips, or "
        "give one export after the other"
    )


def _looked_into(file: Path, assignments: Sequence[str], knows: Callable[[str], bool]) -> _Zip:
    inside = [each for each in members("", file) if isinstance(each, Entry)]
    entries, platform = without_folders_around(file, inside, None, assignments, knows)
    paths = [each.path for each in entries if is_answer(each.path)]
    around = {path.split("/")[0] for path in paths if "/" in path}
    people = (name for name in around if assignment_of(f"{name}/x", assignments) is None)
    answered = frozenset(assignment_of(path, assignments) for path in paths)
    return _Zip(file, platform, answered, frozenset(people))


def _is_export(zipped: _Zip, knows: Callable[[str], bool]) -> bool:
    """Whether it looks like several people's: named by a platform, or most folders like people."""
    known = sum(map(knows, zipped.people))
    several = len(zipped.people) > 1 and 2 * known > len(zipped.people)
    return zipped.platform.name != "folder" or several


def _is_download(zipped: _Zip) -> bool:
    """Whether it is called as its platform calls what is downloaded there."""
    pattern = zipped.platform.download
    return pattern is not None and pattern.fullmatch(zipped.file.stem) is not None


def _single(looked: Sequence[_Zip], knows: Callable[[str], bool]) -> list[_Zip]:
    """Those with no folder that may be a student's, but the one called like the zip.

    Neither may a folder be that most have and where all of these answer one assignment.
    """
    folders = [each for each in looked if each.platform.name == "folder"]
    around = Counter(each.people for each in folders if len(each.people) == 1)
    usual = max(around, key=lambda people: around[people], default=frozenset[str]())
    answered = [each.answered for each in folders if each.people == usual]
    shared = 2 * len(answered) > len(looked) and any(answered[0].intersection(*answered))
    if not shared or any(map(knows, usual)):
        usual = frozenset()
    return [
        each for each in folders
        if each.people in (frozenset(), usual)
        or {name_for(name) for name in each.people} == {name_for(each.file.stem)}
    ]  # fmt: skip
