"""PyTorch for what has indices: permutations, minima, tensors as answers."""

import torch


def split(n, validation, test, seed):
    generator = torch.Generator().manual_seed(seed)
    deck = torch.randperm(n, generator=generator)
    sizes = [n - round(n * validation) - round(n * test), round(n * validation), round(n * test)]
    return torch.split(deck, sizes)


def select(validation_errors, test_errors):
    errors = torch.tensor(validation_errors, dtype=torch.float64)
    best = torch.argmin(errors)
    return best, torch.tensor(test_errors, dtype=torch.float64)[best]


def overfitting_epoch(validation_loss):
    loss = torch.tensor(validation_loss)
    best = loss.argmin()
    return best if best < len(loss) - 1 else None


def early_stop(validation_loss, patience):
    lowest, waited = (
        torch.tensor(float("inf"), dtype=torch.float64),
        torch.zeros((), dtype=torch.int),
    )
    for epoch, loss in enumerate(torch.tensor(validation_loss, dtype=torch.float64)):
        waited = torch.where(loss < lowest, 0, waited + 1)
        lowest = torch.minimum(loss, lowest)
        if waited == patience:
            return torch.tensor(epoch)
    return torch.tensor(len(validation_loss) - 1)
