"""What grading a solved notebook takes, counted, so that it is the same on every machine."""

from __future__ import annotations

from collections import Counter

import pytest
from conftest import solution, submission

from autograder.checks import collect
from autograder.grading.judge import Judge
from autograder.sandbox.connection import Connection, Deadline

# Turns between judge and child, messages from the child, and bytes to it: at most a tenth more
MEASURED = {"forward": (64, 452, 94_659), "perceptron": (82, 665, 94_102)}


@pytest.mark.parametrize("name", MEASURED)
def test_a_solved_notebook_takes_few_turns_and_no_check_twice(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    graded = submission(name, solution(name))
    assert judge.grade(graded).score == 100
    counts: Counter[str] = Counter()
    send, receive, run = Connection.send, Connection.receive_body, collect.run

    def counted_send(self: Connection, frames: bytes, deadline: Deadline) -> None:
        counts["turns"] += 1
        counts["bytes"] += len(frames)
        send(self, frames, deadline)

    def counted_receive(self: Connection, deadline: Deadline) -> bytes:
        counts["messages"] += 1
        return receive(self, deadline)

    def counted_run(check: collect.Check, *rest: object) -> object:
        counts["visible" if check.visible else "hidden"] += 1
        return run(check, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Connection, "send", counted_send)
    monkeypatch.setattr(Connection, "receive_body", counted_receive)
    monkeypatch.setattr(collect, "run", counted_run)
    assert judge.grade(graded).score == 100
    assert counts["hidden"] == 0 < counts["visible"]
    taken = counts["turns"], counts["messages"], counts["bytes"]
    for count, measured in zip(taken, MEASURED[name], strict=True):
        assert count <= 1.1 * measured, taken
