# %% [markdown] lang="ko"
# # 가중치 업데이트
#
# 5.3절 · 약 35분 · 과제 6개, 100점
#
# 역전파(backpropagation)로 오차의 기울기(gradient)를 구했습니다.
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
# 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다.

# %% [markdown] lang="en"
# # Weight updates
#
# Section 5.3 · about 35 minutes · 6 tasks, 100 points
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
# In a task cell, replace `raise NotImplementedError` with your code.
# The `check` cell below it checks your function.
# In a `guess` cell, replace `"?"` with your guess. Guesses are not graded.

# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready

# %% [markdown] lang="ko"
# ## 주어진 값
#
# 책의 2-2-2 신경망에는 가중치(weight)가 여덟 개 있습니다.
# 행렬의 i행에는 뉴런 i로 들어가는 가중치가 놓입니다.
# $$W_{\text{hidden}} = \begin{pmatrix} W_1 & W_2 \\ W_3 & W_4 \end{pmatrix}, \qquad
# W_{\text{output}} = \begin{pmatrix} W_5 & W_6 \\ W_7 & W_8 \end{pmatrix}$$
#
# 기울기도 모양(shape)이 같은 행렬입니다.
# 칸마다 그 가중치에 대한 미분값(slope) $\frac{\partial E}{\partial W_i}$가 들어 있습니다.
#
# 학습률은 0.5이고, 식에서는 $\eta$(에타), 코드에서는 `lr`로 씁니다.
# 이 값은 책의 본문이 아니라 그림에 나옵니다.
# 처음 다섯 과제에는 기울기가 주어지므로 앞 노트북의 코드가 필요 없습니다.
# 마지막 과제에서는 `forward`와 `backprop`에서 한 일을 다시 씁니다.

# %% [markdown] lang="en"
# ## What is given
#
# The chapter's 2-2-2 network has eight weights.
# Row i of a matrix holds the weights that lead into neuron i.
# $$W_{\text{hidden}} = \begin{pmatrix} W_1 & W_2 \\ W_3 & W_4 \end{pmatrix}, \qquad
# W_{\text{output}} = \begin{pmatrix} W_5 & W_6 \\ W_7 & W_8 \end{pmatrix}$$
#
# Each gradient is a matrix of the same shape as its weights.
# It holds one slope $\frac{\partial E}{\partial W_i}$ for each weight.
#
# The learning rate, here 0.5, is called $\eta$ (eta), and `lr` in code.
# You find it in the chapter's figure, not in its text.
# The first five tasks need no code from earlier notebooks, because the gradients are given.
# The last one uses what you did in `forward` and `backprop`.

# %% role="given"
x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
W_hidden = np.array([[0.30, 0.25], [0.40, 0.35]])  # W1 W2, W3 W4
W_output = np.array([[0.45, 0.40], [0.70, 0.60]])  # W5 W6, W7 W8
slope_hidden = np.array([[0.000808875384, 0.001617750767], [0.000710086011, 0.001420172022]])
slope_output = np.array([[0.025922855604, 0.026295901328], [0.007408444627, 0.007515056670]])
lr = 0.5

# %% [markdown] lang="ko"
# ## 1. 한 단계
#
# 가중치 $W_5$는 0.45이고, 미분값 $\frac{\partial E}{\partial W_5}$는 0.02592286입니다.
# 미분값이 양수이므로 $W_5$를 조금 키우면 오차 $E$도 조금 커집니다.
#
# **예상해 보세요.** 오차를 줄이려면 $W_5$는 커져야 할까요, 작아져야 할까요?
# `"up"`이나 `"down"`을 적고 셀을 실행해 보세요.

# %% [markdown] lang="en"
# ## 1. One step
#
# The weight $W_5$ is 0.45, and its slope $\frac{\partial E}{\partial W_5}$ is 0.02592286.
# The slope is positive: a slightly larger $W_5$ gives a slightly larger error $E$.
#
# **Guess first.** To lower the error, should $W_5$ go up or down?
# Write `"up"` or `"down"` and run the cell.

# %% role="guess" lang="ko"
guess = "?"  # "up"(커진다) 또는 "down"(작아진다)

# %% role="guess" lang="en"
guess = "?"  # "up" or "down"

# %% [markdown] lang="ko"
# 경사 하강법은 미분값의 부호와 반대쪽으로 움직입니다.
# 얼마나 움직일지는 학습률이 정합니다.
# $$W^+ = W - \eta\,\frac{\partial E}{\partial W}$$
# $W_6$에 대입하면 $0.40 - 0.5 \times 0.02629590 = 0.38685205$입니다.
# 책에 실린 $W_6^+$와 같습니다.
#
# 행렬 전체에 이 식을 적용하는 `step`을 작성해 보세요.
# 받은 `W`는 그대로 두고 새 배열을 반환하세요.
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


# %% task="step" lang="ko"
def step(W, gradient, lr):
    """경사 하강법의 한 단계: 업데이트된 가중치 W⁺를 구합니다.

    W         가중치, 모양은 무엇이든 됩니다.
    gradient  ∂E/∂W, 같은 모양의 배열
    lr        학습률 η, 수

    반환값: W와 같은 모양의 새 배열. W는 그대로입니다.
    예: W = [1, 2], gradient = [0.5, -1], lr = 0.1이면 [0.95, 2.1]입니다.
    특별한 경우: 미분값이 0인 가중치는 바뀌지 않습니다.
    """
    raise NotImplementedError


# %% task="step" lang="en"
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
# Below it you see `W` before and after the call to `step`.
# If the two lines differ, `step` has changed `W` itself.
#
# The chapter prints $W_6^+$, $W_7^+$ and $W_8^+$ but leaves out $W_5^+$.
# Your function supplies it.

# %% role="guess" lang="ko"
if ready("step"):
    W = W_output.copy()
    new_W = np.ravel(step(W, slope_output, lr))
    print("예상:", guess, "|", "결과:", W_output[0, 0], "→", new_W[0])
    print("호출 전 W:", np.ravel(W_output))
    print("호출 후 W:", np.ravel(W))

# %% role="guess" lang="en"
if ready("step"):
    W = W_output.copy()
    new_W = np.ravel(step(W, slope_output, lr))
    print("your guess:", guess, "|", "result:", W_output[0, 0], "→", new_W[0])
    print("W before:", np.ravel(W_output))
    print("W after: ", np.ravel(W))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 작아져야 합니다. 미분값이 양수이면 $W_5$를 키울 때 오차도 커지므로 반대로 줄입니다. 식의 빼기 부호가 이 일을 알아서 해 줍니다. 미분값이 음수이면 빼기가 더하기가 됩니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Down. With a positive slope the error rises with $W_5$, so $W_5$ has to fall. The minus sign in the formula takes care of that: with a negative slope it turns into a plus.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. 모든 층
#
# 신경망에는 층(layer)마다 가중치 행렬이 하나씩 있습니다.
# 식은 모든 층에서 같습니다.
#
# **예상해 보세요.** 은닉층(hidden layer)과 출력층(output layer)을 함께 업데이트합니다.
# 책의 신경망에서는 어느 층의 가중치가 더 많이 움직일까요?
# `"hidden"`이나 `"output"`을 적어 보세요.

# %% [markdown] lang="en"
# ## 2. All layers
#
# A network has one weight matrix for each layer.
# The formula is the same in every layer.
#
# **Guess first.** The chapter's network takes one step.
# Which weights move more, those of the hidden or those of the output layer?
# Write `"hidden"` or `"output"`.

# %% role="guess" lang="ko"
guess = "?"  # "hidden"(은닉층) 또는 "output"(출력층)

# %% role="guess" lang="en"
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
# 받은 리스트도 그대로 두고 새 리스트를 만드세요.

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


# %% task="step_all" lang="ko"
def step_all(weights, gradients, lr):
    """모든 층에서 경사 하강법의 한 단계를 밟습니다.

    weights    배열의 리스트, 층마다 하나. 모양은 서로 다를 수 있습니다.
    gradients  배열의 리스트. gradients[k]의 모양은 weights[k]와 같습니다.
    lr         학습률 η, 모든 층에서 같습니다.

    반환값: 새 배열이 담긴 새 리스트(또는 튜플). 받은 것은 그대로입니다.
    예: weights = [[1, 2]], gradients = [[0.5, -1]], lr = 0.1이면 [[0.95, 2.1]]입니다.
    특별한 경우: 층이 하나라도 답은 리스트입니다.
    """
    raise NotImplementedError


# %% task="step_all" lang="en"
def step_all(weights, gradients, lr):
    """One step of gradient descent for every layer.

    weights    list of arrays, one for each layer; their shapes may differ
    gradients  list of arrays; gradients[k] has the shape of weights[k]
    lr         the learning rate η, the same for all layers

    Returns a new list (or tuple) of new arrays; the arguments stay unchanged.
    Example: weights = [[1, 2]], gradients = [[0.5, -1]], lr = 0.1 give [[0.95, 2.1]].
    Edge case: with a single layer, the answer is still a list.
    """
    raise NotImplementedError


# %% check="step_all"
check("step_all")

# %% [markdown] lang="ko"
# 여덟 개를 한 번에 업데이트하여 책의 값과 비교합니다.
# 책에는 $W_5^+$와 함께 $W_1^+$도 빠져 있습니다.
# 마지막 열은 가중치가 움직인 양입니다.

# %% [markdown] lang="en"
# Update all eight weights at once and compare them with the chapter's.
# The chapter leaves out $W_1^+$ as well as $W_5^+$.
# The last column shows how far each weight moved.

# %% role="guess" lang="ko"
if ready("step_all"):
    printed = ["-", 0.24919112, 0.39964496, 0.34928991, "-", 0.38685205, 0.69629578, 0.59624247]
    old = [*np.ravel(W_hidden), *np.ravel(W_output)]
    new_weights = step_all([W_hidden, W_output], [slope_hidden, slope_output], lr)
    new = [value for matrix in new_weights for value in np.ravel(matrix)]
    print("예상:", guess)
    print("     결과        책          움직임")
    for i in range(8):
        print(f"W{i + 1}+  {new[i]:.8f}  {printed[i]!s:10}  {new[i] - old[i]:+.8f}")

# %% role="guess" lang="en"
if ready("step_all"):
    printed = ["-", 0.24919112, 0.39964496, 0.34928991, "-", 0.38685205, 0.69629578, 0.59624247]
    old = [*np.ravel(W_hidden), *np.ravel(W_output)]
    new_weights = step_all([W_hidden, W_output], [slope_hidden, slope_output], lr)
    new = [value for matrix in new_weights for value in np.ravel(matrix)]
    print("your guess:", guess)
    print("     result      chapter     moved by")
    for i in range(8):
        print(f"W{i + 1}+  {new[i]:.8f}  {printed[i]!s:10}  {new[i] - old[i]:+.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 출력층이 더 많이 움직입니다. 움직이는 양은 학습률과 미분값의 곱인데, 출력층의 미분값이 더 크기 때문입니다. 역전파 노트북에서 본 대로, 은닉층의 신호는 뉴런을 하나 더 거치면서 약해집니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Those of the output layer. Each weight moves by the learning rate times its slope, and the output layer's slopes are larger. As you saw in the notebook on backpropagation, the signal gets weaker on its way through one more neuron.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. 신경망의 한 단계
#
# 실제 훈련에서는 기울기를 그때그때 구해야 합니다.
# 함수 `gradients(W_hidden, W_output)`가 두 기울기를 함께 줍니다.
# 부를 때마다 순전파(forward propagation)와 역전파를 거칩니다.
# 그래서 한 번만 부릅니다.
#
# $W_1$이 오차에 닿는 길은 $W_5$와 $W_7$을 지납니다.
#
# **예상해 보세요.** 출력층을 먼저 업데이트한 뒤 은닉층의 기울기를 구합니다.
# 그래도 $W_1^+$는 같은 값일까요? `True`나 `False`를 적어 보세요.

# %% [markdown] lang="en"
# ## 3. One step of a network
#
# During training, the gradients must be computed again at each step.
# A function `gradients(W_hidden, W_output)` gives those of both layers together.
# Each call runs forward propagation and backpropagation, so call it once.
#
# The effect of $W_1$ on the error passes through $W_5$ and $W_7$.
#
# **Guess first.** Somebody updates the output layer first and then computes the hidden layer's gradient.
# Is $W_1^+$ still the same? Write `True` or `False`.

# %% role="guess" lang="ko"
guess = "?"  # True(같다) 또는 False(다르다)

# %% role="guess" lang="en"
guess = "?"  # True or False


# %% role="given" lang="ko"
def chapter_gradients(W_hidden, W_output):
    """책의 신경망의 (∂E/∂W_hidden, ∂E/∂W_output). 가중치 두 벌에 대한 값만 담겨 있습니다."""
    if np.ravel(W_output)[0] == 0.45:  # W_output이 아직 이전 값
        return slope_hidden, slope_output
    return (
        np.array([[0.000781474602, 0.001562949203], [0.000683703639, 0.001367407278]]),
        np.array([[0.025594760659, 0.025963084897], [0.007316519536, 0.007421808721]]),
    )


# %% role="given" lang="en"
def chapter_gradients(W_hidden, W_output):
    """The chapter's (∂E/∂W_hidden, ∂E/∂W_output), for the old and the updated W_output only."""
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
# The brackets hold the same weights in both formulas. Compute all gradients first, then take the steps.
#
# Write `network_step`. It returns both matrices, the hidden layer's first.


# %% task="network_step" lang="ko"
def network_step(gradients, W_hidden, W_output, lr):
    """은닉층이 하나인 신경망에서 경사 하강법의 한 단계를 밟습니다.

    gradients  함수. gradients(W_hidden, W_output)는 두 기울기
               (∂E/∂W_hidden, ∂E/∂W_output)를 줍니다. 이전 가중치로 한 번만 부르세요.
    W_hidden   모양 (n_hidden, n_in)인 배열
    W_output   모양 (n_out, n_hidden)인 배열
    lr         학습률 η

    반환값: (새 W_hidden, 새 W_output). 이전 것은 그대로입니다.
    예: W_hidden = [[1]], W_output = [[2]], lr = 0.5이고 기울기가 [[4]], [[6]]이면
    ([[-1]], [[-1]])입니다.
    """
    raise NotImplementedError


# %% task="network_step" lang="en"
def network_step(gradients, W_hidden, W_output, lr):
    """One step of gradient descent for a network with one hidden layer.

    gradients  a function: gradients(W_hidden, W_output) gives the pair
               (∂E/∂W_hidden, ∂E/∂W_output); call it once, with the old weights
    W_hidden   array of shape (n_hidden, n_in)
    W_output   array of shape (n_out, n_hidden)
    lr         the learning rate η

    Returns the pair (new W_hidden, new W_output); the old ones stay unchanged.
    Example: W_hidden = [[1]], W_output = [[2]], lr = 0.5 and gradients [[4]], [[6]]
    give ([[-1]], [[-1]]).
    """
    raise NotImplementedError


# %% check="network_step"
check("network_step")

# %% [markdown] lang="ko"
# 마지막 줄은 출력층을 먼저 업데이트했을 때의 $W_1^+$입니다.
# 차이는 작지만, 이제는 어느 한 점의 기울기를 따른 단계가 아닙니다.

# %% [markdown] lang="en"
# The last line shows $W_1^+$ with the output layer updated first.
# The difference is small, but this step no longer follows the gradient at any one point.

# %% role="guess" lang="ko"
if ready("step", "network_step"):
    new_hidden, new_output = network_step(chapter_gradients, W_hidden, W_output, lr)
    late_slopes, _ = chapter_gradients(W_hidden, new_output)
    late_hidden = step(W_hidden, late_slopes, lr)
    print("예상:", guess)
    print("기울기를 먼저 구함", f"{np.ravel(new_hidden)[0]:.8f}")
    print("출력층을 먼저 바꿈", f"{np.ravel(late_hidden)[0]:.8f}")

# %% role="guess" lang="en"
if ready("step", "network_step"):
    new_hidden, new_output = network_step(chapter_gradients, W_hidden, W_output, lr)
    late_slopes, _ = chapter_gradients(W_hidden, new_output)
    late_hidden = step(W_hidden, late_slopes, lr)
    print("your guess:", guess)
    print("gradients first   ", f"{np.ravel(new_hidden)[0]:.8f}")
    print("output layer first", f"{np.ravel(late_hidden)[0]:.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 다릅니다. 여기서는 두 값의 차이가 약 0.000014입니다. 왜 그런지는 끝의 서술형 문제에서 여러분이 설명합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# It is not: here the two differ by about 0.000014. Why? That is for you to explain, in the written question at the end.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. 여러 단계
#
# 한 단계로는 오차가 조금밖에 줄지 않습니다.
# 옮겨 간 자리에서 기울기를 다시 구하고, 다음 단계를 밟는 일을 되풀이합니다.
#
# 가중치가 $w$ 하나뿐이고 $E(w) = w^2$이면 미분값은 $2w$입니다.
# $w = 4$에서 학습률 0.25로 세 단계를 밟아 봅니다.
#
# | 단계 | $w$ | 그곳의 미분값 | 다음 $w$ |
# |---|---|---|---|
# | 1 | 4 | 8 | $4 - 0.25 \times 8 = 2$ |
# | 2 | 2 | 4 | $2 - 0.25 \times 4 = 1$ |
# | 3 | 1 | 2 | $1 - 0.25 \times 2 = 0.5$ |
#
# **예상해 보세요.** 몇 단계를 밟아야 $w$가 0.01보다 작아질까요?

# %% [markdown] lang="en"
# ## 4. Many steps
#
# One step lowers the error only a little.
# So compute the gradient again at the new place, take the next step, and repeat.
#
# Take a single weight $w$ with $E(w) = w^2$, so that its slope is $2w$.
# Here are three steps from $w = 4$ with learning rate 0.25:
#
# | step | $w$ | slope there | next $w$ |
# |---|---|---|---|
# | 1 | 4 | 8 | $4 - 0.25 \times 8 = 2$ |
# | 2 | 2 | 4 | $2 - 0.25 \times 4 = 1$ |
# | 3 | 1 | 2 | $1 - 0.25 \times 2 = 0.5$ |
#
# **Guess first.** How many steps bring $w$ below 0.01?

# %% role="guess" lang="ko"
guess = "?"  # 정수

# %% role="guess" lang="en"
guess = "?"  # a whole number

# %% [markdown] lang="ko"
# 미분값이 줄마다 다릅니다. 자리를 옮기면 기울기도 새로 구해야 합니다.
# 함수 `gradient`를 단계마다 한 번씩, 지금의 `w`에서 부르세요.

# %% [markdown] lang="en"
# Each row has its own slope: a new place needs a new gradient.
# Call the function `gradient` once in each step, at the current `w`.


# %% task="descend" lang="ko"
def descend(gradient, w, lr, steps):
    """경사 하강법으로 `steps` 단계를 밟은 뒤의 가중치를 구합니다.

    gradient  함수. gradient(w)는 w와 같은 모양의 배열 ∂E/∂w를 줍니다.
              단계마다 한 번, 지금의 w에서 부르세요.
    w         처음 가중치, 모양은 (), (n,), (m, n) 무엇이든 됩니다.
    lr        학습률 η
    steps     단계의 수, 0 이상

    반환값: w와 같은 모양의 배열. 받은 배열은 그대로입니다.
    예: E(w) = w², w = 4, lr = 0.25, steps = 3이면 0.5입니다.
    특별한 경우: steps = 0이면 처음 가중치가 답이고, `gradient`를 부르지 않습니다.
    """
    raise NotImplementedError


# %% task="descend" lang="en"
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

# %% role="guess" lang="ko"
if ready("descend"):
    print("예상:", guess)
    for steps in range(7, 11):
        print(steps, float(descend(lambda w: 2 * w, np.array(4.0), 0.25, steps)))

# %% role="guess" lang="en"
if ready("descend"):
    print("your guess:", guess)
    for steps in range(7, 11):
        print(steps, float(descend(lambda w: 2 * w, np.array(4.0), 0.25, steps)))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 아홉 단계입니다. 단계마다 $w$가 반으로 줄어 $4/2^9 \approx 0.0078$이 됩니다. 가까워질수록 미분값도 작아지므로 한 단계에 움직이는 거리가 저절로 짧아집니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Nine. Each step halves $w$, and $4/2^9 \approx 0.0078$. The closer you get, the smaller the slope: the steps shorten by themselves.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. 오차의 기록
#
# 훈련이 잘되는지는 오차의 기록을 보면 알 수 있습니다.
# 첫 단계 전에 한 번, 그리고 각 단계 뒤에 한 번씩 오차를 적습니다.
#
# **예상해 보세요.** 20단계를 밟으면 오차는 모두 몇 개일까요?

# %% [markdown] lang="en"
# ## 5. A record of the error
#
# A record of the error shows whether training works.
# Note the error once before the first step, and again after every step.
#
# **Guess first.** How many errors do 20 steps give?

# %% role="guess" lang="ko"
guess = "?"  # 정수

# %% role="guess" lang="en"
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


# %% task="error_history" lang="ko"
def error_history(error, gradient, w, lr, steps):
    """경사 하강법에서 첫 단계 전의 오차와 각 단계 뒤의 오차를 기록합니다.

    error     함수. error(w)는 오차 E, 수 하나입니다.
    gradient  함수. gradient(w)는 w와 같은 모양의 배열 ∂E/∂w를 줍니다.
    w         처음 가중치, 모양은 무엇이든 됩니다.
    lr        학습률 η
    steps     단계의 수, 0 이상

    반환값: 수 steps + 1개, 먼저 잰 것부터. 배열 w는 그대로입니다.
    예: E(w) = w², w = 4, lr = 0.25, steps = 3이면 [16, 4, 1, 0.25]입니다.
    특별한 경우: steps = 0이면 처음의 오차 하나뿐입니다.
    """
    raise NotImplementedError


# %% task="error_history" lang="en"
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

# %% role="guess" lang="ko"
if ready("error_history"):
    errors = error_history(lambda w: float(w) ** 2, lambda w: 2 * w, np.array(4.0), 0.25, 20)
    print("예상:", guess, "|", "결과:", len(errors))

# %% role="guess" lang="en"
if ready("error_history"):
    errors = error_history(lambda w: float(w) ** 2, lambda w: 2 * w, np.array(4.0), 0.25, 20)
    print("your guess:", guess, "|", "result:", len(errors))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 21개입니다. 출발할 때 한 번, 그리고 20단계를 밟으며 각 단계 뒤에 한 번씩 잽니다. 그래서 오차의 기록을 그리면 가로축이 0에서 20까지입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# 21: one at the start and one after each of the 20 steps. That is why a plot of the record runs from 0 to 20.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. 5.3절 전체
#
# 이제 5.3절을 함수 하나에 모읍니다. 순전파, 역전파, 업데이트를 되풀이하는 것이 신경망의 훈련입니다. 한 단계는 이렇습니다.
#
# 1. 지금 가중치로 은닉층 출력과 예측값을 구합니다.
# 2. 오차를 적어 둡니다.
# 3. 두 층의 델타와 기울기를 *모두* 구합니다.
# 4. 그런 다음 두 행렬을 고칩니다.
#
# `forward`와 `backprop`에서 쓴 여러분의 함수를 새 셀에 붙여 넣고 불러 써도 됩니다. 받은 행렬은 그대로 두세요.
#
# **예상해 보세요.** 책의 신경망은 오차 0.02397190에서 출발합니다. 100단계 뒤의 오차는 얼마일까요?

# %% [markdown] lang="en"
# ## 6. All of section 5.3
#
# Now put all of section 5.3 into one function. To train a network is to repeat forward propagation, backpropagation and the update. One step looks like this:
#
# 1. Compute the hidden outputs and the predictions from the current weights.
# 2. Note the error.
# 3. Compute the deltas and the gradients of *both* layers.
# 4. Only then change both matrices.
#
# You may paste your functions from `forward` and `backprop` into a new cell and call them. Leave the matrices that were passed in as they are.
#
# **Guess first.** The chapter's network starts with the error 0.02397190. What is the error after 100 steps?

# %% role="guess" lang="ko"
guess = "?"  # 수

# %% role="guess" lang="en"
guess = "?"  # a number


# %% task="train_network" lang="ko"
def train_network(x, target, W_hidden, W_output, lr, steps):
    """`steps` 단계 뒤의 두 가중치 행렬과 그동안의 오차를 구합니다.

    x         입력, 모양 (n_in,)
    target    목푯값, 모양 (n_out,)
    W_hidden  처음 가중치, 모양 (n_hidden, n_in)
    W_output  처음 가중치, 모양 (n_out, n_hidden)
    lr        학습률 η
    steps     단계의 수, 0 이상

    한 단계는 오차 E = ½ Σ (target − o)²을 줄이는 경사 하강법의 한 단계입니다.
    두 층 모두 시그모이드를 쓰고 편향은 없습니다.
    반환값: (W_hidden, W_output, errors). 마지막 단계 뒤의 가중치와, 첫 단계 전과
    각 단계 뒤에 잰 오차 steps + 1개입니다. 받은 것은 그대로입니다.
    예: x = [0], target = [1], W_hidden = [[0]], W_output = [[0]], lr = 8, steps = 1이면
    ([[0]], [[0.5]], [0.125, 0.0958])입니다.
    특별한 경우: steps = 0이면 처음 가중치와 오차 하나입니다.
    """
    raise NotImplementedError


# %% task="train_network" lang="en"
def train_network(x, target, W_hidden, W_output, lr, steps):
    """Both layers' weights after `steps` steps, and the errors on the way.

    x         inputs, shape (n_in,)
    target    wanted outputs, shape (n_out,)
    W_hidden  the starting weights, shape (n_hidden, n_in)
    W_output  the starting weights, shape (n_out, n_hidden)
    lr        the learning rate η
    steps     how many steps, 0 or more

    Each step is one of gradient descent on E = ½ Σ (target − o)², sigmoid in both layers, no bias.
    Returns (W_hidden, W_output, errors): the weights after the last step, and steps + 1 errors,
    before the first and after each step. What was passed in stays unchanged.
    Example: x = [0], target = [1], W_hidden = [[0]], W_output = [[0]], lr = 8, steps = 1
    give ([[0]], [[0.5]], [0.125, 0.0958]).
    Edge case: steps = 0 gives the starting weights and one error.
    """
    raise NotImplementedError


# %% check="train_network"
check("train_network")

# %% role="guess" lang="ko"
if ready("train_network"):
    errors = train_network(x, target, W_hidden, W_output, lr, 100)[2]
    print("예상:", guess)
    for k in (0, 1, 2, 10, 50, 100):
        print("단계", f"{k:3}  E = {errors[k]:.8f}")

# %% role="guess" lang="en"
if ready("train_network"):
    errors = train_network(x, target, W_hidden, W_output, lr, 100)[2]
    print("your guess:", guess)
    for k in (0, 1, 2, 10, 50, 100):
        print("step", f"{k:3}  E = {errors[k]:.8f}")

# %% [markdown] lang="ko"
# 여러분의 신경망이 스스로 배웠습니다. 아래 그림도 여러분의 함수로 그린 것입니다.
# 학습률을 바꾸어 보세요. 가중치 여덟 개 가운데 어느 것이 많이 움직입니까?

# %% [markdown] lang="en"
# Your network has learnt by itself. The picture below comes from your function, too.
# Change the learning rate. Which of the eight weights move most?

# %% role="picture"
from assignments.update import pictures

if ready("train_network"):
    pictures.train_own_network(train_network, x, target, W_hidden, W_output, 100)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 학습률이 0.5이면 100단계 뒤의 오차는 처음의 약 28분의 1입니다. 로그 눈금에서 거의 직선이므로, 단계마다 거의 같은 비율로 줄어든 것입니다. 오차가 작아질수록 줄어드는 양도 작아집니다. 예측값이 목푯값에 가까워지면 미분값이 작아지기 때문입니다.
#
# 가장 많이 움직이는 것은 $W_5$와 $W_6$입니다. $o_1$이 $o_2$보다 목푯값에서 더 멀었기 때문입니다. 은닉층의 가중치는 거의 그대로입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# With the learning rate 0.5, the error after 100 steps is about 1/28 of what it was. On the log scale its curve is nearly a straight line: each step takes off about the same fraction. So the error falls by less and less: as the predictions come close to the targets, the slopes get small.
#
# $W_5$ and $W_6$ move most, because $o_1$ was farther from its target than $o_2$. The hidden weights hardly move.
#
# </details>

# %% [markdown] lang="ko"
# ## 마무리 그림: 네 가지 학습률
#
# 이번에는 가중치가 두 개인 그릇 모양의 오차입니다.
# $$E(w) = \tfrac{1}{2}\left[(w_0 - 1)^2 + 4\,(w_1 + \tfrac{1}{2})^2\right]$$
# 가장 낮은 곳은 $(1, -0.5)$이고, $(-2, 1)$에서 출발합니다.
#
# **예상해 보세요.** 학습률 0.05, 0.2, 0.48, 0.52로 20단계씩 내려갑니다.
# 어느 학습률에서 오차가 가장 작아질까요?

# %% [markdown] lang="en"
# ## Closing picture: four learning rates
#
# This time the error is a bowl over two weights:
# $$E(w) = \tfrac{1}{2}\left[(w_0 - 1)^2 + 4\,(w_1 + \tfrac{1}{2})^2\right]$$
# Its lowest point is $(1, -0.5)$, and you start at $(-2, 1)$.
#
# **Guess first.** You descend 20 steps with the learning rates 0.05, 0.2, 0.48 and 0.52.
# Which of them ends with the smallest error?

# %% role="guess" lang="ko"
guess = "?"  # 0.05, 0.2, 0.48, 0.52 가운데 하나

# %% role="guess" lang="en"
guess = "?"  # 0.05, 0.2, 0.48 or 0.52


# %% role="given" lang="ko"
def bowl(w):
    """w = (w0, w1)에서 그릇의 오차 E"""
    return 0.5 * ((w[0] - 1) ** 2 + 4 * (w[1] + 0.5) ** 2)


def bowl_slopes(w):
    """w = (w0, w1)에서 그릇의 기울기"""
    return np.array([w[0] - 1, 4 * (w[1] + 0.5)])


start = np.array([-2.0, 1.0])


# %% role="given" lang="en"
def bowl(w):
    """The error E of the bowl at w = (w0, w1)."""
    return 0.5 * ((w[0] - 1) ** 2 + 4 * (w[1] + 0.5) ** 2)


def bowl_slopes(w):
    """The gradient of the bowl at w = (w0, w1)."""
    return np.array([w[0] - 1, 4 * (w[1] + 0.5)])


start = np.array([-2.0, 1.0])

# %% [markdown] lang="ko"
# 왼쪽 경로는 `descend`로, 오른쪽 곡선은 `error_history`로 그립니다.

# %% [markdown] lang="en"
# Your `descend` draws the paths on the left, your `error_history` the curves on the right.

# %% role="picture" lang="ko"
if ready("descend", "error_history"):
    pictures.four_rates(descend, error_history, bowl, bowl_slopes, start)
    print("예상:", guess)

# %% role="picture" lang="en"
if ready("descend", "error_history"):
    pictures.four_rates(descend, error_history, bowl, bowl_slopes, start)
    print("your guess:", guess)

# %% [markdown] lang="ko"
# 0.2에서 가장 작아집니다. 0.05는 더디고, 0.48은 지그재그로 나아갑니다.
# 0.52는 조금 더 클 뿐인데 오차가 오히려 커집니다.
# 한 단계마다 가장 낮은 곳까지의 거리가 몇 배가 되는지 보세요.
#
# | $\eta$ | $w_0$: $1 - \eta$ | $w_1$: $1 - 4\eta$ |
# |---|---|---|
# | 0.05 | 0.95 | 0.8 |
# | 0.2 | 0.8 | 0.2 |
# | 0.48 | 0.52 | −0.92 |
# | 0.52 | 0.48 | −1.08 |
#
# 0.05에서 더딘 것은 $w_0$입니다. 한 단계에 거리가 5%밖에 줄지 않습니다.
# 지그재그는 $w_1$에서 생깁니다. 곱하는 수가 음수이면 건너편으로 넘어가고, −1보다 작으면 발산(diverge)합니다.
#
# 슬라이더로 학습률을 직접 바꾸어 보세요. 가장 빨리 내려가는 학습률은 어디쯤입니까?

# %% [markdown] lang="en"
# The smallest error comes from 0.2. With 0.05 you crawl, with 0.48 you zigzag.
# With 0.52, only a little more, the error even grows.
# By which factor does one step multiply the distance from the lowest point?
#
# | $\eta$ | $w_0$: $1 - \eta$ | $w_1$: $1 - 4\eta$ |
# |---|---|---|
# | 0.05 | 0.95 | 0.8 |
# | 0.2 | 0.8 | 0.2 |
# | 0.48 | 0.52 | −0.92 |
# | 0.52 | 0.48 | −1.08 |
#
# At 0.05 it is $w_0$ that crawls: each step takes only 5% off the distance.
# The zigzag is due to $w_1$: with a negative factor it jumps across, and below −1 it diverges.
#
# Change the learning rate yourself with the slider. Which value gives the fastest descent?

# %% role="picture"
if ready("descend", "error_history"):
    pictures.choose_rate(descend, error_history, bowl, bowl_slopes, start)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 0.4 근처입니다. $\eta = 0.4$이면 두 거리가 $0.6$배와 $-0.6$배로 똑같이 빨리 줄어듭니다. 더 작으면 $w_0$이, 더 크면 $w_1$이 더딥니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Near 0.4. There, both distances shrink equally fast, by the factors $0.6$ and $-0.6$. Below 0.4, $w_0$ is slower; above it, $w_1$ is.
#
# </details>

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (100점과 별도로 3점)
#
# 가중치를 하나라도 바꾸기 전에 기울기를 모두 구해야 하는 까닭은 무엇일까요?
# $W_1$을 예로 들어 설명하고, 순서를 섞으면 어떻게 되는지도 적어 보세요.

# %% [markdown] role="written" lang="en"
# ## Written question (3 points on top of the 100)
#
# Why must all gradients be computed before any weight is changed?
# Take $W_1$ as your example, and say what happens when the order is mixed up.

# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# **그릇.** 학습률이 얼마보다 작아야 수렴(converge)할까요?
# `rates`에 값을 더 넣어 범위를 좁혀 보세요.
# `bowl`과 `bowl_slopes`의 4를 모두 9로 바꾸고 그 셀을 다시 실행하세요. 답은 어떻게 달라집니까?

# %% [markdown] lang="en"
# ## Going further (not graded)
#
# **The bowl.** Below which learning rate do the steps converge?
# Add values to `rates` and close in on it.
# Then change the 4 to a 9, in `bowl` and in `bowl_slopes`, and run that cell again.
# How does the answer change?

# %% role="further"
rates = [0.3, 0.6]

if ready("error_history"):
    for rate in rates:
        print(rate, error_history(bowl, bowl_slopes, start, rate, 200)[-1])

# %% [markdown] lang="ko"
# **NumPy만으로 XOR.** `train_network`에는 편향이 없습니다.
# 하지만 언제나 1인 입력을 하나 더하면, 그 입력의 가중치가 은닉층의 편향이 됩니다.
# 네 행을 차례로 한 단계씩 훈련하는 일을 3,000번 되풀이합니다. 2초쯤 걸립니다.
#
# 시드를 바꾸어 보고, `bias`를 0.0으로도 바꾸어 보세요. 언제나 배웁니까?

# %% [markdown] lang="en"
# **XOR in NumPy alone.** Your `train_network` has no bias.
# But if you add an input that is always 1, its weights are the biases of the hidden layer.
# The next cell goes through the four rows 3,000 times and takes one step on each row. This takes about two seconds.
#
# Try other seeds, and set `bias` to 0.0. Does it always learn?

# %% role="further" lang="ko"
seed, bias = 0, 1.0

if ready("train_network"):
    rows = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
    table = [(np.array([*row, bias], dtype=float), np.array([float(t)])) for row, t in rows]
    rng = np.random.default_rng(seed)
    first, second = rng.uniform(-1, 1, (4, 3)), rng.uniform(-1, 1, (1, 4))
    for _ in range(3000):
        for inputs, wanted in table:
            first, second, _ = train_network(inputs, wanted, first, second, 2.0, 1)
    for inputs, wanted in table:
        [error] = train_network(inputs, wanted, first, second, 2.0, 0)[2]
        print(inputs[:2], "목푯값", wanted[0], "예측값과의 차이", f"{np.sqrt(2 * error):.3f}")

# %% role="further" lang="en"
seed, bias = 0, 1.0

if ready("train_network"):
    rows = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
    table = [(np.array([*row, bias], dtype=float), np.array([float(t)])) for row, t in rows]
    rng = np.random.default_rng(seed)
    first, second = rng.uniform(-1, 1, (4, 3)), rng.uniform(-1, 1, (1, 4))
    for _ in range(3000):
        for inputs, wanted in table:
            first, second, _ = train_network(inputs, wanted, first, second, 2.0, 1)
    for inputs, wanted in table:
        [error] = train_network(inputs, wanted, first, second, 2.0, 0)[2]
        print(inputs[:2], "target", wanted[0], "off by", f"{np.sqrt(2 * error):.3f}")

# %% [markdown] lang="ko"
# <details><summary>답 펼치기</summary>
#
# 그릇에서는 0.5입니다. $1 - 4\eta$가 −1보다 커야 하므로 $\eta < 0.5$입니다. 딱 0.5이면 $w_1$이 두 점 사이를 영원히 오갑니다. 4를 9로 바꾸면 $1 - 9\eta > -1$, 곧 $\eta < 2/9 \approx 0.22$입니다. 골짜기가 가파를수록 학습률은 작아야 합니다.
#
# XOR는 대부분의 시드에서 배우지만 언제나 배우는 것은 아닙니다. 시드 3에서는 (1, 1) 행의 차이가 0.5에 머뭅니다. 이 행에서는 은닉층 출력이 모두 0에 가깝습니다. 출력층에는 편향이 없어 예측값이 sigmoid(0) = 0.5에 가깝고, 기울기도 거의 0입니다. 편향을 없애도(`bias = 0.0`) 은닉층 뉴런이 넷이면 대개 배우지만, 남는 차이가 두 배쯤 큽니다. 5.4절에서는 같은 일을 파이토치(PyTorch)로 합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show an answer</summary>
#
# In the bowl it is 0.5: the factor $1 - 4\eta$ has to be above −1, so $\eta < 0.5$. At exactly 0.5, $w_1$ jumps between two points forever. With 9 instead of 4 it is $1 - 9\eta > -1$, that is $\eta < 2/9 \approx 0.22$. The steeper the valley, the smaller the learning rate has to be.
#
# The network learns XOR with most seeds, but not with all. With seed 3, the row (1, 1) stays off by 0.5: there, all hidden outputs are near 0. The output has no bias, so it is close to sigmoid(0) = 0.5, and the gradient is almost 0. Without the bias (`bias = 0.0`), four hidden neurons still learn XOR with most seeds. But the predictions stay about twice as far from the targets. In section 5.4 you do the same with PyTorch.
#
# </details>

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - 책 5.3절: 업데이트된 가중치의 숫자와 학습률
# - NumPy 문서: [복사가 일어나지 않는 경우](https://numpy.org/doc/stable/user/quickstart.html#no-copy-at-all). `W -= …`가 호출한 쪽까지 바꾸는 까닭이 나옵니다.
# - PyTorch 문서: [`torch.optim.SGD`](https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html)
# - 한 걸음 더: Gabriel Goh, [Why Momentum Really Works](https://distill.pub/2017/momentum/). 그릇과 학습률의 그림을 움직여 볼 수 있습니다(영어).

# %% [markdown] lang="en"
# ## Further reading
#
# - The book, section 5.3: the updated weights and the learning rate.
# - NumPy: [No copy at all](https://numpy.org/doc/stable/user/quickstart.html#no-copy-at-all), on why `W -= …` changes the caller's array, too.
# - PyTorch: [`torch.optim.SGD`](https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html).
# - One step further: Gabriel Goh, [Why Momentum Really Works](https://distill.pub/2017/momentum/), with bowls and learning rates to play with.
