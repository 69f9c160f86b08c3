"""The command `autograder`: arguments in, exit codes out; no logic.

Exit codes: 0 done; 1 it could not be done, or a check failed with an internal error; 2 wrong usage;
3 graded, but some submissions could not be read.
"""

from autograder.cli import class_commands, course_commands  # their commands join `main`
from autograder.cli.base import main

__all__ = ["class_commands", "course_commands", "main"]
