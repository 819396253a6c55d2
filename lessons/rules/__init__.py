"""Pure rules of lessons: what a lesson must be, how its file reads, how reading it adds up."""
