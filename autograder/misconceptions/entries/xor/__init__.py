"""Misconceptions about the tasks of `xor`, a file for each task."""
