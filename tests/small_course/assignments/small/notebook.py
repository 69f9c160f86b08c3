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
