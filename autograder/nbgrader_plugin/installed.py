"""The course beside the installed kit, for code that nbgrader calls without an argument of ours."""

from __future__ import annotations

import functools
from pathlib import Path

from autograder import course as courses
from autograder import course_secret
from autograder.course import Course
from autograder.sandbox import lockdown

from .errors import PluginError

HOME = Path(courses.__file__).resolve().parents[1]


@functools.cache
def the_course() -> Course:
    """The course. Raises CourseError."""
    return courses.load(HOME)


def require_installed(course: Course) -> None:
    """Raises PluginError for a course elsewhere: nbgrader's kernels could not find it."""
    if course.folder != HOME:
        raise PluginError(
            f"{course.folder}: nbgrader finds the solutions beside the installed kit, in {HOME}; "
            "install the kit from this course's folder"
        )


def the_secret() -> bytes:
    return course_secret.of_course(HOME)


@functools.cache
def missing_layers() -> tuple[str, ...]:
    """The layers of the sandbox that this machine lacks."""
    return tuple(layer.name for layer in lockdown.layers() if not layer.available)
