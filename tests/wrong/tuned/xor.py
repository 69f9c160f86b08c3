# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `xor`, one mistake each, written to try the matcher."""

# %% task="truth_table" expect="xor/table-of-integers"
def truth_table():
    X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    Y = torch.tensor([[0], [1], [1], [0]])
    return X, Y

# %% task="truth_table" expect="xor/labels-flat"
def truth_table():
    X = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    Y = torch.FloatTensor([0, 1, 1, 0])
    return X, Y

# %% task="truth_table" expect="xor/table-without-tensors"
def truth_table():
    return [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0], [0.0]]

# %% task="truth_table" expect="xor/rows-in-other-order"
def truth_table():
    rows = [(a, b) for b in (0.0, 1.0) for a in (0.0, 1.0)]
    return torch.tensor(rows), torch.tensor([[float(a != b)] for a, b in rows])

# %% task="build_model" expect="xor/output-without-sigmoid"
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
                         nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1))

# %% task="build_model" expect="xor/relu-in-the-model"
def build_model(seed):
    torch.manual_seed(seed)
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = nn.Linear(2, 10)
            self.b = nn.Linear(10, 10)
            self.c = nn.Linear(10, 10)
            self.d = nn.Linear(10, 1)
        def forward(self, x):
            x = torch.relu(self.a(x))
            x = torch.relu(self.b(x))
            x = torch.relu(self.c(x))
            return torch.sigmoid(self.d(x))
    return Net()

# %% task="build_model" expect="xor/seed-after-the-layers"
def build_model(seed):
    layers = [nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
              nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid()]
    torch.manual_seed(seed)
    return nn.Sequential(*layers)

# %% task="build_model" expect="xor/seed-always-the-same"
def build_model(seed=777):
    torch.manual_seed(777)
    m = nn.Sequential()
    for i, (a, b) in enumerate([(2, 10), (10, 10), (10, 10), (10, 1)]):
        m.add_module("l%d" % i, nn.Linear(a, b))
        m.add_module("s%d" % i, nn.Sigmoid())
    return m

# %% task="build_model" expect="xor/other-sizes"
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
                         nn.Linear(10, 1), nn.Sigmoid())

# %% task="build_model" expect="xor/layers-from-the-end"
def build_model(seed):
    torch.manual_seed(seed)
    hidden = nn.Linear(10, 10)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), hidden, nn.Sigmoid(), nn.Linear(10, 10),
                         nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid())

# %% task="build_model" expect=""
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
                         nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Hardsigmoid())

# %% task="train" expect="xor/gradients-pile-up"
def train(model, X, Y, lr, epochs):
    loss_fn = torch.nn.BCELoss()
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    opt.zero_grad()
    costs = []
    for epoch in range(epochs):
        loss = loss_fn(model(X), Y)
        loss.backward()
        opt.step()
        if epoch % 100 == 0:
            costs.append(loss.item())
    return costs

# %% task="train" expect="xor/squared-errors-trained"
def train(model, X, Y, lr, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        opt.zero_grad()
        loss = ((model(X) - Y) ** 2).mean()
        loss.backward()
        opt.step()
        if epoch % 100 == 0:
            costs.append(float(loss))
    return costs

# %% task="train" expect="xor/adam"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        if not epoch % 100:
            costs.append(cost.detach())
    return costs

# %% task="train" expect="xor/cost-after-the-step"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        with torch.no_grad():
            if epoch % 100 == 0:
                costs.append(criterion(model(X), Y).item())
    return costs

# %% task="train" expect="xor/costs-of-other-epochs"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(1, epochs + 1):
        cost = criterion(model(X), Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs

# %% task="train" expect="xor/one-epoch-too-many"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    epoch = 0
    while epoch <= epochs:
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        epoch += 1
    return costs

# %% task="train" expect="xor/learning-rate-fixed"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=1)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs

# %% task="train" expect="xor/a-copy-trained"
def train(model, X, Y, lr, epochs):
    import copy
    net = copy.deepcopy(model)
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(net(X), Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs

# %% task="train" expect="xor/no-step"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        optimizer.zero_grad()
        cost.backward()
        if epoch % 100 == 0:
            costs.append(cost.item())
    return costs

# %% task="train" expect="xor/row-by-row"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        total = 0
        for i in range(len(X)):
            cost = criterion(model(X[i:i + 1]), Y[i:i + 1])
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
            total += cost.item()
        if epoch % 100 == 0:
            costs.append(total / len(X))
    return costs

# %% task="train" expect="xor/nothing-returned-from-train"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            print(epoch, cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()

# %% task="train" expect=""
def train(model, X, Y, lr, epochs):
    criterion = nn.SmoothL1Loss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return costs

# %% task="predict" expect="xor/one-at-one-half"
def predict(model, X):
    with torch.no_grad():
        out = model(X)
    pred = torch.zeros_like(out)
    pred[out >= 0.5] = 1
    return pred

# %% task="predict" expect="xor/outputs-for-predictions"
def predict(model, X):
    model.eval()
    with torch.no_grad():
        return model(X)

# %% task="predict" expect="xor/predictions-flat"
def predict(model, X):
    with torch.no_grad():
        return [1 if v > 0.5 else 0 for v in model(X).flatten()]

# %% task="predict" expect="xor/predictions-with-gradient"
def predict(model, X):
    o = model(X)
    return torch.where(o > 0.5, torch.ones_like(o), torch.zeros_like(o)) + 0 * o

# %% task="predict" expect="xor/outputs-cut-off"
def predict(model, X):
    return model(X).detach().long()

# %% task="predict" expect=""
def predict(model, X):
    with torch.no_grad():
        return (model(X) > 0.7).float()

# %% task="accuracy" expect="xor/accuracy-as-count"
def accuracy(predicted, Y):
    right = 0
    for p, y in zip(predicted, Y):
        if p == y:
            right += 1
    return right

# %% task="accuracy" expect="xor/accuracy-in-percent"
def accuracy(predicted, Y):
    return (predicted == Y).sum().item() / len(Y) * 100

# %% task="accuracy" expect="xor/shapes-broadcast"
def accuracy(predicted, Y):
    return (predicted == Y.flatten()).float().mean()

# %% task="accuracy" expect="xor/error-rate"
def accuracy(predicted, Y):
    return torch.abs(predicted - Y).mean().item()

# %% task="accuracy" expect="xor/all-or-nothing"
def accuracy(predicted, Y):
    return 1.0 if bool((predicted == Y).all()) else 0.0

# %% task="accuracy" expect=""
def accuracy(predicted, Y):
    return float((predicted == Y).float().mean()) ** 2

# %% task="train" expect="xor/own-data-trained"
def train(model, X, Y, lr, epochs):
    X, Y = truth_table()
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return costs

# %% task="train" expect="xor/loss-arguments-exchanged"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(Y, model(X))
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return costs

# %% task="train" expect="xor/model-returned-from-train"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return model

# %% task="train" expect="xor/model-returned-with-the-costs"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return model, costs

# %% task="train" expect="xor/last-cost-only"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return cost.item()

# %% task="train" expect="xor/epochs-beside-the-costs"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append((epoch, cost.item()))
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return costs

# %% task="train" expect="xor/attached-cost-to-numpy"
def train(model, X, Y, lr, epochs):
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(epochs):
        cost = criterion(model(X), Y)
        if epoch % 100 == 0:
            costs.append(float(cost.numpy()))
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return costs

# %% task="build_model" expect="xor/relu-in-the-model"
def build_model(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.ReLU(),
                         nn.Linear(10, 10), nn.ReLU(), nn.Linear(10, 1), nn.Sigmoid())

# %% task="predict" expect="xor/argmax-of-one-column"
def predict(model, X):
    with torch.no_grad():
        return torch.argmax(model(X), 1)

# %% task="predict" expect="xor/own-table-predicted"
def predict(model, X):
    X, Y = truth_table()
    with torch.no_grad():
        return (model(X) > 0.5).float()

# %% task="predict" expect="xor/attached-output-to-numpy"
def predict(model, X):
    o = model(X).numpy()
    return np.where(o > 0.5, 1, 0)

# %% task="accuracy" expect="xor/mean-of-truth-values"
def accuracy(predicted, Y):
    return (predicted == Y).mean().item()

# %% task="accuracy" expect="xor/only-ones-counted"
def accuracy(predicted, Y):
    return ((predicted == 1) & (Y == 1)).sum().item() / (Y == 1).sum().item()

# %% task="predict" expect="xor/four-rows-predicted"
def predict(model, X):
    rows = []
    with torch.no_grad():
        for i in range(4):
            rows.append([1.0 if model(X[i]).item() > 0.5 else 0.0])
    return torch.tensor(rows)
