"""Doors of plans: my support people; my plans, and those of a client that one looks after."""
