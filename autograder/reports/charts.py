"""Charts as SVG that stands in a page: text stays text, colours come from the page's style.

Each has a title for who does not see it, and never says anything by colour alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup, escape

Point = tuple[float, float]
_WIDTH: Final = 560
_TICKS: Final = 4  # steps between them, about


def element(name: str, *children: object, **attributes: object) -> Markup:
    """One element of SVG; a trailing underscore in an attribute's name is left out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_attribute(value))}"'
        for key, value in attributes.items()
    )
    inner = "".join(map(escape, children))
    return Markup(f"<{name}{given}>{inner}</{name}>")  # of trusted names and escaped text


def _attribute(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def chart(title: str, width: float, height: float, *children: object, kind: str = "") -> Markup:
    """A whole picture, `width` by `height` in its own units."""
    return element(
        "svg", element("title", title), *children,
        class_=f"chart {kind}".strip(), role="img", aria_label=title,
        viewBox=f"0 0 {width:g} {height:g}",
    )  # fmt: skip


def bar(share: float, title: str) -> Markup:
    """How much of something there is, from 0 to 1."""
    filled = max(0.0, min(1.0, share))
    return element(
        "svg",
        element("title", title),
        element("rect", class_="ground", width=100, height=8, rx=2),
        element("rect", class_="amount", width=float(100 * filled), height=8, rx=2),
        class_="bar", role="img", aria_label=title, viewBox="0 0 100 8",
        preserveAspectRatio="none",
    )  # fmt: skip


def text(x: float, y: float, words: object, anchor: str = "middle", kind: str = "") -> Markup:
    return element("text", words, x=float(x), y=float(y), text_anchor=anchor, class_=kind)


def columns(title: str, counts: Sequence[int], labels: Sequence[str]) -> Markup:
    """One column for each count, with the count on top and its label below."""
    height, top = 190, max([*counts, 1])
    step = _WIDTH / max(1, len(counts))
    parts: list[Markup] = []
    for place, (count, label) in enumerate(zip(counts, labels, strict=True)):
        tall = 130 * count / top
        x = place * step
        parts.append(
            element("rect", element("title", f"{label}: {count}"), class_="amount",
                    x=x + 2, y=160 - tall, width=step - 4, height=float(tall))
        )  # fmt: skip
        if count:
            parts.append(text(x + step / 2, 154 - tall, count))
        parts.append(text(x + step / 2, 178, label, kind="quiet"))
    parts.append(element("line", class_="axis", x1=0, y1=160, x2=_WIDTH, y2=160))
    return chart(title, _WIDTH, height, *parts)


def lines(
    title: str,
    own: Sequence[Point],
    reference: Sequence[Point],
    names: tuple[str, str],
    along: str = "",
) -> Markup:
    """One line with points over a broken one, both named."""
    height, left, right, low, high = 250, 62, _WIDTH - 16, 196, 34
    every = [*own, *reference]
    xs, ys = [x for x, _ in every], [y for _, y in every]
    x0, x1 = min(xs), max(xs) or 1
    y0, y1 = _padded(min(ys), max(ys))

    def place(point: Point) -> Point:
        x = left + (right - left) * ((point[0] - x0) / ((x1 - x0) or 1))
        return x, low - (low - high) * ((point[1] - y0) / (y1 - y0))

    parts = list(_axes(y0, y1, low, high, left, right))
    for x in _round_ticks(x0, x1):
        parts.append(text(place((x, y0))[0], low + 18, f"{x:g}", kind="quiet"))
    parts.append(text((left + right) / 2, low + 38, along, kind="quiet"))
    parts.append(_line([place(each) for each in reference], "reference"))
    parts.append(_line([place(each) for each in own], "own"))
    parts += [element("circle", class_="own", cx=x, cy=y, r=3.5) for x, y in map(place, own)]
    parts += _legend(left, names)
    return chart(title, _WIDTH, height, *parts)


def _padded(low: float, high: float) -> Point:
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    return (0.0 if 0 <= low < room else low - room), high + room


def _axes(
    y0: float, y1: float, low: float, high: float, left: float, right: float
) -> Iterable[Markup]:
    for tick in _round_ticks(y0, y1):
        y = low - (low - high) * (tick - y0) / (y1 - y0)
        yield element("line", class_="grid", x1=float(left), y1=y, x2=float(right), y2=y)
        yield text(left - 6, y + 4, f"{tick:.4g}", "end", "quiet")


def _round_ticks(first: float, last: float) -> list[float]:
    """The multiples of a round step, 1, 2 or 5 with zeros, from the first to the last."""
    rough = (last - first) / _TICKS or 1.0
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(each * unit for each in (1, 2, 5, 10) if each * unit >= 0.75 * rough)
    low, high = math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9)
    return [place * step for place in range(low, high + 1)]


def _line(points: Sequence[Point], kind: str) -> Markup:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return element("polyline", class_=kind, points=path, fill="none")


def _legend(left: float, names: tuple[str, str]) -> list[Markup]:
    found: list[Markup] = []
    for place, (kind, name) in enumerate(zip(("own", "reference"), names, strict=True)):
        x = left + 220 * place
        found.append(element("line", class_=kind, x1=float(x), y1=16, x2=x + 34.0, y2=16))
        found.append(text(x + 42, 20, name, "start"))
    return found


def surfaces(
    title: str,
    own: Sequence[float],
    reference: Sequence[float],
    names: tuple[str, str],
    wide: int,
    ends: tuple[str, str],
) -> Markup:
    """Two squares of cells, stronger for larger numbers, the first row at the bottom.

    `ends`: of both axes.
    """
    side, gap = 240.0, 40.0
    every = [*own, *reference]
    low, high = min(every), max(every)
    parts: list[Markup] = []
    for place, (values, name) in enumerate(zip((own, reference), names, strict=True)):
        left = 24 + place * (side + gap)
        parts += _cells(values, left, 30.0, side, wide, low, high)
        parts.append(element("rect", class_="frame", x=left, y=30.0, width=side, height=side))
        parts.append(text(left + side / 2, 20, name))
        for end, x, y in zip(ends, (left, left + side), (270, 42), strict=True):
            parts.append(text(x, 290, end, "middle", "quiet"))
            parts.append(text(left - 6, y, end, "end", "quiet"))
    return chart(title, 2 * side + gap + 34, 300, *parts, kind="surface")


def _cells(
    values: Sequence[float],
    left: float,
    top: float,
    side: float,
    wide: int,
    low: float,
    high: float,
) -> Iterable[Markup]:
    tall = max(1, len(values) // wide)
    width, height = side / wide, side / tall
    for place, value in enumerate(values[: wide * tall]):
        row, column = divmod(place, wide)
        y = top + side - (row + 1) * height
        strong = (value - low) / ((high - low) or 1)
        yield element(
            "rect", class_="cell", x=left + column * width, y=y, width=width + 0.3,
            height=height + 0.3, fill_opacity=float(0.06 + 0.9 * strong),
        )  # fmt: skip


def network(
    title: str,
    layers: Sequence[Sequence[str]],
    nodes: Sequence[Sequence[tuple[str, str]]],
    edges: Sequence[Sequence[tuple[int, int, str, str]]],
) -> Markup:
    """A layered graph. `nodes`: for each layer the numbers above and below each neuron, or none.

    `edges`: for each layer but the last: from, to, and the numbers above and below the arrow.
    """
    high = 110.0 * max(map(len, layers)) + 20
    across = (_WIDTH - 120) / max(1, len(layers) - 1)

    def place(layer: int, neuron: int) -> Point:
        return 50 + across * layer, high * (neuron + 0.5) / len(layers[layer])

    parts: list[Markup] = []
    for layer in range(len(layers) - 1):
        for a in range(len(layers[layer])):
            for b in range(len(layers[layer + 1])):
                (x1, y1), (x2, y2) = place(layer, a), place(layer + 1, b)
                parts.append(element("line", class_="arrow", x1=x1, y1=y1, x2=x2, y2=y2))
    for layer, own in enumerate(edges):
        for a, b, above, below in own:
            (x1, y1), (x2, y2) = place(layer, a), place(layer + 1, b)
            share = 0.26 if a != b else 0.5
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            parts += _pair(x, y, above, below)
    for layer, names in enumerate(layers):
        for neuron, name in enumerate(names):
            x, y = place(layer, neuron)
            parts.append(element("circle", class_="neuron", cx=x, cy=y, r=19))
            parts.append(text(x, y + 5, name))
            if nodes[layer]:
                parts += _pair(x + 58, y, *nodes[layer][neuron])
    return chart(title, _WIDTH + 40, high, *parts, kind="network")


def _pair(x: float, y: float, above: str, below: str) -> list[Markup]:
    same = above == below
    own = text(x, y - 4, above if same else f"{above} ✗", kind="number" if same else "number wrong")
    return [own, text(x, y + 13, below, kind="number quiet")]
