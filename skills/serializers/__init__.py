"""Shapes of skills. They check types and ranges and never write."""
