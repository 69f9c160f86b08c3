"""A student's formulas, as MathJax may get them: plain commands, and no more than a tab bears."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MAX_LETTERS: Final = 2_000  # of a formula
_DEEPEST: Final = 30  # one within the other
_MAX_CELLS: Final = 400  # of its tables: MathJax fills each row up to the longest
_ROOM: Final = 15_000  # letters of all formulas of a page
_FOR_EACH: Final = 40  # letters that a formula costs beside its own
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_ROW = re.compile(r"\\\\|\\cr(?![A-Za-z])")
_PART = re.compile(r"(\\(?:[A-Za-z]+|[^A-Za-z]))|([{}])|\$|[^\\{}$]+", re.DOTALL)
# What formulas of a course use; MathJax has others that make links, load or define things
_MATHS: Final = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi
    rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi
    Psi Omega frac dfrac tfrac sqrt sum prod int lim log ln exp sin cos tan tanh max min arg sup inf
    det partial nabla infty cdot cdots ldots dots vdots ddots times div pm mp ast star circ bullet
    oplus otimes odot le leq ge geq ne neq lt gt approx equiv sim simeq cong propto ll gg in notin
    ni subset subseteq supset cup cap setminus emptyset forall exists neg lnot land lor to gets
    rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow mapsto
    implies iff uparrow downarrow quad qquad text mathrm mathbf mathit mathsf mathtt mathbb mathcal
    boldsymbol bm hat bar vec tilde dot ddot overline underline widehat widetilde overbrace
    underbrace left right big Big bigg Bigg bigl bigr Bigl Bigr middle mid vert Vert lVert rVert
    lvert rvert lfloor rfloor lceil rceil langle rangle lbrace rbrace prime top perp ell Re Im hbar
    begin end hline stackrel overset underset binom limits nolimits displaystyle textstyle
    scriptstyle operatorname because therefore square checkmark degree angle parallel
"""
_COMMANDS: Final = frozenset(_MATHS.split())
# What these begin ends by itself, at the next letter, brace or formula's end
_TAKES_ONE: Final = frozenset(
    """
    frac dfrac tfrac sqrt text mathrm mathbf mathit mathsf mathtt mathbb mathcal boldsymbol bm hat
    bar vec tilde dot ddot overline underline widehat widetilde overbrace underbrace stackrel
    overset underset binom operatorname displaystyle textstyle scriptstyle
    """.split()  # noqa: SIM905
)
_DEEPER: Final = {"{": 1, "}": -1, "\\left": 1, "\\right": -1, "\\begin": 1, "\\end": -1}


@dataclass(slots=True)
class FormulaRoom:
    """What is left for formulas on a page: MathJax takes milliseconds for each, and each letter."""

    letters: int = _ROOM

    def take(self, formula: str) -> bool:
        """Whether the formula may be one; else it is shown as it was written."""
        if not _is_moderate(formula):
            return False
        self.letters -= len(formula) + _FOR_EACH
        return self.letters >= 0


def inert(formula: str) -> str:
    """The formula with the backslash taken from commands that it must not have."""
    return _COMMAND.sub(
        lambda match: match[0] if match[1] in _COMMANDS else f"＼{match[1]}", formula
    )


def _is_moderate(formula: str) -> bool:
    """Whether MathJax finds its end where it is, and nests little to draw it."""
    if not 0 < len(formula) <= _MAX_LETTERS or _cells(formula) > _MAX_CELLS:
        return False
    place = braces = depth = deepest = alone = 0
    for part in _PART.finditer(formula):
        ends = part[0] == "$" and not braces
        if ends or part.start() != place:  # or a backslash that would take the sign at the end
            return False
        place = part.end()
        depth += _DEEPER.get(part[0], 0)
        braces += _DEEPER.get(part[0], 0) if part[2] else 0
        if braces < 0:
            return False
        deepest = max(deepest, depth)
        alone += part[0][1:] in _TAKES_ONE and not formula[place:].lstrip().startswith("{")
    return place == len(formula) and not braces and deepest + alone <= _DEEPEST


def _cells(formula: str) -> int:
    """Of all its tables as if they were one."""
    rows = _ROW.split(formula)
    return len(rows) * (1 + max(row.count("&") for row in rows))
