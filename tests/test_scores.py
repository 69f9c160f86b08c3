"""The table of scores: nothing in it is a formula, markup or a look-alike."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import pytest
from rich.console import Console

from autograder.course import Course
from autograder.reports import scores
from autograder.values.text import clean, visible


def cells(small: Course, *students: str) -> list[str]:
    table = scores.as_csv(small, {student: {"small": 1.0} for student in students})
    rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    return [row[0] for row in rows][1:]


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(1)", " =1+1", "\uff1d1+1", "\uff0b1", "\uff201", "\u3000=1"]
)
def test_a_formula_is_made_text(small: Course, name: str) -> None:
    (cell,) = cells(small, name)
    assert cell.startswith(("'", "\\"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_separator_of_cells_makes_a_formula(small: Course, separator: str) -> None:
    name = 'x;=1+1;y", =2\t@z;"=3;""+4,"-5'
    table = scores.as_csv(small, {name: {"small": 1.0}}).decode("utf-8-sig")
    parts = [part for line in table.splitlines() for part in line.split(separator)]
    read = [cell for row in csv.reader(table.splitlines(), delimiter=separator) for cell in row]
    for cell in [*parts, *read]:
        assert not cell.strip('" ').startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("name", ["\n=1+1", "\r=1+1", "\t=1+1", "\x1b=1", "\u200b=1", "\ufeff=1"])
def test_what_can_not_be_seen_before_a_formula_is_escaped(small: Course, name: str) -> None:
    (cell,) = cells(small, name)
    assert cell.startswith("\\")
    assert cell.isprintable()


def test_no_two_students_share_a_cell(small: Course) -> None:
    names = ["=1", "'=1", "''=1", "x\rzz", "zz", "zz\u200b", "a0x123456", "a0x123457", "'s Jong"]
    names += ['"=1', "'\"=1", "e" + "\u0301" * 9, "e" + "\u0301" * 8]
    shown = cells(small, *names)
    assert len(set(shown)) == len(names)
    assert "'s Jong" in shown


def test_a_pile_of_marks_covers_no_line_around() -> None:
    for text in ("e" + "\u0301" * 100, "กำ้" + "\u20dd" * 50):
        for shown in (visible(text), clean(text)):
            assert len(re.findall("[\u0300-\u036f\u20dd]", shown)) <= 8
    for usual in ("김하늘", unicodedata.normalize("NFD", "김하늘 Dvořák ẫ"), "ที่นี่"):
        assert visible(usual) == clean(usual) == usual


def test_a_name_is_neither_markup_nor_an_emoji_on_a_terminal(small: Course) -> None:
    console = Console(file=io.StringIO(), width=120, force_terminal=True, color_system=None)
    names = [":skull:", "[red]x[/red]", "[/]", "n\nScore", "긴" * 60]
    console.print(scores.as_table(small, {name: {"small": 1.0} for name in names}))
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert all(name in shown for name in (":skull:", "[red]x[/red]", "[/]", "n\\x0aScore"))
    assert shown.count("긴") == 60
