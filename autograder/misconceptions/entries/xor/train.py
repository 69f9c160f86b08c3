"""Misconceptions about `train`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from autograder.misconceptions.catalogue import misconception, way

if TYPE_CHECKING:
    import torch
    from torch import nn
else:
    from autograder.misconceptions.later import nn, torch

from .build_model import layers
from .predict import table


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
    return costs


def _always(_epoch: int) -> bool:
    return True


@misconception(
    "xor/gradients-pile-up",
    title="never sets the gradients back",
    why="`backward` is thought to replace the old gradients.",
    en="The first step is right, later ones grow. What does `backward` do with the gradients "
    "of the epoch before?",
    ko="첫 걸음은 맞지만 뒤로 갈수록 걸음이 커집니다. backward는 앞 에포크의 기울기를 어떻게 "
    "하나요?",
)
def gradients_pile_up(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="never")


@way("xor/gradients-pile-up")
def gradients_pile_up_from_zero(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    for parameter in model.parameters():
        parameter.grad = None
    return _train(model, X, Y, lr, epochs, zero="never")


@way("xor/gradients-pile-up")
def gradients_pile_up_for_a_hundred(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="hundreds")


@misconception(
    "xor/squared-errors-trained",
    title="trains with MSE",
    why="5.3 used squared errors.",
    en="The costs are those of squared errors. Which cost does 5.4 use for answers of 0 and 1?",
    ko="비용이 제곱 오차의 값입니다. 5.4절에서는 0과 1의 답에 어떤 비용을 쓰나요?",
)
def squared_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.MSELoss())


@way("xor/squared-errors-trained")
def absolute_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.L1Loss())


@way("xor/squared-errors-trained")
def half_squared_errors_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: 0.5 * ((t - o) ** 2).sum())


@misconception(
    "xor/half-of-the-cross-entropy",
    title="writes out only one half of the cross-entropy",
    why="Only rows with label 1 are thought of.",
    en="Rows with label 0 add nothing to the cost. What should an output of 0.9 cost them?",
    ko="레이블이 0인 행은 비용에 아무것도 더하지 않습니다. 그런 행에서 출력이 0.9이면 비용은 "
    "얼마여야 할까요?",
)
def half_of_the_cross_entropy(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: -(t * torch.log(o)).mean())


@misconception(
    "xor/sigmoid-in-the-loss-too",
    title="uses BCEWithLogitsLoss on activations",
    why="It is the recommended loss elsewhere.",
    en="The loss applies a sigmoid of its own. What has the model's last layer done already?",
    ko="손실 함수가 스스로 시그모이드를 한 번 더 적용합니다. 모델의 마지막 층이 이미 한 일은 "
    "무엇인가요?",
)
def sigmoid_in_the_loss_too(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.BCEWithLogitsLoss())


@misconception(
    "xor/costs-summed",
    title="adds the rows' costs instead of averaging them",
    why="E was a sum in 5.3.",
    en="The cost grows with the number of rows. How does BCELoss put the rows together by itself?",
    ko="비용이 행의 개수만큼 커집니다. BCELoss는 따로 정하지 않으면 행의 비용을 어떻게 합치나요?",
)
def costs_summed(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=nn.BCELoss(reduction="sum"))


@misconception(
    "xor/adam",
    title="uses another optimizer",
    why="Adam is the usual choice elsewhere.",
    en="The first cost is right, the steps are not those of plain SGD. Which optimizer does "
    "the chapter use?",
    ko="첫 비용은 맞지만 걸음이 SGD의 것이 아닙니다. 교재는 어떤 옵티마이저를 쓰나요?",
)
def adam(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/adam")
def rmsprop(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.RMSprop(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/adam")
def adagrad(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.Adagrad(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/adam")
def adam_with_its_own_rate(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.Adam(model.parameters()))


@way("xor/adam")
def adam_made_anew(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs = []
    for _ in range(epochs):
        optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        costs += _train(model, X, Y, lr, 1, optimizer=optimizer)
    return costs[::100]


@way("xor/adam")
def adamw(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@misconception(
    "xor/sgd-with-extras",
    title="gives SGD momentum or weight decay",
    why="Examples on the web set momentum=0.9.",
    en="The optimizer is SGD, but its steps hold more than slope times learning rate. Which of "
    "its arguments are set?",
    ko="옵티마이저는 SGD지만 걸음이 학습률과 기울기의 곱만은 아닙니다. 어떤 인자를 더 주었나요?",
)
def momentum(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def half_momentum(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.5)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def nesterov(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, nesterov=True)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def weight_decay(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.01)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/sgd-with-extras")
def small_weight_decay(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=0.001)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@misconception(
    "xor/gradients-clipped",
    title="clips the gradients",
    why="Recipes on the web do.",
    en="Long steps are cut short. Does plain gradient descent change a gradient before the step?",
    ko="긴 걸음이 잘려 짧아집니다. 경사 하강법은 걸음을 옮기기 전에 기울기를 바꾸나요?",
)
def gradients_clipped(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = nn.BCELoss()(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 0.1)
        optimizer.step()
    return costs


@misconception(
    "xor/learning-rate-fixed",
    title="trains with a learning rate of its own",
    why="A number of the chapter is typed in, or lr is left to its default.",
    en="The first cost is right, the steps have another length. Where does the optimizer get "
    "its learning rate from?",
    ko="첫 비용은 맞지만 걸음의 길이가 다릅니다. 옵티마이저는 학습률을 어디에서 받나요?",
)
def learning_rate_of_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 1.0, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_of_a_tenth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.1, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_of_a_hundredth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.01, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_by_default(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.001, epochs)


@way("xor/learning-rate-fixed")
def learning_rate_of_one_half(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 0.5, epochs)


@misconception(
    "xor/cost-after-the-step",
    title="notes the cost after the step",
    why="The cost is printed at the end of the loop and computed anew.",
    en="The training is right, but each noted cost belongs to weights that have moved already. "
    "Before or after the step: when is the cost of epoch 0 taken?",
    ko="훈련은 맞지만 적어 둔 비용이 이미 움직인 가중치의 것입니다. 0번 에포크의 비용은 걸음 "
    "앞의 것인가요, 뒤의 것인가요?",
)
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


@misconception(
    "xor/mean-of-costs",
    title="notes a running mean or total",
    why="Training loops elsewhere average over batches.",
    en="The training is right, but the noted costs hold those of the epochs between. What is "
    "asked for: the cost of an epoch, or a mean over several?",
    ko="훈련은 맞지만 적어 둔 비용에 그 사이 에포크의 비용이 섞여 있습니다. 필요한 것은 한 "
    "에포크의 비용인가요, 여러 에포크의 평균인가요?",
)
def mean_of_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[: k + 1]) / (k + 1) for k in range(0, epochs, 100)]


@way("xor/mean-of-costs")
def total_of_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[: k + 1]) for k in range(0, epochs, 100)]


@way("xor/mean-of-costs")
def mean_of_each_hundred(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return [sum(every[k : k + 100]) / len(every[k : k + 100]) for k in range(0, epochs, 100)]


@misconception(
    "xor/one-epoch-too-many",
    title="trains one epoch too many",
    why="range(epochs + 1), as the chapter's 10,001 suggests.",
    en="The model has taken one step more than asked for. How often does the loop run for "
    "epochs = 0?",
    ko="모델이 한 걸음 더 움직였습니다. epochs가 0이면 반복문은 몇 번 도나요?",
)
def one_epoch_too_many(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs + 1)


@misconception(
    "xor/one-epoch-too-few",
    title="trains one epoch too few",
    why="range(1, epochs), or epochs − 1.",
    en="The model has taken one step less than asked for. Which epochs does the loop go through?",
    ko="모델이 한 걸음 덜 움직였습니다. 반복문은 몇 번 에포크부터 몇 번까지 도나요?",
)
def one_epoch_too_few(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs - 1)


@way("xor/one-epoch-too-few")
def epochs_from_one(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs - 1, noted=lambda epoch: (epoch + 1) % 100 == 0)


@misconception(
    "xor/costs-of-other-epochs",
    title="notes the costs of other epochs",
    why="Epochs are counted from 1, or the first or last one is treated apart.",
    en="The training is right, but the list holds the costs of other epochs than 0, 100, 200, "
    "… For which epochs is the condition true?",
    ko="훈련은 맞지만 0, 100, 200, …이 아닌 에포크의 비용이 담겼습니다. 조건은 어떤 에포크에서 "
    "참이 되나요?",
)
def costs_of_each_hundredth(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: (epoch + 1) % 100 == 0)


@way("xor/costs-of-other-epochs")
def cost_of_epoch_zero_missing(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch and epoch % 100 == 0)


@way("xor/costs-of-other-epochs")
def cost_of_the_last_epoch_too(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(
        model, X, Y, lr, epochs, noted=lambda epoch: epoch % 100 == 0 or epoch == epochs - 1
    )


@way("xor/costs-of-other-epochs")
def cost_of_every_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=_always)


@way("xor/costs-of-other-epochs")
def cost_of_every_tenth_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch % 10 == 0)


@way("xor/costs-of-other-epochs")
def cost_of_every_thousandth_epoch(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    return _train(model, X, Y, lr, epochs, noted=lambda epoch: epoch % 1000 == 0)


@way("xor/costs-of-other-epochs")
def empty_list_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    _train(model, X, Y, lr, epochs)
    return []


@way("xor/costs-of-other-epochs")
def final_cost_added(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs = _train(model, X, Y, lr, epochs)
    return [*costs, float(nn.BCELoss()(model(X), Y))]


@misconception(
    "xor/last-cost-only",
    title="returns one cost",
    why="The last cost seems to be the result.",
    en="One cost comes back. What is asked for of epochs 0, 100, 200 and so on?",
    ko="비용이 하나만 돌아왔습니다. 0, 100, 200, … 에포크의 비용은 어떻게 되어야 하나요?",
)
def last_cost_only(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    every = _train(model, X, Y, lr, epochs, noted=_always)
    return every[-1] if every else None


@way("xor/last-cost-only")
def last_cost_of_at_least_one_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return _train(model, X, Y, lr, epochs, noted=_always)[-1]


@way("xor/last-cost-only")
def last_noted_cost_only(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    costs = _train(model, X, Y, lr, epochs)
    return costs[-1] if costs else None


@misconception(
    "xor/nothing-returned-from-train",
    title="returns no costs",
    why="Training changes the model, so there seems to be nothing to return.",
    en="The model is trained, but the costs don't come back. Where do they go: to the screen, "
    "or to the caller?",
    ko="모델은 학습했지만 비용이 돌아오지 않습니다. 비용은 화면으로 가나요, 호출한 쪽으로 가나요?",
)
def nothing_returned_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> None:
    _train(model, X, Y, lr, epochs)


@misconception(
    "xor/model-returned-from-train",
    title="returns the model instead of the costs",
    why="The trained model seems to be the result.",
    en="The model comes back, although the caller has it already. Which numbers of the training "
    "does only `train` know?",
    ko="호출한 쪽이 이미 가지고 있는 모델이 돌아왔습니다. 훈련에서 나온 수 가운데 train만 알고 "
    "있는 것은 무엇인가요?",
)
def model_returned_from_train(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    _train(model, X, Y, lr, epochs)
    return model


@misconception(
    "xor/model-returned-with-the-costs",
    title="returns the model and the costs",
    why="Both are results of the training.",
    en="The costs come back, and the model beside them. Which of the two does the docstring "
    "ask for?",
    ko="비용과 함께 모델도 돌아왔습니다. docstring은 둘 가운데 무엇을 돌려주라고 하나요?",
)
def model_returned_with_the_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return model, _train(model, X, Y, lr, epochs)


@way("xor/model-returned-with-the-costs")
def costs_returned_with_the_model(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return _train(model, X, Y, lr, epochs), model


@misconception(
    "xor/epochs-beside-the-costs",
    title="returns pairs of epoch and cost",
    why="The chapter prints both in a line.",
    en="The costs are right, but each stands in a pair. Which of its two numbers is asked for?",
    ko="비용은 맞지만 저마다 다른 수와 짝을 이루고 있습니다. 두 수 가운데 필요한 것은 어느 "
    "것인가요?",
)
def epochs_beside_the_costs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return [(100 * k, cost) for k, cost in enumerate(_train(model, X, Y, lr, epochs))]


@way("xor/epochs-beside-the-costs")
def costs_beside_the_epochs(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return [(cost, 100 * k) for k, cost in enumerate(_train(model, X, Y, lr, epochs))]


@way("xor/epochs-beside-the-costs")
def epochs_counted_from_one_beside_the_costs(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> Any:
    return [(100 * k + 1, cost) for k, cost in enumerate(_train(model, X, Y, lr, epochs))]


@misconception(
    "xor/attached-cost-to-numpy",
    title="makes an array of a cost that carries a gradient",
    why="`.numpy()` works on every other tensor.",
    en="The cost still belongs to the computation that `backward` differentiates, and such a "
    "tensor gives no array. What makes a plain number of it?",
    ko="비용에는 backward가 미분할 계산 기록이 붙어 있고, 그런 텐서는 배열로 바뀌지 않습니다. "
    "비용을 보통의 수로 바꾸는 것은 무엇인가요?",
    error=r"numpy\(\) on Tensor that requires grad",
)
def attached_cost_to_numpy(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> Any:
    return [nn.BCELoss()(model(X), Y).numpy() for _ in range(epochs)]


@misconception(
    "xor/row-by-row",
    title="takes a step for each row",
    why="“Stochastic” is taken at its word.",
    en="The weights move after every row. How often does one epoch of a full batch move them?",
    ko="행 하나마다 가중치가 움직입니다. 전체 배치에서는 한 에포크에 몇 번 움직이나요?",
)
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


@way("xor/row-by-row")
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


@way("xor/row-by-row")
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


@misconception(
    "xor/a-copy-trained",
    title="trains a copy or a new model",
    why="The model is made inside `train`, or copied to keep the original.",
    en="The model that was passed in has not moved. Whose parameters does the optimizer hold?",
    ko="전달받은 모델이 움직이지 않았습니다. 옵티마이저는 누구의 파라미터를 가지고 있나요?",
)
def a_copy_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(copy.deepcopy(model), X, Y, lr, epochs)


@way("xor/a-copy-trained")
def a_new_model_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    torch.manual_seed(777)
    return _train(layers(between=nn.Sigmoid), X, Y, lr, epochs)


@misconception(
    "xor/own-data-trained",
    title="trains on a table of its own",
    why="`truth_table()` is called inside, as in the chapter's script.",
    en="The model moves, but for tables other than XOR's in the wrong way. Which rows and labels "
    "does the code hand to the model and the loss?",
    ko="모델이 학습하기는 하지만 XOR가 아닌 표에서는 다르게 움직입니다. 코드는 어느 행과 레이블로 "
    "비용을 구하나요?",
)
def own_data_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    own_X, own_Y = table()
    return _train(model, own_X, own_Y, lr, epochs)


@misconception(
    "xor/loss-arguments-exchanged",
    title="hands labels and outputs to the loss in the other order",
    why="A difference squared does not mind the order.",
    en="The first cost is far too large, since the logarithm meets the labels. In which order "
    "does BCELoss take outputs and labels?",
    ko="레이블에 로그를 취해서 첫 비용이 지나치게 큽니다. BCELoss는 출력과 레이블을 어떤 "
    "순서로 받나요?",
)
def loss_arguments_exchanged(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: nn.BCELoss()(t, o))


@misconception(
    "xor/weights-drawn-anew",
    title="resets the model's weights first",
    why="Every training is thought to start from a seed.",
    en="Training starts from other weights than the model had. What happens to them before "
    "epoch 0?",
    ko="모델이 가지고 있던 것과 다른 가중치에서 훈련을 시작합니다. 0번 에포크 앞에서 무슨 일이 "
    "일어나나요?",
)
def weights_drawn_anew(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    torch.manual_seed(777)
    for module in model:
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()
    return _train(model, X, Y, lr, epochs)


@misconception(
    "xor/no-step",
    title="never moves the weights: no step, or gradients cleared just before it",
    why="`backward` is thought to move the weights; zero_grad is put where the loop looks tidy.",
    en="All costs are the same and the weights stay. Which line moves them, and which "
    "gradients does it find when it is called?",
    ko="비용이 모두 같고 가중치도 그대로입니다. 가중치를 움직이는 것은 어느 줄이고, 그 줄이 "
    "실행될 때 기울기에는 무엇이 들어 있나요?",
)
def no_step(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, zero="late")


@misconception(
    "xor/cost-climbed",
    title="climbs the cost",
    why="A sign is turned in a manual update or in the loss.",
    en="The cost rises. In which direction along the slope do the weights move?",
    ko="비용이 커지고 있습니다. 가중치가 기울기를 따라 어느 방향으로 움직이나요?",
)
def cost_climbed(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, maximize=True)
    return _train(model, X, Y, lr, epochs, optimizer=optimizer)


@way("xor/cost-climbed")
def negative_cost(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, epochs, criterion=lambda o, t: -nn.BCELoss()(o, t))


@misconception(
    "xor/some-parameters-trained",
    title="hands only some parameters to the optimizer",
    why="Biases or hidden layers are overlooked.",
    en="Some of the model's parameters never move. Which of them does the optimizer know?",
    ko="모델의 파라미터 가운데 일부가 움직이지 않습니다. 옵티마이저는 어느 파라미터를 알고 있나요?",
)
def biases_not_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    weights = [parameter for parameter in model.parameters() if parameter.ndim == 2]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(weights, lr=lr))


@way("xor/some-parameters-trained")
def last_layer_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    last = list(model.parameters())[-2:]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(last, lr=lr))


@way("xor/some-parameters-trained")
def first_layer_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    first = list(model.parameters())[:2]
    return _train(model, X, Y, lr, epochs, optimizer=torch.optim.SGD(first, lr=lr))


@misconception(
    "xor/two-steps-in-an-epoch",
    title="takes two steps in each epoch",
    why="`step` stands twice, or the gradient is worked out twice.",
    en="The weights move too far in each epoch. How often are `backward` and `step` called in "
    "one round?",
    ko="에포크마다 가중치가 너무 많이 움직입니다. 한 번 도는 동안 backward와 step을 몇 번 "
    "호출하나요?",
)
def two_steps_in_an_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, 2 * lr, epochs)


@way("xor/two-steps-in-an-epoch")
def two_rounds_in_an_epoch(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, 2 * epochs, noted=lambda epoch: epoch % 200 == 0)


@misconception(
    "xor/learning-rate-falls",
    title="lowers the learning rate on the way",
    why="Schedulers are met elsewhere.",
    en="The first steps are right, later ones shrink. Should lr change during the training?",
    ko="처음 걸음은 맞지만 뒤로 갈수록 짧아집니다. 훈련하는 동안 lr이 바뀌어야 하나요?",
)
def learning_rate_falls(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    costs: list[float] = []
    for start in range(0, epochs, 100):
        costs += _train(model, X, Y, lr * 0.1 ** (start // 100), min(100, epochs - start))
    return costs


@way("xor/learning-rate-falls")
def learning_rate_falls_each_epoch(
    model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> list[float]:
    every = [_train(model, X, Y, lr * 0.99**epoch, 1)[0] for epoch in range(epochs)]
    return every[::100]


@misconception(
    "xor/training-stops-early",
    title="stops when the cost is small or stalls",
    why="Early stopping was the topic of 5.1.",
    en="The training ends before all epochs are done. Which line leaves the loop?",
    ko="에포크를 다 채우기 전에 훈련이 끝납니다. 어느 줄에서 반복문을 빠져나가나요?",
)
def one_epoch_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, min(epochs, 1))


@way("xor/training-stops-early")
def a_hundred_epochs_trained(model: Any, X: Any, Y: Any, lr: float, epochs: int) -> list[float]:
    return _train(model, X, Y, lr, min(epochs, 101))
