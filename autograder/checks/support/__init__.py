"""What every check may use: the task marker, the student's verbs, expectations, plain data."""

from .answers import Answer, numbers, unpack
from .expect import (
    expect,
    expect_detached,
    expect_dtype,
    expect_no_warning,
    expect_unchanged,
    tolerance,
)
from .findings import fail
from .marks import task
from .plain import Model, Plain, Tensor
from .student import Student
from .watch import watch

__all__ = [
    "Answer", "Model", "Plain", "Student", "Tensor", "expect", "expect_detached", "expect_dtype",
    "expect_no_warning", "expect_unchanged", "fail", "numbers", "task", "tolerance", "unpack",
    "watch",
]  # fmt: skip
