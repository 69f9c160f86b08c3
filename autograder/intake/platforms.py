"""What platforms call the files that they export: a table of facts, and who handed in what.

A pattern's groups: `name` and `id` of the person, `late` where the platform says so, `when`,
`upload`, a number that rises with each, and `rest`, the file's path within what was handed in.
Patterns are tried in order.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from autograder.intake.names import COPY
from autograder.intake.said_apart import Id, Person, SaidApart, repository_key, said_apart, time_of
from autograder.intake.tree import Entry, composed_first


class Platform(NamedTuple):
    """`beside`: the file that says more about the people or the time, as a pattern.

    `download`: what a download is called, without .zip.
    """

    name: str
    patterns: tuple[re.Pattern[str], ...]
    beside: re.Pattern[str] | None = None
    download: re.Pattern[str] | None = None

    @property
    def by_assignment(self) -> bool:
        """Whether an export is made of one assignment's uploads; nobody else's looks like it."""
        return self.name in ("moodle", "gradescope", "github", "canvas")


@dataclass(frozen=True, slots=True)
class HandIn:
    """What one person handed in at one time; the entries' paths are those within it.

    `place`: what the platform's own names of it begin with; `times`: all that is said of when;
    `upload` and `dated` tell the later of two without times.
    """

    platform: str
    person: Person
    place: str
    times: tuple[datetime, ...]
    late: bool
    entries: tuple[Entry, ...]
    upload: int | None = None
    dated: str = ""


def _patterns(*texts: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.DOTALL) for text in texts)


_DIGITS: Final = 18  # of an upload's number
_ANONYMOUS: Final = r"(?P<late>LATE_)?(?P<name>anon_(?P<id>[^_/]+))_(?P<upload>\d+)_(?P<rest>[^/]+)"
_NAMED: Final = r"(?P<name>[^/]+?)_(?:(?P<late>LATE)_)?(?P<id>\d+)_(?P<upload>\d+)_(?P<rest>[^/]+)"
_REPOSITORY: Final = r"(?P<slug>[^/]+)-submissions/(?:(?P=slug)-)?(?P<name>[^/]+)/(?P<rest>.*)"
_CLONE: Final = r"(?P<slug>[^/]+)-submissions/(?P=slug)-[^/]+/.*"
_COPY: Final = f"(?:{COPY})?"
_AFTER: Final = re.compile(rf"{_COPY}(?:\.zip)?\Z", re.IGNORECASE)  # a download's name
_GRADES: Final = r"(?:[^/]+-submissions/)?[^/]*grades[^/]*\.csv"
PLATFORMS: Final = (
    Platform(
        "moodle",
        _patterns(
            r"(?P<name>[^_/]+)_(?P<id>\d+)_assignsubmission_[a-z]+_?/(?P<rest>.*)",
            r"(?P<name>[^_/]+)_(?P<id>\d+)_assignsubmission_[a-z]+_(?P<rest>[^/]+)",
        ),
        download=re.compile(r".+-.+-\d+" + _COPY),
    ),
    Platform(
        "gradescope",
        _patterns(r"(?P<name>submission_(?P<id>\d+))/(?P<rest>.*)"),
        re.compile(r"submission_metadata\.ya?ml"),
        re.compile(r"assignment_\d+_export" + _COPY),
    ),
    Platform("github", _patterns(_REPOSITORY), re.compile(_GRADES)),
    Platform("canvas", _patterns(_ANONYMOUS, _NAMED), download=re.compile(r"submissions" + _COPY)),
    Platform(
        "nbgrader",
        _patterns(
            r"(?P<name>[^+/]+)\+[^+/]+\+(?P<when>[^+/]+?)(?:\+[^/]*)?/(?P<rest>.*)",
            r"(?:submitted/)?(?P<name>(?!submitted/)[^/]+)/"
            r"(?P<rest>(?P<own>[^/]+)/(?:(?P=own)\.ipynb|.*))",
            r"(?:submitted/)?(?P<name>[^/]+)/(?P<rest>)",
        ),
        re.compile(r".*/timestamp\.txt"),
    ),
    Platform("folder", _patterns(r"(?P<name>[^/]+)/(?P<rest>.*)")),
    Platform("zips", _patterns(r"(?P<rest>(?P<name>[^/]+)\.(?i:zip))")),  # a student's each
)
NAMES: Final = tuple(each.name for each in PLATFORMS)


def recognised(paths: Sequence[str]) -> Platform:
    """The platform whose export has such names; nbgrader's has times, too, else it is a folder."""
    for platform in PLATFORMS:
        if platform.by_assignment and fits(platform, paths):
            return platform
    return named("nbgrader" if _are_timed(paths) else "folder")


class Found(NamedTuple):
    """An export: what belongs before its paths, and how much of each is around it."""

    platform: Platform
    before: str = ""
    around: int = 0


def export_of(source: Path, paths: Sequence[str], name: str | None = None) -> Found | None:
    """Whether the given folder or zip holds an export of one assignment, perhaps in folders.

    Within folders it has several people, or a person said from where it is (`name`): one file may
    have kept its name in a student's folder.
    """
    if (outer := _own_name(source, paths, name)) is not None:
        return Found(named("github"), f"{outer}/")
    least, around = 1, 0
    while paths:
        platform = named(name) if name else recognised(paths)
        people = {match["name"] for path in paths if (match := _match(platform, path))}
        if platform.by_assignment and fits(platform, paths) and len(people) >= least:
            return Found(platform, around=around)
        least = 1 if name else 2
        folder, inside, _ = paths[0].partition("/")
        cut = len(folder + inside)
        if not inside or not all(path.startswith(folder + inside) for path in paths):
            return None
        paths, around = [path[cut:] for path in paths], around + cut
    return None


def _own_name(source: Path, paths: Sequence[str], name: str | None) -> str | None:
    """What the given folder or zip is called, where that is part of its platform's names.

    The names within repeat it, unless a person has said which platform it is.
    """
    github = named("github")
    if name not in (None, "github") or fits(github, paths):
        return None
    outer = _AFTER.sub("", source.resolve().name, count=1)
    clones = github._replace(patterns=_patterns(_REPOSITORY if name else _CLONE))
    return outer if fits(clones, [f"{outer}/{path}" for path in paths]) else None


def _are_timed(paths: Iterable[str]) -> bool:
    """Whether more than half of the students have times where nbgrader puts them."""
    everybody, timed = set(), set()
    for path in paths:
        student, *inner = path.removeprefix("submitted/").split("/")
        if inner:
            everybody.add(student)
        if student.count("+") > 1 or (len(inner) == 2 and inner[1] == "timestamp.txt"):
            timed.add(student)
    return 2 * len(timed) > len(everybody)


def fits(platform: Platform, paths: Sequence[str]) -> bool:
    """Whether more than half of the names are such as the platform gives."""
    beside = platform.beside
    named = [path for path in paths if beside is None or not beside.fullmatch(path)]
    return 2 * sum(_match(platform, path) is not None for path in named) > len(named)


def named(name: str) -> Platform:
    return next(each for each in PLATFORMS if each.name == name)


_Files = list[tuple[re.Match[str], Entry]]


class Export(NamedTuple):
    """Who handed in what, sorted; the files that are nobody's; and the people who are left out.

    `twins`: who is called like somebody else but for the Unicode form, and like whom; `unsaid`: of
    what the platform's own files do not say, or not readably, whose it is or when it was handed in.
    """

    hand_ins: list[HandIn]
    nobodys: list[Entry]
    twins: dict[str, str]
    unsaid: list[str]


def export(platform: Platform, entries: Iterable[Entry]) -> Export:
    """What an export of this platform holds."""
    found: dict[tuple[str, ...], _Files] = {}
    beside: list[Entry] = []
    nobodys: list[Entry] = []
    for entry in entries:
        match = _match(platform, entry.path)
        if platform.beside is not None and platform.beside.fullmatch(entry.path):
            beside.append(entry)
        elif match is None:
            nobodys += [] if entry.is_folder else [entry]
        else:
            found.setdefault(_whose(match), []).append((match, entry))
    twins = {} if platform.by_assignment else _without_twins(found)
    more = said_apart(platform.name, beside)
    in_order = [found[whose] for whose in sorted(found) if found[whose]]
    handed = [each for files in in_order for each in _hand_ins(platform, files, more)]
    handed = _behind_groups(handed) if platform.name == "moodle" else handed
    unsaid = list(more.unsaid)
    if platform.name == "gradescope" and not beside:
        unsaid.append("submission_metadata.yml")
    elif platform.name == "gradescope" and more.people:
        named = {match["name"] for files in in_order for match, _ in files}
        unsaid += sorted(named - more.people.keys() - set(unsaid))
    return Export(handed, nobodys, twins, unsaid)


def _whose(match: re.Match[str]) -> tuple[str, ...]:
    """What files of one hand-in have in common."""
    groups = match.groupdict()
    apart = [groups.get(part) or "" for part in ("id", "own", "slug")]
    place = match.string[: match.start("rest")] if groups.get("when") else ""
    return (unicodedata.normalize("NFC", match["name"]), *apart, place)


def _without_twins(found: Mapping[tuple[str, ...], _Files]) -> dict[str, str]:
    """Of names that differ in their Unicode form alone, leave the files of one."""
    names = {match["name"] for files in found.values() for match, _ in files}
    first: dict[str, str] = {}
    for name in sorted(names, key=composed_first):
        first.setdefault(unicodedata.normalize("NFC", name), name)
    for (composed, *_), files in found.items():
        files[:] = [each for each in files if each[0]["name"] == first[composed]]
    twins = sorted(names - set(first.values()))
    return {name: first[unicodedata.normalize("NFC", name)] for name in twins}


def _match(platform: Platform, path: str) -> re.Match[str] | None:
    return next((match for each in platform.patterns if (match := each.fullmatch(path))), None)


def _hand_ins(platform: Platform, files: _Files, more: SaidApart) -> Iterator[HandIn]:
    """A hand-in, once for each person whose it is."""
    match, entry = files[0]
    groups = match.groupdict()
    place = entry.path[: match.start("rest")]
    keys = _keys(match, place)
    said = next((more.times[key] for key in keys if key in more.times), None)
    times = tuple(each for each in (said, time_of(groups.get("when") or "")) if each is not None)
    late = any(each.groupdict().get("late") for each, _ in files)
    inside = [pair for pair in files if not pair[1].is_folder]
    entries = tuple(dataclasses.replace(file, path=each["rest"]) for each, file in inside)
    found = (each.groupdict().get("upload") for each, _ in files)
    upload = max((int(number[:_DIGITS]) for number in found if number), default=None)
    dated = max(file.dated for _, file in files)
    unsaid = [_person(platform, match, entries)]
    for person in next((more.people[key] for key in keys if key in more.people), unsaid):
        yield HandIn(platform.name, person, place, times, late, entries, upload, dated)


def _behind_groups(handed: list[HandIn]) -> list[HandIn]:
    """Moodle's hand-ins by team: a group and "-" are before everybody's name, or before nobody's.

    Both may hold "-" themselves.
    """
    if not all("-" in each.person.name for each in handed):
        return handed
    named = []
    for each in handed:
        parts = each.person.name.split("-")
        ends = tuple("-".join(parts[first:]) for first in range(1, len(parts)))
        named.append(dataclasses.replace(each, person=dataclasses.replace(each.person, ends=ends)))
    return named


def _keys(match: re.Match[str], place: str) -> list[str]:
    """What may stand for the hand-in in what is said apart, the surest first."""
    groups = match.groupdict()
    if groups.get("own"):
        return [f"{place}{groups['own']}/"]
    if groups.get("slug"):
        folder = place.rstrip("/").rpartition("/")[2]
        return [
            repository_key(folder),
            repository_key(f"{groups['slug']}-{match['name']}"),
            match["name"],
        ]
    return [place, match["name"]]


def _person(platform: Platform, match: re.Match[str], entries: Sequence[Entry]) -> Person:
    """Who it is by the names of the files alone."""
    groups = match.groupdict()
    name = unicodedata.normalize("NFC", match["name"])
    if platform.name == "gradescope":
        return Person(name)  # the number is the hand-in's
    kind = {"github": "github_username"} | dict.fromkeys(("nbgrader", "folder", "zips"), "student")
    ids = [Id(kind.get(platform.name, f"{platform.name}_id"), groups.get("id") or name)]
    if groups.get("when"):  # a folder that any user of the machine can make
        owners = sorted({owner for each in entries for owner in each.owners})
        ids += [Id("owner", "+".join(map(str, owners)))] if owners else []
    return Person(name, tuple(ids))
