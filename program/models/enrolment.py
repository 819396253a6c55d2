"""Who is enrolled, at which level of care, and who looks after them."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from program.models.place import Program
from program.models.ranges import days

SAME, OVERLAPS = RangeOperators.EQUAL, RangeOperators.OVERLAPS


class LevelOfCare(models.TextChoices):
    """From the most to the least support."""

    RESIDENTIAL = "residential"
    PHP = "php"
    IOP = "iop"
    OUTPATIENT = "outpatient"


class DischargeReason(models.TextChoices):
    COMPLETED = "completed"
    TRANSFERRED = "transferred"
    MOVED_AWAY = "moved_away"
    CLIENT_DECIDED = "client_decided"
    LOST_CONTACT = "lost_contact"
    OTHER = "other"


class Enrolment(Base):
    """A client's time in a program, from a day until (not including) a day.

    `level_of_care` is the level now; what it was and will be is in the level changes.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments"
    )
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="enrolments")
    level_of_care = models.CharField(max_length=12, choices=LevelOfCare)
    planned_weeks = models.PositiveSmallIntegerField(default=8)
    active_from = models.DateField()
    active_until = models.DateField(null=True)
    discharge_reason = models.CharField(max_length=16, choices=DischargeReason, default="")
    discharged_at = models.DateTimeField(null=True)
    discharged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    discharge_told_at = models.DateTimeField(null=True)  # when the day had come and others heard

    class Privacy:
        clinical = ("level_of_care", "discharge_reason")
        identity = ("client",)
        operational = (
            "id", "created_at", "program", "planned_weeks", "active_from", "active_until",
            "discharged_at", "discharged_by", "discharge_told_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(active_until=None),
                name="program_enrolment_one_open_per_client",
            ),
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="program_enrolment_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="program_enrolment_one_at_a_time",
                expressions=[("client", SAME), (days(), OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(planned_weeks__gte=6, planned_weeks__lte=12),
                name="program_enrolment_six_to_twelve_weeks",
            ),
            models.CheckConstraint(
                condition=Q(discharged_at=None, discharged_by=None, discharge_reason="")
                | (
                    Q(discharged_at__isnull=False, discharged_by__isnull=False)
                    & Q(active_until__isnull=False)
                    & ~Q(discharge_reason="")
                ),
                name="program_enrolment_discharged_by_someone",
            ),
        ]

    def is_in_force(self, today: date) -> bool:
        """Say whether it holds on that day of the program."""
        return self.active_from <= today and (
            self.active_until is None or self.active_until > today
        )


class ChangeReason(models.TextChoices):
    """Why a level of care changes."""

    GOALS_MET = "goals_met"
    NEEDS_MORE_SUPPORT = "needs_more_support"
    NEEDS_LESS_SUPPORT = "needs_less_support"
    SAFETY = "safety"
    CLIENT_REQUEST = "client_request"
    PRACTICAL = "practical"
    OTHER = "other"


class LevelChange(Base):
    """One step up or down: decided at a moment, in force from a day of the program on."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="level_changes")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_level = models.CharField(max_length=12, choices=LevelOfCare)
    to_level = models.CharField(max_length=12, choices=LevelOfCare)
    reason = models.CharField(max_length=20, choices=ChangeReason)
    note = EncryptedTextField(default="")
    effective_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        clinical = ("from_level", "to_level", "reason", "note")
        identity = ("client",)
        operational = (
            "id", "created_at", "enrolment", "effective_on", "decided_at", "decided_by",
            "applied_at", "withdrawn_at", "withdrawn_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_level=F("to_level")), name="program_levelchange_changes_it"
            ),
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(applied_at=None, withdrawn_at=None),
                name="program_levelchange_one_to_come",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, applied_at=None),
                name="program_levelchange_withdrawn_by_someone",
            ),
        ]


class TeamRole(models.TextChoices):
    THERAPIST = "therapist"
    PSYCHIATRIC_PROVIDER = "psychiatric_provider"
    CASE_MANAGER = "case_manager"
    FAMILY_THERAPIST = "family_therapist"
    SUPERVISOR = "supervisor"


class CareTeamMember(Base):
    """A clinician who looks after a client, from a day until (not including) a day.

    Rungs say in which order people are told when nobody answers: 0 first.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="care_team"
    )
    clinician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="caseload"
    )
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=TeamRole)
    rung = models.PositiveSmallIntegerField(default=0)
    active_from = models.DateField()
    active_until = models.DateField(null=True)

    class Privacy:
        identity = ("client", "clinician")
        operational = (
            "id", "created_at", "program", "role", "rung", "active_from", "active_until",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "clinician"],
                condition=Q(active_until=None),
                name="program_careteammember_one_open_per_pair",
            ),
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="program_careteammember_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(client=F("clinician")),
                name="program_careteammember_not_their_own_client",
            ),
            ExclusionConstraint(
                name="program_careteammember_once_at_a_time",
                expressions=[("client", SAME), ("clinician", SAME), (days(), OVERLAPS)],
            ),
        ]
        indexes = [
            # Row security asks for each clinician's own clients at every read.
            models.Index(fields=["clinician", "client"], name="careteam_clinician"),
        ]
