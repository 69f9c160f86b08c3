"""Single precision that is the same on every machine, and what is drawn with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.checks.single import Single

RNG = np.random.default_rng(5)
A, B, x = (RNG.normal(size=size) for size in ((3, 4), (4, 5), 4))
WORK: dict[str, Callable[..., Any]] = {
    "a product of matrices": lambda A, B, _x: A @ B,
    "a matrix times a vector": lambda A, _B, x: A @ x,
    "a vector times a matrix": lambda _A, B, x: x @ B,
    "a product of vectors": lambda _A, _B, x: x @ x,
    "np.dot": lambda A, B, x: (np.dot(A, B), np.dot(A, x), np.dot(x, x)),
    "np.outer": lambda _A, _B, x: np.outer(x, x),
    "a stack of matrices": lambda A, B, _x: np.stack([A, 2 * A]) @ B,
    "a sigmoid": lambda A, _B, _x: 1 / (1 + np.exp(-A)),
    "a choice": lambda A, _B, _x: np.where(A > 0, A, np.exp(A)),
    "sums and means": lambda A, _B, _x: (A.sum(), A.mean(axis=0), np.sum(A**2, axis=1)),
    "a mask": lambda A, _B, _x: A[A > 0],
    "a filled array": lambda A, _B, _x: _filled(A),
}


def _filled(A: Any) -> Any:
    filled = np.zeros_like(A)
    filled[0] = A[1]
    return filled @ x.astype(np.float32)


@pytest.mark.parametrize("work", WORK)
def test_what_is_worked_out_is_right_and_single(work: str) -> None:
    single, double = (WORK[work](*map(kind, (A, B, x))) for kind in (Single.of, np.asarray))
    if not isinstance(single, tuple):
        single, double = (single,), (double,)
    for one, other in zip(single, double, strict=True):
        assert isinstance(one, Single)
        assert one.dtype == np.float32
        assert one.shape == np.shape(other)
        assert np.allclose(one, other, rtol=1e-5, atol=1e-6)
        assert not np.array_equal(one, other)  # it was not worked in double precision


def test_terms_are_added_up_in_their_order() -> None:
    terms = Single.of(np.array([1e8, 1.0, 1.0, -1e8]))
    assert float(terms @ Single.of(np.ones(4))) == 0
    assert float(terms[[0, 3, 1, 2]] @ Single.of(np.ones(4))) == 2


def test_an_array_that_is_modified_stays_the_same_array() -> None:
    array = Single.of(A)
    view = array[0]
    before = array
    array -= 0.5 * array
    np.exp(array, out=array)
    assert array is before
    assert np.allclose(view, np.exp(A[0] / 2))


def test_sizes_that_do_not_fit_are_an_error() -> None:
    with pytest.raises(ValueError, match="mismatch"):
        Single.of(A) @ Single.of(x)[:3]


def test_the_same_is_drawn_on_other_processors() -> None:
    code = (
        "import numpy as np; from autograder.checks import draw; rng = np.random.default_rng(3)\n"
        "made = lambda rng: (rng.uniform(-9, 9, (4, 23)), rng.uniform(-9, 9, 23))\n"
        "print([draw(rng, made, lambda W, x: W @ x)[0][0, 0] for _ in range(100)])"
    )
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "OPENBLAS_CORETYPE": kernels},
            capture_output=True, text=True, check=True,
        ).stdout
        for kernels in ("Prescott", "Nehalem", "Haswell")
    }  # fmt: skip
    assert len(drawn) == 1
    assert drawn != {""}
