"""`python -m autograder.misconceptions [ASSIGNMENT]`: is every entry wrong in its own way?"""

from __future__ import annotations

import sys
from pathlib import Path

from autograder import course as courses
from autograder import course_secret
from autograder.misconceptions.validation import problems


def main() -> int:
    course = courses.load(Path(__file__).resolve().parents[2])
    only = sys.argv[1] if len(sys.argv) > 1 else None
    secret = course_secret.of_course(course.folder)
    found = list(problems(course, secret, only))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
