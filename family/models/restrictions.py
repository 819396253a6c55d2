"""What a client asked never to be told, whatever consents say."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base
from family.models.categories import Category


class RestrictionState(models.TextChoices):
    ASKED = "asked"
    AGREED = "agreed"
    DENIED = "denied"
    LIFTED = "lifted"  # the client took it back


class Restriction(Base):
    """A client's request that something is not shown to one relative, or to none.

    Agreed, it stands above every consent (42 CFR 2.26).
    """

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # Toward whom: this person, or, when empty, every relative.
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recipient_name = models.CharField(max_length=120, default="")
    # What: these, or, when there are none, everything.
    categories = ArrayField(models.CharField(max_length=30, choices=Category), default=list)
    words = EncryptedTextField(default="")
    state = models.CharField(max_length=8, choices=RestrictionState, default=RestrictionState.ASKED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = EncryptedTextField(default="")
    lifted_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "recipient", "recipient_name", "words", "answer")
        operational = (
            "id", "created_at", "categories", "state", "asked_at", "answered_at", "answered_by",
            "lifted_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(categories__contained_by=Category.values),
                name="family_restriction_of_known_categories",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, state__in=["asked", "lifted"])
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    state__in=["agreed", "denied", "lifted"],
                ),
                name="family_restriction_answered_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="denied") | ~Q(answer=""),
                name="family_restriction_denied_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="lifted", lifted_at__isnull=False)
                | Q(~Q(state="lifted"), lifted_at=None),
                name="family_restriction_lifted_at_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["client", "-asked_at"], name="family_restricted")]
