"""Every code that a check or the judge can give has its sentences."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.checks.support.messages import MESSAGES

PACKAGE = Path(__file__).resolve().parents[1] / "autograder"


def codes_in(file: Path) -> set[str]:
    """The codes given to `fail(…)` and `Finding(…)` as literal text."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id
        if called in ("fail", "Finding") and isinstance(node, ast.Call) and node.args:
            found |= {
                part.value
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            }
    return found


def test_every_code_has_a_message() -> None:
    files = [*PACKAGE.glob("checks/**/*.py"), *PACKAGE.glob("judge/*.py"),
             *PACKAGE.glob("sandbox/*.py"), *PACKAGE.glob("selfcheck/*.py")]  # fmt: skip
    used = {code for file in files for code in codes_in(file)}
    assert len(used) > 30
    assert used - set(MESSAGES) == set()


def test_sentences_without_values_have_no_places() -> None:
    told = {"carried", "not_run", "not_run_crashed"}  # their values are the kit's own words
    for code, (_with_values, without) in MESSAGES.items():
        if code not in told:
            assert "{" not in without, code
