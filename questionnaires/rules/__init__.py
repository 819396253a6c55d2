"""Pure rules of questionnaires: what a file may hold, what may be answered, what it adds up to."""
