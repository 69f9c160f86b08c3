"""What a regrading moved, as a table of before and after."""

from __future__ import annotations

from rich.table import Table

from autograder.grading.moved import Moved


def as_table(moved: Moved) -> Table | None:
    """A line for each change of a task's points; None if nothing moved."""
    rows = [
        (each.assignment, each.task, f"{each.before:g}", f"{each.after:g}",
         f"{each.after - each.before:+g}", f"{each.students}")
        for each in moved
    ]  # fmt: skip
    if not rows:
        return None
    table = Table("assignment", "task", show_edge=False, pad_edge=False)
    for name in ("before", "after", "change", "students"):
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(*row)
    return table
