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


@pytest.mark.parametrize("joiner", ["\u200b", "\u200c", "\u200d"])
def test_no_joiner_begins_a_new_pile(joiner: str) -> None:
    assert clean("e" + ("\u0301" * 8 + joiner) * 3).startswith("e" + "\u0301" * 8 + "\\u200")
    assert clean("ก" + ("\u0e34" * 8 + joiner) * 30).count("\u0e34") == 8


def test_marks_that_stand_on_no_letter_are_escaped() -> None:
    assert clean("\u0301\u0302a") == "\\u0301\\u0302a"


@pytest.mark.parametrize("unseen", "\u200b\u200d\u2060\xad\U000e0041\U000e0100\ufe0f\u3164\u034f")
def test_what_has_no_ink_in_a_word_is_escaped(unseen: str) -> None:
    for word in (f"sc{unseen}ore", f"점{unseen}수", f"{unseen}a"):
        assert unseen not in clean(word)
        assert "\\" in clean(word)


@pytest.mark.parametrize(
    "text",
    ["👩\u200d👩\u200d👧", "👩🏽\u200d💻", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3", "🙂\u200d↔\ufe0f",
     "ℹ\ufe0f", "می\u200cخواهم", "क्\u200dष", "⠀⠂", unicodedata.normalize("NFD", "한글 ẫ"),
     "m² × …"],
)  # fmt: skip
def test_what_honest_text_needs_stays(text: str) -> None:
    assert clean(text) == text


def test_a_name_is_neither_markup_nor_an_emoji_on_a_terminal(small: Course) -> None:
    console = Console(file=io.StringIO(), width=120, force_terminal=True, color_system=None)
    names = [":skull:", "[red]x[/red]", "[/]", "n\nScore", "긴" * 60]
    console.print(scores.as_table(small, {name: {"small": 1.0} for name in names}))
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert all(name in shown for name in (":skull:", "[red]x[/red]", "[/]", "n\\x0aScore"))
    assert shown.count("긴") == 60
