"""Doors of check-ins."""
