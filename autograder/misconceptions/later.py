"""torch, imported when it is first used: grading without `xor` never pays for it."""

from __future__ import annotations

import importlib
from typing import Any


class Later:
    """A module by name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(importlib.import_module(self._name), attribute)


torch = Later("torch")
nn = Later("torch.nn")
