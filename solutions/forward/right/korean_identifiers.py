"""한글 이름."""

import numpy as np


def weighted_sums(가중치, 입력):
    return np.array([np.sum(행 * 입력) for 행 in 가중치])


def sigmoid(가중합):
    작은_값 = np.exp(-abs(가중합))
    return np.where(가중합 > 0, 1, 작은_값) / (1 + 작은_값)


def forward(은닉층_가중치, 출력층_가중치, 입력):
    은닉층_출력 = sigmoid(weighted_sums(은닉층_가중치, 입력))
    예측값 = sigmoid(weighted_sums(출력층_가중치, 은닉층_출력))
    return 은닉층_출력, 예측값


def output_errors(목푯값, 예측값):
    차이 = 목푯값 - 예측값
    return 차이 * 차이 / 2


def total_error(목푯값, 예측값):
    오차 = 0
    for 하나 in output_errors(목푯값, 예측값):
        오차 += 하나
    return 오차
