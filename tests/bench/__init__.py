"""How fast a check-in is taken in, beside a trivial create and a bare INSERT in the same run."""
