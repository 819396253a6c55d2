"""What a client put on family pages themselves, and who read the rules of such a page."""

from django.db.models import QuerySet

from accounts.models import User
from family.models import Consent, RulesRead, SharedGoal, SupportWords
from family.texts.page import RULES_VERSION


def shared_goals(client: User) -> QuerySet[SharedGoal]:
    """Return the goals and milestones that this client shares."""
    return SharedGoal.objects.filter(client=client, withdrawn_at=None).order_by("shared_at", "pk")


def support_words(consent: Consent) -> str:
    """Return how the client asked the person in this consent to help, "" if they did not."""
    rows = SupportWords.objects.filter(
        client=consent.client_id, recipient=consent.recipient_id, withdrawn_at=None
    )
    return rows.values_list("words", flat=True).first() or ""


def has_read_rules(person: User) -> bool:
    """Say whether this person said that they read the rules as they stand."""
    return RulesRead.objects.filter(reader=person, version=RULES_VERSION).exists()
