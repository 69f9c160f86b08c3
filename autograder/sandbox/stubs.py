"""What student code finds in the place of the kit: the self-check's names, doing nothing.

A notebook's set-up cell imports `check`, `ready` and `say`. In grading they are there; nothing
else of the kit can be imported, and the ways to find it are gone. The kit's own functions go on
working: they hold what they need.
"""

from __future__ import annotations

import os
import sys
import types

from autograder.sandbox.zygote_options import CACHES, OF_THE_PROCESSOR

_KIT = ("autograder", "solutions")
_EDITABLE = "__editable__"  # how setuptools names what finds an editable installation


def forget_the_kit() -> None:
    """Take the kit, and what would find it again, out of this process's imports."""
    for name in list(sys.modules):
        if name.partition(".")[0] in _KIT or name.startswith(_EDITABLE):
            del sys.modules[name]
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _is_editable(finder)]
    sys.path_hooks[:] = [hook for hook in sys.path_hooks if not _is_editable(hook)]
    sys.path[:] = [place for place in sys.path if not place.startswith(_EDITABLE)]
    sys.path_importer_cache.clear()
    sys.argv[:] = [""]
    sys.orig_argv[:] = [""]
    for name in (*CACHES, *OF_THE_PROCESSOR):
        os.environ.pop(name, None)


def _is_editable(finder: object) -> bool:
    owner = getattr(finder, "__self__", finder)
    return str(getattr(owner, "__module__", "")).startswith(_EDITABLE)


def install(language: str) -> None:
    """Let `from autograder.selfcheck import check, ready, say, pictures` succeed."""
    package = types.ModuleType("autograder")
    selfcheck = types.ModuleType("autograder.selfcheck")
    pictures = types.ModuleType("autograder.selfcheck.pictures")

    def say(*, picture: bool = False, **texts: str) -> str:
        return texts.get("en" if picture else language) or next(iter(texts.values()), "")

    vars(pictures).update(style=_nothing)
    for colour in ("BLUE", "ORANGE", "VERMILION", "SKY", "GREEN", "GREY", "BLACK"):
        setattr(pictures, colour, "#000000")
    vars(selfcheck).update(
        check=_nothing, hand_in=_nothing, ready=_not_ready, say=say, pictures=pictures
    )
    for module, parts in ((package, {"selfcheck": selfcheck}), (selfcheck, {}), (pictures, {})):
        vars(module).update(parts, __path__=[])
        sys.modules[module.__name__] = module


def _nothing(*_arguments: object, **_options: object) -> None:
    return None


def _not_ready(*_tasks: str) -> bool:
    """Cells that wait for a task only draw or print."""
    return False
