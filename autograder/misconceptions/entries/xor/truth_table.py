"""Misconceptions about `truth_table`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.misconceptions.catalogue import misconception, way

if TYPE_CHECKING:
    import torch
else:
    from autograder.misconceptions.later import torch


def _table(*labels: float, rows: Any = ((0, 0), (0, 1), (1, 0), (1, 1))) -> tuple[Any, Any]:
    X = torch.tensor(rows, dtype=torch.float32)
    return X, torch.tensor(labels, dtype=torch.float32).reshape(4, 1)


@misconception(
    "xor/table-of-integers",
    title="makes integer tensors",
    why="0 and 1 are typed without a decimal point.",
    en="The numbers are right, their dtype is an integer. What do the layers compute with?",
    ko="값은 맞지만 dtype이 정수입니다. 층은 어떤 수로 계산하나요?",
)
def table_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.long(), Y.long()


@way("xor/table-of-integers")
def inputs_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.long(), Y


@way("xor/table-of-integers")
def labels_of_integers() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.long()


@misconception(
    "xor/table-in-double-precision",
    title="makes float64 tensors",
    why="torch.from_numpy keeps NumPy's dtype.",
    en="The numbers are right, but in double precision. Which dtype do the layers' weights have?",
    ko="값은 맞지만 배정밀도(float64)입니다. 층의 가중치는 어떤 dtype인가요?",
)
def table_in_double_precision() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.double(), Y.double()


@misconception(
    "xor/table-without-tensors",
    title="returns lists or NumPy arrays",
    why="The earlier notebooks used NumPy.",
    en="The numbers are right, but they are no tensors. What can a layer of PyTorch take?",
    ko="값은 맞지만 텐서가 아닙니다. 파이토치의 층은 무엇을 받을 수 있나요?",
)
def table_without_tensors() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.numpy(), Y.numpy()


@misconception(
    "xor/labels-flat",
    title="makes Y a vector",
    why="Four labels look like a list of four.",
    en="The labels are right, but Y has shape (4,). Which shape does the model's output have?",
    ko="레이블은 맞지만 Y의 모양이 (4,)입니다. 모델의 출력은 어떤 모양(shape)인가요?",
)
def labels_flat() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.reshape(4)


@way("xor/labels-flat")
def labels_in_a_row() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X, Y.reshape(1, 4)


@misconception(
    "xor/inputs-in-columns",
    title="lists the inputs by column",
    why="x₁ and x₂ are typed one after the other.",
    en="X has shape (2, 4): each row holds one input of all examples. What does one row of a "
    "batch hold for a layer?",
    ko="X의 모양이 (2, 4)로, 행마다 한 입력의 값이 모여 있습니다. 층에 넣는 배치에서 한 행은 "
    "무엇인가요?",
)
def inputs_in_columns() -> tuple[Any, Any]:
    X, Y = _table(0, 1, 1, 0)
    return X.T, Y


@misconception(
    "xor/rows-in-other-order",
    title="lists the inputs in another order",
    why="The first input is counted up first.",
    en="All four inputs are there, in another order than in the chapter. Which input changes "
    "first?",
    ko="네 입력이 모두 있지만 교재와 순서가 다릅니다. 어느 입력이 먼저 바뀌나요?",
)
def rows_in_other_order() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((0, 0), (1, 0), (0, 1), (1, 1)))


@way("xor/rows-in-other-order")
def rows_from_the_end() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((1, 1), (1, 0), (0, 1), (0, 0)))


@misconception(
    "xor/labels-of-another-gate",
    title="has another gate's labels",
    why="XOR is mixed up with OR, AND or its opposite.",
    en="The inputs are right, the labels belong to another gate. When is XOR 1: if one input "
    "is 1, or if exactly one is?",
    ko="입력은 맞지만 레이블이 다른 게이트의 것입니다. XOR이 1이 되는 것은 두 입력이 어떨 "
    "때인가요?",
)
def labels_of_or() -> tuple[Any, Any]:
    return _table(0, 1, 1, 1)


@way("xor/labels-of-another-gate")
def labels_of_and() -> tuple[Any, Any]:
    return _table(0, 0, 0, 1)


@way("xor/labels-of-another-gate")
def labels_of_xnor() -> tuple[Any, Any]:
    return _table(1, 0, 0, 1)


@way("xor/labels-of-another-gate")
def labels_of_nand() -> tuple[Any, Any]:
    return _table(1, 1, 1, 0)


@misconception(
    "xor/labels-before-inputs",
    title="returns (Y, X)",
    why="Order of parts mixed up.",
    en="Both tensors are there, each in the other's place. In which order does the docstring "
    "name them?",
    ko="두 텐서가 모두 있지만 자리가 서로 바뀌어 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def labels_before_inputs() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0)[::-1]


@misconception(
    "xor/table-in-one-tensor",
    title="keeps the table in one tensor",
    why="A truth table is printed as one block.",
    en="Inputs and labels come back in one tensor. Which columns does the model see, and which "
    "should it only be compared with?",
    ko="입력과 레이블이 한 텐서에 들어 있습니다. 모델이 보는 열과 비교에만 쓰는 열은 각각 어느 "
    "것인가요?",
)
def table_in_one_tensor() -> Any:
    return torch.cat(_table(0, 1, 1, 0), dim=1)


@misconception(
    "xor/labels-plus-minus-one",
    title="uses −1 and 1",
    why="The sign function is in mind.",
    en="−1 stands for 0. Between which two values do the outputs of a sigmoid lie?",
    ko="0 대신 −1이 들어 있습니다. 시그모이드의 출력은 어떤 두 값 사이에 있나요?",
)
def labels_plus_minus_one() -> tuple[Any, Any]:
    return _table(-1, 1, 1, -1)


@way("xor/labels-plus-minus-one")
def inputs_plus_minus_one() -> tuple[Any, Any]:
    return _table(0, 1, 1, 0, rows=((-1, -1), (-1, 1), (1, -1), (1, 1)))
