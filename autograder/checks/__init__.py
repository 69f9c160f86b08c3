"""The checks: pytest files, one per assignment, and what they share."""
