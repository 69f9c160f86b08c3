"""What a person can fix. Every message is one line: where, what is wrong, what to do.

KitError
  ContentError      (checks.content) a file of a course's folder can't be used
  CourseError       (course.table) course.toml can't be
    SourceError     (course.source) a notebook's source can't be
  FolderError       (intake.submissions) there is nothing to grade
  TableError        (intake.tables) a roster, marks or a platform's file can't be used
  OutError          (grading.store) the results have no place
  SchedulerError    (grading.workers) who grades can't be reached
  SecretError       (course.secret) there is no secret to grade with
  SandboxError      (sandbox.process) no sandbox can be started
  ReleaseError      (release.bundle) no bundle can be made
  PluginError       (nbgrader_plugin.errors) nbgrader can't go on
    InstructorError (nbgrader_plugin.instructor) the parts make no instructor's notebook
"""

from __future__ import annotations


class KitError(Exception):
    """Something that a person can fix; the message is one line."""
