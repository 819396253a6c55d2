"""Pure rules of skills: what an exercise must be, how its file reads, what may be answered."""
