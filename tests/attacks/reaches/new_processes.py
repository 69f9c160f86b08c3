# Tries: start programs and processes in every way Python knows.
# Rule: a child starts no process.
import multiprocessing
import os
import pty
import subprocess

for attempt in (
    lambda: subprocess.run(["/bin/sh", "-c", "touch /tmp/attack_was_here"]),
    lambda: os.system("touch /tmp/attack_was_here") == 0 and print("REACHED"),
    lambda: os.popen("touch /tmp/attack_was_here").read(),
    lambda: os.posix_spawn("/bin/true", ["true"], {}),
    lambda: os.fork(),
    lambda: os.forkpty(),
    lambda: pty.spawn("/bin/true"),
    lambda: multiprocessing.Process(target=print).start(),
    lambda: multiprocessing.Pool(1),
    lambda: os.execv("/bin/true", ["true"]),
    lambda: get_ipython().system("touch /tmp/attack_was_here"),
):
    try:
        attempt()
    except OSError:
        pass
    except Exception as error:
        print(type(error).__name__)


def sigmoid(z):
    os.execv("/bin/echo", ["echo", "0.5"])
