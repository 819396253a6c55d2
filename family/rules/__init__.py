"""Arithmetic of sharing, a module for each thing. Values in, values out."""
