"""The few C library calls that Python has no function for; every failure is an OSError."""

from __future__ import annotations

import ctypes
import os
from functools import cache

SYS_LANDLOCK_CREATE_RULESET = 444  # numbers from 424 on are the same on every architecture
SYS_LANDLOCK_ADD_RULE = 445
SYS_LANDLOCK_RESTRICT_SELF = 446
SYS_CLOSE_RANGE = 436

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

_CAPABILITY_VERSION_3 = 0x20080522


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def call(function: str, *arguments: object) -> int:
    """Call libc's `function`; numbers are passed as unsigned long, as the kernel reads them."""
    wide = [ctypes.c_ulong(value) if isinstance(value, int) else value for value in arguments]
    result = int(getattr(_libc(), function)(*wide))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def prctl(option: int, *values: object) -> None:
    """prctl(2) with its unused arguments zero, as the kernel demands."""
    call("prctl", option, *values, *[0] * (4 - len(values)))


def set_capabilities(kept: int) -> None:
    """Hold the capabilities in the bit mask `kept` and no other, in no set a new program gets."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    low, high = kept & 0xFFFFFFFF, kept >> 32
    data = (ctypes.c_uint32 * 6)(low, low, 0, high, high, 0)  # effective, permitted, inheritable
    call("capset", ctypes.byref(header), ctypes.byref(data))


def close_from(descriptor: int) -> None:
    """Close every descriptor from this one on."""
    try:
        call("syscall", SYS_CLOSE_RANGE, descriptor, 0xFFFFFFFF, 0)
    except OSError:  # before Linux 5.9
        os.closerange(descriptor, os.sysconf("SC_OPEN_MAX"))
