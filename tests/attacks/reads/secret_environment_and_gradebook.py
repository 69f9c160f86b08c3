# Tries: read the course's secret, the grader's environment and arguments, the gradebook.
# Rule: a fixed environment, no secret in it; files are out of reach.
import os
import sqlite3
import subprocess
import sys

print(dict(os.environ))
print(sys.argv, sys.orig_argv, sys.flags)
parent = os.getppid()
paths = ["@COURSE@/solutions/secret", "@COURSE@/gradebook.db", "@COURSE@/nbgrader_config.py"]
paths += [f"/proc/{pid}/{name}" for pid in (parent, "self", 1) for name in ("environ", "cmdline")]
paths += ["/etc/shadow", "/etc/passwd", "/root/.bash_history", "/root/.ssh/id_rsa"]
for path in paths:
    try:
        with open(path, "rb") as file:
            print("FOUND", path, file.read())
    except OSError:
        pass
for mode in ("ro", "rw"):
    try:
        book = sqlite3.connect(f"file:@COURSE@/gradebook.db?mode={mode}", uri=True)
        book.execute("create table attack_was_here (x)")
        print("FOUND", book)
    except sqlite3.Error:
        pass
