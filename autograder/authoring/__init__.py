"""What an author of assignments uses: `autograder new` writes one, `autograder try` tries it."""
