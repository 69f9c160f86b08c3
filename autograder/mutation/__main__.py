"""`python -m autograder.mutation [ASSIGNMENT …]`: try the checks, and write docs/proof.md.

With names it tries only these assignments and writes nothing. Exit code 1: something wrong gets
through, or something right does not.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from autograder import course as courses
from autograder.mutation.campaign import Campaign, Trial, figures, secrets_of
from autograder.mutation.pool import pool
from autograder.mutation.proof import as_markdown

SECRETS = 20
_SURVIVED = (
    "A mutant survives where no check sees its mistake: mend a check. If it is no mistake, list\n"
    "it with the reason in autograder/mutation/equivalent/<assignment>.toml."
)


def main() -> int:
    course = courses.load(Path(__file__).resolve().parents[2])
    names = sys.argv[1:] or list(course.names)
    trials: list[Trial] = []
    start = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - start:5.0f} s  {name}: {text}", file=sys.stderr, flush=True)

    with pool(course) as try_out:
        for name in names:
            campaign = Campaign(course, course.assignment(name), try_out, say)
            trials.append(campaign.run(secrets_of(SECRETS)))
    text = as_markdown(trials)
    if len(sys.argv) == 1:
        (course.folder / "docs" / "proof.md").write_text(text, encoding="utf-8")
    else:
        print(text)
    print(figures(trials))
    problems = [problem for trial in trials for problem in trial.problems]
    print("\n".join(problems))
    if any(" survives" in problem for problem in problems):
        print(_SURVIVED)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
