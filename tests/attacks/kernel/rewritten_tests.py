# Tries: rewrite the test files that lie beside the notebook, and every other one that can be found.
# Rule: a child can write nowhere.
import os

PASSING = (
    "OK_FORMAT = True\n"
    "test = {'name': '%s', 'points': %s, 'suites': [{'cases': "
    "[{'code': '>>> True\\nTrue', 'hidden': False, 'locked': False}], "
    "'scored': True, 'setup': '', 'teardown': '', 'type': 'doctest'}]}\n"
)
POINTS = {"weighted_sums": 20, "sigmoid": 25, "forward": 30, "output_errors": 15, "total_error": 10}
for place in (os.getcwd(), "@COURSE@", "@KIT@"):
    for folder, _folders, files in os.walk(place):
        for file in files:
            name = file.removesuffix(".py").removeprefix("test_")
            if file.endswith(".py") and name in POINTS and "attack" not in folder:
                try:
                    with open(os.path.join(folder, file), "w") as opened:
                        opened.write(PASSING % (name, POINTS[name]))
                    print("WROTE", file)
                except OSError:
                    pass


def sigmoid(z):
    return 0
