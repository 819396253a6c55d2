"""What a clinician asks one client about in the daily check-in, besides what everybody is asked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from checkins.models.days import Toward
from core.crypto import EncryptedTextField
from core.models import Base

PLACES = 5  # chosen: a check-in that asks for more is not filled in


class ItemKind(models.TextChoices):
    """An urge (or a behavior that one is pulled to), a feeling, or a habit that helps."""

    URGE = "urge"
    EMOTION = "emotion"
    HABIT = "habit"


class ItemScale(models.TextChoices):
    ZERO_TO_TEN = "0-10"
    YES_NO = "yes_no"


class PersonalItem(Base):
    """One version of one personal item. Its words never change: other words are a new version.

    `item` is the same for all versions. In force, it stands in one of five places.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="personal_items"
    )
    item = models.UUIDField()
    version = models.PositiveSmallIntegerField(default=1)
    place = models.PositiveSmallIntegerField()
    label = EncryptedTextField()
    why = EncryptedTextField(default="")
    kind = models.CharField(max_length=10, choices=ItemKind)
    scale = models.CharField(max_length=10, choices=ItemScale)
    toward = models.CharField(max_length=10, choices=Toward, default="", blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("label", "why", "kind", "scale", "toward")
        operational = (
            "id", "created_at", "item", "version", "place", "set_at", "set_by", "ended_at",
            "ended_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=PLACES),
                name="checkins_personalitem_one_of_five_places",
            ),
            models.UniqueConstraint(
                fields=["client", "place"],
                condition=Q(ended_at=None),
                name="checkins_personalitem_one_in_force_per_place",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(ended_at=None),
                name="checkins_personalitem_one_version_in_force",
            ),
            models.UniqueConstraint(
                fields=["item", "version"], name="checkins_personalitem_one_row_per_version"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="checkins_personalitem_versions_count_from_one"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="checkins_personalitem_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(scale__in=ItemScale.values), name="checkins_personalitem_known_scale"
            ),
            models.CheckConstraint(
                condition=Q(kind="urge", toward__in=Toward.values)
                | (~Q(kind="urge") & Q(toward="")),
                name="checkins_personalitem_only_urges_are_toward_something",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False, ended_at__gte=F("set_at")),
                name="checkins_personalitem_ended_by_someone",
            ),
        ]
        indexes = [
            # A check-in with answers to items asks for all of its client's.
            models.Index(fields=["client", "place", "version"], name="personalitem_client"),
        ]
