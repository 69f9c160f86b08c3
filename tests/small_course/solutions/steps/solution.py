"""Solutions of the steps."""

from collections.abc import Callable

Function = Callable[[float], float]


def direction(name: str) -> int:
    """1 for "up", -1 for "down". (5.4)"""
    return {"up": 1, "down": -1}[name]


def slope(f: Function, x: float) -> float:
    """f(x + 1) - f(x). (5.4)"""
    return f(x + 1) - f(x)


def walk(f: Function, x: float, n: int) -> float:
    """x after n steps x - (f(x + 1) - f(x)). (5.4)"""
    for _ in range(n):
        x = x - (f(x + 1) - f(x))
    return x
