"""Shapes of lessons and of what a person did with them."""
