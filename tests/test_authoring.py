"""`autograder new` and `autograder try`: what they write, refuse, and say about what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder import course as courses
from autograder.authoring import missing, run_notebook
from autograder.authoring import new as authoring
from autograder.authoring.new import new
from autograder.cli import main
from autograder.course import CourseError, source
from autograder.release import bundle
from autograder.values.errors import KitError


def written(folder: Path, name: str = "trend", languages: str = "ko en") -> courses.Course:
    list(new(folder, name, languages.split()))
    return courses.load(folder)


def listed(folder: Path) -> dict[str, bytes]:
    """All files, by place."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("languages", ["ko en", "en ko", "en", "ko", "de", "en de ko", "pt_BR"])
def test_an_example_speaks_the_languages_of_its_course(tmp_path: Path, languages: str) -> None:
    course = written(tmp_path, languages=languages)
    assert faults(course, "trend") == []
    cells = source.load(course, "trend")
    bundles = {each: bundle.files(course, each) for each in course.languages}
    strange = {each for each in course.languages if each not in ("ko", "en")}
    for each, members in bundles.items():
        marked = [name for name in members if f"TODO ({each})".encode() in members[name]]
        assert bool(marked) == (each in strange)
        assert any("정규화" in cell.text for cell in cells.in_language(each)) == (each == "ko")
    advice = list(missing.advice(course, "trend"))
    assert [line for line in advice if "TODO" not in line and ".po:1: " not in line] == []
    for each in course.languages:
        assert any(f"not translated into {each}" in line for line in advice) == (each in strange)


def test_a_second_assignment_takes_no_name_of_the_first(tmp_path: Path) -> None:
    course = written(tmp_path, languages="en")
    text = (tmp_path / "assignments" / "course.toml").read_text(encoding="utf-8")
    other = text.replace("trend_scaled", "more_scaled").replace("version", "# mine\nversion")
    for place in tmp_path.rglob("trend*/**/*.*"):
        text = place.read_text(encoding="utf-8").replace("trend_scaled", "more_scaled")
        place.write_text(text, encoding="utf-8")
    (tmp_path / "assignments" / "course.toml").write_text(other, encoding="utf-8")
    list(new(tmp_path, "more"))
    course = courses.load(tmp_path)
    assert list(course.assignment("more").points) == ["more_scaled_2", "more_normalized"]
    assert faults(course, "more") == []
    assert (tmp_path / "solutions" / "more" / "mistakes" / "more_scaled_2.py").is_file()
    after = (tmp_path / "assignments" / "course.toml").read_text(encoding="utf-8")
    assert after.startswith(other)


@pytest.mark.parametrize(("end", "before"), [("\n", ""), ("\r\n", "\ufeff")])
def test_a_table_is_put_behind_what_a_person_wrote(tmp_path: Path, end: str, before: str) -> None:
    written(tmp_path)
    file = tmp_path / "assignments" / "course.toml"
    mine = before + file.read_text(encoding="utf-8").rstrip().replace("\n", end) + "  # mine"
    file.write_bytes(mine.encode())
    list(new(tmp_path, "more"))
    after = file.read_bytes().decode()
    assert after.startswith(mine + end)
    assert after.count("\n") == after.count(end)
    assert courses.load(tmp_path).names == ("trend", "more")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Trend", "'Trend' is not a valid name; use lower-case"),
        ("../trend", "'../trend' is not a valid name"),
        ("class", "'class' is not a valid name"),
        ("total", "'total', since scores.csv has such a column; choose another name"),
        ("trend", "assignments/trend is there already; choose another name"),
        ("more", "solutions/more is there already; choose another name"),
        ("chapter", "assignments/chapter.py is there already; choose another name"),
        ("a" * 300, "File name too long"),
    ],
)
def test_a_name_that_can_not_be_is_refused_and_nothing_written(
    tmp_path: Path, name: str, said: str
) -> None:
    written(tmp_path)
    (tmp_path / "solutions" / "more").mkdir()
    (tmp_path / "assignments" / "chapter.py").touch()
    before = listed(tmp_path)
    done = CliRunner().invoke(main, ["--course", str(tmp_path), "new", name])
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert said in done.stderr
    assert listed(tmp_path) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], r"course.toml: there is no such file; .* begin a course there with --languages en"),
        (["--languages", "EN"], "'EN' is not a language; write "),
    ],
)
def test_a_course_that_can_not_be_is_not_begun(
    tmp_path: Path, options: list[str], said: str
) -> None:
    folder = tmp_path / "course"
    done = CliRunner().invoke(main, ["--course", str(folder), "new", "trend", *options])
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert re.search(said, done.stderr)
    assert not folder.exists()


def test_a_course_that_is_there_keeps_its_languages(tmp_path: Path) -> None:
    written(tmp_path)
    with pytest.raises(CourseError, match=r"says the course's languages; leave out --languages"):
        list(new(tmp_path, "more", ["de"]))


@pytest.mark.parametrize("begun", [True, False])
def test_a_failure_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    folder = tmp_path / "course"
    if begun:
        written(folder)
    before = listed(tmp_path)

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(authoring, "write", full)
    with pytest.raises(OSError, match="No space left"):
        list(new(folder, "more", [] if begun else ["en"]))
    assert listed(tmp_path) == before
    assert folder.exists() == begun


# what `try` says about a broken or unfinished assignment

NOTEBOOK = "assignments/trend/notebook.py"
VISIBLE, HIDDEN = "assignments/trend/checks.py", "solutions/trend/checks.py"
SOLUTION, TABLE = "solutions/trend/solution.py", "assignments/course.toml"
TITLES = "assignments/trend/messages.toml"
HINTS = "solutions/trend/mistakes/trend_scaled.toml"
SCALED = r'@task\("trend_scaled".*?(?=\n@task)'
QUESTION = r'# %% \[markdown\] role="written".*'

# what is replaced in a file (a pattern), by what, how the line begins that is named, what is said
BROKEN = [
    (NOTEBOOK, "import check, ready", "import ready", '# %% role="setup"', "not import `check`"),
    (NOTEBOOK, '# %% check="trend_scaled"\n.*?\n', "", '# %% task="trend_scaled"', "no check cell"),
    (NOTEBOOK, QUESTION, "", "# %%", "there is no written question; add"),
    (NOTEBOOK, 'task="trend_scaled"', 'task="trend_scald"', '# %% task="trend_scald"', "no twin"),
    (VISIBLE, SCALED, "", '"""', "'trend_scaled' has no visible check; write one with @task"),
    (HIDDEN, f"(?:{SCALED}\n)+", "", '"""', "'trend_scaled' has no hidden check; write one"),
    (HIDDEN, 'task."trend_scaled",', 'task("trend_scald",', '@task("trend_scald"', "not name"),
    (SOLUTION, "def trend_scaled", "def scaled", '"""', "there is no function 'trend_scaled'"),
    (SOLUTION, "import numpy as np", "import nmpy", "import nmpy", "No module named 'nmpy'"),
    (TITLES, "heights_in", "heigts_in", "heigts_in", "no visible check is called 'heigts_in_a"),
    (TITLES, r"\[titles\]", "[title]", "", "there is no [title]; a table is [titles]"),
    (TABLE, "points = 50", "points = 45", "", "the tasks of 'trend' have 95 points; make it 100"),
    (TABLE, "minutes", "minuts", "", "unknown field `minuts`"),
]
UNFINISHED = [
    (TITLES, "heights_in_a.*?\n", "", VISIBLE, '@task("trend_scaled"', "is not translated; write"),
    (HINTS, "ko = .*?\n", "", HINTS, "[divided", "the hint is not there in ko; write ko = …"),
    (
        TITLES, r"\Z", '[findings.odd]\nen = ["a", "b"]\n',
        TITLES, "[findings.odd]", "'odd' is not said in ko; write ko = [",
    ),
]  # fmt: skip


def faults(course: courses.Course, name: str) -> list[str]:
    """What is seen without running anything."""
    return [*missing.faults_of_notebook(course, name), *missing.faults_of_checks(course, name)]


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    before = path.read_text(encoding="utf-8")
    after = re.sub(old, lambda _found: new, before, count=1, flags=re.DOTALL)
    assert after != before
    path.write_text(after, encoding="utf-8")


@pytest.mark.parametrize(("file", "old", "new", "line", "said"), BROKEN)
def test_a_broken_piece_is_one_line(
    tmp_path: Path, file: str, old: str, new: str, line: str, said: str
) -> None:
    written(tmp_path)
    change(tmp_path, file, old, new)
    try:
        found = faults(courses.load(tmp_path), "trend")
    except KitError as why:
        found = [str(why).replace(f"{tmp_path}/", "")]
    assert_one_line(tmp_path, file, line, said, found)


@pytest.mark.parametrize(("file", "old", "new", "place", "line", "said"), UNFINISHED)
def test_what_is_unfinished_is_one_line(
    tmp_path: Path, file: str, old: str, new: str, place: str, line: str, said: str
) -> None:
    written(tmp_path)
    change(tmp_path, file, old, new)
    course = courses.load(tmp_path)
    assert faults(course, "trend") == []
    found = [each for each in missing.advice(course, "trend") if "TODO" not in each]
    assert_one_line(tmp_path, place, line, said, found)


def assert_one_line(folder: Path, file: str, line: str, said: str, found: list[str]) -> None:
    """The file, a line of it that begins so, and what is wrong."""
    [only] = [each for each in found if said in each]
    assert "\n" not in only
    assert only.startswith(f"{file}:")
    if line:
        number = int(only.removeprefix(f"{file}:").partition(":")[0])
        assert (folder / file).read_text(encoding="utf-8").splitlines()[number - 1].startswith(line)


def test_advice_names_what_an_author_has_not_written_yet(tmp_path: Path) -> None:
    course = written(tmp_path, languages="en")
    (tmp_path / "solutions" / "trend" / "right" / "loops.py").unlink()
    for kind in ("py", "toml"):
        (tmp_path / "solutions" / "trend" / "mistakes" / f"trend_scaled.{kind}").unlink()
    said = "\n".join(missing.advice(course, "trend"))
    assert "solutions/trend/right:1: there is no right answer in another style; write one" in said
    assert "mistakes/trend_scaled.py:1: no mistakes about 'trend_scaled' are known; write" in said
    assert said.count("write it and take TODO out") == 3


def test_an_error_in_a_cell_is_shown_with_its_line(tmp_path: Path) -> None:
    """As a student would meet it, and as one would who has solved the tasks."""
    course = written(tmp_path / "course", languages="en")
    change(course.folder, NOTEBOOK, "    plt.show", "    plt.shw")
    change(course.folder, NOTEBOOK, r"print\(guess", "print(gues")
    cells = source.load(course, "trend")
    unpacked = tmp_path / "unpacked"
    for name, content in bundle.files(course, "en").items():
        (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / name).write_bytes(content)
    bodies = {"trend_scaled": "    return x", "trend_normalized": "    return x"}
    lines = (course.folder / NOTEBOOK).read_text(encoding="utf-8").splitlines()
    assert list(run_notebook.errors(course, cells, "en", unpacked, {})) == []
    found = list(run_notebook.errors(course, cells, "en", unpacked, bodies))
    for (place, number, said), code in zip(
        (each.split(":", 2) for each in found), ("print(gues", "plt.shw"), strict=True
    ):
        assert (place, lines[int(number) - 1].strip().startswith(code)) == (NOTEBOOK, True)
        assert "Error" in said
        assert said.endswith("; fix the cell")
