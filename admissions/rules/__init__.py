"""What admissions decides by arithmetic alone: the guide to levels of care, telephone numbers."""
