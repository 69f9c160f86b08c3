# %% [markdown] lang="ko"
# # 역전파
#
# 5.3절 · 약 50분 · 과제 7개, 100점
#
# 5.3절의 신경망은 순전파에서 오차 0.02397190을 냈습니다.
# 가중치 하나를 조금 키우면 이 오차는 어떻게 달라질까요?
# 역전파(backpropagation)로 가중치 여덟 개의 답을 모두 구합니다.
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 연쇄 법칙(chain rule)으로 미분값을 유도하고 코드로 쓰기
# - 구한 기울기가 맞는지 직접 재어 확인하기
#
# 중간에 한 번 쉽니다.
#
# 셀은 위에서부터 차례로 실행하세요.
# 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요.
# 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다.

# %% [markdown] lang="en"
# # Backpropagation
#
# Section 5.3 · about 50 minutes · 7 tasks, 100 points
#
# In forward propagation, the network of section 5.3 made an error of 0.02397190.
# If one weight rises a little, what happens to this error?
# Backpropagation answers this for all eight weights.
#
# **Aim.** After this notebook you can
#
# - derive each slope by the chain rule and write it as code,
# - test your gradients by measuring them.
#
# There is a break in the middle.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` with your code.
# The `check` cell below it checks your function.
# In a `guess` cell, replace `"?"` with your guess. Guesses are not graded.

# %% role="setup"
import numpy as np
from autograder.selfcheck import check, ready

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
# ## The results of forward propagation
#
# Forward propagation is done: here are the hidden layer's outputs `h` and the predictions `o`.
# $h_1$ is 0.51998934; the chapter misprints the value of $h_2$ in its place.
# You find the targets, `target`, in the chapter's figure, not in its text.
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
# ## 가중치 하나의 영향
#
# 가중치 하나만 0.1 키우고 나머지 일곱 개는 그대로 둡니다.
# 그리고 오차 $E$를 다시 계산합니다. 가중치마다 이렇게 한 번씩 측정했습니다.
#
# **예상해 보세요.** $E$를 가장 크게 바꾸는 가중치는 몇 번일까요?

# %% [markdown] lang="en"
# ## Changing one weight
#
# One weight was raised by 0.1, the other seven stayed as they were, and the error $E$ was computed again.
# This was done once for each weight.
#
# **Guess first.** Which weight changes $E$ most? Answer with its number, 1 to 8.

# %% role="guess"
guess = "?"

# %% role="guess" lang="ko"
rises = [0.000081, 0.000162, 0.000071, 0.000142, 0.002653, 0.002692, 0.000801, 0.000813]
print("예상:", guess)
for number, rise in enumerate(rises, start=1):
    print(f"W{number}  {rise:+.6f}  {'■' * round(rise * 10_000)}")

# %% role="guess" lang="en"
rises = [0.000081, 0.000162, 0.000071, 0.000142, 0.002653, 0.002692, 0.000801, 0.000813]
print("your guess:", guess)
for number, rise in enumerate(rises, start=1):
    print(f"W{number}  {rise:+.6f}  {'■' * round(rise * 10_000)}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# $W_6$입니다. $W_5$가 바로 뒤를 따릅니다. 둘은 목푯값에서 더 멀리 있는 $o_1$로 들어갑니다. 은닉층의 $W_1$~$W_4$는 뉴런을 하나 더 거쳐야 오차에 닿으므로 영향이 훨씬 작습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# It is $W_6$, closely followed by $W_5$. Both lead into $o_1$, which is farther from its target. The effect of $W_1$ to $W_4$ passes through one more neuron on its way, so it is much smaller.
#
# </details>

# %% [markdown] lang="ko"
# ## 1. 출력에 대한 오차의 미분값
#
# 출력층(output layer)에서 시작합니다. 오차는 차이를 제곱해 더한 값의 절반입니다.
# 책에서는 평균 제곱 오차라고 부릅니다. 출력이 둘일 때만 우연히 그 평균과 같습니다.
#
# $$E=\tfrac12\sum_k(t_k-o_k)^2$$
#
# 먼저 부호부터 생각해 보세요. $o_1=0.609$는 목푯값 0.4보다 큽니다.
#
# **예상해 보세요.** $o_1$이 조금 커지면 $E$도 커질까요(+1), 작아질까요(−1)?

# %% [markdown] lang="en"
# ## 1. How the error changes with an output
#
# You begin at the end. The error is half the sum of the squared differences.
# The chapter calls it the mean squared error. Only with two outputs does it happen to be that mean.
#
# $$E=\tfrac12\sum_k(t_k-o_k)^2$$
#
# Think about the sign first. The prediction $o_1=0.609$ lies above its target 0.4.
#
# **Guess first.** If $o_1$ rises a little, does $E$ rise (+1) or fall (−1)?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 편미분(partial derivative)에서는 변수 하나만 움직입니다.
# $o_1$은 합의 첫째 항에만 들어 있습니다. $u=t_1-o_1$로 두면 이 항은 $\tfrac12u^2$입니다.
# 연쇄 법칙은 경로를 따라 미분값을 곱합니다.
#
# $$\frac{\partial E}{\partial o_1}=\frac{\partial E}{\partial u}\cdot\frac{\partial u}{\partial o_1}$$
#
# 오른쪽의 두 미분값을 구해 보세요. 둘째 것을 빠뜨리기 쉽습니다.
# $o_1$에 대한 미분값은 0.20944600입니다.

# %% [markdown] lang="en"
# A partial derivative lets only one variable move.
# $o_1$ occurs in the first term alone. With $u=t_1-o_1$ this term is $\tfrac12u^2$.
# The chain rule multiplies the slopes along the path:
#
# $$\frac{\partial E}{\partial o_1}=\frac{\partial E}{\partial u}\cdot\frac{\partial u}{\partial o_1}$$
#
# Find both slopes on the right; the second one is easily overlooked.
# The slope for $o_1$ is 0.20944600.


# %% task="error_slope" lang="ko"
def error_slope(target, o):
    """dE/do: E가 1/2 (target_k - o_k)^2의 합일 때의 미분값입니다. (5.3)

    target: 목푯값, 모양 (n_out,)
    o: 예측값, 모양 (n_out,)
    반환값: 출력마다 미분값 하나, 모양 (n_out,)

    예: target = [1, 0]이고 o = [0.5, 0.2]이면 [-0.5, 0.2]입니다.
    특별한 경우: 예측값이 목푯값과 같으면 미분값은 0입니다. 출력이 하나이면 모양은 (1,)입니다.
    """
    raise NotImplementedError


# %% task="error_slope" lang="en"
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

# %% role="guess" lang="ko"
if ready("error_slope"):
    slope = error_slope(target, o)[0]
    print("예상:", guess, "|", "결과:", f"{slope:+.8f}")

# %% role="guess" lang="en"
if ready("error_slope"):
    slope = error_slope(target, o)[0]
    print("your guess:", guess, "|", "result:", f"{slope:+.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# $o_1$은 이미 목푯값보다 큽니다. 더 커지면 목푯값에서 더 멀어지므로 $E$도 커집니다. 부호는 +입니다. 목푯값보다 작은 출력에서는 반대입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# $o_1$ already lies above its target. If it rises, it moves farther away, so $E$ rises: the sign is +. For an output below its target it is the other way round.
#
# </details>

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
# **예상해 보세요.** 미분값은 $a$가 얼마일 때 가장 클까요?

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
# **Guess first.** At which $a$ is the slope largest?

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
# The value has already been through the sigmoid, so don't apply it again.


# %% task="sigmoid_slope" lang="ko"
def sigmoid_slope(a):
    """da/dz: a = sigmoid(z)의 미분값을 활성값 a만으로 나타냅니다. (5.3)

    a: 활성값, 0과 1 사이, 모양 (n,)
    반환값: 미분값, 모양 (n,)

    예: a = [0.5, 0.2]이면 [0.25, 0.16]입니다.
    특별한 경우: a가 0이나 1에 가까우면 미분값은 0에 가깝습니다. 뉴런이 하나이면 모양은 (1,)입니다.
    """
    raise NotImplementedError


# %% task="sigmoid_slope" lang="en"
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

# %% role="guess" lang="ko"
if ready("sigmoid_slope"):
    print("예상:", guess)
    activations = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
    for a, slope in zip(activations, sigmoid_slope(activations), strict=True):
        print(f"a = {a:.1f}  {slope:.4f}  {'■' * round(80 * float(slope))}")

# %% role="guess" lang="en"
if ready("sigmoid_slope"):
    print("your guess:", guess)
    activations = np.array([0.1, 0.3, 0.5, 0.7, 0.9])
    for a, slope in zip(activations, sigmoid_slope(activations), strict=True):
        print(f"a = {a:.1f}  {slope:.4f}  {'■' * round(80 * float(slope))}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# $a=0.5$, 곧 $z=0$에서 가장 크고 값은 ¼입니다. 두 인수를 더하면 언제나 1이므로, 곱은 둘이 같을 때 가장 큽니다. 시그모이드의 미분값은 ¼을 넘지 않습니다. 이 사실은 뒤에서 다시 나옵니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# At $a=0.5$, that is at $z=0$, and there it is ¼. The two factors always add up to 1, so their product is largest when they are equal. The slope of the sigmoid never exceeds ¼; you will need this later.
#
# </details>

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
# **예상해 보세요.** 목푯값이 1인 출력 두 개가 있습니다. 예측값은 0.01과 0.5입니다.
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
# **Guess first.** Two outputs both have the target 1. Their predictions are 0.01 and 0.5.
# Which of the two has the larger delta, apart from the sign?

# %% role="guess"
guess = "?"


# %% task="output_deltas" lang="ko"
def output_deltas(target, o):
    """dE/dz: 출력층의 델타, 오차의 미분값과 시그모이드의 미분값을 곱한 값입니다. (5.3)

    target: 목푯값, 모양 (n_out,)
    o: 예측값 o = sigmoid(z), 모양 (n_out,)
    반환값: 델타, 모양 (n_out,)

    예: target = [1, 0]이고 o = [0.5, 0.2]이면 [-0.125, 0.032]입니다.
    특별한 경우: 예측값이 목푯값과 같으면 델타는 0입니다. 출력이 하나이면 모양은 (1,)입니다.
    """
    raise NotImplementedError


# %% task="output_deltas" lang="en"
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

# %% role="guess" lang="ko"
if ready("error_slope", "sigmoid_slope", "output_deltas"):
    deltas = output_deltas(np.array([1.0, 1.0]), np.array([0.01, 0.5]))
    print("예상:", guess)
    print(f"o = 0.01: {deltas[0]:+.4f}   o = 0.5: {deltas[1]:+.4f}")

# %% role="guess" lang="en"
if ready("error_slope", "sigmoid_slope", "output_deltas"):
    deltas = output_deltas(np.array([1.0, 1.0]), np.array([0.01, 0.5]))
    print("your guess:", guess)
    print(f"o = 0.01: {deltas[0]:+.4f}   o = 0.5: {deltas[1]:+.4f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 0.01은 목푯값에서 훨씬 더 멀지만 델타는 더 작습니다. 시그모이드의 평평한 끝에서는 뉴런이 거의 움직이지 않기 때문입니다. 크게 틀린 뉴런이 오히려 천천히 배울 수 있다는 뜻입니다. 5.4절의 이진 교차 엔트로피에는 이런 약점이 없습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The prediction 0.01 is much farther from its target, yet its delta is smaller. At the flat end of the sigmoid a neuron hardly moves. So the neuron that is most wrong may learn most slowly. The binary cross-entropy of section 5.4 doesn't have this weakness.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. 출력층 가중치의 기울기
#
# 이제 셋째 인수입니다. $z_3=W_5h_1+W_6h_2$이므로 $\partial z_3/\partial W_5=h_1$입니다.
#
# $$\frac{\partial E}{\partial W_5}=\delta_{o_1}h_1=0.04985267\cdot0.51998934=0.02592286$$
#
# **예상해 보세요.** 은닉층 뉴런이 셋, 출력이 둘인 신경망이 있습니다.
# $\partial E/\partial W_\text{output}$의 모양(shape)은 무엇일까요? `(행, 열)`로 쓰세요.

# %% [markdown] lang="en"
# ## 4. The gradients of the output weights
#
# Now the third factor. Since $z_3=W_5h_1+W_6h_2$, we have $\partial z_3/\partial W_5=h_1$.
#
# $$\frac{\partial E}{\partial W_5}=\delta_{o_1}h_1=0.04985267\cdot0.51998934=0.02592286$$
#
# **Guess first.** A network has three hidden neurons and two outputs.
# What is the shape of $\partial E/\partial W_\text{output}$? Write `(rows, columns)`.

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
# NumPy has a function that makes the whole table at once: look for it.


# %% task="output_gradients" lang="ko"
def output_gradients(target, o, h):
    """dE/dW_output: 출력층으로 들어가는 가중치마다 미분값을 구합니다. (5.3)

    target: 목푯값, 모양 (n_out,)
    o: 예측값, 모양 (n_out,)
    h: 은닉층 출력, 모양 (n_hidden,)
    반환값: 기울기, 모양은 W_output과 같은 (n_out, n_hidden)

    예: target = [1], o = [0.5], h = [0.2, 0.4]이면 [[-0.025, -0.05]]입니다.
    특별한 경우: n_out과 n_hidden은 다를 수 있습니다. 둘 다 1이면 모양은 (1, 1)입니다.
    """
    raise NotImplementedError


# %% task="output_gradients" lang="en"
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

# %% role="guess" lang="ko"
if ready("error_slope", "sigmoid_slope", "output_deltas", "output_gradients"):
    found = np.shape(output_gradients(target, o, np.array([0.2, 0.5, 0.7])))
    print("예상:", guess, "|", "결과:", found)

# %% role="guess" lang="en"
if ready("error_slope", "sigmoid_slope", "output_deltas", "output_gradients"):
    found = np.shape(output_gradients(target, o, np.array([0.2, 0.5, 0.7])))
    print("your guess:", guess, "|", "result:", found)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 기울기의 모양은 언제나 그 가중치 행렬의 모양과 같습니다. 행은 가중치가 들어가는 뉴런, 열은 가중치가 나오는 뉴런에 해당하므로 (2, 3)입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# A gradient always has the shape of its weight matrix. Its rows stand for the neurons that the weights enter, its columns for those that they come from: (2, 3).
#
# </details>

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
# 책에는 두 출력에 대한 이 합이 빠져 있습니다.
# 여기에 $h_1$의 시그모이드 미분값을 곱하면 $\delta_{h_1}$입니다.
#
# $$\delta_{h_1}=0.03240681\cdot0.24960043=0.00808875$$

# %% [markdown] lang="en"
# *You are halfway through. Take a break of five minutes.*
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
# The chapter leaves out this sum over both outputs.
# Multiplied by the slope of the sigmoid at $h_1$, it gives the hidden delta:
#
# $$\delta_{h_1}=0.03240681\cdot0.24960043=0.00808875$$

# %% [markdown] lang="ko"
# 이번에는 은닉층 뉴런이 셋, 출력이 하나인 2-3-1 신경망입니다.
#
# $$W_\text{output}=\begin{pmatrix}2&-1&4\end{pmatrix},\quad\delta_o=(0.1),\quad h=(0.5,0.5,0.5)$$
#
# 첫 뉴런에는 $0.1\cdot2=0.2$가 돌아오므로 델타는 $0.2\cdot0.25=0.05$입니다.
#
# **예상해 보세요.** 셋째 뉴런의 델타는 얼마일까요?

# %% [markdown] lang="en"
# Now a 2-3-1 network: three hidden neurons, one output.
#
# $$W_\text{output}=\begin{pmatrix}2&-1&4\end{pmatrix},\quad\delta_o=(0.1),\quad h=(0.5,0.5,0.5)$$
#
# $0.1\cdot2=0.2$ comes back to the first neuron; its delta is $0.2\cdot0.25=0.05$.
#
# **Guess first.** What is the delta of the third neuron?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 순전파에서는 `W_output`의 *행*을 따라 더했습니다.
# 뒤로 갈 때는 $h_j$에서 나오는 가중치, 곧 *열*을 따라 더합니다.
#
# 2-3-1에서 `W_output`의 모양은 (1, 3), 델타의 모양은 (1,)입니다.
# 답의 모양은 (3,)입니다.
# 세 모양을 적고 나서 코드를 쓰세요.
# 2 × 2에서는 행과 열을 바꾸어도 모양이 맞아서 오류가 나지 않고, 값만 틀립니다.

# %% [markdown] lang="en"
# Forward propagation added along the *rows* of `W_output`.
# On the way back you add along its *columns*: the weights that leave $h_j$.
#
# For 2-3-1, `W_output` has the shape (1, 3), the deltas (1,) and the answer (3,).
# Write these shapes down before you write code.
# With a 2 × 2 matrix, swapped rows and columns raise no error, because every shape still fits. Only the values are wrong.


# %% task="hidden_deltas" lang="ko"
def hidden_deltas(W_output, deltas, h):
    """dE/dz: 은닉층의 델타, 모든 출력에 대해 더하고 시그모이드의 미분값을 곱합니다. (5.3)

    W_output: 출력층으로 들어가는 가중치, 모양 (n_out, n_hidden)
    deltas: 출력층의 델타, 모양 (n_out,)
    h: 은닉층 출력 h = sigmoid(z), 모양 (n_hidden,)
    반환값: 은닉층의 델타, 모양 (n_hidden,)

    예: W_output = [[2, -1, 4]], deltas = [0.1], h = [0.5, 0.5, 0.5]이면
    [0.05, -0.025, 0.1]입니다.
    특별한 경우: n_out과 n_hidden은 다를 수 있고, 저마다 1일 수도 있습니다.
    """
    raise NotImplementedError


# %% task="hidden_deltas" lang="en"
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

# %% role="guess" lang="ko"
if ready("sigmoid_slope", "hidden_deltas"):
    back = hidden_deltas(np.array([[2.0, -1.0, 4.0]]), np.array([0.1]), np.array([0.5, 0.5, 0.5]))
    print("예상:", guess, "|", "결과:", f"{back[2]:.8f}")

# %% role="guess" lang="en"
if ready("sigmoid_slope", "hidden_deltas"):
    back = hidden_deltas(np.array([[2.0, -1.0, 4.0]]), np.array([0.1]), np.array([0.5, 0.5, 0.5]))
    print("your guess:", guess, "|", "result:", f"{back[2]:.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 셋째 뉴런에는 $0.1\cdot4=0.4$가 돌아오고, 시그모이드의 미분값은 $0.25$입니다. 델타는 $0.4\cdot0.25=0.1$입니다. 순전파에서 큰 가중치로 이어진 뉴런은 역전파에서도 큰 몫을 돌려받습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# $0.1\cdot4=0.4$ comes back to the third neuron, and its sigmoid has the slope $0.25$. The delta is $0.4\cdot0.25=0.1$. A neuron with a large weight on the way forward gets a large share on the way back.
#
# </details>

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
# **예상해 보세요.** $\partial E/\partial W_2$는 $\partial E/\partial W_1$의 몇 배일까요?

# %% [markdown] lang="en"
# ## 6. The gradients of the hidden weights
#
# The last factor is found as in the output layer.
# In $z_1=W_1x_1+W_2x_2$ the weight $W_1$ is multiplied by $x_1$, so
#
# $$\frac{\partial E}{\partial W_1}=\delta_{h_1}x_1=0.00808875\cdot0.1=0.00080888$$
#
# Now go all the way, from the targets to $W_\text{hidden}$. Call your functions.
# If one of them still has a mistake, you lose points for it only once.
#
# **Guess first.** How many times as large as $\partial E/\partial W_1$ is $\partial E/\partial W_2$?

# %% role="guess"
guess = "?"


# %% task="hidden_gradients" lang="ko"
def hidden_gradients(W_output, target, o, h, x):
    """dE/dW_hidden: 은닉층으로 들어가는 가중치마다 미분값을 구합니다. (5.3)

    W_output: 출력층으로 들어가는 가중치, 모양 (n_out, n_hidden)
    target: 목푯값, 모양 (n_out,)
    o: 예측값, 모양 (n_out,)
    h: 은닉층 출력, 모양 (n_hidden,)
    x: 입력, 모양 (n_in,)
    반환값: 기울기, 모양은 W_hidden과 같은 (n_hidden, n_in)

    예: W_output = [[2, -1]], target = [1], o = [0.5], h = [0.5, 0.5], x = [1, 0, 2]이면
    [[-0.0625, 0, -0.125], [0.03125, 0, 0.0625]]입니다.
    특별한 경우: 세 크기는 서로 다를 수 있고, 저마다 1일 수도 있습니다.
    """
    raise NotImplementedError


# %% task="hidden_gradients" lang="en"
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

# %% role="guess" lang="ko"
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
    print("예상:", guess, "|", "결과:", f"{second / first:.4f}")

# %% role="guess" lang="en"
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
    print("your guess:", guess, "|", "result:", f"{second / first:.4f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# $W_1$과 $W_2$는 모두 $h_1$로 들어가므로 델타가 같습니다. 곱하는 입력만 0.1과 0.2로 다르기 때문에 두 배입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# $W_1$ and $W_2$ both lead into $h_1$, so they share its delta. Only the inputs differ, 0.1 and 0.2, so the ratio is 2.
#
# </details>

# %% [markdown] lang="ko"
# ### 책의 숫자와 비교하기
#
# 책에는 기울기가 없고, 한 번 업데이트한 가중치 $W^+$만 있습니다.
# 책의 학습률(learning rate)은 0.5입니다. 이 값도 본문에는 없습니다.
# $W$에서 $W^+$를 뺀 값을 0.5로 나누면 기울기가 됩니다.
#
# $$\frac{\partial E}{\partial W}=\frac{W-W^+}{0.5}$$
#
# 책에는 $W_1^+$와 $W_5^+$가 빠져 있어서 여섯 개만 비교합니다.
# 끝자리까지 같지 않은 까닭은 무엇일까요?

# %% [markdown] lang="en"
# ### Comparison with the chapter's numbers
#
# The chapter prints no gradients, only the weights $W^+$ after one update.
# Its learning rate is 0.5, which is not in the text either.
# Subtract $W^+$ from $W$ and divide by 0.5, and you have the gradient:
#
# $$\frac{\partial E}{\partial W}=\frac{W-W^+}{0.5}$$
#
# The chapter leaves out $W_1^+$ and $W_5^+$, so you compare the other six.
# Why do the last digits differ?

# %% role="guess" lang="ko"
if ready(*everything):
    yours = np.append(hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h))
    old = np.append(W_hidden, W_output)
    new = {2: 0.24919112, 3: 0.39964496, 4: 0.34928991, 6: 0.38685205, 7: 0.69629578, 8: 0.59624247}
    print("      내 미분값     책에서 얻은 값")
    for number, slope in enumerate(yours, start=1):
        book = f"{(old[number - 1] - new[number]) / 0.5:.8f}" if number in new else "-"
        print(f"W{number}    {slope:.8f}    {book}")

# %% role="guess" lang="en"
if ready(*everything):
    yours = np.append(hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h))
    old = np.append(W_hidden, W_output)
    new = {2: 0.24919112, 3: 0.39964496, 4: 0.34928991, 6: 0.38685205, 7: 0.69629578, 8: 0.59624247}
    print("      yours         from the chapter")
    for number, slope in enumerate(yours, start=1):
        book = f"{(old[number - 1] - new[number]) / 0.5:.8f}" if number in new else "-"
        print(f"W{number}    {slope:.8f}    {book}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 책은 $W^+$를 소수점 아래 여덟째 자리까지 반올림했습니다. 반올림한 값은 $5\cdot10^{-9}$까지 어긋날 수 있고, 0.5로 나누면 두 배가 됩니다. 그래서 마지막 자리가 1쯤 다를 수 있습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The chapter rounds $W^+$ to eight decimals. A rounded number can be off by $5\cdot10^{-9}$, and dividing by 0.5 doubles that. So the last digit can differ by about 1.
#
# </details>

# %% [markdown] lang="ko"
# ## 7. 기울기 측정하기
#
# 식이 맞는지 어떻게 알 수 있을까요? 재어 보면 됩니다.
# 가중치 하나를 $h$만큼 키웠을 때와 줄였을 때의 오차를 비교합니다.
# 이런 방법을 **수치 미분**(numerical gradient)이라고 합니다.
#
# $$\frac{\partial E}{\partial W_i}\approx\frac{E(W_i+h)-E(W_i-h)}{2h}$$
#
# 여기의 $h$는 은닉층 출력이 아니라 움직이는 폭입니다.
# $E(w)=w^2$, $w=3$, $h=0.1$이면 $(9.61-8.41)/0.2=6$입니다. 미분값 $2w$와 같습니다.
#
# 한 번에 하나만 움직이고, 나머지 가중치는 그대로 둡니다.
# 받은 `W`도 그대로 남아야 합니다. 더했다가 다시 빼면 마지막 자리가 달라질 수 있습니다.

# %% [markdown] lang="en"
# ## 7. Measuring the slopes
#
# How do you know that your formulas are right? Measure.
# Compare two errors: one with a weight raised by $h$, one with it lowered by $h$.
# This is called a **numerical gradient**.
#
# $$\frac{\partial E}{\partial W_i}\approx\frac{E(W_i+h)-E(W_i-h)}{2h}$$
#
# Here $h$ is the width of the move, not the output of the hidden layer.
# With $E(w)=w^2$, $w=3$ and $h=0.1$ this is $(9.61-8.41)/0.2=6$, the same as the slope $2w$.
#
# Move one weight at a time; all others stay where they are.
# The `W` that was passed in must stay as it was. Adding $h$ and subtracting it again can change the last digit.


# %% task="numerical_gradient" lang="ko"
def numerical_gradient(error, W, h):
    """가중치를 하나씩 양쪽으로 움직여 W에서 오차의 기울기를 측정합니다(중앙 차분). (5.3)

    error: 함수. error(W)는 오차 E, 수 하나입니다.
    W: 가중치, 모양은 (), (n,), (m, n) 무엇이든 됩니다.
    h: 가중치 하나를 위아래로 움직이는 폭, 0보다 큰 수
    반환값: 미분값, W와 같은 모양의 배열. W는 바뀌지 않습니다.

    예: error(W) = W**3, W = 2, h = 0.5이면 (15.625 - 3.375) / 1 = 12.25입니다.
    특별한 경우: 한 번에 가중치 하나만 움직입니다. W의 모양이 ()이면 미분값도 하나입니다.
    """
    raise NotImplementedError


# %% task="numerical_gradient" lang="en"
def numerical_gradient(error, W, h):
    """The slopes of an error at W, measured by central differences. (5.3)

    error: a function: error(W) gives E, a number
    W: the weights, an array of any shape: (), (n,), (m, n)
    h: how far one weight is moved up and down, a number above 0
    Returns the slopes, an array of W's shape; W itself stays unchanged.

    Example: error(W) = W**3, W = 2 and h = 0.5 give (15.625 - 3.375) / 1 = 12.25.
    Edge cases: one weight moves at a time, all others stay; a W of shape () has one slope.
    """
    raise NotImplementedError


# %% check="numerical_gradient"
check("numerical_gradient")

# %% [markdown] lang="ko"
# ### 두 기울기의 비교
#
# `network_error`는 책의 신경망에서 가중치를 하나씩 움직이며 잰 오차입니다.
# 여러분의 두 기울기를 나란히 놓고 **상대 오차**를 구합니다.
# 상대 오차는 차이의 크기를 둘 중 절댓값이 큰 쪽으로 나눈 것입니다.
#
# | 상대 오차 | 뜻 |
# |---|---|
# | 1e-7 이하 | 같습니다 |
# | 1e-4쯤 | 의심스럽습니다 |
# | 1e-2 이상 | 식이나 코드가 다릅니다 |
#
# **예상해 보세요.** 두 기울기는 몇 자리까지 같을까요?

# %% [markdown] lang="en"
# ### Both gradients side by side
#
# `network_error` is the error of the chapter's network, measured while one weight moves.
# Compare your two gradients by their **relative error**:
# the difference divided by the larger absolute value of the two.
#
# | relative error | meaning |
# |---|---|
# | 1e-7 or less | they agree |
# | about 1e-4 | doubtful |
# | 1e-2 or more | a formula or the code differs |
#
# **Guess first.** To how many digits do the two agree?

# %% role="guess"
guess = "?"

# %% role="picture" lang="ko"
from assignments.backprop.measured import network_error

if ready(*everything, "numerical_gradient"):
    measured = np.append(
        numerical_gradient(lambda W: network_error(W, W_output), W_hidden, 1e-4),
        numerical_gradient(lambda W: network_error(W_hidden, W), W_output, 1e-4),
    )
    computed = np.append(
        hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h)
    )
    print("예상:", guess)
    print("    측정한 값      연쇄 법칙      상대 오차")
    for i in range(8):
        larger = max(abs(measured[i]), abs(computed[i]))
        relative = abs(measured[i] - computed[i]) / larger
        print(f"W{i + 1}  {measured[i]:+.9f}   {computed[i]:+.9f}   {relative:.0e}")

# %% role="picture" lang="en"
from assignments.backprop.measured import network_error

if ready(*everything, "numerical_gradient"):
    measured = np.append(
        numerical_gradient(lambda W: network_error(W, W_output), W_hidden, 1e-4),
        numerical_gradient(lambda W: network_error(W_hidden, W), W_output, 1e-4),
    )
    computed = np.append(
        hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h)
    )
    print("your guess:", guess)
    print("    measured       chain rule     relative error")
    for i in range(8):
        larger = max(abs(measured[i]), abs(computed[i]))
        relative = abs(measured[i] - computed[i]) / larger
        print(f"W{i + 1}  {measured[i]:+.9f}   {computed[i]:+.9f}   {relative:.0e}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 상대 오차는 1e-8 안팎, 곧 여덟 자리쯤 같습니다. 이보다 훨씬 더 정확할 수는 없습니다. 주어진 `h`와 `o`가 소수점 아래 여덟째 자리까지 반올림한 값이기 때문입니다. 미분값 하나를 0으로 두면 그 줄의 상대 오차는 1이 됩니다. 반으로 줄이면 0.5입니다. 그림에서는 놓치기 쉬운 실수도 숫자에서는 숨을 수 없습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The relative errors are around 1e-8, so about eight digits agree. It can't be much better, because the given `h` and `o` are rounded to eight decimals. If you set one slope to 0, its relative error becomes 1; if you halve it, 0.5. A picture may hide such a mistake; numbers don't.
#
# </details>

# %% [markdown] lang="ko"
# ### 알맞은 h의 크기
#
# **예상해 보세요.** $h$가 작을수록 더 정확할까요? `1e-2`, `1e-5`, `1e-12` 가운데 가장 좋은 $h$를 골라 보세요.

# %% [markdown] lang="en"
# ### How small should h be?
#
# **Guess first.** Is a smaller $h$ always better? Choose the best one: `1e-2`, `1e-5` or `1e-12`.

# %% role="guess"
guess = "?"

# %% role="picture"
from assignments.backprop import pictures

if ready("numerical_gradient"):
    pictures.step_sizes(numerical_gradient)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 세 값 중에서는 1e-5입니다. $h$가 크면 그 사이에서 곡선이 휘어 미분값과 어긋납니다. $h$가 너무 작으면 거의 같은 두 수를 빼면서 자릿수를 잃습니다. 그 사이에 골짜기가 있습니다.
#
# 한쪽에서만 재면 어긋남이 $h$에 비례합니다. 양쪽에서 재면 $h^2$에 비례하므로 같은 $h$에서 훨씬 정확합니다. 그래서 양쪽으로 움직입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Of these, 1e-5. If $h$ is large, the curve bends away from its tangent. If $h$ is tiny, two nearly equal numbers are subtracted, and digits are lost. In between lies a valley.
#
# Measured on one side, the slope is off in proportion to $h$. Measured on both sides, it is off in proportion to $h^2$, so it is far better at the same $h$. That is why you move both ways.
#
# </details>

# %% [markdown] lang="ko"
# ## 마무리 그림: 여덟 개의 미분값
#
# 역전파를 한 단계씩 다시 따라가 보세요. 슬라이더 '단계'를 0에 놓고 4까지 옮기면 델타와 미분값이 뒤에서부터 채워집니다.

# %% [markdown] lang="en"
# ## Closing picture: eight slopes
#
# Go through backpropagation once more. Set the slider "step" to 0 and move it up to 4: deltas and slopes appear, the last layer first.

# %% role="picture"
if ready(*everything):
    deltas = output_deltas(target, o)
    slopes = np.append(hidden_gradients(W_output, target, o, h, x), output_gradients(target, o, h))
    both = (hidden_deltas(W_output, deltas, h), deltas)
    pictures.steps_back(W_hidden, W_output, (x, h, o), both, slopes)

# %% [markdown] lang="ko"
# 이제 가중치를 하나 골라 움직여 보세요. 회색 곡선은 측정한 오차입니다.
# 점선은 여러분이 구한 미분값으로 그은 직선입니다. 둘은 언제 벌어집니까?

# %% [markdown] lang="en"
# Now choose one weight and change it. The grey curve is the measured error.
# The dashed line has the slope that you found. When do they part?

# %% role="picture"
if ready(*everything):
    pictures.turn_weight(slopes)

# %% role="picture"
if ready(*everything):
    pictures.all_eight(slopes)

# %% [markdown] lang="ko"
# 점선은 검은 점에서 곡선에 접합니다. 멀리 가면 곡선은 굽고 직선은 굽지 않습니다.
# 미분값은 아주 조금 움직일 때만 맞는 값입니다.
#
# 위의 두 줄은 세로축이 같습니다. 맨 아래 줄은 은닉층의 네 그림을 확대한 것입니다.
# 같은 자리끼리($W_1$과 $W_5$ 등) 비교하면 출력층의 미분값은 은닉층의 5~32배입니다. 까닭은 두 가지입니다.
#
# - $\delta_{h_1}$은 $\delta_{o_1}$의 0.16배, $\delta_{h_2}$는 $\delta_{o_2}$의 0.50배입니다. 두 출력에서 온 합에 ¼ 이하인 시그모이드 미분값이 곱해집니다.
# - 델타에 곱하는 값도 0.52와 0.53에서 0.1과 0.2로, 곧 0.19배와 0.38배로 작아집니다.
#
# 층마다 델타가 이렇게 줄면 5.2절의 기울기 소실(vanishing gradient)이 됩니다.

# %% [markdown] lang="en"
# Each dashed line touches its curve at the black dot. Farther away the curve bends and the line does not.
# A slope is right for very small moves only.
#
# The two upper rows share one vertical axis. The last row enlarges the four hidden panels.
# Compare weights in the same place, $W_1$ with $W_5$ and so on: the output slopes are 5 to 32 times as large, for two reasons:
#
# - $\delta_{h_1}$ is 0.16 times $\delta_{o_1}$, and $\delta_{h_2}$ is 0.50 times $\delta_{o_2}$: each sum over both outputs is multiplied by a sigmoid slope of at most ¼.
# - The hidden deltas are multiplied by the inputs 0.1 and 0.2, not by 0.52 and 0.53. That adds factors of 0.19 and 0.38.
#
# When the deltas shrink like this in layer after layer, the gradient vanishes, as section 5.2 of the book says.

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (100점과 별도로 3점)
#
# $\partial E/\partial W_1$은 두 항의 합인데 $\partial E/\partial W_5$는 항이 하나뿐입니다.
# 그 까닭을 신경망의 경로로 설명해 보세요.
# 출력이 $n$개라면 $\partial E/\partial W_1$의 항은 몇 개일까요?

# %% [markdown] role="written" lang="en"
# ## Written question (3 points on top of the 100)
#
# $\partial E/\partial W_1$ is a sum of two terms, but $\partial E/\partial W_5$ has only one.
# Explain this with the paths through the network.
# How many terms does $\partial E/\partial W_1$ have in a network with $n$ outputs?

# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 파이토치(PyTorch)는 역전파를 스스로 합니다. 같은 가중치에서 같은 기울기가 나올까요?
#
# `E = ...` 줄을 순전파와 오차를 계산하는 파이토치 코드로 바꾸세요. `torch.sigmoid`와 행렬 곱이면 충분합니다.
# 중간 결과에는 `h`나 `o`가 아닌 새 이름을 붙이세요. 아래에서 비교할 때 원래의 `h`와 `o`를 씁니다.
# 그러면 `.backward()`가 두 기울기를 `.grad`에 넣어 줍니다.

# %% [markdown] lang="en"
# ## Going further (not graded)
#
# PyTorch does backpropagation by itself. Does it find the same gradients at the same weights?
#
# Replace the line `E = ...` with forward propagation and the error, written in PyTorch. `torch.sigmoid` and matrix products are all you need.
# Give the intermediate results new names, not `h` and `o`: the comparison below still needs the old ones.
# Then `.backward()` leaves both gradients in `.grad`.

# %% role="picture"
import torch

inputs, wanted = torch.tensor(x), torch.tensor(target)
first_layer = torch.tensor(W_hidden, requires_grad=True)
second_layer = torch.tensor(W_output, requires_grad=True)
E = ...

if E is not ... and ready(*everything):
    E.backward()
    print(first_layer.grad.numpy() - hidden_gradients(W_output, target, o, h, x))
    print(second_layer.grad.numpy() - output_gradients(target, o, h))

# %% [markdown] lang="ko"
# <details><summary>답 펼치기</summary>
#
# 몇 줄이면 됩니다. 은닉층의 가중합과 시그모이드, 출력층의 가중합과 시그모이드를 쓰고, 끝에 차이를 제곱해 더한 값의 절반을 구합니다. `E.item()`은 약 0.02397190이어야 합니다.
#
# 두 기울기의 차이는 1e-9보다 작습니다. 남은 차이는 주어진 `h`와 `o`가 여덟 자리라서 생깁니다. 파이토치가 하는 일은 여러분이 한 일과 같습니다. 순전파에서 계산한 순서를 적어 두었다가, 연쇄 법칙으로 뒤에서부터 곱해 옵니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show an answer</summary>
#
# A few lines suffice: weighted sums and sigmoid of the hidden layer, the same for the output layer, then half the sum of the squared differences. `E.item()` should be about 0.02397190.
#
# The gradients differ by less than 1e-9, since the given `h` and `o` have only eight decimals. PyTorch does what you did: it notes each step of forward propagation and then multiplies its way back by the chain rule.
#
# </details>

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - 책 5.3절: 역전파와 업데이트된 가중치의 숫자. 5.2절: 기울기 소실
# - NumPy 문서: [선형대수 함수](https://numpy.org/doc/stable/reference/routines.linalg.html), [`np.ndenumerate`](https://numpy.org/doc/stable/reference/generated/numpy.ndenumerate.html)
# - PyTorch 문서: [자동 미분 튜토리얼](https://docs.pytorch.org/tutorials/beginner/basics/autogradqs_tutorial.html), [한국어판](https://tutorials.pytorch.kr/beginner/basics/autogradqs_tutorial.html)
# - 한 걸음 더: Stanford CS231n, [Backpropagation, Intuitions](https://cs231n.github.io/optimization-2/). 연쇄 법칙을 회로로 설명합니다(영어).

# %% [markdown] lang="en"
# ## Further reading
#
# - The book, section 5.3: backpropagation and the updated weights; section 5.2: the vanishing gradient.
# - NumPy: [linear algebra](https://numpy.org/doc/stable/reference/routines.linalg.html), [`np.ndenumerate`](https://numpy.org/doc/stable/reference/generated/numpy.ndenumerate.html).
# - PyTorch: [the tutorial on automatic differentiation](https://docs.pytorch.org/tutorials/beginner/basics/autogradqs_tutorial.html).
# - One step further: Stanford CS231n, [Backpropagation, Intuitions](https://cs231n.github.io/optimization-2/), the chain rule as a circuit.
