"""Landlock: which files a process may read, from now on and for good.

The ruleset is built once in the zygote and applied by each child with one system call. It allows
and never denies: what no rule names is shut, so a new folder beside the course is shut as well.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from autograder.sandbox import linux as kernel

OLDEST = 2  # ABI 1 (Linux 5.13) forbids moving files between folders in a way of its own

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
READ = READ_FILE | READ_DIR
_FILE_RIGHTS = WRITE_FILE | READ_FILE

_CREATE_RULESET_VERSION = 1 << 0
_RULE_PATH_BENEATH = 1
_RESTRICT_SELF_LOG_SAME_EXEC_OFF = 1 << 0

_RIGHTS_OF_ABI = {2: 14, 3: 15, 4: 15}  # rights on files are the bits below: truncate came with 3
_RIGHTS_SINCE_ABI_5 = 16  # ioctl on devices
_TCP_BIND_AND_CONNECT = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


class _RulesetAttr(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneathAttr(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def abi() -> int:
    """The kernel's Landlock version; OSError if it has none or a container hides it."""
    version = kernel.call(
        "syscall", kernel.SYS_LANDLOCK_CREATE_RULESET, None, 0, _CREATE_RULESET_VERSION
    )
    if version < OLDEST:
        raise OSError(errno.EOPNOTSUPP, f"Landlock ABI {version}, {OLDEST} is needed")
    return version


def ruleset(allowed: Iterable[tuple[Path, int]]) -> int:
    """A descriptor of a ruleset that allows these rights at and below these paths, no others.

    Paths that don't exist are left out. No rule gives the right to execute: mapping a shared
    library needs none, starting a program does.
    """
    version = abi()
    attr = _RulesetAttr((1 << _RIGHTS_OF_ABI.get(version, _RIGHTS_SINCE_ABI_5)) - 1)
    size = 8
    if version >= 4:
        attr.handled_access_net, size = _TCP_BIND_AND_CONNECT, 16
    if version >= 6:
        attr.scoped, size = _ABSTRACT_SOCKETS_AND_SIGNALS, 24
    rules = kernel.call("syscall", kernel.SYS_LANDLOCK_CREATE_RULESET, ctypes.byref(attr), size, 0)
    for path, rights in allowed:
        _allow(rules, path, rights)
    return rules


def _allow(rules: int, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not path.is_dir():
            rights &= _FILE_RIGHTS
        beneath = _PathBeneathAttr(rights, descriptor)
        kernel.call(
            "syscall",
            kernel.SYS_LANDLOCK_ADD_RULE,
            rules,
            _RULE_PATH_BENEATH,
            ctypes.byref(beneath),
            0,
        )
    finally:
        os.close(descriptor)


def restrict(rules: int, version: int) -> None:
    """Apply the ruleset to this process; its refusals don't fill the machine's audit log."""
    flags = _RESTRICT_SELF_LOG_SAME_EXEC_OFF if version >= 7 else 0
    kernel.call("syscall", kernel.SYS_LANDLOCK_RESTRICT_SELF, rules, flags)
