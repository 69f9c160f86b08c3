# Tries: search the memory that the process was born with for an earlier student's code.
# Rule: code and inputs go over each child's own socket, which exists only after the fork.
import ctypes
import gc

WANTED = [ord(letter) for letter in "honest" + chr(45) + "neighbour"]  # never whole in this file


def holds(text):
    at = text.find(chr(WANTED[0]))
    while at >= 0:
        if [ord(letter) for letter in text[at : at + len(WANTED)]] == WANTED:
            return True
        at = text.find(chr(WANTED[0]), at + 1)
    return False


def search():
    found = set()
    for item in gc.get_objects():
        for held in gc.get_referents(item):
            if isinstance(held, bytes):
                held = held.decode("latin-1")
            if isinstance(held, str) and len(held) >= len(WANTED) and holds(held):
                found.add(repr(held)[:50])
    for size in (1 << 12, 1 << 16, 1 << 20):  # memory that was freed and not cleared
        if holds((ctypes.c_char * size)().raw.decode("latin-1")):
            found.add(size)
    print("FOUND" if found else "nothing", found or "")


search()


def sigmoid(z):
    return 0
