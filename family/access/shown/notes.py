"""What passes from the client to one person: thanks, milestones, and a wish to be called."""

from typing import Any

from core import clock
from family.access import calls, milestones, thanks
from family.access.shown.scope import Scope


def message_of_thanks(scope: Scope) -> list[dict[str, Any]]:
    """Return the notes of thanks for this person, newest first."""
    if scope.recipient_id is None:
        return []
    rows = thanks.shown_to(scope.recipient_id, scope.client_id, as_previewed=scope.as_previewed)
    return [_on_its_day(row, scope, moment="written_at", day="written_on") for row in rows]


def sobriety_milestone(scope: Scope) -> list[dict[str, Any]]:
    """Return the milestones that the client told this person, newest first."""
    if scope.recipient_id is None:
        return []
    rows = milestones.shown_to(scope.recipient_id, scope.client_id, as_previewed=scope.as_previewed)
    return [_on_its_day(row, scope, moment="shared_at", day="shared_on") for row in rows]


def crisis_contact(scope: Scope) -> dict[str, Any]:
    """Return the open "please call me" for this person, if there is one."""
    if scope.recipient_id is None:
        return {"call": None}
    found = calls.open_for(
        scope.recipient_id, scope.client_id, at=scope.at, as_previewed=scope.as_previewed
    )
    return {"call": found[0] if found else None}


def _on_its_day(row: dict[str, Any], scope: Scope, *, moment: str, day: str) -> dict[str, Any]:
    # The day of the whole card, which is the program's, and never the hour.
    shown = {name: value for name, value in row.items() if name != moment}
    return {**shown, day: clock.local_day(row[moment], scope.timezone)}
