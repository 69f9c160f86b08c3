"""A bundle must run where nothing else of the kit is: its imports lead to what it holds."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping

from autograder.checks.content import ASSIGNMENTS, SOLUTIONS
from autograder.course.source_rules import bound_names
from autograder.values.errors import KitError


class ReleaseError(KitError):
    """No bundle can be made; the message is one line: where, what, and what to do."""


def require_self_contained(members: Mapping[str, bytes]) -> None:
    """Refuse a bundle whose code imports what it does not hold. Raises ReleaseError."""
    for name, content in members.items():
        for code in _codes(name, content):
            for line, module, part in _imports(_parsed(name, code), name):
                _require_there(f"{name}:{line}", module, part, members)


def _codes(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".py"):
        yield content.decode("utf-8")
    elif name.endswith(".ipynb"):
        for cell in json.loads(content)["cells"]:
            if cell["cell_type"] == "code":
                yield "".join(cell["source"])


def _parsed(name: str, code: str) -> ast.Module:
    try:
        return ast.parse(code)
    except SyntaxError as why:
        raise ReleaseError(f"{name}:{why.lineno}: {why.msg}; fix the file") from None


def _imports(tree: ast.Module, name: str) -> Iterator[tuple[int, str, str | None]]:
    """The line of each import, the module as a dotted name from the bundle, and a part of it."""
    package = name.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, module, alias.name) for alias in node.names)


def _require_there(place: str, module: str, part: str | None, members: Mapping[str, bytes]) -> None:
    room = module.partition(".")[0]
    if room == SOLUTIONS:
        raise ReleaseError(f"{place} imports {module}, which never travels; take that out")
    if room in ("autograder", ASSIGNMENTS) and not _holds(members, module.replace(".", "/"), part):
        missing = module if part is None else f"{part} from {module}"
        raise ReleaseError(f"{place} imports {missing}, which no bundle holds; take that out")


def _holds(members: Mapping[str, bytes], path: str, part: str | None) -> bool:
    """Whether the module is there; of a package the part, too, as a module or as a name of it."""
    if f"{path}.py" in members:
        return True
    if part is None:
        return any(name.startswith(f"{path}/") for name in members)
    own = ast.parse(members.get(f"{path}/__init__.py", b""))
    return part in {name for name, _line in bound_names(own)} or _holds(
        members, f"{path}/{part}", None
    )
