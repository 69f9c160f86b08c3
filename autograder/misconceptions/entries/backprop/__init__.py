"""Misconceptions about the tasks of `backprop`, a file for each task."""
