"""Sessions, who leads them, who is expected, and who was there."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from core.models import Base
from program.models.place import Program, Room
from program.models.ranges import moments

SAME, OVERLAPS = RangeOperators.EQUAL, RangeOperators.OVERLAPS


class SessionKind(models.TextChoices):
    GROUP = "group"
    INDIVIDUAL = "individual"
    PSYCHIATRIC = "psychiatric"
    FAMILY = "family"
    WORKSHOP = "workshop"
    CASE_MANAGEMENT = "case_management"
    TREATMENT_PLANNING = "treatment_planning"
    DISCHARGE = "discharge"


class Topic(models.TextChoices):
    """What a workshop is about."""

    COMMUNICATION = "communication"
    BOUNDARIES = "boundaries"
    SELF_ESTEEM = "self_esteem"
    CRISIS_PREVENTION = "crisis_prevention"


class CancelReason(models.TextChoices):
    HOLIDAY = "holiday"
    CLINICIAN_AWAY = "clinician_away"
    WEATHER = "weather"
    TIMETABLE = "timetable"
    OTHER = "other"


class Session(Base):
    """One appointment in the timetable, by itself or one occurrence of a series."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="sessions")
    series = models.ForeignKey(
        "program.Series", null=True, on_delete=models.PROTECT, related_name="sessions"
    )
    series_on = models.DateField(null=True)  # the day that the rule gave, wherever it was moved
    kind = models.CharField(max_length=20, choices=SessionKind)
    title = models.CharField(max_length=120)
    topic = models.CharField(max_length=20, choices=Topic, default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    room = models.ForeignKey(Room, null=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=120, default="")
    telehealth_url = models.URLField(default="")
    capacity = models.PositiveSmallIntegerField(null=True)
    skill_slug = models.SlugField(max_length=60, default="")  # the exercise that it teaches
    revision = models.PositiveSmallIntegerField(default=0)  # how often it was moved or cancelled
    moved_at = models.DateTimeField(null=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    cancel_reason = models.CharField(max_length=20, choices=CancelReason, default="")

    class Privacy:
        clinical = ("kind", "title", "topic", "skill_slug")
        operational = (
            "id", "created_at", "program", "series", "series_on", "starts_at", "ends_at", "room",
            "place", "telehealth_url", "capacity", "revision", "moved_at", "moved_by",
            "cancelled_at", "cancelled_by", "cancel_reason",
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
            models.CheckConstraint(
                condition=Q(moved_at=None, moved_by=None)
                | Q(moved_at__isnull=False, moved_by__isnull=False),
                name="program_session_moved_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(series=None, series_on=None)
                | Q(series__isnull=False, series_on__isnull=False),
                name="program_session_day_of_its_series",
            ),
            models.UniqueConstraint(
                fields=["series", "series_on"], name="program_session_once_an_occurrence"
            ),
            models.CheckConstraint(
                condition=Q(room=None) | Q(telehealth_url=""), name="program_session_one_place"
            ),
            models.CheckConstraint(
                condition=Q(topic="") | Q(kind="workshop"),
                name="program_session_topic_of_workshop",
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1), name="program_session_has_room"
            ),
            ExclusionConstraint(
                name="program_session_room_is_free",
                expressions=[("room", SAME), (moments(), OVERLAPS)],
                condition=Q(cancelled_at=None),
            ),
        ]
        indexes = [
            # The reminder planner and "my sessions" both ask by time.
            models.Index(fields=["starts_at"], name="session_starts"),
        ]


class SessionClinician(Base):
    """A clinician who leads a session. Times follow the session's by a key of the database."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="leaders")
    clinician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    stands = models.BooleanField(default=True)  # not once the session is cancelled

    class Privacy:
        operational = (
            "id", "created_at", "session", "clinician", "starts_at", "ends_at", "stands",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "clinician"], name="program_sessionclinician_once_a_session"
            ),
            ExclusionConstraint(
                name="program_sessionclinician_is_free",
                expressions=[("clinician", SAME), (moments(), OVERLAPS)],
                condition=Q(stands=True),
            ),
        ]


class Attendance(models.TextChoices):
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    LEFT_EARLY = "left_early"


class Participant(Base):
    """A client who is expected at a session, and, once somebody said so, whether they came."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="participants")
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="participations"
    )
    # The session's: PostgreSQL fills these in and moves them with it.
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    individually = models.BooleanField(default=False)  # invited by name, not by track or series
    attendance = models.CharField(max_length=12, choices=Attendance, default="")
    attendance_at = models.DateTimeField(null=True)
    attendance_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        clinical = ("attendance",)
        identity = ("client",)
        operational = (
            "id", "created_at", "session", "starts_at", "ends_at", "individually",
            "attendance_at", "attendance_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client"], name="program_participant_once_per_session"
            ),
            models.CheckConstraint(
                condition=Q(attendance="", attendance_at=None, attendance_by=None)
                | (~Q(attendance="") & Q(attendance_at__isnull=False, attendance_by__isnull=False)),
                name="program_participant_attendance_by_someone",
            ),
        ]
        indexes = [
            # The caseload: what was missed, and what is next.
            models.Index(fields=["client", "starts_at"], name="participant_client_time"),
        ]


class AttendanceChange(Base):
    """One saying about one client's attendance. The newest is what counts; none is rewritten."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="changes")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    attendance = models.CharField(max_length=12, choices=Attendance)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        clinical = ("attendance",)
        identity = ("client",)
        operational = ("id", "created_at", "session", "said_at", "said_by")


class AbsenceReason(models.TextChoices):
    ILL = "ill"
    APPOINTMENT = "appointment"
    WORK_OR_SCHOOL = "work_or_school"
    CHILDCARE = "childcare"
    TRANSPORT = "transport"
    OTHER = "other"


class CannotCome(Base):
    """A client's word, before a session begins, that they cannot come, until they take it back."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="excuses")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16, choices=AbsenceReason)
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        clinical = ("reason",)
        identity = ("client",)
        operational = ("id", "created_at", "session", "said_at", "withdrawn_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client"],
                condition=Q(withdrawn_at=None),
                name="program_cannotcome_one_in_force",
            ),
        ]
