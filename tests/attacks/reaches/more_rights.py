# Tries: get back what was taken: rights, limits, names, mounts, another root.
# Rule: locks are for good.
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)
attempts = {
    "setuid": lambda: os.setuid(0),
    "setresuid": lambda: os.setresuid(0, 0, 0),
    "setgroups": lambda: os.setgroups([0]),
    "chroot": lambda: os.chroot("/tmp"),
    "rlimit": lambda: resource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40)),
    "nice": lambda: os.nice(-5),
    "affinity": lambda: os.sched_setaffinity(0, {0}),
    "umask": lambda: os.mkdir("/tmp/attack_was_here"),
    "session": os.setsid,
    "group": lambda: os.setpgid(0, 0),
}
for name, attempt in attempts.items():
    try:
        attempt()
        print("REACHED", name)
    except OSError:
        pass
for number, arguments in {
    "unshare": (272, 0x10000000), "mount": (165, b"x", b"/tmp", b"tmpfs", 0, 0), "bpf": (321, 0),
    "io_uring_setup": (425, 1, 0), "userfaultfd": (323, 0), "perf_event_open": (298, 0),
    "landlock": (444, None, 0, 1), "seccomp": (317, 0, 0, 0), "keyctl": (250, 0, -4, 1),
    "pivot_root": (155, b"/", b"/"), "open_by_handle_at": (304, -100, 0, 0), "setns": (308, 3, 0),
}.items():
    if libc.syscall(*arguments) >= 0:
        print("REACHED", number)
for option, value in ((1, 0), (4, 1), (8, 1), (38, 0), (22, 0), (24, 21), (47, 2)):
    if libc.prctl(option, value, 0, 0, 0) == 0:
        print("REACHED prctl", option)
