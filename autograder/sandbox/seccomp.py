"""The system calls that a warm, locked child may make, as a filter program for the kernel.

The list is what real work was seen to use: trainings, a DataLoader without workers, progress
bars, a Matplotlib figure, linear algebra, threads, an asyncio loop, late imports. Anything else
fails with "Operation not permitted", which Python turns into an OSError that a student can read;
only a call made through another architecture's entry, whose numbers mean other calls, kills.
The program is made once, by libseccomp, which knows each architecture's numbers.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import socket
import struct
import termios
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from autograder.sandbox import linux as kernel

FREE = {
    "read and write what is open": "read readv pread64 write writev lseek close close_range",
    "look at files": "fstat newfstatat stat lstat statx access faccessat faccessat2 readlink"
    " readlinkat getcwd getdents64",
    "memory, and libraries imported late": "mmap mprotect munmap mremap madvise brk",
    "threads": "futex set_robust_list rseq sched_yield sched_getaffinity getcpu exit exit_group",
    "own signals": "rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall",
    "time": "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times",
    "wait for descriptors": "poll ppoll select pselect6 epoll_create1 epoll_ctl epoll_wait"
    " epoll_pwait",
    "who and where am I": "getpid getppid gettid getuid geteuid getgid getegid uname sysinfo"
    " getrlimit getrusage getrandom",
}

_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_KILL_PROCESS = 0x80000000
_ATTRIBUTE_BAD_ARCH = 2
_MASKED_EQUAL = 7
_MODE_FILTER = 2

_PR_SET_NAME = 15
_F_DUPFD_CLOEXEC = 1030
_O_TMPFILE = os.O_TMPFILE & ~os.O_DIRECTORY
_WRITES = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC | _O_TMPFILE
# VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID and CHILD_CLEARTID: glibc's
# pthread_create, to the bit; musl adds CLONE_DETACHED, which does nothing.
_NEW_THREAD = 0x3D0F00
_CLONE_DETACHED = 0x400000
_ANY = 0xFFFFFFFFFFFFFFFF

# tgkill must name the child's own process, which is not born when the program is made.
OWN_PID = 0x7E57ED1D
_JUMP_IF_EQUAL = 0x15


class Where(NamedTuple):
    """A condition on one argument of a call: its bits under `mask` are those of `value`."""

    argument: int
    value: int
    mask: int = _ANY


class Rule(NamedTuple):
    call: str
    where: tuple[Where, ...] = ()
    answer: int = _ALLOW


def rules(*, write: bool) -> Iterator[Rule]:
    """The allowlist. With `write`, opening for writing is left to Landlock to judge."""
    for calls in FREE.values():
        yield from map(Rule, calls.split())
    yield Rule("openat", (Where(2, 0, _WRITES),))
    if write:
        yield Rule("openat", (Where(2, os.O_WRONLY, os.O_ACCMODE | _O_TMPFILE),))
    yield Rule("clone", (Where(0, _NEW_THREAD, _ANY & ~_CLONE_DETACHED),))
    yield Rule("clone3", answer=_ERRNO | errno.ENOSYS)  # its flags are out of a filter's sight
    yield Rule("tgkill", (Where(0, OWN_PID),))
    yield Rule("prlimit64", (Where(0, 0), Where(2, 0)))  # of itself, and no new limit
    yield Rule("prctl", (Where(0, _PR_SET_NAME),))
    commands = (_F_DUPFD_CLOEXEC, fcntl.F_GETFD, fcntl.F_SETFD, fcntl.F_GETFL, fcntl.F_SETFL)
    for command in commands:
        yield Rule("fcntl", (Where(1, command),))
    for request in (termios.TCGETS, termios.TIOCGWINSZ, termios.FIOCLEX, termios.FIONBIO):
        yield Rule("ioctl", (Where(1, request),))
    yield Rule("socketpair", (Where(0, socket.AF_UNIX),))  # an asyncio loop wakes itself by one
    yield Rule("sendto", (Where(4, 0),))  # to its other end, nowhere else
    yield Rule("recvfrom")


class Program(NamedTuple):
    """A filter for the kernel, and where in it the process's own number belongs."""

    code: bytes
    pids: tuple[int, ...]

    def apply(self) -> None:
        """Bind this process by the filter, for good. It must have no_new_privs."""
        code = ctypes.create_string_buffer(self.code, len(self.code))
        for offset in self.pids:
            struct.pack_into("=I", code, offset, os.getpid())
        header = _SockFprog(len(self.code) // 8, ctypes.addressof(code))
        kernel.prctl(kernel.PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(header))


def program(*, write: bool, architecture: int | None = None) -> Program:
    """The filter for this machine's architecture, or for another one by libseccomp's token."""
    library = _library()
    context = library.seccomp_init(_ERRNO | errno.EPERM)
    try:
        if architecture is not None:
            _check(library.seccomp_arch_remove(context, 0))
            _check(library.seccomp_arch_add(context, architecture))
        _check(library.seccomp_attr_set(context, _ATTRIBUTE_BAD_ARCH, _KILL_PROCESS))
        for rule in rules(write=write):
            _add(library, context, rule)
        code = _exported(library, context)
    finally:
        library.seccomp_release(context)
    return Program(code, tuple(_places_of_pid(code)))


def _add(library: Any, context: object, rule: Rule) -> None:
    number = library.seccomp_syscall_resolve_name(rule.call.encode())
    if number < 0:  # some architectures never had the older of two calls
        return
    count = len(rule.where)
    where = (_Comparison * count)(
        *(_Comparison(argument, _MASKED_EQUAL, mask, value) for argument, value, mask in rule.where)
    )
    _check(library.seccomp_rule_add_array(context, rule.answer, number, count, where))


def _exported(library: Any, context: object) -> bytes:
    reader, writer = os.pipe()  # its 64 KiB hold the largest program that the kernel takes
    try:
        _check(library.seccomp_export_bpf(context, writer))
    finally:
        os.close(writer)
    with os.fdopen(reader, "rb") as file:
        return file.read()


def _places_of_pid(code: bytes) -> Iterator[int]:
    for at in range(0, len(code), 8):
        operation, _, _, constant = struct.unpack_from("=HBBI", code, at)
        if (operation, constant) == (_JUMP_IF_EQUAL, OWN_PID):
            yield at + 4


class _Comparison(ctypes.Structure):
    _fields_ = (
        ("argument", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("datum_a", ctypes.c_uint64),
        ("datum_b", ctypes.c_uint64),
    )


class _SockFprog(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


@cache
def _library() -> Any:
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = (ctypes.c_uint32,)
    library.seccomp_release.argtypes = (ctypes.c_void_p,)
    library.seccomp_release.restype = None
    library.seccomp_arch_add.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    library.seccomp_arch_remove.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    library.seccomp_attr_set.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32)
    library.seccomp_syscall_resolve_name.argtypes = (ctypes.c_char_p,)
    library.seccomp_rule_add_array.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.POINTER(_Comparison),
    )
    library.seccomp_export_bpf.argtypes = (ctypes.c_void_p, ctypes.c_int)
    return library


def _check(result: int) -> None:
    if result < 0:
        raise OSError(-result, os.strerror(-result))
