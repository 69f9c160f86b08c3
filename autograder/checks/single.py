"""Arrays in single precision whose results are the same to the last bit on every machine.

What a draw is worth is decided by rounding errors, and those of a BLAS, or of a vectorized
exponential, are others on other processors: the same secret would draw other arguments there.
Sums of products are added up in their order here, and what is no plain arithmetic is worked in
double precision and rounded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_EXACT: Final = frozenset({
    np.add, np.subtract, np.multiply, np.divide, np.negative, np.positive, np.absolute, np.sqrt,
    np.square, np.maximum, np.minimum, np.sign,
})  # fmt: skip
_PRODUCTS: Final[dict[Any, int]] = {np.dot: 2, np.inner: 1}  # and of how many axes they are `@`


class Single(np.ndarray):
    """An array of float32; what is worked out with it is one, too."""

    @staticmethod
    def of(array: Any) -> Single:
        """The numbers, rounded to single precision."""
        return np.asarray(array).astype(np.float32).view(Single)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        plain = tuple(map(_plain, inputs))
        if ufunc is np.matmul and method == "__call__" and not options:
            return _wrapped(_product(*plain))
        if ufunc not in _EXACT:
            plain = tuple(map(_in_double, plain))
        work = getattr(ufunc, method)
        if (out := options.pop("out", None)) is not None:
            work(*plain, out=tuple(map(_plain, out)), **options)
            return out[0] if len(out) == 1 else out
        return _wrapped(work(*plain, **options))

    def __array_function__(
        self, function: Callable[..., Any], types: Any, inputs: Any, options: Any
    ) -> Any:
        axes = _PRODUCTS.get(function)
        if axes and not options and all(0 < np.ndim(each) <= axes for each in inputs):
            return _wrapped(_product(*map(_plain, inputs)))
        return _wrapped(super().__array_function__(function, types, inputs, options))


def _product(one: NDArray[Any], other: NDArray[Any]) -> Any:
    """one @ other, its terms added up from the first to the last."""
    rows = one[np.newaxis] if one.ndim == 1 else one
    columns = other[:, np.newaxis] if other.ndim == 1 else other
    if rows.shape[-1] != columns.shape[-2]:
        return one @ other  # which says what is wrong
    terms = (rows[..., :, k, np.newaxis] * columns[..., np.newaxis, k, :]
             for k in range(rows.shape[-1]))  # fmt: skip
    total: Any = sum(terms, np.zeros((), np.result_type(one, other)))
    total = np.broadcast_to(total, (*np.shape(total)[:-2], rows.shape[-2], columns.shape[-1]))
    if one.ndim == 1:
        total = total[..., 0, :]
    return (total[..., 0] if other.ndim == 1 else total)[()]


def _plain(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, Single) else value


def _in_double(value: Any) -> Any:
    is_single = getattr(value, "dtype", None) == np.float32
    return value.astype(np.float64) if is_single else value


def _wrapped(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_wrapped, value))
    if isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind == "f":
        return Single.of(value)
    return value
