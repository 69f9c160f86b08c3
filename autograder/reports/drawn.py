"""An assignment's pictures of one student's values, out of what the result shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from autograder.course import Course
from autograder.course.pictures import Picture, pictures
from autograder.grading.result import Numbers, Result
from autograder.reports import charts
from autograder.values.words import ENGLISH

_DIGITS = 6


class Row(NamedTuple):
    """A row of a table of numbers; `differs`: in a digit that is shown."""

    name: str
    own: str
    want: str
    differs: bool


class Drawn(NamedTuple):
    """A picture, or a table of numbers; the other is empty."""

    title: str
    picture: Markup
    rows: tuple[Row, ...]


Pair = tuple[Numbers, Numbers]  # the student's, the reference's


def drawn(result: Result, course: Course, names: tuple[str, str]) -> dict[str, list[Drawn]]:
    """The pictures of each task. `names`: what the student's and the right numbers are called."""
    found: dict[str, list[Drawn]] = {}
    for picture in pictures(course.folder, result.assignment):
        shown = {
            each.part: (each.got, each.want)
            for each in result.shown.values
            if each.check == f"visible/{picture.check}" and each.step == picture.step
        }
        if set(picture.shown) <= shown.keys():
            one = _drawn(picture, shown, names, result.shown.language)
            if one is not None:
                found.setdefault(picture.task, []).append(one)
    return found


def _drawn(
    picture: Picture, shown: Mapping[int, Pair], names: tuple[str, str], language: str
) -> Drawn | None:
    title = _in(picture.title, language)
    if picture.kind == "network":
        drawing = _network(picture, shown, title)
        return None if drawing is None else Drawn(title, drawing, ())
    own, want = (_plain(each) for each in shown[picture.shown[0]])
    if own is None or want is None or not own:
        return None
    if picture.kind == "table":
        return Drawn(title, Markup(), tuple(_rows(picture, own, want)))
    if picture.kind == "surface":
        if len(own) != len(want):
            return None
        return Drawn(title, charts.surfaces(title, own, want, names, picture.columns), ())
    along = _in(picture.along, language) if picture.along else ""
    points = [_points(picture, each) for each in (own, want)]
    return Drawn(title, charts.lines(title, points[0], points[1], names, along), ())


def _in(said: Mapping[str, str], language: str) -> str:
    return said.get(language) or said.get(ENGLISH) or next(iter(said.values()))


def _plain(numbers: Numbers) -> list[float] | None:
    kept = [each for each in numbers.values if each is not None]
    return kept if len(kept) == len(numbers.values) else None


def _points(picture: Picture, values: list[float]) -> list[charts.Point]:
    return [(picture.start + picture.every * place, y) for place, y in enumerate(values)]


def _rows(picture: Picture, own: list[float], want: list[float]) -> Iterator[Row]:
    for place, right in enumerate(want):
        mine = _text(own[place]) if place < len(own) else "–"
        name = picture.names[place] if place < len(picture.names) else str(place)
        yield Row(name, mine, _text(right), mine != _text(right))


def _text(number: float | None) -> str:
    return "nan" if number is None else f"{number:.{_DIGITS}g}"


def _network(picture: Picture, shown: Mapping[int, Pair], title: str) -> Markup | None:
    layers = picture.layers
    nodes: list[list[tuple[str, str]]] = []
    edges: list[list[tuple[int, int, str, str]]] = []
    for place, layer in enumerate(layers):
        pair = shown.get(picture.nodes.get(str(place), -2))
        if pair is not None and not _have(pair, [len(layer)]):
            return None
        nodes.append([] if pair is None else _texts(pair))
        if place + 1 == len(layers):
            break
        pair, shape = (
            shown.get(picture.edges.get(str(place), -2)),
            [len(layers[place + 1]), len(layer)],
        )
        if pair is not None and not _have(pair, shape):
            return None
        texts = [] if pair is None else _texts(pair)
        edges.append([(at % shape[1], at // shape[1], *each) for at, each in enumerate(texts)])
    return charts.network(title, layers, nodes, edges)


def _have(pair: Pair, shape: list[int]) -> bool:
    return all(numbers.shape == shape for numbers in pair)


def _texts(pair: Pair) -> list[tuple[str, str]]:
    return [(_text(a), _text(b)) for a, b in zip(pair[0].values, pair[1].values, strict=True)]
