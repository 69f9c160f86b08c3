"""The kit's catalogues are fresh, complete and in its tone; so is what the course says itself."""

from __future__ import annotations

import ast
import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from conftest import HOME

from autograder.checks import collect, content
from autograder.course import Course
from autograder.course.languages import compiled, missing, read
from autograder.hints.mistake_words import words_of_assignment
from autograder.release import translations
from autograder.values.findings import Finding
from autograder.values.messages import MESSAGES
from autograder.values.notes import NOTES, note, note_text
from autograder.values.words import DOMAIN, ENGLISH, LOCALE, Words

KOREAN = "ko"
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
    "most": 2,
    "name": "gradient",
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
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def catalogue_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def pairs() -> Iterator[tuple[str, str]]:
    """Every sentence of the kit, and of the course's own, with its Korean."""
    for message in read(catalogue_file(KOREAN), KOREAN):
        if message.id:
            yield str(message.id), str(message.string)
    for name in (folder.name for folder in (HOME / content.ASSIGNMENTS).glob("*/")):
        said = content.sentences(HOME, name)
        for check in collect.collect(HOME, name):
            yield check.title, check.titles[KOREAN]
        for by_language in said.findings.values():
            yield from zip(by_language[ENGLISH], by_language[KOREAN], strict=True)


@pytest.mark.parametrize("language", translations.own_languages())
def test_catalogues_are_fresh_and_complete(language: str) -> None:
    for path, data in translations.own_files(language).items():
        assert path.read_bytes() == data, f"{path.name}: run `autograder messages`"
    assert missing(translations.updated(catalogue_file(language), language)) == []


def test_the_course_says_everything_in_each_of_its_languages(course: Course) -> None:
    spoken = set(course.languages)
    for name in course.names:
        for check in collect.collect(HOME, name):
            assert {ENGLISH, *check.titles} == spoken, check.id
        for code, said in content.sentences(HOME, name).findings.items():
            assert set(said) == spoken, code
        for id, words in words_of_assignment(HOME, name).items():
            assert set(words.hints) == spoken, id


@pytest.mark.parametrize("language", [KOREAN, ENGLISH])
def test_every_message_and_note_renders(language: str) -> None:
    words = Words(language)

    def require(text: str) -> None:
        assert "{" not in text
        assert bool(HANGUL.search(text)) == (language == KOREAN), text

    for code in MESSAGES:
        require(words.finding(Finding(code, SAMPLES), values=True))
        require(words.finding(Finding(code, SAMPLES), values=False))
        bare = Finding(code)
        assert words.finding(bare, values=True) == words.finding(bare, values=False)
    for code, english in NOTES.items():
        values = {name: str(SAMPLES[name]) for name in places(english)}
        text = note_text(note(code, **values), words)
        require(text)
        assert all(value in text for value in values.values())


def test_a_text_marked_anywhere_is_collected_and_has_its_korean() -> None:
    """Also one that a module marks and another uses."""
    texts = {text for text, _file, _line in translations.texts()}
    assert marked_anywhere() == texts
    words = Words(KOREAN)
    assert [text for text in sorted(texts) if not HANGUL.search(words(text))] == []


def marked_anywhere() -> set[str]:
    """Every text in the package that is marked for translation."""
    calls = [
        node
        for file in translations.PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
    ]
    return {str(ast.literal_eval(call.args[0])) for call in calls}


def test_translations_keep_places_code_and_numbers() -> None:
    """Small numbers may become words: below 0 is 음수, once is 한 번."""
    for text, korean in pairs():
        assert places(text) == places(korean), text
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


SHAPE = "`{call}` returned shape {got}; shape {want} is expected."
GERMAN = "`{call}` hat die Form {got}, erwartet ist {want}."


@pytest.fixture(scope="module")
def with_one_translation() -> bytes:
    """A catalogue in a language that the kit does not speak."""
    catalog = translations.updated(Path("de.po"), "de")
    catalog.get(SHAPE).string = GERMAN
    return translations.as_po(catalog)


@pytest.fixture
def german(with_one_translation: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "de.po"
    file.write_bytes(with_one_translation)
    return file


def test_a_catalogue_that_is_brought_up_to_date_keeps_its_translations(german: Path) -> None:
    catalog = translations.updated(german, "de")
    assert translations.as_po(catalog) == german.read_bytes()
    lacking = missing(catalog)
    assert SHAPE not in lacking
    assert len(lacking) == len(catalog) - 1


@pytest.mark.parametrize(
    "broken",
    [
        "",
        GERMAN.replace("{want}", "(3,)"),
        GERMAN.replace("{want}", "{wanted}"),
        GERMAN + " {more}",
        GERMAN + " {",
    ],
    ids=["no translation", "place lost", "place misspelt", "place too many", "brace too many"],
)
def test_a_broken_translation_is_reported(german: Path, broken: str) -> None:
    text = german.read_text(encoding="utf-8")
    assert text.count(GERMAN) == 1
    german.write_text(text.replace(f'"{GERMAN}"', f'"{broken}"'), encoding="utf-8")
    catalog = read(german, "de")
    assert SHAPE in missing(catalog)
    used = gettext.GNUTranslations(io.BytesIO(compiled(catalog)))
    assert used.gettext(SHAPE) == SHAPE  # rather English than a sentence that can't be filled


def test_a_new_text_is_added_and_an_old_one_dropped(
    german: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "new.py").write_text('TEXT = _("A text of today.")\n')
    monkeypatch.setattr(translations, "PACKAGE", tmp_path / "part")
    catalog = translations.updated(german, "de")
    assert [message.id for message in catalog if message.id] == ["A text of today."]
    assert missing(catalog) == ["A text of today."]
    assert not catalog.obsolete
