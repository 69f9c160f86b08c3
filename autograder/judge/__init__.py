"""Checks and sandbox together: a submission's code in, outcomes out."""
