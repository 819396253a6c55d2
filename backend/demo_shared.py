"""What Maya put on Rosa's page herself. Only for `make run`; her consents must be there."""

from datetime import datetime, timedelta

from accounts.models import Role, User
from backend.demo import key
from care import selectors as care_selectors
from core.audit import Actor
from family.models import Consent, SharedGoal
from family.services import shown


def seed(*, at: datetime) -> None:
    """Maya shares a goal and a milestone, and says how Rosa may help."""
    maya, rosa = (User.objects.get(pk=key(name)) for name in ("maya", "rosa"))
    if SharedGoal.objects.filter(client=maya).exists():
        return
    actor = Actor(role=Role.CLIENT, id=maya.pk)
    for days, goal in enumerate(care_selectors.open_goals(client=maya.pk)[:1], 4):
        shown.show_goal(client=maya, goal=goal, actor=actor, at=at - timedelta(days=days))
    shown.show_milestone(client=maya, slug="showing-up", actor=actor, at=at - timedelta(days=3))
    consent = Consent.objects.get(client=maya, recipient=rosa, ended_at=None)
    shown.write_support_words(
        consent=consent,
        words="Ask me to walk with you. You do not have to fix anything.",
        actor=actor,
        at=at - timedelta(days=3),
    )
