"""A client who asks to be contacted, and how they are reached."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base


class How(models.TextChoices):
    """How somebody would like to be contacted."""

    CALL = "call"
    TEXT = "text"
    IN_PERSON = "in_person"  # at the next session


class BestTime(models.TextChoices):
    """When it suits them best."""

    NOW = "now"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ANY = "any"


class ContactRequest(Base):
    """A client's wish that staff contact them. Only ever added; each raises or joins an alert."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="contact_requests"
    )
    submission_id = models.UUIDField()
    # Asked for while in distress: from the help that follows a hard answer.
    distress = models.BooleanField()
    how = models.CharField(max_length=10, choices=How)
    best_time = models.CharField(max_length=10, choices=BestTime)
    phone = EncryptedTextField(default="")  # as they confirmed it; "" when they gave none
    timezone = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Privacy:
        identity = ("client", "phone")
        clinical = ("distress",)
        operational = (
            "id", "created_at", "submission_id", "how", "best_time", "timezone", "recorded_at",
            "received_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"],
                name="alerts_contactrequest_one_per_submission",
            ),
            models.CheckConstraint(
                condition=Q(how__in=How.values, best_time__in=BestTime.values),
                name="alerts_contactrequest_known_wish",
            ),
            # Without a number nobody can call or write.
            models.CheckConstraint(
                condition=Q(how=How.IN_PERSON) | ~Q(phone=""),
                name="alerts_contactrequest_number_to_reach",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-received_at"], name="contact_client"),
        ]


class Reach(Base):
    """How a client is reached, as they said on one day. A check or a change is another row."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reach"
    )
    phone = EncryptedTextField()
    place = EncryptedTextField(default="")  # an address, or where they usually are
    contact_name = EncryptedTextField(default="")  # one person who may be asked about them
    contact_relationship = EncryptedTextField(default="")
    contact_phone = EncryptedTextField(default="")
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = (
            "client", "phone", "place", "contact_name", "contact_relationship", "contact_phone",
        )  # fmt: skip
        operational = ("id", "created_at", "confirmed_at", "confirmed_by")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(phone=""), name="alerts_reach_has_a_number"),
            models.CheckConstraint(
                condition=Q(contact_name="", contact_relationship="", contact_phone="")
                | (~Q(contact_name="") & ~Q(contact_phone="")),
                name="alerts_reach_contact_can_be_called",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-confirmed_at"], name="reach_client"),
        ]
