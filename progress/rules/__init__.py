"""Arithmetic of progress: values in, values out. Nothing here knows people or a database."""
