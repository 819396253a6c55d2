"""What ends with a sharing: invitations to meetings, and calls that nobody answered."""

from datetime import datetime
from uuid import UUID

from core.identity import System, briefly
from family.models import CallMe, InvitationEnd, SessionInvitation


def sharing_ended(*, client_id: UUID, series: UUID, at: datetime) -> None:
    """End what stood under a sharing that is over for good, in the caller's transaction.

    Whoever ends the sharing, be it the client, staff or its own last day, need not see the rows.
    """
    mine = {"client_id": client_id, "series": series}
    with briefly(System.FAMILY):
        SessionInvitation.objects.filter(**mine, ended_at=None).update(
            ended_at=at, end=InvitationEnd.SHARING_ENDED
        )
        CallMe.objects.filter(**mine, answered_at=None, withdrawn_at=None).update(withdrawn_at=at)
