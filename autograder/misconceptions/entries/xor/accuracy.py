"""Misconceptions about `accuracy`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.misconceptions.catalogue import misconception, way

if TYPE_CHECKING:
    import torch
else:
    from autograder.misconceptions.later import torch


@misconception(
    "xor/accuracy-as-count",
    title="returns how many are right",
    why="The division is left out.",
    en="The number of right predictions comes back. Out of how many, and what is a fraction of "
    "them?",
    ko="맞은 예측의 개수가 돌아왔습니다. 전체가 몇 개이고, 비율은 얼마인가요?",
)
def accuracy_as_count(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item()


@misconception(
    "xor/accuracy-in-percent",
    title="returns percent",
    why="Accuracies are spoken of in percent.",
    en="The answer is a hundred times as large as expected. Between which numbers does a "
    "fraction lie?",
    ko="답이 백 배입니다. 비율은 어떤 두 수 사이에 있나요?",
)
def accuracy_in_percent(predicted: Any, Y: Any) -> Any:
    return 100 * (predicted == Y).float().mean().item()


@misconception(
    "xor/error-rate",
    title="returns the fraction that is wrong",
    why="`!=` stands for `==`, or distances are averaged.",
    en="Right and wrong are exchanged: the answer falls where it should rise. What is counted?",
    ko="맞은 것과 다른 것이 서로 바뀌어 있습니다. 무엇을 세고 있나요?",
)
def error_rate(predicted: Any, Y: Any) -> Any:
    return (predicted != Y).float().mean().item()


@misconception(
    "xor/differences-cancel",
    title="averages signed differences",
    why="predicted − Y looks like the mistake of a row.",
    en="Two mistakes of opposite sign cancel each other. What should each wrong row count?",
    ko="부호가 반대인 두 잘못이 서로 지워집니다. 다른 행은 각각 얼마로 세어야 하나요?",
)
def differences_cancel(predicted: Any, Y: Any) -> Any:
    return 1 - (predicted - Y).mean().item()


@way("xor/differences-cancel")
def absolute_sum_of_differences(predicted: Any, Y: Any) -> Any:
    return 1 - abs((predicted - Y).mean().item())


@misconception(
    "xor/shapes-broadcast",
    title="compares each prediction with every label",
    why="(n, 1) against (n,) broadcasts to (n, n).",
    en="More pairs are compared than there are rows. Which shapes do both sides of `==` have?",
    ko="행의 개수보다 많은 쌍을 비교했습니다. == 양쪽의 모양(shape)은 각각 무엇인가요?",
)
def shapes_broadcast(predicted: Any, Y: Any) -> Any:
    return (predicted.reshape(-1) == Y).float().mean().item()


@way("xor/shapes-broadcast")
def shapes_broadcast_and_summed(predicted: Any, Y: Any) -> Any:
    return (predicted.reshape(-1) == Y).float().sum().item() / len(Y)


@misconception(
    "xor/only-ones-counted",
    title="counts only right ones",
    why="A right 0 looks like nothing to count.",
    en="Rows whose label is 0 don't count as right. Is a predicted 0 for a label of 0 right?",
    ko="레이블이 0인 행은 맞은 것으로 세지 않았습니다. 레이블 0을 0으로 예측하면 맞은 것인가요?",
)
def only_ones_counted(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / len(Y)


@way("xor/only-ones-counted")
def recall(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / max(Y.sum().item(), 1)


@way("xor/only-ones-counted")
def recall_that_divides_by_zero(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / Y.sum().item()


@way("xor/only-ones-counted")
def precision(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / max(predicted.sum().item(), 1)


@misconception(
    "xor/all-or-nothing",
    title="answers whether everything is right, or divides integers",
    why="`torch.equal` and `all` compare as a whole; `//` cuts the fraction off.",
    en="The answer is 1 only if every row is right. What about three right rows of four?",
    ko="모든 행이 맞을 때만 1이 됩니다. 네 행 가운데 세 행이 맞으면 얼마여야 하나요?",
)
def all_or_nothing(predicted: Any, Y: Any) -> Any:
    return torch.equal(predicted, Y)


@misconception(
    "xor/four-rows-always",
    title="divides by 4",
    why="XOR's table has four rows.",
    en="With four rows the fraction is right. By what is the count divided?",
    ko="행이 네 개일 때만 비율이 맞습니다. 맞은 개수를 무엇으로 나누고 있나요?",
)
def four_rows_always(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / 4


@misconception(
    "xor/accuracy-divided-wrongly",
    title="divides by another number than that of the rows",
    why="len − 1, or the number of ones.",
    en="The right rows are counted, then divided by something else than the number of rows. "
    "What stands below the line of the fraction?",
    ko="맞은 행은 세었지만 행의 개수가 아닌 것으로 나누었습니다. 분모에는 무엇이 있나요?",
)
def accuracy_by_number_of_ones(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / max(Y.sum().item(), 1)


@way("xor/accuracy-divided-wrongly")
def accuracy_by_one_less(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / max(len(Y) - 1, 1)


@misconception(
    "xor/rows-for-accuracy",
    title="returns right and wrong for each row",
    why="The mean is left out.",
    en="One answer for each row comes back. What makes a single fraction of them?",
    ko="행마다 답이 하나씩 돌아왔습니다. 그것들을 비율 하나로 만드는 것은 무엇인가요?",
)
def rows_for_accuracy(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float()


@misconception(
    "xor/labels-not-looked-at",
    title="averages the predictions or the labels",
    why="The comparison is left out.",
    en="The answer says how many ones there are. With what is a prediction compared?",
    ko="1이 얼마나 많은지를 답했습니다. 예측은 무엇과 비교해야 하나요?",
)
def mean_of_predictions(predicted: Any, Y: Any) -> Any:
    return predicted.mean().item()


@way("xor/labels-not-looked-at")
def mean_of_labels(predicted: Any, Y: Any) -> Any:
    return Y.mean().item()


@misconception(
    "xor/mean-of-truth-values",
    title="averages truth values",
    why="NumPy's mean takes True and False for 1 and 0.",
    en="`==` gives True and False, and torch takes no mean of those. What should each of them "
    "count?",
    ko="==의 결과는 참과 거짓이고, torch는 이것의 평균을 구하지 않습니다. 참과 거짓은 각각 얼마로 "
    "세어야 하나요?",
    error=r"mean\(\).*dtype.*Bool",
)
def mean_of_truth_values(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).mean()
