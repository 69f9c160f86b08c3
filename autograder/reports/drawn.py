"""An assignment's pictures of one student's values, out of what the result shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from autograder.course import Course
from autograder.course.pictures import Picture, pictures
from autograder.grading.result import Numbers, Result
from autograder.reports import charts
from autograder.values.messages import mark as _
from autograder.values.words import ENGLISH, Words

_DIGITS = 6
_NUMBER = _("number")
_CARRIED = _("The difference comes from `{tasks}`.")


class Row(NamedTuple):
    """A row of a table of numbers; `differs`: in a digit that is shown."""

    name: str
    own: str
    want: str
    differs: bool


class Drawn(NamedTuple):
    """A picture, or a table of numbers, whose names stand under `head`; the other is empty.

    `why`: where a difference that was not charged comes from.
    """

    title: str
    picture: Markup
    head: str
    rows: tuple[Row, ...]
    why: str = ""


Pair = tuple[Numbers, Numbers]  # the student's, the reference's


def drawn(
    result: Result, course: Course, names: tuple[str, str], say: Words
) -> dict[str, list[Drawn]]:
    """The pictures of each task. `names`: what the student's and the right numbers are called."""
    found: dict[str, list[Drawn]] = {}
    carried = {
        check.id: say(_CARRIED, tasks=check.finding.values["tasks"])
        for task in result.tasks
        for check in task.checks
        if check.finding is not None and check.finding.code == "carried"
    }
    for picture in pictures(course.folder, result.assignment):
        shown = {
            each.part: (each.got, each.want)
            for each in result.shown.values
            if each.check == f"visible/{picture.check}" and each.step == picture.step
        }
        if set(picture.shown) <= shown.keys():
            one = _drawn(picture, shown, names, say)
            if one is not None:
                if any(map(_differs, (shown[part] for part in picture.shown))):
                    one = one._replace(why=carried.get(f"visible/{picture.check}", ""))
                found.setdefault(picture.task, []).append(one)
    return found


def _drawn(
    picture: Picture, shown: Mapping[int, Pair], names: tuple[str, str], say: Words
) -> Drawn | None:
    title = _in(picture.title, say.language)
    along = _in(picture.along, say.language) if picture.along else ""
    if picture.kind == "network":
        drawing = _network(picture, shown, title)
        return None if drawing is None else Drawn(title, drawing, "", ())
    own, want = (_plain(each) for each in shown[picture.shown[0]])
    if own is None or want is None or not own:
        return None
    if picture.kind == "table":
        return Drawn(title, Markup(), along or say(_NUMBER), tuple(_rows(picture, own, want)))
    if picture.kind == "surface":
        if len(own) != len(want):
            return None
        ends = f"{picture.low:g}", f"{picture.high:g}"
        squares = charts.surfaces(title, own, want, names, picture.columns, ends)
        return Drawn(title, squares, "", ())
    points = [_points(picture, each) for each in (own, want)]
    return Drawn(title, charts.lines(title, points[0], points[1], names, along), "", ())


def _differs(pair: Pair) -> bool:
    """Whether a digit that is shown differs."""
    own, want = (list(map(_text, each.values)) for each in pair)
    return own != want


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
