"""What care decides by arithmetic alone: which days are open, which state follows which."""
