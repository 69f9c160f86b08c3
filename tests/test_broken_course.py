"""A broken or half-written course: one line says which file, where, and what to do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import small_course
from click.testing import CliRunner
from conftest import SECRET

from autograder import cli
from autograder import course as courses
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.release import bundle
from autograder.values.errors import KitError

TABLE = "assignments/course.toml"
NOTEBOOK = "assignments/small/notebook.py"
VISIBLE, HIDDEN = "assignments/small/checks.py", "solutions/small/checks.py"
VISIBLE_WORDS, HIDDEN_WORDS = "assignments/small/messages.toml", "solutions/small/messages.toml"
SOLUTION = "solutions/small/solution.py"
MISTAKES = "solutions/small/mistakes/double"
TASK = '@task("double", points=20)\n'
TITLE = '    """The doubles of 1 and 2 are 2 and 4."""\n'

Change = tuple[str, str | None, str | None]  # a file; what is replaced in it, by what, if not all


def change(folder: Path, file: str, old: str | None, new: str | None) -> None:
    """Take out a file or folder, write another one (`old` is None), or replace text in it."""
    place = folder / file
    if new is None:
        shutil.rmtree(place) if place.is_dir() else place.unlink()
        return
    text = "" if old is None else place.read_text(encoding="utf-8")
    assert old is None or old in text, old
    place.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")


# What is done to which file; what a release says, and what a grading does; None: nothing
BROKEN: dict[str, tuple[Change, str | None, str | None]] = {
    "no table": (
        (TABLE, None, None),
        f"/{TABLE}: there is no such file; give the folder that holds assignments/",
        "the same",
    ),
    "a misspelt key in the table": (
        (TABLE, "minutes = 10", "minuets = 10"),
        f"/{TABLE}: Object contains unknown field `minuets` - at `$.assignment[0]`; fix the file",
        "the same",
    ),
    "a misspelt key of a task": (
        (TABLE, "{ points = 60 }", "{ pionts = 60 }"),
        f"/{TABLE}: Object contains unknown field `pionts` - at `$.assignment[0].tasks[...]`",
        "the same",
    ),
    "no TOML in the table": (
        (TABLE, "minutes = 10", "minutes 10"),
        f"/{TABLE}: Expected '=' after a key in a key/value pair (at line 13, column 9); fix the",
        "the same",
    ),
    "brackets without end in the table": (
        (TABLE, "minutes = 10", f"minutes = {'[' * 3000}"),
        f"/{TABLE}: its brackets are nested too deeply; fix the file",
        "the same",
    ),
    "a limit that no machine has": (
        (TABLE, "call_seconds = 0.5", "memory_mib = 99999999999999999"),
        f"/{TABLE}: [limits] memory_mib is 1e+17; give a number above 0, 1000000 at most",
        "the same",
    ),
    "a language without titles": (
        (TABLE, '["ko", "en"]', '["ko", "en", "de"]'),
        f"/{TABLE}: the title of the course should be given in ko, en, de",
        "the same",
    ),
    "no notebook": (
        (NOTEBOOK, None, None),
        f"{NOTEBOOK}:1: there is no such file; write it or take the assignment out of course.toml",
        None,
    ),
    "no Python in a notebook": (
        (NOTEBOOK, "x = np.array([1.0, 2.0])", "x = np.array([1.0, 2.0]"),
        f"{NOTEBOOK}:13: this is no Python ('(' was never closed); fix it",
        None,
    ),
    "no guide": (
        ("assignments/guide.en.md", None, None),
        "/assignments/guide.en.md: No such file or directory; a bundle needs this file",
        None,
    ),
    "no solution": (
        (SOLUTION, None, None),
        None,
        f"{SOLUTION}: there is no such file; write it first",
    ),
    "no twin in solutions/ at all": (
        ("solutions/small", None, None),
        None,
        f"{SOLUTION}: there is no such file; write it first",
    ),
    "no visible checks": (
        (VISIBLE, None, None),
        f"{VISIBLE}: there is no such file; write it first",
        "the same",
    ),
    "no hidden checks": (
        (HIDDEN, None, None),
        None,
        f"{HIDDEN}: there is no such file; write it first",
    ),
    "no Python in a solution": (
        (SOLUTION, "return factor * x", "return factor *"),
        None,
        f"{SOLUTION}:12: invalid syntax; fix the file",
    ),
    "no Python in visible checks": (
        (VISIBLE, "EXAMPLE =", "EXAMPLE"),
        f"{VISIBLE}:7: invalid syntax; fix the file",
        "the same",
    ),
    "hidden checks that stop with an error": (
        (HIDDEN, "VECTOR =", "size = SIZE\nVECTOR ="),
        None,
        f"{HIDDEN}:8: NameError: name 'SIZE' is not defined; fix the file",
    ),
    "a name that the solution does not have": (
        (HIDDEN, "from solutions.small import solution", "from solutions.small.solution import f"),
        None,
        f"{HIDDEN}:6: ImportError: cannot import name 'f' from 'solutions.small.solution'",
    ),
    "an import in another form": (
        (HIDDEN, "from solutions.small import solution", "import solutions.small.solution"),
        None,
        f"{HIDDEN}:6: write `from … import` instead of `import solutions.small.solution`",
    ),
    "a module that does not travel": (
        (VISIBLE, "EXAMPLE =", "from assignments.small import helpers\n\nEXAMPLE ="),
        f"{VISIBLE}:7 imports helpers from assignments.small, which no bundle holds; take that out",
        f"{VISIBLE}:7: ImportError: cannot import name 'helpers' from 'assignments.small'",
    ),
    "a check without its task": (
        (VISIBLE, TASK, ""),
        f"{VISIBLE}:10: test_double_of_the_example has no @task(…); say what it belongs to",
        "the same",
    ),
    "a check of a task that is not there": (
        (VISIBLE, '"double"', '"dubble"'),
        f"{VISIBLE}:10: test_double_of_the_example belongs to 'dubble', which course.toml does not "
        "name; it has double, half, same",
        "the same",
    ),
    "a check without a title": (
        (VISIBLE, TITLE, ""),
        f"{VISIBLE}:10: the check test_double_of_the_example has no docstring; write its title",
        "the same",
    ),
    "a visible check that draws": (
        (VISIBLE, "(student: Student)", "(student: Student, rng: object)"),
        f"{VISIBLE}:10: test_double_of_the_example should take `student`",
        "the same",
    ),
    "points in thirds": (
        (VISIBLE, TASK, '@task("double", points=20.3)\n'),
        f"{VISIBLE}:10: ValueError: points of a check are positive multiples of 0.5, not 20.3; fix",
        "the same",
    ),
    "points that do not add up": (
        (HIDDEN, "points=25", "points=20"),
        None,
        "small: the checks of double add up to 55 points, course.toml says 60; change one of them",
    ),
    "no TOML in sentences": (
        (VISIBLE_WORDS, "[titles]", "[titles"),
        f"{VISIBLE_WORDS}: Expected ']' at the end of a table declaration (at line 1, column 8); ",
        "the same",
    ),
    "sentences in a table that nobody knows": (
        (HIDDEN_WORDS, "[titles]", "[title]"),
        None,
        f"{HIDDEN_WORDS}: there is no [title]; a table is [titles] or [findings.…]; fix the file",
    ),
    "a title without its language": (
        (HIDDEN_WORDS, "same_vector.ko", "same_vector"),
        None,
        f"{HIDDEN_WORDS}: 'same_vector' should be a sentence for each language, such as",
    ),
    "a finding with one sentence": (
        (HIDDEN_WORDS, "[titles]", '[findings.odd]\nen = ["one"]\n[titles]'),
        None,
        f"{HIDDEN_WORDS}: 'odd' should be [what a visible check says, what a hidden one says]; fix",
    ),
    "a broken catalogue": (
        ("assignments/ko.po", None, 'msgid "passed"\ntext "bestanden"\n'),
        "/assignments/ko.po:2: Unknown or misformatted keyword; fix the file",
        "the same",
    ),
    "no Python in mistakes": (
        (f"{MISTAKES}.py", "return x**2", "return x**"),
        None,
        f"{MISTAKES}.py:14: invalid syntax; fix the file",
    ),
    "no TOML in the words about mistakes": (
        (f"{MISTAKES}.toml", "[squared]", "[squared"),
        None,
        f"{MISTAKES}.toml: Expected ']' at the end of a table declaration (at line 1, column 9)",
    ),
}  # fmt: skip


def release(folder: Path, _sandboxes: Sandboxes) -> None:
    list(bundle.build(courses.load(folder), folder / "release"))


def grade(folder: Path, sandboxes: Sandboxes) -> None:
    """All that a grading does before it looks at a submission."""
    course = courses.load(folder)
    judge = Judge(course, SECRET, GradingOptions(), sandboxes)
    for name in course.names:
        judge.prepare(name)


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_said_in_one_line(
    tmp_path: Path, sandboxes: Sandboxes, what: str
) -> None:
    broken, by_release, by_grading = BROKEN[what]
    small_course.write(tmp_path)
    change(tmp_path, *broken)
    if by_grading == "the same":
        by_grading = by_release
    for do, message in ((release, by_release), (grade, by_grading)):
        assert said_by(lambda do=do: do(tmp_path, sandboxes), tmp_path, message)
    assert (tmp_path / "release").exists() == (by_release is None)


def said_by(do: Callable[[], None], folder: Path, message: str | None) -> bool:
    """Whether what is done says this, in one line; None: whether it says nothing."""
    if message is None:
        do()
        return True
    with pytest.raises(KitError) as caught:
        do()
    said = str(caught.value)
    assert "\n" not in said
    assert not re.search("course_[0-9a-f]{16}", said)  # how the kit names a course for itself
    assert said.removeprefix(str(folder)).startswith(message), said
    return True


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
@pytest.mark.parametrize("file", [TABLE, VISIBLE_WORDS])
def test_a_table_in_another_encoding_is_told(
    tmp_path: Path, sandboxes: Sandboxes, file: str, encoding: str
) -> None:
    small_course.write(tmp_path)
    place = tmp_path / file
    place.write_bytes(f"# 한국어\n{place.read_text(encoding='utf-8')}".encode(encoding))
    message = "its text is not in UTF-8; save it as UTF-8; fix the file"
    with pytest.raises(KitError, match=f"{file}: {message}"):
        grade(tmp_path, sandboxes)


def test_the_command_says_it_and_writes_nothing(tmp_path: Path) -> None:
    small_course.write(tmp_path)
    (tmp_path / VISIBLE).unlink()
    done = CliRunner().invoke(cli.main, ["--course", str(tmp_path), "release"])
    assert done.exit_code == 1
    assert done.output == f"autograder: {VISIBLE}: there is no such file; write it first\n"
    assert not (tmp_path / "release").exists()
