"""The general hints, in English and Korean."""

from __future__ import annotations

from typing import Final

HINTS: Final[dict[str, tuple[str, str]]] = {
    "generic/no-answer": (
        "Nothing comes back from this function. Which line should hand its result to the caller?",
        "함수가 아무 값도 돌려주지 않습니다. 계산한 결과를 호출한 쪽에 넘겨주는 줄이 있는지 "
        "보세요.",
    ),
    "generic/same-answer": (
        "The answer is the same whatever the arguments are. Which of them does it use?",
        "인자가 달라져도 같은 값이 나옵니다. 함수 안에서 어느 인자를 쓰고 있나요?",
    ),
    "generic/chapter-only": (
        "The chapter's example is right, other numbers are not. Which number or length in the "
        "code belongs to that example alone?",
        "교재의 예에서는 맞지만 다른 수에서는 다릅니다. 그 예에서만 성립하는 숫자나 길이가 "
        "코드에 들어 있는지 보세요.",
    ),
    "generic/sign-flipped": (
        "All sizes agree, all signs are opposite. Which difference is taken the other way round?",
        "크기는 모두 맞고 부호가 모두 반대입니다. 뺄셈의 순서가 바뀐 곳이 있는지 살펴보세요.",
    ),
    "generic/constant-factor": (
        "All answers are wrong by the same factor. Which constant of the formula is missing, "
        "or stands there twice?",
        "모든 값이 일정한 배수만큼 다릅니다. 식의 상수가 빠졌거나 두 번 들어가지 않았는지 보세요.",
    ),
    "generic/constant-offset": (
        "All answers are off by the same amount. From which number does the count or the sum "
        "start?",
        "모든 값이 같은 크기만큼 어긋나 있습니다. 세거나 더하는 일이 어느 수에서 시작하나요?",
    ),
    "generic/whole-numbers": (
        "Whole numbers come back where decimals are expected. Which step drops what stands after "
        "the point?",
        "소수가 나와야 할 곳에 정수가 나옵니다. 소수점 아래는 어느 단계에서 사라지나요?",
    ),
    "generic/four-digits": (
        "The first digits are right, then the answer is rounded. Where do digits get lost?",
        "앞자리는 맞지만 뒤가 반올림되어 있습니다. 자릿수가 어디에서 줄어드는지 찾아보세요.",
    ),
    "generic/transposed": (
        "Rows and columns of the answer are exchanged. Which of the two counts the neurons "
        "that an arrow enters?",
        "답의 행과 열이 서로 바뀌어 있습니다. 화살표가 들어가는 뉴런은 행과 열 중 어느 쪽인가요?",
    ),
    "generic/shape": (
        "The numbers are right, their shape is not. Compare it with the shape in the docstring.",
        "값은 맞지만 모양(shape)이 다릅니다. docstring에 적힌 모양과 비교해 보세요.",
    ),
    "generic/parts-swapped": (
        "Both results are right, but each stands in the other's place. In which order does the "
        "docstring name them?",
        "두 결과는 맞지만 서로 자리가 바뀌어 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
    ),
    "generic/permuted": (
        "The right numbers come back in another order. Which neuron does each place belong to?",
        "값들은 맞지만 순서가 다릅니다. 각 자리가 어느 뉴런의 것인지 확인해 보세요.",
    ),
    "generic/argument-back": (
        "One of the arguments comes back unchanged. Is the result bound to the name that is "
        "returned?",
        "인자 하나가 그대로 돌아옵니다. 계산한 결과가 return 하는 이름에 담겨 있나요?",
    ),
    "generic/overflow": (
        "An intermediate value grows too large for a float. Which power is it, and for which "
        "arguments?",
        "계산 도중에 나오는 값이 너무 커집니다. 어느 거듭제곱이, 어떤 인자에서 그런지 찾아보세요.",
    ),
    "generic/square-only": (
        "Right for square matrices, wrong for others. Rows and columns may be swapped; a "
        "square matrix hides that.",
        "정사각 행렬에서는 맞지만 다른 모양에서는 다릅니다. 행과 열이 바뀌지 않았는지 보세요. "
        "정사각 행렬에서는 드러나지 않습니다.",
    ),
    "generic/arguments-changed": (
        "The answer is right, but the caller's array is no longer what it was. Which line "
        "writes into an argument?",
        "답은 맞지만 호출한 쪽의 배열이 바뀌었습니다. 어느 줄이 인자에 값을 써넣고 있나요?",
    ),
    "generic/asked-wrong-place": (
        "The function you were given is asked at other weights than expected. At which point "
        "does each slope belong?",
        "인자로 받은 함수가 다른 가중치에서 호출되었습니다. 기울기는 각각 어느 지점의 것이어야 "
        "할까요?",
    ),
    "generic/asked-wrong-times": (
        "The function you were given is asked too often or too rarely. How many slopes does "
        "the task need?",
        "인자로 받은 함수의 호출 횟수가 다릅니다. 이 과제에는 기울기가 몇 번 필요할까요?",
    ),
    "generic/gradient-attached": (
        "The numbers are right but still belong to a computation that can be differentiated. "
        "Does anything here need a gradient?",
        "값은 맞지만 미분을 위한 계산 기록이 아직 붙어 있습니다. 여기에서 기울기가 필요할까요?",
    ),
}
