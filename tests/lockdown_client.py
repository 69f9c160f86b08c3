"""The tests' end of a small zygote (lockdown_zygote.py), and what this machine has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from autograder.sandbox import lockdown
from autograder.sandbox.lockdown import LAYERS

AVAILABLE = {layer.name for layer in lockdown.layers() if layer.available}
MISSING = set(LAYERS) - AVAILABLE
TESTS = Path(__file__).parent
ROOT = sys.platform == "linux" and os.geteuid() == 0
SOMEBODY = 4242
ALL = frozenset(LAYERS)
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}


class Zygote:
    """A warm process that runs code in children that lock themselves first."""

    def __init__(self, names: dict[str, Any], *options: str) -> None:
        self.names = names
        self.as_root = ROOT and "--somebody" not in options
        self.process = subprocess.Popen(
            [sys.executable, str(TESTS / "lockdown_zygote.py"), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **ONE_THREAD},
        )

    def run(
        self, code: str, without: frozenset[str] = frozenset(), seconds: float = 30, **limits: int
    ) -> dict[str, Any]:
        request = {"code": code, "without": list(without), "limits": limits, "seconds": seconds}
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({**request, "names": self.names}) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()
