"""Run a command and say what it leaves: `attack_run.py COMMAND…` prints a report as JSON.

This process takes in the orphans of all that the command starts, so whatever outlives the
command becomes a child of this process.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_GRACE_SECONDS = 2.0


def children() -> list[str]:
    """The living processes whose parent is this one."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state, parent = (process / "stat").read_text().rpartition(")")[2].split()[:2]
            if int(parent) == os.getpid() and state != "Z":
                found.append((process / "cmdline").read_text().replace("\0", " ")[:200])
        except OSError:  # it ended meanwhile
            continue
    return found


def main() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    ran = subprocess.run(sys.argv[1:], capture_output=True, text=True, errors="replace")
    seconds = time.monotonic() - start
    end = time.monotonic() + _GRACE_SECONDS
    while (left := children()) and time.monotonic() < end:
        time.sleep(0.02)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    report = {
        "code": ran.returncode, "seconds": seconds, "processes": left, "mib": largest,
        "errors": ran.stderr, "output": ran.stdout,
    }  # fmt: skip
    print(json.dumps(report))


if __name__ == "__main__":
    main()
