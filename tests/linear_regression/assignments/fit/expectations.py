"""What is expected of r squared, in visible and hidden checks."""

from __future__ import annotations

from autograder.checks import Answer, expect, fail, numbers


def expect_share(answer: Answer, share: float) -> None:
    """The check fails unless the answer is this share; one above 1 gets words of its own."""
    got = numbers(answer)
    if got.size == 1 and got.item() > 1.01:
        fail("above_one", call=answer.called, got=f"{got.item():.8g}")
    expect(answer, close_to=share)
