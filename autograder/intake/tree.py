"""Files in folders and zips alike: names that stay inside, bytes that are bounded, never extracted.

A zip is read member by member; its members' names only say what they are, never where to write.
"""

from __future__ import annotations

import io
import os
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.intake.files import MAX_FILE, UnreadableError, content
from autograder.intake.names import suffix_of

_MAX_DEPTH: Final = 12  # folders within folders
_MAX_FILES: Final = 5_000  # of one student's folder
_MAX_MEMBERS: Final = 5_000  # of a zip within another place
_MAX_IN_ZIPS: Final = 10_000  # members of all zips of one student
_MAX_ZIPS: Final = 8 * MAX_FILE  # bytes of them
_MAX_NAME: Final = 1_000  # letters of a member's name
_MAX_LISTED: Final = 2_000_000  # files of a whole class
_MEMBER: Final = b"PK\x01\x02"
_NO_DATE: Final = 1980  # the year that zips hold where none was known
# Of the others a few bytes become gigabytes before any limit is asked
_BOUNDED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path with /, its size, and how to get its bytes, which raises UnreadableError.

    Or, of an export, a folder in which nothing is; its path ends with /.
    `owners`: the users of this machine whose the file and its folder are; none of one in a zip.
    `dated`: what a zip says of when, on its maker's clock; nothing of a file in a folder.
    """

    path: str
    size: int
    read: Callable[[], bytes]
    owners: tuple[int, ...] = ()
    dated: str = ""

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def is_folder(self) -> bool:
        return self.path.endswith("/")

    @property
    def folders(self) -> list[str]:
        """The folders around it; a zip counts as its own place."""
        outside = self.path.split("/")[:-1]
        zips = [place for place, name in enumerate(outside) if name.lower().endswith(".zip")]
        return outside[zips[-1] + 1 :] if zips else outside

    @property
    def suffix(self) -> str:
        return suffix_of(self.name)


@dataclass(frozen=True, slots=True)
class Closed:
    """Something that was not looked into; `reason` is a code of the notes."""

    path: str
    reason: str


def of_file(file: Path) -> Entry:
    """A file by its name alone."""
    return Entry(file.name, file.lstat().st_size, _reader(file))


def walk(folder: Path, most: int | None = _MAX_FILES) -> Iterator[Entry | Closed]:
    """The files below a folder, sorted, zips as files; links are not followed.

    What begins with a dot is left out. Names in two Unicode forms: the composed one first. After
    `most` files the folder is closed.
    """
    for count, each in enumerate(_walk(folder, "", 0)):
        if most is not None and count == most:
            yield Closed("", "too_many_files")
            return
        yield each


def _walk(folder: Path, inner: str, depth: int) -> Iterator[Entry | Closed]:
    if depth > _MAX_DEPTH:
        yield Closed(inner, "too_deep")
        return
    try:
        with os.scandir(folder) as scanned:
            entries = [each for each in scanned if not each.name.startswith(".")]
        owner = folder.lstat().st_uid
    except OSError:
        yield Closed(inner, "closed")
        return
    for each in sorted(entries, key=lambda entry: composed_first(entry.name)):
        path = f"{inner}/{each.name}" if inner else each.name
        if each.is_dir(follow_symlinks=False):
            yield from _walk(Path(each.path), path, depth + 1)
        else:
            size, *owners = _size_and_owner(each)
            yield Entry(path, size, _reader(Path(each.path)), (owner, *owners))


def members(name: str, archive: Path | bytes) -> Iterator[Entry | Closed]:
    """The files in a zip, below `name`, without those that are Finder's or hidden."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(archive) if isinstance(archive, bytes) else archive)
        infos = opened.infolist()[:_MAX_LISTED]
    except Exception:  # of zipfile, for whatever stands there
        yield Closed(name, "broken_zip")
        return
    long = [info for info in infos if len(info.filename) > _MAX_NAME]
    if long:
        yield Closed(f"{name}/{_name(long[0])[:_MAX_NAME]}", "too_deep")
    short = (info for info in infos if len(info.filename) <= _MAX_NAME)
    for info in sorted(short, key=lambda each: composed_first(_name(each))):
        parts = _parts(info)
        if _is_hidden(parts) or info.is_dir():
            continue
        path = "/".join([name, *parts]) if name else "/".join(parts)
        if len(path) > _MAX_NAME:
            yield Closed(path[:_MAX_NAME], "too_deep")
        elif _leads_out(info, parts):
            yield Closed(path, "leaves_zip")
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield Closed(path, "link")
        else:
            read = _member_reader(opened, info)
            yield Entry(path, info.file_size, read, dated=_dated(info))


def empty_folders(source: Path) -> Iterator[Entry]:
    """The folders in a folder or zip in which nothing can be seen."""
    for path in _empty_in_zip(source) if source.is_file() else _empty(source, ""):
        yield Entry(path, 0, bytes)


def _empty(folder: Path, inner: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as scanned:
            inside = [each for each in scanned if not each.name.startswith(".")]
    except OSError:
        inside = []
    if inner and not inside:
        yield inner
    for each in inside if inner.count("/") <= _MAX_DEPTH else ():
        if each.is_dir(follow_symlinks=False):
            yield from _empty(Path(each.path), f"{inner}{each.name}/")


def _empty_in_zip(archive: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(archive) as opened_zip:
            infos = opened_zip.infolist()[:_MAX_LISTED]
    except Exception:  # of zipfile, for whatever stands there
        return
    every = [(info, parts) for info in infos if not _is_hidden(parts := _parts(info))]
    around = {"/".join(parts[:end]) for _, parts in every for end in range(1, len(parts))}
    for info, parts in every:
        path = "/".join(parts)
        known = len(path) > _MAX_NAME or path in around
        if info.is_dir() and not known and not _leads_out(info, parts):
            yield f"{path}/"


def opened(entries: Iterable[Entry | Closed]) -> Iterator[Entry | Closed]:
    """The entries of one student, and in the places of zips what is in them.

    All zips together have room for so many members and bytes; the others are closed.
    """
    members_left, bytes_left = _MAX_IN_ZIPS, _MAX_ZIPS
    for entry in entries:
        if isinstance(entry, Closed) or entry.suffix != ".zip":
            yield entry
            continue
        try:
            data = entry.read() if bytes_left > 0 else b""
        except UnreadableError as why:
            yield Closed(entry.path, why.reason)
            continue
        count = data.count(_MEMBER)
        if bytes_left <= 0 or count > min(members_left, _MAX_MEMBERS):
            yield Closed(entry.path, "too_many_files")
            continue
        members_left -= count
        bytes_left -= len(data)
        yield from members(entry.path, data)


def composed_first(name: str) -> tuple[str, bool, str]:
    """A key to sort names by; of one name in two Unicode forms the composed one comes first."""
    composed = unicodedata.normalize("NFC", name)
    return composed, composed != name, name


def _size_and_owner(entry: os.DirEntry[str]) -> tuple[int, ...]:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return (0,)
    return found.st_size, found.st_uid


def _reader(file: Path) -> Callable[[], bytes]:
    return lambda: content(file)


def _member_reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        if info.file_size > MAX_FILE:
            raise UnreadableError("too_large")
        if info.compress_type not in _BOUNDED:
            raise UnreadableError("zip_method")
        try:
            with archive.open(info) as member:
                data = member.read(MAX_FILE + 1)
        except Exception:  # of zipfile or of zlib, which unpacks
            raise UnreadableError("not_readable") from None
        if len(data) > MAX_FILE:
            raise UnreadableError("too_large")
        return data

    return read


def _parts(info: zipfile.ZipInfo) -> list[str]:
    return [part for part in _name(info).replace("\\", "/").split("/") if part not in ("", ".")]


def _is_hidden(parts: Sequence[str]) -> bool:
    return not parts or parts[0] == "__MACOSX" or parts[-1].startswith(".")


def _leads_out(info: zipfile.ZipInfo, parts: Sequence[str]) -> bool:
    return ".." in parts or _name(info).startswith(("/", "\\")) or ":" in parts[0][1:2]


def _dated(info: zipfile.ZipInfo) -> str:
    year, month, day, hour, minute, second = info.date_time
    if year == _NO_DATE:
        return ""
    return f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name, which without the mark of UTF-8 may be UTF-8 or Korean Windows' own."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        raw = info.filename.encode("cp437", "surrogateescape")
    except UnicodeEncodeError:  # a field of its own says what it is called; newer Pythons read it
        return info.filename
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
