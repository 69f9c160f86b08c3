"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: temporary name, fsync, rename.

    Raises OSError, which names the folder where no file can be made in it.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = temporary.open("xb")
    except OSError as why:
        raise OSError(why.errno, why.strerror, str(path.parent)) from None
    try:
        with opened as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_changed(path: Path, data: bytes) -> None:
    """Write it, if it is not there already."""
    if not (path.is_file() and path.read_bytes() == data):
        write(path, data)
