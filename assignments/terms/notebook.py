# %% [markdown] lang="ko"
# # 머신러닝의 용어
#
# 5.1절 · 약 25분 · 과제 6개, 100점
#
# "정확도(accuracy)가 99%인 모델을 만들었습니다." 누가 이렇게 말하면 먼저 물어보세요. **어느 데이터에서 잰 값입니까?**
#
# 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 훈련으로 찾는 값과 사람이 정하는 값 구별하기
# - 데이터를 세 부분으로 나누기
# - 한 데이터로 모델을 고르고, 다른 데이터로 평가하기
# - 손실 곡선을 보고 훈련을 멈출 때 정하기
#
# 셀은 위에서부터 차례로 실행하세요. 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 씁니다.
# %% [markdown] lang="en"
# # Terms of machine learning
#
# Section 5.1 · about 25 minutes · 6 tasks, 100 points
#
# "My model is right in 99 % of all cases." When someone says so, ask first: **on which data?**
#
# After this notebook you can
#
# - tell what training finds from what you set,
# - split data into three parts,
# - choose a model by one part and judge it by another,
# - read from a loss curve when to stop training.
#
# Run the cells from top to bottom. In a task cell, replace `raise NotImplementedError` by your code.
# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready, say

# %% [markdown] lang="ko"
# ## 1. 파라미터와 하이퍼파라미터
#
# 점들에 직선 $y = wx + b$를 맞춘다고 합시다. 훈련하면 $w = 2$, $b = 1$ 같은 값이 나옵니다. 이렇게 훈련으로 찾는 값이 **파라미터**(parameter)입니다.
#
# 곡선이 아니라 직선을 쓰기로 한 것은 사람입니다. 식의 차수 1처럼 사람이 미리 정하는 값도 있습니다. 이런 값이 **하이퍼파라미터**(hyperparameter)입니다.
#
# 아래 열 가지를 두 종류로 나누어 보겠습니다.
# %% [markdown] lang="en"
# ## 1. Parameters and hyperparameters
#
# Say you fit a line $y = wx + b$ to some points. Training finds values such as $w = 2$ and $b = 1$. A value that training finds is a **parameter**.
#
# That it is a line and no parabola was your decision. A value that you set beforehand, here the degree 1, is a **hyperparameter**.
#
# Here are ten names to sort.
# %% role="given"
names = [
    "learning rate",
    "weight",
    "number of epochs",
    "bias",
    "batch size",
    "number of hidden layers",
    "weights of the output layer",
    "neurons per hidden layer",
    "dropout rate",
    "patience",
]


# %% [markdown] lang="ko"
# | 문자열 | 뜻 |
# |---|---|
# | `"learning rate"` | 학습률: 한 걸음의 크기 |
# | `"weight"` | 가중치: 입력에 곱하는 수 |
# | `"number of epochs"` | 에포크 수: 데이터를 되풀이해 쓰는 횟수 |
# | `"bias"` | 편향: 더하는 상수 |
# | `"batch size"` | 배치 크기 |
# | `"number of hidden layers"` | 은닉층의 수 |
# | `"weights of the output layer"` | 출력층의 가중치 |
# | `"neurons per hidden layer"` | 은닉층마다 둘 뉴런의 수 |
# | `"dropout rate"` | 훈련 중에 끌 뉴런의 비율 |
# | `"patience"` | 나아지기를 기다릴 에포크 수 |
#
# 하나씩 따져 보세요. 훈련으로 찾습니까, 사람이 정합니까?
# %% [markdown] lang="en"
# | string | meaning |
# |---|---|
# | `"learning rate"` | size of a training step |
# | `"weight"` | factor of an input |
# | `"number of epochs"` | how often training passes over the data |
# | `"bias"` | constant that is added |
# | `"batch size"` | examples per step |
# | `"number of hidden layers"` | layers between input and output |
# | `"weights of the output layer"` | factors in the last layer |
# | `"neurons per hidden layer"` | width of those layers |
# | `"dropout rate"` | share of neurons switched off in training |
# | `"patience"` | epochs to wait for an improvement |
#
# Ask of each one: does training find it, or do you set it?
# %% task="parameter_kind"
def parameter_kind(name):
    """Does training find the value, or does the user set it? (5.1)

    name  one of the ten strings in `names`

    Returns the string "parameter" or the string "hyperparameter".

    Example: the degree of the fitted curve would be a "hyperparameter".
    """
    raise NotImplementedError


# %% check="parameter_kind"
check("parameter_kind")
# %% [markdown] lang="ko"
# ## 2. 학습의 세 종류
#
# 배우면서 무엇을 받느냐에 따라 학습을 셋으로 나눕니다.
#
# - **지도 학습**(supervised learning): 문제마다 정답, 곧 레이블(label)을 받습니다.
# - **비지도 학습**(unsupervised learning): 정답 없이 데이터만 받습니다.
# - **강화 학습**(reinforcement learning): 행동한 뒤에 보상을 받습니다.
#
# 사진마다 '개', '고양이'라고 적혀 있으면 지도 학습입니다. 적힌 것이 없으면 비슷한 사진끼리 묶을 수만 있습니다. 이것은 비지도 학습입니다.
# %% [markdown] lang="en"
# ## 2. Three kinds of learning
#
# What does the learner receive? By the answer we tell three kinds apart.
#
# - **Supervised learning**: an answer for every example, its *label*.
# - **Unsupervised learning**: the data alone.
# - **Reinforcement learning**: a reward after each action.
#
# Photos that are marked "dog" or "cat" allow supervised learning. Without the marks you can only group photos that look alike. That is unsupervised learning.
# %% role="given"
examples = [
    "spam filter from labelled mails",
    "grouping customers without labels",
    "learning to play a game for points",
    "house price from past sales",
    "reducing 100 features to 2",
    "XOR from its truth table",
    "finding topics in unlabelled news",
    "a robot rewarded for walking",
    "handwritten digits with their labels",
]


# %% [markdown] lang="ko"
# 위 목록의 뜻을 차례대로 적으면 다음과 같습니다.
#
# 1. 스팸인지 표시된 메일로 만드는 스팸 필터
# 2. 레이블 없이 고객을 묶기
# 3. 점수를 얻으려고 게임 배우기
# 4. 지난 거래 기록으로 집값 맞히기
# 5. 특성 100개를 2개로 줄이기
# 6. 진리표로 XOR 배우기
# 7. 레이블 없는 뉴스에서 주제 찾기
# 8. 걸으면 보상을 받는 로봇
# 9. 레이블이 붙은 손 글씨 숫자
#
# '레이블'이라는 말이 없어도 정답이 들어 있을 수 있습니다. 데이터에 무엇이 적혀 있는지 생각해 보세요.
# %% [markdown] lang="en"
# Nine examples, and again one question for each: answers, nothing, or rewards?
#
# Labels can be there although the word is not. A record of a past sale, for instance, holds the house's area, its age and its price. Is one of these what you want to predict?
# %% task="learning_kind"
def learning_kind(example):
    """What does the learner receive: answers, nothing, or rewards? (5.1)

    example  one of the nine strings in `examples`

    Returns the string "supervised", "unsupervised" or "reinforcement".

    Example: photos marked "dog" or "cat" would be "supervised".
    """
    raise NotImplementedError


# %% check="learning_kind"
check("learning_kind")
# %% [markdown] lang="ko"
# ## 3. 데이터 나누기
#
# 문제를 미리 본 시험의 점수는 믿을 수 없습니다. 모델도 마찬가지여서 데이터를 셋으로 나눕니다.
#
# | 데이터 | 하는 일 |
# |---|---|
# | 훈련 데이터(training data) | 파라미터를 찾습니다 |
# | 검증 데이터(validation data) | 하이퍼파라미터와 모델을 고릅니다 |
# | 테스트 데이터(test data) | 마지막에 한 번 평가합니다 |
#
# 데이터가 순서대로 모여 있을 수 있으므로 번호를 섞습니다. 난수의 출발점을 **시드**(seed)라고 합니다. 아래 셀은 시드 7로 번호 열 개를 섞습니다.
# %% [markdown] lang="en"
# ## 3. Splitting the data
#
# A mark means little if the pupil saw the exam beforehand. The same holds for a model, so the data is cut in three.
#
# | data | purpose |
# |---|---|
# | training data | finds the parameters |
# | validation data | chooses hyperparameters and models |
# | test data | judges once, at the end |
#
# Data often comes in some order, so the indices are shuffled first. The *seed* is where the random numbers start. The next cell shuffles ten indices with seed 7.
# %% role="given"
rng = np.random.default_rng(7)
deck = rng.permutation(10)
print(deck)
# %% [markdown] lang="ko"
# 카드 한 벌을 섞은 것과 같습니다. 앞의 두 장은 검증, 다음 세 장은 테스트, 나머지 다섯 장은 훈련에 쓸 수 있습니다.
#
# **예상해 보세요.** 같은 시드로 두 번 나누면 같은 부분이 나올까요? `"?"` 대신 `"yes"`나 `"no"`를 써넣으세요.
# %% [markdown] lang="en"
# Think of it as a shuffled deck of cards. Two cards could go to validation, the next three to test, the other five to training.
#
# **Guess first.** You split twice with the same seed. Do you get the same parts? Write `"yes"` or `"no"` in place of the dots.
# %% role="guess"
guess = "?"


# %% [markdown] lang="ko"
# 검증 데이터의 비율이 $v$이면 개수는 $n \cdot v$를 반올림한 값입니다. $n = 10$, $v = 0.2$이면 두 개입니다. 테스트 데이터도 이렇게 세고, 나머지는 모두 훈련 데이터입니다.
#
# 세 번 따로 뽑으면 한 번호가 두 부분에 들어갈 수 있습니다. 그러니 **한 번 섞은 다음 자르세요**.
# %% [markdown] lang="en"
# Let a fraction $v$ of $n$ examples be validation data. Their number is $n \cdot v$, rounded. With $n = 10$ and $v = 0.2$ that is two. Test data is counted alike, and training gets all the others.
#
# Three separate draws can put one index into two parts. So **shuffle once, then cut**.
# %% task="split"
def split(n, validation, test, seed):
    """Shuffle the indices 0 … n-1 once and cut them into three parts. (5.1)

    n           number of examples
    validation  fraction of them for validation, say 0.2
    test        fraction of them for the test
    seed        an integer: where the random numbers start

    Returns (training, validation, test), three arrays of integer indices.
    Each index is in exactly one of them. Validation has round(n * validation)
    indices, test has round(n * test), training has all the others.
    The same seed gives the same parts; another seed gives other parts.

    Example: split(10, 0.2, 0.3, 7) has parts of 5, 2 and 3 indices.
    """
    raise NotImplementedError


# %% check="split"
check("split")
# %% role="guess"
if ready("split"):
    once = split(40, 0.2, 0.2, seed=1)
    again = split(40, 0.2, 0.2, seed=1)
    same = all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="결과:", en="The result:"), "yes" if same else "no")
# %% [markdown] lang="ko"
# ## 4. 모델 고르기
#
# 네 모델을 같은 훈련 데이터로 훈련했습니다. 그리고 검증 데이터와 테스트 데이터에서 오차(error)를 쟀습니다.
#
# | 모델 | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | 검증 오차 | 0.21 | 0.13 | 0.16 | 0.19 |
# | 테스트 오차 | 0.20 | 0.17 | 0.15 | 0.18 |
#
# **예상해 보세요.** 몇 번 모델을 골라야 할까요? 번호는 0부터 셉니다.
# %% [markdown] lang="en"
# ## 4. Choosing a model
#
# Four models were trained on the same training data. Then their errors were measured on validation and on test data.
#
# | model | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | validation error | 0.21 | 0.13 | 0.16 | 0.19 |
# | test error | 0.20 | 0.17 | 0.15 | 0.18 |
#
# **Guess first.** Which model should you choose? Indices count from 0.
# %% role="guess"
guess = "?"


# %% [markdown] lang="ko"
# 테스트 오차로 고르면 시험 문제를 미리 보고 고르는 셈입니다. 그 오차는 더 이상 새 데이터의 오차가 아닙니다.
#
# 그래서 일을 나눕니다. **고르는 일은 검증 오차로** 합니다. 고른 모델 하나만 테스트 데이터로 재고, 그 값을 보고합니다.
# %% [markdown] lang="en"
# Choosing by the test error is like choosing after a look at the exam. That error no longer belongs to new data.
#
# So the work is shared. The **validation error chooses**. The test error is read for the chosen model alone, and that is the number you report.
# %% task="select"
def select(validation_errors, test_errors):
    """Choose one model and say how good it is. (5.1)

    validation_errors  a list with one error for each model
    test_errors        a list of the same length

    Returns (index, error): the index of the chosen model and the error to report.
    If several models share the lowest value, the first of them is chosen.

    Example: select([0.4, 0.1, 0.1], [0.3, 0.2, 0.0]) is (1, 0.2).
    """
    raise NotImplementedError


# %% check="select"
check("select")
# %% role="guess"
if ready("select"):
    chosen = select([0.21, 0.13, 0.16, 0.19], [0.20, 0.17, 0.15, 0.18])
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="결과(번호, 오차):", en="The result (index, error):"), chosen)
# %% [markdown] lang="ko"
# ## 5. 과적합과 과소적합
#
# 훈련 데이터를 한 번 다 쓰는 것이 한 **에포크**(epoch)입니다. 에포크가 쌓이면 훈련 데이터의 **손실**(loss)은 계속 내려갑니다. 그러나 좋은 모델은 처음 보는 데이터도 맞힙니다. 이것이 **일반화**(generalisation)입니다.
#
# - **과적합**(overfitting): 훈련 데이터에만 잘 맞습니다.
# - **과소적합**(underfitting): 훈련 데이터에도 아직 잘 맞지 않습니다. 책은 이름만 소개합니다.
#
# 다음은 열다섯 에포크 동안 잰 손실입니다.
# %% [markdown] lang="en"
# ## 5. Overfitting and underfitting
#
# One pass over the training data is an *epoch*. Epoch by epoch, the loss on the training data falls. A good model is also right on data it has never seen: it **generalises**.
#
# - **Overfitting**: the model fits the training data only.
# - **Underfitting**: it does not even fit the training data yet. The chapter names this without a definition.
#
# Here are the losses of fifteen epochs.
# %% role="given"
training_loss = [0.62, 0.47, 0.37, 0.30, 0.25, 0.205, 0.17, 0.142]  # epochs 0 … 7
training_loss += [0.12, 0.10, 0.085, 0.072, 0.06, 0.051, 0.044]  # epochs 8 … 14
validation_loss = [0.64, 0.50, 0.42, 0.36, 0.37, 0.30, 0.31, 0.325]
validation_loss += [0.32, 0.34, 0.36, 0.375, 0.40, 0.42, 0.445]
# %% [markdown] lang="ko"
# **예상해 보세요.** 목록을 훑어보세요. 어느 에포크 뒤로 과적합이 시작됩니까? 에포크도 0부터 셉니다.
# %% [markdown] lang="en"
# **Guess first.** Look along the lists. After which epoch does the model overfit? Epochs count from 0, too.
# %% role="guess"
guess = "?"


# %% [markdown] lang="ko"
# 책의 그림도 에포크 5 뒤로 오차가 커집니다. 다만 그림은 *테스트* 오차를 그렸고, 본문은 검증 데이터를 말합니다. 멈출 때를 정하는 것도 고르는 일입니다. 그래서 여기서는 검증 손실을 봅니다.
#
# 손실이 가장 낮은 에포크를 찾으세요. 그 뒤의 손실은 모두 더 높습니다. 마지막 에포크가 가장 낮으면 아직 과적합이 보이지 않습니다. 이때의 답은 `None`입니다.
# %% [markdown] lang="en"
# In the chapter's figure the error rises after epoch 5 as well. The figure draws the *test* error, though the text speaks of validation data. When to stop is a choice too, so here the validation loss decides.
#
# Find the epoch with the lowest loss. Every later loss is higher than it. If the last epoch is the lowest, no overfitting is visible yet. The answer is then `None`.
# %% task="overfitting_epoch"
def overfitting_epoch(validation_loss):
    """The epoch after which the model overfits. (5.1)

    validation_loss  a list: the loss after epoch 0, 1, 2, …
                     The lowest value occurs once.

    Returns the epoch with the lowest loss as an integer,
    or None if the lowest loss is that of the last epoch.

    Examples: overfitting_epoch([0.9, 0.5, 0.4, 0.6]) is 2;
    overfitting_epoch([0.9, 0.5, 0.4]) is None.
    """
    raise NotImplementedError


# %% check="overfitting_epoch"
check("overfitting_epoch")
# %% role="guess"
if ready("overfitting_epoch"):
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="결과:", en="The result:"), overfitting_epoch(validation_loss))
# %% [markdown] lang="ko"
# ## 6. 조기 종료
#
# 훈련하는 동안에는 곡선의 뒷부분을 모릅니다. 그래서 미리 규칙을 정합니다.
#
# > 손실의 새 최솟값 없이 $p$ 에포크가 이어지면 멈춥니다.
#
# 이 규칙이 **조기 종료**(early stopping)입니다. 기다리는 에포크 수 $p$는 **인내 횟수**(patience)입니다. 코드에서는 `patience`로 씁니다.
#
# **예상해 보세요.** 위의 `validation_loss`를 다시 보세요. `patience`가 1이면 어느 에포크에서 멈출까요?
# %% [markdown] lang="en"
# ## 6. Early stopping
#
# While you train, you don't know the rest of the curve. So you fix a rule beforehand.
#
# > Stop when $p$ epochs in a row have brought no new lowest loss.
#
# This is **early stopping**. The number $p$ of epochs to wait is the *patience*, in code `patience`.
#
# **Guess first.** With a patience of 1, at which epoch of `validation_loss` above does training stop?
# %% role="guess"
guess = "?"


# %% [markdown] lang="ko"
# 에포크마다, 새 최솟값이 나온 뒤로 몇 에포크가 지났는지 셉니다.
#
# | 에포크 | 손실 | 지금까지 최솟값 | 지난 에포크 |
# |---|---|---|---|
# | 3 | 0.36 | 0.36 | 0 |
# | 4 | 0.37 | 0.36 | 1 |
# | 5 | 0.30 | 0.30 | 0 |
# | 6 | 0.31 | | |
# | 7 | 0.325 | | |
#
# 표를 마저 채운 뒤에 코드를 쓰세요. 마지막 열이 처음으로 `patience`가 되는 에포크에서 멈춥니다. 답은 **멈춘 에포크**이고, 가장 좋았던 에포크가 아닙니다. 최솟값과 같은 손실은 새 최솟값이 아닙니다.
# %% [markdown] lang="en"
# For every epoch, count the epochs since the last new minimum.
#
# | epoch | loss | lowest so far | epochs since |
# |---|---|---|---|
# | 3 | 0.36 | 0.36 | 0 |
# | 4 | 0.37 | 0.36 | 1 |
# | 5 | 0.30 | 0.30 | 0 |
# | 6 | 0.31 | | |
# | 7 | 0.325 | | |
#
# Fill in the rest before you write code. Training stops where the last column first reaches the patience. The answer is the epoch of the **stop**, not the best epoch. A loss that only equals the lowest is no new minimum.
# %% task="early_stop"
def early_stop(validation_loss, patience):
    """The epoch at which early stopping ends the training. (5.1)

    validation_loss  a list: the loss after epoch 0, 1, 2, …
    patience         an integer >= 1: epochs in a row without a new minimum

    Returns the first epoch at which `patience` epochs in a row have brought no
    loss lower than all before, or the last epoch if that never happens.

    Examples: early_stop([0.9, 0.5, 0.7, 0.5, 0.8], 2) is 3;
    early_stop([0.9, 0.5, 0.7], 2) is 2, the last epoch.
    """
    raise NotImplementedError


# %% check="early_stop"
check("early_stop")
# %% role="guess"
if ready("early_stop"):
    print(say(ko="예상:", en="Your guess:"), guess)
    print(say(ko="결과:", en="The result:"), early_stop(validation_loss, 1))
# %% [markdown] lang="ko"
# ## 그림으로 보기
#
# 이제 내 함수로 그림을 그립니다. 위에는 번호 40개가 시드마다 어떻게 나뉘는지 나옵니다. 아래에는 두 손실과 훈련이 멈추는 에포크가 나옵니다.
#
# 인내 횟수가 1일 때 멈춘 곳과 가장 낮은 곳을 비교해 보세요.
# %% [markdown] lang="en"
# ## The picture
#
# Now your functions draw. Above, you see how 40 indices are split with three seeds. Below are both losses, and the epochs at which training stops.
#
# Compare the stop with a patience of 1 with the lowest point.
# %% role="picture"
import matplotlib.pyplot as plt

from autograder.selfcheck import pictures

if ready("split", "overfitting_epoch", "early_stop"):
    pictures.style()
    figure, (above, below) = plt.subplots(2, 1, figsize=(7.2, 5.0), height_ratios=[1, 2.6])

    looks = [("s", "#bbbbbb"), ("o", pictures.BLUE), ("^", pictures.VERMILION)]
    for row, seed in enumerate([1, 2, 3]):
        for part, (marker, fill) in zip(split(40, 0.2, 0.2, seed), looks, strict=True):
            above.plot(part, [row] * len(part), marker, mfc=fill, mec="black", mew=0.5)
    seed_label = say(ko="시드", en="seed", picture=True)
    above.set_yticks([0, 1, 2], [f"{seed_label} {seed}" for seed in (1, 2, 3)])
    above.set(ylim=(2.6, -0.6), xlim=(-1, 40))
    above.set_xlabel(say(ko="데이터의 번호", en="index of the example", picture=True))
    parts = [
        say(ko="훈련", en="training", picture=True),
        say(ko="검증", en="validation", picture=True),
        say(ko="테스트", en="test", picture=True),
    ]
    above.legend(above.lines[:3], parts, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1))

    best = overfitting_epoch(validation_loss)
    last = len(validation_loss) - 1
    below.axvspan(best, last, color=pictures.VERMILION, alpha=0.1, lw=0)
    below.plot(training_loss, "--o", ms=4, color=pictures.GREY)
    below.plot(validation_loss, "-o", ms=5, lw=2, color=pictures.BLUE)
    for patience in (20, 3, 2, 1):
        stop = early_stop(validation_loss, patience)
        loss = validation_loss[stop]
        below.plot(stop, loss, "o", ms=17, mfc="white", mec="black")
        below.annotate(str(patience), (stop, loss), ha="center", va="center_baseline")
    arrow = {"arrowstyle": "->", "shrinkB": 5}
    lowest = (best, validation_loss[best])
    below.annotate(f"overfitting_epoch = {best}", lowest, (0.4, 0.1), arrowprops=arrow)
    higher = say(ko="이 뒤의 손실은 모두 더 높음", en="later losses are all higher", picture=True)
    below.text(last - 0.2, 0.18, higher, ha="right")
    below.set(ylim=(0, 0.72), xlim=(-0.4, last + 0.5))
    below.set_xlabel(say(ko="에포크 (0부터 셈)", en="epoch (counted from 0)", picture=True))
    below.set_ylabel(say(ko="손실", en="loss", picture=True))
    curves = [
        say(ko="훈련 손실", en="training loss", picture=True),
        say(ko="검증 손실", en="validation loss", picture=True),
        say(ko="조기 종료 (수: 인내 횟수)", en="early stop (number: patience)", picture=True),
    ]
    below.legend(below.lines[:3], curves, loc="upper center", markerscale=0.7)
    plt.show()
# %% [markdown] lang="ko"
# *그림 설명.* 위: 사각형은 훈련, 원은 검증, 삼각형은 테스트 데이터입니다. 아래: 점선은 훈련 손실, 실선은 검증 손실이고, 원 안의 수는 인내 횟수입니다.
#
# 인내 횟수 1은 에포크 4의 헛경보에 멈춥니다. 그래서 에포크 5의 최솟값을 놓칩니다.
# %% [markdown] lang="en"
# *About the picture.* Above: squares are training data, circles validation data, triangles test data. Below: the training loss is dashed, the validation loss solid. A circle's number is its patience.
#
# A patience of 1 stops at the false alarm of epoch 4. It misses the lowest loss, at epoch 5.
# %% [markdown] role="written" lang="ko"
# ## 글로 답하기
#
# 모델 50개 가운데 테스트 오차가 가장 낮은 것을 골랐습니다. 그 오차를 모델의 실력이라고 보고했습니다.
#
# 이 모델은 왜 실제보다 좋아 보일까요? 어떻게 해야 했을까요? 서너 문장으로 쓰세요.
# %% [markdown] role="written" lang="en"
# ## In your own words
#
# Of 50 models, someone chooses the one with the lowest test error. They report that test error as the model's quality.
#
# Why does this model look better than it is? What should they have done? Write three or four sentences.
# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 실제 손실은 더 심하게 흔들립니다. 잡음이 섞인 곡선 200개에서 조기 종료를 해 봅니다.
# %% [markdown] lang="en"
# ## Going further (ungraded)
#
# Real losses shake more. The next cell stops early on 200 noisy curves.
# %% role="further"
noise = 0.02

if ready("early_stop"):
    rng = np.random.default_rng(5)
    epochs = np.arange(60)
    smooth = 0.3 + 0.35 * np.exp(-epochs / 8) + 0.00012 * epochs**2
    curves = (smooth + noise * rng.standard_normal((200, 60))).tolist()
    print(
        say(
            ko="인내 횟수 | 멈춘 에포크 | 남긴 모델의 손실",
            en="patience | stop | loss of the model kept",
        )
    )
    for patience in (1, 2, 3, 5, 8, 13, 21):
        stops = [early_stop(curve, patience) for curve in curves]
        kept = [np.argmin(curve[: stop + 1]) for curve, stop in zip(curves, stops, strict=True)]
        print(f"{patience:8d} | {np.mean(stops):5.1f} | {np.mean(smooth[kept]):.4f}")
# %% [markdown] lang="ko"
# 두 값은 평균입니다. 멈출 때까지 검증 손실이 가장 낮았던 모델을 남긴다고 했습니다. 마지막 열은 그 모델의 잡음 없는 손실입니다.
#
# 어떤 인내 횟수가 좋을까요? `noise`를 0.005나 0.05로 바꾸면 답도 바뀝니까?
# %% [markdown] lang="en"
# Both numbers are means. Up to the stop, the model with the lowest validation loss is kept. The last column is that model's loss without the noise.
#
# Which patience would you take? Does your answer change when you set `noise` to 0.005 or to 0.05?
