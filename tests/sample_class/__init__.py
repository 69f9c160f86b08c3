"""A class to try the kit on: made by code from the solutions and from typical mistakes."""
