"""Mistakes about `truth_table`."""

from __future__ import annotations

from typing import Any

import torch

from autograder.hints import mistake, variant


def _table(*labels: float, rows: Any = ((0, 0), (0, 1), (1, 0), (1, 1))) -> tuple[Any, Any]:
    X = torch.tensor(rows, dtype=torch.float32)
    return X, torch.tensor(labels, dtype=torch.float32).reshape(4, 1)


@mistake("table-of-integers")
def table_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.long(), Y.long()


@variant("table-of-integers")
def inputs_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.long(), Y


@variant("table-of-integers")
def labels_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.long()


@mistake("table-in-double-precision")
def table_in_double_precision() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.double(), Y.double()


@mistake("table-without-tensors")
def table_without_tensors() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.numpy(), Y.numpy()


@mistake("labels-flat")
def labels_flat() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.reshape(4)


@variant("labels-flat")
def labels_in_a_row() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.reshape(1, 4)


@mistake("inputs-in-columns")
def inputs_in_columns() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.T, Y


@mistake("rows-in-other-order")
def rows_in_other_order() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((0, 0), (1, 0), (0, 1), (1, 1)))


@variant("rows-in-other-order")
def rows_from_the_end() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((1, 1), (1, 0), (0, 1), (0, 0)))


@mistake("labels-of-another-gate")
def labels_of_or() -> tuple[Any, Any]:
    return _table(0, 1, 1, 1)


@variant("labels-of-another-gate")
def labels_of_and() -> tuple[Any, Any]:
    return _table(0, 0, 0, 1)


@variant("labels-of-another-gate")
def labels_of_xnor() -> tuple[Any, Any]:
    return _table(1, 0, 0, 1)


@variant("labels-of-another-gate")
def labels_of_nand() -> tuple[Any, Any]:
    return _table(1, 1, 1, 0)


@mistake("labels-before-inputs")
def labels_before_inputs() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0)[::-1]


@mistake("table-in-one-tensor")
def table_in_one_tensor() -> Any:
    return torch.cat(_table(0, 1, 1, 0), dim=1)


@mistake("labels-plus-minus-one")
def labels_plus_minus_one() -> tuple[Any, Any]:
    return _table(-1, 1, 1, -1)


@mistake("inputs-plus-minus-one")
def inputs_plus_minus_one() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((-1, -1), (-1, 1), (1, -1), (1, 1)))
