"""Exports as platforms make them, of the same class: written here, since real ones are people's."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

from conftest import solution


def notebook(assignment: str | None, *cells: str) -> bytes:
    made = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells]
    about = {"course": {"assignment": assignment}} if assignment else {}
    return json.dumps({"cells": made, "metadata": about, "nbformat": 4}).encode()


TERMS = notebook("terms", solution("terms"))
HALF = notebook("terms", solution("terms").partition("def split")[0])
BLANK = notebook("terms", "x = 1")


def zipped(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 20, 12, 0, 0)), content)
    return data.getvalue()


def zipped_on_korean_windows(name: str, content: bytes) -> bytes:
    """A zip of one file, its name in Windows' code page and without a mark of that."""
    raw = name.encode("cp949")
    return zipped({"?" * len(raw): content}).replace(b"?" * len(raw), raw)


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


ROSTER = (
    "student,name,email,canvas_id,github_username,team\n"
    "20260001,김하늘,sky@school.kr,101,sky,\n"
    '20260002,"Lee, Minsu",minsu@school.kr,102,minsu-lee,A\n'
    "20260003,박서준,seojun@school.kr,103,parkseo,A\n"
    "20260004,최유리,yuri@school.kr,104,yuri,\n"
).encode("utf-8-sig")
CANVAS = {
    "김하늘_101_9001_terms-1.ipynb": TERMS,
    "leeminsu_LATE_102_9002_Untitled.ipynb": HALF,
    f"{unicodedata.normalize('NFD', '박서준')}_103_9003_terms (1).ipynb": TERMS,
    "박서준_103_9004_essay.pdf": b"%PDF",
    "stranger_999_9005_terms.ipynb": BLANK,
}
CANVAS_ANONYMOUS = {
    "anon_x7Kq_9001_terms.ipynb": TERMS,
    "LATE_anon_b2Zt_9002_terms.ipynb": HALF,
}
MOODLE_ENGLISH = {
    "김하늘_55_assignsubmission_file_/terms.ipynb": TERMS,
    "Minsu Lee_56_assignsubmission_file/week 1/terms.ipynb": HALF,
    "박서준_57_assignsubmission_file/hand-in.zip": zipped({"terms.ipynb": TERMS}),
    "박서준_57_assignsubmission_onlinetext/onlinetext.html": b"<p>see the zip</p>",
}
MOODLE_BLIND_KOREAN = {
    "참가자_55_assignsubmission_file/terms.ipynb": TERMS,
    "참가자_56_assignsubmission_file/terms.ipynb": HALF,
}
MOODLE_TEAMS = {"A_7_assignsubmission_file/terms.ipynb": TERMS}
MOODLE_MEMBERS = {  # a group is before each member's name
    "A-1-Minsu Lee_56_assignsubmission_file/terms.ipynb": HALF,
    "A-1-박서준_57_assignsubmission_file/terms.ipynb": HALF,
    "Default group-김하늘_55_assignsubmission_file/terms.ipynb": TERMS,
}
GRADESCOPE = {
    "assignment_7_export/submission_metadata.yml": b"""---
submission_1:
  :submitters:
  - :name: "\xea\xb9\x80\xed\x95\x98\xeb\x8a\x98"
    :sid: '20260001'
    :email: sky@school.kr
  :created_at: 2026-03-20 14:58:00.000000000 Z
submission_2:
  :submitters:
  - :name: Minsu Lee
    :email: minsu@school.kr
  :created_at: 2026-03-21 20:00:00.000000000 Z
""",
    "assignment_7_export/submission_1/terms.ipynb": TERMS,
    "assignment_7_export/submission_2/terms.ipynb": HALF,
}
GITHUB = {
    "terms-submissions/grades.csv": (
        b"assignment_name,github_username,roster_identifier,student_repository_name,"
        b"submission_timestamp,points_awarded,points_available\n"
        b"terms,sky,20260001,terms-sky,2026-03-20 23:50:00 +0900,,100\n"
        b"terms,minsu-lee,,terms-minsu-lee,2026-03-22T00:10:00Z,,100\n"
    ),
    "terms-submissions/terms-sky/terms.ipynb": TERMS,
    "terms-submissions/terms-sky/README.md": b"# read me",
    "terms-submissions/terms-minsu-lee/terms.ipynb": HALF,
    "terms-submissions/terms-minsu-lee/README.md": b"# read me",
}
NBGRADER = {
    "submitted/20260001/terms/terms.ipynb": TERMS,
    "submitted/20260001/terms/timestamp.txt": b"2026-03-20 14:00:00.0 UTC\n",
    "submitted/20260002/terms/terms.ipynb": HALF,
    "submitted/20260002/terms/timestamp.txt": b"2026-03-22 14:00:00.0 UTC\n",
}
NBGRADER_INBOUND = {
    "20260001+terms+2026-03-20 14:00:00 UTC+aXk3/terms.ipynb": BLANK,
    "20260001+terms+2026-03-20 16:00:00 UTC+bYl4/terms.ipynb": TERMS,
    "20260002+terms+2026-03-20 14:00:00 UTC+cZm5/terms.ipynb": HALF,
}
FOLDER = {
    "class/김하늘/terms.ipynb": TERMS,
    "class/김하늘/README.md": b"",
    "class/이민수/hand-in/terms (2).ipynb": HALF,
    "class/nobody/notes.txt": b"",
}
