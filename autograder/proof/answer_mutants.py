"""Mutants that spoil a right answer, or an argument: rounded, transposed, remembered, in place.

What can be spoilt is seen from the answers that the solution gives to the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from autograder.checks.check_set import CheckSet
from autograder.hints.further_calls import record
from autograder.proof.mutants import Mutant, mutant_id
from autograder.values.plain import Model, Tensor

_CODE: Final = """\
import copy as _copy
import sys as _sys
import numpy as _np

_right = {task}
_kept = []


def _part(change, answer):
    if answer is None or isinstance(answer, str) or hasattr(answer, "parameters"):
        return answer
    if isinstance(answer, tuple) or (isinstance(answer, list) and _np.ndim(answer[:1][0:1]) > 1):
        return type(answer)(_part(change, each) for each in answer)
    if hasattr(answer, "detach"):
        library = _sys.modules[type(answer).__module__.partition(".")[0]]
        return library.as_tensor(change(answer.detach().numpy()))
    return change(_np.asarray(answer))


def _sizes(arguments):
    return [len(a) for a in arguments if isinstance(a, (list, tuple)) or getattr(a, "ndim", 0)]


def {task}(*arguments):
    {body}
"""
_CHANGES: Final[dict[str, tuple[str, str]]] = {  # by name: which answers it spoils, and how
    "rounded to four digits": ("float", "np.round(a, 4)"),
    "off by a ten-thousandth": ("float", "a * 1.0001"),
    "half precision": ("float", "a.astype('float16')"),
    "cut to a whole number": ("float", "np.trunc(a)"),
    "negated": ("number", "-a"),
    "doubled": ("number", "a * 2"),
    "one more": ("number", "a + 1"),
    "reversed": ("axes", "a[::-1]"),
    "without the last entry": ("axes", "a[:-1]"),
    "the first entry only": ("axes", "a.ravel()[0]"),
    "summed": ("axes", "a.sum()"),
    "another last entry": ("axes", "a + (np.arange(a.size) == a.size - 1).reshape(a.shape)"),
    "one axis more": ("axes", "a[None]"),
    "a column for a vector": ("vector", "a.reshape(-1, 1)"),
    "a 1 × 1 matrix for a number": ("scalar", "a.reshape(1, 1)"),
    "transposed": ("matrix", "a.T"),
    "flat": ("matrix", "a.ravel()"),
}  # fmt: skip


@dataclass(slots=True)
class Forms:
    """What the solution's answers and arguments look like; `sizes`: of each call's arguments."""

    answers: set[str] = field(default_factory=set)
    parts: int = 0
    modified: set[int] = field(default_factory=set)  # positions that can be written into
    functions: set[int] = field(default_factory=set)
    models: set[int] = field(default_factory=set)
    arguments: bool = False
    sizes: list[tuple[int, ...]] = field(default_factory=list)

    @property
    def several(self) -> bool:
        """Whether there is more than one answer."""
        return self.parts > 0 or "list" in self.answers

    def see(self, arguments: tuple[object, ...], answer: Any) -> None:
        self.arguments = self.arguments or bool(arguments)
        sizes = tuple(size for size in map(_size, arguments) if size is not None)
        if sizes not in self.sizes:
            self.sizes.append(sizes)
        for position, argument in enumerate(arguments):
            if isinstance(argument, Model):
                self.models.add(position)
            elif callable(argument):
                self.functions.add(position)
            elif isinstance(argument, (Tensor, list)) or np.ndim(argument) > 0:  # type: ignore[arg-type]
                self.modified.add(position)
        if isinstance(answer, tuple):
            self.parts = len(answer)
        for part in answer if isinstance(answer, tuple) else (answer,):
            self.answers |= _forms(part)


def _size(argument: Any) -> int | None:
    """How many rows or entries an argument has; None for one that has none."""
    value = argument.array if isinstance(argument, Tensor) else argument
    sized = isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim > 0)
    return len(value) if sized else None


def _forms(part: Any) -> set[str]:
    if part is None or isinstance(part, (str, Model)):
        return {"none" if part is None else "text" if isinstance(part, str) else "model"}
    if isinstance(part, bool):
        return {"truth"}
    if isinstance(part, list) and part and np.ndim(part[0]) > 0:
        return set().union(*map(_forms, part)) | {"list"}
    array = part.array if isinstance(part, Tensor) else np.asarray(part)
    found = {"number", ("scalar", "vector", "matrix")[min(array.ndim, 2)]}
    if array.ndim and array.size:
        found.add("axes")
    if array.dtype.kind == "f" and not (array == np.round(array)).all():
        found.add("float")
    return found


def forms_of(
    tasks: Iterable[str], checks: CheckSet, solution: Mapping[str, Any]
) -> dict[str, Forms]:
    """The forms of each task, as its checks see the solution."""
    forms = {task: Forms() for task in tasks}
    for check in checks.checks:
        for step in record(checks, check, solution):
            if step.verb == check.task and not step.raised:
                forms[check.task].see(step.arguments, step.value)
    return forms


def of_answers(source: str, forms: dict[str, Forms]) -> list[Mutant]:
    """The mutants of every task's answers, in the order of the tasks."""
    found = []
    for task, seen in forms.items():
        for change, lines in _bodies(seen):
            body = "\n    ".join(lines)
            code = _CODE.format(task=task, body=body).replace("np.", "_np.").replace("__np", "_np")
            found.append(Mutant(mutant_id(task, change), (task,), change, (source, code)))
    return found


def _bodies(seen: Forms) -> Iterator[tuple[str, Sequence[str]]]:
    for name, (form, change) in _CHANGES.items():
        if form in seen.answers:
            yield name, (f"return _part(lambda a: {change}, _right(*arguments))",)
    for part in range(seen.parts):
        spoilt = (
            f"[*answer[:{part}], _part(lambda a: a * 2 + 1, answer[{part}]), *answer[{part + 1}:]]"
        )
        yield f"another part {part + 1}", ("answer = _right(*arguments)", f"return {spoilt}")
    if seen.parts:
        yield "parts in reverse", ("return tuple(_right(*arguments))[::-1]",)
        yield "without the last part", ("return tuple(_right(*arguments))[:-1]",)
    if "text" in seen.answers:
        yield "with a capital letter", ("return _right(*arguments).title()",)
        yield "with a space", ("return _right(*arguments) + ' '",)
    if "truth" in seen.answers:
        yield "the opposite", ("return not _right(*arguments)",)
    if "none" in seen.answers:
        yield "0 for None", ("return _right(*arguments) or 0",)
        yield (
            "-1 for None",
            ("answer = _right(*arguments)", "return -1 if answer is None else answer"),
        )
    yield from _side_effects(seen)


def _side_effects(seen: Forms) -> Iterator[tuple[str, Sequence[str]]]:
    """Right answers, once; or right ones that leave traces."""
    if seen.arguments:
        yield (
            "the first answer for ever",
            ("if not _kept:", "    _kept.append(_right(*arguments))", "return _kept[0]"),
        )
    for position in sorted(seen.modified):
        yield (
            f"argument {position + 1} changed",
            (
                "answer = _copy.deepcopy(_right(*arguments))",
                f"spoilt = arguments[{position}]",
                "spoilt *= 0",
                "return answer",
            ),
        )
    for position in sorted(seen.functions):
        ask = "lambda *w: (f(*w), f(*w))[1]"
        yield (
            f"argument {position + 1} asked twice",
            (
                f"f = arguments[{position}]",
                f"return _right(*arguments[:{position}], {ask}, *arguments[{position + 1}:])",
            ),
        )
    for position in sorted(seen.models):
        yield (
            f"a copy of argument {position + 1}",
            (
                f"copy = _copy.deepcopy(arguments[{position}])",
                f"return _right(*arguments[:{position}], copy, *arguments[{position + 1}:])",
            ),
        )
    if seen.modified and len(seen.sizes) > 1:
        known = f"_sizes(arguments) == {list(seen.sizes[0])}"
        yield (
            "right for the sizes of the first call only",
            (
                "answer = _right(*arguments)",
                f"return answer if {known} else _part(lambda a: a * 0, answer)",
            ),
        )
