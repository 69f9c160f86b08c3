"""What the sample students answered: for each task the solution, or a mistake in its place."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

# assignment: task: the function's body
Bodies = Mapping[str, Mapping[str, str]]


def _bodies(text: Mapping[str, str]) -> dict[str, str]:
    return {
        task: textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
        for task, body in text.items()
    }


SIGN = {"backprop": _bodies({"error_slope": "return target - o"})}

TRANSPOSED = {
    "forward": _bodies({"weighted_sums": "return W.T @ x"}),
    "backprop": _bodies({"hidden_deltas": "return (W_output @ deltas) * sigmoid_slope(h)"}),
}

TYPED_IN = {
    "forward": _bodies(
        {
            "weighted_sums": "return np.array([0.08, 0.11])",
            "sigmoid": "return np.array([0.51998934, 0.52747230])",
            "forward": """
                return np.array([0.51998934, 0.52747230]), np.array([0.60944600, 0.66384491])
            """,
            "output_errors": "return np.array([0.02193381, 0.00203809])",
            "total_error": "return 0.02397190",
        }
    )
}

NO_HALF = {
    "forward": _bodies(
        {"output_errors": "return (target - o) ** 2", "sigmoid": "return 1 / (1 + np.exp(-z))"}
    )
}

IN_PLACE = {
    "update": _bodies(
        {
            "step": """
                W -= lr * gradient
                return W
            """,
            "error_history": """
                errors = []
                for _ in range(steps):
                    errors.append(error(w))
                    w = step(w, gradient(w), lr)
                return errors
            """,
        }
    )
}

EPOCHS = {
    "terms": _bodies(
        {
            "early_stop": "return int(np.argmin(validation_loss))",
            "select": """
                best = int(np.argmin(test_errors))
                return best, test_errors[best]
            """,
        }
    )
}

THRESHOLD = {
    "perceptron": _bodies(
        {
            "perceptron": "return 1 if weighted_sum(x, w, b) >= 0 else 0",
            "parameter_count": "return sum(a * b for a, b in zip(sizes, sizes[1:]))",
        }
    )
}

STALE_GRADIENTS = {
    "xor": _bodies(
        {
            "train": """
                criterion = nn.BCELoss()
                optimizer = torch.optim.SGD(model.parameters(), lr=lr)
                costs = []
                for epoch in range(epochs):
                    cost = criterion(model(X), Y)
                    if epoch % 100 == 0:
                        costs.append(cost.item())
                    cost.backward()
                    optimizer.step()
                return costs
            """,
            "accuracy": "return (predicted == Y).float().sum().item()",
        }
    )
}

PURE_PYTHON = {
    "forward": _bodies(
        {
            "weighted_sums": "return [sum(w * v for w, v in zip(row, x)) for row in W]",
            "forward": """
                h = sigmoid(np.array(weighted_sums(W_hidden, x)))
                return h, sigmoid(np.array(weighted_sums(W_output, h)))
            """,
            "output_errors": "return [(t - p) ** 2 / 2 for t, p in zip(target, o)]",
            "total_error": "return sum(output_errors(target, o))",
        }
    ),
    "perceptron": _bodies(
        {
            "weighted_sum": "return sum(a * c for a, c in zip(x, w)) + b",
            "perceptron": "return weighted_sum(x, w, b) > 0",
            "gate": """
                if name == "AND":
                    return [0.5, 0.5], -0.7
                if name == "OR":
                    return (0.5, 0.5), -0.2
                return [-0.5, -0.5], 0.7
            """,
            "parameter_count": "return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))",
            "is_deep": "return len(sizes) > 3",
        }
    ),
}

TORCH = {
    "backprop": _bodies(
        {
            "output_gradients": """
                import torch
                d = torch.from_numpy(output_deltas(target, o))
                return torch.outer(d, torch.from_numpy(h))
            """,
            "hidden_gradients": """
                import torch
                deltas = hidden_deltas(W_output, output_deltas(target, o), h)
                return torch.tensor(deltas).float()[:, None] * torch.tensor(x).float()
            """,
        }
    )
}

ENDLESS = {
    "forward": _bodies(
        {
            "sigmoid": """
                while True:
                    z = z / 2
            """
        }
    )
}
