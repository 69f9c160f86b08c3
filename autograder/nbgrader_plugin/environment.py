"""What nbgrader needs around it: its programs on the path, the course that its kernels and our
plug-ins are about, and silence about what is no news.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from pathlib import Path
from typing import Any, Final

COURSE: Final = "AUTOGRADER_COURSE"  # names the course's folder, to kernels as well

# nbgrader's commands by the names under which they log; the last one is for formgrader's buttons
_COMMANDS: Final = ("GenerateAssignmentApp", "AutogradeApp", "GenerateFeedbackApp", "ServerApp")
_OURS: Final = ("/autograder/", "/assignments/", "/pytest.ini")


def prepare(config: Any = None, *, course: str | os.PathLike[str] | None = None) -> None:
    """Make nbgrader work in this process although its environment is not activated.

    nbgrader runs `alembic` by name when it makes a gradebook. Its kernels talk over encrypted
    sockets where jupyter_client can do that, given nbgrader's `config`. `course` is the folder
    that holds assignments/ and solutions/.
    """
    programs = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", os.defpath)
    if programs not in path.split(os.pathsep):
        os.environ["PATH"] = f"{programs}{os.pathsep}{path}"
    if course is not None:
        os.environ[COURSE] = str(Path(course).resolve())
    _hush()
    if config is not None and _kernels_can_encrypt():
        config.KernelManager.transport_encryption = "auto"


def _hush() -> None:
    """Drop what no instructor can act on: SQLAlchemy's warnings about nbgrader's sessions, a line
    for every file of ours that nbgrader copies, and one for every cell with hidden tests.
    """
    from sqlalchemy.exc import SAWarning

    warnings.filterwarnings("ignore", category=SAWarning)
    for command in _COMMANDS:
        log = logging.getLogger(command)
        if _is_news not in log.filters:
            log.addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    text = record.getMessage()
    copied = text.startswith("Copying ") and any(part in text for part in _OURS)
    hidden = text.startswith("Attribute 'checksum' for cell")
    return not copied and not hidden


def _kernels_can_encrypt() -> bool:
    from jupyter_client.manager import KernelManager

    return "transport_encryption" in KernelManager.class_trait_names()
