"""A source becomes typed cells, or is refused with one line that says where and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import small_course

from autograder import course, source

ROOT = Path(__file__).resolve().parents[1]


def load(folder: Path, text: str) -> source.Source:
    return source.load_all(small_course.write(folder, text))["small"]


def test_cells_keep_kind_text_language_role_task_and_line(tmp_path: Path) -> None:
    cells = load(tmp_path, small_course.SOURCE).cells
    first, double = cells[0], next(cell for cell in cells if cell.role == "task")
    assert (first.kind, first.language, first.role, first.line) == ("markdown", "ko", "text", 1)
    assert first.text == "# 작은 과제\n$z = 2x$"
    assert (double.kind, double.language, double.task, double.line) == ("code", None, "double", 16)
    assert double.text.endswith('"""2 x, elementwise."""\n    raise NotImplementedError')


def test_a_language_has_its_own_prose_and_the_common_code(tmp_path: Path) -> None:
    small = load(tmp_path, small_course.SOURCE)
    korean, english = small.in_language("ko"), small.in_language("en")
    assert len(korean) == len(english) == len(small.cells) - 2
    assert [cell.role for cell in korean] == [cell.role for cell in english]
    assert "Why is that so?" in english[-2].text
    assert all(cell.language in (None, "ko") for cell in korean)


def test_comments_that_look_like_magics_stay_comments(tmp_path: Path) -> None:
    text = small_course.SOURCE.replace("guess = 3", "# %matplotlib inline\n# cat\n# !ls\nguess = 3")
    guess = next(cell for cell in load(tmp_path, text).cells if cell.role == "guess")
    assert guess.text == "# %matplotlib inline\n# cat\n# !ls\nguess = 3"


def test_a_jupytext_header_and_windows_line_ends_make_no_difference(tmp_path: Path) -> None:
    header = "# ---\n# jupyter:\n#   jupytext:\n#     formats: py:percent\n# ---\n\n"
    plain = load(tmp_path / "plain", small_course.SOURCE)
    small_course.write(tmp_path / "other")
    path = tmp_path / "other" / "assignments" / "small.py"
    path.write_bytes(("\ufeff" + header + small_course.SOURCE).replace("\n", "\r\n").encode())
    other = source.load_all(course.load(tmp_path / "other"))["small"]
    assert [cell.text for cell in other.cells] == [cell.text for cell in plain.cells]
    assert other.cells[0].line == plain.cells[0].line + 6


KO = '# %% [markdown] lang="ko"'
EN = '# %% [markdown] lang="en"'
EN_PROSE = "# # A small assignment\n# $z = 2x$\n"
WRITTEN = '# %% [markdown] role="written" lang='
SECOND_QUESTION = f'{WRITTEN}"ko"\n# 왜?\n{WRITTEN}"en"\n# Why?\n'
SETUP, GIVEN = '# %% role="setup"', '# %% role="given"'
DATA = "x = np.array([1.0, 2.0])"
TASK, CHECK = '# %% task="double"', '# %% check="double"\ncheck("double")\n'
HALF_CHECK = '# %% check="half"\ncheck("half")\n'
DOC, RAISE = '    """2 x, elementwise."""\n', "raise NotImplementedError"
STUB = f"{TASK}\ndef double(x):\n{DOC}    {RAISE}\n\n\n"

# what is replaced, by what, the beginning of the line that is named, a part of the message
WRONG = [
    (EN_PROSE, "", EN, "the cell is empty"),
    (f"{EN}\n{EN_PROSE}", "", KO, "has no English twin"),
    (f"{KO}\n# # 작은 과제\n# $z = 2x$\n", "", EN, "follows no Korean twin"),
    (EN, EN.replace("lang", 'role="written" lang'), KO, "has no English twin"),
    (EN, EN.replace("en", "fr"), '# %% [markdown] lang="fr"', "needs its language"),
    (EN, "# %% [markdown]", "# %% [markdown]", "needs its language"),
    (EN, "# %% [markdown] lang=en", "# %% [markdown] lang=en", "begins no cell"),
    (EN, f'{EN} tags="x"', f'{EN} tags="x"', "begins no cell"),
    (EN, f'{EN} lang="en"', f'{EN} lang="en"', "begins no cell"),
    (EN, f'{EN} role="given"', f'{EN} role="given"', "no other key than lang"),
    (EN, f'{EN} task="half"', f'{EN} task="half"', "no other key than lang"),
    (EN, '# %% [raw] lang="en"', "# %% [raw]", "begins no cell"),
    ("# $z = 2x$\n# %% role", "$z = 2x$\n# %% role", "$z", "must start with `# `"),
    (EN_PROSE, '"""\nA small assignment\n"""\n', '"""', "must start with `# `"),
    (GIVEN, '# %% role="give"', '# %% role="give"', "no role 'give'"),
    (GIVEN, f'{GIVEN} lang="ko"', GIVEN, "exactly one of role, task and check"),
    (GIVEN, f'{GIVEN} check="half"', GIVEN, "exactly one of role, task and check"),
    (GIVEN, "# %%", "# %%", "exactly one of role, task and check"),
    (GIVEN, '# %% Data role="given"', "# %% Data", "begins no cell"),
    (DATA, "x = 1\n# %% step", "# %% step", "begins no cell"),
    (DATA, f'x = """\n{GIVEN}\n"""', f'{GIVEN}\n"""', "inside a string"),
    (DATA, "x = 1\ny = (", "y = (", "this is no Python"),
    (DATA, "%matplotlib inline", "%matplotlib", "this is no Python"),
    (GIVEN, SETUP, f"{SETUP}\n{DATA}", "a second set-up cell"),
    (SETUP, GIVEN, KO, "there is no set-up cell"),
    (SETUP, f"{GIVEN}\ny = 1\n{SETUP}", SETUP, "code stands before the set-up cell"),
    ('# %% role="guess"', '# %% role="written"', '# %% role="written"', "no role 'written'"),
    (WRITTEN, "# %% [markdown] lang=", '# %% role="further"', "there is no written question"),
    (f'{WRITTEN}"ko"', f'{SECOND_QUESTION}{WRITTEN}"ko"', f'{WRITTEN}"ko"\n# 왜 그', "a second"),
    (TASK, '# %% task="triple"', '# %% task="triple"', "has no task 'triple' here; it has double,"),
    ('# %% task="half"', TASK, f"{TASK}\ndef half", "already has its task cell at line 16"),
    (CHECK, "", TASK, "has no check cell"),
    (HALF_CHECK, CHECK, f'{CHECK}# %% task="same"', "already has its check cell at line 22"),
    (HALF_CHECK, HALF_CHECK.replace("half", "third"), '# %% check="third"', "no task 'third'"),
    ('check("half")\n', 'check("same")\n', '# %% check="half"', 'is exactly `check("half")`'),
    ('check("half")\n', 'check("half")  # x\n', '# %% check="half"', 'is exactly `check("half")`'),
    (TASK, f"{HALF_CHECK}{TASK}", '# %% check="half"', "stands before its task"),
    (f"{STUB}{CHECK}", "", KO, 'add its cell, task="double"'),
    ("def double", "def twice", TASK, "exactly one function of that name"),
    ("def double", "z = 0\n\n\ndef double", TASK, "exactly one function of that name"),
    ("def double", "async def double", TASK, "exactly one function of that name"),
    ("def double", "@np.vectorize\ndef double", TASK, "without decorators"),
    (DOC, "", TASK, "has no docstring"),
    (DOC, f"{DOC}    y = x\n", TASK, "has only the line"),
    (RAISE, f"{RAISE}()", TASK, "has only the line"),
    (RAISE, f"{RAISE}  # here", TASK, "has only the line"),
    (RAISE, "return 2 * x", TASK, "has only the line"),
    ("# $z = 2x$", "# ### BEGIN SOLUTION", "# ### BEGIN", "a word that nbgrader acts on"),
    (DATA, "### AUTOTEST x", "### AUTOTEST x", "a word that nbgrader acts on"),
    (KO, f"import numpy\n{KO}", "import numpy", "text before the first cell"),
    ("# %%", "#", "# [markdown]", "there is no cell"),
]


@pytest.mark.parametrize(("old", "new", "place", "message"), WRONG)
def test_what_is_refused(tmp_path: Path, old: str, new: str, place: str, message: str) -> None:
    everywhere = old in ("# %%", WRITTEN)
    text = small_course.SOURCE.replace(old, new, -1 if everywhere else 1)
    assert text != small_course.SOURCE
    with pytest.raises(source.SourceError) as caught:
        load(tmp_path, text)
    said = re.fullmatch(r"assignments/small\.py:(\d+): ([^\n]+; [^\n]+)", str(caught.value))
    assert said, f"not one line with file, line, what is wrong and what to do: {caught.value}"
    named = "\n".join(text.split("\n")[int(said[1]) - 1 :])
    assert named.startswith(place)
    assert message in said[2]


@pytest.mark.parametrize(
    "code",
    [
        "half = 3",
        "for half in x:\n    pass",
        "a, (b, *half) = 1, (2, 3)",
        "a = [half for half in x]",
        "if (half := 1):\n    pass",
        "import numpy as half",
        "from math import half",
        "from math import *",
        "def f(half):\n    pass",
        "def f(*half):\n    pass",
        "f = lambda half: 0",
        "class half:\n    pass",
        "def f():\n    half = 1",
        "with open('x') as half:\n    pass",
        "try:\n    pass\nexcept ValueError as half:\n    pass",
        "del half",
        "half += 1",
        "match x:\n    case [half]:\n        pass",
        "match x:\n    case {'a': 1, **half}:\n        pass",
        "match x:\n    case int() as half:\n        pass",
    ],
)
@pytest.mark.parametrize("role", ["given", "guess", "picture", "further", "setup"])
def test_a_name_that_students_or_the_kit_need_is_bound_nowhere(
    tmp_path: Path, code: str, role: str
) -> None:
    cell = f'# %% role="{role}"\n'
    with pytest.raises(source.SourceError, match=r"rename it|name what you import"):
        load(tmp_path, small_course.SOURCE.replace(cell, f"{cell}{code}\n"))


def test_only_the_set_up_binds_what_the_kits_cells_call(tmp_path: Path) -> None:
    with pytest.raises(source.SourceError, match="which the cells of the kit call"):
        load(tmp_path, small_course.SOURCE.replace("guess = 3", "say = print"))


def test_using_a_tasks_name_is_no_binding(tmp_path: Path) -> None:
    code = "y = half(x) if ready('half') else np.half(x)\nx.half = 3\ndict(half=2)"
    load(tmp_path, small_course.SOURCE.replace("guess = 3", code))


def test_a_missing_or_unreadable_file_is_one_line(tmp_path: Path) -> None:
    small = small_course.write(tmp_path)
    path = tmp_path / "assignments" / "small.py"
    path.write_bytes(b"# \xff")
    with pytest.raises(source.SourceError, match=r"^assignments/small.py:1: can't be read"):
        source.load_all(small)
    path.unlink()
    with pytest.raises(source.SourceError, match=r"^assignments/small.py:1: there is no such file"):
        source.load_all(small)


def test_every_source_of_the_course_is_accepted() -> None:
    whole = course.load(ROOT)
    assert list(source.load_all(whole)) == list(whole.names)
