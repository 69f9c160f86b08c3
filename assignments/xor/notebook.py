# %% [markdown] lang="ko"
# # XOR 신경망
#
# 5.4절 · 약 25분 · 과제 5개, 100점
#
# 단층 퍼셉트론(perceptron)은 XOR를 계산하지 못했습니다.
# 층을 하나 더 쌓아 해결할 때는 가중치(weight)를 직접 골랐습니다.
# 이번에는 은닉층(hidden layer)이 세 개인 신경망이 가중치를 스스로 찾습니다.
# 책의 '퍼센트론'은 '퍼셉트론'의 오타입니다.
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 파이토치(PyTorch)로 신경망(neural network) 만들기
# - 손으로 하던 업데이트를 파이토치에 맡겨 학습시키기
# - 학습이 끝난 모델 평가하기
#
# 셀은 위에서부터 차례로 실행하세요.
# 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요.
# `guess` 셀에서는 `"?"` 자리에 예상을 적어 보세요. 예상은 채점하지 않습니다.
# %% [markdown] lang="en"
# # An XOR network
#
# Section 5.4 · about 25 minutes · 5 tasks, 100 points
#
# A single perceptron could not compute XOR.
# With a second layer it worked, but you chose the weights yourself.
# Now a network with three hidden layers finds its weights.
# (The chapter's 퍼센트론 is a misprint of 퍼셉트론, perceptron.)
#
# **Aim.** After this notebook you can
#
# - build a neural network with PyTorch,
# - let PyTorch do the updates that you did by hand,
# - judge the trained model.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` by your code.
# In a `guess` cell, replace `"?"` by your answer. Guesses are not graded.
# %% role="setup"
import numpy as np
import torch
from torch import nn

from autograder.selfcheck import check, ready, say

# %% [markdown] lang="ko"
# ## 1. 진리표: `truth_table`
#
# XOR는 두 입력 가운데 하나만 1일 때 1입니다.
# 책의 순서대로 입력은 (0, 0), (0, 1), (1, 0), (1, 1)입니다.
# 파이토치에서는 이런 표를 텐서(tensor)에 담습니다.
# 텐서에는 자료형(dtype)이 있고, 신경망의 층은 `float32`만 받습니다.
#
# **예상해 보기.** `torch.tensor([0, 1])`의 자료형은 무엇일까요?
# `"float32"`나 `"int64"`를 적고 셀을 실행해 보세요.
# %% [markdown] lang="en"
# ## 1. The truth table: `truth_table`
#
# XOR is 1 if exactly one of its two inputs is 1.
# The chapter lists the inputs as (0, 0), (0, 1), (1, 0), (1, 1).
# PyTorch keeps such a table in a tensor.
# Every tensor has a data type, and the layers of a network accept `float32` only.
#
# **Guess.** Which type does `torch.tensor([0, 1])` have?
# Write `"float32"` or `"int64"` and run the cell.
# %% role="guess"
guess = "?"  # "float32" or "int64"

# %% role="guess"
print(say(ko="예상:", en="guess:"), guess, "|", end=" ")
print(say(ko="결과:", en="result:"), torch.tensor([0, 1]).dtype, torch.tensor([0.0, 1.0]).dtype)


# %% [markdown] lang="ko"
# 정수를 넣으면 정수 텐서가 되어 층에서 오류가 납니다.
# 소수점을 찍거나 `dtype=torch.float32`를 주면 됩니다.
#
# 레이블(label) 네 개는 모양(shape)이 (4,)가 아니라 (4, 1)입니다.
# 행마다 출력이 하나씩 있는 표이기 때문입니다.
# %% [markdown] lang="en"
# Integers give an integer tensor, and the first layer refuses it.
# Write decimal points, or pass `dtype=torch.float32`.
#
# The four labels have the shape (4, 1), not (4,).
# They form a table as well, with one output in each row.
# %% task="truth_table"
def truth_table():
    """The truth table of XOR.

    Returns the pair (X, Y) of float32 tensors:
    X  shape (4, 2), the inputs in the order (0, 0), (0, 1), (1, 0), (1, 1)
    Y  shape (4, 1), the label of each row

    Example: the first row of X is [0., 0.], and the first row of Y is [0.].
    """
    raise NotImplementedError


# %% check="truth_table"
check("truth_table")

# %% [markdown] lang="ko"
# ## 2. 모델: `build_model`
#
# `nn.Linear(2, 3)`은 입력이 2개, 뉴런이 3개인 층(layer)입니다.
# 가중치와 편향(bias)은 만드는 순간 난수로 정해집니다.
# `torch.manual_seed(seed)`를 부르면 난수가 정해진 곳에서 시작합니다.
#
# **예상해 보기.** 시드(seed)를 한 번 정하고 층 두 개를 잇달아 만듭니다.
# 두 층의 가중치는 서로 같을까요? `True`나 `False`를 적어 보세요.
# %% [markdown] lang="en"
# ## 2. The model: `build_model`
#
# `nn.Linear(2, 3)` is a layer with 2 inputs and 3 neurons.
# Its weights and biases are drawn at random at the moment you make it.
# `torch.manual_seed(seed)` sets the place where the random numbers start.
#
# **Guess.** You set a seed once and then make two layers in a row.
# Do they have the same weights? Write `True` or `False`.
# %% role="guess"
guess = "?"  # True or False

# %% role="guess"
torch.manual_seed(1)
first, second = nn.Linear(2, 3), nn.Linear(2, 3)
torch.manual_seed(1)
third = nn.Linear(2, 3)
print(say(ko="예상:", en="guess:"), guess)
for name, layer in [("first ", first), ("second", second), ("third ", third)]:
    print(name, np.round(layer.weight.detach().numpy().ravel(), 3))


# %% [markdown] lang="ko"
# 같은 시드에서 같은 순서로 만들어야 같은 모델이 됩니다.
# 그래서 시드는 층을 만들기 바로 전에 한 번만 정합니다.
#
# 책의 신경망은 2-10-10-10-1이며, 파라미터(parameter)는 261개입니다.
# 층마다 시그모이드(sigmoid)가 뒤따르고, 출력층도 마찬가지입니다.
# $$x \to z_1 \to h_1 \to z_2 \to h_2 \to z_3 \to h_3 \to z_4 \to o$$
# `nn.Sequential`은 괄호 안의 층을 차례로 잇습니다.
# 한 층짜리 모델이라면 이렇게 씁니다.
#
#     nn.Sequential(nn.Linear(2, 3), nn.Sigmoid())
#
# 입력에서 출력 쪽으로 층을 만들어 `build_model`을 완성해 보세요.
# %% [markdown] lang="en"
# The same seed and the same order give the same model.
# So set the seed once, right before the layers are made.
#
# The chapter's network is 2-10-10-10-1, with 261 parameters.
# A sigmoid follows every layer, the output layer too:
# $$x \to z_1 \to h_1 \to z_2 \to h_2 \to z_3 \to h_3 \to z_4 \to o$$
# `nn.Sequential` strings together what stands in its brackets.
# A model with one layer looks like this:
#
#     nn.Sequential(nn.Linear(2, 3), nn.Sigmoid())
#
# Write `build_model`, and make the layers from input to output.
# %% task="build_model"
def build_model(seed):
    """The network 2-10-10-10-1 with a sigmoid after every layer.

    seed  a whole number; torch.manual_seed(seed) comes right before the layers

    Returns an nn.Module that turns a tensor of shape (n, 2) into one of shape (n, 1).
    The layers keep PyTorch's default initialisation and are made from input to output.

    Example: build_model(777) starts training at the cost 0.6949 of the chapter.
    Edge case: the same seed gives the same weights, however often you call it.
    """
    raise NotImplementedError


# %% check="build_model"
check("build_model")

# %% [markdown] lang="ko"
# ## 3. 학습: `train`
#
# 이번 비용(cost)은 이진 교차 엔트로피(binary cross-entropy)입니다.
# $$\text{cost} = -\frac{1}{n} \sum_{i=1}^{n}
# \left[\, y_i \ln o_i + (1 - y_i) \ln (1 - o_i) \,\right]$$
# 레이블이 1이고 출력이 0.8이면 $-\ln 0.8 = 0.223$입니다.
# 출력이 늘 0.5이면 비용은 $\ln 2 = 0.693$입니다.
#
# 역전파(backpropagation)는 파이토치의 `.backward()`가 대신해 줍니다.
#
# **예상해 보기.** $w = 2$에서 $w^2$의 미분값은 4입니다.
# `.backward()`를 세 번 부르면 `w.grad`는 어떻게 될까요?
# %% [markdown] lang="en"
# ## 3. Training: `train`
#
# The cost is now the binary cross-entropy:
# $$\text{cost} = -\frac{1}{n} \sum_{i=1}^{n}
# \left[\, y_i \ln o_i + (1 - y_i) \ln (1 - o_i) \,\right]$$
# For label 1, an output of 0.8 costs $-\ln 0.8 = 0.223$.
# If every output is 0.5, the cost is $\ln 2 = 0.693$.
#
# PyTorch does backpropagation for you: call `.backward()`.
#
# **Guess.** At $w = 2$, the slope of $w^2$ is 4.
# You call `.backward()` three times. What does `w.grad` hold in the end?
# %% role="guess"
guess = "?"  # a number

# %% role="guess"
w = torch.tensor(2.0, requires_grad=True)
print(say(ko="예상:", en="guess:"), guess)
for i in range(3):
    (w**2).backward()
    print(say(ko="호출", en="call"), i + 1, "w.grad =", w.grad.item())


# %% [markdown] lang="ko"
# 기울기(gradient)는 쌓이므로 단계마다 비워야 합니다.
# `update`에서 한 일과 짝을 지으면 다음과 같습니다.
#
# | `update` | 파이토치 |
# |---|---|
# | 지금 가중치에서의 오차 | `nn.BCELoss()`에 출력과 `Y`를 넣음 |
# | 모든 기울기 | 비용의 `.backward()` |
# | 모든 가중치의 한 단계 | `torch.optim.SGD`의 `.step()` |
# | 새로 구한 기울기만 쓰기 | `.zero_grad()` |
#
# 에포크(epoch) 0, 100, 200, …의 비용을 그 단계를 밟기 전에 기록합니다.
#
# SGD는 원래 표본을 몇 개씩 쓰는 확률적 경사 하강법을 뜻합니다.
# 책에서는 이름만 SGD입니다.
# 단계마다 네 행을 모두 쓰므로 전체 배치(full batch)입니다.
# %% [markdown] lang="en"
# Gradients add up, so every step has to start with fresh ones.
# Here is what you did in `update`, and PyTorch's name for it:
#
# | `update` | PyTorch |
# |---|---|
# | the error at the present weights | `nn.BCELoss()`, called with output and `Y` |
# | all gradients | `.backward()` of the cost |
# | one step on all weights | `.step()` of `torch.optim.SGD` |
# | new gradients only | `.zero_grad()` |
#
# Record the cost at epochs 0, 100, 200, …, each before that epoch's step.
#
# SGD, stochastic gradient descent, usually takes a few samples at a time.
# The chapter says SGD but uses all four rows in every step: full batch.
# %% task="train"
def train(model, X, Y, lr, epochs):
    """Train the model in place with all rows in every epoch.

    model   an nn.Module with outputs between 0 and 1; its parameters are changed
    X       inputs, float32 tensor of shape (n, n_in)
    Y       labels, float32 tensor of shape (n, n_out)
    lr      the learning rate η of plain SGD
    epochs  how many steps: for epoch in range(epochs)

    Returns the list of costs (nn.BCELoss) at epochs 0, 100, 200, …,
    each taken before that epoch's step.
    Example: 301 epochs give four costs, those of epochs 0, 100, 200 and 300.
    Edge cases: 300 epochs give three costs; 0 epochs give [] and leave the model as it is.
    """
    raise NotImplementedError


# %% check="train"
check("train")

# %% [markdown] lang="ko"
# 책의 설정은 시드 777, 학습률(learning rate) 1입니다.
# 301에포크의 비용 네 개를 책의 첫 네 줄과 비교합니다.
# 소수점 아래 여섯 자리까지 같아야 합니다.
# %% [markdown] lang="en"
# The chapter takes seed 777 and learning rate 1.
# Compare your four costs of 301 epochs with its first four lines.
# They should agree in six decimals.
# %% role="guess"
if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    costs = train(build_model(777), X, Y, 1.0, 301)
    printed = [0.6948983669281006, 0.693155825138092, 0.6931535601615906, 0.6931513547897339]
    for i, value in enumerate(printed):
        print(f"{100 * i:4}  {float(costs[i]):.6f}  {value:.6f}")

# %% [markdown] lang="ko"
# ## 4. 멈출까, 계속할까?
#
# 책의 비용 목록은 에포크 4200에서 끊깁니다.
# 마지막 줄인 에포크 4100의 비용은 0.6929입니다.
# 4,000에포크가 넘도록 거의 $\ln 2$ 그대로인 셈입니다.
#
# **예상해 보기.** 여러분이라면 여기서 멈출까요, 계속할까요?
# `"stop"`이나 `"go on"`을 적어 보세요.
# %% [markdown] lang="en"
# ## 4. Stop or go on?
#
# The chapter's list of costs breaks off at epoch 4200.
# Its last line, epoch 4100, shows the cost 0.6929.
# That is still nearly $\ln 2$, after more than 4,000 epochs.
#
# **Guess.** Would you stop here, or go on?
# Write `"stop"` or `"go on"`.
# %% role="guess"
guess = "?"  # "stop" or "go on"

# %% [markdown] lang="ko"
# 책처럼 10,001에포크를 학습시킵니다. 5초쯤 걸립니다.
# %% [markdown] lang="en"
# Train for 10,001 epochs, as the chapter does. This takes about five seconds.
# %% role="guess"
if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    model = build_model(777)
    costs = train(model, X, Y, 1.0, 10_001)
    print(say(ko="예상:", en="guess:"), guess)
    for i in (0, 41, 50, 52, 54, 60, 100):
        print(f"{100 * i:6}  {float(costs[i]):.6f}")


# %% [markdown] lang="ko"
# ## 5. 예측: `predict`
#
# 비용이 무너지듯 줄었습니다.
# 책은 모델의 출력을 가설(hypothesis)이라고 부릅니다.
# 출력은 0과 1 사이의 수이므로, 0.5를 기준으로 답을 정합니다.
#
# | 출력 | 0.2 | 0.5 | 0.7 |
# |---|---|---|---|
# | 예측값(prediction) | 0 | 0 | 1 |
#
# 정확히 0.5이면 0입니다.
#
# 예측에는 기울기가 필요 없습니다.
# `torch.no_grad()` 안에서 계산하거나 `.detach()`로 떼어 내세요.
# %% [markdown] lang="en"
# ## 5. Predictions: `predict`
#
# The cost has collapsed after all.
# The chapter calls the model's output its hypothesis.
# It is a number between 0 and 1, and 0.5 decides:
#
# | output | 0.2 | 0.5 | 0.7 |
# |---|---|---|---|
# | prediction | 0 | 0 | 1 |
#
# At exactly 0.5 the prediction is 0.
#
# Predictions need no gradient.
# Compute inside `torch.no_grad()`, or cut the gradient off with `.detach()`.
# %% task="predict"
def predict(model, X):
    """The model's predictions: 1 where its output is > 0.5, else 0.

    model  an nn.Module with one output between 0 and 1
    X      inputs, float32 tensor of shape (n, n_in)

    Returns a tensor of shape (n, 1) with 0 and 1 (or False and True), no gradient attached.
    Example: outputs [[0.2], [0.7]] give [[0.], [1.]].
    Edge case: an output of exactly 0.5 gives 0.
    """
    raise NotImplementedError


# %% check="predict"
check("predict")

# %% [markdown] lang="ko"
# ## 6. 정확도: `accuracy`
#
# 정확도(accuracy)는 맞힌 비율입니다.
# 네 개 중 세 개를 맞히면 $\frac{3}{4} = 0.75$입니다.
#
# 비교할 때는 두 텐서의 모양이 같아야 합니다.
#
# **예상해 보기.** 모양이 (4, 1)인 텐서와 (4,)인 텐서를 `==`로 비교합니다.
# 값을 몇 쌍이나 비교하게 될까요?
# %% [markdown] lang="en"
# ## 6. Accuracy: `accuracy`
#
# The accuracy is the fraction of predictions that are right.
# Three out of four give $\frac{3}{4} = 0.75$.
#
# The two tensors must have the same shape when you compare them.
#
# **Guess.** You compare a tensor of shape (4, 1) with one of shape (4,) by `==`.
# How many pairs of values are compared?
# %% role="guess"
guess = "?"  # a whole number

# %% role="guess"
column, row = torch.tensor([[0.0], [1.0], [1.0], [0.0]]), torch.tensor([0.0, 1.0, 1.0, 0.0])
print(say(ko="예상:", en="guess:"), guess, "|", end=" ")
print(say(ko="결과:", en="result:"), (column == row).numel(), tuple((column == row).shape))


# %% [markdown] lang="ko"
# (4, 1)과 (4,)를 비교하면 (4, 4)가 되어 16쌍을 비교합니다.
# 과제에서는 두 텐서의 모양이 같습니다.
#
# 책의 마지막 셀은 결과를 `accuracy`라는 변수에 담습니다.
# 여기서는 함수 이름이므로 변수에는 다른 이름을 쓰세요.
# %% [markdown] lang="en"
# A shape of (4, 1) against (4,) gives (4, 4), so 16 pairs.
# In this task, both tensors have the same shape.
#
# The chapter's last cell stores its result in a variable `accuracy`.
# Here that is a function's name, so choose another one for variables.
# %% task="accuracy"
def accuracy(predicted, Y):
    """The fraction of predictions that equal their labels.

    predicted  tensor of shape (n, 1) with 0 and 1
    Y          labels, tensor of the same shape

    Returns one number between 0 and 1.
    Example: predicted [[0.], [1.], [1.], [1.]] and Y [[0.], [1.], [1.], [0.]] give 0.75.
    Edge cases: nothing right gives 0.0, everything right gives 1.0.
    """
    raise NotImplementedError


# %% check="accuracy"
check("accuracy")

# %% [markdown] lang="ko"
# 학습이 끝난 모델의 출력, 예측값, 레이블을 나란히 놓고 보세요.
# %% [markdown] lang="en"
# Look at the trained model's outputs beside its predictions and the labels.
# %% role="guess"
if ready("truth_table", "build_model", "train", "predict", "accuracy"):
    predicted = predict(model, X)
    print(say(ko="입력        출력     예측값  레이블", en="input       output   predicted  label"))
    for i, answer in enumerate(np.ravel(predicted)):
        print(X[i].tolist(), f" {model(X)[i].item():.5f}  {answer:g}       {Y[i].item():g}")
    print(say(ko="정확도", en="accuracy"), float(accuracy(predicted, Y)))

# %% [markdown] lang="ko"
# ## 마무리 그림: 정체 구간과 그 끝
#
# 같은 모델을 세 번에 나누어 다시 학습시키고, 사이사이에 출력을 그립니다.
# 5초쯤 걸립니다.
# 아래 그림의 검은 선에서 출력이 0.5입니다.
# %% [markdown] lang="en"
# ## Closing picture: the plateau and its end
#
# Train the same model again in three pieces and draw its output in between.
# This takes about five seconds.
# On the black lines below, the output is 0.5.
# %% role="picture"
if ready("truth_table", "build_model", "train"):
    axis = np.linspace(-0.5, 1.5, 101)
    x1, x2 = np.meshgrid(axis, axis)
    grid = torch.tensor(np.stack([x1.ravel(), x2.ravel()], axis=1), dtype=torch.float32)
    X, Y = truth_table()
    network, costs, surfaces = build_model(777), [], []
    for epochs in (0, 4_200, 1_000, 4_801):
        costs += [float(cost) for cost in train(network, X, Y, 1.0, epochs)]
        surfaces.append(network(grid).detach().numpy().reshape(x1.shape))

# %% role="picture"
import matplotlib.pyplot as plt
from matplotlib.colors import LinearSegmentedColormap

from assignments import chapter
from autograder.selfcheck import pictures

if ready("truth_table", "build_model", "train"):
    pictures.style()
    white_to_blue = LinearSegmentedColormap.from_list("output", ["white", pictures.SKY, "#004C78"])
    figure, axes = plt.subplot_mosaic("EEEE;ABCD", figsize=(7.4, 5), height_ratios=[1.25, 1])

    curve = axes["E"]
    yours = say(ko="여러분의 비용", en="your cost", picture=True)
    book = say(ko="책에 실린 값", en="the chapter's printed lines", picture=True)
    half = say(ko="ln 2 = 0.693: 출력이 늘 ½", en="ln 2 = 0.693: always ½", picture=True)
    curve.plot(100 * np.arange(len(costs)), costs, color=pictures.BLUE, linewidth=2, label=yours)
    curve.plot(chapter.cost_epochs[::3], chapter.costs[::3], "ko", fillstyle="none", label=book)
    curve.axhline(np.log(2), color=pictures.GREY, linestyle=":")
    curve.text(9_900, 0.75, half, color=pictures.GREY, ha="right", va="bottom")
    curve.set(yscale="log", xlim=(-400, 10_200), ylim=(5e-5, 2.5))
    curve.set_xlabel(say(ko="에포크", en="epoch", picture=True))
    curve.set_ylabel(say(ko="비용 (로그 눈금)", en="cost (log scale)", picture=True))
    curve.legend(loc="lower left")

    ones = np.ravel(Y) == 1
    edged = {"markeredgecolor": "black", "markersize": 8}
    for i, (letter, epoch) in enumerate({"A": 0, "B": 4_200, "C": 5_200, "D": 10_000}.items()):
        place = (epoch, costs[epoch // 100])
        curve.plot(*place, "v", color=pictures.ORANGE, **edged)
        curve.annotate(letter, place, (-10, -15), textcoords="offset points", ha="center")
        panel = axes[letter]
        image = panel.pcolormesh(x1, x2, surfaces[i], vmin=0, vmax=1, cmap=white_to_blue)
        panel.contour(x1, x2, surfaces[i], [0.5], colors="black")
        panel.plot(X[~ones, 0], X[~ones, 1], "s", color="white", **edged)
        panel.plot(X[ones, 0], X[ones, 1], "o", color=pictures.ORANGE, **edged)
        panel.set(aspect="equal", xticks=[0, 1], yticks=[0, 1], xlabel="$x_1$")
        panel.set_title(say(ko="에포크", en="epoch", picture=True) + f" {epoch:,} ({letter})")
        panel.tick_params(labelleft=letter == "A")
    axes["A"].set_ylabel("$x_2$")
    bar = figure.colorbar(image, ax=[axes[letter] for letter in "ABCD"], ticks=[0, 0.5, 1])
    bar.set_label(say(ko="출력", en="output", picture=True))
    plt.show()

# %% [markdown] lang="ko"
# 비용은 오래 정체 구간(plateau)에 머물다가 약 300에포크 만에 떨어집니다.
# B까지는 어느 점에서나 출력이 0.5에 가깝습니다.
# C에서 한 모퉁이가 갈라지고, D에서 네 점이 모두 제자리를 찾습니다.
#
# 비용이 그대로라고 해서 학습이 끝난 것은 아닙니다.
# %% [markdown] lang="en"
# The cost stays on a long plateau, then falls within some 300 epochs.
# Up to B the output is close to 0.5 everywhere.
# At C one corner breaks away, and at D all four points are right.
#
# A cost that stands still doesn't mean that training is over.
# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (3점)
#
# 네 행에서 정확도가 1.0입니다.
# 이것을 일반화(generalisation)라고 부를 수 있을까요?
# 그렇게 생각하는 까닭과, 더 큰 문제라면 무엇이 필요한지 적어 보세요.
# %% [markdown] role="written" lang="en"
# ## Written question (3 points)
#
# On these four rows the accuracy is 1.0.
# May we call that generalisation?
# Give your reasons, and say what a larger problem would need.
# %% [markdown] lang="ko"
# ## 더 나아가기 (채점하지 않음)
#
# 시드를 2로 바꾸면 10,001에포크 뒤에도 비용이 0.6931입니다.
# 15,001에포크를 학습시키면 어떻게 될까요? 7초쯤 걸립니다.
# 책이 앞에서 쓴 학습률 0.1로 시드 777을 학습시키면 어떨까요?
# %% [markdown] lang="en"
# ## Going further (not graded)
#
# With seed 2, the cost is still 0.6931 after 10,001 epochs.
# What happens if you train for 15,001? This takes about seven seconds.
# And what does seed 777 do with 0.1, the chapter's earlier learning rate?
# %% role="further"
seed, rate, epochs = 2, 1.0, 10_001

if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    further_costs = train(build_model(seed), X, Y, rate, epochs)
    for i in range(0, len(further_costs), 10):
        print(f"{100 * i:6}  {float(further_costs[i]):.6f}")
