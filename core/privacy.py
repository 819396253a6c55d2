"""The classes a field may have. Every model places each of its fields in exactly one.

identity: says who someone is. clinical: says how someone is, or what they wrote.
operational: neither, even beside the rest of the row.
"""

from collections.abc import Iterable

from django.db import models

CLASSES = ("identity", "clinical", "operational")


def classified(model: type[models.Model]) -> dict[str, str]:
    """Return each listed field's class; raise ValueError when one is listed twice."""
    declared = getattr(model, "Privacy", None)
    found: dict[str, str] = {}
    for name in CLASSES:
        fields: Iterable[str] = getattr(declared, name, ())
        for field in fields:
            if field in found:
                raise ValueError(f"{model.__name__}.{field} is classified twice")
            found[field] = name
    return found
