"""How the notebooks' pictures look: fonts that hold Hangul, and colours that all can tell."""

from __future__ import annotations

import functools
from typing import Final

# Okabe and Ito's palette, readable without colour vision; never colour alone
BLUE: Final = "#0072B2"
ORANGE: Final = "#E69F00"
VERMILION: Final = "#D55E00"
SKY: Final = "#56B4E9"
GREEN: Final = "#009E73"
GREY: Final = "#666666"
BLACK: Final = "#000000"

_HANGUL: Final = ("Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic", "Noto Sans CJK KR")


@functools.cache
def hangul_font() -> str | None:
    """The first installed font that holds Hangul."""
    from matplotlib import font_manager

    installed = set(font_manager.get_font_names())
    return next((name for name in _HANGUL if name in installed), None)


def style() -> None:
    """Set matplotlib's defaults for the notebook's pictures.

    The Hangul font stands after DejaVu Sans, which has the minus sign that some Hangul fonts
    lack; a font that is not installed is left out, since each text would log a line about it.
    """
    import matplotlib.pyplot as plt

    hangul = hangul_font()
    plt.rcParams.update(
        {
            "font.family": ["DejaVu Sans", hangul] if hangul else ["DejaVu Sans"],
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
