"""What repeats: tracks, series with a rule, and who follows them."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from core.models import Base
from program.models.enrolment import LevelOfCare
from program.models.place import Program, Room
from program.models.ranges import days
from program.models.session import SessionKind, Topic

SAME, OVERLAPS = RangeOperators.EQUAL, RangeOperators.OVERLAPS


class Track(Base):
    """A set of series that clients follow together, like “Mornings IOP”."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="tracks")
    name = models.CharField(max_length=80)
    level_of_care = models.CharField(max_length=12, choices=LevelOfCare)
    capacity = models.PositiveSmallIntegerField(null=True)
    closed_on = models.DateField(null=True)

    class Privacy:
        operational = (
            "id", "created_at", "program", "name", "level_of_care", "capacity", "closed_on",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "name"],
                condition=Q(closed_on=None),
                name="program_track_one_open_of_a_name",
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1), name="program_track_has_room"
            ),
        ]


class Series(Base):
    """Sessions that come again by a rule of RFC 5545, at one wall-clock minute of the program.

    The rule counts from `anchor_on`; of its days those from `starts_on` until (not including)
    `ends_on` are this series'. A change from a day on ends one series and begins another.
    """

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="series")
    track = models.ForeignKey(Track, null=True, on_delete=models.PROTECT, related_name="series")
    continues = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=SessionKind)
    title = models.CharField(max_length=120)
    topic = models.CharField(max_length=20, choices=Topic, default="")
    skill_slug = models.SlugField(max_length=60, default="")
    rule = models.CharField(max_length=200)
    anchor_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    minute_of_day = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    room = models.ForeignKey(Room, null=True, on_delete=models.PROTECT, related_name="+")
    telehealth_url = models.URLField(default="")
    capacity = models.PositiveSmallIntegerField(null=True)

    class Privacy:
        clinical = ("kind", "title", "topic", "skill_slug")
        operational = (
            "id", "created_at", "program", "track", "continues", "rule", "anchor_on", "starts_on",
            "ends_on", "minute_of_day", "minutes", "room", "telehealth_url", "capacity",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minute_of_day__lt=1440, minutes__gte=5, minutes__lte=720),
                name="program_series_minutes_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(anchor_on__lte=F("starts_on"))
                & (Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))),
                name="program_series_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(room=None) ^ Q(telehealth_url=""), name="program_series_one_place"
            ),
            models.CheckConstraint(
                condition=Q(topic="") | Q(kind="workshop"), name="program_series_topic_of_workshop"
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1), name="program_series_has_room"
            ),
        ]


class SeriesClinician(Base):
    """A clinician who leads the sessions of a series."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="leaders")
    clinician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        operational = ("id", "created_at", "series", "clinician")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "clinician"], name="program_seriesclinician_once_a_series"
            ),
        ]


class SeriesSkip(Base):
    """A day on which a series leaves out its session."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="skips")
    on = models.DateField(db_column="on_day")
    skipped_at = models.DateTimeField()
    skipped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        operational = ("id", "created_at", "series", "on", "skipped_at", "skipped_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "on"], name="program_seriesskip_once_a_day"),
        ]


class TrackMember(Base):
    """A client who follows a track, from a day until (not including) a day."""

    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="members")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    active_from = models.DateField()
    active_until = models.DateField(null=True)

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "track", "active_from", "active_until")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="program_trackmember_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="program_trackmember_once_at_a_time",
                expressions=[("track", SAME), ("client", SAME), (days(), OVERLAPS)],
            ),
        ]


class SeriesMember(Base):
    """A client who follows one series by themselves, from a day until (not including) a day."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="members")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    active_from = models.DateField()
    active_until = models.DateField(null=True)

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "series", "active_from", "active_until")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="program_seriesmember_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="program_seriesmember_once_at_a_time",
                expressions=[("series", SAME), ("client", SAME), (days(), OVERLAPS)],
            ),
        ]
