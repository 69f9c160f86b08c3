"""What a result holds beside its tasks: notes, output, code, values to draw, a call to try."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.checks.outcome import Run
from autograder.grading import result
from autograder.grading.procedure import Graded
from autograder.hints.examples import Example
from autograder.values.calls import is_plain
from autograder.values.notes import Note
from autograder.values.show import call_code, changing_code


@dataclass(frozen=True, slots=True)
class Beside:
    """All of it, for one submission; a file that can't be read has notes alone."""

    notes: list[Note]
    output: str = ""
    code: list[result.Code] = field(default_factory=list)
    values: list[result.ShownValue] = field(default_factory=list)
    to_try: list[result.Example] = field(default_factory=list)
    stopped: int = 0


def to_try(
    tasks: Sequence[Graded], examples: Mapping[str, Example], solution: Mapping[str, Any]
) -> list[result.Example]:
    """For each task with a failure a call to paste: an example, or a visible check's own."""
    found = []
    for graded in tasks:
        name = graded.task.name
        calls = [result.Example(name, examples[name].code)] if name in examples else []
        for run in graded.runs:
            if run.check.visible and run.outcome == "failed":
                calls += _calls(run, list(inspect.signature(solution[name]).parameters))
        shown = [each for each in calls if each.code]
        found += sorted(shown, key=lambda each: each.looks_at != "value")[:1]
    return found


def _calls(run: Run, names: Sequence[str]) -> Iterator[result.Example]:
    """The calls of a failed check that show what it found; `names`: of the arguments."""
    task = run.check.task
    code = run.finding.code if run.finding is not None else ""
    steps = [step for step in run.steps if step.verb == task and is_plain(None, step.arguments)]
    if code == "changed":
        for step in steps:
            for place in step.changed[:1]:
                shown = changing_code(task, step.arguments, place, names[place])
                yield result.Example(task, shown, "changed", names[place])
    elif code == "warned":
        yield from (result.Example(task, call_code(task, step.arguments), "warned")
                    for step in steps if step.warned)  # fmt: skip
    elif steps and steps[-1] is run.steps[-1]:
        yield result.Example(task, call_code(task, steps[-1].arguments))
