"""Mistakes about `train`."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import nn

from autograder.hints import mistake, variant
from solutions.xor.mistakes.build_model import layers
from solutions.xor.mistakes.predict import table


def _train(
    model: Any, X: Any, Y: Any, lr: float, epochs: int, *,
    criterion: Any = None, optimizer: Any = None, zero: str = "each", noted: Any = None,
) -> list[float]:  # fmt: skip
    """A training with one thing changed; `noted(epoch)` says whether a cost is kept."""
    criterion = criterion or nn.BCELoss()
    optimizer = optimizer or torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0 if noted is None else noted(epoch):
            costs.append(cost.item())
        if zero == "each" or (zero == "hundreds" and epoch % 100 == 0):
            optimizer.zero_grad()
        cost.backward()
        if zero == "late":
            optimizer.zero_grad()
        optimizer.step()
        if zero == "after":
            optimizer.zero_grad()
    return costs


def _always(_epoch: int) -> bool:
    return True


@mistake("gradients-pile-up")
def gradients_pile_up(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="never")


@variant("gradients-pile-up")
def gradients_pile_up_from_zero(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    for parameter in model.parameters():
        parameter.grad = None
    return _train(model, X, Y, lr, epochs, zero="never")


@variant("gradients-pile-up")
def gradients_pile_up_for_a_hundred(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="hundreds")


@mistake("gradients-of-before")
def gradients_cleared_after_the_step_only(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="after")


@mistake("squared-errors-trained")
def squared_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.MSELoss())


@mistake("absolute-errors-trained")
def absolute_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.L1Loss())


@variant("squared-errors-trained")
def half_squared_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: 0.5 * ((t - o) ** 2).sum())


@mistake("half-of-the-cross-entropy")
def half_of_the_cross_entropy(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: -(t * torch.log(o)).mean())


@mistake("sigmoid-in-the-loss-too")
def sigmoid_in_the_loss_too(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.BCEWithLogitsLoss())


@mistake("costs-summed")
def costs_summed(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.BCELoss(reduction="sum"))


@mistake("adam")
def adam(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("adam")
def rmsprop(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.RMSprop(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("adam")
def adagrad(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.Adagrad(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("adam")
def adam_with_its_own_rate(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.Adam(model.parameters()))


@variant("adam")
def adam_made_anew(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs = []
    for _ in range(epochs):
        optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        costs += _train(model, X, Y, lr, 1, optimizer=optimizer)
    return costs[::100]


@variant("adam")
def adamw(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@mistake("sgd-with-extras")
def momentum(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("sgd-with-extras")
def half_momentum(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.5)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("sgd-with-extras")
def nesterov(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, nesterov=True)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("sgd-with-extras")
def weight_decay(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.01)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@variant("sgd-with-extras")
def small_weight_decay(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.001)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


def _clipped(model: Any, X: Any, Y: Any, lr: float, epochs: int, norm: float) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = nn.BCELoss()(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), norm)
        optimizer.step()
    return costs


@mistake("gradients-clipped")
def clipped_to_a_tenth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _clipped(model, X, Y, lr, epochs, 0.1)


@variant("gradients-clipped")
def clipped_to_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _clipped(model, X, Y, lr, epochs, 1.0)


@mistake("learning-rate-fixed")
def learning_rate_of_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 1.0, epochs)


@variant("learning-rate-fixed")
def learning_rate_of_a_tenth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.1, epochs)


@variant("learning-rate-fixed")
def learning_rate_of_a_hundredth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.01, epochs)


@variant("learning-rate-fixed")
def learning_rate_by_default(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.001, epochs)


@variant("learning-rate-fixed")
def learning_rate_of_one_half(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.5, epochs)


@mistake("cost-after-the-step")
def cost_after_the_step(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        criterion(model(X), Y).backward()
        optimizer.step()
        if epoch % 100 == 0:
            costs.append(criterion(model(X), Y).item())
    return costs


@mistake("mean-of-costs")
def mean_of_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[: k + 1]) / (k + 1) for k in range(0, epochs, 100)]


@variant("mean-of-costs")
def total_of_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[: k + 1]) for k in range(0, epochs, 100)]


@variant("mean-of-costs")
def mean_of_each_hundred(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[k : k + 100]) / len(every[k : k + 100]) for k in range(0, epochs, 100)]


@mistake("one-epoch-too-many")
def one_epoch_too_many(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs + 1)


@mistake("one-epoch-too-few")
def one_epoch_too_few(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs - 1)


@variant("one-epoch-too-few")
def epochs_from_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs - 1, noted=lambda epoch: (epoch + 1) % 100 == 0)


@mistake("costs-of-other-epochs")
def costs_of_each_hundredth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: (epoch + 1) % 100 == 0)


@variant("costs-of-other-epochs")
def cost_of_epoch_zero_missing(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch and epoch % 100 == 0)


@variant("costs-of-other-epochs")
def cost_of_the_last_epoch_too(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(
        model, X, Y, lr, epochs, noted=lambda epoch: epoch % 100 == 0 or epoch == epochs - 1
    )


@variant("costs-of-other-epochs")
def cost_of_every_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=_always)


@variant("costs-of-other-epochs")
def cost_of_every_tenth_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch % 10 == 0)


@variant("costs-of-other-epochs")
def cost_of_every_thousandth_epoch(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch % 1000 == 0)


@variant("costs-of-other-epochs")
def empty_list_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    _train(model, X, Y, lr, epochs)
    return []


@variant("costs-of-other-epochs")
def final_cost_added(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs = _train(model, X, Y, lr, epochs)
    return [*costs, float(nn.BCELoss()(model(X), Y))]


@mistake("last-cost-only")
def last_cost_only(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return every[-1] if every else None


@variant("last-cost-only")
def last_cost_of_at_least_one_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return _train(model, X, Y, lr, epochs, noted=_always)[-1]


@variant("last-cost-only")
def last_noted_cost_only(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    costs = _train(model, X, Y, lr, epochs)
    return costs[-1] if costs else None


@mistake("nothing-returned-from-train")
def nothing_returned_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> None:
    _train(model, X, Y, lr, epochs)


@mistake("model-returned-from-train")
def model_returned_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    _train(model, X, Y, lr, epochs)
    return model


@mistake("model-returned-with-the-costs")
def model_returned_with_the_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return model, _train(model, X, Y, lr, epochs)


@variant("model-returned-with-the-costs")
def costs_returned_with_the_model(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return _train(model, X, Y, lr, epochs), model


@mistake("epochs-beside-the-costs")
def epochs_beside_the_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return [(100 * k, cost) for k, cost in enumerate(_train(model, X, Y, lr, epochs))]


@variant("epochs-beside-the-costs")
def costs_beside_the_epochs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return [(cost, 100 * k) for k, cost in enumerate(_train(model, X, Y, lr, epochs))]


@variant("epochs-beside-the-costs")
def epochs_counted_from_one_beside_the_costs(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> Any:
    return [(100 * k + 1, cost) for k, cost in enumerate(_train(model, X, Y, lr, epochs))]


@mistake("attached-cost-to-numpy")
def attached_cost_to_numpy(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return [nn.BCELoss()(model(X), Y).numpy() for _ in range(epochs)]


@mistake("row-by-row")
def row_by_row(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        if epoch % 100 == 0:
            costs.append(criterion(model(X), Y).item())
        for x, y in zip(X, Y, strict=True):
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
    return costs


@variant("row-by-row")
def row_by_row_with_the_last_cost(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost: Any = None
        for x, y in zip(X, Y, strict=True):
            cost = criterion(model(x), y)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs


@variant("row-by-row")
def row_by_row_with_the_mean_cost(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in zip(X, Y, strict=True):
            cost = criterion(model(x), y)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
            total += cost.item()
        if epoch % 100 == 0:
            costs.append(total / len(X))
    return costs


@mistake("a-copy-trained")
def a_copy_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(copy.deepcopy(model), X, Y, lr, epochs)


@variant("a-copy-trained")
def a_new_model_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    torch.manual_seed(777)
    return _train(layers(between=nn.Sigmoid), X, Y, lr, epochs)


@mistake("own-data-trained")
def own_data_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    own_X, own_Y = table()
    return _train(model, own_X, own_Y, lr, epochs)


@mistake("loss-arguments-exchanged")
def loss_arguments_exchanged(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: nn.BCELoss()(t, o))


@mistake("weights-drawn-anew")
def weights_drawn_anew(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    torch.manual_seed(777)
    for module in model:
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()
    return _train(model, X, Y, lr, epochs)


@mistake("no-step")
def no_step(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="late")


@mistake("cost-climbed")
def cost_climbed(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, maximize=True)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@mistake("cost-with-a-minus")
def negative_cost(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: -nn.BCELoss()(o, t))


@mistake("some-parameters-trained")
def biases_not_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    weights = [parameter for parameter in model.parameters() if parameter.ndim == 2]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(weights, lr=lr))


@variant("some-parameters-trained")
def last_layer_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    last = list(model.parameters())[-2:]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(last, lr=lr))


@variant("some-parameters-trained")
def first_layer_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    first = list(model.parameters())[:2]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(first, lr=lr))


@mistake("two-steps-in-an-epoch")
def two_steps_in_an_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 2 * lr, epochs)


@variant("two-steps-in-an-epoch")
def two_rounds_in_an_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, 2 * epochs, noted=lambda epoch: epoch % 200 == 0)


@mistake("learning-rate-falls")
def learning_rate_falls(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs: list[float] = []
    for start in range(0, epochs, 100):
        costs += _train(model, X, Y, lr * 0.1 ** (start // 100), min(100, epochs - start))
    return costs


@variant("learning-rate-falls")
def learning_rate_falls_each_epoch(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    every = [_train(model, X, Y, lr * 0.99**epoch, 1)[0] for epoch in range(epochs)]
    return every[::100]


@mistake("training-stops-early")
def one_epoch_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, min(epochs, 1))


@variant("training-stops-early")
def a_hundred_epochs_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, min(epochs, 101))
