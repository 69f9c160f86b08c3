"""One file for each assignment: its misconceptions, as small wrong implementations."""
