"""What nbgrader needs around it: its programs on the path, and silence about what is no news."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from typing import Any


def prepare(config: Any = None) -> None:
    """Make nbgrader work in this process although its environment is not activated.

    nbgrader runs `alembic` by name when it makes a gradebook. Its kernels talk over encrypted
    sockets where jupyter_client can do that, given nbgrader's `config`.
    """
    programs = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", os.defpath)
    if programs not in path.split(os.pathsep):
        os.environ["PATH"] = f"{programs}{os.pathsep}{path}"
    hush()
    if config is not None and _kernels_can_encrypt():
        config.KernelManager.transport_encryption = "auto"


def hush() -> None:
    """Drop SQLAlchemy's warnings about nbgrader's sessions, which no instructor can act on."""
    from sqlalchemy.exc import SAWarning

    warnings.filterwarnings("ignore", category=SAWarning)


def _kernels_can_encrypt() -> bool:
    from jupyter_client.manager import KernelManager

    return "transport_encryption" in KernelManager.class_trait_names()
