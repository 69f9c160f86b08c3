"""The Korean catalogues: fresh, complete, and in the kit's tone; every message renders."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder import catalogues
from autograder.checks.support.findings import Finding
from autograder.checks.support.messages import MESSAGES, render
from autograder.checks.support.words import translate
from autograder.judge.notes import NOTES, note_text
from autograder.nbgrader_plugin import notes as nbgrader_notes
from autograder.submission.folder import note

DOMAINS = catalogues.DOMAINS
LANGUAGES = ("ko", "en")
LONGEST = 50  # letters of a Korean sentence
HANGUL = re.compile("[가-힣]")
CODE = re.compile("`[^`]*`")
NUMBER = re.compile(r"−?\d+(?:[.,]\d+)*")
PLACE = re.compile(r"`?\{[^}]*\}`?")
# particles that depend on how the word before them ends
PARTICLE = re.compile(r"\}`?(?:[을를은는이가과와]|으?로|이?라는)(?![가-힣])")
AVOIDED = re.compile(
    "당신|당연히|잊으셨|참 잘했|틀렸습니다"
    r"|\b(?:obviously|simply|just|trivial|you forgot|wrong!|oops|almost there)",
    re.IGNORECASE,
)
# one value for each place of a message or a note
SAMPLES: dict[str, str | int | float] = {
    "all": 4,
    "call": "step([1.0, 2.0], [0.5, 0.5], 0.1)",
    "cell": 3,
    "check": "forward::test_sigmoid",
    "file": "xor (1).ipynb",
    "got": "[0.9, 1.9]",
    "index": 7,
    "last": 49,
    "most": 2,
    "name": "gradient",
    "other": "step([1.0, 2.0], [0.5, 0.5], 0.2)",
    "part": "validation",
    "place": "[1]",
    "position": 1,
    "right": 3,
    "seconds": 4.0,
    "task": "sigmoid",
    "tasks": "sigmoid, forward",
    "text": "division by zero",
    "times": 5,
    "type": "ZeroDivisionError",
    "want": "[0.95, 1.95]",
    "x": "(0, 1)",
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def pairs() -> Iterator[tuple[str, str]]:
    """Every text of both domains with its translation."""
    for domain in DOMAINS:
        for message in catalogues.updated(domain):
            if message.id:
                yield str(message.id), str(message.string)


@pytest.mark.parametrize("domain", DOMAINS)
def test_catalogues_are_fresh(domain: str) -> None:
    for path, data in catalogues.written(domain).items():
        assert path.read_bytes() == data, f"{path.name}: run python -m autograder.catalogues"


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_is_translated(domain: str) -> None:
    assert catalogues.missing(domain) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_renders(code: str, language: str) -> None:
    finding = Finding(code, SAMPLES)
    for text in (render(finding, language, values=shown) for shown in (True, False)):
        assert "{" not in text
        assert bool(HANGUL.search(text)) == (language == "ko")
    bare = Finding(code)
    assert render(bare, language, values=True) == render(bare, language, values=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NOTES)
def test_every_note_renders(code: str, language: str) -> None:
    values = {name: str(SAMPLES[name]) for name in places(NOTES[code])}
    text = note_text(note(code, **values), language)
    assert "{" not in text
    assert bool(HANGUL.search(text)) == (language == "ko")
    assert all(value in text for value in values.values())


def test_findings_fill_the_places_of_their_messages() -> None:
    """`fail` and `Finding` with literal values give all that the message shows, or none."""
    seen = 0
    for file in catalogues.PACKAGE.rglob("*.py"):
        for code, names in literal_findings(file):
            if code in MESSAGES and names:
                seen += 1
                assert places(MESSAGES[code][0]) <= names, f"{file.name}: {code}"
    assert seen > 30


def literal_findings(file: Path) -> Iterator[tuple[str, set[str]]]:
    """The codes in a file and the names of the values given with each."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        code, *values = node.args
        if not isinstance(code, ast.Constant):
            continue
        if node.func.id == "fail":
            yield str(code.value), {keyword.arg for keyword in node.keywords if keyword.arg}
        elif node.func.id == "Finding" and values and isinstance(values[0], ast.Dict):
            keys = values[0].keys
            yield str(code.value), {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def test_translations_keep_code_and_numbers() -> None:
    """Small numbers may become words: below 0 is 음수, once is 한 번."""
    for text, korean in pairs():
        assert set(CODE.findall(text)) <= set(CODE.findall(korean)), text
        numbers = set(NUMBER.findall(text)) - {"0", "1", "2"}
        assert numbers <= set(NUMBER.findall(korean)), text


def test_korean_sentences_are_short() -> None:
    for _text, korean in pairs():
        for sentence in re.split(r"(?<=[.?:])\s+", PLACE.sub("", korean)):
            assert len(sentence) <= LONGEST, sentence


def test_no_particle_depends_on_a_value() -> None:
    for _text, korean in pairs():
        assert not PARTICLE.search(korean), korean


def test_the_tone_is_kept() -> None:
    for text, korean in pairs():
        assert not AVOIDED.search(text), text
        assert not AVOIDED.search(korean), korean


Change = Callable[[str, str], None]


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Change:
    """`change(old, new)` in a copy of the students' catalogue, which is the one in use from now."""

    def path_of(domain: str, suffix: str) -> Path:
        return tmp_path / f"{domain}.{suffix}"

    files = catalogues.written("student") | catalogues.written("grader")
    for path, data in files.items():
        (tmp_path / path.name).write_bytes(data)
    monkeypatch.setattr(catalogues, "_path", path_of)

    def change(old: str, new: str) -> None:
        path = path_of("student", "po")
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def is_stale(domain: str) -> bool:
    return any(path.read_bytes() != data for path, data in catalogues.written(domain).items())


SHAPE = "`{call}` returned shape {got}; shape {want} is expected."
KOREAN_SHAPE = "`{call}`의 결과는 모양이 {got}입니다. 필요한 모양은 {want}입니다."


def marked_anywhere() -> set[str]:
    """Every text in the package that is marked for translation."""
    calls = [
        node
        for file in catalogues.PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
    ]
    return {str(ast.literal_eval(call.args[0])) for call in calls}


def test_a_text_marked_anywhere_has_its_korean() -> None:
    texts = marked_anywhere()
    assert set(nbgrader_notes.NOTES.values()) | {nbgrader_notes.NOT_HANDED_IN} <= texts
    assert [text for text in sorted(texts) if not HANGUL.search(translate(text, "ko"))] == []


def test_a_text_marked_in_a_new_module_is_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "new.py").write_text('TEXT = _("A text of today.")\n')
    monkeypatch.setattr(catalogues, "PACKAGE", tmp_path)
    found = [text for domain in DOMAINS for text, _file, _line in catalogues.texts(domain)]
    assert found == ["A text of today."]


def test_copy_is_as_good_as_the_catalogues(change: Change) -> None:
    change(KOREAN_SHAPE, KOREAN_SHAPE)
    assert not is_stale("student")
    assert catalogues.missing("student") == []


@pytest.mark.parametrize(
    "broken",
    [
        "",
        KOREAN_SHAPE.replace("{want}", "(3,)"),
        KOREAN_SHAPE.replace("{want}", "{wanted}"),
        KOREAN_SHAPE + " {more}",
    ],
    ids=["no translation", "place lost", "place misspelt", "place too many"],
)
def test_broken_translation_is_reported(
    change: Change, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(f'"{KOREAN_SHAPE}"', f'"{broken}"')
    assert catalogues.missing("student") == [SHAPE]
    assert is_stale("student")  # the compiled file still holds the old translation
    assert catalogues.main() == 1
    assert SHAPE in capsys.readouterr().err


def test_new_text_is_reported(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    del change  # only the copy is wanted
    before = list(catalogues.texts("student"))
    new = ("A text of today.", "autograder/new.py", 1)
    monkeypatch.setattr(catalogues, "texts", lambda _domain: [*before, new])
    assert catalogues.missing("student") == ["A text of today."]
    assert is_stale("student")


def test_old_text_is_dropped(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    del change
    rest = [text for text in catalogues.texts("student") if text[0] != SHAPE]
    monkeypatch.setattr(catalogues, "texts", lambda _domain: rest)
    assert is_stale("student")
    assert catalogues.missing("student") == []
    catalogues.main()
    assert not is_stale("student")
