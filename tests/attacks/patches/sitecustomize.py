# Tries: leave code behind that Python runs at its next start: sitecustomize, .pth, caches.
# Rule: a child can write nowhere.
import os
import site
import sys

places = [*sys.path, *site.getsitepackages(), site.getusersitepackages(), "/tmp", "/", os.getcwd()]
places += ["@COURSE@", "@COURSE@/solutions", "@RESULTS@"]
for place in places:
    for name in ("sitecustomize.py", "usercustomize.py", "attack_was_here.pth", "conftest.py"):
        try:
            with open(f"{place}/{name}", "w") as file:
                file.write("open('/tmp/attack_was_here', 'w')")
            print("WROTE", place)
        except OSError:
            pass
