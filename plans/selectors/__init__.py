"""Reads of plans and support people, and what is offered to a discharge plan."""

from plans.selectors.plans import (
    Reading,
    Safer,
    latest,
    living,
    read,
    safer_as_of,
    versions,
)
from plans.selectors.suggestions import Suggested, suggestions_for_discharge

__all__ = [
    "Reading",
    "Safer",
    "Suggested",
    "latest",
    "living",
    "read",
    "safer_as_of",
    "suggestions_for_discharge",
    "versions",
]
