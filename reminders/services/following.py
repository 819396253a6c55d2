"""What became of messages: sent, given up on and tried over the next channel, or called back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from delivery import selectors as delivery_selectors
from delivery import services as delivery_services
from delivery.models import Delivery
from delivery.services import Batch
from delivery.wording import Kind
from reminders.models import Reminder
from reminders.rules.causes import cause_of, message_of
from reminders.rules.verdict import Standing, judge
from reminders.services.second_look import FIELDS, Look, useless
from reminders.services.sending import PATH, first_of, standings_of, tone_of

AT_ONCE = 5000
REPLAYED_WITHIN = timedelta(days=90)  # as long as dead letters are kept

ON_ITS_WAY = (Reminder.State.QUEUED, Reminder.State.UNDELIVERED)
Tried = dict[UUID, list[Delivery]]


def follow(*, at: datetime) -> int:
    """Write down what was sent and what was given up on; return how many reminders moved on.

    A message that was given up on is tried over the person's next channel; when none is left, its
    reminders stay in the app as not delivered. One that staff replay and that then goes out counts
    as sent after all. Acts as the reminder part, in a transaction.
    """
    waiting = (
        Reminder.objects.filter(state__in=ON_ITS_WAY, queued_at__gt=at - REPLAYED_WITHIN)
        .order_by("state", "queued_at")
        .select_for_update(skip_locked=True, of=("self",))
        .values_list("message", flat=True)[:AT_ONCE]
    )
    messages = {message for message in waiting if message}
    tried = _tried(messages)
    return _note_sent(tried) + _note_failed(tried, at=at)


def _tried(messages: set[UUID]) -> Tried:
    rows = Delivery.objects.defer("path").filter(
        cause__in=[cause_of(message) for message in messages],
    )
    found: Tried = {}
    for row in rows:
        message = message_of(row.cause)
        if message:
            found.setdefault(message, []).append(row)
    return found


def _note_sent(tried: Tried) -> int:
    moved = 0
    by_moment: dict[tuple[str, datetime], list[UUID]] = {}
    for message, rows in tried.items():
        for row in rows:
            if row.state == Delivery.State.SENT and row.settled_at:
                by_moment.setdefault((row.channel, row.settled_at), []).append(message)
    for (channel, moment), messages in by_moment.items():
        moved += Reminder.objects.filter(message__in=messages, state__in=ON_ITS_WAY).update(
            state=Reminder.State.SENT,
            reason="",
            channel=channel,
            sent_at=moment,
            settled_at=moment,
        )
    return moved


def _note_failed(tried: Tried, *, at: datetime) -> int:
    """Go on to the next channel for what failed on every channel so far."""
    stuck = {
        message: rows
        for message, rows in tried.items()
        if all(row.state == Delivery.State.FAILED for row in rows)
    }
    people = {row.person_id for rows in stuck.values() for row in rows if row.person_id}
    standings = standings_of(people, at=at) if people else {}
    reached = delivery_selectors.reachable(people) if people else set()
    moved = 0
    for message, rows in stuck.items():
        person = rows[0].person_id
        standing = standings.get(person) if person else None
        if person is None or standing is None:
            continue
        left = [one for one in standing.manner.channels if one not in {row.channel for row in rows}]
        channel = first_of(left, person, reached)
        moved += _go_on(message, person, channel, rows, standing, at=at)
    return moved


def _go_on(
    message: UUID,
    person: UUID,
    channel: str,
    rows: Sequence[Delivery],
    standing: Standing,
    *,
    at: datetime,
) -> int:
    mine = Reminder.objects.filter(message=message, state=Reminder.State.QUEUED)
    if channel == "app":
        bare = {"no address", "not switched on"}
        no_address = all(row.failure in bare for row in rows)
        return mine.update(
            state=Reminder.State.UNDELIVERED,
            reason="no_address" if no_address else "refused",
            settled_at=at,
        )
    kinds = set(mine.values_list("kind", flat=True))
    if not kinds:
        return 0
    delivery_services.queue_each(
        Batch(
            kind=Kind.REMINDER,
            path=PATH,
            due_at=at,
            people=[person],
            channels=[channel],
            tones=[tone_of(standing.manner, kinds)],
            languages=[standing.manner.language],
            causes=[cause_of(message)],
        )
    )
    return mine.update(channel=channel)


def look_again(leased: Sequence[Delivery], at: datetime) -> dict[UUID, str]:
    """Say which of these messages must not leave, because nothing in them is of use any more.

    Called by the carrier right before sending, as the reminder part, in the lease's transaction.
    What has come into quiet hours waits for their end as a new message.
    """
    messages = {row.pk: message_of(row.cause) for row in leased}
    rows = list(
        Reminder.objects.filter(
            message__in={message for message in messages.values() if message},
            state__in=ON_ITS_WAY,
        ).values_list(*FIELDS, "until_at", "message")
    )
    looks = [Look(*row[:6]) for row in rows]
    no_use = useless(looks)
    standings = standings_of({look.person_id for look in looks}, at=at)
    alive: set[UUID] = set()
    ends: dict[UUID, str] = {}
    for look, (*_, until_at, message) in zip(looks, rows, strict=True):
        verdict = judge(
            kind=look.kind,
            until_at=until_at,
            useless=no_use.get(look.id, ""),
            standing=standings[look.person_id],
            now=at,
        )
        if verdict.what == "queue" and verdict.channel != "app":
            alive.add(message)
        else:
            ends.setdefault(message, verdict.reason or "quiet_hours")
            _end(look, verdict.what, verdict.reason, verdict.due_at, at=at)
    return {
        key: ends.get(message, "no reminder")
        for key, message in messages.items()
        if message and message not in alive
    }


def _end(look: Look, what: str, reason: str, due_at: datetime | None, *, at: datetime) -> None:
    mine = Reminder.objects.filter(pk=look.id, state__in=ON_ITS_WAY)
    if what == "move":
        mine.update(
            state=Reminder.State.PLANNED, reason="", message=None, channel="", due_at=due_at,
            queued_at=None, settled_at=None,
        )  # fmt: skip
    elif what == "queue":  # it has become silent, or nothing reaches the person any more
        mine.update(state=Reminder.State.SENT, reason="", channel="app", sent_at=at, settled_at=at)
    else:
        mine.update(state=what, reason=reason, settled_at=at)
