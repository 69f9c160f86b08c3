"""What platforms say of hand-ins in files beside them: whose each is, and when it came."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, Final, NamedTuple

import yaml  # type: ignore[import-untyped]

from autograder.course.policy import YEARS
from autograder.intake.files import UnreadableError, decoded
from autograder.intake.tree import Entry

_LONGEST_TIME: Final = 100  # letters


class Id(NamedTuple):
    """What a platform knows somebody by; `kind` is called like the roster's column of it."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who handed in, as the platform calls them.

    `ends`: what of the name may be the person's alone, behind a group's name.
    """

    name: str
    ids: tuple[Id, ...] = ()
    ends: tuple[str, ...] = ()


class SaidApart(NamedTuple):
    """What a platform says apart, by the name that its files' names begin with.

    `unsaid`: what could not be read of it.
    """

    people: Mapping[str, Sequence[Person]]
    times: Mapping[str, datetime]
    unsaid: Sequence[str]


def repository_key(name: str) -> str:
    """The key of a repository, which no user's name can be."""
    return f"{name}/"


class _Said(NamedTuple):
    """What one line or record says. `whole`: all of it could be read."""

    key: str
    person: Person
    when: datetime | None
    whole: bool = True


def said_apart(platform: str, beside: Iterable[Entry]) -> SaidApart:
    """What these files of the platform of this name say, and which of it can't be read."""
    people: dict[str, list[Person]] = {}
    times: dict[str, datetime] = {}
    unsaid: list[str] = []
    for entry in beside:
        try:
            text = decoded(entry.read())
            said = list(_SAID_BY[platform](text, entry))
        except (UnreadableError, _NoRecordsError):
            unsaid.append(entry.path)
            continue
        for each in said:
            if not each.whole:
                unsaid.append(each.key.rstrip("/"))
            if platform != "nbgrader" and each.person not in people.setdefault(each.key, []):
                people[each.key].append(each.person)
            times |= {} if each.when is None else {each.key: each.when}
    return SaidApart(people, times, list(dict.fromkeys(unsaid)))


class _NoRecordsError(Exception):
    """A platform's file is not what the platform writes."""


class _Plain(yaml.SafeLoader):  # type: ignore[misc]
    """YAML whose values are text, lists and tables, whatever they are said to be."""

    # By their first letters: nothing but a null is told from text
    yaml_implicit_resolvers: ClassVar = {
        first: [each for each in resolvers if each[0] == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def plain(self, node: yaml.Node) -> Any:
        """A value, whatever kind it is said to be."""
        if isinstance(node, yaml.MappingNode):
            return self.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return self.construct_sequence(node, deep=True)
        return self.construct_scalar(node)

    yaml_constructors: ClassVar = {
        None: plain,
        "tag:yaml.org,2002:null": yaml.SafeLoader.construct_yaml_null,
    }


def _gradescope(text: str, _entry: Entry) -> Iterator[_Said]:
    try:
        listed = yaml.load(text, _Plain)
    except Exception:  # of PyYAML, for whatever stands there
        raise _NoRecordsError from None
    if not isinstance(listed, dict):
        raise _NoRecordsError
    for name, about in listed.items():
        about = about if isinstance(about, dict) else {}
        when = _as_time(about.get(":created_at"))
        people = about.get(":submitters")
        if not isinstance(people, list) or not people:
            people = [None]
        for one in people:
            yield _submitter(str(name), one, when)


def _submitter(name: str, one: Any, when: datetime | None) -> _Said:
    if not isinstance(one, dict):
        return _Said(name, Person(name), when, whole=False)
    said = {key: str(one[f":{key}"]) for key in ("name", "sid", "email") if one.get(f":{key}")}
    ids = tuple(Id(key, said[key]) for key in ("sid", "email") if key in said)
    whole = when is not None and "name" in said
    return _Said(name, Person(said.get("name", name), ids), when, whole)


def _nbgrader(text: str, entry: Entry) -> Iterator[_Said]:
    when = time_of(text.strip())
    key = entry.path.removesuffix("timestamp.txt")
    yield _Said(key, Person(key), when, whole=when is not None)


def _github(text: str, _entry: Entry) -> Iterator[_Said]:
    """By the repository, else by the user."""
    try:
        listed = list(csv.DictReader(text.splitlines()))
    except csv.Error:
        raise _NoRecordsError from None
    for row in listed:
        said = {kind: row.get(kind) or "" for kind in ("roster_identifier", "github_username")}
        user = said["github_username"]
        repository = (row.get("student_repository_name") or "").rpartition("/")[2]
        ids = tuple(Id(kind, value) for kind, value in said.items() if value)
        person = Person(next((each.value for each in ids), repository), ids)
        stamp = row.get("submission_timestamp") or ""
        when = time_of(stamp)
        if key := repository_key(repository) if repository else user:
            yield _Said(key, person, when, whole=when is not None or not stamp.strip())


_SAID_BY: Final[Mapping[str, Callable[[str, Entry], Iterator[_Said]]]] = {
    "gradescope": _gradescope, "github": _github, "nbgrader": _nbgrader,
}  # fmt: skip


def _as_time(value: Any) -> datetime | None:
    return time_of(value) if isinstance(value, str) else None


def time_of(text: str) -> datetime | None:
    """The time that is written there as platforms write it; None if it is none."""
    plain = re.sub(r"\s*(?:UTC|GMT|Z)$", "+00:00", text.strip()[:_LONGEST_TIME])
    plain = re.sub(r"\s+([+-]\d\d:?\d\d)$", r"\1", plain)
    for text_of_time in (plain, plain.replace("_", " ")):
        try:
            when = datetime.fromisoformat(text_of_time)
        except ValueError:
            continue
        return when if when.year in YEARS else None
    return None


def in_utc(when: datetime) -> str:
    """A time as the manifest has it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
