"""TOML as a table: what is wrong with it is a ValueError, whatever it is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def toml_text(file: Path) -> str:
    """What is in a file of TOML. Raises OSError, and ValueError where it is not in UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("its text is not in UTF-8; save it as UTF-8") from None


def toml_table(text: str) -> dict[str, Any]:
    """The table that the text is. Raises ValueError, of one line."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("its brackets are nested too deeply") from None
