"""How a person wants to be reminded, and of what."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q

from core.models import Base

CHANNELS = ("push", "email", "sms")


def each_of(field: str, low: int, high: int) -> Func:
    """Return the condition that every number of an array is between two others."""
    return Func(
        F(field),
        template=f"({low} <= ALL (%(expressions)s) AND {high} >= ALL (%(expressions)s))",
        output_field=models.BooleanField(),
    )


def in_the_usual_order() -> list[str]:
    """Return the order of channels for who chose none."""
    return list(CHANNELS)


class Kind(models.TextChoices):
    """What a reminder is about."""

    SESSION = "session"
    CHECK_IN = "check_in"
    EVENING_GOAL = "evening_goal"
    EXERCISE = "exercise"
    QUESTIONNAIRE = "questionnaire"
    MEDICATION = "medication"
    CHANGED = "changed"  # an appointment was moved
    CANCELLED = "cancelled"  # an appointment was cancelled
    REFILL = "refill"


class Tone(models.TextChoices):
    """How much a message says: nothing, or which kind of thing waits (never a health word)."""

    DISCREET = "discreet"
    PLAIN = "plain"


class Preference(Base):
    """One person's wishes for every reminder. Minutes are of their own day, on their zone's clock.

    Nobody needs a row: the defaults hold without one.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_preference"
    )
    # The first that can reach the person is used; the next when it fails for good. Empty: app only.
    channels = ArrayField(models.CharField(max_length=10), default=in_the_usual_order)
    tone = models.CharField(max_length=8, choices=Tone, default=Tone.DISCREET)
    language = models.CharField(max_length=8, default="")  # empty: the account's
    quiet_from_minute = models.PositiveSmallIntegerField(default=21 * 60)
    quiet_until_minute = models.PositiveSmallIntegerField(default=8 * 60)
    paused_until = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        operational = (
            "id", "created_at", "channels", "tone", "language", "quiet_from_minute",
            "quiet_until_minute", "paused_until",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from_minute__lt=1440) & Q(quiet_until_minute__lt=1440),
                name="reminders_preference_minutes_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(channels__contained_by=CHANNELS) & Q(channels__len__lte=3),
                name="reminders_preference_known_channels",
            ),
            models.CheckConstraint(
                condition=Q(tone__in=Tone.values), name="reminders_preference_known_tone"
            ),
        ]


class Setting(Base):
    """One person's wishes for one kind: whether, at which minutes of the day, how long before.

    `times` are minutes of a day (0–1439) on the person's clock; `leads` are minutes before what is
    reminded of (1–20160), and a lead of whole days keeps the wall clock.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_settings"
    )
    kind = models.CharField(max_length=16, choices=Kind)
    on = models.BooleanField(default=True)
    times = ArrayField(models.SmallIntegerField(), default=list)
    leads = ArrayField(models.IntegerField(), default=list)

    class Privacy:
        identity = ("person",)
        operational = ("id", "created_at", "kind", "on", "times", "leads")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], name="reminders_setting_one_per_kind"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="reminders_setting_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(times__len__lte=6) & Q(each_of("times", 0, 1439)),
                name="reminders_setting_minutes_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(leads__len__lte=4) & Q(each_of("leads", 1, 20160)),
                name="reminders_setting_leads_within_a_fortnight",
            ),
        ]
