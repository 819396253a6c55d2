"""Arithmetic of records: days, lists of elements, and cells of a table."""
