# %% [markdown] lang="ko"
# # 걸음
# %% [markdown] lang="en"
# # Steps
# %% role="setup"
from autograder.selfcheck import check


# %% task="direction"
def direction(name):
    """1 for "up", -1 for "down". (5.4)"""
    raise NotImplementedError


# %% check="direction"
check("direction")


# %% task="slope"
def slope(f, x):
    """f(x + 1) - f(x). (5.4)"""
    raise NotImplementedError


# %% check="slope"
check("slope")


# %% task="walk"
def walk(f, x, n):
    """x after n steps x - (f(x + 1) - f(x)). (5.4)"""
    raise NotImplementedError


# %% check="walk"
check("walk")
# %% [markdown] role="written" lang="ko"
# 어디에서 멈춥니까?
# %% [markdown] role="written" lang="en"
# Where does it stop?
