"""The lock-down on the real kernel: what it stops, and which layer stops it.

Everything runs in children of small zygotes: bare, locked, with one layer alone, and with one
layer off.
"""

from __future__ import annotations

import errno
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import HOME
from lockdown_attacks import ATTACKS, FORBIDDEN_CALLS
from lockdown_client import ALL, MISSING, ROOT, SOMEBODY, Zygote

from autograder.sandbox import lockdown
from autograder.sandbox.lockdown import LAYERS

if sys.platform == "linux":
    from autograder.sandbox import landlock, readable, seccomp

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not on this machine: {', '.join(sorted(MISSING))}"
)


@pytest.fixture(scope="module")
def prey() -> Iterator[dict[str, Any]]:
    folder = Path(tempfile.mkdtemp(prefix="prey-"))
    folder.chmod(0o777)
    for name, mode in (("solution.py", 0o644), ("private.py", 0o600), ("open.txt", 0o666)):
        (folder / name).write_text("secret")
        (folder / name).chmod(mode)
        if ROOT:
            os.chown(folder / name, SOMEBODY, SOMEBODY)
    abstract = f"\0prey-{os.getpid()}"
    local, hidden, tcp = (
        socket.socket(socket.AF_UNIX),
        socket.socket(socket.AF_UNIX),
        socket.socket(),
    )
    with local, hidden, tcp:
        local.bind(f"{folder}/socket")
        (folder / "socket").chmod(0o777)
        hidden.bind(abstract)
        tcp.bind(("127.0.0.1", 0))
        for listener in (local, hidden, tcp):
            listener.listen(64)
        yield {"PREY": str(folder), "ABSTRACT": abstract, "PORT": tcp.getsockname()[1]}
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def plain(prey: dict[str, Any]) -> Iterator[Zygote]:
    zygote = Zygote(prey)
    yield zygote
    zygote.close()


@pytest.fixture(
    scope="module",
    params=["as I am", pytest.param("as somebody", marks=pytest.mark.slow)]
    if ROOT
    else ["as I am"],
)
def user(prey: dict[str, Any], request: pytest.FixtureRequest) -> Iterator[Zygote]:
    """As root, who can give a child a user number of its own, and as another user."""
    zygote = Zygote(prey, *(["--somebody"] if request.param == "as somebody" else []))
    yield zygote
    zygote.close()


# --- What is stopped, and by what


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_fails_and_its_layers_carry_weight(user: Zygote, name: str) -> None:
    attack = ATTACKS[name]

    def succeeds(*, without: frozenset[str]) -> bool:
        return user.run(attack.code, without, memory=100 << 20)["error"] is None

    assert succeeds(without=ALL), "without locks it must succeed, or it is no attack"
    assert not succeeds(without=frozenset())
    alone = {layer for layer in LAYERS if not succeeds(without=ALL - {layer})}
    needed = {layer for layer in LAYERS if succeeds(without=frozenset({layer}))}
    assert alone == attack.stopped_alone_by(as_root=user.as_root, abi=landlock.abi())
    assert needed == attack.needs(as_root=user.as_root, abi=landlock.abi())


def test_the_kit_the_checkout_and_the_machine_are_out_of_reach(plain: Zygote) -> None:
    code = """
import os
value = []
for path in PATHS:
    try:
        os.listdir(path) if os.path.isdir(path) else open(path, 'rb').close()
    except OSError:
        continue
    value.append(path)
"""
    kit = [HOME / name for name in ("autograder", "solutions", "assignments", "tests")]
    kit += [entry for site in readable._sites() for entry in site.glob("*ann_course_kit*")]
    paths = [path for folder in kit for path in [folder, *folder.rglob("*")] if path.is_file()]
    paths += [*HOME.iterdir(), *map(Path, ("/", "/etc/passwd", "/proc/self", "/sys", "/tmp"))]
    plain.names["PATHS"] = [str(path) for path in paths]
    assert plain.run(code)["value"] == []
    assert len(plain.run(code, ALL)["value"]) > 50


def test_other_system_calls_are_refused_with_an_error(plain: Zygote) -> None:
    library = seccomp._library()
    numbers = {
        name: library.seccomp_syscall_resolve_name(name.encode())
        for name in FORBIDDEN_CALLS.split()
    }
    plain.names["NUMBERS"] = {name: number for name, number in numbers.items() if number >= 0}
    code = """
import ctypes
libc, value = ctypes.CDLL(None, use_errno=True), {}
for name, number in NUMBERS.items():
    ctypes.set_errno(0)
    value[name] = (libc.syscall(number, *[ctypes.c_ulong(0)] * 6), ctypes.get_errno())
"""
    answer = plain.run(code)
    expected = {name: [-1, errno.EPERM] for name in plain.names["NUMBERS"]}
    assert answer["value"] == expected | {"clone3": [-1, errno.ENOSYS]}


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="32-bit calls of an x86-64 machine")
def test_a_call_through_the_32_bit_entry_kills(plain: Zygote) -> None:
    code = """
import ctypes, mmap
memory = mmap.mmap(-1, 4096, prot=7)
memory.write(bytes.fromhex('b814000000cd80c3'))  # mov eax, 20 (getpid); int 0x80; ret
ctypes.CFUNCTYPE(int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
"""
    assert plain.run(code, ALL)["error"] is None
    assert f"ended with {-signal.SIGSYS}" in plain.run(code)["error"]


def test_an_endless_loop_ends(plain: Zygote) -> None:
    code = "import time\nwhile time.process_time() < 1.3: pass"
    stubborn = f"import signal; signal.signal({signal.SIGXCPU:d}, signal.SIG_IGN)\nwhile True: pass"
    assert f"ended with {-signal.SIGXCPU}" in plain.run(code, cpu=1)["error"]
    assert f"ended with {-signal.SIGKILL}" in plain.run(stubborn, cpu=1)["error"]
    assert plain.run(code, frozenset({"rlimits"}), cpu=1)["error"] is None


@pytest.mark.parametrize("without", [frozenset(), frozenset({"parent"})])
def test_a_child_dies_with_its_zygote(prey: dict[str, Any], without: frozenset[str]) -> None:
    zygote = Zygote(prey)
    pid = zygote.run("import os, time; os.write(3, b'x'); time.sleep(60)", without, 0)["value"]
    watched = os.pidfd_open(pid)
    zygote.close()
    ended, _, _ = select.select([watched], [], [], 0.5)
    if not ended:
        signal.pidfd_send_signal(watched, signal.SIGKILL)
    os.close(watched)
    assert bool(ended) == (not without)


# --- A child that can't be locked is never run

BREAK = """
import dataclasses
from autograder.sandbox import landlock, lockdown
changed = dict(ruleset=landlock.ruleset([])) | dict({change})
locks = dataclasses.replace(LOCKS, **changed)
try:
    lockdown.lock(locks, lockdown.ResourceLimits())
except lockdown.LockError as failure:
    value = [failure.layer, str(failure)]
"""


@pytest.mark.parametrize(
    ("layer", "change"),
    [
        ("uid", "plan=LOCKS.plan._replace(unreachable='/root', numbers=None)"),
        ("parent", "zygote=1"),
        ("landlock", "ruleset=OSError(95, 'Operation not supported')"),
        ("landlock", "ruleset=1000"),
        ("seccomp", "filters=OSError('libseccomp.so.2: cannot open shared object file')"),
        ("seccomp", "filters={True: LOCKS.filters[True]._replace(code=bytes(8))}"),
    ],
)
def test_a_layer_that_fails_is_an_error_of_one_line(plain: Zygote, layer: str, change: str) -> None:
    failed, message = plain.run(BREAK.format(change=change), ALL)["value"]
    assert failed == layer
    assert message.startswith(f"{layer}: ")
    assert message.endswith(lockdown.ADVICE[layer])
    assert "\n" not in message


def test_a_misspelt_layer_is_an_error(plain: Zygote) -> None:
    assert "no such layer: landlok" in plain.run("", frozenset({"landlok"}))["error"]


def test_doctor_lists_every_layer() -> None:
    assert [layer.name for layer in lockdown.layers()] == list(LAYERS)


def test_elsewhere_every_layer_is_missing() -> None:
    code = """
import sys; sys.platform = 'win32'; sys.modules['fcntl'] = sys.modules['resource'] = None
from autograder.sandbox import lockdown
print(any(layer.available for layer in lockdown.layers()))
try: lockdown.prepare()
except lockdown.LockError as failure: print(failure)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == f"False\nlandlock: this is not Linux. {lockdown.NOT_LINUX}\n"


# --- The state of a locked child


def test_a_child_has_an_identity_of_its_own_and_nothing_open(user: Zygote) -> None:
    code = """
import os
open_descriptors = []
for descriptor in range(64):
    try: os.fstat(descriptor)
    except OSError: continue
    open_descriptors.append(descriptor)
value = [os.getuid(), os.getgid(), open_descriptors, os.getcwd(), os.getpid()]
"""
    first, second = user.run(code)["value"], user.run(code)["value"]
    assert first[2:4] == [[0, 1, 2, 3], "/"]
    if user.as_root:
        assert first[0] == first[1] == 0x7000_0000 + first[4]
        assert first[0] != second[0]
    capabilities = user.run(
        "value = [line.split()[1] for line in open('/proc/self/status') if line[:3] == 'Cap']",
        frozenset({"landlock"}),
    )["value"]
    assert {int(mask, 16) for mask in capabilities[:3]} == {0}


@pytest.mark.parametrize("abi", range(2, 8))
def test_older_landlocks_hold_too(plain: Zygote, abi: int) -> None:
    code = f"""
from pathlib import Path
from autograder.sandbox import landlock
landlock.abi = lambda: {abi}
landlock.restrict(landlock.ruleset([(Path('/dev/null'), landlock.READ)]), {abi})
open('/dev/null').close()
open(PREY + '/solution.py')
"""
    if abi > landlock.abi():
        pytest.skip("newer than this kernel")
    assert "PermissionError" in plain.run(code, ALL)["error"]


# --- What may be read


def test_the_kit_is_withheld_from_a_readable_folder(tmp_path: Path) -> None:
    for name in ("numpy/core.py", "autograder/checks/collect.py", "ann_course_kit-1/RECORD"):
        (tmp_path / "site" / name).parent.mkdir(parents=True)
        (tmp_path / "site" / name).touch()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site" / "good").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site" / "bad").symlink_to(tmp_path / "site" / "autograder" / "checks")
    (tmp_path / "site" / "worse").symlink_to(tmp_path)
    kit = {tmp_path / "site" / name for name in ("autograder", "ann_course_kit-1")}
    assert dict(readable._cover(tmp_path / "site", kit)) == {
        tmp_path / "site": landlock.READ_DIR,
        tmp_path / "site" / "numpy": landlock.READ,
        tmp_path / "elsewhere": landlock.READ,
    }


@pytest.mark.parametrize("path", [HOME, HOME / "autograder" / "checks", Path("/")])
def test_the_kit_can_not_be_made_readable(path: Path) -> None:
    with pytest.raises(ValueError, match="would open the kit's own files"):
        readable.allowed([path])
