"""Pages that stand alone: one HTML file each, which loads nothing and runs one known script."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_TEMPLATES: Final = Path(__file__).parent / "templates"


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@functools.cache
def _file(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8").strip()


def page(name: str, language: str, words: Mapping[str, str], **values: Any) -> bytes:
    """The page of this name, with its style and script, and a policy that allows nothing else."""
    style, script = _file("style.css"), _file(f"{name}.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    text = (
        _environment()
        .get_template(f"{name}.html")
        .render(
            language=language.replace("_", "-"),
            policy=policy,
            style=Markup(style),
            script=Markup(script),
            words=SimpleNamespace(**words),
            sentence=sentence,
            **values,
        )
    )
    return (text.rstrip() + "\n").encode("utf-8", "replace")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def sentence(text: str) -> Markup:
    """A sentence of the kit's, which quotes code between backticks, as HTML."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # an odd backtick stands for itself
        return escape(text)
    quoted = (
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )
    return Markup().join(quoted)
