"""What the kit's own cells in a notebook are for, as their metadata says."""

from __future__ import annotations

from typing import Final

# Cells that check, ask for a guess or draw: no part of a submission, and not run when it is
NOT_RUN: Final = frozenset({"check", "guess", "picture", "further"})
