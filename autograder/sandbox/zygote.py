"""A warm process that forks a locked child for every notebook: milliseconds instead of seconds.

Started by the judge as `python -m autograder.sandbox.zygote OPTIONS` with a fixed environment
and the control socket's descriptor among its options. It imports what students import, does one
small training step (the first optimizer pulls in hundreds of modules), freezes its heap and
waits. It never sees a secret, a student's code or an expected value: those go over each
child's own socket, which exists only after the fork.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import resource
import signal
import socket
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import msgspec

from autograder.sandbox import child, determinism, lockdown, stubs, wire
from autograder.sandbox.zygote_options import FAILED, FORK, READY, Options, Packages

_SPARE = 32  # descriptors from here on are in nobody's way


def main() -> None:
    """Warm up, then fork a child for every request until the judge hangs up."""
    options = msgspec.json.decode(sys.argv[1], type=Options)
    control = socket.socket(fileno=options.control)
    try:
        restart_clock = _warm(options.up_to)
        locks = lockdown.prepare()
        stubs.forget_the_kit()
        _require_one_thread()
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        control.send(FAILED + text.encode("utf-8", "replace")[:500])
        return
    gc.collect()
    gc.freeze()
    control.send(READY)
    while True:
        request, descriptors, _flags, _address = socket.recv_fds(control, 16, 2)
        if request != FORK:
            return
        pid = os.fork()
        if pid == 0:
            restart_clock()
            determinism.still_entropy()  # a fork seeds the random module anew
            _become_child(options, locks, control, *descriptors)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(control, [b"%d" % pid], [pidfd])
        for descriptor in (*descriptors, pidfd):
            os.close(descriptor)
        _reap()


def _reap() -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become_child(
    options: Options, locks: lockdown.Locks, control: socket.socket, link: int, output: int
) -> None:
    """In the child: descriptors 0 to 3, the locks, then serve; never returns."""
    status = 1
    try:
        control.close()
        _be_the_first_to_go()
        sources = [os.open(os.devnull, os.O_RDONLY), output, output, link]
        spare = [fcntl.fcntl(source, fcntl.F_DUPFD, _SPARE) for source in sources]
        for place, source in enumerate(spare):
            os.dup2(source, place)
        limits = lockdown.ResourceLimits(memory=options.memory_bytes, cpu=options.cpu_seconds)
        lockdown.lock(locks, limits, frozenset(options.without))
        child.main(options.nesting)
        status = 0
    except lockdown.LockError as error:
        os.write(3, wire.encode(wire.Locked(wire.short(str(error)))))
    finally:
        os._exit(status)


def _be_the_first_to_go() -> None:
    """When the machine runs out of memory, the kernel ends a child before anything else."""
    with contextlib.suppress(OSError):
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        os.write(descriptor, b"1000")
        os.close(descriptor)


def _warm(up_to: Packages) -> Callable[[], None]:
    """Import and use once what students use, on one thread; give what restarts the clocks."""
    restart_clock = determinism.still_clocks()
    determinism.still_entropy()
    import numpy as np

    np.linalg.svd(np.eye(3))
    if up_to != "numpy":
        _draw_once()
    if up_to == "torch":
        _train_once()
    warnings.filterwarnings("ignore", message="FigureCanvasAgg is non-interactive")
    return restart_clock


def _draw_once() -> None:
    with contextlib.suppress(ImportError):
        import matplotlib as mpl

        mpl.use("Agg")
        import matplotlib.pyplot as plt

        plt.figure()
        plt.close("all")


def _train_once() -> None:
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(2, 2), nn.Sigmoid())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loss = nn.BCELoss()(model(torch.zeros(4, 2)), torch.zeros(4, 2))
    loss.backward()
    optimizer.step()
    torch.optim.Adam(model.parameters())
    import torch.utils.data


def _require_one_thread() -> None:
    """A second thread before the fork could hold a lock for ever in the child."""
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads != 1:
        raise RuntimeError(f"the warm process has {threads} threads instead of one")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
