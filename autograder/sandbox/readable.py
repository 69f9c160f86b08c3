"""What a locked child may read: the interpreter, the libraries, fonts and time zones.

Not the kit: neither its own package, wherever it is installed, nor the checkout around it, with
its solutions and hidden checks. Nothing of /proc and /sys: a child needs neither, and through
them it could look for other processes.
"""

from __future__ import annotations

import os
import site
import stat
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.sandbox.landlock import READ, READ_DIR, READ_FILE, WRITE_FILE

KIT = ("autograder", "ann_course_kit", "ann-course-kit", "__editable__")
_PACKAGE = Path(__file__).resolve().parents[1]

_SYSTEM = (
    "/usr/lib",
    "/usr/lib64",
    "/lib",
    "/lib64",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/zoneinfo",
    "/etc/localtime",
    "/etc/ld.so.cache",
)
_OWN_FONTS = ("~/.fonts", "~/.local/share/fonts")
_DEVICES = {
    "/dev/null": READ_FILE | WRITE_FILE,
    "/dev/zero": READ_FILE,
    "/dev/random": READ_FILE,
    "/dev/urandom": READ_FILE,
}


def allowed(more: Sequence[Path] = ()) -> list[tuple[Path, int]]:
    """Each path a child may read at and below, with its rights; `more` adds to the usual ones."""
    for path in more:
        if _related(path.resolve(), _PACKAGE):
            raise ValueError(f"{path} would open the kit's own files to a child")
    sites = _sites()
    stdlib = {Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")}
    system = [Path(name) for name in _SYSTEM]
    fonts = [Path(name).expanduser() for name in _OWN_FONTS]
    roots = [*stdlib, *sites, *_shared_libraries(), *system, *fonts, *more]
    rights = {Path(device): right for device, right in _DEVICES.items()}
    withheld = _withheld(sites)
    for root in {root.resolve() for root in roots if os.access(root, os.R_OK)}:
        for path, right in _cover(root, withheld):
            rights[path] = rights.get(path, 0) | right
    return sorted(rights.items())


def unreachable() -> Path | None:
    """A folder of the interpreter's library that only its owner can come to, if there is one."""
    for name in ("stdlib", "purelib", "platlib"):
        path = Path(sysconfig.get_path(name)).resolve()
        if not (_open_to_all(path, stat.S_IROTH) and all(map(_passable, path.parents))):
            return path
    return None


def _sites() -> set[Path]:
    """Every folder of installed packages that this interpreter knows."""
    named = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    named |= {Path(sysconfig.get_path("stdlib")) / "site-packages"}  # a venv's base
    named |= {Path(name) for name in [*site.getsitepackages(), site.getusersitepackages()]}
    named |= {Path(name) for name in sys.path if name.endswith(("site-packages", "dist-packages"))}
    return {folder.resolve() for folder in named if os.access(folder, os.R_OK)}


def _shared_libraries() -> list[Path]:
    """Libraries beside the interpreter: a conda environment loads some of them late."""
    folder = sysconfig.get_config_var("LIBDIR")
    return sorted(Path(folder).glob("*.so*")) if folder else []


def _withheld(sites: set[Path]) -> set[Path]:
    """The kit in every folder of installed packages, and the checkout if it runs from one."""
    kit = {entry for folder in sites for entry in folder.iterdir() if entry.name.startswith(KIT)}
    return kit | {_PACKAGE if _PACKAGE.parent in sites else _PACKAGE.parent}


def _cover(root: Path, withheld: set[Path]) -> Iterator[tuple[Path, int]]:
    """The fewest paths that make `root` readable but for what is withheld below it.

    A folder that holds something withheld gives its list of names, and each other entry apart.
    """
    inside = {path for path in withheld if path.is_relative_to(root)}
    if not inside:
        yield root, READ
        return
    yield root, READ_DIR
    for entry in root.iterdir():
        target = entry.resolve()
        if target == entry and entry not in inside:
            yield from _cover(entry, inside)
        elif target != entry and not any(_related(target, path) for path in withheld):
            yield target, READ  # a link, and a rule follows it


def _related(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _open_to_all(path: Path, bit: int) -> bool:
    return bool(path.stat().st_mode & bit)


def _passable(folder: Path) -> bool:
    return _open_to_all(folder, stat.S_IXOTH)
