"""Misconceptions about `predict`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.misconceptions.catalogue import misconception, way

if TYPE_CHECKING:
    import torch
else:
    from autograder.misconceptions.later import torch


def table() -> Any:
    """The inputs and labels of XOR."""
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return X, (X[:, :1] != X[:, 1:]).float()


def _outputs(model: Any, X: Any) -> Any:
    with torch.no_grad():
        return model(X)


@misconception(
    "xor/one-at-one-half",
    title="answers 1 at exactly 0.5",
    why="`>=` stands for `>`.",
    en="Only outputs of exactly 0.5 are answered otherwise. Which side does the docstring give "
    "them to?",
    ko="출력이 정확히 0.5일 때만 다릅니다. docstring은 그 경우를 어느 쪽으로 정하고 있나요?",
)
def one_at_one_half(model: Any, X: Any) -> Any:
    return (_outputs(model, X) >= 0.5).float()


@misconception(
    "xor/outputs-for-predictions",
    title="returns the outputs themselves",
    why="The output is already close to 0 or 1.",
    en="Numbers between 0 and 1 come back. Which decision turns an output into a prediction?",
    ko="0과 1 사이의 수가 돌아왔습니다. 출력을 예측으로 바꾸는 기준은 무엇인가요?",
)
def outputs_for_predictions(model: Any, X: Any) -> Any:
    return _outputs(model, X)


@misconception(
    "xor/predictions-inverted",
    title="exchanges 0 and 1",
    why="The comparison points the other way.",
    en="0 and 1 are exchanged. For which outputs is the condition true?",
    ko="0과 1이 서로 바뀌어 있습니다. 조건은 어떤 출력에서 참이 되나요?",
)
def predictions_inverted(model: Any, X: Any) -> Any:
    return (_outputs(model, X) <= 0.5).float()


@way("xor/predictions-inverted")
def one_below_one_half(model: Any, X: Any) -> Any:
    return (_outputs(model, X) < 0.5).float()


@misconception(
    "xor/predictions-flat",
    title="returns a vector",
    why="One answer for each row looks like a list.",
    en="The predictions are right, but the column has become a vector. Which shape do the "
    "labels have?",
    ko="예측은 맞지만 열이 벡터로 바뀌었습니다. 레이블은 어떤 모양(shape)인가요?",
)
def predictions_flat(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float().reshape(-1)


@misconception(
    "xor/threshold-of-zero",
    title="compares with 0, or applies the sigmoid again",
    why="0 is the threshold of a sum; the model is thought to give sums.",
    en="Every prediction is 1. Between which two values do the compared numbers lie, and with "
    "what are they compared?",
    ko="모든 예측이 1입니다. 비교하는 값들은 어떤 두 수 사이에 있고, 무엇과 비교하고 있나요?",
)
def threshold_of_zero(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0).float()


@misconception(
    "xor/threshold-of-the-mean",
    title="compares with the mean output",
    why="“Above average” is taken for the rule.",
    en="A row's prediction depends on the other rows. With which number is each output compared?",
    ko="한 행의 예측이 다른 행에 따라 달라집니다. 출력을 어떤 수와 비교하고 있나요?",
)
def threshold_of_the_mean(model: Any, X: Any) -> Any:
    o = _outputs(model, X)
    return (o > o.mean()).float()


@misconception(
    "xor/outputs-cut-off",
    title="cuts the decimals off",
    why="`int` looks like rounding.",
    en="Every prediction is 0. What does the last step make of an output of 0.9?",
    ko="모든 예측이 0입니다. 마지막 단계에서 출력 0.9가 무엇으로 바뀌는지 보세요.",
)
def outputs_cut_off(model: Any, X: Any) -> Any:
    return _outputs(model, X).int()


@way("xor/outputs-cut-off")
def largest_of_one_column(model: Any, X: Any) -> Any:
    return _outputs(model, X).argmax(dim=1, keepdim=True)


@misconception(
    "xor/argmax-of-one-column",
    title="takes argmax of a single output",
    why="With one output for each class, argmax names the class.",
    en="`argmax` answers at which place of a row the largest number stands. How many numbers "
    "does each row of the model's output hold?",
    ko="argmax는 가장 큰 수가 행의 몇 번째에 있는지 알려 줍니다. 모델 출력의 한 행에는 수가 몇 "
    "개 있나요?",
)
def largest_of_one_column_flat(model: Any, X: Any) -> Any:
    return _outputs(model, X).argmax(dim=1)


@misconception(
    "xor/predictions-with-gradient",
    title="leaves the gradient attached",
    why="The outputs carry their graph along, and arithmetic keeps it.",
    en="The predictions are right, but they still belong to a computation that can be "
    "differentiated. Does a prediction need a gradient?",
    ko="예측은 맞지만 미분을 위한 계산 기록이 아직 붙어 있습니다. 예측에 기울기가 필요할까요?",
)
def predictions_with_gradient(model: Any, X: Any) -> Any:
    return torch.round(model(X))


@misconception(
    "xor/predictions-in-a-row",
    title="returns one prediction, or the classes' numbers",
    why="A position is taken for a class.",
    en="What comes back is not one prediction for each row. How many rows does X have?",
    ko="행마다 예측이 하나씩 돌아오지 않았습니다. X에는 행이 몇 개인가요?",
)
def first_prediction_only(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float()[:1]


@way("xor/predictions-in-a-row")
def rows_predicted_one(model: Any, X: Any) -> Any:
    return (_outputs(model, X).reshape(-1) > 0.5).nonzero()


@way("xor/predictions-in-a-row")
def predictions_as_a_row(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float().T


@misconception(
    "xor/minus-one-predicted",
    title="answers −1 instead of 0",
    why="The sign function is in mind.",
    en="Where 0 is expected, −1 comes back. Which two classes does the table have?",
    ko="0이 와야 할 곳에 −1이 왔습니다. 진리표의 두 클래스는 무엇인가요?",
)
def minus_one_predicted(model: Any, X: Any) -> Any:
    return torch.where(_outputs(model, X) > 0.5, 1.0, -1.0)


@way("xor/minus-one-predicted")
def sign_predicted(model: Any, X: Any) -> Any:
    return torch.sign(_outputs(model, X) - 0.5)


@misconception(
    "xor/own-table-predicted",
    title="predicts for a table of its own",
    why="`truth_table()` is called inside, as in the chapter's script.",
    en="For XOR's own inputs the answer is right, for others it is not. Which rows does the code "
    "look at?",
    ko="XOR의 입력에서는 맞지만 다른 입력에서는 다릅니다. 코드는 어느 행들을 보고 있나요?",
)
def own_table_predicted(model: Any, X: Any) -> Any:  # noqa: ARG001
    return (_outputs(model, table()[0]) > 0.5).float()


@misconception(
    "xor/attached-output-to-numpy",
    title="makes an array of an output that carries a gradient",
    why="`.numpy()` works on every other tensor.",
    en="The model's output still belongs to a computation that can be differentiated, and such a "
    "tensor gives no array. Does a prediction need a gradient?",
    ko="모델의 출력에는 미분을 위한 계산 기록이 붙어 있고, 그런 텐서는 배열로 바뀌지 않습니다. "
    "예측에 기울기가 필요할까요?",
    error=r"numpy\(\) on Tensor that requires grad",
)
def attached_output_to_numpy(model: Any, X: Any) -> Any:
    return (model(X).numpy() > 0.5).astype(float)


@misconception(
    "xor/four-rows-predicted",
    title="predicts for four rows, however many there are",
    why="XOR's table has four rows.",
    en="For tables of four rows the answer is right, for longer ones rows are missing. Where does "
    "the code fix the number of rows?",
    ko="행이 네 개인 표에서는 맞지만 더 긴 표에서는 예측이 모자랍니다. 코드의 어디에서 행의 "
    "개수가 정해지나요?",
)
def first_four_rows_predicted(model: Any, X: Any) -> Any:
    return (_outputs(model, X[:4]) > 0.5).float()


@way("xor/four-rows-predicted")
def rows_zero_to_three_predicted(model: Any, X: Any) -> Any:
    return (_outputs(model, X[[0, 1, 2, 3]]) > 0.5).float()
