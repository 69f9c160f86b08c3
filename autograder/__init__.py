"""The course kit for chapter 5, "Artificial Neural Networks": its autograder."""
