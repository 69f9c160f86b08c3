"""Running a notebook's cells as Jupyter would, in a module that is really `__main__`."""

from __future__ import annotations
import __future__

import ast
import asyncio
import builtins
import contextlib
import functools
import inspect
import linecache
import operator
import re
import sys
import types
from collections.abc import Callable, Collection, Iterable
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from autograder.sandbox.wire import NOTE, CellNote, NoteCode, short

_KEEP_BODY = frozenset({"time", "capture", "prun"})
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[^\n]*(?:\n|\Z)")
_LINE_MAGIC = re.compile(
    r"get_ipython\(\)\.(?:run_line_magic\('(?P<magic>[^']*)'|(?P<shell>system|getoutput)\()"
)
_FUTURE_FLAGS = functools.reduce(
    operator.or_,
    (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names),
)
_PROMPT = re.compile(r"\s*In \[\d+\]:")
_CELL_NAME = re.compile(r"<cell (\d{1,5})>")
_MOST_FRAMES = 10_000
_MOST_OF_LINE = 80  # letters
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
        history: dict[str, Any] = {"_": "", "__": "", "___": "", "In": [], "Out": {}}
        vars(self.module).update(history, __builtins__=builtins)

    def functions(self) -> dict[str, Any]:
        """For each task the last callable that its name was bound to, if there was one."""
        self._remember_callables()
        return dict(self._callables)

    def run(
        self,
        cells: list[str | None],
        started: Callable[[int, int], None],
        without: Collection[tuple[int, int]] = (),
    ) -> None:
        """Run the cells; an error in one ends that one alone.

        `started` hears the index of each, and the line of each statement that could take long;
        `without`: the indices and lines of such that are left out.
        """
        for index, cell in enumerate(cells):
            if cell is not None and cell.strip():
                self._index = index
                started(index, 0)
                lines = {line for each, line in without if each == index}
                self._run_cell(
                    cell.replace("\r\n", "\n").replace("\r", "\n"),
                    lambda line, index=index: started(index, line),  # type: ignore[misc]
                    lines,
                )
        self._restore_callables()

    def _run_cell(
        self, cell: str, started: Callable[[int], None], without: Collection[int]
    ) -> None:
        name = f"<cell {self._index + 1}>"
        try:
            source, tree = self._read(cell, name)
            statements = self._compile(tree, name)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            self._note("syntax", described(error) + _where(error))
            return
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        try:
            last = 0
            for begins, statement in statements:
                if begins in without:
                    continue
                if begins > last:  # of several in one line the first is heard of
                    started(begins)
                    last = begins
                self._run_statement(statement)
        except NotImplementedError:
            pass
        except BaseException as error:
            self._note("stopped", described(error))
        finally:
            self._remember_callables()

    def _read(self, cell: str, name: str) -> tuple[str, ast.Module]:
        """The cell as plain Python; with a note on what was left out."""
        while match := _CELL_MAGIC.match(cell):
            kept = match[1] in _KEEP_BODY
            self._note("line_magic" if kept else "cell_magic", f"%%{match[1]}")
            cell = cell[match.end() :] if kept else ""
        if not _PROMPT.match(cell):
            with contextlib.suppress(SyntaxError):  # it holds magics, or is wrong indeed
                return cell, ast.parse(cell, name)
        python = _transform(cell)
        for match in _LINE_MAGIC.finditer(python):
            magic = match["magic"]
            self._note("line_magic", "?" if magic in _HELP else f"%{magic}" if magic else "!")
        return python, ast.parse(python, name)

    def _compile(self, tree: ast.Module, name: str) -> list[tuple[int, types.CodeType]]:
        """A code object for each statement, so that every binding of a name is seen.

        With its line; 0 where it only defines or imports something.
        """
        statements = []
        for node in tree.body:
            module = ast.Module([node], type_ignores=[])
            code = compile(module, name, "exec", self._flags, dont_inherit=True)
            self._flags |= code.co_flags & _FUTURE_FLAGS
            quiet = isinstance(node, (ast.FunctionDef, ast.Import, ast.ImportFrom))
            quiet &= not getattr(node, "decorator_list", ())
            statements.append((0 if quiet else node.lineno, code))
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
                self._index = self._bound_in[task]
                self._note("reused", task)
                namespace[task] = function

    def _note(self, code: NoteCode, text: str) -> None:
        self.notes.append(CellNote(code, self._index, short(text, NOTE)))


def _where(error: Exception) -> str:
    """The line that can't be read, by its number and as it is written."""
    if not isinstance(error, SyntaxError):
        return ""
    line = (error.text or "").strip()
    return f" (line {error.lineno}" + (f": {line[:_MOST_OF_LINE]})" if line else ")")


def _transform(cell: str) -> str:
    """IPython's syntax as Python's: magics become calls, prompts go."""
    manager: Any = TransformerManager
    try:
        return str(manager().transform_cell(cell))
    except Exception:
        return cell


def described(error: BaseException) -> str:
    """The error's type, and what it says if it says anything."""
    text = text_of(error)
    return f"{type(error).__name__}: {text}" if text.strip() else type(error).__name__


def text_of(error: BaseException) -> str:
    """What an error says; nothing if it fails at that."""
    try:
        if isinstance(error, SystemExit) and error.code is None:
            return ""
        return str(error.msg if isinstance(error, SyntaxError) else error)
    except BaseException:
        return ""


def place_of(error: BaseException) -> tuple[int, int]:
    """The cell and the line, from 1, where the error came up in a notebook; 0, 0 if elsewhere."""
    place, trace, frames = (0, 0), error.__traceback__, 0
    while trace is not None and frames < _MOST_FRAMES:
        if match := _CELL_NAME.fullmatch(trace.tb_frame.f_code.co_filename):
            place = int(match[1]), trace.tb_lineno or 0
        trace, frames = trace.tb_next, frames + 1
    return place


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


def install_builtins(no_input_words: str) -> None:
    """What a notebook finds beside Python's own names: `display`, `get_ipython`, no `input`."""
    shell = _Shell()

    def display(*values: object, **_options: object) -> None:
        for value in values:
            print(value)

    def no_input(_prompt: object = "") -> str:
        raise EOFError(no_input_words)

    vars(builtins).update(get_ipython=lambda: shell, display=display, input=no_input)
