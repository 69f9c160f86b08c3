"""한글 이름."""

import numpy as np


def weighted_sum(입력, 가중치, 편향):
    가중합 = np.sum(입력 * 가중치) + 편향
    return 가중합


def perceptron(입력, 가중치, 편향):
    임계값을_넘음 = weighted_sum(입력, 가중치, 편향) > 0
    return 1.0 if 임계값을_넘음 else 0.0


def gate(이름):
    게이트 = {"AND": (3, 3, -4), "NAND": (-3, -3, 4), "OR": (3, 3, -2)}
    가중치1, 가중치2, 편향 = 게이트[이름]
    return np.array([가중치1, 가중치2]), 편향


def xor_network():
    층 = [gate("NAND"), gate("OR")]
    은닉층_가중치 = np.vstack([가중치 for 가중치, _ in 층])
    은닉층_편향 = np.array([편향 for _, 편향 in 층])
    출력층_가중치, 출력층_편향 = gate("AND")
    return 은닉층_가중치, 은닉층_편향, 출력층_가중치, 출력층_편향


def parameter_count(층별_뉴런_수):
    가중치_수 = sum(앞 * 뒤 for 앞, 뒤 in zip(층별_뉴런_수, 층별_뉴런_수[1:]))
    편향_수 = sum(층별_뉴런_수) - 층별_뉴런_수[0]
    return 가중치_수 + 편향_수


def is_deep(층별_뉴런_수):
    입력층, *은닉층, 출력층 = 층별_뉴런_수
    return len(은닉층) >= 2
