"""Submissions that are more alike than this class's answers are: evidence to look at, no verdict.

Winnowing: the code of a task, without names, comments and the notebook's own lines, is cut into
overlapping runs of tokens; of each window of them the one with the smallest number is kept. A
run counts by how rare it is in this class, so an answer that many give is no evidence.
"""

from __future__ import annotations

import keyword
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from autograder.course import Course, CourseError
from autograder.reports.entries import Entry

_RUN: Final = 10  # tokens
_WINDOW: Final = 4  # runs
_RAREST: Final = 4  # students at most who share a run that counts
_LEAST: Final = 3  # shared runs
_ENOUGH: Final = 12.0  # bits of evidence
_MOST: Final = 40  # groups
_FEWEST: Final = 3  # students, for a run to be rare among them
_TOKEN: Final = re.compile(
    r"\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)|#[^\n]*|\"[^\"\n]*\"?|'[^'\n]*'?"
    r"|[^\W\d]\w*|\d[\w.]*|[^\s\w]",
    re.DOTALL,
)
_KEPT: Final = frozenset(keyword.kwlist) | {"np", "torch", "sum", "range", "len", "zip", "append"}

Prints = NDArray[np.uint32]


class Alike(NamedTuple):
    """Students whose code for one assignment shares runs that hardly anybody else has.

    `tasks`: where; `shared`: how many runs any two of them share at least.
    """

    students: tuple[str, ...]
    assignment: str
    tasks: tuple[str, ...]
    shared: int


def starter(course: Course, assignment: str) -> str:
    """The notebook's own code, which nobody has from anybody."""
    try:
        from autograder.course import source  # which takes seconds, with jupytext

        return "\n".join(sorted(source.texts(course.folder, assignment)))
    except CourseError:  # without a notebook there is nothing to leave out
        return ""


def alike(entries: Sequence[Entry], starter: Callable[[str], str]) -> list[Alike]:
    """The groups that share most. `starter`: the notebook's own code, of an assignment."""
    found: list[Alike] = []
    by_assignment: dict[str, list[Entry]] = defaultdict(list)
    for each in entries:
        by_assignment[each.assignment].append(each)
    for assignment, own in by_assignment.items():
        if len(own) >= _FEWEST:
            found += _of_assignment(assignment, own, _lines(starter(assignment)))
    found.sort(key=lambda each: (-each.shared, each.assignment, each.students))
    return found[:_MOST]


def _of_assignment(assignment: str, own: Sequence[Entry], starter: Collection[str]) -> list[Alike]:
    holders: dict[tuple[str, int], list[int]] = defaultdict(list)
    wrote: dict[str, int] = defaultdict(int)  # by task, how many students
    for place, each in enumerate(own):
        for task, code in each.code.items():
            tokens = _tokens(code, starter)
            wrote[task] += bool(tokens)
            for number in _prints(tokens).tolist():
                holders[task, number].append(place)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    bits: dict[tuple[int, int], float] = defaultdict(float)
    for (task, _number), places in holders.items():
        if 2 <= len(places) <= _RAREST:
            weight = float(np.log2(wrote[task] / len(places)))
            for pair in combinations(places, 2):
                shared[pair].append(task)
                bits[pair] += weight
    pairs = {
        pair: tasks
        for pair, tasks in shared.items()
        if len(tasks) >= _LEAST and bits[pair] >= _ENOUGH
    }
    return [
        Alike(
            tuple(own[place].student for place in group),
            assignment,
            tuple(sorted({task for pair in combinations(group, 2) for task in pairs[pair]})),
            min(len(pairs[pair]) for pair in combinations(group, 2)),
        )
        for group in _groups(pairs)
    ]


def _groups(pairs: Collection[tuple[int, int]]) -> list[list[int]]:
    """The pairs as groups in which each shares with each, every pair in one of them."""
    beside: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    groups: list[list[int]] = []
    grouped: set[tuple[int, int]] = set()
    for pair in sorted(pairs):
        if pair not in grouped:
            group = list(pair)
            for place in sorted(beside[pair[0]]):
                if beside[place].issuperset(group):
                    group.append(place)
            groups.append(sorted(group))
            grouped.update(combinations(groups[-1], 2))
    return groups


def _lines(code: str) -> frozenset[str]:
    return frozenset(line.strip() for line in code.split("\n") if line.strip())


def prints(code: str, starter: Collection[str] = ()) -> Prints:
    """The fingerprints of a piece of code, without the lines that the starter has, too."""
    return _prints(_tokens(code, starter))


def _tokens(code: str, starter: Collection[str]) -> list[str]:
    kept = "\n".join(line for line in code.split("\n") if line.strip() not in starter)
    return [token for token in map(_normal, _TOKEN.findall(kept)) if token]


def _prints(tokens: Sequence[str]) -> Prints:
    if len(tokens) < _RUN:
        return np.empty(0, np.uint32)
    runs = [
        zlib.crc32(" ".join(tokens[start : start + _RUN]).encode())
        for start in range(len(tokens) - _RUN + 1)
    ]
    numbers = np.array(runs, np.uint32)
    if len(numbers) <= _WINDOW:
        return np.unique(numbers.min(keepdims=True))
    windows = np.lib.stride_tricks.sliding_window_view(numbers, _WINDOW)
    return np.unique(windows.min(axis=1))


def _normal(token: str) -> str:
    """A token without what a copy changes first: names; comments and texts are left out."""
    if token[0] in "#\"'":
        return ""
    if token[0].isalpha() or token[0] == "_":
        return token if token in _KEPT else "name"
    return token
