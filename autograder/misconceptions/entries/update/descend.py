"""Misconceptions about `descend`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.misconceptions.catalogue import misconception, way
from solutions.update import descend, step

Array = Any
Slope = Callable[[Array], Array]


@misconception(
    "update/gradient-taken-once",
    title="takes the gradient once, before the loop",
    why="The gradient is thought of as a fixed number.",
    en="Every step uses the slope of the starting point. After a step, which w does the next "
    "slope belong to?",
    ko="모든 걸음이 출발점의 기울기를 씁니다. 한 걸음 뒤의 기울기는 어느 w의 것이어야 하나요?",
)
def gradient_taken_once(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    slope = gradient(w)
    for _ in range(steps):
        w = w - lr * slope
    return w


@way("update/gradient-taken-once")
def gradient_at_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = place - lr * gradient(w)
    return place


@misconception(
    "update/step-from-the-start",
    title="starts every step from the first w",
    why="The new w gets another name, and the loop goes on with the old one.",
    en="Each step starts from the first w again. From where should the second step start?",
    ko="걸음마다 처음 w에서 다시 출발합니다. 두 번째 걸음은 어디에서 시작해야 하나요?",
)
def step_from_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = w - lr * gradient(w)
    return place


@way("update/step-from-the-start")
def new_slope_from_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = w - lr * gradient(place)
    return place


@misconception(
    "update/one-step-too-many",
    title="takes one step too many",
    why="range(steps + 1), or a first step before the loop.",
    en="There is one step more than asked for. How often does the loop run when `steps` is 0?",
    ko="걸음이 하나 많습니다. steps가 0이면 반복문은 몇 번 도나요?",
)
def one_step_too_many(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, steps + 1)


@misconception(
    "update/always-a-first-step",
    title="takes a first step even when none is asked for",
    why="The first step stands before the loop.",
    en="With `steps` = 0 a step is taken all the same, other numbers are right. What happens "
    "before the loop begins?",
    ko="steps가 0일 때도 한 걸음을 갑니다. 반복문이 시작되기 전에 무슨 일이 일어나나요?",
)
def always_a_first_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, max(steps, 1))


@misconception(
    "update/one-step-too-few",
    title="takes one step too few",
    why="range(1, steps).",
    en="There is one step less than asked for. How often does the loop run when `steps` is 1?",
    ko="걸음이 하나 모자랍니다. steps가 1이면 반복문은 몇 번 도나요?",
)
def one_step_too_few(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, max(steps - 1, 0))


@misconception(
    "update/one-step-only",
    title="takes one step, whatever `steps` says",
    why="`return` stands inside the loop, or there is no loop.",
    en="One step is taken, however many are asked for. Where does the function end?",
    ko="몇 걸음을 요구해도 한 걸음만 갑니다. 함수는 어디에서 끝나나요?",
)
def one_step_only(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return w - lr * gradient(w)


@way("update/one-step-only")
def at_most_one_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, min(steps, 1))


@misconception(
    "update/descend-uphill",
    title="walks uphill",
    why="“Update” sounds like adding.",
    en="w climbs instead of descending. If E rises with w, in which direction is the valley?",
    ko="w가 내려가지 않고 올라갑니다. w가 커질 때 E가 커진다면 골짜기는 어느 쪽에 있나요?",
)
def descend_uphill(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, -lr, steps)


@misconception(
    "update/descend-without-rate",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="Each step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="걸음마다 기울기 전체만큼 움직입니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def descend_without_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, 1.0, steps)


@misconception(
    "update/descend-in-place",
    title="changes the caller's w",
    why="`-=` looks like a shorter way to write the same.",
    en="The walk is right, but the caller's w has walked along. What does `-=` do to an array "
    "that somebody else holds?",
    ko="도착한 곳은 맞지만 호출한 쪽의 w도 함께 움직였습니다. -=는 다른 곳에서도 쓰는 배열에 "
    "어떤 일을 하나요?",
)
def descend_in_place(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        w -= lr * gradient(w)
    return w


@misconception(
    "update/asked-once-too-often",
    title="asks for the gradient once more than there are steps",
    why="The next slope is worked out at the end of each round.",
    en="The walk is right, but one slope is worked out that no step uses. Where in the loop is "
    "`gradient` called?",
    ko="도착한 곳은 맞지만 쓰이지 않는 기울기를 한 번 더 구합니다. gradient를 반복문의 "
    "어디에서 호출하나요?",
)
def asked_once_too_often(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    slope = gradient(w)
    for _ in range(steps):
        w = w - lr * slope
        slope = gradient(w)
    return w


@misconception(
    "update/asked-twice-for-each-step",
    title="asks for the gradient twice in each step",
    why="The call is written again instead of keeping its result.",
    en="The walk is right, but each slope is worked out more than once. Is its value kept "
    "under a name?",
    ko="도착한 곳은 맞지만 걸음마다 기울기를 두 번 이상 구합니다. 구한 값을 변수에 담아 두었나요?",
)
def asked_twice_for_each_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        gradient(w)
        w = w - lr * gradient(w)
    return w


@misconception(
    "update/places-returned",
    title="returns every place on the way",
    why="The history seems useful.",
    en="A list of places comes back. Which of them is asked for?",
    ko="지나온 곳이 모두 담긴 리스트가 돌아왔습니다. 그 가운데 어느 것이 필요한가요?",
)
def places_returned(gradient: Slope, w: Array, lr: float, steps: int) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(steps + 1)]


@way("update/places-returned")
def places_after_steps_returned(gradient: Slope, w: Array, lr: float, steps: int) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(1, steps + 1)]


@misconception(
    "update/descend-other-method",
    title="walks by another method",
    why="Momentum or a shrinking learning rate is met elsewhere.",
    en="The first step is right, later ones have another length. What besides the slope and lr "
    "decides about a step?",
    ko="첫 걸음은 맞지만 그 뒤의 걸음은 길이가 다릅니다. 기울기와 lr 말고 무엇이 걸음을 정하고 "
    "있나요?",
)
def descend_with_momentum(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    speed: Any = 0.0
    for _ in range(steps):
        speed = 0.9 * speed + gradient(w)
        w = w - lr * speed
    return w


@way("update/descend-other-method")
def descend_with_shrinking_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for count in range(steps):
        w = w - lr / (count + 1) * gradient(w)
    return w


@way("update/descend-other-method")
def descend_with_falling_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        w = w - lr * gradient(w)
        lr = lr * 0.9
    return w


@way("update/descend-other-method")
def descend_with_summed_slopes(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    total: Any = 0.0
    for _ in range(steps):
        total = total + gradient(w)
        w = w - lr * total
    return w


@misconception(
    "update/no-walk",
    title="returns the starting point",
    why="The new place gets a name that is not returned.",
    en="w comes back where it started. Which name holds the new place, and which one is returned?",
    ko="w가 출발점 그대로 돌아왔습니다. 새 위치는 어느 이름에 담겼고, 어느 이름이 돌아오나요?",
)
def no_walk(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        step(w, gradient(w), lr)
    return w
