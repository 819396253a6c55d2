"""Shapes of records."""
