"""The second course in a second language: the prose of tests/linear_regression with German twins.

Only some of it is translated, as where a translation has begun; the rest is said in English.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po, write_po

_TITLES = {
    "Linear regression": "Lineare Regression",
    "A line through points": "Eine Gerade durch Punkte",
    "Least squares": "Kleinste Quadrate",
}
_DOCSTRING = "slope · x + intercept, for each entry of x. (1)"
_GERMAN_DOCSTRING = "slope · x + intercept, für jeden Eintrag von x. (1)"
PREDICTIONS = "Die gezeichnete Gerade sagt 2,5, 4, 5,5 und 7 voraus."
HINT = "Alle Werte sind gleich weit daneben. Was sagt die Gerade bei x = 0 voraus?"
NO_LINE = "`{call}` gab {got} zurück, die letzte Gerade hat aber die Nummer {last}."
_TABLES = {
    "assignments/line/messages.toml": (
        "[findings.no_line]\n",
        f'[titles]\npredictions_of_the_drawn_line.de = "{PREDICTIONS}"\n\n'
        f'[findings.no_line]\nde = ["{NO_LINE}", "Keine Gerade hat diese Nummer."]\n',
    ),
    "solutions/line/mistakes/predict.toml": (
        "[intercept-left-out]\n",
        f'[intercept-left-out]\nde = "{HINT}"\n',
    ),
}
SENTENCES = {
    "not started": "nicht angefangen",
    "not passed yet": "noch nicht bestanden",
    "Points of the checks: {score} of {max}": "Punkte: {score} von {max}",
    "`{call}` returned {got}; {want} is expected.": "`{call}` gab {got}, erwartet ist {want}.",
    "Write your answer here.": "Schreibe deine Antwort hierher.",
}


def translate(course: Path) -> None:
    """Let the course in this folder speak German, too."""
    table = course / "assignments" / "course.toml"
    text = table.read_text(encoding="utf-8").replace('["en"]', '["en", "de"]')
    for english, german in _TITLES.items():
        text = text.replace(f'title = {{ en = "{english}" }}',
                            f'title = {{ en = "{english}", de = "{german}" }}')  # fmt: skip
        text = text.replace(f'en = "{english}"\n', f'en = "{english}"\nde = "{german}"\n')
    table.write_text(text, encoding="utf-8")
    guide = (course / "assignments" / "guide.en.md").read_text(encoding="utf-8")
    (course / "assignments" / "guide.de.md").write_text(guide, encoding="utf-8")
    for notebook in course.glob("assignments/*/notebook.py"):
        cells = re.split(r"^(?=# %%)", notebook.read_text(encoding="utf-8"), flags=re.MULTILINE)
        notebook.write_text("".join(map(_twins, cells)), encoding="utf-8")
    for place, (old, new) in _TABLES.items():
        words = (course / place).read_text(encoding="utf-8")
        assert old in words
        (course / place).write_text(words.replace(old, new), encoding="utf-8")


def _twins(cell: str) -> str:
    """The cell twice, if it is prose or has a German docstring."""
    marker, _, rest = cell.partition("\n")
    if not marker.startswith("# %% [markdown]") and _DOCSTRING not in cell:
        return cell
    german = rest.replace(_DOCSTRING, _GERMAN_DOCSTRING)
    for english, title in _TITLES.items():
        german = german.replace(f"# # {english}\n", f"# # {title}\n")
    return f'{marker} lang="en"\n{rest}{marker} lang="de"\n{german}'


def translate_sentences(course: Path) -> None:
    """Fill in some sentences of assignments/de.po, which `autograder messages de` has written."""
    file = course / "assignments" / "de.po"
    with file.open("rb") as stream:
        catalog = read_po(stream, locale="de")
    for english, german in SENTENCES.items():
        message = catalog.get(english)
        assert message is not None, english
        message.string = german
    with file.open("wb") as stream:
        write_po(stream, catalog)
