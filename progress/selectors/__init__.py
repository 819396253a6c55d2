"""Reads of progress: what other apps hold of one client between two days, and what is kept here.

Each function says how many statements it sends; none of them grows with the rows.
"""
