"""Letting a student's earlier function be answered by the checks, wherever it is called from.

A mistake is charged once: a later task's check is repeated with the earlier task's function
standing for a right one. No right function enters this process; a substitute asks the checks and
gives back their answer in the kind and dtype of its first argument.

Rebinding the name at the end reaches few styles of calling it. Swapping the code of the plain
function in place also reaches aliases, default arguments and `np.vectorize`.

A function whose answers change later is not answered by the checks: what it gives is copied.
"""

from __future__ import annotations

import functools
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

Ask = Callable[[str, tuple[Any, ...]], Any]


def install(
    module: types.ModuleType, functions: Mapping[str, Any], tasks: Iterable[str], ask: Ask
) -> None:
    """Let each of `tasks` be answered by `ask`, through its name and in its function.

    `functions`: what each task of the assignment is bound to, if anything. Code that two tasks
    share stays as it is, or the other task would be answered along with this one; so does a
    library's.
    """
    for task in tasks:
        substitute = _substitute(task, ask)
        for plain, bound in _own_functions(module, functions, task):
            _swap_code(plain, substitute, bound)
        vars(module)[task] = substitute


def separate(
    module: types.ModuleType, functions: Mapping[str, Any], task: str
) -> Callable[..., Any]:
    """Let the task's function give copies of its answers, wherever it is called from.

    So no answer changes with a later one. Gives the function as it was. A plain function stays
    bound to its name, with whatever it keeps in attributes of its own.
    """
    function = functions[task]
    own = [plain for plain, _ in _own_functions(module, functions, task) if plain is function]
    as_it_was = _twin(function) if own else function

    def separated(*arguments: Any, **named: Any) -> Any:
        return _copied(as_it_was(*arguments, **named))

    functools.update_wrapper(separated, function)
    separated.__name__ = task
    for plain in own:
        _swap_code(plain, separated, 0)
    if not own:
        vars(module)[task] = separated
    return as_it_was


def _twin(function: types.FunctionType) -> types.FunctionType:
    """Another function of the same code, names and defaults."""
    twin = types.FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__,
        function.__closure__,
    )  # fmt: skip
    twin.__kwdefaults__ = function.__kwdefaults__
    return twin


def _copied(answer: Any) -> Any:
    if type(answer) in (list, tuple):
        return type(answer)(map(_copied, answer))
    torch: Any = sys.modules.get("torch")
    if torch is not None and isinstance(answer, torch.Tensor):
        return answer.clone()
    return np.array(answer) if isinstance(answer, np.ndarray) else answer


def _own_functions(
    module: types.ModuleType, functions: Mapping[str, Any], task: str
) -> Iterator[tuple[types.FunctionType, int]]:
    """Those in which a call of the task's function ends, and none of another task's."""
    others = (each for name, each in functions.items() if name != task)
    kept = {id(plain) for other in others for plain, _ in _plain_functions(other)}
    for plain, bound in _plain_functions(functions.get(task)):
        if id(plain) not in kept and plain.__globals__ is vars(module):
            yield plain, bound


def _substitute(task: str, ask: Ask) -> Callable[..., Any]:
    def substitute(*arguments: Any, **named: Any) -> Any:
        return ask(task, (*arguments, *named.values()))

    substitute.__name__ = substitute.__qualname__ = task
    return substitute


def _plain_functions(function: Any) -> Iterator[tuple[types.FunctionType, int]]:
    """The Python functions in which a call of `function` ends.

    With each: how many arguments it gets before those of the call, a self or a partial's own.
    """
    if isinstance(function, functools.partial):
        bound = len(function.args)
        yield from ((inner, before + bound) for inner, before in _plain_functions(function.func))
        return
    if isinstance(function, types.MethodType):
        if isinstance(function.__func__, types.FunctionType):
            yield function.__func__, 1
        return
    if isinstance(function, types.FunctionType):
        yield function, 0
    for name in ("pyfunc", "__wrapped__"):
        if isinstance(inner := getattr(function, name, None), types.FunctionType):
            yield inner, 0
    call = vars(type(function)).get("__call__")
    if isinstance(call, types.FunctionType):
        yield call, 1


def _swap_code(function: types.FunctionType, substitute: Callable[..., Any], bound: int) -> None:
    """Give the function a code that calls `substitute`; its identity, and so its aliases, stay.

    The first `bound` arguments are not passed on.
    """
    key = f"__substitute_{substitute.__name__}"
    function.__globals__[key] = substitute
    free = function.__code__.co_freevars
    cells = "".join(f"    {name} = None\n" for name in free)
    uses = f"({', '.join(free)},)" if free else "()"
    source = (
        f"def outer():\n{cells}    def call(*arguments, **named):\n"
        f"        if 0: {uses}\n        return {key}(*arguments[{bound}:], **named)\n"
        "    return call\n"
    )
    namespace: dict[str, Any] = {}
    exec(source, namespace)
    function.__defaults__ = function.__kwdefaults__ = None
    function.__code__ = namespace["outer"]().__code__


def like_first(answer: Any, arguments: tuple[Any, ...]) -> Any:
    """The checks' answer, float64 arrays, in the kind and dtype of the first argument."""
    if isinstance(answer, tuple):
        return tuple(like_first(part, arguments) for part in answer)
    if not arguments or not isinstance(answer, (np.ndarray, float)):
        return answer
    first = arguments[0]
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(first, torch.Tensor):
        dtype = first.dtype if first.dtype.is_floating_point else torch.get_default_dtype()
        return torch.as_tensor(answer).to(dtype)
    if isinstance(first, (np.ndarray, np.generic)):
        array = np.asarray(answer)
        array = array.astype(first.dtype) if first.dtype.kind == "f" else array
        return array[()] if isinstance(first, np.generic) else array
    if isinstance(first, (list, tuple)) and isinstance(answer, np.ndarray) and answer.ndim:
        listed = answer.tolist()
        return tuple(listed) if isinstance(first, tuple) else listed
    if isinstance(first, (int, float)) and np.ndim(answer) == 0:
        return float(answer)
    return answer
