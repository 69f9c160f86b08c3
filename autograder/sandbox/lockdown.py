"""What a freshly forked child does to itself before a byte of a student's code is compiled.

Five layers, each of which carries weight alone (tests/test_lockdown.py takes them away one by
one): an identity of its own, death with the zygote, limits on what it can use, Landlock for
files, and an allowlist of system calls. `prepare` does in the zygote, once, whatever can be done
ahead; `lock` applies it in about a millisecond. A child that can't be locked is never run.

    LockError       a layer failed; the message is one line: which one, why, what to do
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "linux":
    import fcntl
    import resource

    from autograder.sandbox import identity, landlock, readable, seccomp
    from autograder.sandbox import linux as kernel

# What to do if a layer is missing: message ids, put into the reader's language where shown.
ADVICE = {
    "uid": "Grade as root with the capabilities SETUID and SETGID, as Docker gives them, or as a"
    " user who may make user namespaces; install Python where every user can read it.",
    "parent": "Run the grader and what it starts on one machine, on Linux 3.5 or newer.",
    "rlimits": "Mount /proc, and start the grader without limits of its own that are lower.",
    "landlock": "Use Linux 5.19 or newer with Landlock switched on (landlock is in"
    " /sys/kernel/security/lsm, or in the boot parameter lsm=) and a container runtime that"
    " lets it through, such as Docker 23 or newer.",
    "seccomp": "Install libseccomp 2.4 or newer (Debian and Ubuntu: apt install libseccomp2;"
    " Fedora: dnf install libseccomp).",
}
NOT_LINUX = "Grade on Linux, in WSL2, or in the kit's Docker image."
LAYERS = tuple(ADVICE)

WIRE = 3  # the last descriptor that a child keeps
STACK = 8 << 20
OTHER_TASKS = 4096  # how many more threads a user may start while the zygote lives


class LockError(Exception):
    """A layer could not be applied: don't run this child."""

    def __init__(self, layer: str, why: object, advice: str) -> None:
        super().__init__(f"{layer}: {why}. {advice}")
        self.layer = layer
        self.advice = advice


@dataclass(frozen=True)
class ResourceLimits:
    """What one child may use."""

    memory: int = 1 << 30
    """Bytes of address space beyond what it has at the fork."""
    cpu: int = 60
    """Seconds of processor time."""
    files: int = 64
    """Open descriptors."""
    threads: int = 64


@dataclass(frozen=True)
class Locks:
    """What a zygote holds ready for its children; a part that is missing holds the reason."""

    zygote: int
    plan: identity.Plan
    tasks: int
    ruleset: int | OSError
    abi: int
    filters: dict[bool, seccomp.Program] | OSError
    """By whether Landlock is there to judge what is opened for writing."""


@dataclass(frozen=True)
class Layer:
    name: str
    available: bool
    advice: str


def prepare(more: Sequence[Path] = ()) -> Locks:
    """Build what the locks need, in the zygote, when it is warm and has a single thread.

    Children may read the interpreter's library, installed packages other than the kit, fonts and
    time zones, and what is at or below `more`.
    """
    if sys.platform != "linux":
        raise LockError("landlock", "this is not Linux", NOT_LINUX)
    allowed = readable.allowed(more)
    ruleset: int | OSError
    filters: dict[bool, seccomp.Program] | OSError
    abi = 0
    try:
        abi = landlock.abi()
        ruleset = _out_of_the_way(landlock.ruleset(allowed))
    except OSError as missing:
        ruleset = missing
    try:
        filters = {write: seccomp.program(write=write) for write in (False, True)}
    except OSError as missing:
        filters = missing
    return Locks(
        zygote=os.getpid(),
        plan=identity.plan(),
        tasks=identity.tasks_of_user() if os.geteuid() else 0,
        ruleset=ruleset,
        abi=abi,
        filters=filters,
    )


def _out_of_the_way(descriptor: int) -> int:
    """Its number is not one of those that a child puts its own descriptors on."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, WIRE + 1)
    os.close(descriptor)
    return moved


def lock(locks: Locks, limits: ResourceLimits, without: AbstractSet[str] = frozenset()) -> None:
    """Lock this process for good: in a child with one thread, its wire at descriptor 3.

    Descriptors from 4 on are closed. `without` names layers to leave out, for tests and for
    grading where there is less to be had.
    """
    if unknown := without - set(LAYERS):
        raise ValueError(f"no such layer: {', '.join(sorted(unknown))}")
    os.chdir("/")
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    for name, apply in _STEPS.items():
        if name in without:
            continue
        try:
            apply(locks, limits, without)
        except Exception as failure:
            raise LockError(name, failure, ADVICE[name]) from failure
    kernel.close_from(WIRE + 1)


def layers() -> list[Layer]:
    """Which layers this machine has, tried in a process that is thrown away."""
    if sys.platform != "linux":
        return [Layer(name, False, NOT_LINUX) for name in LAYERS]
    locks = prepare()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _try_layers(locks, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        available = file.read().decode().split()
    os.waitpid(child, 0)
    if isinstance(locks.ruleset, int):
        os.close(locks.ruleset)
    return [Layer(name, name in available, ADVICE[name]) for name in LAYERS]


def _try_layers(locks: Locks, writer: int) -> None:
    """Apply each layer, whatever became of the others, and write the names of those that hold."""
    try:
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        for name, apply in _STEPS.items():
            with suppress(Exception):
                apply(locks, ResourceLimits(), frozenset())
                os.write(writer, f"{name} ".encode())
    finally:
        os._exit(0)


def _identity(locks: Locks, _: ResourceLimits, without: AbstractSet[str]) -> None:
    identity.take(locks.plan, landlocked="landlock" not in without)


def _parent(locks: Locks, _limits: ResourceLimits, _without: AbstractSet[str]) -> None:
    """Die with the zygote. A change of identity would undo this, so it comes after."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != locks.zygote:  # it died before the line above
        raise ProcessLookupError(errno.ESRCH, "the zygote is gone")


def _rlimits(locks: Locks, limits: ResourceLimits, without: AbstractSet[str]) -> None:
    """Limits, never above those there are. A new user namespace must not inherit NPROC's."""
    size = _pages() * resource.getpagesize()
    threads = limits.threads
    if "uid" in without:
        threads += locks.tasks + OTHER_TASKS
    wanted = {
        resource.RLIMIT_AS: size + limits.memory,
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_NPROC: threads,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_STACK: STACK,
    }
    for kind, value in wanted.items():
        ceiling = resource.getrlimit(kind)[1]
        if ceiling == resource.RLIM_INFINITY:
            ceiling = value + 1
        hard = value + 1 if kind == resource.RLIMIT_CPU else value  # SIGXCPU can be ignored
        resource.setrlimit(kind, (min(value, ceiling), min(hard, ceiling)))


def _pages() -> int:
    """This process's address space now; in plain calls, for a child is in a hurry."""
    descriptor = os.open("/proc/self/statm", os.O_RDONLY)
    try:
        return int(os.read(descriptor, 100).split()[0])
    finally:
        os.close(descriptor)


def _landlock(locks: Locks, _limits: ResourceLimits, _without: AbstractSet[str]) -> None:
    if isinstance(locks.ruleset, OSError):
        raise locks.ruleset
    landlock.restrict(locks.ruleset, locks.abi)


def _seccomp(locks: Locks, _: ResourceLimits, without: AbstractSet[str]) -> None:
    if isinstance(locks.filters, OSError):
        raise locks.filters
    locks.filters["landlock" not in without].apply()


_STEPS: dict[str, Callable[[Locks, ResourceLimits, AbstractSet[str]], None]] = {
    "uid": _identity,
    "parent": _parent,
    "rlimits": _rlimits,
    "landlock": _landlock,
    "seccomp": _seccomp,
}
