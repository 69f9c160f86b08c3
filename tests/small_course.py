"""A course of one small assignment, in its own folder, for tests of what reads one."""

from __future__ import annotations

from pathlib import Path

from autograder import course

COURSE = """\
language = "ko"
version = "7.1"
title = { ko = "작은 과정", en = "A small course" }
[limits]
call_seconds = 4.0
cell_seconds = 25.0
load_seconds = 40.0
submission_seconds = 90.0
cpu_seconds = 95
memory_mib = 1024
output_kib = 32
callbacks = 20000
nesting = 16
overruns = 2
[[assignment]]
name = "small"
section = "5.3"
minutes = 10
title = { ko = "작은 과제", en = "A small assignment" }
[assignment.tasks]
double = { points = 60 }
half = { points = 39.5 }
same = { points = 0.5 }
"""

SOURCE = '''\
# %% [markdown] lang="ko"
# # 작은 과제
# $z = 2x$
# %% [markdown] lang="en"
# # A small assignment
# $z = 2x$
# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready, say

# %% role="given"
x = np.array([1.0, 2.0])


# %% task="double"
def double(x):
    """2 x, elementwise."""
    raise NotImplementedError


# %% check="double"
check("double")
# %% task="half"
def half(x):
    """x / 2, elementwise.

    Example: half of 3 is 1.5.
    """
    raise NotImplementedError


# %% check="half"
check("half")
# %% task="same"
def same(x):
    """x itself."""
    raise NotImplementedError


# %% check="same"
check("same")
# %% role="guess"
guess = 3
# %% role="picture"
if ready("double"):
    print(say(ko="두 배", en="double"), double(x))
# %% [markdown] role="written" lang="ko"
# 왜 그렇습니까?
# %% [markdown] role="written" lang="en"
# Why is that so?
# %% role="further"
print(x)
'''

SOLUTION = '''\
"""Solutions of the small assignment."""

import math

import numpy as np


def double(x: np.ndarray) -> np.ndarray:
    """2 x. (5.3)"""
    # a comment of its own line
    factor = 2.0  # a comment beside
    return factor * x


def half(x: np.ndarray) -> np.ndarray:
    """x / 2. (5.3)"""
    return x / math.sqrt(4.0)


def same(x: np.ndarray) -> np.ndarray:
    """x. (5.3)"""
    return half(double(x))
'''


def write(folder: Path, source: str = SOURCE) -> course.Course:
    """Write the course into `folder` and load it."""
    (folder / "assignments").mkdir(parents=True, exist_ok=True)
    (folder / "assignments" / "course.toml").write_text(COURSE, encoding="utf-8")
    (folder / "assignments" / "small.py").write_text(source, encoding="utf-8")
    for language in course.LANGUAGES:
        guide = folder / "assignments" / f"guide.{language}.md"
        guide.write_text("# {title} {version}\n\n{notebooks}\n", encoding="utf-8")
    return course.load(folder)
