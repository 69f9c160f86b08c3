# ruff: noqa — as students write it
# fmt: off
"""Wrong answers to `terms`, one mistake each, written after the matcher was finished."""

# %% task="parameter_kind" expect="terms/kinds-exchanged"
def parameter_kind(name):
    if name in ("weight", "bias", "weights of the output layer"):
        kind = "hyperparameter"
    else:
        kind = "parameter"
    return kind

# %% task="parameter_kind" expect="terms/output-weights-set-by-user"
def parameter_kind(name):
    table = {"weight": "parameter", "bias": "parameter"}
    return table.get(name, "hyperparameter")

# %% task="parameter_kind" expect="terms/rates-learnt"
def parameter_kind(name):
    for word in ("weight", "bias", "rate"):
        if word in name:
            return "parameter"
    return "hyperparameter"

# %% task="parameter_kind" expect="terms/kind-spelt-otherwise"
def parameter_kind(name):
    learned = ["weight", "bias", "weights of the output layer"]
    return "Parameter" if name in learned else "Hyperparameter"

# %% task="learning_kind" expect="terms/supervision-exchanged"
def learning_kind(example):
    if "points" in example or "rewarded" in example:
        return "reinforcement"
    if example in ("grouping customers without labels", "reducing 100 features to 2",
                   "finding topics in unlabelled news"):
        return "supervised"
    return "unsupervised"

# %% task="learning_kind" expect="terms/truth-table-without-answers"
def learning_kind(example):
    if "mails" in example or "price" in example or "digits" in example:
        return "supervised"
    if "game" in example or "robot" in example:
        return "reinforcement"
    return "unsupervised"

# %% task="learning_kind" expect=""
def learning_kind(example):
    if "labels" in example:
        return "supervised"
    if "for" in example.split():
        return "reinforcement"
    return "unsupervised"

# %% task="split" expect="terms/validation-and-test-mixed-up"
def split(n, validation, test, seed):
    perm = np.random.default_rng(seed).permutation(n)
    n_val = round(validation * n)
    n_test = round(test * n)
    train = perm[: n - n_val - n_test]
    rest = perm[n - n_val - n_test:]
    return train, rest[:n_test], rest[n_test:]

# %% task="split" expect="terms/indices-from-one"
def split(n, validation, test, seed):
    import random
    r = random.Random(seed)
    numbers = list(range(1, n + 1))
    r.shuffle(numbers)
    a = round(validation * n)
    b = round(test * n)
    return numbers[a + b:], numbers[:a], numbers[a:a + b]

# %% task="split" expect="terms/index-lost-at-a-cut"
def split(n, validation, test, seed):
    perm = list(np.random.default_rng(seed).permutation(n))
    a = round(validation * n)
    b = round(test * n)
    return perm[a + b:-1], perm[:a], perm[a:a + b]

# %% task="split" expect="terms/draw-with-replacement"
def split(n, validation, test, seed):
    rng = np.random.default_rng(seed)
    perm = rng.choice(n, size=n)
    a = round(validation * n)
    b = round(test * n)
    return perm[a + b:], perm[:a], perm[a:a + b]

# %% task="split" expect="terms/sizes-rounded-up"
def split(n, validation, test, seed):
    rng = np.random.default_rng(seed)
    perm = rng.permutation(n)
    a = int(np.ceil(validation * n))
    b = int(np.ceil(test * n))
    return perm[a + b:], perm[:a], perm[a:a + b]

# %% task="select" expect="terms/lowest-test-error-reported"
def select(validation_errors, test_errors):
    v = np.array(validation_errors)
    t = np.array(test_errors)
    return v.argmin(), t.min()

# %% task="select" expect="terms/highest-error-chosen"
def select(validation_errors, test_errors):
    i = validation_errors.index(max(validation_errors))
    return i, test_errors[i]

# %% task="select" expect="terms/model-counted-from-one"
def select(validation_errors, test_errors):
    best, number = 10, 0
    for k, (v, t) in enumerate(zip(validation_errors, test_errors), start=1):
        if v < best:
            best, number, err = v, k, t
    return number, err

# %% task="overfitting_epoch" expect="terms/loss-for-epoch"
def overfitting_epoch(validation_loss):
    m = min(validation_loss)
    if m == validation_loss[-1]:
        return None
    return m

# %% task="overfitting_epoch" expect="terms/number-for-none"
def overfitting_epoch(validation_loss):
    i = min(range(len(validation_loss)), key=lambda k: validation_loss[k])
    if i + 1 < len(validation_loss):
        return i
    return -1

# %% task="early_stop" expect="terms/stop-counted-from-the-lowest"
def early_stop(validation_loss, patience):
    i = int(np.argmin(validation_loss)) + patience
    if i >= len(validation_loss):
        i = len(validation_loss) - 1
    return i

# %% task="early_stop" expect="terms/equal-is-better"
def early_stop(validation_loss, patience):
    m = validation_loss[0]
    w = 0
    for e, v in enumerate(validation_loss):
        if v > m:
            w += 1
            if w == patience:
                return e
        else:
            m, w = v, 0
    return e

# %% task="early_stop" expect=""
def early_stop(validation_loss, patience):
    m = validation_loss[0]
    w = 0
    for e, v in enumerate(validation_loss):
        if v < m - 0.05:
            m, w = v, 0
        elif e:
            w += 1
            if w == patience:
                return e
    return e
