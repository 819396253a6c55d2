"""Doors of skills."""
