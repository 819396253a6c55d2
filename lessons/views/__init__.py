"""Doors of lessons: open to everybody for reading, and one's own for what one did."""
