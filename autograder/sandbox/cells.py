"""Running a notebook's cells as Jupyter would, in a module that is really `__main__`."""

from __future__ import annotations
import __future__

import ast
import asyncio
import builtins
import functools
import inspect
import linecache
import operator
import re
import sys
import types
from collections.abc import Callable, Iterable
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from .wire import CellNote, short

_KEEP_BODY = frozenset({"time", "capture", "prun"})
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[^\n]*(?:\n|\Z)")
_LINE_MAGIC = re.compile(
    r"get_ipython\(\)\.(?:run_line_magic\('(?P<magic>[^']*)'|(?P<shell>system|getoutput)\()"
)
_FUTURE_FLAGS = functools.reduce(
    operator.or_,
    (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names),
)
_HELP = ("pinfo", "pinfo2", "psearch")


class Notebook:
    """One module `__main__`, filled cell by cell."""

    def __init__(self, tasks: Iterable[str]) -> None:
        self.module = types.ModuleType("__main__")
        self.notes: list[CellNote] = []
        self._tasks = tuple(tasks)
        self._callables: dict[str, Any] = {}
        self._bound_in: dict[str, int] = {}
        self._index = 0
        self._flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self._loop: asyncio.AbstractEventLoop | None = None
        sys.modules["__main__"] = self.module
        vars(self.module)["__builtins__"] = builtins

    def function(self, task: str) -> Any:
        """The last callable that the task's name was bound to; None without one."""
        self._remember_callables()
        return self._callables.get(task)

    def run(self, cells: list[str | None], started: Callable[[int], None]) -> None:
        """Run the cells; an error in one ends that one alone. `started` hears each index."""
        sources = [None if cell is None else self._python(i, cell) for i, cell in enumerate(cells)]
        for index, source in enumerate(sources):
            if source is not None and source.strip():
                self._index = index
                started(index)
                self._run_cell(index, source)
        self._restore_callables()

    def _python(self, index: int, cell: str) -> str:
        """The cell as plain Python, with a note on what was left out."""
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
        while match := _CELL_MAGIC.match(cell):
            if match[1] not in _KEEP_BODY:
                self._note("cell_magic", index, f"%%{match[1]}")
                return ""
            self._note("line_magic", index, f"%%{match[1]}")
            cell = cell[match.end() :]
        try:
            python = _transform(cell)
        except Exception:
            return cell
        for match in _LINE_MAGIC.finditer(python):
            name = match["magic"]
            self._note("line_magic", index, "?" if name in _HELP else f"%{name}" if name else "!")
        return python

    def _run_cell(self, index: int, source: str) -> None:
        name = f"<cell {index + 1}>"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        try:
            statements = self._compile(source, name)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line = f" (line {error.lineno})" if isinstance(error, SyntaxError) else ""
            self._note("syntax", index, f"{type(error).__name__}: {_text(error)}{line}")
            return
        try:
            for statement in statements:
                self._run_statement(statement)
        except NotImplementedError:
            pass
        except BaseException as error:
            self._note("stopped", index, f"{type(error).__name__}: {_text(error)}")
        finally:
            self._remember_callables()

    def _compile(self, source: str, name: str) -> list[types.CodeType]:
        """A code object for each statement, so that every binding of a name is seen."""
        compile(source, name, "exec", self._flags, dont_inherit=True)
        statements = []
        for node in ast.parse(source, name).body:
            module = ast.Module([node], type_ignores=[])
            code = compile(module, name, "exec", self._flags, dont_inherit=True)
            self._flags |= code.co_flags & _FUTURE_FLAGS
            statements.append(code)
        return statements

    def _run_statement(self, code: types.CodeType) -> None:
        result = eval(code, vars(self.module))
        if inspect.iscoroutine(result):
            self._loop = self._loop or asyncio.new_event_loop()
            self._loop.run_until_complete(result)
        self._remember_callables()

    def _remember_callables(self) -> None:
        namespace = vars(self.module)
        for task in self._tasks:
            if callable(value := namespace.get(task)):
                self._callables[task] = value
                self._bound_in[task] = self._index

    def _restore_callables(self) -> None:
        """A task's name that a later cell used for something else is its function again."""
        namespace = vars(self.module)
        for task, function in self._callables.items():
            if not callable(namespace.get(task)):
                self._note("reused", self._bound_in[task], task)
                namespace[task] = function

    def _note(self, code: str, index: int, text: str) -> None:
        self.notes.append(CellNote(code, index, short(text)))


def _transform(cell: str) -> str:
    """IPython's syntax as Python's: magics become calls, prompts go."""
    manager: Any = TransformerManager
    return str(manager().transform_cell(cell))


def _text(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        return str(error)[:300]
    except BaseException:
        return ""


class _Shell:
    """Stands for IPython's shell: magics and shell lines do nothing."""

    def run_line_magic(self, *_arguments: object, **_options: object) -> None:
        return None

    run_cell_magic = magic = system = run_line_magic

    def getoutput(self, *_arguments: object, **_options: object) -> list[str]:
        return []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.run_line_magic


def install_builtins() -> None:
    """What a notebook finds beside Python's own names: `display`, `get_ipython`, no `input`."""
    shell = _Shell()

    def display(*values: object, **_options: object) -> None:
        for value in values:
            print(value)

    def no_input(_prompt: object = "") -> str:
        raise EOFError("input() has nobody to ask here; give the value in the code")

    vars(builtins).update(get_ipython=lambda: shell, display=display, input=no_input)
