"""Every code of a check or of the grading has its sentences, and every sentence has its code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

from conftest import HOME

from autograder.checks import content
from autograder.course import Course
from autograder.values.messages import MESSAGES

PACKAGE = HOME / "autograder"
_ASIDE = ("proof", "authoring", "nbgrader_plugin")  # no finding of theirs reaches a student
# Their values are the kit's own words, so they are shown with a hidden check, too
_ALWAYS_SHOWN = {"carried", "not_run", "not_run_crashed"}


def findings_in(file: Path) -> Iterator[tuple[str, set[str] | None]]:
    """The codes given to `fail(…)` and `Finding(…)` as literal text, each with its values' names.

    None for values that are no literal.
    """
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        code, *values = node.args
        names: set[str] | None = None
        if node.func.id == "fail":
            names = {keyword.arg for keyword in node.keywords if keyword.arg}
        elif node.func.id != "Finding":
            continue
        elif values and isinstance(values[0], ast.Dict):
            keys = values[0].keys
            names = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
        for part in ast.walk(code):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value, names


def of_the_kit() -> list[Path]:
    files = PACKAGE.rglob("*.py")
    return [file for file in files if file.relative_to(PACKAGE).parts[0] not in _ASIDE]


def of_assignment(name: str) -> list[Path]:
    return [file for folder in content.FOLDERS for file in (HOME / folder / name).glob("*.py")]


def used_in(files: Iterable[Path]) -> set[str]:
    return {code for file in files for code, _names in findings_in(file)}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_code_of_the_kit_has_a_message() -> None:
    assert used_in(of_the_kit()) <= set(MESSAGES)


def test_every_code_of_an_assignment_has_a_message(course: Course) -> None:
    for name in course.names:
        own = set(content.sentences(HOME, name).findings)
        assert used_in(of_assignment(name)) <= set(MESSAGES) | own, name


def test_no_message_is_left_over(course: Course) -> None:
    assert unnamed(MESSAGES, of_the_kit()) == set()
    shared = list((HOME / content.SOLUTIONS / "drawing").glob("*.py"))
    for name in course.names:
        own = content.sentences(HOME, name).findings.keys() - set(MESSAGES)
        assert unnamed(own, [*of_assignment(name), *shared]) == set()


def unnamed(codes: Iterable[str], files: Iterable[Path]) -> set[str]:
    """The codes that no file names; some come out of a table or of a condition."""
    texts = [file.read_text(encoding="utf-8") for file in files if file.name != "messages.py"]
    return {code for code in codes if not any(f'"{code}"' in text for text in texts)}


def test_sentences_without_values_have_no_places(course: Course) -> None:
    for code, (_with_values, without) in MESSAGES.items():
        assert code in _ALWAYS_SHOWN or not places(without), code
    for name in course.names:
        for code, said in content.sentences(HOME, name).findings.items():
            assert not any(places(without) for _with_values, without in said.values()), code


def test_findings_fill_the_places_of_their_messages(course: Course) -> None:
    """Literal values are all that the message shows, or none."""
    seen = 0
    for files, own in (
        (of_the_kit(), {}),
        *((of_assignment(name), content.sentences(HOME, name).findings) for name in course.names),
    ):
        for file in files:
            for code, names in findings_in(file):
                said = own[code].values() if code in own else [MESSAGES[code]]
                seen += bool(names)
                assert not names or all(places(shown) <= names for shown, _ in said), (file, code)
    assert seen > 30


def test_a_finding_shows_the_same_in_every_language(course: Course) -> None:
    for name in course.names:
        for code, said in content.sentences(HOME, name).findings.items():
            assert len({frozenset(places(shown)) for shown, _hidden in said.values()}) == 1, code
