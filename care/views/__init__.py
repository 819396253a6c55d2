"""Doors of care: mine, and those of clients whom one looks after."""
