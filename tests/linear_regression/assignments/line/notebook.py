# %% [markdown]
# # A line through points
#
# A line tells you what to expect at each x. You compare it with the points that were measured.
#
# **Aim.** Afterwards you can say how well a line fits, and which of several lines fits best.
#
# **Time.** About 20 minutes.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` by your code.
# The `check` cell below it looks at your function.

# %% role="setup"
import numpy as np
from autograder.selfcheck import check, ready

# %% [markdown]
# ## The points
#
# Four points were measured. The line $y=1.5\,x+1$ was drawn by eye.

# %% role="given"
x = np.array([1.0, 2.0, 3.0, 4.0])
y = np.array([3.0, 5.0, 4.0, 8.0])
drawn = (1.5, 1.0)

# %% [markdown]
# ## 1. Predictions
#
# The line's value at a point's x is its prediction. At the first point it is
#
# $$\hat y_1=1.5\cdot1+1=2.5$$
#
# **Guess.** What does the line predict at $x=4$?

# %% role="guess"
guess = "?"


# %% task="predict"
def predict(x, slope, intercept):
    """slope · x + intercept, for each entry of x. (1)

    x: an array of shape (n,)
    Returns the predictions, shape (n,).

    Example: x = [1, 4], slope 1.5 and intercept 1 give [2.5, 7].
    """
    raise NotImplementedError


# %% check="predict"
check("predict")

# %% role="guess"
if ready("predict"):
    print("guess:", guess, "| result:", predict(x, *drawn)[-1])

# %% [markdown]
# ## 2. Residuals
#
# A residual is what the line leaves over: the measured y minus the prediction.
# Above the line it is positive, below it is negative.
#
# $$r_1=3-2.5=0.5$$
#
# Build on your first function.
# If that one still has a mistake, grading charges it only once.


# %% task="residuals"
def residuals(x, y, slope, intercept):
    """y − (slope · x + intercept), for each point. (1)

    x, y: the points, shape (n,)
    Returns the residuals, shape (n,).

    Example: x = [1, 3], y = [3, 4], slope 1.5 and intercept 1 give [0.5, −1.5].
    """
    raise NotImplementedError


# %% check="residuals"
check("residuals")

# %% [markdown]
# ## 3. One number for the line
#
# Squares make all residuals positive; their mean rates the line with one number:
#
# $$\frac{0.5^2+1^2+(-1.5)^2+1^2}{4}=1.125$$
#
# **Guess.** All points move up by 10, and so does the line. What happens to this number?

# %% role="guess"
guess = "?"


# %% task="mean_squared_error"
def mean_squared_error(x, y, slope, intercept):
    """The mean of the squared residuals. (1)

    x, y: the points, shape (n,)
    Returns one number.

    Example: x = [1, 3], y = [3, 4], slope 1.5 and intercept 1 give 1.25.
    """
    raise NotImplementedError


# %% check="mean_squared_error"
check("mean_squared_error")

# %% role="guess"
if ready("mean_squared_error"):
    moved = mean_squared_error(x, y + 10, drawn[0], drawn[1] + 10)
    print("guess:", guess, "| result:", mean_squared_error(x, y, *drawn), "becomes", moved)

# %% [markdown]
# ## 4. The best of several lines
#
# Somebody gives you lines, and a function `error(slope, intercept)` that rates one of them.
# Ask it once for each line. The line with the smallest error is the best.
# Lines are numbered from 0.


# %% task="best_line"
def best_line(error, lines):
    """The number of the line with the smallest error. (1)

    error: a function of (slope, intercept); it is asked once for each line, in their order
    lines: an array of shape (n, 2); each row is a line's (slope, intercept)
    Returns one integer from 0 to n − 1. No two lines have the same error.
    """
    raise NotImplementedError


# %% check="best_line"
check("best_line")

# %% role="picture"
import matplotlib.pyplot as plt
from autograder.selfcheck import pictures

if ready("predict", "residuals"):
    pictures.style()
    figure, axes = plt.subplots(figsize=(6.4, 3.6))
    axes.plot(x, predict(x, *drawn), color=pictures.BLUE, label="drawn by eye")
    axes.vlines(x, predict(x, *drawn), y, color=pictures.GREY, linestyle=":", label="residual")
    axes.plot(x, y, "o", color=pictures.ORANGE, markeredgecolor="black", label="measured")
    axes.set(xlabel="x", ylabel="y")
    axes.legend()
    plt.show()

# %% [markdown] role="written"
# ## Written question
#
# Why are the residuals squared before the mean is taken? Name two reasons.

# %% [markdown]
# ## Going further
#
# This part is not graded. Move the line until the mean of its squared residuals is below 1.1.

# %% role="further"
moved = (1.5, 1.0)
print(moved)
