"""Plain data, findings and sentences: what checks, wire and results all speak.

Travels to students. Imports nothing of the kit.
"""
