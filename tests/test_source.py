"""A source becomes typed cells, or is refused with one line that says where and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import small_course

from autograder.course import Course, source, source_rules

NOTEBOOK = "assignments/small/notebook.py"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course.write(tmp_path_factory.mktemp("course"))


def load(own: Course, text: str) -> source.Source:
    """The source of `small` when this is what its file says."""
    (own.folder / NOTEBOOK).write_text(text, encoding="utf-8")
    return source.load(own, "small")


def test_cells_keep_kind_text_language_role_task_and_line(own: Course) -> None:
    cells = load(own, small_course.SOURCE).cells
    first, double = cells[0], next(cell for cell in cells if cell.role == "task")
    assert (first.kind, first.language, first.role, first.line) == ("markdown", "ko", "text", 1)
    assert first.text == "# 작은 과제\n$z = 2x$"
    assert (double.kind, double.language, double.task, double.line) == ("code", None, "double", 16)
    assert double.text.endswith('"""2 x, elementwise."""\n    raise NotImplementedError')


def test_a_language_has_its_own_prose_and_the_common_code(own: Course) -> None:
    made = load(own, small_course.SOURCE)
    korean, english = made.in_language("ko"), made.in_language("en")
    assert len(korean) == len(english) == len(made.cells) - 2
    assert [cell.role for cell in korean] == [cell.role for cell in english]
    assert "Why is that so?" in english[-2].text
    assert all(cell.language in (None, "ko") for cell in korean)


def test_a_stub_may_have_twins_whose_docstrings_are_prose(own: Course) -> None:
    made = load(own, small_course.SOURCE.replace(STUB, KO_STUB + EN_STUB))
    for language, word in (("ko", "원소마다"), ("en", "elementwise")):
        [stub] = [cell for cell in made.in_language(language) if cell.task == "double"][:-1]
        assert word in stub.text


def test_a_course_of_one_language_needs_no_word_about_it(own: Course) -> None:
    korean = f"{KO}\n# # 작은 과제\n# $z = 2x$\n"
    written = '# %% [markdown] role="written"\n'
    text = small_course.SOURCE.replace(korean, "").replace(EN, "# %% [markdown]")
    text = re.sub(r'# %% .*written" lang="ko"\n.*\n# %% .*written" lang="en"\n', written, text)
    cells = load(msgspec.structs.replace(own, languages=("en",)), text).in_language("en")
    assert (cells[0].text, cells[0].language) == ("# A small assignment\n$z = 2x$", None)


def test_comments_that_look_like_magics_stay_comments(own: Course) -> None:
    text = small_course.SOURCE.replace("guess = 3", "# %matplotlib inline\n# cat\n# !ls\nguess = 3")
    guess = next(cell for cell in load(own, text).cells if cell.role == "guess")
    assert guess.text == "# %matplotlib inline\n# cat\n# !ls\nguess = 3"


def test_a_jupytext_header_and_windows_line_ends_make_no_difference(own: Course) -> None:
    header = "# ---\n# jupyter:\n#   jupytext:\n#     formats: py:percent\n# ---\n\n"
    plain = load(own, small_course.SOURCE)
    text = "\ufeff" + header + small_course.SOURCE
    (own.folder / NOTEBOOK).write_bytes(text.replace("\n", "\r\n").encode())
    other = source.load(own, "small")
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
KO_TASK, EN_TASK = f'{TASK} lang="ko"', f'{TASK} lang="en"'
KO_STUB = STUB.replace(TASK, KO_TASK).replace("elementwise", "원소마다")
EN_STUB = STUB.replace(TASK, EN_TASK)

# what is replaced, by what, the beginning of the line that is named, a part of the message
WRONG = [
    (EN_PROSE, "", EN, "the cell is empty"),
    (f"{EN}\n{EN_PROSE}", "", KO, 'has no twin with lang="en"'),
    (f"{KO}\n# # 작은 과제\n# $z = 2x$\n", "", EN, 'follows no twin with lang="ko"'),
    (EN, EN.replace("lang", 'role="written" lang'), KO, 'has no twin with lang="en"'),
    (EN, EN.replace("en", "fr"), '# %% [markdown] lang="fr"', "one of the course's languages"),
    (EN, "# %% [markdown]", "# %% [markdown]", "one of the course's languages"),
    (EN, "# %% [markdown] lang=en", "# %% [markdown] lang=en", "begins no cell"),
    (EN, f'{EN} tags="x"', f'{EN} tags="x"', "begins no cell"),
    (EN, f'{EN} lang="en"', f'{EN} lang="en"', "begins no cell"),
    (EN, f'{EN} role="given"', f'{EN} role="given"', "no other key than lang"),
    (EN, f'{EN} task="half"', f'{EN} task="half"', "no other key than lang"),
    (EN, '# %% [raw] lang="en"', "# %% [raw]", "begins no cell"),
    ("# $z = 2x$\n# %% role", "$z = 2x$\n# %% role", "$z", "must start with `# `"),
    (EN_PROSE, '"""\nA small assignment\n"""\n', '"""', "must start with `# `"),
    (GIVEN, '# %% role="give"', '# %% role="give"', "no role 'give'"),
    (GIVEN, f'{GIVEN} lang="ko"', GIVEN, 'has no twin with lang="en"'),
    (GIVEN, f'{GIVEN} lang="en"', GIVEN, 'follows no twin with lang="ko"'),
    (GIVEN, f'{GIVEN} lang="fr"', GIVEN, "one of the course's languages"),
    (STUB, KO_STUB, KO_TASK, 'has no twin with lang="en"'),
    (STUB, EN_STUB + KO_STUB, EN_TASK, 'follows no twin with lang="ko"'),
    (STUB, KO_STUB + EN_STUB.replace("def double", "def twice"), EN_TASK, "of that name"),
    (STUB, KO_STUB + EN_STUB + EN_STUB, EN_TASK, 'follows no twin with lang="ko"'),
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
    (HALF_CHECK, CHECK, f'{CHECK}\n\n# %% task="same"', "already has its check cell at line 22"),
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
def test_what_is_refused(own: Course, old: str, new: str, place: str, message: str) -> None:
    everywhere = old in ("# %%", WRITTEN)
    text = small_course.SOURCE.replace(old, new, -1 if everywhere else 1)
    assert text != small_course.SOURCE
    with pytest.raises(source.SourceError) as caught:
        load(own, text)
    said = re.fullmatch(f"{NOTEBOOK}:(\\d+): ([^\n]+; [^\n]+)", str(caught.value))
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
def test_a_name_that_students_or_the_kit_need_is_bound_nowhere(own: Course, code: str) -> None:
    require_refused(own, "given", code)


@pytest.mark.parametrize("role", source_rules.CODE_ROLES)
def test_it_is_bound_in_a_cell_of_no_role(own: Course, role: str) -> None:
    require_refused(own, role, "half = 3")


def require_refused(own: Course, role: str, code: str) -> None:
    cell = f'# %% role="{role}"\n'
    with pytest.raises(source.SourceError, match=r"rename it|name what you import"):
        load(own, small_course.SOURCE.replace(cell, f"{cell}{code}\n"))


def test_only_the_set_up_binds_what_the_kits_cells_call(own: Course) -> None:
    with pytest.raises(source.SourceError, match="which the cells of the kit call"):
        load(own, small_course.SOURCE.replace("guess = 3", "say = print"))


def test_using_a_tasks_name_is_no_binding(own: Course) -> None:
    code = "y = half(x) if ready('half') else np.half(x)\nx.half = 3\ndict(half=2)"
    load(own, small_course.SOURCE.replace("guess = 3", code))


def test_a_missing_or_unreadable_file_is_one_line(tmp_path: Path) -> None:
    small = small_course.write(tmp_path)
    path = tmp_path / NOTEBOOK
    path.write_bytes(b"# \xff")
    with pytest.raises(source.SourceError, match=f"^{NOTEBOOK}:1: can't be read"):
        source.load_all(small)
    path.unlink()
    with pytest.raises(source.SourceError, match=f"^{NOTEBOOK}:1: there is no such file"):
        source.load_all(small)


def test_every_source_of_the_course_is_accepted(course: Course) -> None:
    assert list(source.load_all(course)) == list(course.names)
