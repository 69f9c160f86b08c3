"""What a bundle may hold, and a last look before one is written."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from autograder.source import NBGRADER_MARKERS

# The part of this package that travels, as glob patterns below it.
PACKAGE_FILES: Final = (
    "__init__.py",
    "chapter.py",
    "xor_costs.csv",
    "checks/__init__.py",
    "checks/support/**/*.py",
    "checks/visible/**/*.py",
    "selfcheck/**/*.py",
    "locale/*/LC_MESSAGES/student.mo",
)
_ALLOWED = re.compile(
    r"[a-z][a-z0-9_]*\.ipynb"
    r"|README\.md|requirements\.txt|pytest\.ini"
    r"|autograder/(__init__\.py|chapter\.py|xor_costs\.csv|checks/__init__\.py)"
    r"|autograder/(checks/support|checks/visible|selfcheck)/([a-z0-9_]+/)*[A-Za-z0-9_]+\.py"
    r"|autograder/selfcheck/bundle\.json"
    r"|autograder/locale/[a-z]+/LC_MESSAGES/student\.mo"
)


class ReleaseError(Exception):
    """No bundle can be made; the message is one line: where, what, and what to do."""


def guard(members: Mapping[str, bytes]) -> None:
    """Refuse a bundle with a file, a word or an import that has no place in one.

    Raises ReleaseError.
    """
    for name, content in members.items():
        if not _ALLOWED.fullmatch(name):
            raise ReleaseError(f"{name}: no bundle may hold this file; take it out")
        if name.endswith(".mo"):
            continue
        text = content.decode("utf-8")
        for marker in NBGRADER_MARKERS:
            if marker in text:
                raise ReleaseError(f"{name} holds {marker!r}; nothing graded may travel")
        for code in _codes(name, text):
            for module in _imports(ast.parse(code), name):
                _require_travelling(name, module, members)


def _codes(name: str, text: str) -> Iterator[str]:
    if name.endswith(".py"):
        yield text
    elif name.endswith(".ipynb"):
        for cell in json.loads(text)["cells"]:
            if cell["cell_type"] == "code":
                yield "".join(cell["source"])


def _imports(tree: ast.Module, name: str) -> Iterator[str]:
    """The modules that a file imports, as dotted names from the bundle's folder."""
    package = name.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names if alias.name == "hidden")


def _require_travelling(name: str, module: str, members: Mapping[str, bytes]) -> None:
    parts = module.split(".")
    path = "/".join(parts)
    if parts[0] == "solutions" or "hidden" in parts:
        raise ReleaseError(f"{name} imports {module}, which must never travel; take that out")
    if parts[0] == "autograder" and not {f"{path}.py", f"{path}/__init__.py"} & set(members):
        raise ReleaseError(f"{name} imports {module}, which is not in the bundle; take that out")
