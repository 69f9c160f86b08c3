"""What all notebooks of the chapter have in common, in each language."""

from __future__ import annotations

import ast
import re

import pytest

from autograder.course import Assignment, Course, source

HANGUL = re.compile("[가-힣]")
HEAD = {
    "ko": "{section}절 · 약 {minutes}분 · 과제 {tasks}개, 100점",
    "en": "Section {section} · about {minutes} minutes · {tasks} tasks, 100 points",
}
ENDS = {
    "ko": (
        "## 마무리 그림: ", "## 서술형 문제 (100점과 별도로 3점)",
        "## 더 해 보기 (점수 없음)", "## 더 읽을거리",
    ),
    "en": (
        "## Closing picture: ", "## Written question (3 points on top of the 100)",
        "## Going further (not graded)", "## Further reading",
    ),
}  # fmt: skip
FOLDED = {"ko": "<summary>해설 펼치기</summary>", "en": "<summary>Show the explanation</summary>"}
GUESS = {"ko": "**예상해 보세요.**", "en": "**Guess first.**"}


def chapter(course: Course) -> list[Assignment]:
    """The assignments of chapter 5, which are one text."""
    return [each for each in course.assignments if each.section.startswith("5.")]


def texts(course: Course, name: str, language: str) -> list[str]:
    return [cell.text for cell in source.load(course, name).in_language(language)]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_notebook_has_the_same_skeleton(course: Course, language: str) -> None:
    for each in chapter(course):
        cells = texts(course, each.name, language)
        head = HEAD[language].format(
            section=each.section, minutes=each.minutes, tasks=len(each.tasks)
        )
        assert cells[0].splitlines()[2] == head
        whole = "\n".join(cells)
        places = [whole.index(heading) for heading in ENDS[language]]
        assert places == sorted(places)
        links = whole[places[-1] :]
        assert "https://numpy.org/doc/" in links
        assert "https://docs.pytorch.org/" in links


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_guess_is_told_and_explained(course: Course, language: str) -> None:
    """A place to write it, and an explanation that is folded."""
    told = "예상:" if language == "ko" else "your guess:"
    for name in [each.name for each in chapter(course)]:
        whole = "\n".join(texts(course, name, language))
        asked = whole.count(GUESS[language])
        assert asked > 1
        assert whole.count('guess = "?"') == asked, name
        assert whole.count(f'"{told}", guess') + (name == "backprop") >= asked, name
        assert whole.count(FOLDED[language]) >= asked - 2, name
        assert whole.count("<details>") == whole.count("</details>")


def test_code_speaks_the_notebooks_language(course: Course) -> None:
    for name in [each.name for each in chapter(course)]:
        for language in ("ko", "en"):
            for cell in source.load(course, name).in_language(language):
                assert "say(" not in cell.text
                if cell.role == "task":
                    [function] = ast.parse(cell.text).body
                    assert isinstance(function, ast.FunctionDef)
                    docstring = ast.get_docstring(function) or ""
                    assert bool(HANGUL.search(docstring)) == (language == "ko"), cell.task
                elif cell.kind == "code" and language == "en":
                    assert not HANGUL.search(cell.text), cell.text


def test_no_cell_that_grading_runs_asks_for_the_course(course: Course) -> None:
    """Of the cells that are left out, only pictures may import: grading has no assignments."""
    for name in [each.name for each in chapter(course)]:
        for cell in source.load(course, name).cells:
            if cell.kind == "code" and cell.role != "picture":
                assert not re.search(r"^(?:from|import) assignments", cell.text, re.M), cell.line
