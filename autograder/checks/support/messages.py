"""The sentences behind the codes of findings.

Tone: a calm colleague, on values, never the person; what was called, what came back, what is
expected, one place to look at. Each code has a sentence with its values, for visible checks, and
one without any, for hidden checks.
"""

from __future__ import annotations

from typing import Final

from .findings import Finding
from .words import mark as _
from .words import translate

# code: (with values, without)
MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "value": (
        _("`{call}` returned {got}; {want} is expected."),
        _("The value differs from the expected one."),
    ),
    "entry": (
        _(
            "`{call}`: entry {place} is {got}; {want} is expected there. "
            "{right} of {all} numbers are right."
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
        _("The answer is of another kind than the expected one."),
    ),
    "parts": (
        _("`{call}` returned {got}; {want} values are expected, as a tuple."),
        _("The answer should consist of several values."),
    ),
    "length": (
        _("`{call}` returned {got} values; {want} are expected."),
        _("The answer has another number of values than expected."),
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
            "other processes. Leave out `torch.compile` and `num_workers`."
        ),
        _("The function asks for files, the network or another process; grading has none."),
    ),
    "not_started": (_("Not started: `raise NotImplementedError` is still there."),) * 2,
    "missing": (
        _("No function is called `{task}`. Was it renamed, or did its cell stop with an error?"),
        _("No function of this name was found."),
    ),
    "reused": (
        _(
            "`{task}` is now {got}: a later cell used the name again. Rename that variable and "
            "run the function's cell again."
        ),
        _("The function's name was used again for something else."),
    ),
    "changed": (
        _(
            "`{call}` changed its argument number {position}. Is there a `+=`, or an assignment "
            "to one of its elements? A new array leaves the caller's one alone."
        ),
        _("The function changes one of its arguments."),
    ),
    "warned": (
        _("`{call}` gave a warning: {text}. Which intermediate value grows too large?"),
        _("The function gives a warning where none is needed."),
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
        _("`{call}` has dtype {got}; the layers need {want}."),
        _("The answer has another dtype than the layers need."),
    ),
    # 5.1
    "split_flat": (
        _("`{call}` should give three one-dimensional arrays of indices."),
        _("The parts are not three one-dimensional arrays of indices."),
    ),
    "split_range": (
        _("`{call}`: the parts hold {got}; indices are whole numbers from 0 to {last}."),
        _("The parts hold something that is no index from 0 to n − 1."),
    ),
    "split_twice": (
        _("`{call}`: index {index} occurs more than once. Are the parts cut from one shuffle?"),
        _("An index occurs more than once. Are the parts cut from one shuffle?"),
    ),
    "split_missing": (
        _("`{call}`: index {index} is in no part. Does training take all that is left?"),
        _("An index is in no part. Does training take all that is left?"),
    ),
    "split_size": (
        _("`{call}`: the {part} part has {got} indices; {want} are expected."),
        _("A part has another size than expected."),
    ),
    "split_same_seed": (
        _(
            "`{call}`, called twice, gave two different {part} parts. Does every call start its "
            "random numbers from `seed`?"
        ),
        _("The same seed gave different parts."),
    ),
    "split_other_seed": (
        _("`{call}` and `{other}` gave the same {part} part. Does the shuffling use `seed`?"),
        _("Another seed gave the same part."),
    ),
    "split_run": (
        _("`{call}`: the {part} part is a run of neighbouring indices. Are they shuffled first?"),
        _("A part is a run of neighbouring indices. Are they shuffled before the cut?"),
    ),
    # 5.2
    "corner": (
        _("`{call}`: with these numbers the corner {x} gives {got}; {want} is expected."),
        _("With these numbers a corner gives another answer than expected."),
    ),
    "same_gate": (
        _("`{call}` gave the same numbers as for the other gates. Does the name matter?"),
        _("All gates get the same numbers. Does the name matter?"),
    ),
    "hidden_met": (
        _(
            "`{call}`: a corner of 0 and a corner of 1 have the same hidden outputs, so no "
            "second layer can tell them apart."
        ),
        _("A corner of 0 and a corner of 1 have the same hidden outputs."),
    ),
    "hidden_apart": (
        _(
            "`{call}`: the hidden layer sends the corners to four different points, which no line "
            "separates. Which two may meet?"
        ),
        _("The hidden layer sends the corners to four points that no line separates."),
    ),
    # 5.3, updates
    "asked_times": (
        _("Calls of `{name}` in `{call}`: {got}; expected: {want}. Each step needs one slope."),
        _("A function given as argument was called another number of times than expected."),
    ),
    "asked_at_start": (
        _(
            "`{call}` called `{name}` {times} times, always at the starting w. The next slope "
            "belongs to the new w."
        ),
        _("A function given as argument was always called at the starting w."),
    ),
    "asked_elsewhere": (
        _(
            "`{call}` called `{name}` at other weights than expected. A step's slope belongs to "
            "the weights before that step."
        ),
        _("A function given as argument was called at other weights than expected."),
    ),
    # 5.4
    "layers": (
        _("`{call}`: the model's parameters have the shapes {got}; expected: {want}."),
        _("The parameters of the model have other shapes than expected."),
    ),
    "same_weights": (
        _("`{call}` and `{other}` gave the same weights. Is `seed` set right before the layers?"),
        _("Another seed gave the same weights."),
    ),
    "untrained": (
        _(
            "After `{call}` the model has the weights that it had before. Does every epoch take "
            "its step?"
        ),
        _("The training leaves the model's weights as they were."),
    ),
    "rising": (
        _("`{call}`: the costs rise somewhere after epoch 4100; from there on they should fall."),
        _("The costs rise somewhere after epoch 4100; from there on they should fall."),
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
    "not_loaded": (
        _("The notebook could not be run: several of its cells hang or end the process."),
    )
    * 2,
    "crashed": (
        _("The process ended during the call. Do memory or recursion grow without an end?"),
    )
    * 2,
    "wire": (_("The process did not give a proper answer."),) * 2,
    "callbacks": (
        _("A function given as argument was called more than {most} times."),
        _("A function given as argument was called too often."),
    ),
    "unreadable": (_("The submission could not be read."),) * 2,
    "error": (_("This check failed by its own fault; your teacher has been told."),) * 2,
    "carried": (
        _("With a correct `{tasks}` this is right, so its points count. Start with `{tasks}`."),
        _("With earlier tasks corrected this is right, so its points count."),
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


def render(finding: Finding, language: str, *, values: bool) -> str:
    """The finding in words. Without `values` nothing of the call or its answer is shown.

    A finding that has no values gets the sentence without them, too. Raises KeyError for a code
    that has no message.
    """
    with_values, without = MESSAGES[finding.code]
    if not (values and finding.values):
        return translate(without, language)
    return translate(with_values, language).format(**finding.values)
