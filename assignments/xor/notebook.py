# %% [markdown] lang="ko"
# # XOR 신경망
#
# 5.4절 · 약 25분 · 과제 5개, 100점
#
# 단층 퍼셉트론(single-layer perceptron)은 XOR를 계산하지 못했습니다.
# 층을 하나 더 쌓아 해결할 때는 가중치(weight)를 직접 골랐습니다.
# 이번에는 은닉층(hidden layer)이 세 개인 신경망이 가중치를 스스로 찾습니다.
# 책의 '퍼센트론'은 '퍼셉트론'의 오타입니다.
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 파이토치(PyTorch)로 신경망(neural network) 만들기
# - 손으로 하던 업데이트를 파이토치에 맡겨 훈련하기
# - 훈련이 끝난 모델 평가하기
#
# 셀은 위에서부터 차례로 실행하세요.
# 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요.
# 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다.

# %% [markdown] lang="en"
# # An XOR network
#
# Section 5.4 · about 25 minutes · 5 tasks, 100 points
#
# A single-layer perceptron could not compute XOR.
# With a second layer it worked, but you chose the weights yourself.
# Now a network with three hidden layers finds its weights by itself.
# (The chapter's 퍼센트론 is a typo for 퍼셉트론, perceptron.)
#
# **Aim.** After this notebook you can
#
# - build a neural network with PyTorch,
# - let PyTorch do the updates that you did by hand,
# - judge the trained model.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` with your code.
# The `check` cell below it checks your function.
# In a `guess` cell, replace `"?"` with your guess. Guesses are not graded.

# %% role="setup"
import numpy as np
import torch
from torch import nn

from autograder.selfcheck import check, ready

# %% [markdown] lang="ko"
# ## 1. 진리표
#
# XOR는 두 입력 가운데 하나만 1일 때 1입니다.
# 책의 순서대로 입력은 (0, 0), (0, 1), (1, 0), (1, 1)입니다.
# 파이토치에서는 이런 표를 텐서(tensor)에 담습니다.
# 텐서에는 자료형(dtype)이 있습니다.
# 층의 가중치는 따로 정하지 않으면 `float32`이고, 입력의 자료형도 이와 같아야 합니다.
#
# **예상해 보세요.** `torch.tensor([0, 1])`의 자료형은 무엇일까요?
# `"float32"`나 `"int64"`를 적고 셀을 실행해 보세요.

# %% [markdown] lang="en"
# ## 1. The truth table
#
# XOR is 1 if exactly one of its two inputs is 1.
# The chapter lists the inputs as (0, 0), (0, 1), (1, 0), (1, 1).
# PyTorch keeps such a table in a tensor.
# Every tensor has a data type (dtype). By default, a layer's weights are `float32`,
# and its inputs must have the same type.
#
# **Guess first.** Which type does `torch.tensor([0, 1])` have?
# Write `"float32"` or `"int64"` and run the cell.

# %% role="guess" lang="ko"
guess = "?"  # "float32" 또는 "int64"

# %% role="guess" lang="en"
guess = "?"  # "float32" or "int64"

# %% role="guess" lang="ko"
print("예상:", guess)
print("torch.tensor([0, 1])    ", torch.tensor([0, 1]).dtype)
print("torch.tensor([0.0, 1.0])", torch.tensor([0.0, 1.0]).dtype)

# %% role="guess" lang="en"
print("your guess:", guess)
print("torch.tensor([0, 1])    ", torch.tensor([0, 1]).dtype)
print("torch.tensor([0.0, 1.0])", torch.tensor([0.0, 1.0]).dtype)

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


# %% task="truth_table" lang="ko"
def truth_table():
    """XOR의 진리표입니다.

    반환값: float32 텐서 두 개 (X, Y)
    X  모양 (4, 2), 입력을 (0, 0), (0, 1), (1, 0), (1, 1)의 순서로
    Y  모양 (4, 1), 행마다 레이블 하나

    예: X의 첫 행은 [0., 0.], Y의 첫 행은 [0.]입니다.
    """
    raise NotImplementedError


# %% task="truth_table" lang="en"
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
# ## 2. 모델
#
# `nn.Linear(2, 3)`은 입력이 2개, 뉴런이 3개인 층(layer)입니다.
# 가중치와 편향(bias)은 만드는 순간 난수로 정해집니다.
# `torch.manual_seed(seed)`를 부르면 난수가 정해진 곳에서 시작합니다.
#
# **예상해 보세요.** 시드(seed)를 한 번 정하고 층 두 개를 잇달아 만듭니다.
# 두 층의 가중치는 서로 같을까요? `True`나 `False`를 적어 보세요.

# %% [markdown] lang="en"
# ## 2. The model
#
# `nn.Linear(2, 3)` is a layer with 2 inputs and 3 neurons.
# Its weights and biases are drawn at random at the moment you make it.
# `torch.manual_seed(seed)` sets the place where the random numbers start.
#
# **Guess first.** You set a seed once and then make two layers in a row.
# Do they have the same weights? Write `True` or `False`.

# %% role="guess" lang="ko"
guess = "?"  # True(같다) 또는 False(다르다)

# %% role="guess" lang="en"
guess = "?"  # True or False

# %% role="guess" lang="ko"
torch.manual_seed(1)
first, second = nn.Linear(2, 3), nn.Linear(2, 3)
torch.manual_seed(1)
third = nn.Linear(2, 3)
print("예상:", guess)
for name, layer in [("첫째", first), ("둘째", second), ("셋째", third)]:
    print(name, np.round(layer.weight.detach().numpy().ravel(), 3))

# %% role="guess" lang="en"
torch.manual_seed(1)
first, second = nn.Linear(2, 3), nn.Linear(2, 3)
torch.manual_seed(1)
third = nn.Linear(2, 3)
print("your guess:", guess)
for name, layer in [("first ", first), ("second", second), ("third ", third)]:
    print(name, np.round(layer.weight.detach().numpy().ravel(), 3))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 잇달아 만든 두 층은 다릅니다. 난수가 이어서 나오기 때문입니다. 시드를 다시 정하고 만든 셋째 층은 첫째 층과 똑같습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Two layers in a row differ, because the random numbers go on. The third layer, made after the seed was set again, equals the first.
#
# </details>

# %% [markdown] lang="ko"
# 같은 시드에서 같은 순서로 만들어야 같은 모델이 됩니다.
# 그래서 시드는 층을 만들기 바로 전에 한 번만 정합니다.
#
# 책의 신경망은 2-10-10-10-1이며, 파라미터(parameter)는 261개입니다.
# 책의 코드는 GPU가 있으면 GPU를, 없으면 CPU를 `device`로 고릅니다.
# 이 신경망은 작아서 여기서는 CPU만 씁니다.
# 층마다 시그모이드(sigmoid)가 뒤따르고, 출력층도 마찬가지입니다.
# $$x \to z_1 \to h_1 \to z_2 \to h_2 \to z_3 \to h_3 \to z_4 \to o$$
# 여기서 아래 첨자는 뉴런이 아니라 층의 번호입니다.
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
# The chapter's code takes a GPU as its `device` where there is one, otherwise the CPU.
# This network is small, so you use the CPU alone.
# A sigmoid follows every layer, including the output layer:
# $$x \to z_1 \to h_1 \to z_2 \to h_2 \to z_3 \to h_3 \to z_4 \to o$$
# Here the subscripts number the layers, not the neurons.
# `nn.Sequential` chains the layers that you pass to it, in order.
# A model with one layer looks like this:
#
#     nn.Sequential(nn.Linear(2, 3), nn.Sigmoid())
#
# Write `build_model`, and make the layers from input to output.


# %% task="build_model" lang="ko"
def build_model(seed):
    """층마다 시그모이드가 뒤따르는 신경망 2-10-10-10-1입니다.

    seed  정수. torch.manual_seed(seed)는 층을 만들기 바로 전에 부릅니다.

    반환값: 모양 (n, 2)인 텐서를 모양 (n, 1)로 바꾸는 nn.Module
    층은 파이토치가 정한 대로 초기화하고, 입력에서 출력 쪽으로 만듭니다.

    예: build_model(777)은 책의 비용 0.6949에서 훈련을 시작합니다.
    특별한 경우: 몇 번을 부르든 같은 시드에서는 같은 가중치가 나옵니다.
    """
    raise NotImplementedError


# %% task="build_model" lang="en"
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
# `model.parameters()`는 모델의 가중치와 편향을 텐서로 하나씩 꺼내 줍니다.
# 이름까지 함께 보려면 `model.named_parameters()`를 씁니다.
# 이 텐서들에 담긴 수가 훈련으로 바뀝니다. 수가 모두 261개인지 확인해 보세요.

# %% [markdown] lang="en"
# `model.parameters()` hands out the model's weights and biases, one tensor after the other.
# `model.named_parameters()` gives their names, too.
# Training changes these tensors. Count: do they hold 261 numbers in all?

# %% role="guess" lang="ko"
if ready("build_model"):
    for name, parameter in build_model(777).named_parameters():
        print(f"{name:9} {tuple(parameter.shape)!s:9} {parameter.numel():4}")
    print("모두", sum(parameter.numel() for parameter in build_model(777).parameters()))

# %% role="guess" lang="en"
if ready("build_model"):
    for name, parameter in build_model(777).named_parameters():
        print(f"{name:9} {tuple(parameter.shape)!s:9} {parameter.numel():4}")
    print("sum", sum(parameter.numel() for parameter in build_model(777).parameters()))

# %% [markdown] lang="ko"
# ## 3. 훈련
#
# 이번 비용(cost)은 이진 교차 엔트로피(binary cross-entropy)입니다.
# $$\text{cost} = -\frac{1}{n} \sum_{i=1}^{n}
# \left[\, y_i \ln o_i + (1 - y_i) \ln (1 - o_i) \,\right]$$
# 레이블이 1이고 출력이 0.8이면 비용은 $-\ln 0.8 = 0.223$입니다.
# 출력이 늘 0.5이면 비용은 $\ln 2 = 0.693$입니다.
#
# 역전파(backpropagation)는 파이토치의 `.backward()`가 대신해 줍니다.
#
# **예상해 보세요.** $w = 2$에서 $w^2$의 미분값은 4입니다.
# $w^2$을 구하고 `.backward()`를 부르는 일을 세 번 하면 `w.grad`는 어떻게 될까요?

# %% [markdown] lang="en"
# ## 3. Training
#
# The cost is now the binary cross-entropy:
# $$\text{cost} = -\frac{1}{n} \sum_{i=1}^{n}
# \left[\, y_i \ln o_i + (1 - y_i) \ln (1 - o_i) \,\right]$$
# For label 1, an output of 0.8 costs $-\ln 0.8 = 0.223$.
# If every output is 0.5, the cost is $\ln 2 = 0.693$.
#
# PyTorch does backpropagation for you: call `.backward()`.
#
# **Guess first.** At $w = 2$, the slope of $w^2$ is 4.
# Three times, you compute $w^2$ and call `.backward()` on it. What does `w.grad` hold in the end?

# %% role="guess" lang="ko"
guess = "?"  # 수

# %% role="guess" lang="en"
guess = "?"  # a number

# %% role="guess" lang="ko"
w = torch.tensor(2.0, requires_grad=True)
print("예상:", guess)
for i in range(3):
    (w**2).backward()
    print("호출", i + 1, "w.grad =", w.grad.item())

# %% role="guess" lang="en"
w = torch.tensor(2.0, requires_grad=True)
print("your guess:", guess)
for i in range(3):
    (w**2).backward()
    print("call", i + 1, "w.grad =", w.grad.item())

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 4가 아니라 12입니다. `.backward()`는 새로 구한 기울기를 `.grad`에 *더합니다*. 배치를 여럿으로 나누어 기울기를 모을 때는 편리하지만, 비우지 않으면 지난 단계의 기울기가 섞입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# 12, not 4: `.backward()` *adds* the new gradient to `.grad`. That is handy when gradients are collected over several batches. But if you don't clear them, the gradients of past steps mix in.
#
# </details>

# %% [markdown] lang="ko"
# 기울기(gradient)는 쌓이므로 단계마다 비워야 합니다.
# 앞서 훈련한 모델에는 지난 기울기가 남아 있을 수 있으니 첫 `.backward()` 전에도 비웁니다.
# `update`에서 한 일과 짝을 지으면 다음과 같습니다.
#
# | `update` | 파이토치 |
# |---|---|
# | 지금 가중치에서 구한 오차 | `nn.BCELoss()`에 출력과 `Y`를 넣음 |
# | 모든 기울기 | 비용의 `.backward()` |
# | 바꿀 가중치와 학습률 | `torch.optim.SGD`를 만들 때 한 번 |
# | 모든 가중치의 한 단계 | 그 옵티마이저(optimizer)의 `.step()` |
# | 새로 구한 기울기만 쓰기 | 옵티마이저의 `.zero_grad()` |
#
# 에포크(epoch) 0, 100, 200, …의 비용을 그 단계를 밟기 전에 기록합니다.
#
# SGD는 원래 표본을 몇 개씩 쓰는 확률적 경사 하강법을 뜻합니다.
# 책에서는 이름만 SGD입니다.
# 단계마다 네 행을 모두 쓰므로 전체 배치(full batch)입니다.

# %% [markdown] lang="en"
# Gradients add up, so every step has to start with fresh ones.
# A model that was trained before may still have old ones: clear them before the first `.backward()`, too.
# Here is what you did in `update`, and how PyTorch does it:
#
# | `update` | PyTorch |
# |---|---|
# | the error at the current weights | `nn.BCELoss()`, called with output and `Y` |
# | all gradients | `.backward()` of the cost |
# | the weights to change, and the learning rate | once, when you make a `torch.optim.SGD` |
# | one step on all weights | `.step()` of this optimizer |
# | new gradients only | `.zero_grad()` of the optimizer |
#
# Record the cost at epochs 0, 100, 200, …, each before that epoch's step.
#
# SGD, stochastic gradient descent, usually takes a few samples at a time.
# The chapter says SGD but uses all four rows in every step: full batch.


# %% task="train" lang="ko"
def train(model, X, Y, lr, epochs):
    """에포크마다 모든 행으로 모델을 훈련합니다. 받은 모델 자체가 바뀝니다.

    model   출력이 0과 1 사이인 nn.Module. 파라미터가 바뀝니다.
    X       입력, 모양 (n, n_in)인 float32 텐서
    Y       레이블, 모양 (n, n_out)인 float32 텐서
    lr      SGD의 학습률 η
    epochs  단계의 수: for epoch in range(epochs)

    반환값: 에포크 0, 100, 200, …의 비용(nn.BCELoss)이 담긴 리스트
    비용은 그 에포크의 단계를 밟기 전에 잽니다.
    예: 301에포크이면 에포크 0, 100, 200, 300의 비용 네 개입니다.
    특별한 경우: 300에포크이면 세 개, 0에포크이면 []이고 모델은 그대로입니다.
    """
    raise NotImplementedError


# %% task="train" lang="en"
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
# 소수점 아래 여섯 자리까지 같아야 합니다. 컴퓨터에 따라 마지막 자리가 1쯤 다를 수 있습니다.

# %% [markdown] lang="en"
# The chapter uses seed 777 and learning rate 1.
# Compare your four costs from 301 epochs with the chapter's first four lines.
# They should agree to six decimals; on some computers the last one may differ by 1.

# %% role="guess" lang="ko"
if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    costs = train(build_model(777), X, Y, 1.0, 301)
    printed = [0.6948983669281006, 0.693155825138092, 0.6931535601615906, 0.6931513547897339]
    print("에포크  내 비용   책")
    for i, value in enumerate(printed):
        print(f"{100 * i:6}  {float(costs[i]):.6f}  {value:.6f}")

# %% role="guess" lang="en"
if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    costs = train(build_model(777), X, Y, 1.0, 301)
    printed = [0.6948983669281006, 0.693155825138092, 0.6931535601615906, 0.6931513547897339]
    print("epoch  yours     chapter")
    for i, value in enumerate(printed):
        print(f"{100 * i:5}  {float(costs[i]):.6f}  {value:.6f}")

# %% [markdown] lang="ko"
# ### 멈추기와 계속하기
#
# 책의 비용 목록은 에포크 4200에서 끊깁니다.
# 끝까지 인쇄된 마지막 줄은 에포크 4100이고, 그 비용은 0.6929입니다.
# 4,000에포크가 넘도록 거의 $\ln 2$ 그대로인 셈입니다.
#
# **예상해 보세요.** 여러분이라면 여기서 멈출까요, 계속할까요?
# `"stop"`이나 `"go on"`을 적어 보세요.

# %% [markdown] lang="en"
# ### Stop or go on?
#
# The chapter's list of costs breaks off at epoch 4200.
# Its last complete line, epoch 4100, shows the cost 0.6929.
# That is still nearly $\ln 2$, after more than 4,000 epochs.
#
# **Guess first.** Would you stop here, or go on?
# Write `"stop"` or `"go on"`.

# %% role="guess" lang="ko"
guess = "?"  # "stop"(멈춘다) 또는 "go on"(계속한다)

# %% role="guess" lang="en"
guess = "?"  # "stop" or "go on"

# %% [markdown] lang="ko"
# 책처럼 모델을 10,001에포크 동안 훈련합니다. 5초쯤 걸립니다.
# 막대 옆의 비용이 어떻게 변하는지 지켜보세요.

# %% [markdown] lang="en"
# Train for 10,001 epochs, as the chapter does. This takes about five seconds.
# Watch the cost beside the bar.

# %% role="picture" lang="ko"
from assignments.xor import pictures

if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    model = build_model(777)
    training = pictures.watch_training(train, model, X, Y, 1.0, 10_001)
    print("예상:", guess)
    pictures.some_costs(training)

# %% role="picture" lang="en"
from assignments.xor import pictures

if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    model = build_model(777)
    training = pictures.watch_training(train, model, X, Y, 1.0, 10_001)
    print("your guess:", guess)
    pictures.some_costs(training)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 계속할 만했습니다. 비용은 에포크 5,000을 넘어서야 떨어집니다. 그 전의 평평한 곳은 최솟값이 아니라 **정체 구간**(plateau)입니다. 네 출력이 모두 0.5 근처이고, 네 행이 출력을 서로 반대쪽으로 당깁니다. 그래서 기울기가 아주 작지만 0은 아닙니다. 비용만 보고는 끝났는지 정체인지 알기 어렵습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# It was worth going on: the cost falls only after epoch 5,000. The flat stretch before that is not a minimum but a **plateau**. All outputs are near 0.5, and the four rows pull in opposite directions. So the gradient is tiny, yet not 0. From the cost alone it is hard to tell a plateau from the end of training.
#
# </details>

# %% [markdown] lang="ko"
# ## 4. 예측
#
# 비용이 급격히 떨어졌습니다.
# 책은 모델의 출력을 가설(hypothesis)이라고 부릅니다.
# 출력은 0과 1 사이의 수입니다. 5.3절에서는 이 수가 예측값이었습니다.
# 여기서는 0.5를 기준으로 정한 0이나 1이 예측값입니다.
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
# ## 4. Predictions
#
# The cost has dropped sharply after all.
# The chapter calls the model's output its hypothesis.
# In section 5.3 this number was the prediction.
# Here a threshold of 0.5 turns it into 0 or 1:
#
# | output | 0.2 | 0.5 | 0.7 |
# |---|---|---|---|
# | prediction | 0 | 0 | 1 |
#
# At exactly 0.5 the prediction is 0.
#
# Predictions need no gradient.
# Compute inside `torch.no_grad()`, or cut the gradient off with `.detach()`.


# %% task="predict" lang="ko"
def predict(model, X):
    """모델의 예측값: 출력이 0.5보다 크면 1, 아니면 0입니다.

    model  출력 하나가 0과 1 사이인 nn.Module
    X      입력, 모양 (n, n_in)인 float32 텐서

    반환값: 0과 1(또는 False와 True)이 담긴 모양 (n, 1)인 텐서, 기울기 추적 없음
    예: 출력이 [[0.2], [0.7]]이면 [[0.], [1.]]입니다.
    특별한 경우: 출력이 정확히 0.5이면 0입니다.
    """
    raise NotImplementedError


# %% task="predict" lang="en"
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
# ## 5. 정확도
#
# 정확도(accuracy)는 맞힌 비율입니다.
# 네 개 중 세 개를 맞히면 $\frac{3}{4} = 0.75$입니다.
#
# 비교할 때는 두 텐서의 모양이 같아야 합니다.
#
# **예상해 보세요.** 모양이 (4, 1)인 텐서와 (4,)인 텐서를 `==`로 비교합니다.
# 값을 몇 쌍이나 비교하게 될까요?

# %% [markdown] lang="en"
# ## 5. Accuracy
#
# The accuracy is the fraction of predictions that are right.
# Three out of four give $\frac{3}{4} = 0.75$.
#
# The two tensors must have the same shape when you compare them.
#
# **Guess first.** You compare a tensor of shape (4, 1) with one of shape (4,) using `==`.
# How many pairs of values are compared?

# %% role="guess" lang="ko"
guess = "?"  # 정수

# %% role="guess" lang="en"
guess = "?"  # a whole number

# %% role="guess" lang="ko"
column, row = torch.tensor([[0.0], [1.0], [1.0], [0.0]]), torch.tensor([0.0, 1.0, 1.0, 0.0])
print("예상:", guess, "|", end=" ")
print("결과:", (column == row).numel(), tuple((column == row).shape))

# %% role="guess" lang="en"
column, row = torch.tensor([[0.0], [1.0], [1.0], [0.0]]), torch.tensor([0.0, 1.0, 1.0, 0.0])
print("your guess:", guess, "|", end=" ")
print("result:", (column == row).numel(), tuple((column == row).shape))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 열과 행을 비교하면 파이토치는 둘을 (4, 4)로 늘려 16쌍을 비교합니다. 오류도 나지 않습니다. 이렇게 모양을 맞추어 늘리는 것을 브로드캐스팅(broadcasting)이라고 합니다. 모두 맞힌 예측이라도 16쌍으로 세면 절반만 맞은 것처럼 보입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# PyTorch stretches the column and the row to (4, 4) and compares 16 pairs, without an error. This stretching is called broadcasting. When all 16 pairs are counted, even perfect predictions look half wrong.
#
# </details>

# %% [markdown] lang="ko"
# 과제에서는 두 텐서의 모양이 같습니다.
#
# 책의 마지막 셀은 결과를 `accuracy`라는 변수에 담습니다.
# 여기서는 함수 이름이므로 변수에는 다른 이름을 쓰세요.

# %% [markdown] lang="en"
# In this task, both tensors have the same shape.
#
# The chapter's last cell stores its result in a variable `accuracy`.
# Here that is a function's name, so choose another one for variables.


# %% task="accuracy" lang="ko"
def accuracy(predicted, Y):
    """예측값 가운데 레이블과 같은 것의 비율입니다.

    predicted  0과 1이 담긴 모양 (n, 1)인 텐서
    Y          레이블, 모양이 같은 텐서

    반환값: 0과 1 사이의 수 하나
    예: predicted가 [[0.], [1.], [1.], [1.]], Y가 [[0.], [1.], [1.], [0.]]이면 0.75입니다.
    특별한 경우: 하나도 맞지 않으면 0.0, 모두 맞으면 1.0입니다.
    """
    raise NotImplementedError


# %% task="accuracy" lang="en"
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
# 훈련이 끝난 모델의 출력, 예측값, 레이블을 나란히 놓고 보세요.

# %% [markdown] lang="en"
# Look at the trained model's outputs beside its predictions and the labels.

# %% role="guess" lang="ko"
if ready("truth_table", "build_model", "train", "predict", "accuracy"):
    predicted = predict(model, X)
    print("입력        출력     예측값  레이블")
    for i, answer in enumerate(np.ravel(predicted)):
        print(X[i].tolist(), f" {model(X)[i].item():.5f}  {answer:g}       {Y[i].item():g}")
    print("정확도", float(accuracy(predicted, Y)))

# %% role="guess" lang="en"
if ready("truth_table", "build_model", "train", "predict", "accuracy"):
    predicted = predict(model, X)
    print("input       output   predicted  label")
    for i, answer in enumerate(np.ravel(predicted)):
        print(X[i].tolist(), f" {model(X)[i].item():.5f}  {answer:g}       {Y[i].item():g}")
    print("accuracy", float(accuracy(predicted, Y)))

# %% [markdown] lang="ko"
# ## 마무리 그림: 정체 구간과 그 끝
#
# 앞에서 한 훈련을 그대로 그림으로 봅니다. 다시 훈련하지 않습니다.
# 아래 그림의 검은 선에서 출력이 0.5입니다.

# %% [markdown] lang="en"
# ## Closing picture: the plateau and its end
#
# This picture shows the training that you have watched; nothing is trained again.
# On the black lines below, the output is 0.5.

# %% role="picture"
if ready("truth_table", "build_model", "train"):
    pictures.plateau(training, X, Y)

# %% [markdown] lang="ko"
# 비용은 오래 정체 구간(plateau)에 머물다가 약 300에포크 만에 떨어집니다.
# B까지는 어느 점에서나 출력이 0.5에 가깝습니다.
# C에서 한 꼭짓점이 먼저 떨어져 나가고, D에서는 네 점의 출력이 모두 맞습니다.
#
# 슬라이더로 에포크를 옮겨 보세요. 정체 구간의 끝에서 무슨 일이 일어납니까?

# %% [markdown] lang="en"
# The cost stays on a long plateau, then falls within some 300 epochs.
# Up to B the output is close to 0.5 everywhere.
# At C one corner breaks away, and at D all four points are right.
#
# Move through the epochs with the slider. What happens at the end of the plateau?

# %% role="picture"
if ready("truth_table", "build_model", "train"):
    pictures.watch_surface(training, X, Y)

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (100점과 별도로 3점)
#
# 네 행에서 정확도가 1.0입니다.
# 이것을 일반화(generalisation)라고 부를 수 있을까요?
# 그렇게 생각하는 까닭과, 더 큰 문제라면 무엇이 필요한지 적어 보세요.

# %% [markdown] role="written" lang="en"
# ## Written question (3 points on top of the 100)
#
# On these four rows the accuracy is 1.0.
# Can you call that generalisation?
# Give your reasons, and say what a larger problem would need.

# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 시드 2에서는 10,001에포크 뒤에도 비용이 0.6931입니다.
# `epochs`를 `15_001`로 바꾸어 훈련해 보세요. 어떻게 될까요? 8초쯤 걸립니다.
# 그다음에는 `seed`를 777, `epochs`를 `10_001`, `rate`를 0.1로 바꾸어 보세요. 0.1은 책이 앞에서 쓴 학습률입니다.

# %% [markdown] lang="en"
# ## Going further (not graded)
#
# With seed 2, the cost is still 0.6931 after 10,001 epochs.
# Set `epochs` to `15_001` and train. What happens? This takes about eight seconds.
# Then set `seed` to 777, `epochs` to `10_001` and `rate` to 0.1, the chapter's earlier learning rate. What happens now?

# %% role="further"
seed, rate, epochs = 2, 1.0, 1_001

if ready("truth_table", "build_model", "train"):
    X, Y = truth_table()
    longer = pictures.watch_training(train, build_model(seed), X, Y, rate, epochs)
    pictures.some_costs(longer)

# %% [markdown] lang="ko"
# <details><summary>답 펼치기</summary>
#
# 시드 2는 에포크 12,000을 지나서야 정체 구간을 벗어나고, 15,000에서는 비용이 0.001보다 작습니다. 처음 가중치에 따라 정체 구간의 길이가 크게 달라집니다.
#
# 학습률 0.1에서는 시드 777도 10,001에포크 동안 0.6931에 머뭅니다. 한 단계에 움직이는 거리가 10분의 1이므로 같은 거리를 가는 데 10배쯤 걸립니다. 정체 구간이 생기는 까닭은 두 가지입니다. 네 행이 출력을 서로 반대쪽으로 당깁니다. 그리고 시그모이드 층이 이어져 기울기 소실이 생깁니다. 요즘에는 은닉층에 ReLU를 쓰거나 옵티마이저를 바꾸어 정체를 줄입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show an answer</summary>
#
# Seed 2 leaves the plateau only after epoch 12,000; at 15,000 its cost is below 0.001. How long the plateau lasts depends strongly on the starting weights.
#
# With learning rate 0.1, seed 777 also stays at 0.6931 for 10,001 epochs. With steps a tenth as long, the same distance takes about ten times as many steps. One cause of the plateau is that the four rows pull in opposite directions. Another is the vanishing gradient in a chain of sigmoid layers. Today one would use ReLU in the hidden layers, or another optimizer.
#
# </details>

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - 책 5.4절: XOR 신경망의 코드와 비용 목록
# - PyTorch 문서: [`nn.BCELoss`](https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html), [`torch.optim`](https://docs.pytorch.org/docs/stable/optim.html), [재현성](https://docs.pytorch.org/docs/stable/notes/randomness.html)
# - NumPy 문서: [브로드캐스팅](https://numpy.org/doc/stable/user/basics.broadcasting.html). 파이토치도 같은 규칙을 따릅니다.
# - 한 걸음 더: [파이토치 기본 익히기](https://tutorials.pytorch.kr/beginner/basics/intro.html). 더 큰 데이터로 같은 일을 합니다(한국어).

# %% [markdown] lang="en"
# ## Further reading
#
# - The book, section 5.4: the code of the XOR network, and its list of costs.
# - PyTorch: [`nn.BCELoss`](https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html), [`torch.optim`](https://docs.pytorch.org/docs/stable/optim.html), [reproducibility](https://docs.pytorch.org/docs/stable/notes/randomness.html).
# - NumPy: [broadcasting](https://numpy.org/doc/stable/user/basics.broadcasting.html); PyTorch follows the same rules.
# - One step further: [Learn the Basics](https://docs.pytorch.org/tutorials/beginner/basics/intro.html), the same steps on a larger data set.
