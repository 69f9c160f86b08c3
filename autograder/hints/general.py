"""The general hints: what can be said of wrong answers when no single mistake explains them."""

from __future__ import annotations

from typing import Final

from autograder.values.messages import mark as _

HINTS: Final[dict[str, str]] = {
    "generic/no-answer": _(
        "Nothing comes back from this function. Which line should hand its result to the caller?"
    ),
    "generic/sometimes-no-answer": _(
        "For some arguments nothing comes back. Which way through the function has no return?"
    ),
    "generic/same-answer": _(
        "The answer is the same whatever the arguments are. Which of them does it use?"
    ),
    "generic/chapter-only": _(
        "The published example is right, other numbers are not. Which number or length in "
        "the code belongs to that example alone?"
    ),
    "generic/sign-flipped": _(
        "All sizes agree, all signs are opposite. Which difference is taken the other way round?"
    ),
    "generic/constant-factor": _(
        "All answers are wrong by the same factor. Which constant of the formula is "
        "missing, or stands there twice?"
    ),
    "generic/constant-offset": _(
        "All answers are off by the same amount. From which number does the count or the sum start?"
    ),
    "generic/always-zero": _(
        "Nothing but 0 comes back, whatever the arguments are. Which factor is 0, or cut down to 0?"
    ),
    "generic/too-short": _(
        "What comes back is right as far as it goes, but it ends too early. When does the loop end?"
    ),
    "generic/too-long": _(
        "The right numbers come back, and more after them. When does the loop end?"
    ),
    "generic/summed": _(
        "One number comes back, the sum of those that are expected. What is added up too early?"
    ),
    "generic/unsigned": _(
        "The answers are right but for their minus signs. Which step drops the sign?"
    ),
    "generic/half-precision": _(
        "The answers are rounded to half precision (float16). Which dtype do the arrays have?"
    ),
    "generic/clipped": _(
        "The answers stop at a bound that the task does not have. Where are they clipped?"
    ),
    "generic/changed-too": _(
        "The caller's array is no longer what it was, and the answer is wrong as well. Which line "
        "writes into an argument?"
    ),
    "generic/whole-numbers": _(
        "Whole numbers come back where decimals are expected. Which step drops what stands "
        "after the point?"
    ),
    "generic/four-digits": _(
        "The first digits are right, then the answer is rounded. Where do digits get lost?"
    ),
    "generic/transposed": _(
        "Rows and columns of the answer are exchanged. What does a row stand for, and what a "
        "column?"
    ),
    "generic/shape": _(
        "The numbers are right, their shape is not. Compare it with the shape in the docstring."
    ),
    "generic/parts-swapped": _(
        "Both results are right, but each stands in the other's place. In which order does "
        "the docstring name them?"
    ),
    "generic/permuted": _(
        "The right numbers come back in another order. What does each place stand for?"
    ),
    "generic/argument-back": _(
        "One of the arguments comes back unchanged. Is the result bound to the name that is "
        "returned?"
    ),
    "generic/overflow": _(
        "An intermediate value grows too large for a float. Which power is it, and for "
        "which arguments?"
    ),
    "generic/memory": _(
        "Called again, the function gives another answer. What does it keep or share between calls?"
    ),
    "generic/arguments-changed": _(
        "The answer is right, but the caller's array is no longer what it was. Which line "
        "writes into an argument?"
    ),
    "generic/own-memory": _(
        "The numbers are right, but what comes back is the caller's own array. What would have to "
        "be made so that a later change of one leaves the other alone?"
    ),
    "generic/asked-wrong-place": _(
        "The function you were given is called with arguments that are not the expected ones. "
        "Which ones belong to each call?"
    ),
    "generic/asked-wrong-times": _(
        "The function you were given is called too many or too few times. How many of its "
        "answers does the task need?"
    ),
    "generic/gradient-attached": _(
        "The numbers are right but still belong to a computation that can be "
        "differentiated. Does anything here need a gradient?"
    ),
}
