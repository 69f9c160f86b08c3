# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `terms`, one mistake each, written to try the matcher."""

# %% task="parameter_kind" expect="terms/dropout-learnt"
def parameter_kind(name):
    hyper = ["learning rate", "number of epochs", "batch size", "number of hidden layers",
             "neurons per hidden layer", "patience"]
    if name in hyper:
        return "hyperparameter"
    return "parameter"

# %% task="parameter_kind" expect="terms/bias-set-by-user"
def parameter_kind(name):
    if "weight" in name:
        return "parameter"
    else:
        return "hyperparameter"

# %% task="parameter_kind" expect="terms/architecture-learnt"
def parameter_kind(name):
    if name.startswith("weight") or name == "bias" or "layer" in name:
        return "parameter"
    return "hyperparameter"

# %% task="parameter_kind" expect="terms/no-kind-for-the-rest"
def parameter_kind(name):
    learned = {"weight", "bias", "weights of the output layer"}
    if name in learned:
        return "parameter"

# %% task="parameter_kind" expect=""
def parameter_kind(name):
    # everything that is a number of something
    if "number" in name or "size" in name:
        return "hyperparameter"
    return "parameter"

# %% task="learning_kind" expect="terms/word-label-decides"
def learning_kind(example):
    if "label" in example or "price" in example or "truth" in example:
        return "supervised"
    if "game" in example or "robot" in example:
        return "reinforcement"
    return "unsupervised"

# %% task="learning_kind" expect="terms/answers-only-by-name"
def learning_kind(example):
    s = example.split()
    if "labelled" in s or example.endswith("their labels") or "XOR" in example:
        return "supervised"
    if "points" in s or "rewarded" in s:
        return "reinforcement"
    return "unsupervised"

# %% task="learning_kind" expect="terms/one-reward-missed"
def learning_kind(example):
    if "game" in example:
        return "reinforcement"
    for word in ("customers", "features", "topics", "robot"):
        if word in example:
            return "unsupervised"
    return "supervised"

# %% task="learning_kind" expect="terms/no-reinforcement"
def learning_kind(example):
    unsup = ["grouping customers without labels", "reducing 100 features to 2",
             "finding topics in unlabelled news"]
    return "unsupervised" if example in unsup else "supervised"

# %% task="split" expect="terms/no-shuffle"
def split(n, validation, test, seed):
    np.random.seed(seed)
    idx = list(range(n))
    nv = round(n * validation)
    nt = round(n * test)
    return idx[: n - nv - nt], idx[n - nv - nt : n - nt], idx[n - nt :]

# %% task="split" expect="terms/three-draws"
def split(n, validation, test, seed):
    rng = np.random.default_rng(seed)
    nv, nt = round(n * validation), round(n * test)
    train = rng.choice(n, n - nv - nt, replace=False)
    val = rng.choice(n, nv, replace=False)
    te = rng.choice(n, nt, replace=False)
    return train, val, te

# %% task="split" expect="terms/sizes-cut-off"
def split(n, validation, test, seed):
    import random
    random.seed(seed)
    idx = list(range(n))
    random.shuffle(idx)
    nv = int(n * validation)
    nt = int(n * test)
    val = idx[:nv]
    te = idx[nv:nv + nt]
    train = idx[nv + nt:]
    return train, val, te

# %% task="split" expect="terms/seed-not-used"
def split(n, validation, test, seed):
    import random
    idx = list(range(n))
    random.shuffle(idx)
    nv, nt = round(n * validation), round(n * test)
    return idx[nv + nt:], idx[:nv], idx[nv:nv + nt]

# %% task="split" expect="terms/seed-fixed"
def split(n, validation, test, seed):
    np.random.seed(0)
    idx = np.random.permutation(n)
    nv, nt = round(n * validation), round(n * test)
    return idx[nv + nt:], idx[:nv], idx[nv:nv + nt]

# %% task="split" expect="terms/parts-in-other-order"
def split(n, validation, test, seed):
    rng = np.random.RandomState(seed)
    idx = rng.permutation(n)
    nv, nt = round(n * validation), round(n * test)
    return idx[:nv], idx[nv:nv + nt], idx[nv + nt:]

# %% task="split" expect="terms/training-on-everything"
def split(n, validation, test, seed):
    rng = np.random.RandomState(seed)
    idx = rng.permutation(n)
    nv, nt = round(n * validation), round(n * test)
    return idx, idx[-nv:], idx[-nv - nt:-nv]

# %% task="split" expect="terms/fraction-of-the-rest"
def split(n, validation, test, seed):
    rng = np.random.RandomState(seed)
    idx = rng.permutation(n)
    nt = round(n * test)
    te, rest = idx[:nt], idx[nt:]
    nv = round(len(rest) * validation)
    return rest[nv:], rest[:nv], te

# %% task="split" expect=""
def split(n, validation, test, seed):
    # every k-th one goes into validation / test, then shuffled by the seed
    rng = np.random.RandomState(seed)
    idx = rng.permutation(n)
    nv, nt = round(n * validation), round(n * test)
    train = idx[: n - nv - nt]
    return train[:-1], idx[n - nv - nt: n - nt], list(idx[n - nt:]) + [train[-1]]

# %% task="select" expect="terms/test-chooses"
def select(validation_errors, test_errors):
    best = 0
    for i in range(len(test_errors)):
        if test_errors[i] < test_errors[best]:
            best = i
    return best, test_errors[best]

# %% task="select" expect="terms/validation-error-reported"
def select(validation_errors, test_errors):
    m = min(validation_errors)
    return validation_errors.index(m), m

# %% task="select" expect="terms/last-of-equals"
def select(validation_errors, test_errors):
    lowest = float("inf")
    for i, v in enumerate(validation_errors):
        if v <= lowest:
            lowest = v
            best = i
    return (best, test_errors[best])

# %% task="overfitting_epoch" expect="terms/first-rise"
def overfitting_epoch(validation_loss):
    prev = validation_loss[0]
    for i, v in enumerate(validation_loss[1:], start=1):
        if v > prev:
            return i - 1
        prev = v

# %% task="overfitting_epoch" expect="terms/never-none"
def overfitting_epoch(validation_loss):
    return validation_loss.index(min(validation_loss))

# %% task="overfitting_epoch" expect="terms/epoch-after-the-lowest"
def overfitting_epoch(validation_loss):
    e = validation_loss.index(min(validation_loss)) + 1
    if e == len(validation_loss):
        return None
    return e

# %% task="overfitting_epoch" expect="terms/epoch-zero-is-nothing"
def overfitting_epoch(validation_loss):
    best = int(np.argmin(np.array(validation_loss)))
    if best and best < len(validation_loss) - 1:
        return best
    return None

# %% task="early_stop" expect="terms/one-epoch-too-patient"
def early_stop(validation_loss, patience):
    best = validation_loss[0]
    count = 0
    for i in range(1, len(validation_loss)):
        if validation_loss[i] < best:
            best = validation_loss[i]
            count = 0
        else:
            count += 1
            if count > patience:
                return i
    return len(validation_loss) - 1

# %% task="early_stop" expect="terms/best-epoch-for-stop"
def early_stop(validation_loss, patience):
    best, wait, best_i = 1e9, 0, 0
    for i, l in enumerate(validation_loss):
        if l < best:
            best, best_i, wait = l, i, 0
        else:
            wait = wait + 1
            if wait >= patience:
                break
    return best_i

# %% task="early_stop" expect="terms/count-not-reset"
def early_stop(validation_loss, patience):
    best = float("inf")
    bad = 0
    for i, loss in enumerate(validation_loss):
        if loss < best:
            best = loss
        else:
            bad += 1
        if bad >= patience:
            return i
    return i

# %% task="early_stop" expect="terms/end-is-nothing"
def early_stop(validation_loss, patience):
    best, wait = 1e9, 0
    for i, loss in enumerate(validation_loss):
        if loss < best:
            best, wait = loss, 0
        else:
            wait += 1
            if wait == patience:
                return i

# %% task="early_stop" expect="terms/rises-in-a-row"
def early_stop(validation_loss, patience):
    n = 0
    for i in range(1, len(validation_loss)):
        if validation_loss[i] >= validation_loss[i - 1]:
            n += 1
        else:
            n = 0
        if n >= patience:
            return i
    return len(validation_loss) - 1

# %% task="early_stop" expect=""
def early_stop(validation_loss, patience):
    # mean of the last `patience` losses has to go down
    for i in range(patience + 1, len(validation_loss)):
        if np.mean(validation_loss[i - patience:i]) < np.mean(validation_loss[i - patience + 1:i + 1]):
            return i
    return len(validation_loss) - 1

# %% task="early_stop" expect="terms/never-stops"
def early_stop(validation_loss, patience):
    best, wait = float("inf"), 0
    for epoch, loss in enumerate(validation_loss):
        if loss < best:
            best, wait = loss, 0
        else:
            wait += 1
        if wait >= patience:
            return epoch
        return len(validation_loss) - 1
