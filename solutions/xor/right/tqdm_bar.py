"""A progress bar, and cost lines as the chapter prints them."""

import torch
from torch import nn
from tqdm import tqdm


def train(model, X, Y, lr, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    criterion = nn.BCELoss()
    costs = []
    for epoch in tqdm(range(epochs), mininterval=1):
        hypothesis = model(X)
        cost = criterion(hypothesis, Y)
        if epoch % 100 == 0:
            print(epoch, cost.item())
            costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return tuple(costs)


def predict(model, X):
    hypothesis = model(X)
    print("hypothesis:", hypothesis.detach().cpu().numpy())
    return (hypothesis > 0.5).float().detach()


def accuracy(predicted, Y):
    fraction = (predicted == Y).float().mean()
    print("accuracy:", fraction.item())
    return fraction
