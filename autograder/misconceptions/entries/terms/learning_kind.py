"""Misconceptions about `learning_kind`."""

from __future__ import annotations

from autograder.misconceptions.catalogue import misconception, way
from solutions.terms import learning_kind


def _kind(example: str, *of: str, instead: str) -> str:
    return instead if example in of else learning_kind(example)


@misconception(
    "terms/supervision-exchanged",
    title="exchanges supervised and unsupervised",
    why="“Supervised” is read as watched by a person while it runs.",
    en="Supervised and unsupervised are exchanged throughout. Which of the two receives the "
    "right answers with its data?",
    ko="지도 학습과 비지도 학습이 모두 서로 바뀌어 있습니다. 데이터와 함께 정답을 받는 쪽은 "
    "어느 것인가요?",
)
def supervision_exchanged(example: str) -> str:
    exchanged = {"supervised": "unsupervised", "unsupervised": "supervised"}
    kind = learning_kind(example)
    return exchanged.get(kind, kind)


@misconception(
    "terms/word-label-decides",
    title="looks for the letters “label”",
    why="An example is sorted by a word in it, and “unlabelled” holds the word, too.",
    en="Examples whose text holds the letters “label” are all sorted alike. What do “without "
    "labels” and “unlabelled” say?",
    ko="글에 label이라는 글자가 있으면 모두 같은 종류가 됩니다. without labels와 unlabelled는 "
    "무엇을 뜻하나요?",
)
def word_label_decides(example: str) -> str:
    return "supervised" if "label" in example else learning_kind(example)


@way("terms/word-label-decides")
def word_labelled_decides(example: str) -> str:
    return "supervised" if "labelled" in example else learning_kind(example)


@misconception(
    "terms/answers-only-by-name",
    title="takes data without the word “label” for unlabelled",
    why="Answers are recognised only where they are called labels.",
    en="An example is sorted as unsupervised although its data holds an answer for each case. "
    "Which number would the learner have to hit there?",
    ko="사례마다 정답이 있는데도 비지도로 분류된 예가 있습니다. 거기서 맞혀야 하는 값은 "
    "무엇인가요?",
)
def answers_only_by_name(example: str) -> str:
    return _kind(
        example, "house price from past sales", "XOR from its truth table", instead="unsupervised"
    )


@way("terms/answers-only-by-name")
def past_sales_without_answers(example: str) -> str:
    return _kind(example, "house price from past sales", instead="unsupervised")


@misconception(
    "terms/truth-table-without-answers",
    title="takes XOR's truth table for data without answers",
    why="Nobody labelled the four rows by hand.",
    en="A truth table lists inputs and, beside them, one more column. Is that column data or "
    "an answer?",
    ko="진리표에는 입력 옆에 열이 하나 더 있습니다. 그 열은 데이터인가요, 정답인가요?",
)
def truth_table_without_answers(example: str) -> str:
    return _kind(example, "XOR from its truth table", instead="unsupervised")


@way("terms/truth-table-without-answers")
def truth_table_by_reward(example: str) -> str:
    return _kind(example, "XOR from its truth table", instead="reinforcement")


@misconception(
    "terms/reduction-supervised",
    title="takes reducing features for supervised",
    why="The wanted number of features, 2, is taken for an answer.",
    en="A wanted number of features is not an answer for each case. What does the learner "
    "receive when 100 features are reduced?",
    ko="남길 특성의 개수는 사례마다 주어지는 정답이 아닙니다. 특성 100개를 줄일 때 무엇을 "
    "받는지 생각해 보세요.",
)
def reduction_supervised(example: str) -> str:
    return _kind(example, "reducing 100 features to 2", instead="supervised")


@misconception(
    "terms/topics-supervised",
    title="takes finding topics or groups for supervised",
    why="The result looks like a classification.",
    en="Groups or topics that the learner finds are not given with the data. What would it "
    "have to be told for this kind?",
    ko="찾아낸 묶음이나 주제는 데이터와 함께 주어지지 않습니다. 이 종류가 되려면 무엇을 미리 "
    "알려 주어야 할까요?",
)
def grouping_supervised(example: str) -> str:
    return _kind(example, "grouping customers without labels", instead="supervised")


@way("terms/topics-supervised")
def everything_found_supervised(example: str) -> str:
    return _kind(
        example, "grouping customers without labels", "finding topics in unlabelled news",
        "reducing 100 features to 2", instead="supervised",
    )  # fmt: skip


@misconception(
    "terms/no-reinforcement",
    title="knows only two kinds",
    why="Rewards are taken for answers, or for the lack of them.",
    en="No example is sorted as the third kind. Which learners get points for what they do "
    "instead of the right answer?",
    ko="세 번째 종류로 분류된 예가 없습니다. 정답 대신 행동에 대한 점수를 받는 것은 어느 예인가요?",
)
def rewards_are_answers(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "supervised")


@way("terms/no-reinforcement")
def rewards_are_nothing(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "unsupervised")


@misconception(
    "terms/one-reward-missed",
    title="sees a reward in only one of the two examples",
    why="Only one of “points” and “rewarded” is recognised.",
    en="Of two learners with rewards only one is sorted so. What do the points of a game and a "
    "robot's reward have in common?",
    ko="보상을 받는 두 예 가운데 하나만 그렇게 분류되어 있습니다. 게임의 점수와 로봇의 보상은 "
    "무엇이 같은가요?",
)
def robot_supervised(example: str) -> str:
    return _kind(example, "a robot rewarded for walking", instead="supervised")


@way("terms/one-reward-missed")
def robot_unsupervised(example: str) -> str:
    return _kind(example, "a robot rewarded for walking", instead="unsupervised")


@way("terms/one-reward-missed")
def game_supervised(example: str) -> str:
    return _kind(example, "learning to play a game for points", instead="supervised")


@way("terms/one-reward-missed")
def game_unsupervised(example: str) -> str:
    return _kind(example, "learning to play a game for points", instead="unsupervised")


@misconception(
    "terms/learning-spelt-otherwise",
    title="spells a kind of learning in another way",
    why="The answer is taken for a word to read, not for a string to compare.",
    en="The sorting may be right, but the strings that come back are not the three of the "
    "task. Compare them letter by letter with the docstring.",
    ko="분류는 맞을 수 있지만 돌려주는 문자열이 과제의 세 낱말과 다릅니다. docstring의 낱말과 "
    "한 글자씩 비교해 보세요.",
)
def learning_capitalised(example: str) -> str:
    return learning_kind(example).capitalize()


@way("terms/learning-spelt-otherwise")
def learning_with_the_word(example: str) -> str:
    return learning_kind(example) + " learning"


@way("terms/learning-spelt-otherwise")
def learning_in_korean(example: str) -> str:
    korean = {"supervised": "지도", "unsupervised": "비지도", "reinforcement": "강화"}
    return korean[learning_kind(example)] + " 학습"


@way("terms/learning-spelt-otherwise")
def learning_misspelt(example: str) -> str:
    return learning_kind(example).replace("reinforcement", "reinforced")
