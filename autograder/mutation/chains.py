"""A mistake is charged once: right later tasks on a wrong earlier one, in many styles of calling.

Each style is a line that binds a way of calling the earlier task's function, wrong at that
moment; the later tasks' solutions then call it in this way. Only the earlier task may lose points.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from autograder.course import Assignment, Course
from autograder.judge.session import CheckSession
from autograder.misconceptions.further import record

from .mutants import Mutant, functions_of, solution_of

_CALLED: Final = "called_"
STYLES: Final[dict[str, str]] = {  # {f}: the task's name; {c}: what the later tasks call
    "by name": "{c} = lambda *a: {f}(*a)",
    "an alias": "{c} = {f}",
    "a default argument": "def {c}(*a, act={f}):\n    return act(*a)",
    "a closure": "{c} = (lambda act: lambda *a: act(*a))({f})",
    "partial": "import functools\n{c} = functools.partial({f})",
    "a static method": "class Layer_{f}:\n    act = staticmethod({f})\n{c} = Layer_{f}.act",
    "an attribute": (
        "class Net_{f}:\n    def __init__(self, act):\n        self.act = act\n"
        "    def __call__(self, *a):\n        return self.act(*a)\n{c} = Net_{f}({f})"
    ),
    "a table": "table_{f} = {{'act': {f}}}\n{c} = lambda *a: table_{f}['act'](*a)",
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
        "import numpy as np\n{c} = lambda *a: np.array({f}(*(x.tolist() if np.ndim(x) else x "
        "for x in a)))"
    ),
    "tensors": (
        "import torch, numpy as np\n{c} = lambda *a: np.array({f}(*("
        "torch.tensor(x) if np.ndim(x) else x for x in a)))"
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
        "class Has_{f}:\n    wrong = staticmethod({f})\n    def act(self, *a):\n"
        "        return self.wrong(*a)\n{f} = Has_{f}().act"
    ),
    "a partial": "import functools\n{f} = functools.partial({f})",
}
_WITH_ARRAYS: Final = ("lists", "tensors")


class Chains:
    """The chains of one assignment's solution."""

    def __init__(self, course: Course, assignment: Assignment, session: CheckSession) -> None:
        self._source = solution_of(course.folder, assignment.name)
        self._functions = functions_of(self._source, assignment)
        plain = {task.name: task.plain for task in assignment.tasks}
        self.early = [task for task in self._functions if plain[task] and self._direct(task)]
        self._styles = {task: _styles_for(assignment, session, task) for task in self.early}

    def styles(self, task: str) -> list[str]:
        """The styles in which the task can be called."""
        return list(self._styles[task])

    def mutants(self, entries: Sequence[Mutant]) -> Iterator[Mutant]:
        """Each wrong early function under its later tasks, in each style."""
        for entry in entries:
            [task] = entry.tasks
            for style in self._styles.get(task, {}):
                yield self.mutant(entry, style)

    def mutant(self, entry: Mutant, style: str) -> Mutant:
        """A wrong early function, called by its later tasks in this style."""
        [task] = entry.tasks
        line = self._styles[task][style].format(f=task, c=_CALLED + task)
        later = [_calling(self._functions[other], task) for other in self._direct(task)]
        cell = "\n".join([line, *later])
        return Mutant(f"{entry.id}, {style}", (task,), f"called by {style}", (*entry.cells, cell))

    def _direct(self, task: str) -> list[str]:
        """The later tasks whose solution calls this one."""
        tasks = list(self._functions)
        return [
            other
            for other in tasks[tasks.index(task) + 1 :]
            if any(
                isinstance(n, ast.Name) and n.id == task for n in ast.walk(self._functions[other])
            )
        ]


def _calling(function: ast.FunctionDef, task: str) -> str:
    """The function with its calls of the task made in the style."""
    copy = ast.parse(ast.unparse(function)).body[0]
    for node in ast.walk(copy):
        if isinstance(node, ast.Name) and node.id == task:
            node.id = _CALLED + task
    return ast.unparse(copy)


def _styles_for(assignment: Assignment, session: CheckSession, task: str) -> dict[str, str]:
    solution = vars(importlib.import_module(f"solutions.{assignment.name}"))
    calls = [
        step
        for check in session.checks
        if check.task == task
        for step in record(session, check, solution)
        if step.verb == task and not step.raised
    ]
    arguments: Any = [step.arguments for step in calls]
    arrays = all(isinstance(call[0], np.ndarray) for call in arguments)
    styles = {name: line for name, line in STYLES.items() if arrays or name not in _WITH_ARRAYS}
    bindings = dict(BINDINGS)
    if arrays and all(_is_elementwise(solution[task], call) for call in arguments):
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
        whole = np.asarray(function(*arguments))
        single = np.vectorize(function, otypes=[float])(*arguments)
    except Exception:
        return False
    return whole.shape == single.shape and bool(np.allclose(whole, single))
