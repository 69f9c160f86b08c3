# %% [markdown] lang="ko"
# # 순전파
#
# 5.3절 · 약 30분 · 과제 5개, 100점
#
# 순전파(forward propagation)에서는 값이 입력에서 출력으로 흘러갑니다.
# 5.3절의 작은 신경망에서 이 흐름을 따라 오차까지 계산합니다.
# 단계마다 손으로 한 번 계산한 뒤에 같은 계산을 함수로 옮깁니다.
#
# **목표.** 이 노트북을 마치면 다음을 할 수 있습니다.
#
# - 은닉층이 하나인 신경망이면 크기에 상관없이 순전파 계산하기
# - 예측값이 목푯값에서 벗어난 정도를 오차 하나로 나타내기
#
# 셀은 위에서부터 차례로 실행하세요.
# 과제 셀에서는 `raise NotImplementedError`를 지우고 코드를 쓰세요.
# 바로 아래의 `check` 셀이 함수를 확인해 줍니다.
# `guess` 셀에는 `"?"` 대신 예상한 답을 적어 보세요. 예상은 채점하지 않습니다.

# %% [markdown] lang="en"
# # Forward propagation
#
# Section 5.3 · about 30 minutes · 5 tasks, 100 points
#
# You follow the numbers through the small network of section 5.3, from its inputs to its error.
# You work out each step by hand once and then turn it into a function.
#
# **Aim.** After this notebook you can
#
# - carry numbers through any network with one hidden layer,
# - say with one number how far its predictions are from their targets.
#
# Run the cells from top to bottom.
# In a task cell, replace `raise NotImplementedError` with your code.
# The `check` cell below it checks your function.
# In a `guess` cell, replace `"?"` with your guess. Guesses are not graded.

# %% role="setup"
import numpy as np
from autograder.selfcheck import check, ready

# %% [markdown] lang="ko"
# ## 계산할 신경망
#
# 입력 두 개가 은닉층(hidden layer)의 뉴런 두 개로 이어집니다.
# 이 둘은 출력층(output layer)의 뉴런 두 개로 이어집니다.
# 연결마다 가중치(weight)가 하나씩 있고, 편향(bias)은 없습니다.
#
# $$
# W_\text{hidden}=\begin{pmatrix}W_1&W_2\\W_3&W_4\end{pmatrix},\quad
# W_\text{output}=\begin{pmatrix}W_5&W_6\\W_7&W_8\end{pmatrix}
# $$
#
# 행 하나가 뉴런 하나입니다. $i$행에는 $i$번째 뉴런으로 *들어가는* 가중치가 있습니다.
# 예를 들어 $W_2$는 $x_2$에서 나와 $h_1$로 들어갑니다.
#
# 목푯값(target) 0.4와 0.6은 책의 본문이 아니라 그림에 나옵니다.

# %% [markdown] lang="en"
# ## The network
#
# Two inputs lead to two hidden neurons, and these lead to two outputs.
# Every connection has a weight; there is no bias.
#
# $$
# W_\text{hidden}=\begin{pmatrix}W_1&W_2\\W_3&W_4\end{pmatrix},\quad
# W_\text{output}=\begin{pmatrix}W_5&W_6\\W_7&W_8\end{pmatrix}
# $$
#
# One row is one neuron: row $i$ holds the weights *into* neuron $i$.
# So $W_2$ leaves $x_2$ and enters $h_1$.
#
# You find the targets 0.4 and 0.6 in the chapter's figure, not in its text.

# %% role="given"
x = np.array([0.1, 0.2])
W_hidden = np.array([[0.30, 0.25], [0.40, 0.35]])
W_output = np.array([[0.45, 0.40], [0.70, 0.60]])
target = np.array([0.4, 0.6])

# %% [markdown] lang="ko"
# 그림에는 물음표가 네 개 있습니다. 이 노트북에서 하나씩 채워 갑니다.

# %% [markdown] lang="en"
# The figure has four question marks. You fill them in, one after the other.

# %% role="picture"
from assignments.forward import pictures

pictures.network(x, W_hidden, W_output)

# %% [markdown] lang="ko"
# ## 1. 가중합
#
# 뉴런은 먼저 입력에 가중치를 곱해 모두 더합니다.
# 이 값을 가중합(weighted sum)이라고 합니다.
# 은닉층 첫 뉴런의 가중합은 0.08이고, $z_1$로 씁니다.
#
# $$z_1=W_1x_1+W_2x_2=0.30\cdot0.1+0.25\cdot0.2=0.08$$
#
# **예상해 보세요.** 둘째 뉴런의 가중합 $z_2$는 얼마일까요? 종이에 계산해 보세요.

# %% [markdown] lang="en"
# ## 1. Weighted sums
#
# A neuron first multiplies each input by its weight and adds everything up.
# The weighted sum of the first hidden neuron, here 0.08, is called $z_1$:
#
# $$z_1=W_1x_1+W_2x_2=0.30\cdot0.1+0.25\cdot0.2=0.08$$
#
# **Guess first.** What is $z_2$, the weighted sum of the second neuron? Work it out on paper.

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 한 층의 가중합은 행렬과 벡터의 곱 $z=Wx$로 한꺼번에 구합니다.
# 뉴런이 셋, 입력이 둘이면 다음과 같습니다.
#
# $$
# \begin{pmatrix}1&2\\3&4\\5&6\end{pmatrix}\begin{pmatrix}10\\1\end{pmatrix}
# =\begin{pmatrix}1\cdot10+2\cdot1\\3\cdot10+4\cdot1\\5\cdot10+6\cdot1\end{pmatrix}
# =\begin{pmatrix}12\\34\\56\end{pmatrix}
# $$
#
# $i$행을 '$i$번째 뉴런으로'라고 읽으세요. 행이 셋이므로 가중합도 셋입니다.
#
# `W * x`는 원소끼리 곱하기만 하고 더하지 않습니다.
# NumPy에는 행렬 곱에 쓰는 연산자가 따로 있습니다.

# %% [markdown] lang="en"
# A matrix times a vector gives all sums of a layer at once: $z=Wx$.
# With three neurons and two inputs it looks like this:
#
# $$
# \begin{pmatrix}1&2\\3&4\\5&6\end{pmatrix}\begin{pmatrix}10\\1\end{pmatrix}
# =\begin{pmatrix}1\cdot10+2\cdot1\\3\cdot10+4\cdot1\\5\cdot10+6\cdot1\end{pmatrix}
# =\begin{pmatrix}12\\34\\56\end{pmatrix}
# $$
#
# Read row $i$ as "into neuron $i$". Three rows give three sums.
#
# Beware of `W * x`: it multiplies entry by entry and does not add.
# NumPy has a different operator for the matrix product.


# %% task="weighted_sums" lang="ko"
def weighted_sums(W, x):
    """z = W x: 한 층에 있는 뉴런들의 가중합입니다. (5.3)

    W: 가중치, 모양 (n_out, n_in). i행에는 i번째 뉴런으로 들어가는 가중치가 있습니다.
    x: 이 층으로 들어오는 값, 모양 (n_in,)
    반환값: z, 모양 (n_out,)

    예: W = [[1, 2], [3, 4], [5, 6]]이고 x = [10, 1]이면 [12, 34, 56]입니다.
    특별한 경우: 뉴런이 하나이면 수가 아니라 모양 (1,)인 배열입니다. 입력도 하나일 수 있습니다.
    """
    raise NotImplementedError


# %% task="weighted_sums" lang="en"
def weighted_sums(W, x):
    """z = W x: the weighted sums of a layer's neurons. (5.3)

    W: weights, shape (n_out, n_in); row i leads into neuron i
    x: what enters the layer, shape (n_in,)
    Returns z, shape (n_out,).

    Example: W = [[1, 2], [3, 4], [5, 6]] and x = [10, 1] give [12, 34, 56].
    Edge cases: one neuron gives shape (1,), not a number; there may be a single input.
    """
    raise NotImplementedError


# %% check="weighted_sums"
check("weighted_sums")

# %% role="guess" lang="ko"
if ready("weighted_sums"):
    z = weighted_sums(W_hidden, x)
    print("예상:", guess, "|", "결과:", f"{z[1]:.8f}")

# %% role="guess" lang="en"
if ready("weighted_sums"):
    z = weighted_sums(W_hidden, x)
    print("your guess:", guess, "|", "result:", f"{z[1]:.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 둘째 뉴런으로 들어가는 가중치는 둘째 행의 $W_3$과 $W_4$입니다. $0.40\cdot0.1+0.35\cdot0.2=0.04+0.07=0.11$입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The weights into the second neuron are in the second row, $W_3$ and $W_4$: $0.40\cdot0.1+0.35\cdot0.2=0.04+0.07=0.11$.
#
# </details>

# %% [markdown] lang="ko"
# ## 2. 시그모이드
#
# 활성화 함수(activation function)는 가중합을 다른 값으로 바꿉니다.
# 바뀐 값을 활성값(activation)이라고 합니다.
# 책에서 쓰는 시그모이드(sigmoid)의 활성값은 0과 1 사이에 있습니다.
#
# $$\mathrm{sigmoid}(z)=\frac{1}{1+e^{-z}}$$
#
# $z_1=0.08$이면 $e^{-0.08}=0.92311635$입니다.
# 그래서 활성값은 $1/1.92311635=0.51998934$입니다.
#
# **예상해 보세요.** $z=0$일 때의 활성값은 얼마일까요?

# %% [markdown] lang="en"
# ## 2. The sigmoid
#
# The activation function turns a weighted sum into an activation.
# The chapter uses the sigmoid, whose activations lie between 0 and 1:
#
# $$\mathrm{sigmoid}(z)=\frac{1}{1+e^{-z}}$$
#
# For $z_1=0.08$ we have $e^{-0.08}=0.92311635$.
# So the activation is $1/1.92311635=0.51998934$.
#
# **Guess first.** What is the activation at $z=0$?

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 배열을 넣으면 원소마다 따로 계산하고, 모양(shape)은 그대로 둡니다.
# `math.exp`는 수 하나만 받지만 `np.exp`는 배열도 받습니다.
# $z$가 0보다 훨씬 크거나 훨씬 작아도 계산할 수 있어야 합니다.
# 이것을 보는 검사만 통과하지 못했다면 계속 읽으세요. 뒤의 'z가 −1000인 경우'에서 방법을 살펴봅니다.

# %% [markdown] lang="en"
# Given an array, the sigmoid works on each entry by itself and keeps the shape.
# `math.exp` takes a single number; `np.exp` takes arrays, too.
# The sigmoid must also work for $z$ far above and far below 0.
# If that is the only check that fails, read on: the part on $z=-1000$ shows a way.


# %% task="sigmoid" lang="ko"
def sigmoid(z):
    """sigmoid(z) = 1 / (1 + e^-z), z의 원소마다 계산합니다. (5.3)

    z: 가중합, 모양은 (), (n,), (m, n) 무엇이든 됩니다.
    반환값: 활성값, z와 같은 모양

    예: z = [0.08, 0.11]이면 [0.51998934, 0.52747230]입니다.
    특별한 경우: |z| = 1000까지 부동소수점의 정밀도로 맞고 경고가 나오지 않습니다.
    """
    raise NotImplementedError


# %% task="sigmoid" lang="en"
def sigmoid(z):
    """sigmoid(z) = 1 / (1 + e^-z), for each entry of z. (5.3)

    z: weighted sums of any shape: (), (n,) or (m, n)
    Returns the activations, in the shape of z.

    Example: z = [0.08, 0.11] gives [0.51998934, 0.52747230].
    Edge cases: up to |z| = 1000 the result is as accurate as floating point allows,
    and no warning appears.
    """
    raise NotImplementedError


# %% check="sigmoid"
check("sigmoid")

# %% role="guess" lang="ko"
if ready("sigmoid"):
    a = float(sigmoid(np.array(0.0)))
    print("예상:", guess, "|", "결과:", f"{a:.8f}")

# %% role="guess" lang="en"
if ready("sigmoid"):
    a = float(sigmoid(np.array(0.0)))
    print("your guess:", guess, "|", "result:", f"{a:.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# $e^0=1$이므로 $1/(1+1)=0.5$입니다. 곡선은 이 점을 중심으로 대칭입니다. 그래서 $\mathrm{sigmoid}(-z)=1-\mathrm{sigmoid}(z)$입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Since $e^0=1$, the activation is $1/(1+1)=0.5$. The curve is symmetric about this point: $\mathrm{sigmoid}(-z)=1-\mathrm{sigmoid}(z)$.
#
# </details>

# %% [markdown] lang="ko"
# ### z가 −1000인 경우
#
# 다음 셀은 −1000, 0, 1000을 넣어 봅니다. 경고가 나오면 읽어 보세요.
# 식에 있는 $e$의 거듭제곱 중 어느 것이 너무 커질까요?
#
# 분자와 분모에 $e^z$를 곱하면 같은 값을 다른 식으로 쓸 수 있습니다.
# $z$의 부호에 따라 지수가 0보다 커지지 않는 식을 고르세요.
#
# `if`는 배열의 원소마다 따로 고르지 못합니다.
# `np.where`는 원소마다 고르지만, 두 식을 모두 계산한 뒤에 고릅니다.
# 두 식이 모두 안전하면 그래도 괜찮습니다.
# 지수 $-|z|$는 $z$의 부호와 상관없이 0을 넘지 않습니다.
# 두 식을 $e^{-|z|}$로 써 보세요.
#
# 함수를 고쳤다면 위의 `check` 셀도 다시 실행하세요.

# %% [markdown] lang="en"
# ### What if z is −1000?
#
# The next cell tries −1000, 0 and 1000. If a warning appears, read it.
# Which power of $e$ in your formula grows too large?
#
# Multiply numerator and denominator by $e^z$, and you get another form with the same value.
# For each sign of $z$, choose the form whose exponent never rises above 0.
#
# An `if` can't choose for each entry of an array.
# `np.where` can, but both forms are computed before it chooses.
# That does no harm if both forms are safe.
# The exponent $-|z|$ never rises above 0, whatever the sign of $z$.
# Write both forms with $e^{-|z|}$.
#
# After a change, run the `check` cell above once more.

# %% role="guess"
if ready("sigmoid"):
    print(sigmoid(np.array([-1000.0, 0.0, 1000.0])))

# %% [markdown] lang="ko"
# ## 3. 두 층의 순전파
#
# 두 층이 하는 일은 같습니다. 가중합을 구하고 시그모이드를 적용합니다.
#
# $$h=\mathrm{sigmoid}(W_\text{hidden}\,x),\qquad o=\mathrm{sigmoid}(W_\text{output}\,h)$$
#
# 은닉층 출력은 $h_1=0.51998934$, $h_2=0.52747230$입니다.
# 책에는 "h2 = 0.52747230"이 두 번 나옵니다.
# 앞의 것은 $h_1$이 있어야 할 자리에 잘못 인쇄된 것입니다.
#
# **예상해 보세요.** $x$를 두 배로 하면 은닉층에서 무엇이 두 배가 될까요?
# `"z"`, `"h"`, `"both"`, `"neither"` 중에서 고르세요.
# `"both"`는 둘 다, `"neither"`는 둘 다 아니라는 뜻입니다.

# %% [markdown] lang="en"
# ## 3. Both layers, one after the other
#
# Both layers do the same: they form weighted sums and apply the sigmoid.
#
# $$h=\mathrm{sigmoid}(W_\text{hidden}\,x),\qquad o=\mathrm{sigmoid}(W_\text{output}\,h)$$
#
# The hidden layer's outputs are $h_1=0.51998934$ and $h_2=0.52747230$.
# The chapter prints "h2 = 0.52747230" twice; the first is a misprint for $h_1$.
#
# **Guess first.** You double $x$. What doubles in the hidden layer?
# Choose `"z"`, `"h"`, `"both"` or `"neither"`.

# %% role="guess"
guess = "?"

# %% [markdown] lang="ko"
# 출력층은 $x$가 아니라 $h$를 받습니다. 출력층의 첫 뉴런은 이렇게 계산합니다.
#
# $$z_3=W_5h_1+W_6h_2=0.45\cdot0.51998934+0.40\cdot0.52747230=0.44498412$$
#
# 여기에 시그모이드를 적용하면 예측값(prediction)이 됩니다.
# 첫째 예측값은 $o_1=0.60944600$입니다.
#
# 앞에서 쓴 두 함수를 그대로 사용하세요.
# 앞의 함수에 실수가 있어도 같은 실수로 두 번 감점하지 않습니다.

# %% [markdown] lang="en"
# The output layer takes $h$, not $x$. Its first neuron, step by step:
#
# $$z_3=W_5h_1+W_6h_2=0.45\cdot0.51998934+0.40\cdot0.52747230=0.44498412$$
#
# The sigmoid turns this into the prediction $o_1=0.60944600$.
#
# Call your two functions.
# If one of them still has a mistake, you lose points for it only once.


# %% task="forward" lang="ko"
def forward(W_hidden, W_output, x):
    """h = sigmoid(W_hidden x)를 구한 다음 o = sigmoid(W_output h)를 구합니다. (5.3)

    W_hidden: 은닉층으로 들어가는 가중치, 모양 (n_hidden, n_in)
    W_output: 출력층으로 들어가는 가중치, 모양 (n_out, n_hidden)
    x: 입력, 모양 (n_in,)
    반환값: (h, o), 모양은 (n_hidden,)과 (n_out,)

    예: x = [0, 0]이고 은닉층 뉴런이 둘이면 가중치와 상관없이 h = [0.5, 0.5]입니다.
    특별한 경우: 세 크기는 서로 다를 수 있고, 저마다 1일 수도 있습니다.
    """
    raise NotImplementedError


# %% task="forward" lang="en"
def forward(W_hidden, W_output, x):
    """h = sigmoid(W_hidden x), then o = sigmoid(W_output h). (5.3)

    W_hidden: weights into the hidden layer, shape (n_hidden, n_in)
    W_output: weights into the output layer, shape (n_out, n_hidden)
    x: inputs, shape (n_in,)
    Returns (h, o), shapes (n_hidden,) and (n_out,).

    Example: x = [0, 0] and two hidden neurons give h = [0.5, 0.5], whatever the weights are.
    Edge cases: the three sizes may differ, and each may be 1.
    """
    raise NotImplementedError


# %% check="forward"
check("forward")

# %% role="guess" lang="ko"
if ready("weighted_sums", "sigmoid", "forward"):
    print("예상:", guess)
    for factor in (1, 2):
        z = weighted_sums(W_hidden, factor * x)
        h, o = forward(W_hidden, W_output, factor * x)
        print(f"{factor}·x:  z = [{z[0]:.4f} {z[1]:.4f}]  h = [{h[0]:.4f} {h[1]:.4f}]")

# %% role="guess" lang="en"
if ready("weighted_sums", "sigmoid", "forward"):
    print("your guess:", guess)
    for factor in (1, 2):
        z = weighted_sums(W_hidden, factor * x)
        h, o = forward(W_hidden, W_output, factor * x)
        print(f"{factor}·x:  z = [{z[0]:.4f} {z[1]:.4f}]  h = [{h[0]:.4f} {h[1]:.4f}]")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 두 배가 되는 것은 $z$뿐입니다. 이 신경망에는 편향이 없으므로 은닉층의 가중합은 입력에 비례합니다. 시그모이드는 곡선이어서 그렇지 않습니다. $h$는 0.5를 조금 넘는 값에서 거의 움직이지 않습니다. 이렇게 비례하지 않는 성질이 없다면 층을 아무리 쌓아도 한 층과 다를 것이 없습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Only $z$ doubles. This network has no bias, so the hidden layer's weighted sums are proportional to the input. The sigmoid is a curve, so $h$ is not: it hardly moves from a little above 0.5. Without such a curve, many layers could do no more than one.
#
# </details>

# %% [markdown] lang="ko"
# 순전파를 한 단계씩 다시 따라가 보세요. 슬라이더 '단계'를 0에 놓고 4까지 옮겨 본 뒤, 입력도 바꾸어 보세요.

# %% [markdown] lang="en"
# Go through forward propagation once more: set the slider "step" to 0, move it up to 4, then change the inputs.

# %% role="picture"
if ready("weighted_sums", "sigmoid", "forward"):
    pictures.steps(weighted_sums, forward, x, W_hidden, W_output)

# %% [markdown] lang="ko"
# ## 4. 출력별 오차
#
# 오차(error)는 예측값이 목푯값에서 얼마나 떨어져 있는지를 나타냅니다.
# $k$번째 출력의 오차는 차이를 제곱한 값의 절반입니다.
#
# $$E_{o_k}=\tfrac12\,(t_k-o_k)^2$$
#
# 첫째 출력의 오차는 다음과 같습니다.
#
# $$E_{o_1}=\tfrac12\,(0.4-0.60944600)^2=\tfrac12\cdot0.04386763=0.02193381$$
#
# $\tfrac12$을 곱해 두면 미분할 때 제곱에서 나오는 2와 약분됩니다.
#
# **예상해 보세요.** 한 출력은 목푯값과 0.1, 다른 출력은 0.3만큼 다릅니다.
# 둘째 오차는 첫째 오차의 몇 배일까요?

# %% [markdown] lang="en"
# ## 4. The error of each output
#
# The error says how far a prediction lies from its target.
# For output $k$ it is half the square of the difference:
#
# $$E_{o_k}=\tfrac12\,(t_k-o_k)^2$$
#
# For the first output this is
#
# $$E_{o_1}=\tfrac12\,(0.4-0.60944600)^2=\tfrac12\cdot0.04386763=0.02193381$$
#
# When you differentiate, the half cancels the 2 that comes from the square.
#
# **Guess first.** One output misses its target by 0.1, another by 0.3.
# How many times as large is the second error?

# %% role="guess"
guess = "?"


# %% task="output_errors" lang="ko"
def output_errors(target, o):
    """E_k = 1/2 (target_k - o_k)^2, 출력마다 오차 하나를 구합니다. (5.3)

    target: 목푯값, 모양 (n_out,)
    o: 예측값, 모양 (n_out,)
    반환값: 오차, 모양 (n_out,)

    예: target = [1, 0]이고 o = [0.5, 0.2]이면 [0.125, 0.02]입니다.
    특별한 경우: 예측값이 목푯값과 같으면 오차는 0입니다. 출력이 하나이면 모양은 (1,)입니다.
    """
    raise NotImplementedError


# %% task="output_errors" lang="en"
def output_errors(target, o):
    """E_k = 1/2 (target_k - o_k)^2, one error for each output. (5.3)

    target: wanted outputs, shape (n_out,)
    o: predictions, shape (n_out,)
    Returns the errors, shape (n_out,).

    Example: target = [1, 0] and o = [0.5, 0.2] give [0.125, 0.02].
    Edge cases: an output that hits its target has error 0; one output gives shape (1,).
    """
    raise NotImplementedError


# %% check="output_errors"
check("output_errors")

# %% role="guess" lang="ko"
if ready("output_errors"):
    near, far = output_errors(np.array([0.0, 0.0]), np.array([0.1, 0.3]))
    print("예상:", guess, "|", "결과:", f"{far / near:.4f}")

# %% role="guess" lang="en"
if ready("output_errors"):
    near, far = output_errors(np.array([0.0, 0.0]), np.array([0.1, 0.3]))
    print("your guess:", guess, "|", "result:", f"{far / near:.4f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 차이가 3배이면 제곱은 9배입니다. 그래서 크게 빗나간 출력 하나가 오차를 좌우합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# Three times the difference gives nine times its square. One output that is far off therefore outweighs several small misses.
#
# </details>

# %% [markdown] lang="ko"
# ## 5. 신경망 전체의 오차
#
# 출력별 오차를 더하면 신경망 전체를 수 하나로 평가할 수 있습니다.
#
# $$E=E_{o_1}+E_{o_2}=0.02193381+0.00203809=0.02397190$$
#
# 책에서는 이 값을 평균 제곱 오차(mean squared error, MSE)라고 부릅니다.
# MSE는 차이의 제곱을 모두 더해 출력의 개수로 나눈 평균입니다.
# 출력이 두 개이면 합의 절반과 평균이 우연히 같습니다.
# 개수가 다르면 두 값도 다릅니다. 여기서는 언제나 합의 절반을 씁니다.
#
# **예상해 보세요.** 한 출력은 목푯값보다 0.2만큼 크고 다른 출력은 0.2만큼 작습니다.
# 전체 오차는 얼마일까요?

# %% [markdown] lang="en"
# ## 5. One error for the whole network
#
# The sum of the outputs' errors rates the whole network with one number:
#
# $$E=E_{o_1}+E_{o_2}=0.02193381+0.00203809=0.02397190$$
#
# The chapter calls this the mean squared error (MSE).
# The MSE divides the sum of the squares by the number of outputs.
# With two outputs, half the sum and the mean happen to be equal.
# With any other number they are not. Here it is always half the sum.
#
# **Guess first.** One output is 0.2 above its target, the other 0.2 below.
# What is the total error?

# %% role="guess"
guess = "?"


# %% task="total_error" lang="ko"
def total_error(target, o):
    """E = 모든 출력에 대한 1/2 (target_k - o_k)^2의 합입니다. (5.3)

    target: 목푯값, 모양 (n_out,)
    o: 예측값, 모양 (n_out,)
    반환값: 수 하나

    예: target = [1, 0]이고 o = [0.5, 0.2]이면 0.145입니다.
    특별한 경우: 출력의 개수로 나누지 않습니다. 출력은 하나일 수도, 여럿일 수도 있습니다.
    """
    raise NotImplementedError


# %% task="total_error" lang="en"
def total_error(target, o):
    """E = sum of 1/2 (target_k - o_k)^2 over all outputs. (5.3)

    target: wanted outputs, shape (n_out,)
    o: predictions, shape (n_out,)
    Returns one number.

    Example: target = [1, 0] and o = [0.5, 0.2] give 0.145.
    Edge cases: no division by the number of outputs; there may be one output or many.
    """
    raise NotImplementedError


# %% check="total_error"
check("total_error")

# %% role="guess" lang="ko"
if ready("total_error"):
    E = float(total_error(np.array([0.5, 0.5]), np.array([0.7, 0.3])))
    print("예상:", guess, "|", "결과:", f"{E:.8f}")

# %% role="guess" lang="en"
if ready("total_error"):
    E = float(total_error(np.array([0.5, 0.5]), np.array([0.7, 0.3])))
    print("your guess:", guess, "|", "result:", f"{E:.8f}")

# %% [markdown] lang="ko"
# <details><summary>해설 펼치기</summary>
#
# 차이를 그대로 더하면 $0.2-0.2=0$이 되어 완벽해 보입니다. 제곱하면 부호가 사라져 $\tfrac12\cdot0.04+\tfrac12\cdot0.04=0.04$입니다. 한 출력이 다른 출력의 오차를 지울 수 없습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show the explanation</summary>
#
# The plain differences add up to $0.2-0.2=0$, which would look perfect. Squares have no sign: $\tfrac12\cdot0.04+\tfrac12\cdot0.04=0.04$. No output can cancel the error of another.
#
# </details>

# %% [markdown] lang="ko"
# ## 마무리 그림: 신경망과 시그모이드
#
# 이제 물음표가 모두 채워집니다. 왼쪽은 여러분의 함수로 계산한 신경망입니다.
# 오른쪽은 시그모이드 곡선 위에 놓인 뉴런 네 개입니다.
# 작은 그림은 곡선 전체이고, 네모 칸이 확대한 부분입니다.
#
# 실행하기 전에 생각해 보세요. 네 뉴런은 S자 곡선의 어디쯤에 있을까요?
# 가중치가 지금보다 열 배 크다면 어디로 갈까요? 셀을 실행한 뒤 슬라이더로 확인해 보세요.

# %% [markdown] lang="en"
# ## Closing picture: the network and the sigmoid
#
# Now all question marks are filled in. On the left is the network with your numbers.
# On the right are its four neurons on the curve of the sigmoid.
# The small picture shows the whole curve; its frame marks the enlarged part.
#
# Before you run the cell: where on the S-curve do you expect the four neurons?
# Where would they go if every weight were ten times as large? Run the cell, move the slider and check.

# %% role="picture"
if ready("weighted_sums", "sigmoid", "forward", "output_errors"):
    own = (weighted_sums, sigmoid, forward, output_errors)
    pictures.at_a_glance(own, x, target, W_hidden, W_output)

# %% [markdown] lang="ko"
# 네 뉴런 모두 거의 곧은 가운데 부분에 모여 있습니다.
# 이곳에서는 시그모이드가 직선과 크게 다르지 않습니다.
#
# <details><summary>해설 펼치기</summary>
#
# 가중치가 열 배이면 은닉층의 가중합은 0.8과 1.1이 됩니다. 출력층에서는 두 층의 효과가 겹칩니다. 가중합이 6을 넘고, 예측값은 1에 바짝 붙습니다. 그곳에서는 곡선이 평평해서 가중치를 조금 바꾸어도 예측값이 거의 그대로입니다. 슬라이더 범위에서는 배수가 음수이면 예측값이 0에 가까워집니다.
#
# </details>

# %% [markdown] lang="en"
# All four neurons sit on the nearly straight middle of the curve.
# There, the sigmoid differs little from a straight line.
#
# <details><summary>Show the explanation</summary>
#
# With weights ten times as large, the weighted sums of the hidden layer become 0.8 and 1.1. In the output layer the effects of both layers combine: the sums exceed 6, and the predictions come close to 1. There the curve is flat, so a small change of a weight hardly changes a prediction. Within the slider's range, a negative factor brings the predictions closer to 0.
#
# </details>

# %% [markdown] role="written" lang="ko"
# ## 서술형 문제 (100점과 별도로 3점)
#
# 가중치 여덟 개를 모두 0으로 바꿉니다. 이 신경망은 무엇을 출력할까요?
# 그 결과는 어떤 입력에서 나올까요? 층을 따라가며 까닭을 설명해 보세요.

# %% [markdown] role="written" lang="en"
# ## Written question (3 points on top of the 100)
#
# All eight weights are set to 0. What are the outputs of this network, and for which inputs?
# Explain your answer layer by layer.

# %% [markdown] lang="ko"
# ## 더 해 보기 (점수 없음)
#
# 출력 뒤에 뉴런이 세 개인 층을 하나 더 붙여 보세요.
# `W_third`의 모양을 보고 어느 값이 이 층으로 들어가는지 정하세요.
# `third =` 뒤의 `...`만 바꾸세요. 다음 세 수가 나와야 합니다.
#
# $$0.49320056,\quad0.67126449,\quad0.48612738$$
#
# 층이 100개라면 코드를 어떻게 쓰는 것이 좋을까요?

# %% [markdown] lang="en"
# ## Going further (not graded)
#
# Add one more layer of three neurons after the outputs.
# Look at the shape of `W_third`: what enters this layer?
# Replace the `...` after `third =`. These three numbers should come out:
#
# $$0.49320056,\quad0.67126449,\quad0.48612738$$
#
# How would you write the code for a hundred layers?

# %% role="further"
W_third = np.array([[0.5, -0.5], [0.3, 0.8], [-0.2, 0.1]])

if ready("weighted_sums", "sigmoid", "forward"):
    h, o = forward(W_hidden, W_output, x)
    third = ...
    if third is not ...:
        print(third)

# %% [markdown] lang="ko"
# <details><summary>답 펼치기</summary>
#
# `W_third`에는 열이 두 개 있으므로 값 두 개를 받습니다. 바로 앞 층의 출력 $o$입니다. 이 층에서도 가중합을 구하고 시그모이드를 적용하므로, 앞에서 쓴 두 함수를 한 번씩 더 부르면 됩니다.
#
# 층이 100개라면 가중치 행렬을 리스트에 담고 반복문을 씁니다. 앞 층의 출력이 다음 층의 입력이 됩니다. 파이토치(PyTorch)의 `nn.Sequential`이 하는 일도 같습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Show an answer</summary>
#
# `W_third` has two columns, so it takes two values: the outputs $o$ of the layer before. This layer, too, forms weighted sums and applies the sigmoid, so you call each of your two functions once more.
#
# For a hundred layers, keep the weight matrices in a list and loop over it. The output of one layer is the input of the next. PyTorch's `nn.Sequential` does the same.
#
# </details>

# %% [markdown] lang="ko"
# ## 더 읽을거리
#
# - 책 5.3절: 이 신경망의 그림과 순전파의 숫자
# - NumPy 문서: [행렬과 벡터의 곱](https://numpy.org/doc/stable/reference/routines.linalg.html), [`np.exp`](https://numpy.org/doc/stable/reference/generated/numpy.exp.html), [`np.where`](https://numpy.org/doc/stable/reference/generated/numpy.where.html)
# - PyTorch 문서: [`torch.sigmoid`](https://docs.pytorch.org/docs/stable/generated/torch.sigmoid.html), [`nn.Sequential`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html)
# - 한 걸음 더: 3Blue1Brown, [But what is a neural network?](https://www.3blue1brown.com/lessons/neural-networks) 그림으로 보는 순전파입니다(영어, 영상에 한국어 자막).

# %% [markdown] lang="en"
# ## Further reading
#
# - The book, section 5.3: the figure of this network, and the numbers of forward propagation.
# - NumPy: [matrix and vector products](https://numpy.org/doc/stable/reference/routines.linalg.html), [`np.exp`](https://numpy.org/doc/stable/reference/generated/numpy.exp.html), [`np.where`](https://numpy.org/doc/stable/reference/generated/numpy.where.html).
# - PyTorch: [`torch.sigmoid`](https://docs.pytorch.org/docs/stable/generated/torch.sigmoid.html), [`nn.Sequential`](https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html).
# - One step further: 3Blue1Brown, [But what is a neural network?](https://www.3blue1brown.com/lessons/neural-networks), forward propagation in pictures.
