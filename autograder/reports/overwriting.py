"""Nothing of a stranger's is written over: what stands in the place of ours must be ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from autograder.course import Course
from autograder.grading.store import OutError
from autograder.intake.names import CLASS_PAGE, SCORES
from autograder.reports import grades

WITHOUT_NAMES: Final = "index-without-names.html"
_TABLES = (b'\xef\xbb\xbf"student",', b"\xef\xbb\xbfstudent,")  # today's, and without quotes
_PAGE = b"<!DOCTYPE html>"
_HEAD: Final = 400  # bytes by which a page is known
_LANGUAGE: Final = re.compile(rb'lang="\w*')
_BEGIN: Final = (
    b'<!DOCTYPE html>\n<html lang="">\n<head>\n<meta charset="utf-8">\n'
    b'<meta http-equiv="Content-Security-Policy" content="'
)


def require_ours(course: Course, out: Path) -> None:
    """What would be written over must have been written by a grading. Raises OutError."""
    for table in (out / SCORES, out / grades.FILE):
        if table.exists() and not _is_table(table):
            raise OutError(f"{table}: not written by a grading; choose another folder")
    if not out.is_dir():
        return
    own = [file for kind in ("txt", "html") for file in sorted(out.glob(f"*/*.{kind}"))]
    for file in own:
        if file.stem in course.names and not _is_feedback(file):
            raise OutError(f"{file}: not the feedback of a grading; choose another folder")
    for name in (CLASS_PAGE, WITHOUT_NAMES):
        if (out / name).exists() and not _is_page(out / name):
            raise OutError(f"{out / name}: not written by a grading; choose another folder")


def _is_table(file: Path) -> bool:
    """Whether it begins as our tables do, or was cut off before that."""
    if not file.is_file():
        return False
    data = file.read_bytes()
    return data.startswith(_TABLES) or _is_nothing(data) or _TABLES[0].startswith(data)


def _is_nothing(data: bytes) -> bool:
    """Whether a file holds nothing: it was cut off before its first byte, or never written."""
    return not data.strip(b"\0")


def _is_feedback(file: Path) -> bool:
    """Whether the file begins as feedback does: as a page, or with a heading, underlined.

    One that was cut off begins with the student's name, if with anything.
    """
    if file.suffix == ".html":
        return _is_page(file)
    if not file.is_file():
        return False
    data = file.read_bytes()
    lines, name = data.splitlines()[:2], f"{file.parent.name} · ".encode()
    whole = len(lines) == 2 and set(lines[1]) == {ord("=")}
    cut = len(lines) < 2 and (data.startswith(name) or name.startswith(data))
    return whole or cut or _is_nothing(data)


def _is_page(file: Path) -> bool:
    """Whether this is a page of the kit's, by its first lines."""
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(_PAGE) and b"default-src 'none'" in head.replace(b"&#39;", b"'"):
        return True
    begin = _LANGUAGE.sub(b'lang="', head)
    cut = len(head) < _HEAD and (begin.startswith(_BEGIN) or _BEGIN.startswith(begin))
    return cut or _is_nothing(head)
