# %% [markdown] lang="ko"
# # 머신러닝의 용어
#
# 5.1절 · 약 25분 · 과제 6개, 100점
#
# "정확도(accuracy)가 99%인 모델을 만들었습니다." 누가 이렇게 말하면 먼저 물어보세요. **어느 데이터에서 잰 값입니까?**
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 훈련으로 찾는 값과 사람이 정하는 값 구별하기
# - 데이터를 세 부분으로 나누기
# - 한 데이터로 모델을 고르고, 다른 데이터로 평가하기
# - 손실 곡선을 보고 훈련을 언제 멈출지 정하기
#
# 셀은 위에서부터 차례로 실행하세요. 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요. 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
#
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다. 결과를 본 뒤에 '해설 펼치기'를 눌러 보세요.

# %% [markdown] lang="en"
# # Terms of machine learning
#
# Section 5.1 · about 25 minutes · 6 tasks, 100 points
#
# "My model is 99% accurate." When someone says so, ask first: **on which data?**
#
# **Aim.** After this notebook you can
#
# - tell what training finds from what you set,
# - split data into three parts,
# - choose a model on one part and judge it on another,
# - read from a loss curve when to stop training.
#
# Run the cells from top to bottom. In a task cell, replace `raise NotImplementedError` with your code. The `check` cell below it checks your function.
#
# In a `guess` cell, replace `"?"` with your guess. Guesses are not graded. Once you have seen the result, open the explanation below it.

# %% role="setup"
import numpy as np

from autograder.selfcheck import check, ready

# %% [markdown] lang="ko"
# ## 1. 파라미터와 하이퍼파라미터
#
# 점들에 직선 $y = wx + b$를 맞춘다고 합시다. 훈련하면 $w = 2$, $b = 1$ 같은 값이 나옵니다. 이렇게 훈련으로 찾는 값이 **파라미터**(parameter)입니다.
#
# 포물선이 아니라 직선을 쓰기로 한 것은 사람입니다. 식의 차수 1처럼 사람이 미리 정하는 값을 **하이퍼파라미터**(hyperparameter)라고 합니다.
#
# 아래 열 가지를 두 종류로 나누어 보겠습니다.

# %% [markdown] lang="en"
# ## 1. Parameters and hyperparameters
#
# Say you fit a line $y = wx + b$ to some points. Training finds values such as $w = 2$ and $b = 1$. A value that training finds is a **parameter**.
#
# You decided to fit a line rather than a parabola. A value that you set beforehand, here the degree 1, is a **hyperparameter**.
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
# | `"learning rate"` | 학습률: 가중치를 한 번 고칠 때 얼마나 움직일지 정하는 수 |
# | `"weight"` | 가중치: 입력에 곱하는 수 |
# | `"number of epochs"` | 에포크 수: 데이터를 되풀이해 쓰는 횟수 |
# | `"bias"` | 편향: 더하는 상수 |
# | `"batch size"` | 배치 크기: 가중치를 한 번 고칠 때 쓰는 데이터의 수 |
# | `"number of hidden layers"` | 은닉층의 수 |
# | `"weights of the output layer"` | 출력층의 가중치 |
# | `"neurons per hidden layer"` | 은닉층 하나에 있는 뉴런의 수 |
# | `"dropout rate"` | 드롭아웃 비율: 훈련 중에 끄는 뉴런의 비율 |
# | `"patience"` | 인내 횟수: 나아지기를 기다리는 에포크 수 |
#
# 하나씩 따져 보세요. 훈련으로 찾습니까, 사람이 정합니까?

# %% [markdown] lang="en"
# | string | meaning |
# |---|---|
# | `"learning rate"` | how strongly one update changes the weights |
# | `"weight"` | factor of an input |
# | `"number of epochs"` | how many times training passes over the data |
# | `"bias"` | constant that is added |
# | `"batch size"` | examples per update of the weights |
# | `"number of hidden layers"` | layers between input and output |
# | `"weights of the output layer"` | factors in the last layer |
# | `"neurons per hidden layer"` | width of those layers |
# | `"dropout rate"` | share of neurons switched off in training |
# | `"patience"` | epochs to wait for an improvement |
#
# Ask of each one: does training find it, or do you set it?


# %% task="parameter_kind" lang="ko"
def parameter_kind(name):
    """훈련으로 찾는 값인지, 사람이 정하는 값인지 답합니다. (5.1)

    name  `names`에 있는 문자열 열 개 가운데 하나

    반환값: 문자열 "parameter" 또는 "hyperparameter"

    예: 직선의 차수라면 "hyperparameter"입니다.
    """
    raise NotImplementedError


# %% task="parameter_kind" lang="en"
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
# There are three kinds of learning. They differ in what the learner receives.
#
# - **Supervised learning**: an answer for every example, its *label*.
# - **Unsupervised learning**: the data alone.
# - **Reinforcement learning**: rewards for what it does.
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
# '레이블'이라는 말이 없어도 정답이 들어 있을 수 있습니다. 예를 들어 지난 거래 기록에는 집의 넓이, 지은 연도, 집값이 적혀 있습니다. 이 가운데 맞히려는 것이 있습니까?

# %% [markdown] lang="en"
# Nine examples, and again one question for each: answers, nothing, or rewards?
#
# Labels can be there even if the word isn't. A record of a past sale, for instance, holds the house's area, its age and its price. Is one of these what you want to predict?


# %% task="learning_kind" lang="ko"
def learning_kind(example):
    """배우면서 정답을 받는지, 보상을 받는지, 둘 다 받지 않는지 답합니다. (5.1)

    example  `examples`에 있는 문자열 아홉 개 가운데 하나

    반환값: 문자열 "supervised"(지도), "unsupervised"(비지도), "reinforcement"(강화)

    예: '개', '고양이'라고 적힌 사진이라면 "supervised"입니다.
    """
    raise NotImplementedError


# %% task="learning_kind" lang="en"
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
# A grade means little if the student has seen the exam beforehand. The same holds for a model, so the data is cut into three parts.
#
# | data | purpose |
# |---|---|
# | training data | to find the parameters |
# | validation data | to choose hyperparameters and models |
# | test data | to judge once, at the end |
#
# Data often comes in some order, so the indices are shuffled first. The **seed** is where the random numbers start. The next cell shuffles ten indices with seed 7.

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
# **Guess first.** You split twice with the same seed. Do you get the same parts? Write `"yes"` or `"no"` in place of `"?"`.

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 데이터 $n$개 가운데 검증 데이터의 비율이 $v$이면 그 개수는 $n \cdot v$를 반올림한 값입니다. $n = 10$, $v = 0.2$이면 두 개입니다. 테스트 데이터도 이렇게 세고, 나머지는 모두 훈련 데이터입니다.
#
# 파이썬의 `round`는 딱 절반이면 가까운 짝수를 고릅니다. `round(2.5)`는 3이 아니라 2입니다. 이 과제에는 이렇게 딱 절반인 경우가 나오지 않습니다.
#
# 세 번 따로 뽑으면 한 번호가 두 부분에 들어갈 수 있습니다. 그러니 **한 번 섞은 다음 자르세요**.

# %% [markdown] lang="en"
# Let a fraction $v$ of $n$ examples be validation data. Their number is $n \cdot v$, rounded. With $n = 10$ and $v = 0.2$ that is two. The test data is counted in the same way. All other examples are training data.
#
# Python's `round` rounds a half to the nearest even number: `round(2.5)` is 2, not 3. No such half occurs in this task.
#
# Three separate draws can put one index into two parts. So **shuffle once, then cut**.


# %% task="split" lang="ko"
def split(n, validation, test, seed):
    """번호 0 … n-1을 한 번 섞어 세 부분으로 자릅니다. (5.1)

    n           데이터의 개수
    validation  검증 데이터의 비율, 예를 들어 0.2
    test        테스트 데이터의 비율
    seed        정수: 난수의 출발점

    반환값: (훈련, 검증, 테스트). 정수 번호가 담긴 배열 세 개입니다.
    각 번호는 꼭 한 부분에만 들어갑니다. 검증은 round(n * validation)개,
    테스트는 round(n * test)개이고, 나머지는 모두 훈련입니다.
    시드가 같으면 부분도 같고, 시드가 다르면 부분도 다릅니다.

    예: split(10, 0.2, 0.3, 7)은 번호가 5개, 2개, 3개인 세 부분입니다.
    """
    raise NotImplementedError


# %% task="split" lang="en"
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

# %% role="guess" lang="ko"
if ready("split"):
    once = split(40, 0.2, 0.2, seed=1)
    again = split(40, 0.2, 0.2, seed=1)
    same = all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))
    print("예상:", guess)
    print("결과:", "yes" if same else "no")

# %% role="guess" lang="en"
if ready("split"):
    once = split(40, 0.2, 0.2, seed=1)
    again = split(40, 0.2, 0.2, seed=1)
    same = all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))
    print("your guess:", guess)
    print("result:", "yes" if same else "no")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 같은 시드에서는 난수가 같은 순서로 나옵니다. 그래서 섞은 결과도, 자른 부분도 같습니다. 시드를 함께 적어 두면 다른 사람이 실험을 그대로 되풀이할 수 있습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The same seed gives the same random numbers, in the same order. So the shuffled deck is the same, and so are its parts. Whoever knows your seed can repeat your experiment exactly.
#
# </details>

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
# **예상해 보세요.** 어느 모델을 골라야 할까요? 모델의 번호로 답하세요. 번호는 0부터 셉니다.

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
# **Guess first.** Which model should you choose? Indices start at 0.

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 테스트 오차로 고르면 시험 문제를 미리 보고 고르는 셈입니다. 그 오차는 더 이상 새 데이터의 오차가 아닙니다.
#
# 그래서 일을 나눕니다. **고르는 일은 검증 오차로** 합니다. 고른 모델 하나만 테스트 데이터로 평가하고, 그 오차를 보고합니다.

# %% [markdown] lang="en"
# Choosing by the test error is like answering after a look at the exam. The test data is no longer new.
#
# So each part has its own job. **You choose by the validation error.** Then you look up the test error of the chosen model alone, and that is the number you report.


# %% task="select" lang="ko"
def select(validation_errors, test_errors):
    """모델 하나를 고르고, 얼마나 좋은지 보고합니다. (5.1)

    validation_errors  모델마다 잰 오차의 리스트
    test_errors        길이가 같은 리스트

    반환값: (번호, 오차). 고른 모델의 번호와 보고할 오차입니다.
    가장 낮은 값이 여럿이면 그중 첫 번째를 고릅니다.

    예: select([0.4, 0.1, 0.1], [0.3, 0.2, 0.0])은 (1, 0.2)입니다.
    """
    raise NotImplementedError


# %% task="select" lang="en"
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

# %% role="guess" lang="ko"
if ready("select"):
    chosen = select([0.21, 0.13, 0.16, 0.19], [0.20, 0.17, 0.15, 0.18])
    print("예상:", guess)
    print("결과(번호, 오차):", chosen)

# %% role="guess" lang="en"
if ready("select"):
    chosen = select([0.21, 0.13, 0.16, 0.19], [0.20, 0.17, 0.15, 0.18])
    print("your guess:", guess)
    print("result (index, error):", chosen)

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 검증 오차가 가장 낮은 것은 1번입니다. 2번의 테스트 오차가 더 낮지만, 그것은 고를 때 볼 수 없는 값입니다. 보고할 오차는 검증 오차 0.13이 아니라, 고른 모델의 테스트 오차 0.17입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Model 1 has the lowest validation error. Model 2 has a lower test error, but you may not look at that when you choose. Report the test error of the chosen model, 0.17, not its validation error of 0.13.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. 과적합과 과소적합
#
# 훈련 데이터를 한 번 다 쓰는 것이 한 **에포크**(epoch)입니다. 에포크가 쌓이면 훈련 데이터의 **손실**(loss), 곧 모델이 틀린 정도가 대개 줄어듭니다. 그러나 좋은 모델은 처음 보는 데이터도 맞힙니다. 이것이 **일반화**(generalisation)입니다.
#
# - **과적합**(overfitting): 훈련 데이터에만 잘 맞습니다.
# - **과소적합**(underfitting): 훈련 데이터에도 잘 맞지 않습니다. 훈련이 모자라거나 모델이 너무 단순한 경우입니다. 책은 이름만 소개합니다.
#
# 다음은 열다섯 에포크 동안 잰 손실입니다.

# %% [markdown] lang="en"
# ## 5. Overfitting and underfitting
#
# One pass over the training data is an **epoch**. Each epoch usually lowers the **loss** on that data. The loss says how wrong the model is. A good model is also right on data it has never seen: it **generalises**.
#
# - **Overfitting**: the model fits the training data only.
# - **Underfitting**: it does not even fit the training data. It was trained too little, or it is too simple. The chapter names this without a definition.
#
# Here are the losses of fifteen epochs.

# %% role="given" lang="ko"
training_loss = [0.62, 0.47, 0.37, 0.30, 0.25, 0.205, 0.17, 0.142]  # 에포크 0 … 7
training_loss += [0.12, 0.10, 0.085, 0.072, 0.06, 0.051, 0.044]  # 에포크 8 … 14
validation_loss = [0.64, 0.50, 0.42, 0.36, 0.37, 0.30, 0.31, 0.325]
validation_loss += [0.32, 0.34, 0.36, 0.375, 0.40, 0.42, 0.445]

# %% role="given" lang="en"
training_loss = [0.62, 0.47, 0.37, 0.30, 0.25, 0.205, 0.17, 0.142]  # epochs 0 … 7
training_loss += [0.12, 0.10, 0.085, 0.072, 0.06, 0.051, 0.044]  # epochs 8 … 14
validation_loss = [0.64, 0.50, 0.42, 0.36, 0.37, 0.30, 0.31, 0.325]
validation_loss += [0.32, 0.34, 0.36, 0.375, 0.40, 0.42, 0.445]

# %% [markdown] lang="ko"
# **예상해 보세요.** 목록을 훑어보세요. 어느 에포크 뒤로 과적합이 시작됩니까? 에포크도 0부터 셉니다.

# %% [markdown] lang="en"
# **Guess first.** Read through the two lists. After which epoch does the model overfit? Epochs are counted from 0, too.

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 책의 그림에서도 에포크 5 뒤로 오차가 커집니다. 다만 그림에는 *테스트* 오차가 그려져 있고, 본문은 검증 데이터를 말합니다. 멈출 때를 정하는 것도 고르는 일입니다. 그래서 여기서는 검증 손실을 봅니다.
#
# 손실이 가장 낮은 에포크를 찾으세요. 그 뒤의 손실은 모두 더 높습니다. 마지막 에포크의 손실이 가장 낮으면 아직 과적합이 보이지 않습니다. 이때의 답은 `None`입니다.

# %% [markdown] lang="en"
# In the chapter's figure the error rises after epoch 5 as well. The figure shows the *test* error, though the text speaks of validation data. When to stop is a choice, too, so here the validation loss decides.
#
# Find the epoch with the lowest loss. Every later loss is higher. If the last loss is the lowest, no overfitting is visible yet. The answer is then `None`.


# %% task="overfitting_epoch" lang="ko"
def overfitting_epoch(validation_loss):
    """과적합이 시작되기 직전의 에포크를 찾습니다. (5.1)

    validation_loss  리스트: 에포크 0, 1, 2, … 뒤의 손실
                     가장 낮은 값은 한 번만 나옵니다.

    반환값: 손실이 가장 낮은 에포크, 정수
    마지막 에포크의 손실이 가장 낮으면 None

    예: overfitting_epoch([0.9, 0.5, 0.4, 0.6])은 2이고,
    overfitting_epoch([0.9, 0.5, 0.4])는 None입니다.
    """
    raise NotImplementedError


# %% task="overfitting_epoch" lang="en"
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

# %% role="guess" lang="ko"
if ready("overfitting_epoch"):
    print("예상:", guess)
    print("결과:", overfitting_epoch(validation_loss))

# %% role="guess" lang="en"
if ready("overfitting_epoch"):
    print("your guess:", guess)
    print("result:", overfitting_epoch(validation_loss))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 에포크 4에서 손실이 잠깐 오르지만 5에서 다시 내려갑니다. 5 뒤로는 0.30보다 낮은 값이 없습니다. 훈련 손실은 그 뒤로도 계속 내려가므로, 훈련 손실만 보아서는 과적합을 알 수 없습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# At epoch 4 the loss rises for a moment, but at 5 it falls again. After 5 no value is below 0.30. The training loss goes on falling all the time, so it can't tell you about overfitting.
#
# </details>

# %% [markdown] lang="ko"
# ## 6. 조기 종료
#
# 훈련하는 동안에는 곡선의 뒷부분을 모릅니다. 그래서 미리 규칙을 정합니다.
#
# > $p$ 에포크 동안 손실의 최솟값이 갱신되지 않으면 멈춥니다.
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
# This is **early stopping**. The number $p$ of epochs to wait is the **patience**, in code `patience`.
#
# **Guess first.** With a patience of 1, at which epoch of `validation_loss` above does training stop?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 에포크마다, 최솟값이 나온 뒤로 몇 에포크가 지났는지 셉니다.
#
# | 에포크 | 손실 | 지금까지의 최솟값 | 최솟값 뒤로 지난 에포크 수 |
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
# Fill in the rest before you write code. Training stops where the last column first reaches the patience. The answer is the epoch of the **stop**, not the best epoch. A loss that only equals the lowest is not a new minimum.


# %% task="early_stop" lang="ko"
def early_stop(validation_loss, patience):
    """조기 종료로 훈련을 멈추는 에포크를 찾습니다. (5.1)

    validation_loss  리스트: 에포크 0, 1, 2, … 뒤의 손실
    patience         1 이상의 정수: 최솟값이 갱신되기를 기다릴 에포크 수

    반환값: `patience` 에포크 동안 손실의 최솟값이 갱신되지 않은 첫 에포크
    그런 에포크가 없으면 마지막 에포크

    예: early_stop([0.9, 0.5, 0.7, 0.5, 0.8], 2)는 3이고,
    early_stop([0.9, 0.5, 0.7], 2)는 마지막 에포크인 2입니다.
    """
    raise NotImplementedError


# %% task="early_stop" lang="en"
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

# %% role="guess" lang="ko"
if ready("early_stop"):
    print("예상:", guess)
    print("결과:", early_stop(validation_loss, 1))

# %% role="guess" lang="en"
if ready("early_stop"):
    print("your guess:", guess)
    print("result:", early_stop(validation_loss, 1))

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 에포크 4의 0.37은 에포크 3의 0.36보다 높습니다. 인내 횟수가 1이면 한 번만 나빠져도 멈춥니다. 그래서 더 좋은 에포크 5를 보지 못합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The loss of epoch 4, 0.37, is above that of epoch 3, 0.36. With a patience of 1, a single bad epoch ends the training, so the better epoch 5 never comes.
#
# </details>

# %% [markdown] lang="ko"
# ## 마무리 그림: 나누기와 멈추기
#
# 이제 여러분의 함수로 그림을 그립니다. 위에는 번호 40개가 시드마다 어떻게 나뉘는지 나옵니다. 아래에는 두 손실과 훈련이 멈추는 에포크가 나옵니다.
#
# 인내 횟수가 1일 때 멈춘 곳과 가장 낮은 곳을 비교해 보세요.

# %% [markdown] lang="en"
# ## Closing picture: splitting and stopping
#
# Now your functions draw. Above, you see how 40 indices are split with three seeds. Below are both losses, and the epochs at which training stops.
#
# For a patience of 1, compare the stop with the lowest point.

# %% role="picture"
from assignments.terms import pictures

if ready("split", "overfitting_epoch", "early_stop"):
    pictures.splits_and_stops(split, overfitting_epoch, early_stop, training_loss, validation_loss)

# %% [markdown] lang="ko"
# *그림 설명.* 위: 사각형은 훈련, 원은 검증, 삼각형은 테스트 데이터입니다. 아래: 점선은 훈련 손실, 실선은 검증 손실이고, 원 안의 수는 인내 횟수입니다.
#
# 인내 횟수가 1이면 에포크 4의 거짓 경보에 멈춥니다. 그래서 에포크 5의 최솟값을 놓칩니다. 인내 횟수가 크면 최솟값을 지나 한참 뒤에야 멈춥니다.

# %% [markdown] lang="en"
# *About the picture.* Above: squares are training data, circles validation data, triangles test data. Below: the training loss is dashed, the validation loss solid. A circle's number is its patience.
#
# A patience of 1 stops at the false alarm of epoch 4 and misses the lowest loss, at epoch 5. A large patience stops long after the lowest loss.

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (100점과 별도로 3점)
#
# 모델 50개 가운데 테스트 오차가 가장 낮은 것을 골랐습니다. 그 오차를 모델의 실력이라고 보고했습니다.
#
# 이 모델은 왜 실제보다 좋아 보일까요? 어떻게 해야 했을까요? 서너 문장으로 쓰세요.

# %% [markdown] role="written" lang="en"
# ## Written question (3 points on top of the 100)
#
# Out of 50 models, someone chooses the one with the lowest test error. They report this error as the quality of the model.
#
# Why does this model look better than it is? What should they have done? Write three or four sentences.

# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 실제 손실은 더 심하게 흔들립니다. 잡음이 섞인 곡선 200개에서 조기 종료를 해 봅니다.

# %% [markdown] lang="en"
# ## Going further (not graded)
#
# Real losses fluctuate more. The next cell applies early stopping to 200 noisy curves.

# %% role="further" lang="ko"
noise = 0.02

if ready("early_stop"):
    rng = np.random.default_rng(5)
    epochs = np.arange(60)
    smooth = 0.3 + 0.35 * np.exp(-epochs / 8) + 0.00012 * epochs**2
    curves = (smooth + noise * rng.standard_normal((200, 60))).tolist()
    print("인내 횟수 | 멈춘 에포크 | 남긴 모델의 손실")
    for patience in (1, 2, 3, 5, 8, 13, 21):
        stops = [early_stop(curve, patience) for curve in curves]
        kept = [np.argmin(curve[: stop + 1]) for curve, stop in zip(curves, stops, strict=True)]
        print(f"{patience:9d} | {np.mean(stops):11.1f} | {np.mean(smooth[kept]):.4f}")

# %% role="further" lang="en"
noise = 0.02

if ready("early_stop"):
    rng = np.random.default_rng(5)
    epochs = np.arange(60)
    smooth = 0.3 + 0.35 * np.exp(-epochs / 8) + 0.00012 * epochs**2
    curves = (smooth + noise * rng.standard_normal((200, 60))).tolist()
    print("patience | stop | loss of the model kept")
    for patience in (1, 2, 3, 5, 8, 13, 21):
        stops = [early_stop(curve, patience) for curve in curves]
        kept = [np.argmin(curve[: stop + 1]) for curve, stop in zip(curves, stops, strict=True)]
        print(f"{patience:8d} | {np.mean(stops):4.1f} | {np.mean(smooth[kept]):.4f}")

# %% [markdown] lang="ko"
# 뒤의 두 열은 평균입니다. 멈출 때까지 검증 손실이 가장 낮았던 모델을 남긴다고 가정했습니다. 마지막 열은 그 모델의 잡음 없는 손실입니다.
#
# 어떤 인내 횟수가 좋을까요? `noise`를 0.005나 0.05로 바꾸면 답도 바뀝니까?

# %% [markdown] lang="en"
# The last two columns are means over the 200 curves. The model kept is the one with the lowest validation loss up to the stop. The last column is that model's loss without the noise.
#
# Which patience would you take? Does your answer change when you set `noise` to 0.005 or to 0.05?

# %% [markdown] lang="ko"
# <details><summary>답 펼치기</summary>
#
# `noise = 0.02`에서는 8 정도가 좋습니다. 작으면 흔들림에 속아 일찍 멈추고, 더 크면 에포크만 더 쓸 뿐 얻는 것이 거의 없습니다. 0.005에서는 3이면 충분하고, 0.05에서는 13까지 기다리는 편이 낫습니다. 곡선이 심하게 흔들릴수록 오래 기다려야 합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show an answer</summary>
#
# With `noise = 0.02`, about 8 is good. A smaller patience is fooled by the noise and stops early; a larger one costs epochs and gains next to nothing. With 0.005 a patience of 3 suffices; with 0.05 it pays to wait for 13. The noisier the curve, the longer you should wait.
#
# </details>

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - 책 5.1절: 이 노트북의 용어가 나오는 곳
# - NumPy 문서: [난수 생성기](https://numpy.org/doc/stable/reference/random/generator.html), [배열의 인덱싱](https://numpy.org/doc/stable/user/basics.indexing.html)
# - PyTorch 문서: [`random_split`](https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.random_split). 파이토치에서 데이터를 나누는 함수입니다.
# - 한 걸음 더: Dive into Deep Learning, [Generalization](https://d2l.ai/chapter_linear-regression/generalization.html). 과적합과 모델 고르기를 다룹니다(영어).

# %% [markdown] lang="en"
# ## Further reading
#
# - The book, section 5.1: the terms of this notebook.
# - NumPy: [random generators](https://numpy.org/doc/stable/reference/random/generator.html), [indexing](https://numpy.org/doc/stable/user/basics.indexing.html).
# - PyTorch: [`random_split`](https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.random_split) splits a data set.
# - One step further: Dive into Deep Learning, [Generalization](https://d2l.ai/chapter_linear-regression/generalization.html), on overfitting and on choosing a model.
