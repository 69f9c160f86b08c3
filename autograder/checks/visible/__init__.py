"""Visible checks: the chapter's own numbers. They travel in the student's bundle."""
