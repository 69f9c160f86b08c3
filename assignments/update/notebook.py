# %% [markdown] lang="ko"
# # 가중치 업데이트
#
# 5.3절 · 약 25분 · 과제 5개, 100점
#
# 역전파(backpropagation)로 가중치마다 기울기(gradient)를 구했습니다.
# 이제 그 기울기로 가중치를 고칩니다.
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 경사 하강법(gradient descent)으로 가중치를 한 단계 업데이트하기
# - 그 단계를 반복하여 오차 줄이기
# - 학습률(learning rate)이 알맞은지 판단하기
#
# 셀은 위에서부터 차례로 실행하세요.
# 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요.
# `guess` 셀에서는 `"?"` 자리에 예상을 적어 보세요. 예상은 채점하지 않습니다.
# %% [markdown] lang="en"
# # Weight updates
#
# Section 5.3 · about 25 minutes · 5 tasks, 100 points
#
# Backpropagation tells you how the error reacts to each weight.
# Now you use that answer to improve the weights.
#
# **Aim.** After this notebook you can
#
# - move weights by one step of gradient descent,
# - repeat that step until the error is small,
# - judge whether a learning rate is too small or too large.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` by your code.
# In a `guess` cell, replace `"?"` by your answer. Guesses are not graded.
# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready, say

# %% [markdown] lang="ko"
# ## 주어진 값
#
# 책의 2-2-2 신경망에는 가중치(weight)가 여덟 개 있습니다.
# 행렬의 i행에는 뉴런 i로 들어가는 가중치가 놓입니다.
# $$W_{\text{hidden}} = \begin{pmatrix} W_1 & W_2 \\ W_3 & W_4 \end{pmatrix}, \qquad
# W_{\text{output}} = \begin{pmatrix} W_5 & W_6 \\ W_7 & W_8 \end{pmatrix}$$
#
# 기울기도 모양(shape)이 같은 행렬입니다.
# 칸마다 그 가중치의 미분값(slope) $\frac{\partial E}{\partial W_i}$가 들어 있습니다.
#
# 학습률은 0.5이고, 식에서는 $\eta$(에타), 코드에서는 `lr`로 씁니다.
# 이 값은 책의 본문이 아니라 그림에 나옵니다.
# 기울기가 모두 주어지므로 앞 노트북의 코드는 필요 없습니다.
# %% [markdown] lang="en"
# ## What is given
#
# The chapter's 2-2-2 network has eight weights.
# Row i of a matrix holds the weights that lead into neuron i.
# $$W_{\text{hidden}} = \begin{pmatrix} W_1 & W_2 \\ W_3 & W_4 \end{pmatrix}, \qquad
# W_{\text{output}} = \begin{pmatrix} W_5 & W_6 \\ W_7 & W_8 \end{pmatrix}$$
#
# Each gradient is a matrix of the same shape.
# It holds one slope $\frac{\partial E}{\partial W_i}$ for each weight.
#
# The learning rate, here 0.5, is called $\eta$ (eta), and `lr` in code.
# It stands in the book's figure, not in its text.
# All gradients are given, so you need no code from earlier notebooks.
# %% role="given"
W_hidden = np.array([[0.30, 0.25], [0.40, 0.35]])  # W1 W2, W3 W4
W_output = np.array([[0.45, 0.40], [0.70, 0.60]])  # W5 W6, W7 W8
slope_hidden = np.array([[0.000808875384, 0.001617750767], [0.000710086011, 0.001420172022]])
slope_output = np.array([[0.025922855604, 0.026295901328], [0.007408444627, 0.007515056670]])
lr = 0.5

# %% [markdown] lang="ko"
# ## 1. 한 단계: `step`
#
# 가중치 $W_5$는 0.45이고, 미분값 $\frac{\partial E}{\partial W_5}$는 0.02592286입니다.
# 미분값이 양수이므로 $W_5$를 조금 키우면 오차 $E$도 조금 커집니다.
#
# **예상해 보기.** 오차를 줄이려면 $W_5$는 커져야 할까요, 작아져야 할까요?
# `"up"`이나 `"down"`을 적고 셀을 실행해 보세요.
# %% [markdown] lang="en"
# ## 1. One step: `step`
#
# The weight $W_5$ is 0.45, and its slope $\frac{\partial E}{\partial W_5}$ is 0.02592286.
# The slope is positive: a slightly larger $W_5$ gives a slightly larger error $E$.
#
# **Guess.** To lower the error, should $W_5$ go up or down?
# Write `"up"` or `"down"` and run the cell.
# %% role="guess"
guess = "?"  # "up" or "down"


# %% [markdown] lang="ko"
# 경사 하강법은 미분값의 부호와 반대쪽으로 움직입니다.
# 얼마나 움직일지는 학습률이 정합니다.
# $$W^+ = W - \eta\,\frac{\partial E}{\partial W}$$
# $W_6$에 대입하면 $0.40 - 0.5 \times 0.02629590 = 0.38685205$입니다.
# 책에 실린 $W_6^+$와 같습니다.
#
# 행렬 전체에 이 식을 적용하는 `step`을 작성해 보세요.
# 받은 `W`는 그대로 두고 새 배열을 반환합니다.
# `W -= …`라고 쓰면 호출한 쪽의 행렬까지 바뀌니 주의하세요.
# %% [markdown] lang="en"
# Gradient descent moves against the slope.
# The learning rate decides how far:
# $$W^+ = W - \eta\,\frac{\partial E}{\partial W}$$
# For $W_6$ this is $0.40 - 0.5 \times 0.02629590 = 0.38685205$.
# The chapter prints the same $W_6^+$.
#
# Write `step`, which applies the formula to a whole matrix.
# Leave `W` as it is and return a new array.
# Note that `W -= …` would change the caller's matrix too.
# %% task="step"
def step(W, gradient, lr):
    """One step of gradient descent: the updated weights W⁺.

    W         weights, an array of any shape
    gradient  ∂E/∂W, an array of the same shape
    lr        the learning rate η, a number

    Returns a new array of W's shape; W itself stays unchanged.
    Example: W = [1, 2], gradient = [0.5, -1], lr = 0.1 give [0.95, 2.1].
    Edge case: a weight whose slope is 0 keeps its value.
    """
    raise NotImplementedError


# %% check="step"
check("step")

# %% [markdown] lang="ko"
# 예상과 결과를 나란히 놓고 비교해 보세요.
# 그 아래에는 `step`을 호출하기 전과 후의 `W`가 나옵니다.
# 두 줄이 다르면 `step`이 `W`를 바꾼 것입니다.
#
# 책에는 $W_6^+$, $W_7^+$, $W_8^+$만 있고 $W_5^+$가 빠져 있습니다.
# 빠진 값을 여러분의 함수로 구할 수 있습니다.
# %% [markdown] lang="en"
# Compare your guess with the result.
# Below it you see `W` before and after the call of `step`.
# If the two lines differ, `step` has changed `W` itself.
#
# The chapter prints $W_6^+$, $W_7^+$ and $W_8^+$ but leaves out $W_5^+$.
# Your function supplies it.
# %% role="guess"
if ready("step"):
    W = W_output.copy()
    new_W = np.ravel(step(W, slope_output, lr))
    print(say(ko="예상:", en="guess:"), guess, end=" | ")
    print(say(ko="결과:", en="result:"), 0.45, "→", new_W[0])
    print(say(ko="호출 전 W:", en="W before:"), np.ravel(W_output))
    print(say(ko="호출 후 W:", en="W after: "), np.ravel(W))

# %% [markdown] lang="ko"
# ## 2. 모든 층: `step_all`
#
# 신경망에는 층(layer)마다 가중치 행렬이 하나씩 있습니다.
# 식은 모든 층에서 같습니다.
#
# **예상해 보기.** 은닉층(hidden layer)과 출력층(output layer)을 함께 업데이트합니다.
# 책의 신경망에서는 어느 층의 가중치가 더 많이 움직일까요?
# `"hidden"`이나 `"output"`을 적어 보세요.
# %% [markdown] lang="en"
# ## 2. All layers: `step_all`
#
# A network has one weight matrix for each layer.
# The formula is the same in every layer.
#
# **Guess.** The chapter's network takes one step.
# Which weights move more, those of the hidden or those of the output layer?
# Write `"hidden"` or `"output"`.
# %% role="guess"
guess = "?"  # "hidden" or "output"


# %% [markdown] lang="ko"
# 3-4-2 신경망의 두 행렬은 모양이 (4, 3)과 (2, 4)입니다.
# 모양이 달라 배열 하나에 담을 수 없으므로 리스트를 씁니다.
# `weights[k]`와 `gradients[k]`가 짝입니다.
# 학습률이 0.5라면 다음과 같습니다.
#
# | k | `weights[k]` | `gradients[k]` | 업데이트된 가중치 |
# |---|---|---|---|
# | 0 | `[[1.0]]` | `[[2.0]]` | `[[0.0]]` |
# | 1 | `[[2.0, 3.0]]` | `[[4.0, 0.0]]` | `[[0.0, 3.0]]` |
#
# 층이 몇 개이든 동작하는 `step_all`을 작성해 보세요.
# 받은 리스트도 그대로 두고 새 리스트를 만듭니다.
# %% [markdown] lang="en"
# The two matrices of a 3-4-2 network have the shapes (4, 3) and (2, 4).
# One array can't hold both, so they come in a list.
# `weights[k]` and `gradients[k]` belong together.
# With learning rate 0.5:
#
# | k | `weights[k]` | `gradients[k]` | updated weights |
# |---|---|---|---|
# | 0 | `[[1.0]]` | `[[2.0]]` | `[[0.0]]` |
# | 1 | `[[2.0, 3.0]]` | `[[4.0, 0.0]]` | `[[0.0, 3.0]]` |
#
# Write `step_all` for any number of layers.
# Leave the given list as it is, too, and build a new one.
# %% task="step_all"
def step_all(weights, gradients, lr):
    """One step of gradient descent for every layer.

    weights    list of arrays, one for each layer; their shapes may differ
    gradients  list of arrays; gradients[k] has the shape of weights[k]
    lr         the learning rate η, the same for all layers

    Returns a new list (or tuple) of new arrays; the arguments stay unchanged.
    Example: weights = [[1, 2]], gradients = [[0.5, -1]], lr = 0.1 give [[0.95, 2.1]].
    Edge case: a list with one layer is still a list in the answer.
    """
    raise NotImplementedError


# %% check="step_all"
check("step_all")

# %% [markdown] lang="ko"
# 여덟 개를 한 번에 업데이트하여 책의 값과 비교합니다.
# 책에는 $W_5^+$와 함께 $W_1^+$도 빠져 있습니다.
# 마지막 열은 가중치가 움직인 양입니다.
# %% [markdown] lang="en"
# Update all eight weights at once and compare them with the chapter.
# It leaves out $W_1^+$ as well as $W_5^+$.
# The last column shows how far each weight moved.
# %% role="guess"
if ready("step_all"):
    printed = ["-", 0.24919112, 0.39964496, 0.34928991, "-", 0.38685205, 0.69629578, 0.59624247]
    old = [*np.ravel(W_hidden), *np.ravel(W_output)]
    new_weights = step_all([W_hidden, W_output], [slope_hidden, slope_output], lr)
    new = [value for matrix in new_weights for value in np.ravel(matrix)]
    print(say(ko="예상:", en="guess:"), guess)
    print(say(ko="     결과        책          움직임", en="     result      chapter     moved by"))
    for i in range(8):
        print(f"W{i + 1}+  {new[i]:.8f}  {printed[i]!s:10}  {new[i] - old[i]:+.8f}")

# %% [markdown] lang="ko"
# ## 3. 신경망의 한 단계: `network_step`
#
# 실제 학습에서는 기울기를 그때그때 구해야 합니다.
# 함수 `gradients(W_hidden, W_output)`가 두 기울기를 함께 줍니다.
# 부를 때마다 순전파(forward propagation)와 역전파를 거칩니다.
# 그래서 한 번만 부릅니다.
#
# $W_1$이 오차에 닿는 길은 $W_5$와 $W_7$을 지납니다.
#
# **예상해 보기.** 출력층을 먼저 업데이트한 뒤 은닉층의 기울기를 구합니다.
# 그래도 $W_1^+$는 같은 값일까요? `True`나 `False`를 적어 보세요.
# %% [markdown] lang="en"
# ## 3. One step of a network: `network_step`
#
# During training, gradients have to be computed on the spot.
# A function `gradients(W_hidden, W_output)` gives those of both layers together.
# Each call costs a whole forward and backward pass, so call it once.
#
# On its way to the error, $W_1$ passes through $W_5$ and $W_7$.
#
# **Guess.** Somebody updates the output layer first and then computes the hidden layer's gradient.
# Is $W_1^+$ still the same? Write `True` or `False`.
# %% role="guess"
guess = "?"  # True or False


# %% role="given"
def chapter_gradients(W_hidden, W_output):
    """The gradients (∂E/∂W_hidden, ∂E/∂W_output) of the chapter, from a table of two places."""
    if np.ravel(W_output)[0] == 0.45:  # W_output is still the old one
        return slope_hidden, slope_output
    return (
        np.array([[0.000781474602, 0.001562949203], [0.000683703639, 0.001367407278]]),
        np.array([[0.025594760659, 0.025963084897], [0.007316519536, 0.007421808721]]),
    )


# %% [markdown] lang="ko"
# 두 기울기는 같은 곳, 곧 이전 가중치에서 구한 것이어야 합니다.
# $$W_{\text{hidden}}^+ = W_{\text{hidden}} - \eta\,
# \frac{\partial E}{\partial W_{\text{hidden}}}(W_{\text{hidden}}, W_{\text{output}})$$
# $$W_{\text{output}}^+ = W_{\text{output}} - \eta\,
# \frac{\partial E}{\partial W_{\text{output}}}(W_{\text{hidden}}, W_{\text{output}})$$
# 괄호 안이 두 식에서 똑같습니다. 기울기를 먼저, 업데이트를 나중에 합니다.
#
# `network_step`을 작성해 보세요. 반환값은 두 행렬이며 은닉층이 먼저입니다.
# %% [markdown] lang="en"
# Both gradients must belong to one place: the old weights.
# $$W_{\text{hidden}}^+ = W_{\text{hidden}} - \eta\,
# \frac{\partial E}{\partial W_{\text{hidden}}}(W_{\text{hidden}}, W_{\text{output}})$$
# $$W_{\text{output}}^+ = W_{\text{output}} - \eta\,
# \frac{\partial E}{\partial W_{\text{output}}}(W_{\text{hidden}}, W_{\text{output}})$$
# Both formulas have the same brackets. Gradients come first, steps afterwards.
#
# Write `network_step`. It returns both matrices, the hidden layer's first.
# %% task="network_step"
def network_step(gradients, W_hidden, W_output, lr):
    """One step of gradient descent for a network with one hidden layer.

    gradients  a function: gradients(W_hidden, W_output) gives the pair
               (∂E/∂W_hidden, ∂E/∂W_output); call it once, with the old weights
    W_hidden   array of shape (n_hidden, n_in)
    W_output   array of shape (n_out, n_hidden)
    lr         the learning rate η

    Returns the pair (new W_hidden, new W_output); the old ones stay unchanged.
    Example: W_hidden = [[1]], W_output = [[2]], lr = 0.5 and slopes [[4]], [[6]]
    give ([[-1]], [[-1]]).
    """
    raise NotImplementedError


# %% check="network_step"
check("network_step")

# %% [markdown] lang="ko"
# 둘째 줄은 출력층을 먼저 업데이트했을 때의 $W_1^+$입니다.
# 차이는 작지만, 이제는 어느 한 점의 기울기를 따른 단계가 아닙니다.
# %% [markdown] lang="en"
# The second line shows $W_1^+$ with the output layer updated first.
# The difference is small, but this step follows the gradient of no single point.
# %% role="guess"
if ready("network_step"):
    new_hidden, new_output = network_step(chapter_gradients, W_hidden, W_output, lr)
    print(say(ko="예상:", en="guess:"), guess)
    print(say(ko="기울기를 먼저 구함", en="gradients first   "), f"{np.ravel(new_hidden)[0]:.8f}")
    print(say(ko="출력층을 먼저 바꿈", en="output layer first"), "0.29960926")

# %% [markdown] lang="ko"
# ## 4. 여러 단계: `descend`
#
# 한 단계를 거치면 책의 오차는 0.02397에서 0.02324로 줄어듭니다.
# 새 가중치에서 기울기를 다시 구하면 다음 단계를 밟을 수 있습니다.
#
# **예상해 보기.** 100단계 뒤의 오차는 얼마일까요?
# %% [markdown] lang="en"
# ## 4. Many steps: `descend`
#
# One step lowers the chapter's error from 0.02397 to 0.02324.
# Compute the gradients again at the new weights, and the next step can follow.
#
# **Guess.** How large is the error after 100 steps?
# %% role="guess"
guess = "?"  # a number

# %% role="guess"
print(say(ko="예상:", en="guess:"), guess, "|", say(ko="결과:", en="result:"), 0.00085)


# %% [markdown] lang="ko"
# 가중치가 $w$ 하나뿐이고 $E(w) = w^2$이면 미분값은 $2w$입니다.
# $w = 4$에서 학습률 0.25로 세 단계를 밟아 봅니다.
#
# | 단계 | $w$ | 그곳의 미분값 | 다음 $w$ |
# |---|---|---|---|
# | 1 | 4 | 8 | $4 - 0.25 \times 8 = 2$ |
# | 2 | 2 | 4 | $2 - 0.25 \times 4 = 1$ |
# | 3 | 1 | 2 | $1 - 0.25 \times 2 = 0.5$ |
#
# 미분값이 줄마다 다릅니다. 자리를 옮기면 기울기도 새로 구해야 합니다.
# 함수 `gradient`를 단계마다 한 번씩, 지금의 `w`에서 부르세요.
# %% [markdown] lang="en"
# Take a single weight $w$ with $E(w) = w^2$, so that its slope is $2w$.
# Here are three steps from $w = 4$ with learning rate 0.25:
#
# | step | $w$ | slope there | next $w$ |
# |---|---|---|---|
# | 1 | 4 | 8 | $4 - 0.25 \times 8 = 2$ |
# | 2 | 2 | 4 | $2 - 0.25 \times 4 = 1$ |
# | 3 | 1 | 2 | $1 - 0.25 \times 2 = 0.5$ |
#
# Each row has its own slope: a new place needs a new gradient.
# Call the function `gradient` once in each step, at the current `w`.
# %% task="descend"
def descend(gradient, w, lr, steps):
    """The weights after `steps` steps of gradient descent.

    gradient  a function: gradient(w) gives ∂E/∂w, an array of w's shape;
              call it once per step, at the current w
    w         the starting weights, an array of any shape: (), (n,), (m, n)
    lr        the learning rate η
    steps     how many steps, 0 or more

    Returns an array of w's shape; the array that was passed in stays unchanged.
    Example: E(w) = w², w = 4, lr = 0.25, steps = 3 give 0.5.
    Edge case: steps = 0 gives the starting weights, and `gradient` is never called.
    """
    raise NotImplementedError


# %% check="descend"
check("descend")

# %% [markdown] lang="ko"
# ## 5. 오차의 기록: `error_history`
#
# 학습이 잘되는지는 오차의 기록을 보면 알 수 있습니다.
# 첫 단계 전에 한 번, 그리고 단계마다 그 뒤에 한 번 오차를 적습니다.
#
# **예상해 보기.** 20단계를 밟으면 오차는 모두 몇 개일까요?
# %% [markdown] lang="en"
# ## 5. A record of the error: `error_history`
#
# A record of the error shows whether training works.
# Note the error once before the first step, and again after every step.
#
# **Guess.** How many errors do 20 steps give?
# %% role="guess"
guess = "?"  # a whole number


# %% [markdown] lang="ko"
# 앞의 예 $E(w) = w^2$을 이어 갑니다.
#
# | 밟은 단계 | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | $w$ | 4 | 2 | 1 | 0.5 |
# | $E(w)$ | 16 | 4 | 1 | 0.25 |
#
# 울타리를 떠올려 보세요. 칸이 세 개면 기둥은 네 개입니다.
# `error_history`를 작성해 보세요. 이번에도 받은 `w`는 그대로 둡니다.
# %% [markdown] lang="en"
# Here is the example $E(w) = w^2$ again:
#
# | steps taken | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | $w$ | 4 | 2 | 1 | 0.5 |
# | $E(w)$ | 16 | 4 | 1 | 0.25 |
#
# Think of a fence: three panels need four posts.
# Write `error_history`. Again, the `w` that was passed in stays unchanged.
# %% task="error_history"
def error_history(error, gradient, w, lr, steps):
    """The errors before the first and after each step of gradient descent.

    error     a function: error(w) gives E, a number
    gradient  a function: gradient(w) gives ∂E/∂w, an array of w's shape
    w         the starting weights, an array of any shape
    lr        the learning rate η
    steps     how many steps, 0 or more

    Returns steps + 1 numbers, oldest first; the array w stays unchanged.
    Example: E(w) = w², w = 4, lr = 0.25, steps = 3 give [16, 4, 1, 0.25].
    Edge case: steps = 0 gives one number, the error at the start.
    """
    raise NotImplementedError


# %% check="error_history"
check("error_history")


# %% [markdown] lang="ko"
# ## 마무리 그림: 네 가지 학습률
#
# 이번에는 가중치가 두 개인 그릇 모양의 오차입니다.
# $$E(w) = \tfrac{1}{2}\left[(w_0 - 1)^2 + 4\,(w_1 + \tfrac{1}{2})^2\right]$$
# 가장 낮은 곳은 $(1, -0.5)$이고, $(-2, 1)$에서 출발합니다.
# %% [markdown] lang="en"
# ## Closing picture: four learning rates
#
# This time the error is a bowl over two weights:
# $$E(w) = \tfrac{1}{2}\left[(w_0 - 1)^2 + 4\,(w_1 + \tfrac{1}{2})^2\right]$$
# Its lowest point is $(1, -0.5)$, and you start at $(-2, 1)$.
# %% role="given"
def bowl(w):
    """The error E of the bowl at w = (w0, w1)."""
    return 0.5 * ((w[0] - 1) ** 2 + 4 * (w[1] + 0.5) ** 2)


def bowl_slopes(w):
    """The gradient of the bowl at w = (w0, w1)."""
    return np.array([w[0] - 1, 4 * (w[1] + 0.5)])


start = np.array([-2.0, 1.0])

# %% role="guess"
if ready("error_history"):
    print(say(ko="예상:", en="guess:"), guess, end=" | ")
    print(say(ko="결과:", en="result:"), len(error_history(bowl, bowl_slopes, start, 0.2, 20)))

# %% [markdown] lang="ko"
# **예상해 보기.** 학습률 0.05, 0.2, 0.48, 0.52로 20단계씩 내려갑니다.
# 어느 학습률에서 오차가 가장 작아질까요?
# %% [markdown] lang="en"
# **Guess.** You descend 20 steps with the learning rates 0.05, 0.2, 0.48 and 0.52.
# Which of them ends with the smallest error?
# %% role="guess"
guess = "?"  # 0.05, 0.2, 0.48 or 0.52

# %% [markdown] lang="ko"
# 왼쪽 경로는 `descend`로, 오른쪽 곡선은 `error_history`로 그립니다.
# %% [markdown] lang="en"
# Your `descend` draws the paths on the left, your `error_history` the curves on the right.
# %% role="picture"
import matplotlib.pyplot as plt

from autograder.selfcheck import pictures

if ready("descend", "error_history"):
    pictures.style()
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.7), width_ratios=[1.15, 1])
    w0, w1 = np.meshgrid(np.linspace(-2.6, 2.2, 121), np.linspace(-2.4, 1.6, 101))
    levels = [0.1, 0.5, 1, 2, 4, 6, 9, 13]
    left.contour(w0, w1, bowl((w0, w1)), levels, colors="#bbbbbb", linewidths=1)
    runs = [
        (0.05, pictures.SKY, "o", "-"),
        (0.2, pictures.BLUE, "s", "-"),
        (0.48, pictures.ORANGE, "^", "--"),
        (0.52, pictures.VERMILION, "x", ":"),
    ]
    for rate, colour, marker, line in runs:
        look = {"color": colour, "marker": marker, "linestyle": line, "markerfacecolor": "white"}
        errors = error_history(bowl, bowl_slopes, start, rate, 20)
        right.plot(range(len(errors)), errors, label=f"lr = {rate:g}", markersize=5, **look)
        if rate < 0.5:  # the path of 0.52 leaves the drawing
            path = np.array([descend(bowl_slopes, start, rate, k) for k in range(21)])
            left.plot(path[:, 0], path[:, 1], markersize=5, **look)
    left.plot(*start, "o", color="black", markersize=7)
    left.annotate(say(ko="출발", en="start", picture=True), start, (-2.2, 1.15))
    left.plot(1, -0.5, "*", color="black", markersize=13)
    left.annotate(say(ko="최저점", en="lowest", picture=True), (1, -0.5), (1.2, -0.8))
    left.set(aspect="equal", xlabel="$w_0$", ylabel="$w_1$")
    left.set_title(say(ko="오차 위의 경로", en="path over the error", picture=True))
    right.set(yscale="log", xticks=range(0, 21, 5), xlabel=say(ko="단계", en="step", picture=True))
    right.set_ylabel(say(ko="오차 (로그 눈금)", en="error (log scale)", picture=True))
    right.set_title(say(ko="네 학습률의 오차", en="error of all four runs", picture=True))
    right.legend()
    plt.show()
    print(say(ko="예상:", en="guess:"), guess)

# %% [markdown] lang="ko"
# 0.05는 더디고, 0.2는 곧장 내려가며, 0.48은 지그재그로 나아갑니다.
# 0.52는 조금 더 클 뿐인데 오차가 오히려 커집니다.
#
# 까닭은 $w_1$ 방향에 있습니다.
# 한 단계마다 가장 낮은 곳까지의 거리가 $1 - 4\eta$배가 됩니다.
# 차례로 0.8, 0.2, −0.92, −1.08배입니다.
# 음수이면 건너편으로 넘어가고, −1보다 작으면 발산(diverge)합니다.
# %% [markdown] lang="en"
# With 0.05 you crawl, with 0.2 you arrive, with 0.48 you zigzag.
# Only a little more, 0.52, and the error grows.
#
# The reason lies in the direction of $w_1$.
# Each step multiplies the distance from the lowest point by $1 - 4\eta$.
# The four factors are 0.8, 0.2, −0.92 and −1.08.
# A negative factor jumps across; below −1 the steps diverge.
# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (3점)
#
# 가중치를 하나라도 바꾸기 전에 기울기를 모두 구해야 하는 까닭은 무엇일까요?
# $W_1$을 예로 들어 설명하고, 순서를 섞으면 어떻게 되는지도 적어 보세요.
# %% [markdown] role="written" lang="en"
# ## Written question (3 points)
#
# Why must all gradients be computed before any weight is changed?
# Take $W_1$ as your example, and say what happens when the order is mixed.
# %% [markdown] lang="ko"
# ## 더 나아가기 (채점하지 않음)
#
# 그릇에서 수렴(converge)하는 가장 큰 학습률은 얼마일까요?
# `rates`에 값을 더 넣어 범위를 좁혀 보세요.
# 그릇의 4를 9로 바꾸면 답은 어떻게 달라질까요?
#
# 이어서 `forward`와 `backprop`의 함수를 이 노트북에 붙여 넣어 보세요.
# `network_step`을 100번 반복하면 책의 오차가 0.00085가 되나요?
# %% [markdown] lang="en"
# ## Going further (not graded)
#
# Which is the largest learning rate that still converges in the bowl?
# Add values to `rates` and close in on it.
# How does the answer change when the bowl's 4 becomes a 9?
#
# Then paste your functions from `forward` and `backprop` into this notebook.
# Repeat `network_step` 100 times: does the chapter's error reach 0.00085?
# %% role="further"
if ready("error_history"):
    rates = [0.3, 0.6]
    for rate in rates:
        print(rate, error_history(bowl, bowl_slopes, start, rate, 200)[-1])
