"""Doors of program."""
