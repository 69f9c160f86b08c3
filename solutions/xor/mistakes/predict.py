"""Mistakes about `predict`."""

from __future__ import annotations

from typing import Any

import torch

from autograder.hints import mistake, variant


def table() -> Any:
    """The inputs and labels of XOR."""
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return X, (X[:, :1] != X[:, 1:]).float()


def _outputs(model: Any, X: Any) -> Any:
    with torch.no_grad():
        return model(X)


@mistake("one-at-one-half")
def one_at_one_half(model: Any, X: Any) -> Any:
    return (_outputs(model, X) >= 0.5).float()


@mistake("outputs-for-predictions")
def outputs_for_predictions(model: Any, X: Any) -> Any:
    return _outputs(model, X)


@mistake("predictions-inverted")
def predictions_inverted(model: Any, X: Any) -> Any:
    return (_outputs(model, X) <= 0.5).float()


@variant("predictions-inverted")
def one_below_one_half(model: Any, X: Any) -> Any:
    return (_outputs(model, X) < 0.5).float()


@mistake("predictions-flat")
def predictions_flat(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float().reshape(-1)


@mistake("threshold-of-zero")
def threshold_of_zero(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0).float()


@mistake("threshold-of-the-mean")
def threshold_of_the_mean(model: Any, X: Any) -> Any:
    o = _outputs(model, X)
    return (o > o.mean()).float()


@mistake("outputs-cut-off")
def outputs_cut_off(model: Any, X: Any) -> Any:
    return _outputs(model, X).int()


@variant("outputs-cut-off")
def largest_of_one_column(model: Any, X: Any) -> Any:
    return _outputs(model, X).argmax(dim=1, keepdim=True)


@mistake("argmax-of-one-column")
def largest_of_one_column_flat(model: Any, X: Any) -> Any:
    return _outputs(model, X).argmax(dim=1)


@mistake("predictions-with-gradient")
def predictions_with_gradient(model: Any, X: Any) -> Any:
    return torch.round(model(X))


@mistake("predictions-in-a-row")
def first_prediction_only(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float()[:1]


@variant("predictions-in-a-row")
def rows_predicted_one(model: Any, X: Any) -> Any:
    return (_outputs(model, X).reshape(-1) > 0.5).nonzero()


@mistake("predictions-as-a-row")
def predictions_as_a_row(model: Any, X: Any) -> Any:
    return (_outputs(model, X) > 0.5).float().T


@mistake("minus-one-predicted")
def minus_one_predicted(model: Any, X: Any) -> Any:
    return torch.where(_outputs(model, X) > 0.5, 1.0, -1.0)


@variant("minus-one-predicted")
def sign_predicted(model: Any, X: Any) -> Any:
    return torch.sign(_outputs(model, X) - 0.5)


@mistake("own-table-predicted")
def own_table_predicted(model: Any, X: Any) -> Any:
    return (_outputs(model, table()[0]) > 0.5).float()


@mistake("attached-output-to-numpy")
def attached_output_to_numpy(model: Any, X: Any) -> Any:
    return (model(X).numpy() > 0.5).astype(float)


@mistake("four-rows-predicted")
def first_four_rows_predicted(model: Any, X: Any) -> Any:
    return (_outputs(model, X[:4]) > 0.5).float()


@variant("four-rows-predicted")
def rows_zero_to_three_predicted(model: Any, X: Any) -> Any:
    return (_outputs(model, X[[0, 1, 2, 3]]) > 0.5).float()
