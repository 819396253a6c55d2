"""Shapes of progress. Requests refuse unknown fields; answers hold what their reader may see."""
