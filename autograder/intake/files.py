"""A student's file as bytes and as text: the one place where one is opened."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import Final

MAX_FILE: Final = 32 * 1024 * 1024


class UnreadableError(Exception):
    """The file can't be read as a submission; `reason` is a code of the notes."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_plain(file: Path, most: int = MAX_FILE) -> bool:
    """Whether it is a file of at most so many bytes, and not a link to one."""
    try:
        status = file.lstat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size <= most


def content(file: Path) -> bytes:
    """What is in the file; no link is followed and nothing but a plain file is opened.

    Raises UnreadableError.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as why:
        raise UnreadableError("link" if why.errno == errno.ELOOP else "not_readable") from None
    with os.fdopen(descriptor, "rb") as opened:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not_readable")
        if status.st_size > MAX_FILE:
            raise UnreadableError("too_large")
        return opened.read(MAX_FILE + 1)


def decoded(data: bytes) -> str:
    """Text in UTF-8 or UTF-16 with a mark, UTF-8, or Korean Windows' code page.

    Raises UnreadableError.
    """
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("no_text")
