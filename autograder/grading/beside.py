"""What a result holds beside its tasks: notes, output, code, values to draw, a call to try."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autograder.checks.outcome import Run
from autograder.grading import result
from autograder.grading.procedure import Graded
from autograder.hints.examples import Example
from autograder.values.calls import is_plain
from autograder.values.notes import Note
from autograder.values.show import call_code


@dataclass(frozen=True, slots=True)
class Beside:
    """All of it, for one submission; a file that can't be read has notes alone."""

    notes: list[Note]
    output: str = ""
    code: list[result.Code] = field(default_factory=list)
    values: list[result.ShownValue] = field(default_factory=list)
    to_try: list[result.Example] = field(default_factory=list)


def to_try(tasks: Sequence[Graded], examples: Mapping[str, Example]) -> list[result.Example]:
    """For each task with a failure a call to paste: an example, or a visible check's own."""
    found = []
    for graded in tasks:
        name = graded.task.name
        codes = [call for run in graded.runs if (call := _failing_call(run))]
        if name in examples:
            codes.insert(0, examples[name].code)
        found += [result.Example(name, code) for code in codes[:1] if code]
    return found


def _failing_call(run: Run) -> str:
    """The call at which a visible check failed, as code to paste; empty where there is none."""
    if not run.check.visible or run.outcome != "failed" or not run.steps:
        return ""
    last = run.steps[-1]
    if last.verb != run.check.task or not is_plain(None, last.arguments):
        return ""
    return call_code(last.verb, last.arguments)
