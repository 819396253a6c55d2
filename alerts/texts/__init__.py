"""Who watches and when, word for word, in each language."""

from alerts.texts.watch import NOT_MONITORED, VERSION, not_monitored, sentence

__all__ = ["NOT_MONITORED", "VERSION", "not_monitored", "sentence"]
