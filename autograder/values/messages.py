"""The sentences behind the codes of findings.

Tone: a calm colleague, on values, never the person; what was called, what came back, what is
expected, one place to look at. Each code has a sentence with its values, for visible checks, and
one without any, for hidden checks.
"""

from __future__ import annotations

from typing import Final


def mark(text: str) -> str:
    """Mark a text for the catalogues; it is translated where it is used."""
    return text


_ = mark


ORDINALS: Final = (_("first"), _("second"), _("third"), _("fourth"), _("fifth"), _("sixth"))

# code: (with values, without)
MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "value": (
        _("`{call}` returned {got}; {want} is expected."),
        _("The value differs from the expected one."),
    ),
    "entry": (
        _(
            "`{call}`: entry {place} is {got}; {want} is expected there. "
            "Right: {right} of {all} numbers."
        ),
        _("Some of the numbers differ from the expected ones."),
    ),
    "shape": (
        _("`{call}` returned shape {got}; shape {want} is expected."),
        _("The shape of the answer differs from the expected one."),
    ),
    "ragged": (
        _("`{call}` returned {got}: its rows have different lengths."),
        _("The rows of the answer have different lengths."),
    ),
    "kind": (
        _("`{call}` returned {got}; numbers are expected."),
        _("The answer is not made of numbers."),
    ),
    "kind_want": (
        _("`{call}` returned {got}; {want} is expected."),
        _("The answer is not of the expected kind."),
    ),
    "parts": (
        _("`{call}` returned {got}; {want} values are expected, as a tuple."),
        _("The answer should consist of several values."),
    ),
    "length": (
        _("`{call}` returned {got} values; {want} are expected."),
        _("The answer does not have the expected number of values."),
    ),
    "not_finite": (
        _("`{call}` returned {got}, which is not finite; {want} is expected."),
        _("The answer holds nan or inf."),
    ),
    "raised": (
        _("`{call}` raised {type}: {text}"),
        _("The function raised an error on legal arguments."),
    ),
    "raised_bare": (
        _("`{call}` raised {type}."),
        _("The function raised an error on legal arguments."),
    ),
    "forbidden": (
        _(
            "`{call}` raised {type}: {text}. In grading there are no files, no network and no "
            "other processes."
        ),
        _("The function asks for files, the network or another process; grading has none."),
    ),
    "not_started": (_("Not started: `raise NotImplementedError` is still there."),) * 2,
    "missing": (
        _("No function is called `{task}`. Was it renamed, or did its cell stop with an error?"),
        _("No function of this name was found."),
    ),
    "cell_stopped": (
        _("`{task}` was never defined: code cell {cell}, which defines it, stopped. {text}"),
        _("The function was never defined: its cell stopped with an error."),
    ),
    "cell_left_out": (
        _(
            "`{task}` was never defined: code cell {cell}, which defines it, took too long or "
            "ended the process."
        ),
        _("The function was never defined: its cell took too long or ended the process."),
    ),
    "reused": (
        _(
            "`{task}` is now {got}: a later cell used the name again. Rename that variable and "
            "run the function's cell again."
        ),
        _("The function's name was used again for something else."),
    ),
    "waits": (_("Not checked until the value is right."),) * 2,
    "changed": (
        _(
            "`{call}` changed its {position} argument. Is there a `+=`, or an assignment "
            "to one of its elements? A new array leaves the caller's one alone."
        ),
        _("The function changes one of its arguments."),
    ),
    "kept": (
        _(
            "`{call}` returned its {position} argument itself. Whoever changes the answer "
            "later also changes the caller's array; a new array is expected."
        ),
        _("The function gives back the memory of one of its arguments, not a new array."),
    ),
    "warned": (
        _("`{call}` gave a warning: {text}. Which intermediate value grows too large?"),
        _("The function gives a warning where none is needed."),
    ),
    "memory": (
        _(
            "`{call}`: called again later, it gives a different answer. Does the function keep or "
            "share something from one call to the next, or draw random numbers without a seed?"
        ),
        _(
            "The same call gives a different answer later. Is something kept from one call to the "
            "next, or drawn without a seed?"
        ),
    ),
    "attached": (
        _("`{call}` returned a tensor that still carries a gradient; one without it is expected."),
        _("The answer still carries a gradient."),
    ),
    "tensor": (
        _("`{call}` returned {got}; a torch tensor is expected."),
        _("The answer is not a torch tensor."),
    ),
    "dtype": (
        _("`{call}` has dtype {got}; {want} is expected."),
        _("The answer does not have the expected dtype."),
    ),
    # functions and models that a check hands over
    "asked_times": (
        _("Calls to `{name}` in `{call}`: {got}; expected: {want}."),
        _("A function given as an argument was called too many or too few times."),
    ),
    "asked_at_start": (
        _(
            "`{call}` called `{name}` {times} times, always with the first arguments. Which ones "
            "belong to the next call?"
        ),
        _("A function given as an argument was always called with the first arguments."),
    ),
    "asked_elsewhere": (
        _(
            "`{call}` called `{name}` with arguments that are not the expected ones, or in another "
            "order."
        ),
        _(
            "A function given as an argument was called with arguments that are not the expected "
            "ones."
        ),
    ),
    "odd": (
        _("`{call}` returned {got}; numbers, lists, arrays or tensors are expected."),
        _("The answer is of a kind that can't be read as numbers."),
    ),
    "model_raised": (
        _("The model can't be used: {type}: {text}"),
        _("The model can't be used: it raises an error."),
    ),
    "timeout": (
        _("The call took longer than {seconds:g} s and was stopped. Is there an endless loop?"),
        _("The call took too long and was stopped. Is there an endless loop?"),
    ),
    "not_run": (
        _("Not run: {most} calls of this task already took too long."),
        _("Not run: other calls of this task already took too long."),
    ),
    "not_run_crashed": (
        _("Not run: {most} calls of this task already ended the process."),
        _("Not run: other calls of this task already ended the process."),
    ),
    "no_time": (_("Not run: the time for this submission was used up."),) * 2,
    "needs_person": (_("Not decided: the machine was too busy. Your teacher will grade it again."),)
    * 2,
    "not_loaded": (
        _("The notebook could not be run: several of its cells hang or end the process."),
    )
    * 2,
    "crashed": (_("The process ended during the call. Does memory or recursion grow without end?"),)
    * 2,
    "wire": (_("The process did not give a proper answer."),) * 2,
    "callbacks": (
        _("A function given as an argument was called more than {most} times."),
        _("A function given as an argument was called too often."),
    ),
    "callbacks_large": (
        _(
            "A function given as an argument was called with more than {most} MiB of numbers in "
            "all."
        ),
        _("A function given as an argument was called with too many numbers."),
    ),
    "unreadable": (_("The submission could not be read."),) * 2,
    "error": (_("This check failed with an internal error; your teacher has been told."),) * 2,
    "carried": (
        _("Counts: with a correct `{tasks}` this is right."),
        _("Counts: with earlier tasks corrected this is right."),
    ),
    "visible_only": (
        _("Right here; the points count as soon as a hidden check of this task passes, too."),
    )
    * 2,
    "no_model": (
        _("`{call}` returned {got}; an nn.Module is expected."),
        _("The answer is not an nn.Module."),
    ),
}
