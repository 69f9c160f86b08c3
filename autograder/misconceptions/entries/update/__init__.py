"""Misconceptions about the tasks of `update`, a file for each task."""
