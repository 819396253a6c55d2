"""Names beside what passes between people: from consents, never from accounts."""

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import CharField, F, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from family.models import Consent

Row = TypeVar("Row", bound=Model)


def with_name(rows: QuerySet[Row], *, of: str) -> QuerySet[Any]:
    """Add `other_name`: what the client called this person when they signed last."""
    newest = Consent.objects.filter(
        client=OuterRef("client_id"), recipient=OuterRef(f"{of}_id")
    ).order_by("-signed_at")
    name = Subquery(newest.values("recipient_name")[:1], output_field=CharField())
    return rows.annotate(other_id=F(f"{of}_id"), other_name=Coalesce(name, Value("")))


def known_to(client_id: UUID) -> dict[UUID, str]:
    """Return everybody with whom this client ever shared, by id, with the newest name."""
    rows = Consent.objects.filter(client_id=client_id, recipient__isnull=False)
    named = rows.order_by("signed_at").values_list("recipient_id", "recipient_name")
    return {person_id: name for person_id, name in named if person_id}
