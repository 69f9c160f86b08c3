"""A course's table and sources as typed things, its languages and its secret.

Imports `checks` (where a course's modules and sentences are loaded) and `values`.
"""

from autograder.course.table import (
    Assignment,
    Course,
    CourseError,
    Limits,
    Task,
    load,
)

__all__ = ["Assignment", "Course", "CourseError", "Limits", "Task", "load"]
