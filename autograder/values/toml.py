"""TOML as a table: what is wrong with it is a ValueError, whatever it is."""

from __future__ import annotations

import tomllib
from typing import Any


def toml_table(text: str) -> dict[str, Any]:
    """The table that the text is. Raises ValueError, of one line."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("its brackets are nested too deeply") from None
