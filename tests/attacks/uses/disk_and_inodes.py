# Tries: fill the disk and use up its inodes, wherever something might be writable.
# Rule: a child can write nowhere.
import os
import tempfile

for place in ("/tmp", "/dev/shm", "/var/tmp", "/run", "/", os.getcwd(), "@RESULTS@", "@COURSE@"):
    for number in range(3):
        try:
            with open(f"{place}/attack_was_here{number}", "wb") as file:
                file.write(bytes(1 << 20))
            os.mkdir(f"{place}/attack_was_here_{number}")
            print("WROTE", place)
        except OSError:
            pass
    try:
        tempfile.TemporaryFile(dir=place).write(bytes(1 << 20))
        print("WROTE", place)
    except OSError:
        pass
