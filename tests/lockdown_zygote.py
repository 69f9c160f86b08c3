"""A small zygote for test_lockdown.py: forks, locks and runs what it is asked to.

Run as a process of its own, since pytest's has threads and other tests' libraries in it. It reads
one JSON request a line and answers one a line.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import select
import signal
import sys
import time
from typing import Any, NoReturn

from lockdown_attacks import WARM

from autograder.sandbox import linux as kernel
from autograder.sandbox import lockdown

SOMEBODY = 4242


def child(request: dict[str, Any], locks: lockdown.Locks, wire: int, names: dict[str, Any]) -> None:
    """Lock this process, run the code, write what became of it."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for target, source in enumerate([nothing, wire, wire, wire]):
        os.dup2(source, target)
    start = time.perf_counter()
    answer: dict[str, Any] = {}
    try:
        lockdown.lock(locks, lockdown.ResourceLimits(**request["limits"]), set(request["without"]))
        answer["seconds"] = time.perf_counter() - start
        exec(compile(request["code"], "<attack>", "exec"), names)
        answer["value"] = names.get("value")
    except BaseException as failure:
        kinds = [kind.__name__ for kind in type(failure).__mro__]
        answer["error"] = f"{type(failure).__name__}: {failure}"
        answer["kinds"] = kinds
    os.write(3, b"\n" + json.dumps(answer).encode())


def watch(pid: int, wire: int, seconds: float) -> dict[str, Any]:
    """What the child wrote until it ended; one that takes too long is killed."""
    text, end = b"", time.monotonic() + seconds
    while select.select([wire], [], [], max(0.0, end - time.monotonic()))[0]:
        if not (block := os.read(wire, 1 << 16)):
            break
        text += block
    else:
        os.kill(pid, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    answer: dict[str, Any] = {"error": None, "kinds": [], "value": None}
    with contextlib.suppress(ValueError):
        answer |= json.loads(text.rpartition(b"\n")[2])
    if status:
        answer["error"] = f"ended with {status}: {text[-500:].decode(errors='replace')}"
    return answer


def fork(request: dict[str, Any], locks: lockdown.Locks, names: dict[str, Any]) -> tuple[int, int]:
    """(process number, the reading end of what it writes)"""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            child(request, locks, writer, names)
        finally:
            os._exit(0)
    os.close(writer)
    return pid, reader


def warm(*, torch_too: bool) -> None:
    import numpy as np

    np.linalg.svd(np.eye(2))
    for module in WARM.split():
        importlib.import_module(module)
    if torch_too:
        import io

        import matplotlib

        matplotlib.use("agg")
        import matplotlib.pyplot as plt
        import torch

        plt.figure().savefig(io.BytesIO())
        model = torch.nn.Linear(2, 1)
        optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
        model(torch.zeros(1, 2)).sum().backward()
        optimizer.step()


def become_somebody() -> None:
    """Stop being root, though still able to read an interpreter in root's home."""
    kernel.prctl(kernel.PR_SET_KEEPCAPS, 1)
    os.setgroups([])
    os.setresgid(SOMEBODY, SOMEBODY, SOMEBODY)
    os.setresuid(SOMEBODY, SOMEBODY, SOMEBODY)
    with contextlib.suppress(PermissionError):  # not every container's root has it
        kernel.set_capabilities(1 << 2)  # CAP_DAC_READ_SEARCH


def main() -> NoReturn:
    options = argparse.ArgumentParser()
    options.add_argument("--torch", action="store_true")
    options.add_argument("--somebody", action="store_true", help="not as root")
    chosen = options.parse_args()
    sys.dont_write_bytecode = True
    warm(torch_too=chosen.torch)
    if chosen.somebody:
        become_somebody()
    locks = lockdown.prepare()
    if chosen.somebody:
        kernel.set_capabilities(0)
        kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # like a process that never was root's
    asleep = {"code": "import time; time.sleep(600)", "without": [], "limits": {}}
    sibling, _ = fork(asleep, locks, {})
    for line in sys.stdin:
        request = json.loads(line)
        names = {"ZYGOTE": os.getpid(), "SIBLING": sibling, "LOCKS": locks, **request["names"]}
        pid, reader = fork(request, locks, names)
        if request["seconds"]:
            answer = watch(pid, reader, request["seconds"])
        else:  # left running, once it has written something
            os.read(reader, 1)
            answer = {"value": pid}
        os.close(reader)
        print(json.dumps(answer), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
