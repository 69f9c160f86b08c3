"""The cells that the release adds to every notebook: the kit at the top, handing in at the end.

The kit's cell of a notebook in its folder looks whether the kit is there; that of a lone notebook
brings the kit along. Their first lines say what they are, wherever metadata gets lost.
"""

from __future__ import annotations

import base64
import textwrap
from typing import Any, Final

from autograder.course import Course
from autograder.course.languages import words
from autograder.values.messages import mark as _
from autograder.values.roles import LINES

Node = dict[str, Any]

_RUN_FIRST: Final = _("run this cell first")
_NO_KIT: Final = _(
    "This notebook needs its course's folder around it: unpack the course's zip and open the "
    "notebook there, or take the single notebook that works by itself."
)
_NO_PACKAGE: Final = _("A package is missing: run `%pip install {name}` and restart the kernel.")
_DONE: Final = _("done? save the notebook, change False to True, run this cell")
_LOOK: Final = """\
try:
    import autograder.selfcheck as _selfcheck
except ModuleNotFoundError as _why:

    class _Missing(Exception):
        def _render_traceback_(self):
            return [str(self)]

    _name = str(_why.name).partition(".")[0]
    _said = {no_package!r}.replace("{{name}}", _name)
    raise _Missing({no_kit!r} if _name == "autograder" else _said) from None
"""
_BRING: Final = """\
import base64 as _base64, io as _io, sys as _sys, tempfile as _tempfile, zipfile as _zipfile

_kit = """
_UNPACK: Final = """
if "autograder.selfcheck" not in _sys.modules:
    _sys.path.insert(0, _tempfile.mkdtemp())
    _zipfile.ZipFile(_io.BytesIO(_base64.b64decode(_kit))).extractall(_sys.path[0])
"""


def kit(course: Course, name: str, language: str, packed: bytes | None = None) -> Node:
    """The first cell, collapsed. `packed`: the kit as a zip, for a notebook that stands alone."""
    say = words(course, language)
    look = _LOOK.format(no_kit=say(_NO_KIT), no_package=say(_NO_PACKAGE))
    text = look if packed is None else _BRING + _literal(packed) + _UNPACK + look
    metadata = {
        "cellView": "form",  # Colab's
        "course": {"role": "kit"},
        "jupyter": {"source_hidden": True},
    }
    return _code(f"{name}-kit", metadata, f"{LINES['kit']}: {say(_RUN_FIRST)}\n{text}".rstrip("\n"))


def hand_in(course: Course, name: str, language: str) -> Node:
    """The last cell: the call that checks and packs all."""
    say = words(course, language)
    text = (
        f"{LINES['hand_in']}: {say(_DONE)}\n"
        f'from autograder.selfcheck import hand_in\n\nhand_in("{name}", finished=False)'
    )
    return _code(f"{name}-hand-in", {"course": {"role": "hand_in"}}, text)


def _code(id: str, metadata: Node, text: str) -> Node:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": id,
        "metadata": metadata,
        "outputs": [],
        "source": text,
    }


def _literal(data: bytes) -> str:
    """The bytes in base64, as a Python string of short lines."""
    lines = textwrap.wrap(base64.b64encode(data).decode("ascii"), 100)
    return '"""\n' + "\n".join(lines) + '\n"""\n'
