"""nbgrader's gradebook: whether it can be used, and what it knows already."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from alembic.script import ScriptDirectory
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.dbutil import ALEMBIC_DIR  # type: ignore[import-untyped]
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from autograder.nbgrader_plugin.errors import PluginError

_VERSION = "alembic_version"


class Known(NamedTuple):
    """What the gradebook holds before a run."""

    students: frozenset[str]
    assignments: frozenset[str]
    submissions: frozenset[tuple[str, str]]  # student, assignment


def known(db_url: str, course_id: str) -> Known:
    with Gradebook(db_url, course_id) as gradebook:
        students = [student.id for student in gradebook.students]
        assignments = gradebook.assignments
        return Known(
            frozenset(students),
            frozenset(assignment.name for assignment in assignments if assignment.notebooks),
            frozenset(
                (submission.student.id, assignment.name)
                for assignment in assignments
                for submission in assignment.submissions
            ),
        )


def require_usable(db_url: str) -> None:
    """Raises PluginError when nbgrader could not read and write this gradebook."""
    try:
        url = make_url(db_url)
        shown = Path(url.database).name if url.drivername == "sqlite" and url.database else str(url)
        if url.drivername == "sqlite" and url.database and not Path(url.database).exists():
            return
        engine = create_engine(url)
    except (ArgumentError, ModuleNotFoundError) as why:
        raise PluginError(f"{db_url}: no usable db_url ({_line(why)}); fix the setting") from None
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            _require_version(connection, tables, shown)
            if url.drivername == "sqlite":
                connection.rollback()
                connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as why:
        raise PluginError(locked(shown, why)) from None
    except DatabaseError as why:
        raise PluginError(
            f"{shown}: no gradebook ({_line(why)}); put it away and let nbgrader make a new one"
        ) from None
    finally:
        engine.dispose()


def lost(error: BaseException | str | None) -> OperationalError | None:
    """The database's own error behind one of nbgrader's, if the gradebook went away."""
    while isinstance(error, BaseException):
        if isinstance(error, OperationalError):
            return error
        error = error.__cause__ or error.__context__
    return None


def locked(shown: str, why: OperationalError) -> str:
    """What to say of a gradebook that can't be written now."""
    if "locked" in str(why.orig):
        return (
            f"{shown}: another program holds the gradebook locked; close it and run this again. "
            "The results stand"
        )
    return f"{shown}: the gradebook can't be used ({_line(why)}); the results stand"


def _require_version(connection: Connection, tables: list[str], shown: str) -> None:
    """nbgrader must be of the version that made the gradebook."""
    if not tables:
        return
    revision = None
    if _VERSION in tables:
        revision = connection.execute(text(f"SELECT version_num FROM {_VERSION}")).scalar()
    script = ScriptDirectory(ALEMBIC_DIR)
    if revision == script.get_current_head():
        return
    if revision is None or revision in {each.revision for each in script.walk_revisions()}:
        raise PluginError(
            f"{shown}: an older nbgrader made this gradebook; make a copy of it, then run "
            "`nbgrader db upgrade` in the course's folder"
        )
    raise PluginError(
        f"{shown}: a newer nbgrader made this gradebook (its revision {revision} is not known "
        "here); upgrade nbgrader"
    )


def _line(why: BaseException) -> str:
    return str(getattr(why, "orig", why)).strip().split("\n")[0]
