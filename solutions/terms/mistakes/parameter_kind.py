"""Mistakes about `parameter_kind`."""

from __future__ import annotations

from autograder.hints import mistake, variant
from solutions.terms.solution import parameter_kind


@mistake("kinds-exchanged")
def kinds_exchanged(name: str) -> str:
    return "hyperparameter" if parameter_kind(name) == "parameter" else "parameter"


@mistake("bias-set-by-user")
def bias_set_by_user(name: str) -> str:
    return "hyperparameter" if name == "bias" else parameter_kind(name)


@mistake("output-weights-set-by-user")
def output_weights_set_by_user(name: str) -> str:
    return "parameter" if name in ("weight", "bias") else "hyperparameter"


def _also_learnt(name: str, *learnt: str) -> str:
    return "parameter" if name in learnt else parameter_kind(name)


@mistake("learning-rate-learnt")
def learning_rate_learnt(name: str) -> str:
    return _also_learnt(name, "learning rate")


@mistake("rates-learnt")
def rates_learnt(name: str) -> str:
    return _also_learnt(name, "learning rate", "dropout rate")


@mistake("dropout-learnt")
def dropout_learnt(name: str) -> str:
    return _also_learnt(name, "dropout rate")


@mistake("patience-learnt")
def patience_learnt(name: str) -> str:
    return _also_learnt(name, "patience")


@mistake("epochs-learnt")
def epochs_learnt(name: str) -> str:
    return _also_learnt(name, "number of epochs")


@mistake("batch-size-learnt")
def batch_size_learnt(name: str) -> str:
    return _also_learnt(name, "batch size")


@mistake("architecture-learnt")
def architecture_learnt(name: str) -> str:
    return _also_learnt(name, "number of hidden layers", "neurons per hidden layer")


@variant("architecture-learnt")
def neurons_learnt(name: str) -> str:
    return _also_learnt(name, "neurons per hidden layer")


@variant("architecture-learnt")
def layers_learnt(name: str) -> str:
    return _also_learnt(name, "number of hidden layers")


@mistake("kind-spelt-otherwise")
def kind_capitalised(name: str) -> str:
    return parameter_kind(name).capitalize()


@variant("kind-spelt-otherwise")
def kind_with_a_space(name: str) -> str:
    return parameter_kind(name).replace("hyperp", "hyper p")


@variant("kind-spelt-otherwise")
def kind_with_a_hyphen(name: str) -> str:
    return parameter_kind(name).replace("hyperp", "hyper-p")


@variant("kind-spelt-otherwise")
def kind_in_plural(name: str) -> str:
    return parameter_kind(name) + "s"


@variant("kind-spelt-otherwise")
def kind_in_korean(name: str) -> str:
    return "파라미터" if parameter_kind(name) == "parameter" else "하이퍼파라미터"


@variant("kind-spelt-otherwise")
def kind_in_capitals(name: str) -> str:
    return parameter_kind(name).upper()


@mistake("kind-as-truth-value")
def kind_as_truth_value(name: str) -> bool:
    return parameter_kind(name) == "parameter"


@mistake("no-kind-for-the-rest")
def no_kind_for_the_rest(name: str) -> str | None:
    return "parameter" if parameter_kind(name) == "parameter" else None


@mistake("no-kind-for-parameters")
def no_kind_for_parameters(name: str) -> str | None:
    return None if parameter_kind(name) == "parameter" else "hyperparameter"
