"""An identity that a child shares with nobody.

For root: a user and group number of its own, which owns no file and no other process. For another
user, or root of a container that has no numbers to spare: a user namespace of its own, where the
child holds no capability. Either way RLIMIT_NPROC counts the child's own threads and no others.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.sandbox import linux as kernel
from autograder.sandbox import readable

_CLONE_NEWUSER = 0x10000000
_CAP_DAC_READ_SEARCH = 1 << 2

# (first, how many): numbers that no distribution, container or directory service hands out, with
# room for the largest process number; or, in a container with 65,536 numbers, those between the
# accounts for people and systemd's.
_UNUSED = ((0x7000_0000, 1 << 22), (20_000, 40_000))


class Plan(NamedTuple):
    """How each child of a zygote gets its identity."""

    numbers: tuple[int, int] | None
    beyond_permissions: bool
    unreachable: Path | None


def plan() -> Plan:
    """Look once at what this process may do, and at who may read the interpreter."""
    numbers = _spare_numbers() if os.geteuid() == 0 else None
    shut = readable.unreachable() if numbers else None
    if shut and _permitted_capabilities() & _CAP_DAC_READ_SEARCH:
        return Plan(numbers, beyond_permissions=True, unreachable=None)
    return Plan(numbers, beyond_permissions=False, unreachable=shut)


def take(chosen: Plan, *, landlocked: bool) -> None:
    """Become somebody else, for good.

    An interpreter in root's own home can be read by root alone. Its child keeps the capability to
    read past file permissions, but only where Landlock says which files that means.
    """
    if chosen.unreachable and landlocked:
        raise PermissionError(errno.EACCES, f"no other user can read {chosen.unreachable}")
    kept = _CAP_DAC_READ_SEARCH if chosen.beyond_permissions and landlocked else 0
    if chosen.numbers is None:
        kernel.call("unshare", _CLONE_NEWUSER)
    else:
        first, many = chosen.numbers
        number = first + os.getpid() % many
        kernel.prctl(kernel.PR_SET_KEEPCAPS, int(kept != 0))
        os.setgroups([])
        os.setresgid(number, number, number)
        os.setresuid(number, number, number)
    kernel.set_capabilities(kept)


def tasks_of_user() -> int:
    """How many threads this process's user has now: what RLIMIT_NPROC counts without a plan."""
    user, count = os.getuid(), 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == user:
                count += len(list((process / "task").iterdir()))
        except OSError:  # it ended meanwhile
            continue
    return count


def _spare_numbers() -> tuple[int, int] | None:
    maps = [_mapped(Path("/proc/self") / name) for name in ("uid_map", "gid_map")]
    for first, many in _UNUSED:
        if all(any(a <= first and first + many <= a + n for a, n in ranges) for ranges in maps):
            return first, many
    return None


def _mapped(table: Path) -> Sequence[tuple[int, int]]:
    """The ranges of numbers that exist in this user namespace, as (first, how many)."""
    rows = [line.split() for line in table.read_text().splitlines()]
    return [(int(first), int(many)) for first, _, many in rows]


def _permitted_capabilities() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapPrm:"):
            return int(line.split()[1], 16)
    return 0
