"""Misconceptions about the tasks of `perceptron`, a file for each task."""
