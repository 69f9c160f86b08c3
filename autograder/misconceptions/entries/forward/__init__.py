"""Misconceptions about the tasks of `forward`, a file for each task."""
