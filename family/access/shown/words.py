"""What the client put there for somebody, item by item: goals, and how they want help."""

from typing import Any

from family.access.shown.scope import Scope
from family.models import SharedGoal, SupportWords

MOST_GOALS = 40


def goals_milestones(scope: Scope) -> list[Any]:
    """Return the goals and milestones that the client pressed share on, in that order."""
    rows = SharedGoal.objects.filter(client_id=scope.client_id, withdrawn_at=None)
    with scope.reading():
        return list(rows.order_by("shared_at", "id").values("title", "reached")[:MOST_GOALS])


def safety_contact_role(scope: Scope) -> dict[str, str]:
    """Return how the client wants this person to help; "" when they wrote nothing."""
    rows = SupportWords.objects.filter(
        client_id=scope.client_id, recipient_id=scope.recipient_id, withdrawn_at=None
    )
    with scope.reading():
        found = list(rows.values_list("words", flat=True)[:1])
    return {"words": found[0] if found else ""}
