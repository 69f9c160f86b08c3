"""What a platform exported as a folder of submissions that `grade` takes, with a manifest.

Nothing is written but below the folder asked for, and names there are made from students and
assignments, never from what is in an export.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Course, records
from autograder.intake import attempts, changes, manifest
from autograder.intake.changes import Changes
from autograder.intake.exports import Reader
from autograder.intake.found import FolderError, Skipped
from autograder.intake.hand_ins import kind_of
from autograder.intake.manifest import Collected, Manifest, Student
from autograder.intake.people import People, as_named_now, of_several
from autograder.intake.roster import Roster
from autograder.intake.submissions import MANIFEST


@dataclass(slots=True)
class Collection:
    """What came of it. `unknown`: not in the roster, and why; `absent`: nowhere else.

    `renamed`: who is another by now, as the roster says by an id.
    """

    platforms: list[str] = field(default_factory=list)
    collected: int = 0
    students: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """3 if work may be missing or another's; what was handed in as a PDF, say, may be work."""
        missed = any(each.missed or each.why.code == "answer_kind" for each in self.skipped)
        return 3 if self.unknown or self.renamed or missed else 0


def collect(
    course: Course,
    sources: Sequence[Path],
    out: Path,
    platform: str | None = None,
    roster: Path | None = None,
) -> Collection:
    """Collect these exports into `out`, beside what was collected there before.

    All of it, or none. Raises FolderError and TableError when nothing can be collected, BusyError.
    """
    if out.exists() and not (out / MANIFEST).exists():
        inside = {each.name for each in out.iterdir()}
        if inside and inside.isdisjoint(changes.OWN):
            raise FolderError(f"{out}: not empty, and not collected; choose another folder")
    with changes.alone(out):
        changes.undo(out)
        by_name = attempts.named(course)
        known = Roster.of(roster) if roster is not None else None
        before, renamed = as_named_now(manifest.load(out), known)
        people = People(known, before.collected)
        reader = Reader(course, people, before)
        _read(course, reader, people, sources, platform)
        if not reader.answered and not before.collected:
            raise FolderError(f"{sources[0]}: no submission found; see which platform it is from")
        if known is not None:
            for student, names in known.known_as.items():
                reader.students[student] = Student(student, names, True, known.ids_of[student])
        with changes.as_a_whole(out) as change:
            done = _placed(course, change, before, reader, by_name, set(renamed.values()))
    done.renamed = renamed
    return done


def _placed(
    course: Course,
    change: Changes,
    before: Manifest,
    reader: Reader,
    by_name: Mapping[tuple[str, str], int],
    renamed: Set[str],
) -> Collection:
    """What came of all that was read, and of who was called otherwise before, once in its place."""
    done = Collection(reader.platforms, len(reader.found), 0, reader.skipped, reader.unknown)
    collected = {(each.student, each.assignment): each for each in before.collected}
    moved = {key for key in collected if key[0] in renamed}
    for key in sorted(moved):
        attempts.take_away(change, collected[key])
    for key in sorted(reader.found.keys() | moved):
        was, new = collected.get(key, Collected(*key, 0, [])), reader.found.get(key, [])
        collected[key], said = attempts.place(course, change, was, new, by_name.get(key))
        done.skipped += said
    done.skipped += attempts.not_there(by_name, reader.students, collected)
    order = course.names.index
    all_of_it = sorted(collected.values(), key=lambda each: (each.student, order(each.assignment)))
    everybody = [reader.students[name] for name in sorted(reader.students)]
    new_one = Manifest(students=everybody, collected=all_of_it, exports=sorted(reader.exports))
    change.put(MANIFEST, records.encoded(new_one))
    handed = {each.student for each in all_of_it}
    done.unknown += of_several(all_of_it)
    done.absent = [each.student for each in everybody if each.student not in handed]
    done.students = len(handed)
    return done


def _read(
    course: Course, reader: Reader, people: People, sources: Sequence[Path], platform: str | None
) -> None:
    """Read exports in turn, a folder of nothing but zips as these zips."""
    given = [each for each in dict.fromkeys(sources) if not each.is_dir()]
    for each in given:
        if not (each.is_file() and each.suffix.lower() == ".zip"):
            raise FolderError(f"{each}: neither a folder nor a zip; give a platform's export")
    alone = len(given) == 1 and platform != "zips" and not people.knows(given[0].stem)
    for source in dict.fromkeys(sources):
        inside = _inside(source) if source.is_dir() else given
        zips = [each for each in inside if each.suffix.lower() == ".zip" and each.is_file()]
        if not zips or zips != inside or (alone and source in given):
            reader.read(source, platform)
        elif source.is_dir() or source == given[0]:
            _read_zips(course, reader, people, zips, platform)


def _inside(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if not each.name.startswith("."))


def _read_zips(
    course: Course, reader: Reader, people: People, zips: Sequence[Path], platform: str | None
) -> None:
    """Read zips beside one another: all are what students handed in, or all are exports."""
    kind = kind_of(zips, platform, course.names, people.knows)
    if kind.naming is not None:
        reader.read_hand_ins(zips, kind.naming, kind.doubted)
        return
    for each in zips:
        reader.read(each, platform)
