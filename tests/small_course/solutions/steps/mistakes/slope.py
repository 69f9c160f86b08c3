"""Mistakes about `slope`."""

from __future__ import annotations

from typing import Any

from autograder.hints import mistake


@mistake("backwards")
def backwards(f: Any, x: Any) -> Any:
    return f(x) - f(x + 1)
