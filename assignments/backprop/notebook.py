# %% [markdown] lang="ko"
# # 역전파
#
# 5.3절의 신경망은 순전파에서 오차 0.02397190을 냈습니다.
# 가중치 하나를 조금 키우면 이 오차는 어떻게 달라질까요?
# 역전파(backpropagation)는 여덟 가중치 모두에 대해 이 물음에 답합니다.
#
# **목표.** 연쇄 법칙으로 기울기를 유도하고, 코드로 쓰고, 측정해서 확인할 수 있습니다.
#
# **시간.** 약 45분. 중간에 한 번 쉽니다.
#
# 셀은 위에서부터 차례로 실행하세요.
# 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요.
# 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다.

# %% [markdown] lang="en"
# # Backpropagation
#
# In forward propagation, the network of section 5.3 made an error of 0.02397190.
# If one weight rises a little, what happens to this error?
# Backpropagation answers this for all eight weights.
#
# **Aim.** Afterwards you can derive each gradient by the chain rule, code it, and test it
# by measuring.
#
# **Time.** About 45 minutes, with a break in the middle.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` by your code.
# The `check` cell below it looks at your function.
# In a `guess` cell, replace `"?"` by your answer. Guesses are not graded.

# %% role="setup"
import numpy as np
from autograder.selfcheck import check, ready, say

# %% [markdown] lang="ko"
# ## 순전파의 결과
#
# 순전파(forward propagation)는 끝났습니다.
# `h`는 은닉층(hidden layer)의 출력입니다.
# `o`는 예측값(prediction)입니다.
# $h_1=0.51998934$입니다. 책에는 이 자리에 $h_2$의 값이 잘못 인쇄되어 있습니다.
# 목푯값(target) `target`은 책의 본문이 아니라 그림에 나옵니다.
#
# $$
# W_\text{hidden}=\begin{pmatrix}W_1&W_2\\W_3&W_4\end{pmatrix},\quad
# W_\text{output}=\begin{pmatrix}W_5&W_6\\W_7&W_8\end{pmatrix}
# $$
#
# $i$행에는 $i$번째 뉴런으로 *들어가는* 가중치(weight)가 있습니다.

# %% [markdown] lang="en"
# ## What forward propagation left
#
# Forward propagation is done: here are the hidden layer's outputs `h` and the predictions `o`.
# $h_1$ is 0.51998934; the book misprints the value of $h_2$ in its place.
# The targets, `target`, stand in the book's figure, not in its text.
#
# $$
# W_\text{hidden}=\begin{pmatrix}W_1&W_2\\W_3&W_4\end{pmatrix},\quad
# W_\text{output}=\begin{pmatrix}W_5&W_6\\W_7&W_8\end{pmatrix}
# $$
#
# Row $i$ holds the weights *into* neuron $i$.

# %% role="given"
x = np.array([0.1, 0.2])
W_hidden = np.array([[0.30, 0.25], [0.40, 0.35]])
W_output = np.array([[0.45, 0.40], [0.70, 0.60]])
target = np.array([0.4, 0.6])
h = np.array([0.51998934, 0.52747230])
o = np.array([0.60944600, 0.66384491])

# %% [markdown] lang="ko"
# ## 가중치 하나를 움직이면
#
# 가중치 하나만 0.1 키우고 나머지 일곱 개는 그대로 둡니다.
# 그리고 오차 $E$를 다시 계산합니다. 가중치마다 이렇게 한 번씩 측정했습니다.
#
# **예상해 보기.** $E$를 가장 크게 바꾸는 가중치는 몇 번일까요?

# %% [markdown] lang="en"
# ## Turn one weight
#
# Raise one weight by 0.1, leave the other seven alone, and compute the error $E$ again.
# This was measured once for each weight.
#
# **Guess.** Which weight changes $E$ most? Answer with its number, 1 to 8.

# %% role="guess"
guess = "?"

# %% role="guess"
rises = [0.000081, 0.000162, 0.000071, 0.000142, 0.002653, 0.002692, 0.000801, 0.000813]
print(say(ko="예상:", en="guess:"), guess)
for number, rise in enumerate(rises, start=1):
    print(f"W{number}  {rise:+.6f}  {'■' * round(rise * 10_000)}")

# %% [markdown] lang="ko"
# ## 1. 출력에 대한 오차의 미분값
#
# 출력층(output layer)에서 시작합니다. 오차는 차이를 제곱해 더한 값의 절반입니다.
# 책에서는 평균 제곱 오차라고 부르지만, 평균을 내지 않습니다.
#
# $$E=\tfrac12\sum_k(t_k-o_k)^2$$
#
# 먼저 부호부터 생각해 보세요. $o_1=0.609$는 목푯값 0.4보다 큽니다.
#
# **예상해 보기.** $o_1$이 조금 커지면 $E$도 커질까요(+1), 작아질까요(−1)?

# %% [markdown] lang="en"
# ## 1. How the error changes with an output
#
# You begin at the end. The error is half the sum of the squared differences.
# The book calls it the mean squared error, although it takes no mean.
#
# $$E=\tfrac12\sum_k(t_k-o_k)^2$$
#
# Think of the sign first. The prediction $o_1=0.609$ lies above its target 0.4.
#
# **Guess.** If $o_1$ rises a little, does $E$ rise (+1) or fall (−1)?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 편미분(partial derivative)에서는 변수 하나만 움직입니다.
# $o_1$은 합의 첫째 항에만 들어 있습니다. $u=t_1-o_1$로 두면 이 항은 $\tfrac12u^2$입니다.
# 연쇄 법칙(chain rule)은 경로를 따라 미분값을 곱합니다.
#
# $$\frac{\partial E}{\partial o_1}=\frac{\partial E}{\partial u}\cdot\frac{\partial u}{\partial o_1}$$
#
# 오른쪽의 두 미분값을 구해 보세요. 둘째 것을 빠뜨리기 쉽습니다.
# $o_1$에 대한 미분값은 0.20944600입니다.

# %% [markdown] lang="en"
# A partial derivative lets only one variable move.
# $o_1$ stands in the first term alone. With $u=t_1-o_1$ this term is $\tfrac12u^2$.
# The chain rule multiplies the slopes along the path:
#
# $$\frac{\partial E}{\partial o_1}=\frac{\partial E}{\partial u}\cdot\frac{\partial u}{\partial o_1}$$
#
# Find both slopes on the right; the second one is easily lost.
# The slope for $o_1$ is 0.20944600.


# %% task="error_slope"
def error_slope(target, o):
    """dE/do for E = sum of 1/2 (target_k - o_k)^2. (5.3)

    target: wanted outputs, shape (n_out,)
    o: predictions, shape (n_out,)
    Returns one slope for each output, shape (n_out,).

    Example: target = [1, 0] and o = [0.5, 0.2] give [-0.5, 0.2].
    Edge cases: an output that hits its target has slope 0; one output gives shape (1,).
    """
    raise NotImplementedError


# %% check="error_slope"
check("error_slope")

# %% role="guess"
if ready("error_slope"):
    slope = error_slope(target, o)[0]
    print(say(ko="예상:", en="guess:"), guess, "|", say(ko="결과:", en="result:"), f"{slope:+.8f}")

# %% [markdown] lang="ko"
# ## 2. 시그모이드의 미분값
#
# 가중합(weighted sum) $z$를 시그모이드(sigmoid)에 넣습니다.
# 나오는 값이 활성값(activation) $a$입니다.
# $z$가 커질 때 $a$는 얼마나 빨리 커질까요? 세 곳에서 측정한 결과입니다.
#
# | $z$ | $a$ | 측정한 $\partial a/\partial z$ |
# |---|---|---|
# | −2 | 0.1192 | 0.1050 |
# | 0 | 0.5000 | 0.2500 |
# | 1 | 0.7311 | 0.1966 |
#
# **예상해 보기.** 미분값이 가장 큰 $a$는 얼마일까요?

# %% [markdown] lang="en"
# ## 2. The slope of the sigmoid
#
# The sigmoid turns the weighted sum $z$ into the activation $a$.
# How fast does $a$ rise when $z$ rises? Measured at three places:
#
# | $z$ | $a$ | measured $\partial a/\partial z$ |
# |---|---|---|
# | −2 | 0.1192 | 0.1050 |
# | 0 | 0.5000 | 0.2500 |
# | 1 | 0.7311 | 0.1966 |
#
# **Guess.** At which $a$ is the slope largest?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# $a=1/(1+e^{-z})$를 $z$로 미분하고 두 인수로 나눕니다.
#
# $$
# \frac{\partial a}{\partial z}=\frac{e^{-z}}{(1+e^{-z})^2}
# =\frac{1}{1+e^{-z}}\cdot\frac{e^{-z}}{1+e^{-z}}
# $$
#
# 첫째 인수는 $a$입니다. 두 인수를 더하면 얼마일까요?
# 둘째 인수를 $a$만으로 쓰고, 위의 표로 확인해 보세요.
#
# 함수가 받는 값은 $z$가 아니라 $a$입니다.
# 시그모이드를 이미 거친 값이므로 다시 적용하지 않습니다.

# %% [markdown] lang="en"
# Differentiate $a=1/(1+e^{-z})$ and split the result into two factors:
#
# $$
# \frac{\partial a}{\partial z}=\frac{e^{-z}}{(1+e^{-z})^2}
# =\frac{1}{1+e^{-z}}\cdot\frac{e^{-z}}{1+e^{-z}}
# $$
#
# The first factor is $a$. What do the two factors add up to?
# Write the second one with $a$ alone, and test it on the table above.
#
# The function is given $a$, not $z$.
# The value has passed the sigmoid already, so don't apply it again.


# %% task="sigmoid_slope"
def sigmoid_slope(a):
    """da/dz for a = sigmoid(z), written with the activation a alone. (5.3)

    a: activations, between 0 and 1, shape (n,)
    Returns the slopes, shape (n,).

    Example: a = [0.5, 0.2] gives [0.25, 0.16].
    Edge cases: near a = 0 and a = 1 the slope goes to 0; one neuron gives shape (1,).
    """
    raise NotImplementedError


# %% check="sigmoid_slope"
check("sigmoid_slope")

# %% role="guess"
if ready("sigmoid_slope"):
    print(say(ko="예상:", en="guess:"), guess)
    activations = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
    for a, slope in zip(activations, sigmoid_slope(activations), strict=True):
        print(f"a = {a:.1f}  {slope:.4f}  {'■' * round(80 * float(slope))}")

# %% [markdown] lang="ko"
# ## 3. 출력층의 델타
#
# $W_5$는 $z_3$과 $o_1$을 거쳐 $E$에 닿습니다.
#
# $$
# \frac{\partial E}{\partial W_5}=\underbrace{\frac{\partial E}{\partial o_1}\cdot
# \frac{\partial o_1}{\partial z_3}}_{\delta_{o_1}}\cdot\frac{\partial z_3}{\partial W_5}
# $$
#
# 앞의 두 인수는 $W_6$에서도 똑같습니다.
# 그래서 둘의 곱 $\partial E/\partial z_3$에 델타(delta)라는 이름을 붙입니다.
# 첫 출력의 델타는 $0.20944600\cdot0.23802157=0.04985267$입니다.
#
# **예상해 보기.** 목푯값이 1인 출력 두 개가 있습니다. 예측값은 0.01과 0.5입니다.
# 어느 쪽 델타의 절댓값이 더 클까요?

# %% [markdown] lang="en"
# ## 3. The deltas of the output layer
#
# $W_5$ acts on $E$ through $z_3$ and $o_1$:
#
# $$
# \frac{\partial E}{\partial W_5}=\underbrace{\frac{\partial E}{\partial o_1}\cdot
# \frac{\partial o_1}{\partial z_3}}_{\delta_{o_1}}\cdot\frac{\partial z_3}{\partial W_5}
# $$
#
# The first two factors are the same for $W_6$.
# So their product $\partial E/\partial z_3$ gets a name of its own, delta.
# The first output's delta is $0.20944600\cdot0.23802157=0.04985267$.
#
# **Guess.** Two outputs have the target 1. Their predictions are 0.01 and 0.5.
# Which of the two has the larger delta, apart from the sign?

# %% role="guess"
guess = "?"


# %% task="output_deltas"
def output_deltas(target, o):
    """dE/dz of the output layer: the slope of E times the slope of the sigmoid. (5.3)

    target: wanted outputs, shape (n_out,)
    o: predictions o = sigmoid(z), shape (n_out,)
    Returns the deltas, shape (n_out,).

    Example: target = [1, 0] and o = [0.5, 0.2] give [-0.125, 0.032].
    Edge cases: an output that hits its target has delta 0; one output gives shape (1,).
    """
    raise NotImplementedError


# %% check="output_deltas"
check("output_deltas")

# %% role="guess"
if ready("error_slope", "sigmoid_slope", "output_deltas"):
    deltas = output_deltas(np.array([1.0, 1.0]), np.array([0.01, 0.5]))
    print(say(ko="예상:", en="guess:"), guess)
    print(f"o = 0.01: {deltas[0]:+.4f}   o = 0.5: {deltas[1]:+.4f}")

# %% [markdown] lang="ko"
# 0.01은 훨씬 크게 빗나갔지만 델타는 더 작습니다.
# 시그모이드의 평평한 끝에서는 뉴런이 거의 움직이지 않기 때문입니다.
#
# ## 4. 출력층 가중치의 기울기
#
# 이제 셋째 인수입니다. $z_3=W_5h_1+W_6h_2$이므로 $\partial z_3/\partial W_5=h_1$입니다.
#
# $$\frac{\partial E}{\partial W_5}=\delta_{o_1}h_1=0.04985267\cdot0.51998934=0.02592286$$
#
# **예상해 보기.** 은닉층 뉴런이 셋, 출력이 둘인 신경망이 있습니다.
# $\partial E/\partial W_\text{output}$의 모양(shape)은 무엇일까요? `(행, 열)`로 쓰세요.

# %% [markdown] lang="en"
# The output 0.01 lies much farther off, yet its delta is smaller.
# At the flat end of the sigmoid a neuron hardly moves.
#
# ## 4. The gradients of the output weights
#
# Now the third factor. Since $z_3=W_5h_1+W_6h_2$, we have $\partial z_3/\partial W_5=h_1$.
#
# $$\frac{\partial E}{\partial W_5}=\delta_{o_1}h_1=0.04985267\cdot0.51998934=0.02592286$$
#
# **Guess.** A network has three hidden neurons and two outputs.
# Which shape has $\partial E/\partial W_\text{output}$? Write `(rows, columns)`.

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 가중치마다 스스로 물어보세요. 어느 뉴런에서 나와 어느 뉴런으로 들어갈까요?
# 빈칸을 종이에 채워 보세요.
#
# | | $h_1$에서 | $h_2$에서 |
# |---|---|---|
# | **$o_1$로** | $W_5$: $\delta_{o_1}h_1$ | $W_6$: ? |
# | **$o_2$로** | $W_7$: ? | $W_8$: ? |
#
# 미분값을 모두 모은 것이 기울기(gradient)입니다. 모양은 `W_output`과 같습니다.
# 이 표를 한꺼번에 만드는 NumPy 함수도 찾아보세요.

# %% [markdown] lang="en"
# Ask of each weight: which neuron does it leave, which one does it enter?
# Fill in the blanks on paper.
#
# | | from $h_1$ | from $h_2$ |
# |---|---|---|
# | **into $o_1$** | $W_5$: $\delta_{o_1}h_1$ | $W_6$: ? |
# | **into $o_2$** | $W_7$: ? | $W_8$: ? |
#
# All these slopes together are the gradient. It has the shape of `W_output`.
# NumPy has a function that makes the whole table at once.


# %% task="output_gradients"
def output_gradients(target, o, h):
    """dE/dW_output: one slope for each weight into the output layer. (5.3)

    target: wanted outputs, shape (n_out,)
    o: predictions, shape (n_out,)
    h: outputs of the hidden layer, shape (n_hidden,)
    Returns the gradient, shape (n_out, n_hidden), like W_output.

    Example: target = [1], o = [0.5], h = [0.2, 0.4] give [[-0.025, -0.05]].
    Edge cases: n_out and n_hidden may differ; with one of each the shape is (1, 1).
    """
    raise NotImplementedError


# %% check="output_gradients"
check("output_gradients")

# %% role="guess"
if ready("error_slope", "sigmoid_slope", "output_deltas", "output_gradients"):
    found = np.shape(output_gradients(target, o, np.array([0.2, 0.5, 0.7])))
    print(say(ko="예상:", en="guess:"), guess, "|", say(ko="결과:", en="result:"), found)

# %% [markdown] lang="ko"
# *절반을 마쳤습니다. 5분 쉬고 오세요.*
#
# ## 5. 은닉층의 델타
#
# $h_1$은 두 출력으로 *모두* 들어갑니다. 한 경로에서는 곱하고, 경로끼리는 더합니다.
#
# $$
# \frac{\partial E}{\partial h_1}=\delta_{o_1}W_5+\delta_{o_2}W_7
# =0.04985267\cdot0.45+0.01424730\cdot0.70=0.03240681
# $$
#
# 우리가 쓰는 책에는 두 출력에 대한 이 합이 빠져 있습니다.
# 여기에 $h_1$의 시그모이드 미분값을 곱하면 $\delta_{h_1}$입니다.
#
# $$\delta_{h_1}=0.03240681\cdot0.24960043=0.00808875$$

# %% [markdown] lang="en"
# *Half is done. Take a break of five minutes.*
#
# ## 5. The deltas of the hidden layer
#
# $h_1$ feeds *both* outputs. Slopes multiply along a path; the paths add up:
#
# $$
# \frac{\partial E}{\partial h_1}=\delta_{o_1}W_5+\delta_{o_2}W_7
# =0.04985267\cdot0.45+0.01424730\cdot0.70=0.03240681
# $$
#
# Our copy of the book leaves out this sum over both outputs.
# Times the slope of the sigmoid at $h_1$, it is the hidden delta:
#
# $$\delta_{h_1}=0.03240681\cdot0.24960043=0.00808875$$

# %% [markdown] lang="ko"
# 이번에는 은닉층 뉴런이 셋, 출력이 하나인 2-3-1 신경망입니다.
#
# $$W_\text{output}=\begin{pmatrix}2&-1&4\end{pmatrix},\quad\delta_o=(0.1),\quad h=(0.5,0.5,0.5)$$
#
# 첫 뉴런에는 $0.1\cdot2=0.2$가 돌아오므로 델타는 $0.2\cdot0.25=0.05$입니다.
#
# **예상해 보기.** 셋째 뉴런의 델타는 얼마일까요?

# %% [markdown] lang="en"
# Now a 2-3-1 network: three hidden neurons, one output.
#
# $$W_\text{output}=\begin{pmatrix}2&-1&4\end{pmatrix},\quad\delta_o=(0.1),\quad h=(0.5,0.5,0.5)$$
#
# $0.1\cdot2=0.2$ comes back to the first neuron; its delta is $0.2\cdot0.25=0.05$.
#
# **Guess.** What is the delta of the third neuron?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 순전파에서는 `W_output`의 *행*을 따라 더했습니다.
# 뒤로 갈 때는 $h_j$에서 나오는 가중치, 곧 *열*을 따라 더합니다.
#
# 2-3-1에서 `W_output`의 모양은 (1, 3), 델타의 모양은 (1,)입니다.
# 답의 모양은 (3,)입니다.
# 세 모양을 적고 나서 코드를 쓰세요.
# 2 × 2에서는 행과 열을 바꾸어도 모양이 맞아서 실수가 드러나지 않습니다.

# %% [markdown] lang="en"
# Forward propagation added along the *rows* of `W_output`.
# Backward you add along the weights that leave $h_j$: its *columns*.
#
# For 2-3-1, `W_output` has the shape (1, 3), the deltas have (1,), the answer (3,).
# Write these shapes down before you write code.
# At 2 × 2, swapping rows and columns goes unseen, because every shape still fits.


# %% task="hidden_deltas"
def hidden_deltas(W_output, deltas, h):
    """dE/dz of the hidden layer: summed over all outputs, times the slope of the sigmoid. (5.3)

    W_output: weights into the output layer, shape (n_out, n_hidden)
    deltas: dE/dz of the output layer, shape (n_out,)
    h: outputs of the hidden layer, h = sigmoid(z), shape (n_hidden,)
    Returns the deltas of the hidden layer, shape (n_hidden,).

    Example: W_output = [[2, -1, 4]], deltas = [0.1], h = [0.5, 0.5, 0.5]
    give [0.05, -0.025, 0.1].
    Edge cases: n_out and n_hidden may differ, and each may be 1.
    """
    raise NotImplementedError


# %% check="hidden_deltas"
check("hidden_deltas")

# %% role="guess"
if ready("sigmoid_slope", "hidden_deltas"):
    back = hidden_deltas(np.array([[2.0, -1.0, 4.0]]), np.array([0.1]), np.array([0.5, 0.5, 0.5]))
    print(say(ko="예상:", en="guess:"), guess, "|", say(ko="결과:", en="result:"), f"{back[2]:.8f}")

# %% [markdown] lang="ko"
# ## 6. 은닉층 가중치의 기울기
#
# 마지막 인수는 출력층에서와 같은 방법으로 구합니다.
# $z_1=W_1x_1+W_2x_2$이므로 $W_1$에는 $x_1$이 곱해집니다.
#
# $$\frac{\partial E}{\partial W_1}=\delta_{h_1}x_1=0.00808875\cdot0.1=0.00080888$$
#
# 이제 목푯값에서 $W_\text{hidden}$까지 이어서 계산합니다. 앞의 함수들을 사용하세요.
# 앞의 함수에 실수가 있어도 같은 실수로 두 번 감점하지 않습니다.
#
# **예상해 보기.** $\partial E/\partial W_2$는 $\partial E/\partial W_1$의 몇 배일까요?

# %% [markdown] lang="en"
# ## 6. The gradients of the hidden weights
#
# The last factor is found as in the output layer.
# In $z_1=W_1x_1+W_2x_2$ the weight $W_1$ meets $x_1$, so
#
# $$\frac{\partial E}{\partial W_1}=\delta_{h_1}x_1=0.00808875\cdot0.1=0.00080888$$
#
# Now go all the way, from the targets to $W_\text{hidden}$. Build on your functions.
# If one of them still has a mistake, grading charges it only once.
#
# **Guess.** How many times as large as $\partial E/\partial W_1$ is $\partial E/\partial W_2$?

# %% role="guess"
guess = "?"


# %% task="hidden_gradients"
def hidden_gradients(W_output, target, o, h, x):
    """dE/dW_hidden: one slope for each weight into the hidden layer. (5.3)

    W_output: weights into the output layer, shape (n_out, n_hidden)
    target: wanted outputs, shape (n_out,)
    o: predictions, shape (n_out,)
    h: outputs of the hidden layer, shape (n_hidden,)
    x: inputs, shape (n_in,)
    Returns the gradient, shape (n_hidden, n_in), like W_hidden.

    Example: W_output = [[2, -1]], target = [1], o = [0.5], h = [0.5, 0.5], x = [1, 0, 2]
    give [[-0.0625, 0, -0.125], [0.03125, 0, 0.0625]].
    Edge cases: all three sizes may differ, and each may be 1.
    """
    raise NotImplementedError


# %% check="hidden_gradients"
check("hidden_gradients")

# %% role="guess"
everything = (
    "error_slope",
    "sigmoid_slope",
    "output_deltas",
    "output_gradients",
    "hidden_deltas",
    "hidden_gradients",
)
if ready(*everything):
    first, second = hidden_gradients(W_output, target, o, h, x)[0]
    times = say(ko=f"{second / first:.4f}배", en=f"{second / first:.4f} times")
    print(say(ko="예상:", en="guess:"), guess, "|", say(ko="결과:", en="result:"), times)

# %% [markdown] lang="ko"
# ## 책의 숫자와 비교하기
#
# 책에는 기울기가 없고, 한 번 업데이트한 가중치 $W^+$만 있습니다.
# 책의 학습률(learning rate)은 0.5입니다. 이 값도 본문에는 없습니다.
# $W$에서 $W^+$까지 옮겨 간 거리를 0.5로 나누면 기울기가 됩니다.
#
# $$\frac{\partial E}{\partial W}=\frac{W-W^+}{0.5}$$
#
# 우리가 쓰는 책에는 $W_1^+$와 $W_5^+$가 빠져 있어서 여섯 개만 비교합니다.
# 끝자리까지 같지 않은 까닭은 무엇일까요?

# %% [markdown] lang="en"
# ## Against the book's numbers
#
# The book prints no gradients, only the weights $W^+$ after one update.
# Its learning rate is 0.5, which is not in the text either.
# The way from $W$ to $W^+$, divided by 0.5, is the gradient:
#
# $$\frac{\partial E}{\partial W}=\frac{W-W^+}{0.5}$$
#
# Our copy lacks $W_1^+$ and $W_5^+$, so you compare the other six.
# Why do the last digits differ?

# %% role="guess"
if ready(*everything):
    yours = np.append(hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h))
    old = np.append(W_hidden, W_output)
    new = {2: 0.24919112, 3: 0.39964496, 4: 0.34928991, 6: 0.38685205, 7: 0.69629578, 8: 0.59624247}
    print(say(ko="      내 기울기     책에서 얻은 기울기", en="      yours         from the book"))
    for number, slope in enumerate(yours, start=1):
        book = f"{(old[number - 1] - new[number]) / 0.5:.8f}" if number in new else "-"
        print(f"W{number}    {slope:.8f}    {book}")

# %% [markdown] lang="ko"
# ## 한눈에 보기
#
# 가중치 하나를 −1에서 1까지 움직이고 나머지 일곱 개는 그대로 두었습니다.
# 아래 숫자는 그때 측정한 오차 $E$입니다. 한 행이 가중치 하나입니다.
# 그림에서는 회색 곡선이 됩니다. 점선은 여러분이 구한 기울기로 그은 직선입니다.

# %% [markdown] lang="en"
# ## All eight at a glance
#
# One weight is changed by −1 to 1 while the other seven stay where they are.
# The numbers below are the error $E$ measured on the way, one row for each weight.
# In the picture they are the grey curves. A dashed line has the slope that you found.

# %% role="given"
measured = np.array(
    [
        [0.02317, 0.02337, 0.02357, 0.02377, 0.02397, 0.02417, 0.02438, 0.02458, 0.02479],
        [0.02239, 0.02278, 0.02317, 0.02357, 0.02397, 0.02438, 0.02479, 0.02520, 0.02562],
        [0.02327, 0.02344, 0.02362, 0.02379, 0.02397, 0.02415, 0.02433, 0.02451, 0.02469],
        [0.02258, 0.02292, 0.02327, 0.02362, 0.02397, 0.02433, 0.02469, 0.02505, 0.02541],
        [0.00534, 0.00851, 0.01271, 0.01790, 0.02397, 0.03082, 0.03830, 0.04626, 0.05456],
        [0.00519, 0.00835, 0.01258, 0.01782, 0.02397, 0.03092, 0.03852, 0.04662, 0.05505],
        [0.02373, 0.02232, 0.02194, 0.02252, 0.02397, 0.02619, 0.02904, 0.03240, 0.03615],
        [0.02384, 0.02236, 0.02194, 0.02251, 0.02397, 0.02622, 0.02913, 0.03256, 0.03637],
    ]
)

# %% role="picture"
import matplotlib.pyplot as plt
from autograder.selfcheck import pictures

if ready(*everything):
    pictures.style()
    yours = np.append(hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h))
    change = np.linspace(-1, 1, 9)
    curve_name = say(ko="측정한 오차", en="measured error", picture=True)
    line_name = say(ko="내가 구한 기울기", en="your slope", picture=True)
    figure, panels = plt.subplots(2, 4, figsize=(7.4, 4.2), sharex=True, sharey=True)
    for row, axes in enumerate(panels.flat):
        curve, line = measured[row], measured[row, 4] + yours[row] * change
        colour = pictures.BLUE if row < 4 else pictures.VERMILION
        axes.plot(change, curve, color="#BBBBBB", linewidth=5, label=curve_name)
        axes.plot(change, line, "--", color=colour, linewidth=1.8, label=line_name)
        axes.plot(0, curve[4], "o", color="black", markersize=5)
        axes.set_title(f"$W_{row + 1}$: {yours[row]:+.5f}")
    for axes in panels[:, 0]:
        axes.set_ylabel("E")
    panels[0, 0].legend(loc="upper left", borderpad=0.2, handlelength=1.6)
    panels[0, 0].set(ylim=(0, 0.062), xticks=(-1, 0, 1), yticks=(0, 0.02, 0.04, 0.06))
    figure.supxlabel(say(ko="가중치의 변화", en="change of the weight", picture=True), fontsize=10)
    plt.show()

# %% [markdown] lang="ko"
# 점선은 검은 점에서 곡선에 접할 뿐 가로지르지 않습니다. 기울기가 맞다는 뜻입니다.
#
# 세로축은 여덟 그림에서 모두 같습니다.
# 은닉층의 기울기는 출력층보다 5배에서 37배까지 완만합니다.
# 층을 하나 지날 때마다 1보다 작은 수가 곱해지기 때문입니다.
# 층이 많아지면 5.2절의 기울기 소실(vanishing gradient)이 됩니다.

# %% [markdown] lang="en"
# Each dashed line touches its curve at the black dot and does not cut through it.
# So the slopes are right.
#
# All eight panels share the vertical axis.
# The hidden slopes are 5 to 37 times flatter than those of the output layer.
# Each layer on the way back multiplies by numbers below 1.
# With many layers this becomes the vanishing gradient of section 5.2.

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제
#
# $\partial E/\partial W_1$은 두 항의 합인데 $\partial E/\partial W_5$는 항이 하나뿐입니다.
# 그 까닭을 신경망의 경로로 설명해 보세요.
# 출력이 $n$개라면 $\partial E/\partial W_1$의 항은 몇 개일까요?

# %% [markdown] role="written" lang="en"
# ## Written question
#
# $\partial E/\partial W_1$ is a sum of two terms, but $\partial E/\partial W_5$ has only one.
# Explain this with the paths through the network.
# How many terms does $\partial E/\partial W_1$ have in a network with $n$ outputs?

# %% [markdown] lang="ko"
# ## 더 해 보기
#
# 이 부분은 채점하지 않습니다. 기울기를 직접 측정해서 비교해 보세요.
#
# $$\frac{\partial E}{\partial W}\approx\frac{E(W+\varepsilon)-E(W-\varepsilon)}{2\varepsilon}$$
#
# 이런 방법을 수치 미분(numerical gradient)이라고 합니다.
# 순전파 노트북에서 쓴 함수들을 이 셀로 가져오세요.
# 그리고 `...` 대신, 두 행렬을 받아 오차 $E$를 돌려주는 함수를 넣으세요.
#
# `epsilon`을 1이나 1e-12로 바꾸면 왜 나빠질까요?

# %% [markdown] lang="en"
# ## Going further
#
# This part is not graded. Measure the slopes yourself and compare.
#
# $$\frac{\partial E}{\partial W}\approx\frac{E(W+\varepsilon)-E(W-\varepsilon)}{2\varepsilon}$$
#
# This is called a numerical gradient.
# Copy your functions of the forward notebook into this cell.
# Then replace `...` by a function that takes both matrices and returns the error $E$.
#
# Why do 1 and 1e-12 make a poor `epsilon`?

# %% role="further"
network_error = ...
epsilon = 1e-5

if callable(network_error) and ready(*everything):
    numerical = np.empty_like(W_hidden)
    for place in np.ndindex(W_hidden.shape):
        nudge = np.zeros_like(W_hidden)
        nudge[place] = epsilon
        rise = network_error(W_hidden + nudge, W_output) - network_error(W_hidden - nudge, W_output)
        numerical[place] = rise / (2 * epsilon)
    print(numerical)
    print(hidden_gradients(W_output, target, o, h, x))
