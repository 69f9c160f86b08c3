"""Misconceptions about `parameter_kind`."""

from __future__ import annotations

from autograder.misconceptions.catalogue import misconception, way
from solutions.terms import parameter_kind


@misconception(
    "terms/kinds-exchanged",
    title="exchanges parameter and hyperparameter",
    why="“Hyper” sounds like more, so like what a network has many of.",
    en="The two kinds are exchanged throughout. Which of them does training find, which is "
    "fixed before training starts?",
    ko="두 종류가 모두 서로 바뀌어 있습니다. 훈련으로 얻는 값과 훈련 전에 정하는 값을 하나씩 "
    "나누어 보세요.",
)
def kinds_exchanged(name: str) -> str:
    return "hyperparameter" if parameter_kind(name) == "parameter" else "parameter"


@misconception(
    "terms/bias-set-by-user",
    title="takes a bias for a hyperparameter",
    why="Only weights are thought of as learnt.",
    en="One learnt value is sorted with those that the user sets. What besides the weights "
    "does training change in a neuron?",
    ko="학습되는 값 하나가 사용자가 정하는 값으로 분류되어 있습니다. 훈련하는 동안 뉴런에서 "
    "가중치 말고 무엇이 더 바뀌나요?",
)
def bias_set_by_user(name: str) -> str:
    return "hyperparameter" if name == "bias" else parameter_kind(name)


@misconception(
    "terms/output-weights-set-by-user",
    title="takes the output layer's weights for a hyperparameter",
    why="The name is compared as a whole, or the word “layer” decides.",
    en="The weights of one layer are sorted otherwise than weights in general. Does training "
    "treat them differently?",
    ko="한 층의 가중치만 다른 가중치와 다르게 분류되어 있습니다. 훈련이 그 가중치를 다르게 "
    "다룰까요?",
)
def output_weights_set_by_user(name: str) -> str:
    return "parameter" if name in ("weight", "bias") else "hyperparameter"


def _also_learnt(name: str, *learnt: str) -> str:
    return "parameter" if name in learnt else parameter_kind(name)


@misconception(
    "terms/learning-rate-learnt",
    title="takes the learning rate for learnt",
    why="It has “learning” in its name.",
    en="One name with “learning” in it is sorted as learnt. Who chooses its value, and when: "
    "you beforehand, or training?",
    ko="이름에 learning이 들어간 것이 학습되는 값으로 분류되어 있습니다. 그 값은 누가, "
    "언제 정하나요?",
)
def learning_rate_learnt(name: str) -> str:
    return _also_learnt(name, "learning rate")


@misconception(
    "terms/rates-learnt",
    title="takes both rates for learnt",
    why="A rate looks like a number that training tunes.",
    en="Both rates are sorted as learnt. Does training change them, or does it only use them?",
    ko="두 비율이 모두 학습되는 값으로 분류되어 있습니다. 훈련이 그 값을 바꾸나요, 쓰기만 하나요?",
)
def rates_learnt(name: str) -> str:
    return _also_learnt(name, "learning rate", "dropout rate")


@misconception(
    "terms/dropout-learnt",
    title="takes the dropout rate for learnt",
    why="Dropout happens during training.",
    en="Something that acts during training is sorted as found by training. Is its value the "
    "same before and after?",
    ko="훈련 중에 작용하는 것이 훈련으로 얻는 값으로 분류되어 있습니다. 그 값이 훈련 전과 후에 "
    "달라지는지 생각해 보세요.",
)
def dropout_learnt(name: str) -> str:
    return _also_learnt(name, "dropout rate")


@misconception(
    "terms/patience-learnt",
    title="takes patience for learnt",
    why="Training stops by itself, so patience seems to belong to it.",
    en="Early stopping acts by itself, but one of its settings is sorted as learnt. Who says "
    "how long it waits?",
    ko="조기 종료는 저절로 일어나지만, 그 설정 하나가 학습되는 값으로 분류되어 있습니다. "
    "얼마나 기다릴지는 누가 정하나요?",
)
def patience_learnt(name: str) -> str:
    return _also_learnt(name, "patience")


@misconception(
    "terms/epochs-learnt",
    title="takes the number of epochs for learnt",
    why="It counts what training does.",
    en="A number that counts the passes of training is sorted as learnt. Is it known before "
    "training starts?",
    ko="훈련의 횟수를 세는 수가 학습되는 값으로 분류되어 있습니다. 훈련을 시작하기 전에 정해져 "
    "있나요?",
)
def epochs_learnt(name: str) -> str:
    return _also_learnt(name, "number of epochs")


@misconception(
    "terms/batch-size-learnt",
    title="takes the batch size for learnt",
    why="It belongs to the data, not to the network's design.",
    en="How the data is served to training is sorted as a result of training. Where in a "
    "program does that number stand?",
    ko="데이터를 나누어 주는 방식이 훈련의 결과로 분류되어 있습니다. 그 수는 프로그램의 어디에 "
    "적히나요?",
)
def batch_size_learnt(name: str) -> str:
    return _also_learnt(name, "batch size")


@misconception(
    "terms/architecture-learnt",
    title="takes the network's shape for learnt",
    why="Layers and neurons are part of the network, as weights are.",
    en="The network's size is sorted as learnt. Does training add layers or neurons?",
    ko="신경망의 크기가 학습되는 값으로 분류되어 있습니다. 훈련하는 동안 층이나 뉴런이 늘어나나요?",
)
def architecture_learnt(name: str) -> str:
    return _also_learnt(name, "number of hidden layers", "neurons per hidden layer")


@way("terms/architecture-learnt")
def neurons_learnt(name: str) -> str:
    return _also_learnt(name, "neurons per hidden layer")


@way("terms/architecture-learnt")
def layers_learnt(name: str) -> str:
    return _also_learnt(name, "number of hidden layers")


@misconception(
    "terms/kind-spelt-otherwise",
    title="spells a kind in another way",
    why="The answer is taken for a word to read, not for a string to compare.",
    en="The sorting may be right, but the strings that come back are not the two of the task. "
    "Compare them letter by letter with the docstring.",
    ko="분류는 맞을 수 있지만 돌려주는 문자열이 과제의 두 낱말과 다릅니다. docstring의 낱말과 "
    "한 글자씩 비교해 보세요.",
)
def kind_capitalised(name: str) -> str:
    return parameter_kind(name).capitalize()


@way("terms/kind-spelt-otherwise")
def kind_with_a_space(name: str) -> str:
    return parameter_kind(name).replace("hyperp", "hyper p")


@way("terms/kind-spelt-otherwise")
def kind_with_a_hyphen(name: str) -> str:
    return parameter_kind(name).replace("hyperp", "hyper-p")


@way("terms/kind-spelt-otherwise")
def kind_in_plural(name: str) -> str:
    return parameter_kind(name) + "s"


@way("terms/kind-spelt-otherwise")
def kind_in_korean(name: str) -> str:
    return "파라미터" if parameter_kind(name) == "parameter" else "하이퍼파라미터"


@way("terms/kind-spelt-otherwise")
def kind_in_capitals(name: str) -> str:
    return parameter_kind(name).upper()


@misconception(
    "terms/kind-as-truth-value",
    title="answers True and False",
    why="Two kinds look like yes and no.",
    en="A truth value comes back where one of two words is expected. Which words does the task "
    "name?",
    ko="두 낱말 가운데 하나가 와야 할 곳에 참, 거짓이 왔습니다. 과제가 말하는 두 낱말은 "
    "무엇인가요?",
)
def kind_as_truth_value(name: str) -> bool:
    return parameter_kind(name) == "parameter"


@misconception(
    "terms/no-kind-for-the-rest",
    title="returns nothing for one of the kinds",
    why="The else branch is left out or only prints.",
    en="For one of the two kinds nothing comes back. What happens when the condition does not "
    "hold?",
    ko="두 종류 가운데 하나에서는 아무 값도 돌아오지 않습니다. 조건이 성립하지 않을 때는 "
    "어떻게 되나요?",
)
def no_kind_for_the_rest(name: str) -> str | None:
    return "parameter" if parameter_kind(name) == "parameter" else None


@way("terms/no-kind-for-the-rest")
def no_kind_for_parameters(name: str) -> str | None:
    return None if parameter_kind(name) == "parameter" else "hyperparameter"
