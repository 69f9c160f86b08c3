"""The system call filter of each architecture: made here for both, judged as the kernel would."""

from __future__ import annotations

import errno
import os
import signal
import socket
import struct
import sys

import pytest
from lockdown_attacks import FORBIDDEN_CALLS

if sys.platform == "linux":
    from autograder.sandbox import seccomp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOW, DENY, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000


def judged(code: bytes, architecture: int, number: int, arguments: tuple[int, ...]) -> int:
    """What the kernel would answer: its little machine for filters, as far as they use it."""
    data = struct.pack("<iIQ6Q", number, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    at = accumulator = 0
    while True:
        operation, yes, no, constant = struct.unpack_from("<HBBI", code, 8 * at)
        at += 1
        match operation:
            case 0x20:
                accumulator = struct.unpack_from("<I", data, constant)[0]
            case 0x54:
                accumulator &= constant
            case 0x05:
                at += constant
            case 0x15:
                at += yes if accumulator == constant else no
            case 0x25:
                at += yes if accumulator > constant else no
            case 0x35:
                at += yes if accumulator >= constant else no
            case 0x06:
                return int(constant)
            case _:
                raise AssertionError(f"unknown operation {operation:#x}")


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize("write", [False, True])
def test_the_filter_of_an_architecture(machine: str, write: bool) -> None:
    token = ARCHITECTURES[machine]
    program = seccomp.program(write=write, architecture=token)
    assert len(program.pids) == 1

    def answer(call: str, *arguments: int) -> int:
        number = seccomp._library().seccomp_syscall_resolve_name_arch(token, call.encode())
        return judged(program.code, token, number, arguments) if number >= 0 else DENY

    for rule in seccomp.rules(write=write):
        number = seccomp._library().seccomp_syscall_resolve_name_arch(token, rule.call.encode())
        arguments = [0] * 6
        for where in rule.where:
            arguments[where.argument] = where.value
        assert number < 0 or answer(rule.call, *arguments) == rule.answer
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
    assert answer("openat", 0, 0, os.O_CLOEXEC | os.O_DIRECTORY) == ALLOW
    assert answer("openat", 0, 0, writing) == (ALLOW if write else DENY)
    for flags in (os.O_RDWR, os.O_TRUNC, os.O_CREAT, os.O_TMPFILE | os.O_WRONLY, os.O_ACCMODE):
        assert answer("openat", 0, 0, flags) == DENY
    assert answer("clone", 0x3D0F00 | 0x400000) == ALLOW
    for flags in (signal.SIGCHLD, 0x4111, 0x3D0F00 | 0x10000000, 0x3D0F00 & ~0x10000, 1 << 40):
        assert answer("clone", flags) == DENY
    assert answer("tgkill", seccomp.OWN_PID + 1) == DENY
    assert answer("prlimit64", 0, 0, 8) == answer("prlimit64", 1, 0, 0) == DENY
    assert answer("socketpair", socket.AF_INET) == answer("sendto", 3, 0, 0, 0, 8) == DENY
    assert answer("prctl", 1) == answer("fcntl", 3, 8) == answer("ioctl", 0, 0x5412) == DENY
    assert {answer(call) for call in FORBIDDEN_CALLS.split() if call != "clone3"} == {DENY}
    assert judged(program.code, token ^ 1, 0, ()) == KILL
