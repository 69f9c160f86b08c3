# Tries: search the memory that the process was born with for an earlier student's code.
# Rule: code and inputs go over each child's own socket, which exists only after the fork.
import ctypes
import gc

mark = "honest-neighbour"[::-1]  # backwards, so that this file does not hold it


def search():
    wanted = mark[::-1]
    found = set()
    for item in gc.get_objects():
        for held in gc.get_referents(item):
            if isinstance(held, str) and wanted in held or (
                isinstance(held, bytes) and wanted.encode() in held
            ):
                found.add(type(held).__name__)
    for size in (1 << 12, 1 << 16, 1 << 20):  # memory that was freed and not cleared
        block = ctypes.create_string_buffer(0)
        buffer = (ctypes.c_char * size)()
        if wanted.encode() in bytes(buffer):
            found.add(size)
    print("FOUND" if found else "nothing", found)


search()


def sigmoid(z):
    search()
    return 0
