"""The gradebook on a real PostgreSQL server, started here for the time of the test."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbgrader_class
import pytest
from nbgrader_class import COURSE
from sample_class import answers, make

DATABASE = "gradebook"


def _programs() -> Path | None:
    """The newest installed server's programs, which Debian keeps off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    known = shutil.which("initdb")
    return found[-1].parent if found else Path(known).parent if known else None


def _account() -> str | None:
    """The server refuses to run as root."""
    if os.getuid():
        return pwd.getpwuid(os.getuid()).pw_name
    return next((each.pw_name for each in pwd.getpwall() if each.pw_name == "postgres"), None)


PROGRAMS = _programs()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAMS is None, reason="no PostgreSQL server is installed"),
    pytest.mark.skipif(_account() is None, reason="root, and no account postgres to run it"),
    pytest.mark.skipif(
        importlib.util.find_spec("psycopg") is None, reason="pip install '.[postgresql]' first"
    ),
]


def _server(*command: str) -> None:
    """Run one of the server's programs, not as root."""
    assert PROGRAMS is not None
    program, *arguments = command
    done = subprocess.run(
        [str(PROGRAMS / program), *arguments],
        user=_account() if os.getuid() == 0 else None, cwd="/", timeout=60, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def db_url() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    if os.getuid() == 0:
        shutil.chown(folder, _account())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = str(folder / "data")
    try:
        _server("initdb", "-D", data, "-U", "teacher", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        _server("pg_ctl", "-D", data, "-w", "-l", f"{data}.log", "-o", options, "start")
        try:
            _server("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "teacher", DATABASE)
            yield f"postgresql+psycopg://teacher@127.0.0.1:{port}/{DATABASE}"
        finally:
            _server("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def test_nbgrader_records_on_postgresql(db_url: str, tmp_path: Path) -> None:
    course = nbgrader_class.new(tmp_path / "course")
    config = course / "nbgrader_config.py"
    setting = f'c.CourseDirectory.db_url = "{db_url}"\n'
    config.write_text(config.read_text(encoding="utf-8") + setting, encoding="utf-8")
    made = make.Class(COURSE)
    nbgrader_class.hand_in(course, "김하늘", "forward", made.solved("forward"))
    nbgrader_class.hand_in(course, "half", "forward", made.solved("forward", answers.NO_HALF))
    done = nbgrader_class.run(course, "autograder", "grade", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert "gradebook: 2 recorded, 0 unchanged" in done.stdout
    assert not (course / "gradebook.db").exists()
    scores = nbgrader_class.scores(course, db_url)
    assert scores["half", "forward"]["check_sigmoid"] == 19
    assert sum(points or 0 for points in scores["김하늘", "forward"].values()) == 100
    again = nbgrader_class.run(course, "autograder", "grade", ".")
    assert "gradebook: 0 recorded, 2 unchanged" in again.stdout
    nbgrader_class.nbgrader(course, "export")
    assert "김하늘" in (course / "grades.csv").read_text(encoding="utf-8")


def test_a_server_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    course = nbgrader_class.new(tmp_path / "course")
    config = course / "nbgrader_config.py"
    setting = 'c.CourseDirectory.db_url = "postgresql+psycopg://teacher:secret@127.0.0.1:1/none"\n'
    config.write_text(config.read_text(encoding="utf-8") + setting, encoding="utf-8")
    made = make.Class(COURSE)
    nbgrader_class.hand_in(course, "kim", "forward", made.stub("forward"))
    done = nbgrader_class.run(course, "autograder", "grade", ".")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "the gradebook can't be used (connection failed:" in line
    assert "secret" not in line
