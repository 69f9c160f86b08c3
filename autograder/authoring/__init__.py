"""What an author of assignments uses: `autograder new`, `try` and `hints`."""
