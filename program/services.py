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

    One whose time falls into the client's quiet hours is written as skipped. One that was planned
    before its session was moved to an earlier day is brought forward.
    """
    _bring_forward(at=at)
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


def _due(expected: Participant | Reminder, wishes: rules.Wishes) -> datetime:
    zone = clock.zone(expected.client.timezone)
    return rules.reminder_due(starts_at=expected.session.starts_at, wishes=wishes, zone=zone)


def _bring_forward(*, at: datetime) -> None:
    waiting = list(
        Reminder.objects.select_related("session", "client").filter(
            state=Reminder.State.PLANNED,
            due_at__gt=at,
            session__starts_at__lte=at + LOOK_AHEAD,
        )[:MOST_AT_ONCE]
    )
    wishes = _wishes(reminder.client_id for reminder in waiting)
    for reminder in waiting:
        due = max(_due(reminder, wishes.get(reminder.client_id, rules.Wishes())), at)
        if due < reminder.due_at:
            _move(reminder, due_at=due)


def _move(reminder: Reminder, *, due_at: datetime) -> None:
    Reminder.objects.filter(pk=reminder.pk, state=Reminder.State.PLANNED).update(due_at=due_at)


def _planned(participant: Participant, wishes: rules.Wishes, *, at: datetime) -> Reminder:
    zone = clock.zone(participant.client.timezone)
    # A session that was entered late is reminded of at once, unless it is a quiet time.
    due = max(_due(participant, wishes), at)
    reminder = Reminder(
        session_id=participant.session_id, client_id=participant.client_id, due_at=due
    )
    if rules.is_quiet(at=due, wishes=wishes, zone=zone):
        reminder.state, reminder.settled_at = Reminder.State.SKIPPED, at
        reminder.reason = "quiet_hours"
    return reminder


def send_due_reminders(*, at: datetime) -> int:
    """Queue the reminders whose time has come and that still make sense; return how many.

    One whose session was moved to a later day waits for that day's evening before.
    """
    due = list(
        selectors.due_reminders(at=at)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("session", "client")[:MOST_AT_ONCE]
    )
    wishes = _wishes(reminder.client_id for reminder in due)
    still = _still_expected(due)
    queued = 0
    for reminder in due:
        wish = wishes.get(reminder.client_id, rules.Wishes())
        if (later := _due(reminder, wish)) > at:
            _move(reminder, due_at=later)
            continue
        state, reason = _verdict(reminder, wish, still, at=at)
        if state == Reminder.State.QUEUED:
            # Reminders of one person that fall due together are one message.
            moment = f"{reminder.client_id}:{reminder.due_at:%Y%m%dT%H%M}"
            cause = Cause(Kind.REMINDER, f"reminder:{moment}", "/today")
            delivery_services.queue(people=[reminder.client_id], cause=cause, due_at=at)
            queued += 1
        Reminder.objects.filter(pk=reminder.pk, state=Reminder.State.PLANNED).update(
            state=state, reason=reason, settled_at=at
        )
    return queued


def _verdict(
    reminder: Reminder, wish: rules.Wishes, still: set[tuple[UUID, UUID]], *, at: datetime
) -> tuple[str, str]:
    if reminder.session.cancelled_at is not None:
        return Reminder.State.WITHDRAWN, "cancelled"
    if (reminder.session_id, reminder.client_id) not in still:
        return Reminder.State.WITHDRAWN, "not_expected"
    if reminder.session.starts_at <= at:
        return Reminder.State.SKIPPED, "already_begun"
    if rules.is_quiet(at=at, wishes=wish, zone=clock.zone(reminder.client.timezone)):
        return Reminder.State.SKIPPED, "quiet_hours"
    return Reminder.State.QUEUED, ""


def _still_expected(due: list[Reminder]) -> set[tuple[UUID, UUID]]:
    """Return session and client where the client is a participant, and enrolled on that day."""
    clients = {reminder.client_id for reminder in due}
    enrolments: dict[UUID, list[Enrolment]] = {client_id: [] for client_id in clients}
    for row in Enrolment.objects.select_related("program").filter(client_id__in=clients):
        enrolments[row.client_id].append(row)
    participations = set(
        Participant.objects.filter(
            session_id__in={reminder.session_id for reminder in due}, client_id__in=clients
        ).values_list("session_id", "client_id")
    )
    return {
        (reminder.session_id, reminder.client_id)
        for reminder in due
        if any(_covers(row, reminder.session.starts_at) for row in enrolments[reminder.client_id])
    } & participations


def _covers(enrolment: Enrolment, moment: datetime) -> bool:
    day = clock.local_day(moment, enrolment.program.timezone)
    ended = enrolment.active_until is not None and enrolment.active_until <= day
    return enrolment.active_from <= day and not ended


def _wishes(clients: Iterable[UUID]) -> dict[UUID, rules.Wishes]:
    rows = ReminderPreference.objects.filter(person_id__in=set(clients))
    return {
        row.person_id: rules.Wishes(
            row.evening_before_minute, row.quiet_from_minute, row.quiet_until_minute
        )
        for row in rows
    }
