# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `xor`, one mistake each, written after the matcher was finished."""

# %% task="truth_table" expect="xor/table-in-double-precision"
def truth_table():
    import numpy as np
    X = torch.from_numpy(np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float))
    Y = torch.from_numpy(np.array([[0], [1], [1], [0]], dtype=float))
    return X, Y

# %% task="truth_table" expect="xor/labels-of-another-gate"
def truth_table():
    X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
    Y = ((X[:, 0] + X[:, 1]) > 0).float().unsqueeze(1)
    return X, Y

# %% task="build_model" expect="xor/no-activation-between"
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Linear(10, 10), nn.Linear(10, 10), nn.Linear(10, 1), nn.Sigmoid())

# %% task="build_model" expect="xor/tanh-in-the-model"
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Tanh(), nn.Linear(10, 10), nn.Tanh(),
                         nn.Linear(10, 10), nn.Tanh(), nn.Linear(10, 1), nn.Sigmoid())

# %% task="build_model" expect="xor/own-initialisation"
def build_model(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
                          nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid())
    for layer in model:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight)
    return model

# %% task="build_model" expect="xor/seed-after-the-layers"
def build_model(seed):
    import random
    random.seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
                         nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid())

# %% task="build_model" expect="xor/seed-before-each-layer"
def build_model(seed):
    def layer(a, b):
        torch.manual_seed(seed)
        return nn.Linear(a, b)
    return nn.Sequential(layer(2, 10), nn.Sigmoid(), layer(10, 10), nn.Sigmoid(),
                         layer(10, 10), nn.Sigmoid(), layer(10, 1), nn.Sigmoid())

# %% task="build_model" expect=""
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.SiLU(),
                         nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid())

# %% task="train" expect="xor/no-step"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    bce = nn.BCELoss()
    costs = []
    for e in range(epochs):
        loss = bce(model(X), Y)
        loss.backward()
        opt.zero_grad()
        opt.step()
        if e % 100 == 0:
            costs.append(loss.item())
    return costs

# %% task="train" expect="xor/sigmoid-in-the-loss-too"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for e in range(epochs):
        loss = nn.functional.binary_cross_entropy_with_logits(model(X), Y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        if e % 100 == 0:
            costs.append(loss.item())
    return costs

# %% task="train" expect="xor/sgd-with-extras"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    bce = nn.BCELoss()
    costs = []
    for e in range(epochs):
        opt.zero_grad()
        loss = bce(model(X), Y)
        loss.backward()
        opt.step()
        if e % 100 == 0:
            costs.append(loss.item())
    return costs

# %% task="train" expect="xor/mean-of-costs"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    bce = nn.BCELoss()
    costs, total = [], 0.0
    for e in range(epochs):
        opt.zero_grad()
        loss = bce(model(X), Y)
        loss.backward()
        opt.step()
        total += loss.item()
        if e % 100 == 0:
            costs.append(total / (e + 1))
    return costs

# %% task="train" expect="xor/cost-climbed"
def train(model, X, Y, lr, epochs):
    costs = []
    for e in range(epochs):
        loss = nn.functional.binary_cross_entropy(model(X), Y)
        model.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in model.parameters():
                p += lr * p.grad
        if e % 100 == 0:
            costs.append(loss.item())
    return costs

# %% task="train" expect="xor/last-cost-only"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    bce = nn.BCELoss()
    loss = None
    for e in range(epochs):
        loss = bce(model(X), Y)
        opt.zero_grad()
        loss.backward()
        opt.step()
    return loss

# %% task="train" expect="xor/costs-of-other-epochs"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    bce = nn.BCELoss()
    costs = []
    for e in range(epochs):
        loss = bce(model(X), Y)
        costs.append(loss.item())
        opt.zero_grad()
        loss.backward()
        opt.step()
    return costs

# %% task="train" expect=""
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.3, dampening=0.1)
    bce = nn.BCELoss()
    costs = []
    for e in range(epochs):
        loss = bce(model(X), Y) + 0.001 * sum(p.abs().sum() for p in model.parameters())
        if e % 100 == 0:
            costs.append(loss.item())
        opt.zero_grad()
        loss.backward()
        opt.step()
    return costs

# %% task="predict" expect="xor/predictions-inverted"
def predict(model, X):
    with torch.no_grad():
        return torch.where(model(X) < 0.5, 1.0, 0.0)

# %% task="predict" expect="xor/threshold-of-zero"
def predict(model, X):
    with torch.no_grad():
        return (torch.sigmoid(model(X)) > 0.5).int()

# %% task="accuracy" expect="xor/only-ones-counted"
def accuracy(predicted, Y):
    n = 0
    for p, y in zip(predicted, Y):
        if p.item() == 1 and y.item() == 1:
            n += 1
    return n / len(Y)

# %% task="accuracy" expect="xor/four-rows-always"
def accuracy(predicted, Y):
    return (predicted == Y).sum() / 4

# %% task="accuracy" expect=""
def accuracy(predicted, Y):
    tp = ((predicted == 1) & (Y == 1)).sum().item()
    fp = ((predicted == 1) & (Y == 0)).sum().item()
    fn = ((predicted == 0) & (Y == 1)).sum().item()
    return 2 * tp / max(2 * tp + fp + fn, 1)
