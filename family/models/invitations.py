"""Who was asked to accept what a client signed. The secrets themselves are never stored."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import Base
from family.models.consents import Consent


class FamilyInvitation(Base):
    """One message to the person whom a signed consent names. Works once, for 72 hours.

    The message holds a token; the client tells the code that belongs to it by another way.
    """

    MOST_ATTEMPTS = 5

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="invitations")
    token_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Taken back by the client, or dead because the consent has ended.
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "accepted_by")
        operational = (
            "id", "created_at", "consent", "token_digest", "code_digest", "invited_at",
            "expires_at", "attempts", "accepted_at", "withdrawn_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False, withdrawn_at=None),
                name="family_familyinvitation_accepted_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("invited_at")),
                name="family_familyinvitation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(attempts__lte=5), name="family_familyinvitation_five_attempts"
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | ~Q(accepted_by=F("client")),
                name="family_familyinvitation_accepted_by_another",
            ),
            models.UniqueConstraint(
                fields=["consent"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="family_familyinvitation_one_waits_per_consent",
            ),
        ]
        indexes = [models.Index(fields=["client", "invited_at"], name="family_invited")]
