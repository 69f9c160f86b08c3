"""How the notebooks' pictures look: fonts for many scripts, and colours that all can tell."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from autograder.values.messages import mark as _

# Okabe and Ito's palette, readable without colour vision; never colour alone
BLUE: Final = "#0072B2"
ORANGE: Final = "#E69F00"
VERMILION: Final = "#D55E00"
SKY: Final = "#56B4E9"
GREEN: Final = "#009E73"
GREY: Final = "#666666"
BLACK: Final = "#000000"

_FONT: Final = "DejaVu Sans"  # matplotlib's own
# For letters that it lacks: the usual fonts of Windows, macOS and Linux
_MORE_FONTS: Final = (
    "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic", "Noto Sans CJK KR",
    "Yu Gothic", "Hiragino Sans", "Noto Sans CJK JP",
    "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC",
)  # fmt: skip

_NOT_DRAWN: Final = _(
    "The picture can't be drawn with these answers ({error}). The checks above say what to look at."
)
Given = ParamSpec("Given")
Result = TypeVar("Result")


def drawn(function: Callable[Given, Result]) -> Callable[Given, Result | None]:
    """A picture that says in one line that the student's answers do not suit it, and gives None."""

    @functools.wraps(function)
    def draw(*arguments: Given.args, **options: Given.kwargs) -> Result | None:
        try:
            return function(*arguments, **options)
        except Exception as why:
            import matplotlib.pyplot as plt

            from autograder.selfcheck.student_folder import words

            plt.close("all")  # half of a picture
            print(words()(_NOT_DRAWN, error=type(why).__name__))
            return None

    return draw


def can_draw(text: str) -> bool:
    """Whether the pictures' fonts have these letters."""
    return text.isascii() or {ord(each) for each in text if not each.isspace()} <= _letters()


@functools.cache
def _fonts() -> list[str]:
    from matplotlib import font_manager

    installed = set(font_manager.get_font_names())
    return [_FONT, *(name for name in _MORE_FONTS if name in installed)]


@functools.cache
def _letters() -> frozenset[int]:
    from matplotlib import font_manager

    files = (font_manager.findfont(name) for name in _fonts())
    return frozenset().union(*(font_manager.get_font(file).get_charmap() for file in files))


def style() -> None:
    """Set matplotlib's defaults for the notebook's pictures.

    The other fonts stand after DejaVu Sans, which has the minus sign that some of them lack; a
    font that is not installed is left out, since each text would log a line about it.
    """
    import matplotlib.pyplot as plt

    plt.rcParams.update(
        {
            "font.family": _fonts(),
            "font.size": 10,
            "axes.titlesize": 10,
            "legend.fontsize": 9,
            "legend.frameon": False,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "figure.constrained_layout.use": True,
            "figure.dpi": 100,
        }
    )
