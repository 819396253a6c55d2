"""A client's support people and plans. A plan is only ever added to: a change is a new version.

Names and telephone numbers of other people are encrypted like everything else that clients write.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class Help(models.TextChoices):
    """What a support person is asked for."""

    DISTRACT = "distract"
    TALK = "talk"
    BOTH = "both"


class SupportPerson(Base):
    """Somebody a client may turn to. Ending keeps the row."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="support_people"
    )
    name = EncryptedTextField()
    relationship = EncryptedTextField()
    phone = EncryptedTextField()
    place = EncryptedTextField(default="")
    can_help_with = models.CharField(max_length=8, choices=Help, default=Help.BOTH)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "name", "relationship", "phone", "place")
        operational = ("id", "created_at", "can_help_with", "added_at", "ended_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(can_help_with__in=Help.values),
                name="plans_supportperson_known_help",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("added_at")),
                name="plans_supportperson_ends_after_it_begins",
            ),
        ]
        indexes = [
            # The list on the phone.
            models.Index(
                fields=["client", "added_at"], condition=Q(ended_at=None), name="support_client"
            ),
        ]


class Kind(models.TextChoices):
    """Which plan."""

    SAFETY = "safety"
    RELAPSE_PREVENTION = "relapse_prevention"
    DISCHARGE = "discharge"  # and aftercare


class Party(models.TextChoices):
    """The two who make a plan together."""

    CLIENT = "client"
    CLINICIAN = "clinician"


class Plan(Base):
    """One version of one client's plan, as one of the two wrote it."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="plans"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    version = models.PositiveSmallIntegerField()
    # JSON of all steps but the safer one, which has a table and policies of its own.
    steps = EncryptedTextField()
    review_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("kind", "steps")
        operational = ("id", "created_at", "version", "review_on", "written_at", "written_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "kind", "version"], name="plans_plan_one_per_version"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="plans_plan_versions_count_from_one"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="plans_plan_known_kind"),
        ]


class SaferStep(Base):
    """Step six of a safety plan, from the version that it came with until the next one.

    `shared` on every row is what the client chose last: turning it off hides the earlier ones too.
    """

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="safer_step")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    actions = EncryptedTextField()
    shared = models.BooleanField(default=False)

    class Privacy:
        identity = ("client",)
        clinical = ("actions",)
        operational = ("id", "created_at", "plan", "shared")


class Signature(Base):
    """One of the two agreed to one version. Only ever added, so nobody signs for the other."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="signatures")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=10, choices=Party)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "plan", "party", "signed_at", "signed_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "party"], name="plans_signature_once_per_party"
            ),
            models.CheckConstraint(
                condition=Q(party=Party.CLIENT, signed_by=F("client"))
                | (Q(party=Party.CLINICIAN) & ~Q(signed_by=F("client"))),
                name="plans_signature_by_the_right_person",
            ),
        ]
