# %% [markdown] lang="ko"
# # 퍼셉트론
#
# 5.2절 · 약 30분 · 과제 6개, 100점
#
# 두 사람의 의견을 듣고 할지 말지 정합니다. 누구의 말에 무게를 두느냐에 따라 답이 달라집니다. 이런 계산을 하는 것이 **퍼셉트론**(perceptron)입니다. 퍼셉트론은 무엇을 할 수 있고, 무엇을 할 수 없을까요?
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 퍼셉트론의 가중치를 추론으로 찾기
# - XOR에 층이 하나 더 필요한 까닭 설명하기
# - 파라미터의 수 세기
#
# 책의 '가주이'는 가중치의, '퍼센트론'은 퍼셉트론의 오타입니다.
#
# 셀은 위에서부터 차례로 실행하세요. 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요. 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
#
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다.

# %% [markdown] lang="en"
# # The perceptron
#
# Section 5.2 · about 30 minutes · 6 tasks, 100 points
#
# Two people give their opinion, and you decide. The answer depends on whose word weighs more. A **perceptron** does this calculation. What can it do, and what can't it do?
#
# **Aim.** After this notebook you can
#
# - find a perceptron's weights by reasoning,
# - explain why XOR needs a second layer,
# - count a network's parameters.
#
# In the Korean text, "가주이" and "퍼센트론" are typos for 가중치 (weight) and 퍼셉트론 (perceptron).
#
# Run the cells from top to bottom. In a task cell, replace `raise NotImplementedError` with your code. The `check` cell below it checks your function.
#
# In a `guess` cell, replace `"?"` with your guess. Guesses are not graded.

# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready

# %% [markdown] lang="ko"
# ## 1. 가중합
#
# 영화를 볼지 두 사람에게 묻습니다. 입력 $x_1$, $x_2$는 추천이면 1, 아니면 0입니다.
#
# 믿는 평론가의 의견에는 **가중치**(weight) $w_1 = 0.75$를 곱합니다. 취향이 반대인 친구의 가중치는 $w_2 = -0.5$입니다. 끝으로 **편향**(bias) $b = -0.25$를 더합니다.
#
# $$z = x_1 w_1 + x_2 w_2 + b$$
#
# 평론가만 추천하면 **가중합**(weighted sum)은 0.5입니다. 이 값을 $z$라고 씁니다.
#
# $$z = 1 \cdot 0.75 + 0 \cdot (-0.5) - 0.25 = 0.5$$

# %% [markdown] lang="en"
# ## 1. The weighted sum
#
# You ask two people about a film. The inputs $x_1$ and $x_2$ are 1 for "see it", else 0.
#
# A critic whom you trust has the **weight** $w_1 = 0.75$. A friend whose taste is the opposite of yours has $w_2 = -0.5$. At the end you add the **bias** $b = -0.25$.
#
# $$z = x_1 w_1 + x_2 w_2 + b$$
#
# If only the critic says "see it", the **weighted sum** is 0.5. It is called $z$.
#
# $$z = 1 \cdot 0.75 + 0 \cdot (-0.5) - 0.25 = 0.5$$

# %% role="given"
x = np.array([1.0, 1.0])
w = np.array([0.75, -0.5])
b = -0.25
print(x * w)

# %% [markdown] lang="ko"
# NumPy의 `x * w`는 원소끼리 곱합니다. 둘 다 추천하면 위와 같은 두 수가 됩니다. 가중합은 이 둘과 $b$를 모두 더한 **하나의 수**입니다.
#
# 입력이 $n$개일 때도 같습니다.
#
# $$z = x_1 w_1 + x_2 w_2 + \dots + x_n w_n + b$$

# %% [markdown] lang="en"
# NumPy's `x * w` multiplies element by element. If both say "see it", that gives the two numbers above. The weighted sum is **one number**: both of them and $b$, added up.
#
# With $n$ inputs it is the same.
#
# $$z = x_1 w_1 + x_2 w_2 + \dots + x_n w_n + b$$


# %% task="weighted_sum" lang="ko"
def weighted_sum(x, w, b):
    """z = x1 w1 + x2 w2 + … + xn wn + b: 입력의 가중합입니다. (5.2)

    x  모양 (n,)인 배열: 입력, n은 1 이상
    w  모양 (n,)인 배열: 입력마다 하나씩인 가중치
    b  수: 편향

    반환값: 수 하나

    예: weighted_sum(np.array([1.0, 0.0]), np.array([0.75, -0.5]), -0.25)는 0.5입니다.
    """
    raise NotImplementedError


# %% task="weighted_sum" lang="en"
def weighted_sum(x, w, b):
    """z = x1 w1 + x2 w2 + … + xn wn + b: the weighted sum of the inputs. (5.2)

    x  array of shape (n,): the inputs; n is 1 or more
    w  array of shape (n,): one weight for each input
    b  a number: the bias

    Returns one number.

    Example: weighted_sum(np.array([1.0, 0.0]), np.array([0.75, -0.5]), -0.25) is 0.5.
    """
    raise NotImplementedError


# %% check="weighted_sum"
check("weighted_sum")

# %% [markdown] lang="ko"
# ## 2. 퍼셉트론
#
# 합 $x_1 w_1 + x_2 w_2$가 0.25보다 크면 영화를 봅니다. 이 0.25가 **임계값**(threshold)이고, 부호를 바꾸면 편향입니다. 그래서 $z > 0$인지만 보면 됩니다. 책의 본문에는 임계값이 나오지 않습니다.
#
# **예상해 보세요.** 두 사람이 모두 추천하면 가중합은 딱 0입니다.
#
# $$z = 0.75 - 0.5 - 0.25 = 0$$
#
# 퍼셉트론의 답은 0일까요, 1일까요?

# %% [markdown] lang="en"
# ## 2. The perceptron
#
# You see the film if the weighted opinions $x_1 w_1 + x_2 w_2$ add up to more than a **threshold** of 0.25. The bias is minus the threshold, so the only question is whether $z > 0$. The chapter's text does not mention the threshold.
#
# **Guess first.** If both say "see it", the weighted sum is exactly 0.
#
# $$z = 0.75 - 0.5 - 0.25 = 0$$
#
# Does the perceptron answer 0 or 1?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 합이 임계값보다 **커야** 1이므로 같을 때는 0입니다. 책마다 다르게 정하기도 하지만 여기서는 이렇게 약속합니다.
#
# $$y = \begin{cases} 1 & (z > 0) \\ 0 & (z \le 0) \end{cases}$$
#
# 이렇게 0에서 1로 단번에 뛰는 함수를 **계단 함수**(step function)라고 합니다.
#
# 앞에서 만든 함수를 그대로 불러 쓰세요.

# %% [markdown] lang="en"
# The sum must be **more** than the threshold, so a tie gives 0. Books differ here; this notebook keeps to the rule below.
#
# $$y = \begin{cases} 1 & (z > 0) \\ 0 & (z \le 0) \end{cases}$$
#
# A function that jumps from 0 to 1 like this is called a **step function**.
#
# Call the function that you have already written.


# %% task="perceptron" lang="ko"
def perceptron(x, w, b):
    """가중합이 0보다 크면 1, 아니면 0입니다. (5.2)

    x  모양 (n,)인 배열: 입력
    w  모양 (n,)인 배열: 입력마다 하나씩인 가중치
    b  수: 편향

    반환값: 0 또는 1. 가중합이 정확히 0이면 0입니다.

    예: perceptron(np.array([1.0, 0.0]), np.array([0.75, -0.5]), -0.25)는 1입니다.
    """
    raise NotImplementedError


# %% task="perceptron" lang="en"
def perceptron(x, w, b):
    """1 if the weighted sum is greater than 0, else 0. (5.2)

    x  array of shape (n,): the inputs
    w  array of shape (n,): one weight for each input
    b  a number: the bias

    Returns 0 or 1; at a weighted sum of exactly 0 it returns 0.

    Example: perceptron(np.array([1.0, 0.0]), np.array([0.75, -0.5]), -0.25) is 1.
    """
    raise NotImplementedError


# %% check="perceptron"
check("perceptron")

# %% role="guess" lang="ko"
if ready("perceptron"):
    both = np.array([1.0, 1.0])
    print("예상:", guess)
    print("결과:", perceptron(both, w, b))

# %% role="guess" lang="en"
if ready("perceptron"):
    both = np.array([1.0, 1.0])
    print("your guess:", guess)
    print("result:", perceptron(both, w, b))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 가중합 0은 0보다 크지 않으므로 답은 0입니다. 임계값으로 말하면, 의견의 합 0.25가 임계값 0.25를 *넘지* 못했습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The weighted sum 0 is not greater than 0, so the answer is 0. In terms of the threshold: the weighted opinions add up to 0.25, which does not *exceed* 0.25.
#
# </details>

# %% [markdown] lang="ko"
# ## 3. 직선과 게이트
#
# 입력이 둘이면 $z = 0$인 점들은 평면에서 직선을 이룹니다. 두 가중치가 모두 0인 경우만 다릅니다. 이 직선을 **결정 경계**(decision boundary)라고 합니다. 한쪽에서는 답이 1이고 다른 쪽에서는 0입니다.
#
# 아래 슬라이더로 $w_1$, $w_2$, $b$를 움직여 보세요. 편향만 바꾸면 직선은 어떻게 움직입니까? 세 수의 부호를 모두 바꾸면 어떻게 됩니까?

# %% [markdown] lang="en"
# ## 3. Lines and gates
#
# With two inputs, the points with $z = 0$ form a line in the plane, unless both weights are 0. This line is the **decision boundary**. The answer is 1 on one side of it and 0 on the other.
#
# Move $w_1$, $w_2$ and $b$ with the sliders below. How does the line move if only the bias changes? What happens if you change the sign of all three?

# %% role="picture"
from assignments.perceptron import pictures

if ready("perceptron"):
    pictures.move_line(perceptron, w, b)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 편향만 바꾸면 직선은 방향을 지키며 나란히 움직입니다. 세 수의 부호를 모두 바꾸면 직선은 그대로이고, 1인 쪽과 0인 쪽이 서로 바뀝니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# If only the bias changes, the line moves parallel to itself. If all three signs change, the line stays where it is, and the sides of 1 and 0 change places.
#
# </details>

# %% [markdown] lang="ko"
# 파란 쪽의 답이 1입니다. 이제 네 꼭짓점에서 **게이트**(gate)의 답을 내는 직선을 찾으세요. 책의 본문에는 게이트의 가중치와 편향이 없습니다.
#
# | $x_1$ | $x_2$ | AND | NAND | OR |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 1 |
#
# $w = (1, 1)$이면 편향을 더하기 전의 합은 0, 1, 1, 2입니다. AND에서 답이 0인 합과 1인 합 사이의 **틈**은 어디입니까? 임계값 $-b$가 틈의 한가운데에 오도록 $b$를 정하세요. 그러면 직선이 꼭짓점을 지나지 않습니다.

# %% [markdown] lang="en"
# On the blue side the answer is 1. Now find lines that give the answers of these **gates** at the four corners. The chapter's text does not give their weights and biases.
#
# | $x_1$ | $x_2$ | AND | NAND | OR |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 1 |
#
# With $w = (1, 1)$ the sums $x_1 w_1 + x_2 w_2$ are 0, 1, 1, 2. For AND, where is the **gap** between the sums that give 0 and those that give 1? Put the threshold, that is $-b$, in the middle of that gap, so that the line misses the corners.


# %% task="gate" lang="ko"
def gate(name):
    """퍼셉트론이 게이트를 계산하게 하는 가중치와 편향입니다. (5.2)

    name  "AND", "NAND", "OR" 가운데 하나

    반환값: (w, b). 모양 (2,)인 배열과 수 하나입니다. 맞는 답은 여럿입니다.
    네 꼭짓점 모두에서 perceptron(x, w, b)가 게이트의 답과 같아야 합니다.

    예: "x1이면서 x2는 아님"이라면 (np.array([1.0, -1.0]), -0.5)입니다.
    """
    raise NotImplementedError


# %% task="gate" lang="en"
def gate(name):
    """Weights and bias with which a perceptron computes a gate. (5.2)

    name  "AND", "NAND" or "OR"

    Returns (w, b): an array of shape (2,) and a number. Many answers are right:
    perceptron(x, w, b) must be the gate's answer at all four corners.

    Example: "x1 but not x2" would be (np.array([1.0, -1.0]), -0.5).
    """
    raise NotImplementedError


# %% check="gate"
check("gate")

# %% [markdown] lang="ko"
# ## 4. XOR의 벽
#
# XOR는 두 입력이 다를 때만 1입니다. 종이에 네 점을 그리고, 0과 1을 나누는 직선을 연필로 2분만 찾아보세요.
#
# | $x_1$ | $x_2$ | XOR |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 0 |
#
# **예상해 보세요.** 직선 하나로는 네 점 가운데 많아야 몇 점을 맞힐까요?

# %% [markdown] lang="en"
# ## 4. XOR and the limits of a single line
#
# XOR is 1 only when its two inputs differ. Draw the four points on paper. For two minutes, look with a pencil for a line that separates the 0s from the 1s.
#
# | $x_1$ | $x_2$ | XOR |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 0 |
#
# **Guess first.** With one line, how many of the four points can you get right at most?

# %% role="guess"
guess = "?"

# %% role="guess" lang="ko"
corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
wanted = np.array([0, 1, 1, 0])

if ready("perceptron"):
    rng = np.random.default_rng(1)
    most = 0
    for _ in range(3000):
        w1, w2, shift = rng.uniform(-1, 1, 3)
        answers = [perceptron(corner, np.array([w1, w2]), shift) for corner in corners]
        most = max(most, int(np.sum(np.array(answers) == wanted)))
    print("예상:", guess)
    print("무작위 직선 3,000개 중 최고:", most)

# %% role="guess" lang="en"
corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
wanted = np.array([0, 1, 1, 0])

if ready("perceptron"):
    rng = np.random.default_rng(1)
    most = 0
    for _ in range(3000):
        w1, w2, shift = rng.uniform(-1, 1, 3)
        answers = [perceptron(corner, np.array([w1, w2]), shift) for corner in corners]
        most = max(most, int(np.sum(np.array(answers) == wanted)))
    print("your guess:", guess)
    print("best of 3,000 random lines:", most)

# %% [markdown] lang="ko"
# 슬라이더로도 찾아보세요. 네 점이 모두 맞는 직선이 있습니까?

# %% [markdown] lang="en"
# Look for such a line with the sliders, too. Does any line get all four points right?

# %% role="picture"
if ready("perceptron"):
    pictures.move_line(perceptron, np.array([1.0, -1.0]), -0.5, gate="XOR")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 많아야 세 점입니다. 네 점이 모두 맞는 직선은 없습니다. 왜 없는지는 끝의 서술형 문제에서 여러분이 설명합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Three points at most. No line gets all four right. Why not? That is for you to explain, in the written question at the end.
#
# </details>

# %% [markdown] lang="ko"
# 직선 하나로 0과 1을 나눌 수 있는 문제를 **선형 분리 가능**(linearly separable)하다고 합니다. 입력이 출력으로 바로 이어지는 **단층 퍼셉트론**(single-layer perceptron)은 이런 문제만 풉니다. XOR는 그렇지 않습니다. 그래서 입력과 출력 사이에 **은닉층**(hidden layer)을 둡니다.
#
# | $x_1$ | $x_2$ | $h_1$ | $h_2$ | XOR |
# |---|---|---|---|---|
# | 0 | 0 | | | 0 |
# | 0 | 1 | | | 1 |
# | 1 | 0 | | | 1 |
# | 1 | 1 | | | 0 |
#
# 한꺼번에 찾지 말고 **$h_1$, $h_2$ 열부터** 채우세요. 어떤 두 게이트를 쓸까요? 그 둘을 XOR로 바꿔 주는 게이트는 무엇일까요?

# %% [markdown] lang="en"
# If one line can separate the 0s from the 1s, a problem is **linearly separable**. A **single-layer perceptron** has no hidden layer and solves only such problems. XOR is not one of them. So a **hidden layer** goes between the input layer and the output layer.
#
# | $x_1$ | $x_2$ | $h_1$ | $h_2$ | XOR |
# |---|---|---|---|---|
# | 0 | 0 | | | 0 |
# | 0 | 1 | | | 1 |
# | 1 | 0 | | | 1 |
# | 1 | 1 | | | 0 |
#
# Don't look for nine numbers at once: **fill the columns $h_1$ and $h_2$ first**. Which two of your gates help? Which third gate turns $h_1$ and $h_2$ into XOR?


# %% task="xor_network" lang="ko"
def xor_network():
    """퍼셉트론 두 층이 XOR를 계산하게 하는 가중치와 편향입니다. (5.2)

    은닉층의 뉴런은 저마다 x를 받는 퍼셉트론이고, 출력은 h를 받는 퍼셉트론입니다.
        h_i = perceptron(x, W_hidden[i], b_hidden[i])
        y   = perceptron(h, w_output, b_output)

    반환값: (W_hidden, b_hidden, w_output, b_output)
        W_hidden  모양 (2, 2)인 배열. i행에는 i번째 은닉층 뉴런의 가중치가 있습니다.
        b_hidden  모양 (2,)인 배열. 은닉층 뉴런마다 편향이 하나입니다.
        w_output  모양 (2,)인 배열
        b_output  수 하나
    맞는 답은 여럿입니다.
    """
    raise NotImplementedError


# %% task="xor_network" lang="en"
def xor_network():
    """Weights and biases with which two layers of perceptrons compute XOR. (5.2)

    Each hidden neuron is a perceptron on x, the output is a perceptron on h:
        h_i = perceptron(x, W_hidden[i], b_hidden[i])
        y   = perceptron(h, w_output, b_output)

    Returns (W_hidden, b_hidden, w_output, b_output):
        W_hidden  array of shape (2, 2); row i leads into hidden neuron i
        b_hidden  array of shape (2,); one bias for each hidden neuron
        w_output  array of shape (2,)
        b_output  a number
    Many answers are right.
    """
    raise NotImplementedError


# %% check="xor_network"
check("xor_network")

# %% [markdown] lang="ko"
# ## 5. 파라미터 세기
#
# 은닉층이 하나라도 있으면 **다층 퍼셉트론**(multi-layer perceptron)입니다. 뉴런마다 앞 층의 모든 뉴런과 이어지면 **완전 연결**(fully connected)입니다.
#
# `[2, 2, 1]`의 은닉층을 세어 봅시다. 뉴런(neuron)이 둘이고, 뉴런마다 가중치 2개와 편향 1개가 있습니다.
#
# $$2 \cdot 2 + 2 = 6$$
#
# 출력층(output layer)은 직접 세어 보세요.
#
# **예상해 보세요.** 5.4절의 신경망(neural network)은 `[2, 10, 10, 10, 1]`입니다. 파라미터가 몇 개일까요?

# %% [markdown] lang="en"
# ## 5. Counting parameters
#
# A perceptron with at least one hidden layer is a **multi-layer perceptron**. If each neuron is linked to all neurons of the layer before, the network is **fully connected**.
#
# Count the parameters of the hidden layer in `[2, 2, 1]`. It has two neurons, each with 2 weights and 1 bias.
#
# $$2 \cdot 2 + 2 = 6$$
#
# Count those of the output layer yourself.
#
# **Guess first.** How many parameters does `[2, 10, 10, 10, 1]`, the network of 5.4, have?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# `sizes`에는 층마다 뉴런의 수가 차례로 들어 있습니다. 첫 수는 입력층(input layer)의 것입니다. 책은 입력층도 층으로 셉니다. 하지만 입력은 받은 값 그대로라서 **가중치도 편향도 없습니다**.

# %% [markdown] lang="en"
# `sizes` holds the number of neurons in each layer, from input to output. The chapter counts the input as a layer, too. Yet an input is a value that is passed on unchanged: it has **neither weights nor a bias**.


# %% task="parameter_count" lang="ko"
def parameter_count(sizes):
    """완전 연결 신경망에 있는 가중치와 편향의 개수입니다. (5.2)

    sizes  정수 두 개 이상의 리스트: 입력층부터 출력층까지
           층마다 있는 뉴런의 수

    반환값: 정수

    예: parameter_count([2, 1])은 3입니다. 뉴런 하나에 가중치 2개와 편향 1개입니다.
    """
    raise NotImplementedError


# %% task="parameter_count" lang="en"
def parameter_count(sizes):
    """How many weights and biases a fully connected network has. (5.2)

    sizes  a list of integers, two or more: the neurons in each layer,
           from the input layer to the output layer

    Returns an integer.

    Example: parameter_count([2, 1]) is 3: one neuron with two weights and a bias.
    """
    raise NotImplementedError


# %% check="parameter_count"
check("parameter_count")

# %% role="guess" lang="ko"
if ready("parameter_count"):
    print("예상:", guess)
    print("결과:", parameter_count([2, 10, 10, 10, 1]))

# %% role="guess" lang="en"
if ready("parameter_count"):
    print("your guess:", guess)
    print("result:", parameter_count([2, 10, 10, 10, 1]))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 층마다 세어 더합니다. 첫 은닉층은 $10 \cdot 2 + 10 = 30$개, 둘째와 셋째 은닉층은 $10 \cdot 10 + 10 = 110$개씩, 출력층은 $10 + 1 = 11$개입니다. 모두 $30 + 110 + 110 + 11 = 261$개입니다. 손으로 정할 수 있는 개수가 아니므로 훈련으로 찾습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Count layer by layer. The first hidden layer has $10 \cdot 2 + 10 = 30$, the second and the third have $10 \cdot 10 + 10 = 110$ each, the output layer has $10 + 1 = 11$. Together that is $30 + 110 + 110 + 11 = 261$. Nobody sets that many by hand; training finds them.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. 심층 신경망
#
# 책에서는 '은닉층이 2개 이상'이면 **심층 신경망**(deep neural network)입니다. 줄여서 DNN이라고 합니다. 이것은 책의 정의이고, 다른 글에서는 기준이 다를 수 있습니다.
#
# `[2, 2, 1]`에는 은닉층이 하나뿐이므로 심층 신경망이 아닙니다.
#
# 층이 많아지면 훈련이 어려워집니다. 출력에서 멀어질수록 가중치를 고칠 신호가 약해지기 쉽기 때문입니다. 이것이 **기울기 소실**(vanishing gradient)이며, 역전파 노트북에서 그 크기를 직접 잽니다.

# %% [markdown] lang="en"
# ## 6. Deep networks
#
# The chapter calls a network with two or more hidden layers a **deep neural network** (DNN). That is the chapter's definition; other texts draw the line elsewhere.
#
# `[2, 2, 1]` has one hidden layer only, so it is not deep.
#
# With many layers, training gets harder. The signal that changes a layer's weights tends to be weaker the farther the layer is from the output. This is the **vanishing gradient**; you measure its size in the notebook on backpropagation.


# %% task="is_deep" lang="ko"
def is_deep(sizes):
    """심층 신경망인지, 곧 은닉층이 두 개 이상인지 답합니다. (5.2)

    sizes  정수 두 개 이상의 리스트: 입력층부터 출력층까지
           층마다 있는 뉴런의 수

    반환값: True 또는 False

    예: is_deep([2, 2, 1])은 False입니다.
    """
    raise NotImplementedError


# %% task="is_deep" lang="en"
def is_deep(sizes):
    """Whether a network is deep: it has two hidden layers or more. (5.2)

    sizes  a list of integers, two or more: the neurons in each layer,
           from the input layer to the output layer

    Returns True or False.

    Example: is_deep([2, 2, 1]) is False.
    """
    raise NotImplementedError


# %% check="is_deep"
check("is_deep")

# %% [markdown] lang="ko"
# ## 마무리 그림: 게이트와 XOR
#
# 여러분의 함수로 평면을 칠합니다. 위는 세 게이트, 아래는 XOR입니다. XOR는 두 번 그립니다. 한 번은 입력 $x$의 평면에, 한 번은 은닉층 $h$의 평면에 그립니다.
#
# $h$의 평면에서 네 점이 어디로 갔는지 찾아보세요.

# %% [markdown] lang="en"
# ## Closing picture: gates and XOR
#
# Your functions colour the plane. Above are the three gates, below is XOR. XOR is drawn twice: in the plane of the input $x$ and in that of the hidden layer $h$.
#
# Find out where the four points end up in the plane of $h$.

# %% role="picture"
if ready("perceptron", "gate", "xor_network"):
    pictures.gates_and_xor(perceptron, gate, xor_network)

# %% [markdown] lang="ko"
# *그림 설명.* 파란 곳에서 답이 1입니다. 원은 1, 사각형은 0이어야 하는 점입니다. 가위표(×)는 답이 틀린 점입니다.
#
# $x$의 평면에서 XOR는 직선 하나로 나뉘지 않습니다. $h$의 평면에서는 두 점이 하나로 겹쳐 직선 하나로 충분합니다. 은닉층이 점들을 옮겨 놓은 것입니다.

# %% [markdown] lang="en"
# *About the picture.* In the blue regions the answer is 1. At an orange circle the answer should be 1, at a white square 0. A red cross marks a point with a wrong answer.
#
# In the plane of $x$, no single line separates the circles from the squares. In the plane of $h$, two points coincide, and one line suffices. The hidden layer has moved the points.

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (100점과 별도로 3점)
#
# 퍼셉트론 하나로는 왜 XOR를 계산할 수 없을까요?
#
# 네 꼭짓점에서 $w_1$, $w_2$, $b$가 만족할 조건을 적으세요. 그림을 말로 설명해도 됩니다. 그리고 어디에서 모순이 생기는지 밝히세요.

# %% [markdown] role="written" lang="en"
# ## Written question (3 points on top of the 100)
#
# Why can no single perceptron compute XOR?
#
# Write down what $w_1$, $w_2$ and $b$ must satisfy at the four corners, or describe a drawing. Then explain where the contradiction lies.

# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 세 사람이 투표합니다. 퍼셉트론 하나로 **다수결**을 계산할 수 있을까요? 수를 바꾸어 여덟 줄을 맞혀 보세요.

# %% [markdown] lang="en"
# ## Going further (not graded)
#
# Three people vote. Can one perceptron compute the **majority**? Change the numbers until all eight rows agree.

# %% role="further" lang="ko"
w_vote = np.array([0.0, 0.0, 0.0])
b_vote = 0.0

if ready("perceptron"):
    print("투표       퍼셉트론  다수결")
    for votes in np.ndindex(2, 2, 2):
        answer = perceptron(np.array(votes, dtype=float), w_vote, b_vote)
        majority = 1 if sum(votes) >= 2 else 0
        print(votes, f"{answer:8} {majority:8}")

# %% role="further" lang="en"
w_vote = np.array([0.0, 0.0, 0.0])
b_vote = 0.0

if ready("perceptron"):
    print("votes      perceptron  majority")
    for votes in np.ndindex(2, 2, 2):
        answer = perceptron(np.array(votes, dtype=float), w_vote, b_vote)
        majority = 1 if sum(votes) >= 2 else 0
        print(votes, f"{answer:9} {majority:10}")

# %% [markdown] lang="ko"
# 여덟 줄을 모두 맞혔다면 한 걸음 더 가 보세요. 한 사람에게 거부권을 주려면 수를 어떻게 바꿔야 할까요?

# %% [markdown] lang="en"
# When all eight rows agree, go one step further. How do you change the numbers to give one person a veto?

# %% [markdown] lang="ko"
# <details><summary>답 펼치기</summary>
#
# 다수결: 세 사람의 말이 똑같이 중요하므로 가중치도 모두 같게 둡니다. 그러면 합은 찬성한 사람의 수에 비례합니다. 편향은 한 명과 두 명 사이를 자르도록 정합니다.
#
# 거부권: 그 사람의 가중치를 나머지 두 사람을 합한 만큼으로 키웁니다. 나머지 둘만 찬성하거나 그 사람만 찬성해서는 합이 임계값을 넘지 못하도록 편향을 정합니다. 그 사람이 찬성하면 한 명만 더 찬성해도 통과합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show an answer</summary>
#
# Majority: all three votes matter alike, so take three equal weights. The sum then grows with the number of votes. Let the bias cut between one vote and two.
#
# Veto: give that person as much weight as the other two together. Choose the bias so that neither the other two alone nor that person alone exceeds the threshold. With that person's vote, one more is enough.
#
# </details>

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - 책 5.2절: 퍼셉트론, 다층 퍼셉트론, 심층 신경망
# - NumPy 문서: [`np.dot`](https://numpy.org/doc/stable/reference/generated/numpy.dot.html), [브로드캐스팅](https://numpy.org/doc/stable/user/basics.broadcasting.html)
# - PyTorch 문서: [`nn.Linear`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html). 가중합을 층 하나만큼 한꺼번에 구합니다.
# - 한 걸음 더: Michael Nielsen, [Using neural nets to recognize handwritten digits](http://neuralnetworksanddeeplearning.com/chap1.html). 퍼셉트론에서 시그모이드까지 이어지는 글입니다(영어).

# %% [markdown] lang="en"
# ## Further reading
#
# - The book, section 5.2: the perceptron, multi-layer perceptrons, deep networks.
# - NumPy: [`np.dot`](https://numpy.org/doc/stable/reference/generated/numpy.dot.html), [broadcasting](https://numpy.org/doc/stable/user/basics.broadcasting.html).
# - PyTorch: [`nn.Linear`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html) forms all weighted sums of a layer at once.
# - One step further: Michael Nielsen, [Using neural nets to recognize handwritten digits](http://neuralnetworksanddeeplearning.com/chap1.html), from the perceptron to the sigmoid.
