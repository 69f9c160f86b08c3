"""Nothing that is graded travels: a release opens none of it, and no bundle holds any of it."""

from __future__ import annotations

import ast
import builtins
import gettext
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from babel.messages.catalog import Catalog
from conftest import HOME

from autograder.course import Course
from autograder.course.languages import compiled
from autograder.proof.leaks import Secrets, found_in_bundles, what_must_stay
from autograder.release import bundle

# Prints what of the course's folder is opened or listed while `autograder release` runs
_WATCHED = """
import json, sys
touched = []
def watch(event, arguments):
    if event in ("open", "os.listdir", "os.scandir"):
        touched.append(str(arguments[0]))
sys.addaudithook(watch)
from autograder.cli import main
try:
    main(["--course", sys.argv[1], "release", "--out", sys.argv[2]])
finally:
    print(json.dumps(touched), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def bundles(course: Course) -> list[bytes]:
    return [packed(course, language) for language in course.languages]


def packed(course: Course, language: str) -> bytes:
    folder = bundle.folder_name(course, language)
    return bundle.packed(course, bundle.files(course, language), folder)


@pytest.fixture(scope="module")
def secrets(course: Course) -> Secrets:
    return what_must_stay(course, *course.names)


def files_in(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_release_opens_nothing_of_the_solutions(
    course: Course, bundles: list[bytes], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, course.folder, tmp_path],
        capture_output=True, text=True, check=True, timeout=300,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    touched = [Path(name).resolve() for name in json.loads(done.stderr.splitlines()[-1])]
    own = [path.relative_to(HOME) for path in touched if path.is_relative_to(HOME)]
    assert Path("assignments/chapter.py") in own
    assert [path for path in own if path.is_relative_to("solutions")] == []
    made = [tmp_path / each / f"{course.name}-{each}.zip" for each in course.languages]
    assert [path.read_bytes() for path in made] == bundles


def test_without_the_solutions_the_bundles_are_the_same(
    course: Course, bundles: list[bytes], tmp_path: Path
) -> None:
    shutil.copytree(HOME / "assignments", tmp_path / "assignments")
    bare = msgspec.structs.replace(course, folder=tmp_path)
    assert [packed(bare, each) for each in bare.languages] == bundles


def test_no_bundle_holds_what_must_stay(
    course: Course, secrets: Secrets, bundles: list[bytes]
) -> None:
    places = {place.partition(":")[0] for place in secrets.code.origins.values()}
    assert any(place.startswith("solutions/drawing/") for place in places)
    for name in course.names:
        assert f"solutions/{name}/solution.py" in places
        assert any(place.startswith(f"solutions/{name}/right/") for place in places)
        mistakes = f"solutions/{name}/mistakes: "
        assert any(place.startswith(mistakes) for place in secrets.sentences.values())
    assert found_in_bundles(secrets, bundles) == set()


def test_no_bundle_names_a_file_that_stays(bundles: list[bytes]) -> None:
    for data in bundles:
        for name in files_in(data):
            assert not {"solutions", "solution.py", "rubric.toml", "mistakes", "right"} & set(
                Path(name).parts
            ), name


# the search itself, which must find what is planted


def test_code_is_found_under_other_names_and_in_another_layout(secrets: Secrets) -> None:
    origins = {place.partition(":")[0] for place in secrets.code.origins.values()}
    code = "\n".join(renamed((HOME / each).read_text(encoding="utf-8")) for each in origins)
    assert secrets.found_in("a.py", code.encode()) >= set(secrets.code.origins.values())


def renamed(code: str) -> str:
    """The same code under other names, without comments and in another layout."""
    tree = ast.parse(code)
    kept = dir(builtins)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.name = f"my_{node.name}"
            node.returns = None
            if ast.get_docstring(node) and len(node.body) > 1:
                node.body = node.body[1:]
        elif isinstance(node, ast.arg):
            node.arg, node.annotation = f"my_{node.arg}", None
        elif isinstance(node, ast.Name) and node.id not in kept:
            node.id = f"my_{node.id}"
    return ast.unparse(tree)


@pytest.mark.parametrize(
    "code",
    [
        "plt.plot(zs, np.where(zs >= 0, 1 / (1 + d), d / (1 + d)))",  # an expression in a call
        "a = sig(sums(M, v))\nb = sig(sums(N, a))\nc = a, b",  # a body outside a function
        "if True:\n    q: float = 0.5 * (wanted - came)**2",
        "lambda a: a * (1 - a)",
    ],
)
def test_a_solution_is_found_in_pieces(secrets: Secrets, code: str) -> None:
    assert secrets.found_in("a.ipynb", cell("code", code))


SIGMOID = "e = np.exp(-np.abs(s))\nreturn np.where(s >= 0, 1 / (1 + e), e / (1 + e))"


def cell(kind: str, text: str) -> bytes:
    return json.dumps({"cells": [{"cell_type": kind, "source": [text]}]}).encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("forward.ipynb", cell("markdown", f"So it is:\n```python\n{SIGMOID}\n```\n")),
        ("forward.ipynb", cell("code", "\n".join(f"# {line}" for line in SIGMOID.splitlines()))),
        ("assignments/chapter.py", f'"""Once more:\n\n    {SIGMOID}\n"""\n'.encode()),
        ("assignments/forward/messages.toml", b'a = "`0.5 * (wanted - came) ** 2`"'),
        ("README.md", b"1. `0.5 * (wanted - came) ** 2`"),
    ],
)
def test_a_solution_is_found_in_comments_and_prose(
    secrets: Secrets, name: str, content: bytes
) -> None:
    assert any("forward/solution.py" in place for place in secrets.found_in(name, content))


def test_sentences_are_found_wherever_they_stand(secrets: Secrets) -> None:
    """The titles and names of hidden checks, hints, mark schemes."""
    kinds = ("/checks.py: ", "/mistakes: ", "/rubric.toml")
    for kind in kinds:
        said, place = next(each for each in secrets.sentences.items() if kind in each[1])
        broken = said.replace(" ", "\n", 1)
        toml = f"a.en = {json.dumps(said, ensure_ascii=False)}\n"
        for name, content in (
            ("README.md", broken.encode()),
            ("terms.ipynb", cell("markdown", broken)),
            ("terms.ipynb", cell("code", f"# {said}")),
            ("assignments/terms/messages.toml", toml.encode()),
            ("assignments/de.mo", catalogue(said)),
        ):
            assert place in secrets.found_in(name, content), (name, said)


def catalogue(said: str) -> bytes:
    made = Catalog("de")
    made.add("anything", said)
    data = compiled(made)
    assert gettext.GNUTranslations(io.BytesIO(data)).gettext("anything") == said
    return data
