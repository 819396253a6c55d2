"""One reminder and how far it got, and when each person's reminders are planned next."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Base
from reminders.models.preferences import Kind


class Reminder(Base):
    """One thing that one person is reminded of once. This row is also what the app shows."""

    class State(models.TextChoices):
        PLANNED = "planned"
        QUEUED = "queued"  # a message is on its way; the app shows it
        SENT = "sent"  # a message was taken, or the app is the only channel
        UNDELIVERED = "undelivered"  # no channel took it; the app shows it
        SKIPPED = "skipped"  # not sent, for a reason of the person's or of the moment
        WITHDRAWN = "withdrawn"  # not sent: what it was about is no more

    class Reason(models.TextChoices):
        NONE = ""
        DONE = "done"
        QUIET_HOURS = "quiet_hours"
        TOO_LATE = "too_late"
        PAUSED = "paused"
        SWITCHED_OFF = "switched_off"
        CANCELLED = "cancelled"
        MOVED = "moved"
        NOT_EXPECTED = "not_expected"
        LEFT = "left"
        NO_ADDRESS = "no_address"
        REFUSED = "refused"

    SHOWN = (State.QUEUED, State.SENT, State.UNDELIVERED)
    OPEN = (State.PLANNED, State.QUEUED)

    # Found by the constraint below; an index of its own would only slow the tick.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    kind = models.CharField(max_length=16, choices=Kind)
    # Names what is reminded of, and which time: the same occurrence is never planned twice.
    occurrence = models.CharField(max_length=100)
    # The session, assignment, medication, …; another app's row, so no foreign key.
    subject_id = models.UUIDField(null=True)
    on = models.DateField()  # the person's own day that it is about
    wished_at = models.DateTimeField()  # before quiet hours moved it
    due_at = models.DateTimeField()
    until_at = models.DateTimeField()  # from then on it is of no use and never sent
    state = models.CharField(max_length=12, choices=State, default=State.PLANNED)
    reason = models.CharField(max_length=16, choices=Reason, default=Reason.NONE)
    # The message that carries it, together with what else fell due for this person then.
    message = models.UUIDField(null=True)
    channel = models.CharField(max_length=10, default="")  # "app" when nothing leaves the building
    queued_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        clinical = ("kind", "occurrence", "subject_id")
        operational = (
            "id", "created_at", "on", "wished_at", "due_at", "until_at", "state", "reason",
            "message", "channel", "queued_at", "sent_at", "settled_at", "opened_at", "done_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "occurrence"],
                name="reminders_reminder_once_per_occurrence",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="reminders_reminder_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "queued"], settled_at=None)
                | (~Q(state__in=["planned", "queued"]) & Q(settled_at__isnull=False)),
                name="reminders_reminder_settled_when_over",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["planned", "queued", "sent"]) & Q(reason=""))
                | (Q(state__in=["undelivered", "skipped", "withdrawn"]) & ~Q(reason="")),
                name="reminders_reminder_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", message=None)
                | Q(state__in=["skipped", "withdrawn"])
                | Q(state__in=["queued", "sent", "undelivered"], message__isnull=False),
                name="reminders_reminder_carried_by_a_message",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at=None)),
                name="reminders_reminder_sent_at_a_moment",
            ),
        ]
        indexes = [
            # The tick's own query: what is due.
            models.Index(fields=["due_at"], condition=Q(state="planned"), name="reminder_is_due"),
            # What waits for its message to be taken.
            models.Index(
                fields=["message"], condition=Q(state="queued"), name="reminder_on_its_way"
            ),
        ]


class Agenda(models.Model):
    """When one person's coming reminders are gone over next."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    next_at = models.DateTimeField()
    planned_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        operational = ("next_at", "planned_at")

    class Meta:
        indexes = [models.Index(fields=["next_at"], name="agenda_next")]
