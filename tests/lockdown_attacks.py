"""What a student's code might try, and which layer of the lock-down stops it.

Each is code that ends without an exception if it succeeds. PREY is a folder open to everybody,
with a file open to all, a private one, and a socket; ZYGOTE and SIBLING are processes.
"""

from __future__ import annotations

from typing import NamedTuple


class Attack(NamedTuple):
    """`alone` names the layers each of which stops the code by itself.

    "uid" is both kinds of identity; "number" only a user number of its own, which a zygote that
    does not run as root can't give. If exactly one layer stops it, that layer carries weight;
    `together` names those that only stop it as a pair, and so carry weight too.
    """

    code: str
    alone: str
    together: str = ""
    landlock_abi: int = 2

    def stopped_alone_by(self, *, as_root: bool, abi: int) -> set[str]:
        layers = set(self.alone.split())
        if "number" in layers:
            layers.remove("number")
            layers |= {"uid"} if as_root else set()
        return layers if abi >= self.landlock_abi else layers - {"landlock"}

    def needs(self, *, as_root: bool, abi: int) -> set[str]:
        """The layers without which the code succeeds though all others are there."""
        alone = self.stopped_alone_by(as_root=as_root, abi=abi)
        return alone if len(alone) == 1 else set(self.together.split())


_C = "import ctypes; libc = ctypes.CDLL(None, use_errno=True);"

FILES = {
    "read a file open to all": Attack("open(PREY + '/solution.py').read()", "landlock"),
    "read a private file": Attack("open(PREY + '/private.py').read()", "number landlock"),
    "list a folder": Attack("import os; os.listdir(PREY)", "landlock"),
    "read its own memory map": Attack("open('/proc/self/maps').read()", "landlock"),
    "list processes": Attack("import os; os.listdir('/proc')", "landlock"),
    "read the zygote's memory": Attack("open(f'/proc/{ZYGOTE}/mem', 'rb')", "uid landlock"),
    "read the zygote's environment": Attack(
        "assert open(f'/proc/{ZYGOTE}/environ').read()", "uid landlock"
    ),
    "create a file": Attack(
        "import time; open(f'{PREY}/{time.time_ns()}', 'x').close()", "landlock seccomp"
    ),
    "fill the disk": Attack(
        "assert open(PREY + '/open.txt', 'wb', buffering=0).write(bytes(100)) == 100",
        "rlimits landlock seccomp",
    ),
    "empty a file": Attack(
        "import os; os.truncate(PREY + '/open.txt', 0)", "landlock seccomp", landlock_abi=3
    ),
    "empty a file by reading": Attack(
        "import os; os.open(PREY + '/open.txt', os.O_RDONLY | os.O_TRUNC)",
        "landlock seccomp",
        landlock_abi=3,
    ),
    "make a folder": Attack(
        "import os; os.mkdir(PREY + '/d'); os.rmdir(PREY + '/d')", "landlock seccomp"
    ),
    "make a link": Attack(
        "import os; os.symlink('/', PREY + '/l'); os.unlink(PREY + '/l')", "landlock seccomp"
    ),
    "make a named pipe": Attack(
        "import os; os.mkfifo(PREY + '/p'); os.unlink(PREY + '/p')", "landlock seccomp"
    ),
    "hold a file's lock": Attack(
        "import fcntl, os; fcntl.flock(os.open('/dev/null', 0), fcntl.LOCK_EX)", "seccomp"
    ),
    "change a file's mode": Attack(
        "import os; os.chmod(PREY + '/open.txt', 0o666)", "number seccomp"
    ),
}

PROCESSES = {
    "fork": Attack("import os; p = os.fork(); p or os._exit(0); os.waitpid(p, 0)", "seccomp"),
    "run a program": Attack(
        "import subprocess; subprocess.run(['/bin/true'], check=True)", "landlock seccomp"
    ),
    "signal the zygote": Attack(
        "import os, signal; os.kill(ZYGOTE, signal.SIGURG)",
        "number landlock seccomp",
        landlock_abi=6,
    ),
    "signal a sibling": Attack(
        "import os, signal; os.kill(SIBLING, signal.SIGURG)",
        "number landlock seccomp",
        landlock_abi=6,
    ),
    "have the kernel signal the zygote": Attack(
        "import fcntl; fcntl.fcntl(3, fcntl.F_SETOWN, ZYGOTE)", "seccomp"
    ),
    "trace the zygote": Attack(
        _C + "assert libc.ptrace(0x4206, ZYGOTE, 0, 0) == 0", "uid landlock seccomp"
    ),
    "read the zygote's memory by a call": Attack(
        # EFAULT: it was allowed to, only not at an address that makes sense
        _C + "nowhere = (ctypes.c_size_t * 2)(8, 8);"
        "assert libc.process_vm_readv(ZYGOTE, nowhere, 1, nowhere, 1, 0) < 0;"
        "assert ctypes.get_errno() == 14",
        "uid landlock seccomp",
    ),
    "outlive the zygote": Attack(_C + "assert libc.prctl(1, 0, 0, 0, 0) == 0", "seccomp"),
    "look at the zygote's limits": Attack(
        "import resource; resource.prlimit(ZYGOTE, resource.RLIMIT_NOFILE)", "number seccomp"
    ),
    "change its own limits": Attack(
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (50, 50))", "seccomp"
    ),
}

NETWORK = {
    "send a datagram": Attack(
        "import socket as s; s.socket(2, s.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))", "seccomp"
    ),
    "connect by TCP": Attack(
        "import socket; socket.create_connection(('127.0.0.1', PORT))",
        "landlock seccomp",
        landlock_abi=4,
    ),
    "listen by TCP": Attack(
        "import socket; socket.create_server(('127.0.0.1', 0))", "landlock seccomp", landlock_abi=4
    ),
    "connect to an abstract socket": Attack(
        "import socket as s; s.socket(s.AF_UNIX).connect(ABSTRACT)",
        "landlock seccomp",
        landlock_abi=6,
    ),
    "connect to a local socket": Attack(
        "import socket as s; s.socket(s.AF_UNIX).connect(PREY + '/socket')", "seccomp"
    ),
}

# Run with 100 MiB
RESOURCES = {
    "take memory at once": Attack("x = bytes(200 << 20)", "rlimits"),
    "take memory bit by bit": Attack("x = [bytearray(1 << 20) for _ in range(150)]", "rlimits"),
    "take memory in a file of it": Attack(
        "import os; os.write(os.memfd_create('x'), b'x')", "rlimits seccomp"
    ),
    "take descriptors": Attack("x = [open('/dev/null') for _ in range(100)]", "rlimits"),
    "start threads without end": Attack(
        "import threading, time\n"
        "threading.stack_size(1 << 16)\n"
        "for _ in range(100):\n"
        "    threading.Thread(target=time.sleep, args=(2,), daemon=True).start()",
        "",
        together="uid rlimits",
    ),
}

ATTACKS = FILES | PROCESSES | NETWORK | RESOURCES

WARM = "encodings.idna fcntl resource socket subprocess threading"
"""Modules that the attacks import: a child without Landlock can't always read the interpreter."""

FORBIDDEN_CALLS = """
    add_key bpf chroot clone3 connect dup2 execveat fanotify_init finit_module fsopen init_module
    inotify_init1 io_setup io_uring_setup ipc kcmp kexec_load keyctl kill memfd_create
    memfd_secret mknodat mlock mount mount_setattr move_mount msgget name_to_handle_at
    open_by_handle_at open_tree openat2 perf_event_open personality pidfd_getfd pidfd_open
    pidfd_send_signal pivot_root process_madvise process_vm_readv process_vm_writev ptrace
    quotactl recvmsg request_key rt_sigqueueinfo rt_tgsigqueueinfo sched_setaffinity
    sched_setattr seccomp semget sendmmsg sendmsg setns setpriority setsid setuid shmget socket
    splice swapon syslog timer_create tkill umount2 unshare userfaultfd vmsplice wait4
"""
