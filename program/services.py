"""Plan, send, skip and withdraw reminders of sessions. Each decision leaves its row."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from core import clock
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind
from program import rules, selectors
from program.models import Enrolment, Participant, Reminder, ReminderPreference

LOOK_AHEAD = timedelta(hours=48)  # covers "the evening before" in every zone
MOST_AT_ONCE = 1000


def plan_reminders(*, at: datetime) -> int:
    """Plan a reminder for every coming session and client that has none; return how many.

    One whose time falls into the client's quiet hours is written as skipped.
    """
    planned = Reminder.objects.filter(session=OuterRef("session"), client=OuterRef("client"))
    expected = list(
        Participant.objects.select_related("session", "client")
        .filter(
            session__starts_at__gt=at,
            session__starts_at__lte=at + LOOK_AHEAD,
            session__cancelled_at=None,
        )
        .exclude(Exists(planned))
        .order_by("session__starts_at")[:MOST_AT_ONCE]
    )
    wishes = _wishes(participant.client_id for participant in expected)
    reminders = [
        _planned(participant, wishes.get(participant.client_id, rules.Wishes()), at=at)
        for participant in expected
    ]
    made = Reminder.objects.bulk_create(reminders, ignore_conflicts=True)
    return len(made)


def _planned(participant: Participant, wishes: rules.Wishes, *, at: datetime) -> Reminder:
    zone = clock.zone(participant.client.timezone)
    due = rules.reminder_due(starts_at=participant.session.starts_at, wishes=wishes, zone=zone)
    # A session that was entered late is reminded of at once, unless it is a quiet time.
    due = max(due, at)
    reminder = Reminder(
        session_id=participant.session_id, client_id=participant.client_id, due_at=due
    )
    if rules.is_quiet(at=due, wishes=wishes, zone=zone):
        reminder.state, reminder.settled_at = Reminder.State.SKIPPED, at
        reminder.reason = "quiet_hours"
    return reminder


def send_due_reminders(*, at: datetime) -> int:
    """Queue the reminders whose time has come and that still make sense; return how many."""
    due = list(
        selectors.due_reminders(at=at)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("session", "client")[:MOST_AT_ONCE]
    )
    wishes = _wishes(reminder.client_id for reminder in due)
    still = _still_expected(due, at=at)
    queued = 0
    for reminder in due:
        state, reason = _verdict(reminder, wishes, still, at=at)
        if state == Reminder.State.QUEUED:
            cause = Cause(Kind.REMINDER, f"reminder:{reminder.pk}", "/today")
            delivery_services.queue(people=[reminder.client_id], cause=cause, due_at=at)
            queued += 1
        Reminder.objects.filter(pk=reminder.pk, state=Reminder.State.PLANNED).update(
            state=state, reason=reason, settled_at=at
        )
    return queued


def _verdict(
    reminder: Reminder,
    wishes: dict[UUID, rules.Wishes],
    still: set[tuple[UUID, UUID]],
    *,
    at: datetime,
) -> tuple[str, str]:
    wish = wishes.get(reminder.client_id, rules.Wishes())
    if reminder.session.cancelled_at is not None:
        return Reminder.State.WITHDRAWN, "cancelled"
    if (reminder.session_id, reminder.client_id) not in still:
        return Reminder.State.WITHDRAWN, "not_expected"
    if reminder.session.starts_at <= at:
        return Reminder.State.SKIPPED, "already_begun"
    if rules.is_quiet(at=at, wishes=wish, zone=clock.zone(reminder.client.timezone)):
        return Reminder.State.SKIPPED, "quiet_hours"
    return Reminder.State.QUEUED, ""


def _still_expected(due: list[Reminder], *, at: datetime) -> set[tuple[UUID, UUID]]:
    clients = {reminder.client_id for reminder in due}
    enrolled = {
        row.client_id
        for row in Enrolment.objects.select_related("program").filter(client_id__in=clients)
        if row.active_until is None or row.active_until > clock.local_day(at, row.program.timezone)
    }
    pairs = Participant.objects.filter(
        session_id__in={reminder.session_id for reminder in due}, client_id__in=enrolled
    ).values_list("session_id", "client_id")
    return set(pairs)


def _wishes(clients: Iterable[UUID]) -> dict[UUID, rules.Wishes]:
    rows = ReminderPreference.objects.filter(person_id__in=set(clients))
    return {
        row.person_id: rules.Wishes(
            row.evening_before_minute, row.quiet_from_minute, row.quiet_until_minute
        )
        for row in rows
    }
