"""Words of papers, and our sample of a notice."""
