"""Texts that a person signs or must be shown, as versioned files."""
