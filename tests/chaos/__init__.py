"""Kills parts of the real system at every step of an alert's path and counts what came through."""
