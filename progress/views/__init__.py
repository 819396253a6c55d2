"""Doors of progress: one's own, a client's, and sums over people."""
