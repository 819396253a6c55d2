"""Shapes of care. They check types, lengths and ranges, and never write."""
