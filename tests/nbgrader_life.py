"""The whole life of one assignment in nbgrader, by its own commands: the transcript in the docs.

Run as `python nbgrader_life.py` in this folder: writes docs/nbgrader_transcript.md.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import nbgrader_class
import nbgrader_programs
from conftest import HOME
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader_class import COURSE
from sample_class import answers, make

TRANSCRIPT = HOME / "docs" / "nbgrader_transcript.md"
NBGRADER = version("nbgrader")
SHOWN = "/srv"  # where the transcript's folders seem to be
_UNSTABLE = (
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?"), "2026-03-02 10:00:00"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "…"),
    (re.compile(r"UTC\+[\w-]{12}"), "UTC+…"),
    (re.compile(r"Writing \d+ bytes"), "Writing … bytes"),
)
_STUDENTS = "id,first_name,last_name\nsujin,Sujin,Kim\nminsu,Minsu,Lee\n"


class Person:
    """Someone with a home and a folder to work in; `lines` takes what their commands say."""

    def __init__(self, root: Path, name: str, lines: list[str]) -> None:
        self.folder = root / name
        self.folder.mkdir()
        self._root, self._lines = root, lines
        self._home = root / f"home-{name}"
        settings = self._home / "jupyter"
        settings.mkdir(parents=True)
        mine = "" if name == "course" else f'c.CourseDirectory.student_id = "{name}"\n'
        (settings / "nbgrader_config.py").write_text(
            f'c = get_config()\nc.Exchange.root = "{root / "exchange"}"\n'
            f'c.CourseDirectory.course_id = "{COURSE.name}"\n'
            f"c.ExchangeCollect.check_owner = False\n{mine}"
            "c.KernelManager.transport_encryption = 'auto'\n"
        )

    def types(self, line: str, code: int = 0) -> str:
        """Run a command line and note it with all that it says."""
        program, *arguments = shlex.split(line)
        environment = nbgrader_class.environment(self._home)
        done = nbgrader_programs.run(program, arguments, self.folder, environment, merged=True)
        assert done.returncode == code, done.stdout
        said = evened(done.stdout.replace(str(self._root), SHOWN))
        self._lines.append(f"{self.folder.name}$ {line}\n{said}".rstrip())
        return done.stdout


def evened(said: str) -> str:
    """Without times and random names; what nbgrader does in the disk's order, in order."""
    for pattern, stable in _UNSTABLE:
        said = pattern.sub(stable, said)
    lines = [line.rstrip() for line in said.splitlines()]
    for words in ("Collecting submission", "Releasing feedback for student"):
        places = [place for place, line in enumerate(lines) if words in line]
        for place, line in zip(places, sorted(lines[place] for place in places), strict=True):
            lines[place] = line
    return "\n".join(lines)


class Life:
    """The story. `told` yields the transcript's paragraphs while it happens."""

    def __init__(self, root: Path) -> None:
        self.course = root / "course"
        self.lines: list[str] = []
        (root / "exchange").mkdir()
        (root / "exchange").chmod(0o777)
        self.teacher = Person(root, "course", self.lines)
        self.sujin = Person(root, "sujin", self.lines)
        self.minsu = Person(root, "minsu", self.lines)

    def told(self) -> Iterator[str]:
        teacher, made = self.teacher, make.Class(COURSE)
        yield "The teacher makes the course and takes the class in."
        teacher.types("autograder nbgrader init . --language en")
        (self.course / "students.csv").write_text(_STUDENTS)
        teacher.types("nbgrader db student import students.csv")
        yield from self._block("The assignment goes out.")
        teacher.types("nbgrader generate_assignment forward")
        teacher.types("nbgrader release_assignment forward")
        yield from self._block("Minsu fetches it, works on it and asks for a look at it.")
        self.minsu.types("nbgrader fetch_assignment forward")
        self._write(self.minsu, made.solved("forward", answers.NO_HALF, "en"), None)
        self.minsu.types("nbgrader validate forward/forward.ipynb")
        yield from self._block("He hands it in all the same. So does Sujin, who has it right.")
        self.minsu.types("nbgrader submit forward")
        self.sujin.types("nbgrader fetch_assignment forward")
        answer = "Both outputs are 0.5, since sigmoid(0) = 0.5, whatever the input."
        self._write(self.sujin, made.solved("forward", language="en"), answer)
        self.sujin.types("nbgrader submit forward")
        yield from self._block("The teacher collects and grades.")
        teacher.types("nbgrader collect forward")
        teacher.types("autograder grade .")
        yield from self._block("Once more: nothing changes.")
        teacher.types("autograder grade .")
        yield from self._block(
            "In formgrader the teacher reads Sujin's answer, gives it 2 of 3 points and writes a "
            "comment. Then everybody gets feedback."
        )
        self._grade_by_hand()
        teacher.types("nbgrader generate_feedback forward")
        teacher.types("nbgrader release_feedback forward")
        self.sujin.types("nbgrader fetch_feedback forward")
        yield from self._block("The scores, for the school's office.")
        teacher.types("nbgrader export --to scores.csv")
        scores = (self.course / "scores.csv").read_text(encoding="utf-8-sig")
        self.lines.append(f"course$ cat scores.csv\n{evened(scores)}")
        yield from self._block("")

    def _block(self, then: str) -> Iterator[str]:
        """What has been said since the last paragraph, and the next paragraph."""
        yield "```console\n" + "\n\n".join(self.lines) + "\n```"
        self.lines.clear()
        if then:
            yield then

    def _write(self, person: Person, content: dict[str, object], answer: str | None) -> None:
        cells: list[dict[str, object]] = content["cells"]  # type: ignore[assignment]
        for cell in cells:
            if answer is not None and cell["metadata"]["course"]["role"] == "answer":  # type: ignore[index]
                cell["source"] = answer
        (person.folder / "forward" / "forward.ipynb").write_text(json.dumps(content))

    def _grade_by_hand(self) -> None:
        with Gradebook(nbgrader_class.url(self.course), COURSE.name) as gradebook:
            grade = gradebook.find_grade("written", "forward", "forward", "sujin")
            grade.manual_score, grade.needs_manual_grade = 2, False
            comment = gradebook.find_comment("written", "forward", "forward", "sujin")
            comment.manual_comment = "Why is z 0 in the output layer, too?"
            gradebook.db.commit()


def tell(root: Path) -> tuple[Life, str]:
    """Live it in folders below `root`; the life and its transcript."""
    life = Life(root)
    head = (
        "# The life of one assignment\n\n"
        f"Every command and all that it says, with nbgrader {NBGRADER}; times and random names are "
        "evened out. A test lives it again. No environment is activated: `nbgrader` and "
        "`autograder` stand for the programs in the kit's `.venv/bin`. `course` is the teacher's "
        "folder, `sujin` and `minsu` those of two students; `c.Exchange.root` of all three names "
        "the same exchange. All three share one account here, so the students' settings hold "
        "their names (`c.CourseDirectory.student_id`); on a hub their login does that."
    )
    return life, "\n\n".join([head, *life.told()]) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _, text = tell(Path(folder).resolve())
    TRANSCRIPT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
