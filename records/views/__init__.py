"""Doors of records."""
