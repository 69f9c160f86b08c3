# Tries: read and write its own memory through /proc/self, and list what is mapped and open.
# Rule: /proc is out of reach.
for path in ("maps", "mem", "environ", "cmdline", "fd", "task", "status", "mountinfo", "cwd"):
    for process in ("self", "thread-self", "1"):
        try:
            with open(f"/proc/{process}/{path}", "rb") as file:
                print("FOUND", path, file.read(100))
        except OSError:
            pass
