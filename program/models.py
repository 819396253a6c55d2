"""Programs, who is enrolled, who looks after them, sessions, and reminders of them."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import Base


class Program(Base):
    """One treatment program at one site, with the zone its clocks show and its telephones."""

    name = models.CharField(max_length=120)
    timezone = models.CharField(max_length=64)
    daytime_phone = models.CharField(max_length=30)
    on_call_phone = models.CharField(max_length=30)

    class Privacy:
        operational = (
            "id", "created_at", "name", "timezone", "daytime_phone", "on_call_phone",
        )  # fmt: skip


class LevelOfCare(models.TextChoices):
    RESIDENTIAL = "residential"
    PHP = "php"
    IOP = "iop"
    OUTPATIENT = "outpatient"


class Enrolment(Base):
    """A client's time in a program, from a day until (not including) a day."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments"
    )
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="enrolments")
    level_of_care = models.CharField(max_length=12, choices=LevelOfCare)
    active_from = models.DateField()
    active_until = models.DateField(null=True)

    class Privacy:
        clinical = ("level_of_care",)
        identity = ("client",)
        operational = ("id", "created_at", "program", "active_from", "active_until")

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
        ]

    def is_in_force(self, today: date) -> bool:
        """Say whether it holds on that day of the program."""
        return self.active_from <= today and (
            self.active_until is None or self.active_until > today
        )


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
        ]
        indexes = [
            # Row security asks for each clinician's own clients at every read.
            models.Index(fields=["clinician", "client"], name="careteam_clinician"),
        ]


class SessionKind(models.TextChoices):
    GROUP = "group"
    INDIVIDUAL = "individual"
    PSYCHIATRIC = "psychiatric"
    FAMILY = "family"
    WORKSHOP = "workshop"
    CASE_MANAGEMENT = "case_management"


class Session(Base):
    """One appointment in the timetable."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=16, choices=SessionKind)
    title = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=120, default="")
    telehealth_url = models.URLField(default="")
    skill_slug = models.SlugField(max_length=60, default="")  # the exercise that it teaches
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        clinical = ("kind", "title", "skill_slug")
        operational = (
            "id", "created_at", "program", "starts_at", "ends_at", "place", "telehealth_url",
            "cancelled_at", "cancelled_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="program_session_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_by=None)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
                name="program_session_cancelled_by_someone",
            ),
        ]
        indexes = [
            # The reminder planner and "my sessions" both ask by time.
            models.Index(fields=["starts_at"], name="session_starts"),
        ]


class Participant(Base):
    """A client who is expected at a session."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="participants")
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="participations"
    )

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "session")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client"], name="program_participant_once_per_session"
            ),
        ]


class ReminderPreference(Base):
    """When a person wants to be reminded: minutes of their own day, on the clock of their zone."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_preference"
    )
    evening_before_minute = models.PositiveSmallIntegerField(default=18 * 60)
    quiet_from_minute = models.PositiveSmallIntegerField(default=21 * 60)
    quiet_until_minute = models.PositiveSmallIntegerField(default=8 * 60)

    class Privacy:
        identity = ("person",)
        operational = (
            "id", "created_at", "evening_before_minute", "quiet_from_minute",
            "quiet_until_minute",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(evening_before_minute__lt=1440)
                & Q(quiet_from_minute__lt=1440)
                & Q(quiet_until_minute__lt=1440),
                name="program_reminderpreference_minutes_of_a_day",
            ),
        ]


class Reminder(Base):
    """One reminder of one session for one client, and what became of it."""

    class State(models.TextChoices):
        PLANNED = "planned"
        QUEUED = "queued"
        SKIPPED = "skipped"
        WITHDRAWN = "withdrawn"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="reminders")
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reminders"
    )
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    settled_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=40, default="")

    class Privacy:
        identity = ("client",)
        operational = (
            "id", "created_at", "session", "due_at", "state", "settled_at", "reason",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client"], name="program_reminder_once_per_session"
            ),
            models.CheckConstraint(
                condition=Q(state="planned", settled_at=None)
                | (~Q(state="planned") & Q(settled_at__isnull=False)),
                name="program_reminder_settled_unless_planned",
            ),
        ]
        indexes = [
            # The sender's own query.
            models.Index(fields=["due_at"], condition=Q(state="planned"), name="reminder_due"),
        ]
