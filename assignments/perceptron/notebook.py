# %% [markdown] lang="ko"
# # 퍼셉트론
#
# 5.2절 · 약 30분 · 과제 6개, 100점
#
# 두 사람의 의견을 듣고 할지 말지 정합니다. 누구의 말에 무게를 두느냐에 따라 답이 달라집니다. 이런 셈을 하는 것이 **퍼셉트론**(perceptron)입니다. 퍼셉트론은 무엇을 할 수 있고, 무엇을 할 수 없을까요?
#
# 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 퍼셉트론의 가중치를 추론으로 찾기
# - XOR에 층이 하나 더 필요한 까닭 설명하기
# - 파라미터의 수 세기
#
# 책의 '가주이'는 가중치를, '퍼센트론'은 퍼셉트론을 잘못 적은 것입니다. 셀은 위에서부터 차례로 실행하세요.
# %% [markdown] lang="en"
# # The perceptron
#
# Section 5.2 · about 30 minutes · 6 tasks, 100 points
#
# Two people give their opinion, and you decide. The answer depends on whose word weighs more. A **perceptron** does this calculation. What can it do, and what can it not do?
#
# After this notebook you can
#
# - find a perceptron's weights by reasoning,
# - explain why XOR needs a second layer,
# - count a network's parameters.
#
# In the Korean text, "가주이" and "퍼센트론" are typing errors for 가중치 (weight) and 퍼셉트론 (perceptron). Run the cells from top to bottom.
# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready, say

# %% [markdown] lang="ko"
# ## 1. 가중합
#
# 영화를 볼지 두 사람에게 묻습니다. 입력 $x_1$, $x_2$는 추천이면 1, 아니면 0입니다.
#
# 믿는 평론가의 의견에는 **가중치**(weight) $w_1 = 0.75$를 곱합니다. 취향이 반대인 친구는 $w_2 = -0.5$입니다. 끝으로 **편향**(bias) $b = -0.25$를 더합니다.
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
# %% task="weighted_sum"
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
# You go if the opinions $x_1 w_1 + x_2 w_2$ add up to more than a **threshold** of 0.25. With the bias as minus the threshold, the question is only whether $z > 0$. The chapter's text does not mention the threshold.
#
# **Guess first.** If both say "see it", the weighted sum is exactly 0.
#
# $$z = 0.75 - 0.5 - 0.25 = 0$$
#
# Does the perceptron answer 0 or 1?
# %% role="guess"
guess = "?"


# %% [markdown] lang="ko"
# 임계값보다 **커야** 1이므로 같을 때는 0입니다. 책마다 다르게 정하기도 하지만 여기서는 이렇게 약속합니다.
#
# $$y = \begin{cases} 1 & (z > 0) \\ 0 & (z \le 0) \end{cases}$$
#
# 앞에서 만든 함수를 그대로 불러 쓰세요.
# %% [markdown] lang="en"
# The sum must be **more** than the threshold, so a tie gives 0. Books differ here; this notebook keeps to the rule below.
#
# $$y = \begin{cases} 1 & (z > 0) \\ 0 & (z \le 0) \end{cases}$$
#
# Call the function that you have written already.
# %% task="perceptron"
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
# %% role="guess"
if ready("perceptron"):
    both = np.array([1.0, 1.0])
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="결과:", en="The result:"), perceptron(both, w, b))
# %% [markdown] lang="ko"
# ## 3. 직선과 게이트
#
# 입력이 둘이면 $z = 0$인 점들은 평면에서 직선이 됩니다. 이 직선을 **결정 경계**(decision boundary)라고 합니다. 한쪽에서는 답이 1이고 다른 쪽에서는 0입니다.
#
# 아래 그림은 편향만 다른 세 퍼셉트론입니다. 직선이 어떻게 움직이는지 보세요. `shifts`의 수를 바꾸어 다시 실행해 보세요.
# %% [markdown] lang="en"
# ## 3. Lines and gates
#
# With two inputs, the points with $z = 0$ form a line in the plane. This line is the **decision boundary**. The answer is 1 on one side of it and 0 on the other.
#
# The next cell draws three perceptrons that differ in their bias only. Watch how the line moves. Put other numbers into `shifts` and run the cell again.
# %% role="picture"
import matplotlib.pyplot as plt
from matplotlib.colors import ListedColormap

from autograder.selfcheck import pictures

shifts = (0.3, -0.1, -0.6)
axis = np.linspace(-0.52, 1.53, 80)
LIGHT = "#bcdcf0"

if ready("perceptron"):
    pictures.style()
    figure, [panels] = plt.subplots(1, len(shifts), figsize=(7.2, 2.7), squeeze=False)
    for panel, shift in zip(panels, shifts, strict=True):
        answers = [[perceptron(np.array([x1, x2]), w, shift) for x1 in axis] for x2 in axis]
        panel.pcolormesh(axis, axis, answers, cmap=ListedColormap(["white", LIGHT]), vmin=0, vmax=1)
        panel.plot([0, 0, 1, 1], [0, 1, 0, 1], "ko", ms=5)
        panel.set(title=f"b = {shift}", xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
        panel.set(xticks=[0, 1], yticks=[0, 1])
        panel.spines[:].set_visible(True)
    plt.show()


# %% [markdown] lang="ko"
# 파란 쪽의 답이 1입니다. 이제 네 꼭짓점에서 **게이트**(gate)의 답을 내는 직선을 찾으세요. 책의 본문에는 이 수들이 없습니다.
#
# | $x_1$ | $x_2$ | AND | NAND | OR |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 1 |
#
# $w = (1, 1)$이면 편향을 더하기 전의 합은 0, 1, 1, 2입니다. AND에서 답이 0인 합과 1인 합 사이의 **틈**은 어디입니까? 꼭짓점을 지나지 않도록 틈의 한가운데를 자르는 $b$를 고르세요.
# %% [markdown] lang="en"
# On the blue side the answer is 1. Now find lines that give the answers of these **gates** at the four corners. The chapter's text does not print their numbers.
#
# | $x_1$ | $x_2$ | AND | NAND | OR |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 1 |
#
# With $w = (1, 1)$ the sums $x_1 w_1 + x_2 w_2$ are 0, 1, 1, 2. For AND, where is the **gap** between those that give 0 and those that give 1? Let $b$ cut through the middle of that gap, not through a corner.
# %% task="gate"
def gate(name):
    """Weights and bias with which a perceptron computes a gate. (5.2)

    name  "AND", "NAND" or "OR"

    Returns (w, b): an array of shape (2,) and a number. Many answers are right:
    perceptron(x, w, b) must be the gate's answer at all four corners.

    Example: "x1 but not x2" would be (np.array([0.75, -0.5]), -0.25).
    """
    raise NotImplementedError


# %% check="gate"
check("gate")
# %% [markdown] lang="ko"
# ## 4. XOR의 벽
#
# XOR는 두 입력이 다를 때만 1입니다. 종이에 네 점을 그리고 연필로 2분만 찾아보세요.
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
# ## 4. The wall called XOR
#
# XOR is 1 only when its two inputs differ. Draw the four points on paper and look for lines with a pencil, for two minutes.
#
# | $x_1$ | $x_2$ | XOR |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 0 |
#
# **Guess first.** With one line, how many of the four points can be right at most?
# %% role="guess"
guess = "?"
# %% role="guess"
corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
wanted = np.array([0, 1, 1, 0])

if ready("perceptron"):
    rng = np.random.default_rng(1)
    most = 0
    for _ in range(3000):
        w1, w2, shift = rng.uniform(-1, 1, 3)
        answers = [perceptron(corner, np.array([w1, w2]), shift) for corner in corners]
        most = max(most, int(np.sum(np.array(answers) == wanted)))
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="아무 직선 3,000개 중 최고:", en="Best of 3,000 random lines:"), most)


# %% [markdown] lang="ko"
# 한 직선으로 나뉘면 **선형 분리 가능**(linearly separable)합니다. XOR는 그렇지 않습니다. 그래서 입력과 출력 사이에 **은닉층**(hidden layer)을 둡니다.
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
# If one line suffices, a problem is **linearly separable**. XOR is not. So a **hidden layer** goes between the input layer and the output layer.
#
# | $x_1$ | $x_2$ | $h_1$ | $h_2$ | XOR |
# |---|---|---|---|---|
# | 0 | 0 | | | 0 |
# | 0 | 1 | | | 1 |
# | 1 | 0 | | | 1 |
# | 1 | 1 | | | 0 |
#
# Don't look for nine numbers at once: **fill the columns $h_1$ and $h_2$ first**. Which two of your gates help? Which third gate turns $h_1$ and $h_2$ into XOR?
# %% task="xor_network"
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
# 두 층을 이은 것이 **다층 퍼셉트론**(multi-layer perceptron)입니다. 앞 층의 모든 뉴런과 이어지면 **완전 연결**(fully connected)입니다.
#
# `[2, 2, 1]`의 은닉층을 세어 봅시다. 뉴런(neuron)이 둘이고, 뉴런마다 가중치 2개와 편향 1개가 있습니다.
#
# $$2 \cdot 2 + 2 = 6$$
#
# 출력층(output layer)은 직접 세어 보세요.
#
# **예상해 보세요.** 5.4절 신경망(neural network)은 `[2, 10, 10, 10, 1]`입니다. 파라미터가 몇 개일까요?
# %% [markdown] lang="en"
# ## 5. Counting parameters
#
# Two layers in a row are a **multi-layer perceptron**. If each neuron is linked to all neurons of the layer before, it is **fully connected**.
#
# Count the hidden layer of `[2, 2, 1]`. It has two neurons, each with 2 weights and 1 bias.
#
# $$2 \cdot 2 + 2 = 6$$
#
# Count the output layer yourself.
#
# **Guess first.** How many parameters does the network of 5.4 have, `[2, 10, 10, 10, 1]`?
# %% role="guess"
guess = "?"


# %% [markdown] lang="ko"
# `sizes`에는 층마다 뉴런의 수가 차례로 들어 있습니다. 첫 수는 입력층(input layer)의 것입니다. 책은 입력층도 층으로 셉니다. 하지만 입력은 받은 값 그대로라서 **가중치도 편향도 없습니다**.
# %% [markdown] lang="en"
# `sizes` holds the number of neurons in each layer, from input to output. The chapter counts the input as a layer, too. Yet an input is a value as it came: it has **neither weights nor a bias**.
# %% task="parameter_count"
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
# %% role="guess"
if ready("parameter_count"):
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="결과:", en="The result:"), parameter_count([2, 10, 10, 10, 1]))


# %% [markdown] lang="ko"
# ## 6. 심층 신경망
#
# 책에서는 '은닉층이 2개 이상'이면 **심층 신경망**(deep network)입니다. 줄여서 DNN이라고 합니다. 이것은 책의 정의이고, 다른 글에서는 기준이 다를 수 있습니다.
#
# `[2, 2, 1]`에는 은닉층이 하나뿐이므로 심층 신경망이 아닙니다.
# %% [markdown] lang="en"
# ## 6. Deep networks
#
# The chapter calls a network with two or more hidden layers a **deep neural network** (DNN). That is the chapter's definition; other texts draw the line elsewhere.
#
# `[2, 2, 1]` has one hidden layer only, so it is not deep.
# %% task="is_deep"
def is_deep(sizes):
    """Is it a deep network: has it two hidden layers or more? (5.2)

    sizes  a list of integers, two or more: the neurons in each layer,
           from the input layer to the output layer

    Returns True or False.

    Example: is_deep([2, 2, 1]) is False.
    """
    raise NotImplementedError


# %% check="is_deep"
check("is_deep")
# %% [markdown] lang="ko"
# ## 그림으로 보기
#
# 내 함수로 평면을 칠합니다. 위는 세 게이트, 아래는 XOR입니다. XOR는 두 번 그립니다. 한 번은 입력 $x$의 평면에, 한 번은 은닉층 $h$의 평면에 그립니다.
#
# $h$의 평면에서 네 점이 어디로 갔는지 찾아보세요.
# %% [markdown] lang="en"
# ## The picture
#
# Your functions colour the plane. Above are the three gates, below is XOR. XOR is drawn twice: in the plane of the input $x$ and in that of the hidden layer $h$.
#
# Find out where the four points have gone in the plane of $h$.
# %% role="picture"
axis = np.linspace(-0.52, 1.53, 140)
truth = {"AND": [0, 0, 0, 1], "NAND": [1, 1, 1, 0], "OR": [0, 1, 1, 1]}


def colour(panel, letter, answer, weights, points, targets):
    """Blue where the answer is 1. A circle wants 1, a square 0; a cross is a wrong answer."""
    answers = [[answer(np.array([p1, p2]), *weights) for p1 in axis] for p2 in axis]
    panel.pcolormesh(axis, axis, answers, cmap=ListedColormap(["white", LIGHT]), vmin=0, vmax=1)
    for point, target in zip(points, targets, strict=True):
        marker, fill = ("o", pictures.ORANGE) if target else ("s", "white")
        panel.plot(*point, marker, ms=9, mfc=fill, mec="black", mew=1.3)
        if answer(point, *weights) != target:
            panel.plot(*point, "x", ms=13, mew=3, color=pictures.VERMILION)
    panel.set(xlabel=f"${letter}_1$", ylabel=f"${letter}_2$", aspect="equal")
    panel.set(xticks=[0, 1], yticks=[0, 1])
    panel.spines[:].set_visible(True)


if ready("perceptron", "gate", "xor_network"):
    pictures.style()
    figure, panels = plt.subplots(2, 3, figsize=(7.2, 5.0))
    for panel, name in zip(panels[0], truth, strict=True):
        colour(panel, "x", perceptron, gate(name), corners, truth[name])
        panel.set_title(name)

    W_hidden, b_hidden, w_output, b_output = xor_network()

    def hidden_layer(point):
        return np.array([perceptron(point, W_hidden[i], b_hidden[i]) for i in range(2)])

    def both_layers(point):
        return perceptron(hidden_layer(point), w_output, b_output)

    in_x, in_h, key = panels[1]
    moved = [hidden_layer(corner) for corner in corners]
    colour(in_x, "x", both_layers, (), corners, wanted)
    colour(in_h, "h", perceptron, (w_output, b_output), moved, wanted)
    in_x.set_title(say(ko="XOR, 입력 x의 평면", en="XOR, seen in x", picture=True))
    in_h.set_title(say(ko="XOR, 은닉층 h의 평면", en="XOR, seen in h", picture=True))

    met = {}
    for point, row in zip(moved, ["00", "01", "10", "11"], strict=True):
        met.setdefault(tuple(point), []).append(row)
    for point, rows in met.items():
        label = in_h.annotate(", ".join(rows), point, (0, -19), textcoords="offset points")
        label.set(ha="center", bbox={"fc": "white", "ec": "none", "pad": 0.8})

    edge = {"mec": "black", "ms": 9, "mew": 1.3}
    handles = [
        *key.plot([], [], "o", mfc=pictures.ORANGE, **edge),
        *key.plot([], [], "s", mfc="white", **edge),
        key.fill_between([], [], fc=LIGHT, ec="black"),
        key.fill_between([], [], fc="white", ec="black"),
        *key.plot([], [], "x", ms=11, mew=3, color=pictures.VERMILION),
    ]
    labels = [
        say(ko="1이어야 함", en="wanted: 1", picture=True),
        say(ko="0이어야 함", en="wanted: 0", picture=True),
        say(ko="답이 1", en="answer 1", picture=True),
        say(ko="답이 0", en="answer 0", picture=True),
        say(ko="다른 답", en="wrong", picture=True),
    ]
    key.legend(handles, labels, loc="center")
    key.axis("off")
    plt.show()
# %% [markdown] lang="ko"
# *그림 설명.* 파란 곳에서 답이 1입니다. 원은 1, 사각형은 0이어야 하는 점입니다. 가위표에서는 답이 다릅니다.
#
# $x$의 평면에서 XOR에는 띠가, 곧 직선 두 개가 필요합니다. $h$의 평면에서는 두 점이 하나로 겹쳐 직선 하나로 충분합니다.
# %% [markdown] lang="en"
# *About the picture.* In the blue regions the answer is 1. Orange circles want a 1, white squares want a 0. A red cross marks a different answer.
#
# In the plane of $x$, XOR needs a band, and a band has two edges. In the plane of $h$, the rows `01` and `10` meet in one point. There, one line suffices.
# %% [markdown] role="written" lang="ko"
# ## 글로 답하기
#
# 퍼셉트론 하나로는 왜 XOR를 계산할 수 없을까요?
#
# 네 꼭짓점에서 $w_1$, $w_2$, $b$가 만족할 조건을 적으세요. 그림을 말로 설명해도 됩니다. 그리고 어디에서 모순이 생기는지 밝히세요.
# %% [markdown] role="written" lang="en"
# ## In your own words
#
# Why can no single perceptron compute XOR?
#
# Write down what $w_1$, $w_2$ and $b$ must satisfy at the four corners, or describe a drawing. Then explain where the contradiction lies.
# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 세 사람이 투표합니다. 퍼셉트론 하나로 **다수결**을 계산할 수 있을까요? 수를 바꾸어 여덟 줄을 맞혀 보세요.
# %% [markdown] lang="en"
# ## Going further (ungraded)
#
# Three people vote. Can one perceptron compute the **majority**? Change the numbers until all eight rows agree.
# %% role="further"
w_vote = np.array([0.0, 0.0, 0.0])
b_vote = 0.0

if ready("perceptron"):
    for votes in np.ndindex(2, 2, 2):
        answer = perceptron(np.array(votes, dtype=float), w_vote, b_vote)
        majority = 1 if sum(votes) >= 2 else 0
        print(
            votes,
            say(ko="퍼셉트론", en="perceptron"),
            answer,
            say(ko="다수결", en="majority"),
            majority,
        )
# %% [markdown] lang="ko"
# 여덟 줄을 모두 맞혔다면 한 걸음 더 가 보세요. 한 사람에게 거부권을 주려면 수를 어떻게 바꿔야 할까요?
# %% [markdown] lang="en"
# When all eight rows agree, go one step further. How do you change the numbers to give one person a veto?
