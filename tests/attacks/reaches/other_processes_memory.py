# Tries: trace the zygote, read its memory, write it, take its descriptors.
# Rule: other processes are out of reach.
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()


class Piece(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


buffer = ctypes.create_string_buffer(16)
local = Piece(ctypes.addressof(buffer), 16)
remote = Piece(id(None), 16)
for process in (parent, 1, *range(parent, parent + 5)):
    for request in (16, 0x4206, 0):  # attach, seize, trace me
        if libc.ptrace(request, process, None, None) == 0:
            print("REACHED by ptrace")
    if libc.process_vm_readv(process, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) > 0:
        print("REACHED by process_vm_readv")
    if libc.process_vm_writev(process, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) > 0:
        print("REACHED by process_vm_writev")
    for name in ("mem", "maps", "environ", "fd/0", "root/etc/passwd", "cwd/etc/passwd"):
        try:
            open(f"/proc/{process}/{name}", "rb").read(10)
            print("REACHED by", name)
        except OSError:
            pass
