"""한글 이름."""

import numpy as np

파라미터들 = {"weight", "bias", "weights of the output layer"}
비지도_학습_예 = {
    "grouping customers without labels", "reducing 100 features to 2",
    "finding topics in unlabelled news",
}  # fmt: skip
강화_학습_예 = {"learning to play a game for points", "a robot rewarded for walking"}


def parameter_kind(이름):
    return "parameter" if 이름 in 파라미터들 else "hyperparameter"


def learning_kind(예):
    if 예 in 비지도_학습_예:
        return "unsupervised"
    return "reinforcement" if 예 in 강화_학습_예 else "supervised"


def split(개수, 검증_비율, 테스트_비율, 시드):
    난수 = np.random.default_rng(시드)
    카드 = 난수.permutation(개수)
    검증_수, 테스트_수 = round(개수 * 검증_비율), round(개수 * 테스트_비율)
    검증, 나머지 = 카드[:검증_수], 카드[검증_수:]
    테스트, 훈련 = 나머지[:테스트_수], 나머지[테스트_수:]
    return 훈련, 검증, 테스트


def select(검증_오차, 테스트_오차):
    번호 = min(range(len(검증_오차)), key=lambda 몇번: 검증_오차[몇번])
    return 번호, 테스트_오차[번호]


def overfitting_epoch(검증_손실):
    최저 = min(검증_손실)
    에포크 = 검증_손실.index(최저)
    return 에포크 if 에포크 != len(검증_손실) - 1 else None


def early_stop(검증_손실, 인내):
    기다림, 최저 = 0, float("inf")
    for 에포크, 손실 in enumerate(검증_손실):
        기다림 = 0 if 손실 < 최저 else 기다림 + 1
        최저 = min(최저, 손실)
        if 기다림 == 인내:
            break
    return 에포크
