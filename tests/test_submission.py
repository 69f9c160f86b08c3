"""Submissions as students really hand them in, and what is politely refused."""

from __future__ import annotations

import functools
import io
import json
import os
import unicodedata
import weakref
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any, Literal

import pytest

from autograder.course import Course
from autograder.course.source import load_all
from autograder.intake import tree
from autograder.intake.answers import _Candidates
from autograder.intake.collect import collect
from autograder.intake.files import MAX_FILE, UnreadableError
from autograder.intake.found import FolderError, Skipped, Submission
from autograder.intake.manifest import load
from autograder.intake.names import listed, spelled, student_name, valid_student
from autograder.intake.reading import Submitted, read
from autograder.intake.submissions import find
from autograder.release.notebook import student
from autograder.reports import sheet
from autograder.reports.class_lines import skipped_lines
from autograder.values.notes import note
from autograder.values.text import visible
from autograder.values.words import Words

TASKS = frozenset({"sigmoid"})


def notebook(*cells: dict[str, Any] | str, **metadata: Any) -> bytes:
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}} if isinstance(cell, str) else cell
        for cell in cells
    ]
    return json.dumps({"cells": made, "metadata": metadata, "nbformat": 4}).encode()


def kit_cell(role: str, source: str) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {"course": {"role": role}}}


def found(small: Course, place: Path, **options: Any) -> dict[str, Submission | Skipped]:
    return {
        f"{each.student}/{each.assignment}" if isinstance(each, Submission) else each.place: each
        for each in find(small, place, **options)
    }


def put(folder: Path, **files: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)


def submitted(each: Submission | Skipped) -> Submitted:
    assert isinstance(each, Submission)
    assert each.submitted is not None
    return each.submitted


def codes(each: Submission | Skipped) -> list[str]:
    notes = each.notes if isinstance(each, Submission) else (each.why,)
    return [note.code for note in notes]


def test_outputs_and_markdown_are_passed_over() -> None:
    data = json.dumps(
        {
            "cells": [
                {"cell_type": "markdown", "source": "# text"},
                {"cell_type": "code", "source": ["a = 1\n", "b = 2"], "outputs": [{"x": [1] * 50}]},
                {"cell_type": "raw", "source": "raw"},
            ]
        }
    )
    assert read(data.encode(), notebook=True, tasks=TASKS).cells == ("a = 1\nb = 2",)


def test_old_notebooks_have_worksheets() -> None:
    data = json.dumps({"worksheets": [{"cells": [{"cell_type": "code", "input": "a = 1"}]}]})
    assert read(data.encode(), notebook=True, tasks=TASKS).cells == ("a = 1",)


@pytest.mark.parametrize(
    ("role", "source", "kept"),
    [
        ("check", 'check("sigmoid")', False),
        ("check", "mine = 1", True),
        ("picture", "plt.show()", False),
        ("picture", "def sigmoid(z):\n    return z", True),
        ("guess", "guess = 3", False),
        ("guess", "import math", True),
        ("further", "x = 1\ndef half(x):\n    return x / 2", True),
        ("picture", "def style(axes):\n    axes.grid()", False),
        ("further", "while True: pass", False),
        ("given", "x = 1", True),
        ("task", "def sigmoid(z): ...", True),
    ],
)
def test_cells_of_the_kit_that_check_or_draw_stay_out(role: str, source: str, kept: bool) -> None:
    cells = read(notebook(kit_cell(role, source)), notebook=True, tasks=TASKS).cells
    assert cells == (source if kept else "",)


def test_percent_file_is_read_cell_by_cell() -> None:
    text = 'top = 1\n# %% [markdown]\n# words\n# %%\na = 1\n# %% role="picture"\ndraw()\n#%%\nb = 2'
    cells = read(text.encode(), notebook=False, tasks=TASKS).cells
    assert [cell.strip() for cell in cells if cell.strip()] == ["top = 1", "a = 1", "b = 2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_text_from_any_system(encoding: str) -> None:
    text = "x = '가중치'\r\n"
    assert read(text.encode(encoding), notebook=False, tasks=TASKS).cells == (text,)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b'{"cells": [', "broken_json"),
        (b"[" * 100_000, "no_notebook"),
        (b"[1, 2]", "no_notebook"),
        (b'{"cells": 3}', "no_notebook"),
        (b"{}", "no_notebook"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe\x00", "no_text"),
        (notebook(*["x"] * 6000), "too_large"),
        (notebook("x" * (5 * 1024 * 1024)), "too_large"),
    ],
)
def test_what_is_no_notebook_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, notebook=True, tasks=TASKS)
    assert caught.value.reason == reason


def test_half_a_character_is_read() -> None:
    text = r'{"cells": [{"cell_type": "code", "source": "a = \"\ud83d\" + \"\ud83d\ude00\""}]}'
    assert read(text.encode(), notebook=True, tasks=TASKS).cells == ('a = "\ufffd" + "😀"',)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('"metadata": DEEP, "cells": []', ()),
        ('"cells": [{"source": "x", "metadata": DEEP}]', ("x",)),
    ],
)
def test_settings_of_any_depth_are_read(text: str, cells: tuple[str, ...]) -> None:
    deep = '{"a":' * 900 + "1" + "}" * 900
    data = f"{{{text}}}".replace("DEEP", deep).encode()
    assert read(data, notebook=True, tasks=TASKS).cells == cells


def test_flat_and_nbgrader_folders(small: Course, tmp_path: Path) -> None:
    put(tmp_path / "kim", small__ipynb=notebook("a = 1"))
    put(tmp_path / "kim" / "steps", steps__ipynb=notebook("b = 1"), timestamp__txt=b"2026")
    put(tmp_path / "lee", small__py=b"c = 1")
    got = found(small, tmp_path)
    assert set(got) == {"kim/small", "kim/steps", "kim/steps/timestamp.txt", "lee/small"}
    assert submitted(got["lee/small"]).cells == ("c = 1",)


@pytest.mark.parametrize(
    "name",
    ["Small.ipynb", "small (1).ipynb", "SMALL.IPYNB", "small-Copy1.ipynb", "small .ipynb",
     "small - 복사본.ipynb", "\uff53mall.ipynb", "small_2.py"],
)  # fmt: skip
def test_names_of_files_as_they_come(small: Course, tmp_path: Path, name: str) -> None:
    data = notebook("a = 1") if name.lower().endswith("ipynb") else b"a = 1"
    put(tmp_path / "kim", **{name: data})
    assert set(found(small, tmp_path)) == {"kim/small"}


def test_metadata_comes_before_the_name(small: Course, tmp_path: Path) -> None:
    own = {"course": {"assignment": "steps", "language": "en"}}
    put(tmp_path / "kim", homework__ipynb=notebook("a = 1", **own))
    got = found(small, tmp_path)
    assert submitted(got["kim/steps"]).language == "en"


@pytest.mark.parametrize("first", ["NFC", "NFD"])
def test_of_two_unicode_forms_of_a_name_the_composed_one_is_graded(
    small: Course, tmp_path: Path, first: Literal["NFC", "NFD"]
) -> None:
    forms: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD") if first == "NFC" else ("NFD", "NFC")
    for form in forms:
        put(tmp_path / unicodedata.normalize(form, "김하늘"), small__ipynb=notebook(form))
    got = list(find(small, tmp_path))
    (graded,) = (each for each in got if isinstance(each, Submission))
    (passed,) = (each for each in got if isinstance(each, Skipped))
    assert (graded.student, submitted(graded).cells) == ("김하늘", ("NFC",))
    assert (passed.place, passed.why.code) == (
        unicodedata.normalize("NFD", "김하늘"),
        "same_student",
    )
    assert dict(passed.why.values) == {"name": "김하늘"}
    assert passed.missed


def test_links_and_pipes_are_not_followed(small: Course, tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere.ipynb"
    secret.write_bytes(notebook("secret = 1"))
    students = tmp_path / "students"
    (students / "lee").mkdir(parents=True)
    put(students / "kim", steps__py=b"")
    (students / "kim" / "small.ipynb").symlink_to(secret)
    os.mkfifo(students / "lee" / "small.ipynb")
    (students / "linked").symlink_to(students / "kim")
    got = found(small, students)
    assert codes(got["kim/small"]) == ["link"]
    assert codes(got["lee/small"]) == ["not_readable"]
    assert codes(got["linked"]) == ["link"]


def test_a_link_to_nowhere_hides_nothing(small: Course, tmp_path: Path) -> None:
    put(tmp_path / "kim", steps__py=b"a = 1")
    for place in (tmp_path / "kim" / "small.ipynb", tmp_path / "kim" / "essay", tmp_path / "li"):
        place.symlink_to("a" * 300)
    got = found(small, tmp_path)
    assert {name: codes(each) for name, each in got.items()} == {
        "kim/steps": [], "kim/small": ["link"], "kim/essay": ["other_kind"], "li": ["link"],
    }  # fmt: skip


def test_a_folder_that_can_not_be_opened_hides_no_other(
    small: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("kim/small", "kim/steps", "lee"):
        put(tmp_path / folder, steps__py=b"a = 1")
    scan = os.scandir

    def denied(place: Path) -> Any:
        if place.name in ("small", "lee"):
            raise PermissionError(13, "denied")
        return scan(place)

    monkeypatch.setattr(os, "scandir", denied)
    got = found(small, tmp_path)
    assert {name: codes(each) for name, each in got.items()} == {
        "kim/small": ["closed"], "kim/steps": [], "lee": ["closed"],
    }  # fmt: skip
    assert all(each.missed for each in got.values() if isinstance(each, Skipped))


def test_only_so_many_files_of_one_student_are_read(
    small: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note_down(file: Path) -> bytes:
        opened.append(file)
        return notebook("x")

    monkeypatch.setattr(tree, "content", note_down)
    copies = {f"small ({number}).ipynb": b"" for number in range(500)}
    put(tmp_path / "kim", **copies, **{f"{name}.ipynb": b"" for name in small.names})
    got = found(small, tmp_path)
    assert {f"kim/{name}" for name in small.names} < set(got)
    assert len(opened) < 100
    assert len({file.name for file in opened}) == len(opened)
    assert codes(got["kim"]) == ["too_many"]
    passed = got["kim"]
    assert isinstance(passed, Skipped) and passed.missed
    assert dict(passed.why.values) == {"all": 500 + len(small.names) - len(opened)}


def test_all_notebooks_of_one_student_together_are_parsed_within_bounds(
    small: Course, tmp_path: Path
) -> None:
    dear, refused = notebook("[" * 1_500_000), notebook("," * 2_500_000)
    own = {f"{name}.ipynb": notebook("x") for name in small.names}
    others = {f"x{number}.ipynb": dear for number in range(20)}
    put(tmp_path / "kim", **{"a.zip": zipped(**own, **others, **{"b.ipynb": refused})})
    began = process_time()
    got = found(small, tmp_path)
    assert process_time() - began < 2
    assert {f"kim/{name}" for name in small.names} < set(got)
    assert codes(got["kim"]) == ["too_many"]
    assert [codes(got[f"kim/a.zip/{name}.ipynb"]) for name in ("b", "x0")] == [["unknown"]] * 2
    assert "kim/a.zip/x5.ipynb" not in got


def test_only_so_many_bytes_of_one_student_are_read_and_none_kept(
    small: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "kim"
    put(own, **{f"{name}.ipynb": notebook("x") for name in small.names})
    for number in range(40):
        with (own / f"small ({number}).ipynb").open("wb") as file:
            file.truncate(MAX_FILE)
    opened: list[str] = []
    plain = len(small.names)

    def note_down(file: Path) -> bytes:
        opened.append(file.name)
        return notebook("x").ljust(1_000_000) if len(opened) <= plain else b"{"

    monkeypatch.setattr(tree, "content", note_down)
    got = found(small, tmp_path)
    assert {name.removesuffix(".ipynb") for name in opened[:plain]} == set(small.names)
    assert sum("(" in name for name in opened) <= 8
    kept = [each for each in got.values() if isinstance(each, Submission)]
    assert len(kept) == plain
    assert all(len(each.digest) < 100 for each in kept)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_kits_own_cells_are_known_without_their_metadata(course: Course, language: str) -> None:
    """Some platforms drop what stands beside a cell's code."""
    for name, cells in load_all(course).items():
        content = json.loads(student(cells, course, name, language))
        kept = {}
        for bare in (False, True):
            for cell in content["cells"]:
                cell["metadata"] = {} if bare else cell["metadata"]
            data = json.dumps(content).encode()
            kept[bare] = read(data, notebook=True, tasks=frozenset(course.assignment(name).points))
        assert kept[True].cells == kept[False].cells


def odd_zip(name: str, method: int) -> bytes:
    """A zip whose first member has this name, and is said to be packed by this method."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        first = zipfile.ZipInfo("first")
        first.filename = name
        archive.writestr(first, b"no such data")
        archive.writestr("small.py", b"def double(x): return x")
    data = bytearray(packed.getvalue())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(mark) + place
        data[at : at + 2] = method.to_bytes(2, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "method"),
    [("", 0), ("steps.ipynb", 14), ("steps.ipynb", 12), ("steps.ipynb", 8), ("steps.ipynb", 99)],
)
def test_a_students_zip_ends_nothing(small: Course, tmp_path: Path, name: str, method: int) -> None:
    put(tmp_path / "kim", hand_in__zip=odd_zip(name, method))
    put(tmp_path / "lee", small__py=b"def double(x): return x")
    got = found(small, tmp_path)
    assert {"kim/small", "lee/small"} <= set(got)
    assert ("kim/steps" in got) == bool(name)


def test_a_student_who_looks_hidden_is_named(small: Course, tmp_path: Path) -> None:
    students = tmp_path / "class"
    for folder in ("ann", ".bob", ".eve/homework", ".ipynb_checkpoints", ".attempts/1/ann"):
        put(students / folder, small__ipynb=notebook("def double(x): return 2 * x"))
    put(students / ".settings", colours__txt=b"")
    got = found(small, students)
    assert {name: codes(each) for name, each in got.items() if name != "ann/small"} == {
        ".bob": ["hidden"], ".eve": ["hidden"],
    }  # fmt: skip
    assert set(found(small, students, student="ann")) == {"ann/small"}
    done = collect(small, [students], tmp_path / "out")
    assert [(each.place, each.why.code, each.missed) for each in done.skipped] == [
        (".bob", "hidden", True), (".eve", "hidden", True),
    ]  # fmt: skip


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_of_a_kind_that_bursts_is_not_read(
    small: Course, tmp_path: Path, method: int
) -> None:
    """bzip2 and LZMA unpack a whole block before any limit is asked."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr("small.ipynb", notebook("def double(x): return 2 * x"))
        archive.writestr("other.py", "def half(x): return x / 2")
    put(tmp_path / "class" / "kim", hand_in__zip=data.getvalue())
    got = found(small, tmp_path / "class")
    assert codes(got["kim/small"]) == ["zip_method"]
    assert codes(got["kim/hand_in.zip/other.py"]) == ["zip_method"]
    done = collect(small, [tmp_path / "class"], tmp_path / "out")
    assert {each.place for each in done.skipped if each.why.code == "zip_method"} == {
        "kim/hand_in.zip/small.ipynb", "kim/hand_in.zip/other.py",
    }  # fmt: skip
    assert done.exit_code == 3


def test_long_names_in_a_zip_cost_no_time(small: Course, tmp_path: Path) -> None:
    """Composing a name takes time that grows with the square of its marks."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(12):
            archive.writestr(f"{number}" + "\u0301" * 16_000 + "\u0316" * 16_000, b"x")
        archive.writestr("small.py", b"def double(x): return x")
    put(tmp_path / "kim", all__zip=packed.getvalue())
    start = process_time()
    assert "kim/small" in found(small, tmp_path)
    assert process_time() - start < 2


def test_a_student_called_like_the_manifest(small: Course, tmp_path: Path) -> None:
    put(tmp_path / "manifest.json", small__py=b"def double(x): return x")
    assert load(tmp_path).collected == []
    assert {each.student for each in find(small, tmp_path) if isinstance(each, Submission)}


def test_what_every_bundle_holds_is_not_named(small: Course, tmp_path: Path) -> None:
    """Who hands in the whole folder hands in the kit, too; what is the student's own is named."""
    for folder, name in [
        ("assignments", "chapter.py"),
        ("assignments/small", "hints.json"),
        ("small/autograder", "a.so"),
        (".", "receipt.json"),
        (".", "notes.txt"),
    ]:
        (tmp_path / "kim" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "kim" / folder / name).write_bytes(b"x = 1")
    put(tmp_path / "kim", small__py=b"def double(x): return x")
    got = [each.place for each in find(small, tmp_path) if isinstance(each, Skipped)]
    assert got == ["kim/notes.txt"]


def test_files_of_other_kinds_are_named_up_to_a_number(small: Course, tmp_path: Path) -> None:
    pictures = {f"{number:03}.png": b"" for number in range(300)}
    put(tmp_path / "kim", **pictures, small__py=b"x = 1")
    got = [each for each in find(small, tmp_path) if isinstance(each, Skipped)]
    assert len(got) < 50
    assert (got[-1].place, got[-1].why.code) == ("kim", "more_kinds")
    assert dict(got[-1].why.values) == {"all": 300 - (len(got) - 1)}
    assert not any(each.missed for each in got)


def test_names_of_files_are_shown_on_one_line(small: Course, tmp_path: Path) -> None:
    put(tmp_path / "kim", small__py=b"x = 1")
    for name in (b"\x1b[2J\n(1).ipynb", b"\xff\xfe.ipynb", "\u202e\u2028.ipynb".encode()):
        own = {"course": {"assignment": "small"}}
        Path(os.fsdecode(os.fsencode(tmp_path / "kim") + b"/" + name)).write_bytes(
            notebook("late", **own)
        )
    Path(tmp_path / "kim" / "a\nb.png").write_bytes(b"")
    got = found(small, tmp_path)
    submission = got["kim/small"]
    assert isinstance(submission, Submission)
    assert [dict(each.values)["file"] for each in submission.notes] == [
        "\\x1b[2J\\x0a(1).ipynb", "\\u202e\\u2028.ipynb", "\\udcff\\udcfe.ipynb",
    ]  # fmt: skip
    assert codes(got["kim/a\\x0ab.png"]) == ["other_kind"]


def test_strangers_are_named_and_passed_over(small: Course, tmp_path: Path) -> None:
    put(
        tmp_path / "kim",
        essay__ipynb=notebook("a"),
        small__docx=b"",
        small__ipynb=b"\xff\xfe\xfa",
    )
    put(tmp_path / ".git", small__ipynb=notebook("a"))
    (tmp_path / "readme.txt").write_text("hello")
    got = found(small, tmp_path)
    assert {name: codes(each) for name, each in got.items()} == {
        "kim/essay.ipynb": ["unknown"],
        "kim/small.docx": ["answer_kind"],
        "kim/small": ["no_text"],
        "readme.txt": ["not_in_folder"],
    }


def test_single_file_belongs_to_its_folder_or_to_whom_is_said(
    small: Course, tmp_path: Path
) -> None:
    put(tmp_path / "kim", small__ipynb=notebook("a"))
    file = tmp_path / "kim" / "small.ipynb"
    assert set(found(small, file)) == {"kim/small"}
    assert set(found(small, file, student="lee")) == {"lee/small"}
    with pytest.raises(FolderError):
        found(small, tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["..", ".", "", " ", "a/b", "a\\b", "../x", "a\0b"])
def test_names_that_no_folder_can_have(name: str) -> None:
    assert not valid_student(name)


ODD_NAMES = [
    "zz-honest", " zz-honest", "zz-honest ", "\u200bzz-honest", "zz-hon\u00adest",
    "zz-honest\u3164",
    "x\rzz-honest", "\\u200bzz-honest", "\\x20zz-honest", "zz-honest\ufe0f", "zz-honest\xa0",
    "scores.csv", "SCORES.CSV", "scores\\x2ecsv", "a\\b", " ", "\u3000", "n\nScore: 100 of 100",
    "\udcff\udcfebob", "\xff\xfebob", "\x85", "\udc85", "\u0958" * 85, "\u0958" * 84 + "\u0959",
    "\x01" * 255, "\x01" * 254 + "\x02", "\u202e", "0x123456", "0x123457", "김하늘", ":skull:",
]  # fmt: skip


def test_every_folder_has_a_name_of_its_own_that_can_be_read_and_written(tmp_path: Path) -> None:
    names = {odd: student_name(odd) for odd in ODD_NAMES}
    assert len(set(names.values())) == len(ODD_NAMES)
    for odd, name in names.items():
        assert name == visible(name) == name.strip() != "", odd
        assert name.casefold() != "scores.csv"
        (tmp_path / name).mkdir()
        assert [each.name for each in tmp_path.iterdir()] == [name]
        (tmp_path / name).rmdir()


def test_a_table_may_name_students_as_scores_csv_does() -> None:
    for odd in (*ODD_NAMES, "=1+2", "'-1", "''@x", "a,=b", "x\\~0123"):
        name = student_name(odd)
        assert spelled(name) == listed(sheet.cell(name)) == name, odd
    assert listed("o\\k") == student_name("o\\k")
    assert listed("=1+2") == "=1+2"


@pytest.mark.parametrize(
    "name",
    ["김하늘", "lee seo jun", "O'Brien", "=1+2", "a..b", "a,b;c", "100%", "정 · Ñandú", "[x]"],
)
def test_ordinary_names_stay_as_they_are(name: str) -> None:
    assert student_name(name) == name


def test_names_that_are_only_unusual() -> None:
    assert all(map(valid_student, ["김하늘", "lee seo jun", "O'Brien", "=1+2", "a..b"]))


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_a_zip_is_graded_as_it_is_and_all_else_is_named(small: Course, tmp_path: Path) -> None:
    handed_in = zipped(**{"week 1/small.ipynb": notebook("a"), "receipt.json": b"{}"})
    put(tmp_path / "kim", **{"hand-in.zip": handed_in})
    put(tmp_path / "lee", **{"small.pdf": b"%PDF", "a.zip": b"PK", "b.rar": b"Rar!", "README": b""})
    put(tmp_path / "park/b/c", small__ipynb=notebook("a"))
    put(tmp_path / "choi", **{"a.zip": zipped(**{"b.zip": handed_in})})
    (tmp_path / "small.ipynb").write_bytes(notebook("a"))
    got = found(small, tmp_path)
    assert {name: codes(each) for name, each in got.items()} == {
        "kim/small": [],
        "lee/README": ["other_kind"],
        "lee/a.zip": ["broken_zip"],
        "lee/b.rar": ["archive"],
        "lee/small.pdf": ["answer_kind"],
        "lee": ["nothing_found"],
        "park/b/c/small.ipynb": ["deep"],
        "park": ["nothing_found"],
        "choi/a.zip/b.zip": ["zip_in_zip"],
        "choi": ["nothing_found"],
        "small.ipynb": ["answer_in_no_folder"],
    }
    missed = {each.place for each in got.values() if isinstance(each, Skipped) and each.missed}
    assert missed == set(got) - {"kim/small", "lee/README", "lee/small.pdf"}
    absent = {each.absent for each in got.values() if isinstance(each, Skipped)}
    assert absent == {"lee", "park", "choi", None}


@pytest.mark.parametrize("ending", [".txt", ".json", ".JSON", "(1).txt", " (2).json"])
def test_a_notebook_under_another_ending_is_one(small: Course, tmp_path: Path, ending: str) -> None:
    put(tmp_path / "kim", **{f"small.ipynb{ending}": notebook("a = 1")})
    put(
        tmp_path / "lee",
        **{f"Untitled.ipynb{ending}": notebook("a", course={"assignment": "steps"})},
    )
    put(tmp_path / "park", **{f"small.ipynb{ending}": b"see my mail", "small.txt": notebook("a")})
    got = found(small, tmp_path)
    assert submitted(got["kim/small"]).cells == ("a = 1",)
    assert submitted(got["lee/steps"]).cells == ("a",)
    said = {name: codes(each) for name, each in got.items() if isinstance(each, Skipped)}
    assert said == {
        f"kim/small.ipynb{ending}": ["wrong_ending"],
        f"lee/Untitled.ipynb{ending}": ["wrong_ending"],
        f"park/small.ipynb{ending}": ["no_notebook"],
        "park/small.txt": ["other_kind"],
        "park": ["nothing_found"],
    }


def test_what_is_said_of_what_counts_is_not_called_left_out() -> None:
    places = {"kim/a.ipynb.txt": "wrong_ending", "lee": "nothing_found", "kim/a.txt": "other_kind"}
    places |= {f"{number}/{name}": "other_kind" for number in range(4)
               for name in ("README.md", "b.txt")[: 2 if number < 2 else 1]}  # fmt: skip
    skipped = [Skipped(place, note(code)) for place, code in places.items()]
    graded, lee, others = skipped_lines(skipped, Words("en"))
    assert graded.startswith("look at: kim/a.ipynb.txt: ")
    assert lee.startswith("not graded: lee: ")
    named = "kim/a.txt, 0/b.txt, 1/b.txt, README.md (4)"
    assert others == f"not graded: files of other kinds, 7 in all: {named}"


def test_a_zip_can_neither_leave_its_place_nor_burst(small: Course, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("small.ipynb")
    link.external_attr = 0o120777 << 16
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../../steps.ipynb", notebook("a"))
        archive.writestr("/etc/small.py", "x = 1")
        archive.writestr("C:\\small.py", "x = 1")
        archive.writestr("steps (2).py", b"#" * (MAX_FILE + 1))
        archive.writestr("d" * 1_000 + "/small.py", "x = 1")
    many = zipped(**{f"{number}.py": b"" for number in range(6000)})
    put(tmp_path / "kim", **{"bad.zip": data.getvalue(), "many.zip": many})
    got = found(small, tmp_path)
    assert {name: codes(each) for name, each in got.items()} == {
        "kim/bad.zip/../../steps.ipynb": ["leaves_zip"],
        "kim/bad.zip/etc/small.py": ["leaves_zip"],
        "kim/bad.zip/C:/small.py": ["leaves_zip"],
        "kim/bad.zip/small.ipynb": ["link"],
        f"kim/bad.zip/{'d' * 192}…": ["too_deep"],
        "kim/many.zip": ["too_many_files"],
        "kim/steps": ["too_large"],
    }


def test_all_zips_of_a_student_have_room_for_so_much_together(
    small: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too large by itself takes no room from the others."""
    many = {f"{number:04}.py": b"" for number in range(4000)}
    hidden = {f"__MACOSX/{number:04}.py": b"" for number in range(4000)}
    huge = zipped(**{f"{number:05}.py": b"" for number in range(5001)})
    put(tmp_path / "kim", **{"0.zip": huge, "1.zip": zipped(**many), "2.zip": zipped(**hidden)})
    own = zipped(**{"small.ipynb": notebook("a")})
    put(tmp_path / "kim", **{"3.zip": zipped(**many), "4.zip": own})
    opens: list[str] = []
    reader = tree.members

    def note_down(name: str, archive: Path | bytes) -> Iterator[tree.Entry | tree.Closed]:
        opens.append(name)
        return reader(name, archive)

    monkeypatch.setattr(tree, "members", note_down)
    got = found(small, tmp_path)
    assert opens == ["1.zip", "2.zip", "4.zip"]
    assert codes(got["kim/0.zip"]) == codes(got["kim/3.zip"]) == ["too_many_files"]
    assert codes(got["kim/small"]) == []
    passed = got["kim"]
    assert isinstance(passed, Skipped) and dict(passed.why.values)["all"] == 4001 - 60


def test_only_the_first_in_order_are_kept(small: Course) -> None:
    kept = _Candidates(small)
    readers: weakref.WeakSet[Any] = weakref.WeakSet()
    for number in range(1000, 0, -1):
        read_it = functools.partial(bytes, 0)
        readers.add(read_it)
        kept.add(tree.Entry(f"small ({number:04}).py", 1, read_it))
    del read_it
    assert len(readers) < 150
    assert (kept.count, kept.first()[0].path) == (1000, "small (0001).py")


def test_a_notebook_without_metadata_is_known_by_its_tasks(small: Course, tmp_path: Path) -> None:
    names = [task.name for task in small.assignment("small").tasks]
    code = "\n".join(f"def {name}(x): ..." for name in names)
    put(tmp_path / "kim", **{"Untitled.ipynb": notebook(code), "steps__py": b"x = 1"})
    put(tmp_path / "lee", **{"Untitled.ipynb": notebook("def other(x): ...")})
    got = found(small, tmp_path)
    assert {name for name in got if name.startswith("kim/")} == {"kim/small", "kim/steps"}
    assert codes(got["lee/Untitled.ipynb"]) == ["unknown"]
    assert set(found(small, tmp_path, student="lee")) == {"lee/Untitled.ipynb", "lee"}
