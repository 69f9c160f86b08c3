"""한글 이름."""

import torch
from torch import nn


def truth_table():
    입력 = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    레이블 = torch.FloatTensor([[0], [1], [1], [0]])
    return 입력, 레이블


def build_model(시드):
    torch.manual_seed(시드)
    층들 = []
    for 앞, 뒤 in [(2, 10), (10, 10), (10, 10), (10, 1)]:
        층들.append(nn.Linear(앞, 뒤))
        층들.append(nn.Sigmoid())
    return nn.Sequential(*층들)


def train(모델, 입력, 레이블, 학습률, 에포크_수):
    비용_함수 = nn.BCELoss()
    옵티마이저 = torch.optim.SGD(모델.parameters(), lr=학습률)
    비용들 = []
    for 에포크 in range(에포크_수):
        옵티마이저.zero_grad()
        비용 = 비용_함수(모델(입력), 레이블)
        비용.backward()
        옵티마이저.step()
        if 에포크 % 100 == 0:
            비용들.append(비용.item())
    return 비용들


def predict(모델, 입력):
    with torch.no_grad():
        return (모델(입력) > 0.5).float()


def accuracy(예측, 레이블):
    맞은_수 = (예측 == 레이블).sum().item()
    return 맞은_수 / len(레이블)
