"""The locked child: it runs the student's cells and calls their functions when asked.

Everything here runs beside the student's code and can be changed by it. Nothing here knows an
expected value, and nothing that it says is believed beyond being this student's answer.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Literal

from autograder.sandbox import stubs, substitutes, wire
from autograder.sandbox.cells import Notebook, install_builtins, place_of, text_of
from autograder.values import models
from autograder.values.calls import HELD, CallOutcome, invoke
from autograder.values.plain import MAX_BYTES, Model, from_value, to_value

WIRE = 3
_CHUNK = 65536

_Question = (
    wire.Call
    | wire.Build
    | wire.Parameters
    | wire.Outputs
    | wire.Nudge
    | wire.Again
    | wire.Substitute
    | wire.Separate
)


class _MissingError(Exception):
    """No callable is bound to the task's name."""


class ChildServer:
    """Serves the judge's requests on descriptor 3, one at a time."""

    def __init__(self, nesting: int) -> None:
        self._nesting = nesting
        self._depth = 0
        self._number = 0
        self._thread = threading.get_ident()
        self._models: list[Any] = []
        self._given: deque[object] = deque(maxlen=HELD)
        self._notebook = Notebook(())
        self._own: dict[str, Callable[..., Any]] = {}  # what gives copies to others, as it was

    def serve(self) -> None:
        """Answer requests until the judge closes the wire."""
        _send(wire.Locked())
        while (request := _receive()) is not None:
            if isinstance(request, wire.Load):
                self._load(request)
            elif not isinstance(request, wire.Answered):
                _write(self._answer(request))

    def _load(self, request: wire.Load) -> None:
        stubs.install(request.language)
        install_builtins(request.no_input)
        self._notebook = Notebook(request.tasks)
        without = {(index, line) for index, line in request.without}
        self._notebook.run(
            request.cells, lambda index, line: _send(wire.CellStarted(index, line)), without
        )
        _send(wire.Loaded(self._notebook.notes[: wire.NOTES]))

    def _answer(self, request: _Question) -> bytes:
        self._number = request.number
        try:
            return wire.encode(self._returned(self._outcome(request)))
        except _MissingError:
            return wire.encode(self._raised("missing"))
        except NotImplementedError:
            return wire.encode(self._raised("not_started"))
        except BaseException as error:
            name, place = type(error).__name__, place_of(error)
            return wire.encode(self._raised("raised", name, text_of(error), place))
        finally:
            self._number = 0

    def _outcome(self, request: _Question) -> CallOutcome:
        if isinstance(request, wire.Call):
            function = self._own.get(request.task) or self._notebook.functions().get(request.task)
            if function is None:
                raise _MissingError
            arguments = [self._arrive(argument) for argument in request.arguments]
            return invoke(function, arguments, self._hold, self._given)
        if isinstance(request, wire.Build):
            parameters: Any = [wire.unpack(each) for each in request.parameters]
            layers = [models.Layer(*each) for each in request.layers]
            return CallOutcome(self._hold(models.build(layers, parameters)))
        if isinstance(request, wire.Parameters):
            parameters = models.parameters_of(self._models[request.model])
            if sum(each.nbytes for each in parameters) > MAX_BYTES:
                raise ValueError("it has too many parameters to be looked at")
            return CallOutcome(parameters)
        if isinstance(request, (wire.Outputs, wire.Nudge)):
            X: Any = wire.unpack(request.X)
            look = models.outputs_of if isinstance(request, wire.Outputs) else models.nudge
            return CallOutcome(look(self._models[request.model], X))
        if isinstance(request, wire.Again):
            given = list(self._given)[-request.count :]
            return CallOutcome([to_value(answer) for answer in given])
        functions = self._notebook.functions()
        if isinstance(request, wire.Separate):
            for task in filter(functions.get, request.tasks):
                self._own[task] = substitutes.separate(self._notebook.module, functions, task)
            return CallOutcome(None)
        substitutes.install(self._notebook.module, functions, request.tasks, self._substitute)
        return CallOutcome(None)

    def _returned(self, outcome: CallOutcome) -> wire.Returned:
        return wire.Returned(
            self._number,
            wire.pack(outcome.value),
            list(outcome.changed),
            [wire.short(text) for text in outcome.warned[: wire.WARNINGS]],
            list(map(wire.pack, outcome.after)),
            list(outcome.kept),
            list(outcome.inside),
        )

    def _raised(
        self,
        kind: Literal["missing", "not_started", "raised"],
        name: str = "",
        text: str = "",
        place: tuple[int, int] = (0, 0),
    ) -> wire.Raised:
        said = wire.short(name, wire.NAME), wire.short(text)
        return wire.Raised(self._number, kind, *said, *place)

    def _hold(self, model: object) -> Model:
        self._models.append(model)
        return Model(len(self._models) - 1)

    def _arrive(self, argument: wire.Data) -> Any:
        if isinstance(argument, wire.Reference):
            return self._models[argument.number]
        if isinstance(argument, wire.Function):
            return self._function(argument)
        return from_value(wire.unpack(argument))

    def _function(self, function: wire.Function) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            return from_value(self._ask(function.number, arguments))

        call.__name__ = call.__qualname__ = function.name
        return call

    def _substitute(self, task: str, arguments: tuple[Any, ...]) -> Any:
        return substitutes.like_first(from_value(self._ask(task, arguments)), arguments)

    def _ask(self, function: int | str, arguments: tuple[Any, ...]) -> Any:
        """Ask the judge; its answer as plain data. Serves nothing else meanwhile."""
        if threading.get_ident() != self._thread or not self._number:
            raise RuntimeError("this function answers only during the call, in the main thread")
        if self._depth >= self._nesting:
            raise RecursionError("this function was called from within itself too often")
        self._depth += 1
        try:
            packed = [wire.pack(to_value(argument, self._hold)) for argument in arguments]
            _send(wire.Asked(self._number, function, packed))
            answer = _receive()
        finally:
            self._depth -= 1
        if answer is None:
            os._exit(1)
        assert isinstance(answer, wire.Answered)
        if answer.error is not None:
            raise ValueError(answer.error)
        return wire.unpack(answer.value)


def _send(message: wire.Reply) -> None:
    _write(wire.encode(message))


def _write(frame: bytes) -> None:
    with contextlib.suppress(Exception):  # the student may have put anything in its place
        sys.stdout.flush()
    rest = memoryview(frame)
    while rest:
        rest = rest[os.write(WIRE, rest) :]


def _receive() -> wire.Request | None:
    header = _read(wire.HEADER_SIZE)
    if header is None:
        return None
    body = _read(wire.frame_length(header, wire.MAX_REQUEST))
    return None if body is None else wire.decode_request(body)


_received = bytearray()  # what came and was not looked at yet: requests come many at a time


def _read(length: int) -> bytes | None:
    while len(_received) < length:
        part = os.read(WIRE, max(_CHUNK, length - len(_received)))
        if not part:
            return None
        _received.extend(part)
    read = bytes(_received[:length])
    del _received[:length]
    return read


def prepare_streams() -> None:
    """stdout and stderr are one pipe in the order of writing; nothing can be read from stdin."""
    output = io.TextIOWrapper(io.FileIO(1, "w"), encoding="utf-8", errors="backslashreplace")
    vars(sys).update(stdout=output, stderr=output, __stdout__=output, __stderr__=output)


def main(nesting: int) -> None:
    """Serve until the judge hangs up. The process is already locked."""
    prepare_streams()
    ChildServer(nesting).serve()
