"""Misconceptions about the tasks of `terms`, a file for each task."""
