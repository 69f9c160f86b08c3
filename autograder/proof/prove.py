"""The proof of a course's checks: what each was tried with, and what got through."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from autograder.course import Course
from autograder.course.files import write
from autograder.proof.campaign import Campaign, secrets_of
from autograder.proof.outside import UNMET
from autograder.proof.page import as_markdown
from autograder.proof.pool import pool
from autograder.proof.trial import Trial

_SURVIVED: Final = (
    "A mutant survives where no check sees its mistake: fix a check. If it is no mistake, list it "
    "with the reason in solutions/<assignment>/equivalent.toml."
)
_UNMET: Final = (
    "What no check meets is not tried: draw such arguments. If none may be like that, list it with "
    "the reason in solutions/<assignment>/outside.toml."
)


def prove(
    course: Course,
    names: Sequence[str],
    secrets: int,
    echo: Callable[[str], None],
    say: Callable[[str], None],
) -> int:
    """Try these assignments, or all, and write their page; an exit code, 1 when problems are left.

    `secrets`: under how many of them right and wrong submissions are tried again; `echo` gets
    what was found, `say` how far it is. Raises ContentError or SandboxError.
    """
    trials: list[Trial] = []
    start = time.monotonic()
    with pool(course) as try_out:
        for name in names or course.names:

            def tell(text: str, name: str = name) -> None:
                say(f"{time.monotonic() - start:5.0f} s  {name}: {text}")

            campaign = Campaign(course, course.assignment(name), try_out, tell)
            trials.append(campaign.run(secrets_of(secrets)))
    page = as_markdown(trials)
    if names:
        echo(page)
    else:
        write(_file(course), page.encode())
    problems = [problem for trial in trials for problem in trial.problems]
    for line in (*(trial.summary for trial in trials), *problems):
        echo(line)
    if any(" survives" in problem for problem in problems):
        echo(_SURVIVED)
    if any(UNMET in problem for problem in problems):
        echo(_UNMET)
    return 1 if problems else 0


def _file(course: Course) -> Path:
    """Where the whole course's page stands."""
    docs = course.folder / "docs"
    return (docs if docs.is_dir() else course.folder) / "proof.md"
