"""The Korean catalogues: texts collected from the code, old translations kept, compiled.

Run as `python -m autograder.catalogues` after changing a text. Domain "student" holds what
travels in a bundle, "grader" what is marked anywhere else in the package.
"""

from __future__ import annotations

import ast
import datetime
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent
LANGUAGE = "ko"
DOMAINS = ("student", "grader")
_TRAVELLING = ("checks/support", "selfcheck", "checks/visible")
_CHECKS = ("checks/visible", "checks/hidden")  # their docstrings are texts, too
_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # the same bytes every time
_HEADER: dict[str, Any] = {
    "header_comment": "# Korean texts of the course kit.",
    "project": "ann-course-kit",
    "version": "1",
    "copyright_holder": "the course kit",
    "msgid_bugs_address": "none",
    "last_translator": "none",
    "language_team": "none",
    "creation_date": _DATE,
    "fuzzy": False,
}
Text = tuple[str, str, int]  # text, file, line


def texts(domain: str) -> Iterator[Text]:
    """Every text of a domain, with the place where it stands."""
    for file in sorted(PACKAGE.rglob("*.py")):
        folder = file.parent.relative_to(PACKAGE).as_posix()
        if (folder in _TRAVELLING) != (domain == "student"):
            continue
        name = file.relative_to(PACKAGE.parent).as_posix()
        for line, message, _comments, _context in extract_from_file(
            "python", str(file), keywords={"_": None}
        ):
            yield str(message), name, line
        if folder in _CHECKS and file.name.startswith("test_"):
            yield from ((text, name, line) for text, line in titles(file))


def titles(file: Path) -> Iterator[tuple[str, int]]:
    """The titles of a check file: the first line of each check's docstring, with its line."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        docstring = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
        if docstring and isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield docstring.splitlines()[0], node.lineno


def updated(domain: str) -> Catalog:
    """The domain's catalogue with every text of today, and the translations that it has."""
    path = _path(domain, "po")
    with path.open("rb") if path.exists() else io.BytesIO() as file:
        catalog = read_po(file, locale=LANGUAGE, domain=domain)
    template = Catalog(domain=domain, **_HEADER)
    for text, name, line in texts(domain):
        template.add(text, locations=[(name, line)])
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    for name, value in _HEADER.items():
        setattr(catalog, name, value)
    catalog.revision_date = _DATE
    return catalog


def missing(domain: str) -> list[str]:
    """Texts without a translation, or whose translation has other places to fill in."""
    wrong = []
    for message in updated(domain):
        if message.id and (not message.string or _places(message.id) != _places(message.string)):
            wrong.append(str(message.id))
    return wrong


def _places(text: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name}


def written(domain: str) -> dict[Path, bytes]:
    """The domain's files and what should stand in them."""
    catalog = updated(domain)
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, width=100, sort_by_file=True, omit_header=False, include_lineno=False)
    write_mo(mo, catalog)
    return {_path(domain, "po"): po.getvalue(), _path(domain, "mo"): mo.getvalue()}


def _path(domain: str, suffix: str) -> Path:
    return PACKAGE / "locale" / LANGUAGE / "LC_MESSAGES" / f"{domain}.{suffix}"


def main() -> int:
    """Write the catalogues; 1 when a text lacks its translation."""
    lacking = []
    for domain in DOMAINS:
        for path, data in written(domain).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        lacking += [f"{domain}: {text}" for text in missing(domain)]
    for line in lacking:
        print(f"no translation: {line}", file=sys.stderr)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
