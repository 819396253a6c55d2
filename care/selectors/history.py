"""Reads of what was changed."""

from uuid import UUID

from django.db.models import QuerySet

from care.models import Change


def history(subject_ids: list[UUID]) -> QuerySet[Change]:
    """Return every change to these things that the reader may see."""
    return Change.objects.filter(subject_id__in=subject_ids).select_related("made_by")
