"""Files in a person's folder: those that were written before are replaced, no others.

A record beside them holds what was written; a file that is not in it, or was changed, stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from autograder.course import records
from autograder.course.files import write
from autograder.grading.store import OutError

RECORD: Final = ".exported.json"


class _Record(msgspec.Struct, frozen=True):
    """`files`: by name the digest of what was written, and of what it took the place of."""

    format: int = 1
    files: dict[str, list[str]] = {}


def put(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all of these files, or none. Raises OutError where a stranger's would be replaced."""
    if not files:
        return []
    record = _load(out)
    digests: dict[str, list[str]] = {}
    for name, data in files.items():
        known = record.files.get(name, [])
        before = _digest_of(out / name)
        digests[name] = [_digest(data)]
        if before is not None and before not in [*known, *digests[name]]:
            raise OutError(
                f"{out / name}: not written by an export, or changed since; "
                "choose another folder, or take it away"
            )
        if before is not None:
            digests[name].append(before)
    both = record.files | digests
    records.save(out / RECORD, _Record(files=dict(sorted(both.items()))))
    for name, data in files.items():
        write(out / name, data)
    return [out / name for name in files]


def _load(out: Path) -> _Record:
    file = out / RECORD
    if not file.exists():
        return _Record()
    found = records.load(file, _Record)
    if found is None:
        raise OutError(f"{file}: not as an export writes it; choose another folder")
    return found


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(file: Path) -> str | None:
    """The digest of what stands there, None where nothing does; of no file it is nobody's."""
    if file.is_symlink() or (file.exists() and not file.is_file()):
        return ""
    try:
        return _digest(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
