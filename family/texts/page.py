"""What stands around the cards of a family page: its rules, and what it says without cards."""

from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "content"
RULES_VERSION = "rules-1"
LANGUAGES = ("en", "es")
# One sentence for every reason; it names none.
OFF = {"en": "Sharing is off right now.", "es": "Ahora no se comparte nada."}


@cache
def _read(name: str) -> str:
    return (CONTENT / f"{name}.txt").read_text(encoding="utf-8").strip()


def rules(language: str) -> tuple[str, str]:
    """Return version and text of what a family member is told once: support, and nothing else."""
    known = language if language in LANGUAGES else "en"
    return RULES_VERSION, _read(f"{RULES_VERSION}-{known}")


def off(language: str) -> str:
    """Return what the page says while nothing is shared, whatever the reason."""
    return OFF.get(language, OFF["en"])
