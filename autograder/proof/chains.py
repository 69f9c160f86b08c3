"""A mistake is charged once: right later tasks on a wrong earlier one, in many styles of calling.

Each style is a line that binds a way of calling the earlier task's function, wrong at that
moment; the later tasks' solutions then call it in this way. Only the earlier task may lose points.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.course import Assignment, Course
from autograder.hints.further_calls import record
from autograder.hints.replay import fresh
from autograder.proof.mutants import Mutant
from autograder.proof.solution_text import functions_of, names_in, text_of

_CALLED: Final = "called_"
STYLES: Final[dict[str, str]] = {  # {f}: the task's name; {c}: what the later tasks call
    "by name": "{c} = lambda *a: {f}(*a)",
    "an alias": "{c} = {f}",
    "a default argument": "def {c}(*a, call={f}):\n    return call(*a)",
    "a closure": "{c} = (lambda call: lambda *a: call(*a))({f})",
    "partial": "import functools\n{c} = functools.partial({f})",
    "a static method": "class Holder_{f}:\n    call = staticmethod({f})\n{c} = Holder_{f}.call",
    "an attribute": (
        "class Caller_{f}:\n    def __init__(self, call):\n        self.call = call\n"
        "    def __call__(self, *a):\n        return self.call(*a)\n{c} = Caller_{f}({f})"
    ),
    "a table": "table_{f} = {{'call': {f}}}\n{c} = lambda *a: table_{f}['call'](*a)",
    "a module's alias": "import __main__ as me\n{c} = lambda *a: me.{f}(*a)",
    "an import": "from __main__ import {f} as {c}",
    "a decorator": (
        "import functools\n@functools.wraps({f})\ndef {c}(*a, **k):\n"
        "    return {c}.__wrapped__(*a, **k)"
    ),
    "keywords": (
        "import inspect\nnames_{f} = inspect.getfullargspec({f}).args\n"
        "{c} = lambda *a: {f}(**dict(zip(names_{f}, a)))"
    ),
    "lists": (
        "import numpy as np\n{c} = lambda *a: np.array({f}(*(x.tolist() "
        "if isinstance(x, np.ndarray) else x for x in a)))"
    ),
    "tensors": (
        "import torch, numpy as np\n{c} = lambda *a: np.array({f}(*("
        "torch.tensor(x) if isinstance(x, np.ndarray) else x for x in a)))"
    ),
}
ELEMENTWISE: Final[dict[str, str]] = {
    "np.vectorize": "import numpy as np\n{c} = np.vectorize({f}, otypes=[float])",
    "a comprehension": (
        "import numpy as np\n{c} = lambda *a: np.array([{f}(*each) for each in "
        "zip(*(np.ravel(x) for x in np.broadcast_arrays(*a)))]).reshape(np.shape(a[0]))"
    ),
    "map": (
        "import numpy as np\n{c} = lambda *a: np.array(list(map({f}, *(np.ravel(x) for x in "
        "np.broadcast_arrays(*a))))).reshape(np.shape(a[0]))"
    ),
}
BINDINGS: Final[dict[str, str]] = {  # what else than a function the task's name can be bound to
    "a decorated function": (
        "import functools\ndef shown_{f}(f):\n    @functools.wraps(f)\n    def inner(*a):\n"
        "        return f(*a)\n    return inner\n{f} = shown_{f}({f})"
    ),
    "a lambda": "{f} = (lambda f: lambda *a: f(*a))({f})",
    "an instance": (
        "class Own_{f}:\n    wrong = staticmethod({f})\n    def __call__(self, *a):\n"
        "        return self.wrong(*a)\n{f} = Own_{f}()"
    ),
    "a method": (
        "class Has_{f}:\n    wrong = staticmethod({f})\n    def call(self, *a):\n"
        "        return self.wrong(*a)\n{f} = Has_{f}().call"
    ),
    "a partial": "import functools\n{f} = functools.partial({f})",
}
_WITH_ARRAYS: Final = ("lists", "tensors")


class Chains:
    """The chains of one assignment's solution."""

    def __init__(self, course: Course, assignment: Assignment, checks: CheckSet) -> None:
        source = text_of(course, assignment.name)
        self._solution = solution = content.solution(course.folder, assignment.name)
        self._functions = functions_of(source, assignment)
        plain = {task.name for task in assignment.tasks if task.plain}
        self.early = [task for task in self._functions if task in plain and self._direct(task)]
        self._calls = {task: _calls(task, checks, solution) for task in self.early}
        self._styles = {
            task: _styles_for(calls, solution[task]) for task, calls in self._calls.items()
        }

    def styles(self, task: str) -> list[str]:
        """The styles in which the task can be called."""
        return list(self._styles[task])

    def mutants(self, wrong: Sequence[Mutant]) -> Iterator[Mutant]:
        """Each wrong early function under its later tasks, in each style."""
        for mutant in wrong:
            [task] = mutant.tasks
            for style in self._styles.get(task, {}):
                if style not in ELEMENTWISE or self._is_elementwise(mutant):
                    yield self.mutant(mutant, style)

    def mutant(self, wrong: Mutant, style: str) -> Mutant:
        """A wrong early function, called by its later tasks in this style."""
        [task] = wrong.tasks
        line = self._styles[task][style].format(f=task, c=_CALLED + task)
        later = [_calling(self._functions[other], task) for other in self._direct(task)]
        cell = "\n".join([line, *later])
        return Mutant(f"{wrong.id}, {style}", (task,), f"called by {style}", (*wrong.cells, cell))

    def _is_elementwise(self, wrong: Mutant) -> bool:
        """Whether number by number it answers as at once: it would be another mistake."""
        [task] = wrong.tasks
        functions = dict(self._solution)
        exec("\n".join(wrong.cells), functions)
        with np.errstate(all="ignore"):
            return all(_is_elementwise(functions[task], call) for call in self._calls[task])

    def _direct(self, task: str) -> list[str]:
        """The later tasks whose solution calls this one."""
        tasks = list(self._functions)
        return [
            other
            for other in tasks[tasks.index(task) + 1 :]
            if task in names_in(self._functions[other])
        ]


def _calling(function: ast.FunctionDef, task: str) -> str:
    """The function with its calls of the task made in the style."""
    copy = ast.parse(ast.unparse(function)).body[0]
    for node in ast.walk(copy):
        if isinstance(node, ast.Name) and node.id == task:
            node.id = _CALLED + task
    return ast.unparse(copy)


def _calls(task: str, checks: CheckSet, solution: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What the task's checks ask it with."""
    return [
        step.arguments
        for check in checks.of_task(task)
        for step in record(checks, check, solution)
        if step.verb == task and not step.raised
    ]


def _styles_for(calls: Sequence[tuple[Any, ...]], right: Any) -> dict[str, str]:
    arrays = bool(calls) and all(call and isinstance(call[0], np.ndarray) for call in calls)
    styles = {name: line for name, line in STYLES.items() if arrays or name not in _WITH_ARRAYS}
    bindings = dict(BINDINGS)
    if arrays and all(_is_elementwise(right, call) for call in calls):
        styles |= ELEMENTWISE
        bindings["np.vectorize itself"] = (
            "import numpy as np\n{f} = np.vectorize({f}, otypes=[float])"
        )
    for name, line in bindings.items():
        styles[f"name of {name}"] = f"{line}\n{STYLES['by name']}"
        styles[f"alias of {name}"] = f"{line}\n{STYLES['an alias']}"
    return styles


def _is_elementwise(function: Any, arguments: tuple[Any, ...]) -> bool:
    try:
        whole = np.asarray(function(*map(fresh, arguments)))
        single = np.vectorize(function, otypes=[float])(*map(fresh, arguments))
    except Exception:
        return False
    return whole.shape == single.shape and bool(np.allclose(whole, single))
