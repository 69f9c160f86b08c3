# Tries: poison what the grader reads at its next start: compiled files, font lists, catalogues.
# Rule: a child can write nowhere, not even beside its own libraries.
import os
import sys

import matplotlib
import numpy

places = [
    matplotlib.get_cachedir(), matplotlib.get_configdir(), os.path.dirname(numpy.__file__),
    os.path.dirname(numpy.__file__) + "/__pycache__", "@KIT@/__pycache__",
    "@KIT@/locale/ko/LC_MESSAGES", "@KIT@/checks/__pycache__", sys.prefix, "/var/tmp",
    os.environ.get("MPLCONFIGDIR", "/tmp"), os.path.expanduser("~"), "/usr/lib/python3",
]
for place in places:
    for name in ("attack_was_here", "judge.cpython-311.pyc", "fontlist-v390.json", "messages.mo"):
        try:
            open(os.path.join(str(place), name), "wb").write(b"attack_was_here")
            print("WROTE", place, name)
        except OSError:
            pass
