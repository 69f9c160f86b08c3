"""Mistakes about `accuracy`."""

from __future__ import annotations

from typing import Any

import torch

from autograder.hints import mistake, variant


@mistake("accuracy-as-count")
def accuracy_as_count(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item()


@mistake("accuracy-in-percent")
def accuracy_in_percent(predicted: Any, Y: Any) -> Any:
    return 100 * (predicted == Y).float().mean().item()


@mistake("error-rate")
def error_rate(predicted: Any, Y: Any) -> Any:
    return (predicted != Y).float().mean().item()


@mistake("differences-cancel")
def differences_cancel(predicted: Any, Y: Any) -> Any:
    return 1 - (predicted - Y).mean().item()


@variant("differences-cancel")
def absolute_sum_of_differences(predicted: Any, Y: Any) -> Any:
    return 1 - abs((predicted - Y).mean().item())


@mistake("shapes-broadcast")
def shapes_broadcast(predicted: Any, Y: Any) -> Any:
    return (predicted.reshape(-1) == Y).float().mean().item()


@variant("shapes-broadcast")
def shapes_broadcast_and_summed(predicted: Any, Y: Any) -> Any:
    return (predicted.reshape(-1) == Y).float().sum().item() / len(Y)


@mistake("only-ones-counted")
def only_ones_counted(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / len(Y)


@variant("only-ones-counted")
def recall(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / max(Y.sum().item(), 1)


@variant("only-ones-counted")
def recall_that_divides_by_zero(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / Y.sum().item()


@variant("only-ones-counted")
def precision(predicted: Any, Y: Any) -> Any:
    return (predicted * Y).sum().item() / max(predicted.sum().item(), 1)


@mistake("all-or-nothing")
def all_or_nothing(predicted: Any, Y: Any) -> Any:
    return torch.equal(predicted, Y)


@mistake("four-rows-always")
def four_rows_always(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / 4


@mistake("accuracy-divided-wrongly")
def accuracy_by_number_of_ones(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / max(Y.sum().item(), 1)


@variant("accuracy-divided-wrongly")
def accuracy_by_one_less(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float().sum().item() / max(len(Y) - 1, 1)


@mistake("rows-for-accuracy")
def rows_for_accuracy(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).float()


@mistake("labels-not-looked-at")
def mean_of_predictions(predicted: Any, Y: Any) -> Any:
    return predicted.mean().item()


@variant("labels-not-looked-at")
def mean_of_labels(predicted: Any, Y: Any) -> Any:
    return Y.mean().item()


@mistake("mean-of-truth-values")
def mean_of_truth_values(predicted: Any, Y: Any) -> Any:
    return (predicted == Y).mean()
