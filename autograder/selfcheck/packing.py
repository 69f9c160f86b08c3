"""The one file to upload: the notebooks and a receipt, checked and packed without a network.

`python hand_in.py` in the folder of the notebooks, or a notebook's last cell.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import json
import os
import platform
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from autograder.selfcheck import overview
from autograder.selfcheck.overview import Progress
from autograder.selfcheck.student_folder import assignments, facts, notebooks, words
from autograder.values.messages import mark as _
from autograder.values.roles import RECEIPT

ARCHIVE: Final = "hand-in.zip"
_PACKED: Final = _("{file} holds {notebooks}. Upload this one file.")
_UNFINISHED: Final = _(
    "What is unfinished may be handed in as well: each task that is right counts."
)
_NOTHING: Final = _("There is no notebook in this folder, so nothing was packed.")
_NOT_WRITTEN: Final = _("{file} could not be written: {why}.")
_PACKAGES: Final = ("numpy", "torch", "matplotlib", "ipython", "jupyterlab")
_FORMAT: Final = 1


def look_and_pack(folder: Path) -> tuple[list[Progress], str]:
    """Check every notebook in `folder` and write the archive; a sentence about it."""
    found = [overview.of_file(folder, name) for name in assignments()]
    files = _files(folder)
    if not files:
        return found, words()(_NOTHING)
    archive = folder / ARCHIVE
    try:
        _write(archive, _packed({**files, RECEIPT: _receipt(files, found)}))
    except OSError as why:
        return found, words()(_NOT_WRITTEN, file=ARCHIVE, why=why.strerror)
    said = words()(_PACKED, file=ARCHIVE, notebooks=", ".join(files))
    return found, said if all(each.finished for each in found) else f"{said} {words()(_UNFINISHED)}"


def _files(folder: Path) -> dict[str, bytes]:
    """The notebooks in the folder, or the Python files in their places."""
    files = {}
    for name in assignments():
        for file in (folder / f"{name}.ipynb", folder / f"{name}.py"):
            if file.is_file():
                files[file.name] = file.read_bytes()
                break
    return files


def _receipt(files: Mapping[str, bytes], found: Sequence[Progress]) -> bytes:
    """What was packed, to the byte, by which versions, and how far it was."""
    receipt = {
        "format": _FORMAT,
        "course": {name: facts().get(name, "") for name in ("course", "language", "version")},
        "files": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in files.items()
        },
        "python": platform.python_version(),
        "packages": dict(_versions()),
        "progress": {
            each.name: {"right": each.right, "tasks": each.tasks, "unfinished": each.unfinished}
            for each in found
        },
    }
    return (json.dumps(receipt, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _versions() -> list[tuple[str, str]]:
    found = []
    for name in _PACKAGES:
        try:
            found.append((name, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _packed(members: Mapping[str, bytes]) -> bytes:
    """The same bytes for the same notebooks; dates are the course's."""
    year, month, day = map(int, str(facts().get("date", "1980-01-01")).split("-"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, (year, month, day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, members[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _write(file: Path, data: bytes) -> None:
    """All of it or nothing: an older archive stays until the new one is whole."""
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(data)
    part.replace(file)


def from_kernel(folder: Path) -> tuple[list[Progress], str]:
    """The same in a process of its own, for a notebook whose kernel is busy with its names.

    Raises OSError when that process stops.
    """
    done = subprocess.run(
        [sys.executable, "-m", __name__, "--json"], cwd=folder, check=False,
        env=os.environ | {"PYTHONUTF8": "1"}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        raise OSError((done.stderr.strip().splitlines() or [str(done.returncode)])[-1])
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    found = [
        Progress(**{**each, "unfinished": tuple(each["unfinished"])}) for each in said["found"]
    ]
    return found, said["said"]


def main() -> None:
    """The command: check all, say what is unfinished, write the file to upload."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    found, said = look_and_pack(notebooks() or Path.cwd())
    if "--json" in sys.argv:
        print("\n" + json.dumps({"found": [asdict(each) for each in found], "said": said}))
    else:
        print(overview.as_text(found, words()), said, sep="\n\n")


if __name__ == "__main__":
    main()
