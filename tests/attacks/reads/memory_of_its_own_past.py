# Tries: tell the process that is loaded after a crash what this one has seen.
# Rule: a later child learns nothing from an earlier one.
import ctypes
import os
import socket
import sys
import tempfile

NOTE = b"attack_was_here"
libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


def write(path):
    with open(path, "wb") as file:
        file.write(NOTE)


def places():
    yield from ("/tmp", "/dev/shm", "/var/tmp", "/run", "/run/user/0", os.getcwd(), "/nonexistent")
    yield tempfile.gettempdir() if os.path.isdir("/tmp") else "/"


def leave():
    for place in list(places()):
        try:
            write(f"{place}/attack_was_here")
        except (OSError, FileNotFoundError):
            pass
    key = 0xA77AC4
    segment = libc.shmget(key, 4096, 0o1666)
    if segment >= 0 and (at := libc.shmat(segment, None, 0)) not in (None, 2**64 - 1):
        ctypes.memmove(at, NOTE, len(NOTE))
    libc.msgget(key, 0o1666)
    libc.semget(key, 1, 0o1666)
    for name, number in (("add_key", 248), ("memfd_create", 319), ("mq_open", 240)):
        libc.syscall(number, b"user", b"attack_was_here", NOTE, len(NOTE), -4)
    for address in ("\0attack_was_here", "/tmp/attack_was_here.socket"):
        try:
            server = socket.socket(socket.AF_UNIX)
            server.bind(address)
            server.listen()
        except OSError:
            pass


def remembered():
    try:
        for place in places():
            if os.path.exists(f"{place}/attack_was_here"):
                return place
    except FileNotFoundError:
        pass
    for call in (libc.shmget, libc.msgget):
        if call(0xA77AC4, *([4096] if call is libc.shmget else []), 0o666) >= 0:
            return call.__name__
    try:
        socket.socket(socket.AF_UNIX).connect("\0attack_was_here")
        return "socket"
    except OSError:
        return None


if place := remembered():
    print("REMEMBERED", place)
leave()


def sigmoid(z):
    leave()
    os._exit(1)
