"""한글 이름."""

import numpy as np


def error_slope(목푯값, 예측값):
    return 예측값 - 목푯값


def sigmoid_slope(활성값):
    return 활성값 * (1 - 활성값)


def output_deltas(목푯값, 예측값):
    오차의_미분값 = error_slope(목푯값, 예측값)
    시그모이드의_미분값 = sigmoid_slope(예측값)
    return 오차의_미분값 * 시그모이드의_미분값


def output_gradients(목푯값, 예측값, 은닉층_출력):
    기울기 = []
    for 델타 in output_deltas(목푯값, 예측값):
        기울기.append(델타 * 은닉층_출력)
    return np.array(기울기)


def hidden_deltas(출력층_가중치, 델타, 은닉층_출력):
    합 = np.zeros(len(은닉층_출력))
    for 행, 하나 in zip(출력층_가중치, 델타):
        합 += 행 * 하나
    return 합 * sigmoid_slope(은닉층_출력)


def hidden_gradients(출력층_가중치, 목푯값, 예측값, 은닉층_출력, 입력):
    델타 = hidden_deltas(출력층_가중치, output_deltas(목푯값, 예측값), 은닉층_출력)
    return np.array([하나 * 입력 for 하나 in 델타])


def numerical_gradient(오차_함수, 가중치, 폭):
    기울기 = np.zeros(가중치.shape)
    사본 = 가중치.copy()
    for 자리 in np.ndindex(가중치.shape):
        원래_값 = 사본[자리]
        사본[자리] = 원래_값 + 폭
        위 = 오차_함수(사본)
        사본[자리] = 원래_값 - 폭
        아래 = 오차_함수(사본)
        사본[자리] = 원래_값
        기울기[자리] = (위 - 아래) / (2 * 폭)
    return 기울기
