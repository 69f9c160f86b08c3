"""What nbgrader may open of a submission's folder beside the notebook.

It copies every other file there, follows links, reads devices, and fills the disk with a sparse
file; it reads the time from timestamp.txt whatever that is. Only plain files of a usual size are
for it, and not more than somebody could have made.
"""

from __future__ import annotations

import copy
import glob
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Final

from nbgrader.utils import parse_utc  # type: ignore[import-untyped]

from autograder.intake.files import is_plain
from autograder.values.text import visible

TIMESTAMP: Final = "timestamp.txt"
_MAX_TIMESTAMP: Final = 1000  # bytes
_YEARS: Final = range(2000, 2100)  # nbgrader's pages convert it to other time zones
_MOST_NAMED: Final = 4  # files on one line
_MAX_FILES: Final = 1000
_MAX_FOLDERS: Final = 10_000  # of a submission; nbgrader walks through those left out, too
_MAX_DEPTH: Final = 100  # folders within folders: so does Python 3.11, which calls itself for each
_MAX_TRIES: Final = 1_000_000  # nbgrader compares each folder with all that lies around it
_MAX_BYTES: Final = 256 * 1024 * 1024  # of all files of a submission, as large as they say
# No browser takes these for a page: formgrader opens what lies beside a notebook as its own
_ENDINGS: Final = """
    .csv .gif .ini .ipynb .jpeg .jpg .json .md .mo .npy .npz .png .pt .pth .py .pyc .toml .tsv .txt
"""
_HARMLESS: Final = frozenset(_ENDINGS.split())
_MARKUP: Final = frozenset("<>\"&'\\")
_FORMULA: Final = ("=", "+", "-", "@")
_NOTEBOOKS: Final = ".ipynb"  # nbgrader copies none but hidden ones; the gate reads them
_PATTERN: Final = "nbgrader takes [, * and ? for a pattern"


def guard(converter: Any, assignments: Sequence[str]) -> None:
    """Let this run of nbgrader's autograding open nothing else.

    What is left out is logged; who has an unusable timestamp.txt is not graded. Of these
    assignments nbgrader gets no notebook but the one that it has in its gradebook.
    """
    for name in sorted(converter.assignments):
        folder = Path(converter.coursedir.root, name)
        shown = str(folder.relative_to(converter.coursedir.root))
        why = ""
        if (unfit := unfit_name(folder.parent.name)) or is_pattern(shown):
            why = f"{unfit or _PATTERN}; rename the folder"
        elif not is_usable_timestamp(folder):
            why = f"{TIMESTAMP} holds no time that nbgrader's pages can show; take it away"
        elif _is_vast(folder):
            why = "nbgrader does not get through so many or so deep folders; take them away"
        if why:
            converter.log.error(f"{visible(shown)}: {why}; not graded")
            del converter.assignments[name]
            continue
        own = str(folder / f"{folder.name}.ipynb")
        if folder.name in assignments and own in converter.assignments[name]:
            converter.assignments[name] = [own]
    folders = copy.copy(converter.coursedir)  # for this run alone
    converter.coursedir = folders
    usual, before = list(folders.ignore), converter.pre_convert_hook

    def hook(**told: Any) -> None:
        folder = Path(folders.root, converter.notebooks[0]).parent
        folders.ignore = [*usual, glob.escape(folder.name)]  # if the next line fails: nothing
        folders.ignore = [*usual, *_left_out(folder, _replaced(converter, folder), converter.log)]
        if before is not None:
            before(**told)

    converter.pre_convert_hook = hook


def is_usable_timestamp(folder: Path) -> bool:
    """Whether nbgrader can read and show the time that lies there; also if there is none."""
    file = folder / TIMESTAMP
    if not os.path.lexists(file):
        return True
    if not is_plain(file, _MAX_TIMESTAMP):
        return False
    try:
        text = file.read_text(encoding="utf-8").strip()
        return not text or parse_utc(text).year in _YEARS
    except Exception:  # of dateutil, for whatever stands there
        return False


def unfit_name(student: str) -> str:
    """Why nbgrader must not be given a student's folder of this name; nothing if it may.

    Its pages write names into HTML and scripts as they are, and its export into cells.
    """
    if is_pattern(student):
        return _PATTERN
    if set(student) & _MARKUP or student != student.strip() or visible(student) != student:
        return "nbgrader can't show a name with <, >, quotes, &, \\ or hidden characters"
    return "a spreadsheet would take this name for a formula" if student[0] in _FORMULA else ""


def _is_vast(folder: Path) -> bool:
    """Whether nbgrader, which ignores no folder before it was there, would fail or take minutes."""
    tries = 0
    for number, (place, inner, files) in enumerate(os.walk(folder)):
        tries += len(inner) * (len(inner) + len(files))
        depth = len(Path(place).relative_to(folder).parts)
        if number > _MAX_FOLDERS or depth > _MAX_DEPTH or tries > _MAX_TRIES:
            return True
    return False


def _replaced(converter: Any, folder: Path) -> set[Path]:
    """The files beside the notebook in whose place nbgrader puts the instructor's."""
    folders = converter.coursedir
    source = Path(folders.format_path(folders.source_directory, ".", folder.name))
    kept = {Path(name) for name in converter.exclude_overwriting.get(folder.name, ())}
    return {file.relative_to(source) for file in source.rglob("*") if file.is_file()} - kept


def _left_out(folder: Path, replaced: Collection[Path], log: Any) -> list[str]:
    """Patterns, as nbgrader's setting `ignore` has them, of what must not be copied."""
    whose, found = visible(f"{folder.name}, {folder.parent.name}"), dict[Path, str]()
    seen = size = 0
    if folder.is_symlink() or folder.parent.is_symlink():
        log.warning(f"{whose}: the folder is a link; it is left out")
        return [glob.escape(folder.name)]
    for place, inner, files in os.walk(folder):
        seen += len(files)
        size += sum(Path(place, name).lstat().st_size for name in files)
        odd = is_pattern(os.path.relpath(place, folder))  # nbgrader would find nothing to ignore
        if odd or seen > _MAX_FILES or size > _MAX_BYTES:
            many = f"more than {_MAX_FILES} files" if seen > _MAX_FILES else "files too large"
            why = "a folder called like a pattern" if odd else many
            log.warning(f"{whose}: {why} beside the notebook; all of it is left out")
            return [glob.escape(folder.name)]
        for each in (Path(place, name).relative_to(folder) for name in (*inner, *files)):
            if why := _unfit(folder, each, replaced):
                found[each] = why
    for why in sorted({*found.values()}):
        names = [visible(str(each)) for each in sorted(found) if found[each] == why]
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        named = ", ".join(names[:_MOST_NAMED])
        log.warning(f"{whose}: left out beside the notebook, {why}: {named}{more}")
    return [glob.escape(each.name) for each in sorted(found)]


def _unfit(folder: Path, inner: Path, replaced: Collection[Path]) -> str:
    """Why a file or folder must not be copied; nothing if it may."""
    file = folder / inner
    if file.suffix == _NOTEBOOKS and not file.name.startswith("."):
        return ""
    if visible(file.name) != file.name:
        return "hidden characters in the name"
    if file.is_symlink():
        return "a link"
    if file.is_dir():
        return "a folder called like one of the instructor's files" if inner in replaced else ""
    if any(inner in other.parents for other in replaced):
        return "a file called like one of the instructor's folders"
    if not is_plain(file):
        return "no plain file of a usual size"
    if file.suffix.lower() not in _HARMLESS and inner not in replaced:
        return "a kind that a browser could take for a page"
    return ""


def is_pattern(path: str) -> bool:
    """Whether nbgrader takes the path for a pattern, and so does not find what is there."""
    return glob.escape(path) != path
