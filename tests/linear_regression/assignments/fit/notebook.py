# %% [markdown]
# # Least squares
#
# Of all lines, one has the smallest mean squared error. You compute it without trying any other.
#
# **Aim.** Afterwards you can fit a line to any points, and say how much it explains.
#
# **Time.** About 20 minutes.

# %% role="setup"
import numpy as np
from autograder.selfcheck import check, ready

# %% [markdown]
# ## The points
#
# The four points of the first notebook, and a spring:
# its length in centimetres under loads from 0 to 7 newtons.

# %% role="given"
x = np.array([1.0, 2.0, 3.0, 4.0])
y = np.array([3.0, 5.0, 4.0, 8.0])
loads = np.arange(8.0)
lengths = np.array([12.0, 14.1, 15.7, 17.8, 19.4, 21.5, 23.2, 24.9])

# %% [markdown]
# ## 1. The slope
#
# Measure each x and each y from its mean, here 2.5 and 5. Then
#
# $$\text{slope}=\frac{\sum(x_i-\bar x)(y_i-\bar y)}{\sum(x_i-\bar x)^2}
# =\frac{3+0-0.5+4.5}{2.25+0.25+0.25+2.25}=\frac75=1.4$$
#
# **Guess.** All points move up by 10. What happens to the slope?

# %% role="guess"
guess = "?"


# %% task="fit_slope"
def fit_slope(x, y):
    """The slope of the line of least squares. (2)

    x, y: the points, shape (n,); not all x are equal
    Returns one number.

    Example: x = [1, 2, 3, 4] and y = [3, 5, 4, 8] give 1.4.
    """
    raise NotImplementedError


# %% check="fit_slope"
check("fit_slope")

# %% role="guess"
if ready("fit_slope"):
    print("guess:", guess, "| result:", fit_slope(x, y), "becomes", fit_slope(x, y + 10))

# %% [markdown]
# ## 2. The intercept
#
# The line of least squares goes through the mean of the points, so
#
# $$\text{intercept}=\bar y-\text{slope}\cdot\bar x=5-1.4\cdot2.5=1.5$$
#
# Build on your first function.
# If that one still has a mistake, grading charges it only once.


# %% task="fit_intercept"
def fit_intercept(x, y):
    """The intercept of the line of least squares. (2)

    x, y: the points, shape (n,); not all x are equal
    Returns one number.

    Example: x = [1, 2, 3, 4] and y = [3, 5, 4, 8] give 1.5.
    """
    raise NotImplementedError


# %% check="fit_intercept"
check("fit_intercept")

# %% [markdown]
# ## 3. What the line explains
#
# Without any line you would expect the mean of y everywhere.
# The squares that this leaves are 4 + 0 + 1 + 9 = 14 in total; the line leaves 4.2.
# The share that the line explains is called r squared:
#
# $$r^2=1-\frac{4.2}{14}=0.7$$
#
# **Guess.** How large is it for points that lie on a line?

# %% role="guess"
guess = "?"


# %% task="r_squared"
def r_squared(x, y):
    """1 − (squares that the fitted line leaves) / (squares that the mean of y leaves). (2)

    x, y: the points, shape (n,); not all x are equal, nor all y
    Returns one number from 0 to 1.

    Example: x = [1, 2, 3, 4] and y = [3, 5, 4, 8] give 0.7.
    """
    raise NotImplementedError


# %% check="r_squared"
check("r_squared")

# %% role="guess"
if ready("r_squared"):
    print("guess:", guess, "| result:", r_squared(x, 2 * x + 1))

# %% role="picture"
import matplotlib.pyplot as plt
from autograder.selfcheck import pictures

if ready("fit_slope", "fit_intercept"):
    pictures.style()
    figure, axes = plt.subplots(figsize=(6.4, 3.6))
    fitted = fit_intercept(loads, lengths) + fit_slope(loads, lengths) * loads
    axes.plot(loads, fitted, color=pictures.BLUE, label="least squares")
    axes.plot(loads, lengths, "o", color=pictures.ORANGE, markeredgecolor="black", label="measured")
    axes.set(xlabel="load in N", ylabel="length in cm")
    axes.legend()
    plt.show()

# %% [markdown] role="written"
# ## Written question
#
# What do the slope and the intercept of the spring's line mean? Give each its unit.

# %% [markdown]
# ## Going further
#
# This part is not graded. How long is the spring under 100 N? Would you trust that number?

# %% role="further"
length = ...
print(length)
