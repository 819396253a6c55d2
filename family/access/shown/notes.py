"""What passes from the client to one person: thanks, milestones, and a wish to be called."""

from typing import Any

from family.access import calls, milestones, thanks
from family.access.shown.scope import Scope


def message_of_thanks(scope: Scope) -> list[dict[str, Any]]:
    """Return the notes of thanks for this person, newest first."""
    if scope.recipient_id is None:
        return []
    return thanks.shown_to(scope.recipient_id, scope.client_id, as_previewed=scope.as_previewed)


def sobriety_milestone(scope: Scope) -> list[dict[str, Any]]:
    """Return the milestones that the client told this person, newest first."""
    if scope.recipient_id is None:
        return []
    return milestones.shown_to(scope.recipient_id, scope.client_id, as_previewed=scope.as_previewed)


def crisis_contact(scope: Scope) -> dict[str, Any]:
    """Return the open "please call me" for this person, if there is one."""
    if scope.recipient_id is None:
        return {"call": None}
    found = calls.open_for(
        scope.recipient_id, scope.client_id, at=scope.at, as_previewed=scope.as_previewed
    )
    return {"call": found[0] if found else None}
