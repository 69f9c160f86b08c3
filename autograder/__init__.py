"""The engine of the course kit: releases and grades the notebooks of a course in a folder."""
