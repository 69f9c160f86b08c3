"""A progress bar with a note beside it: one output of the cell, renewed while something runs."""

from __future__ import annotations

import html
import importlib
from typing import Any, Final

_WIDTH: Final = 30  # characters of the bar where only text is shown


class Progress:
    """`Progress("epochs", 300)`, then `update(100, "cost 0.69")` as often as you like."""

    def __init__(self, label: str, total: int) -> None:
        self._label = label
        self._total = total
        display: Any = importlib.import_module("IPython.display").display
        # None outside of IPython, where nothing can be renewed
        self._handle = display(self._shown(0, ""), raw=True, display_id=True)

    def update(self, done: int, note: str = "") -> None:
        """So much is done."""
        if self._handle is not None:
            self._handle.update(self._shown(done, note), raw=True)

    def _shown(self, done: int, note: str) -> dict[str, str]:
        text = f"{self._label} {done:,} / {self._total:,}"
        full = _WIDTH * done // max(self._total, 1)
        bar = "█" * full + "░" * (_WIDTH - full)
        label, beside = html.escape(text), html.escape(note)
        return {
            "text/plain": f"{text} {bar} {note}".rstrip(),
            "text/html": f'<label>{label} <progress max="{self._total}" value="{done}"></progress>'
            f"</label> {beside}",
        }
