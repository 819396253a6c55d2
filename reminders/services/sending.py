"""Hands due reminders to delivery in batches, and notes what became of their messages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import md5
from uuid import UUID

from django.db import connection

from accounts.models import User
from core.identity import System, acting_as
from delivery import selectors as delivery_selectors
from delivery import services as delivery_services
from delivery.services import Batch, Cause
from delivery.wording import Kind
from reminders import selectors
from reminders.models import CHANNELS, Preference, Reminder
from reminders.rules.causes import cause_of
from reminders.rules.defaults import Manner
from reminders.rules.verdict import Standing, Verdict, judge
from reminders.services.facts import manners_of
from reminders.services.second_look import FIELDS, Look, useless

AT_ONCE, PLAIN_AT_ONCE = 1000, 10_000
PATH = "/today?r={id}"

PLAINLY = """
due AS (
    SELECT id, person_id, kind, "on" FROM reminders_reminder
     WHERE state = 'planned' AND due_at <= %(now)s AND until_at > %(now)s AND channel = ''
     ORDER BY due_at LIMIT %(most)s FOR UPDATE SKIP LOCKED),
going AS (
    SELECT d.id, d.person_id, d.kind, w.channel, coalesce(p.tone, '') AS tone,
           coalesce(nullif(p.language, ''), u.language) AS language,
           md5(d.person_id || ':' || %(minute)s)::uuid AS message
      FROM due d
      JOIN accounts_user u ON u.id = d.person_id AND u.is_active
      LEFT JOIN reminders_preference p ON p.person_id = d.person_id
     CROSS JOIN LATERAL (
           SELECT (extract(hour FROM wall) * 60 + extract(minute FROM wall))::int AS minute,
                  coalesce(p.quiet_from_minute, 1260) AS quiet_from,
                  coalesce(p.quiet_until_minute, 480) AS quiet_until
             FROM (SELECT %(now)s::timestamptz AT TIME ZONE u.timezone AS wall) AS t) AS q
     CROSS JOIN LATERAL (
           SELECT c.channel FROM delivery_contactpoint c
            WHERE c.person_id = d.person_id AND c.active
              AND c.channel = ANY (%(switched_on)s::varchar[])
              AND c.channel = ANY (coalesce(p.channels, %(usual)s::varchar[]))
            ORDER BY array_position(coalesce(p.channels, %(usual)s::varchar[]), c.channel)
            LIMIT 1) AS w
     WHERE w.channel <> 'sms'
       AND (p.paused_until IS NULL OR p.paused_until <= %(now)s)
       AND NOT CASE WHEN q.quiet_from <= q.quiet_until
                    THEN q.minute >= q.quiet_from AND q.minute < q.quiet_until
                    ELSE q.minute >= q.quiet_from OR q.minute < q.quiet_until END
       AND NOT EXISTS (
           SELECT FROM reminders_setting s WHERE s.person_id = d.person_id AND NOT s."on")
       AND EXISTS (
           SELECT FROM program_enrolment e
            WHERE e.client_id = d.person_id AND e.active_from <= d."on"
              AND (e.active_until IS NULL OR e.active_until > d."on"))),
moved AS (
    UPDATE reminders_reminder r
       SET state = 'queued', channel = going.channel, message = going.message, queued_at = %(now)s
      FROM going WHERE r.id = going.id),
given AS (
    SELECT person_id AS person, channel, language, 'reminder:' || message AS cause,
           CASE WHEN min(tone) = 'plain' AND min(kind) = max(kind) THEN min(kind) ELSE '' END
           AS tone
      FROM going GROUP BY person_id, channel, language, message)
"""
SETTLE = """
UPDATE reminders_reminder AS r
   SET state = g.state, reason = g.reason, channel = g.channel, message = g.message,
       due_at = coalesce(g.due, r.due_at),
       queued_at = CASE WHEN g.state IN ('queued', 'sent') THEN %(now)s::timestamptz
                        ELSE r.queued_at END,
       sent_at = CASE WHEN g.state = 'sent' THEN %(now)s::timestamptz END,
       settled_at = CASE WHEN g.state IN ('planned', 'queued') THEN NULL
                         ELSE %(now)s::timestamptz END
  FROM unnest(%(ids)s::uuid[], %(states)s::varchar[], %(reasons)s::varchar[],
              %(channels)s::varchar[], %(messages)s::uuid[], %(due)s::timestamptz[])
       AS g (id, state, reason, channel, message, due)
 WHERE r.id = g.id
"""


def send_due(
    *, clock: Callable[[], datetime], until: datetime, call_help: Callable[[], object] | None = None
) -> int:
    """Decide on every reminder whose moment has come, a batch in each transaction.

    Returns how many were decided on; those that go together in one message count as one.

    Several senders share the work: rows that one holds are passed by the others. `call_help` is
    called, once, when a whole batch went and there is likely to be another.
    """
    done, decided = 0, 1
    while decided and clock() < until:
        with acting_as(System.REMINDER):
            decided = send_plain(at=clock()) or send_some(at=clock())
        if call_help and decided >= PLAIN_AT_ONCE:
            call_help()
            call_help = None
        done += decided
    return done


def send_plain(*, at: datetime) -> int:
    """Hand over a batch of reminders about which there is nothing to decide; return how many.

    One statement, for all who are enrolled, not in their quiet hours, have paused and switched off
    nothing, and are reached by mail or push. Whatever it is not sure of it leaves to `send_some`.
    Whether it was done meanwhile is asked by the carrier, as of every reminder that leaves.
    """
    return delivery_services.queue_selected(
        PLAINLY,
        {
            "now": at,
            "minute": f"{at.astimezone(UTC):%Y%m%dT%H%M}",
            "most": PLAIN_AT_ONCE,
            "usual": list(CHANNELS),
            "switched_on": delivery_selectors.switched_on(),
        },
        cause=Cause(Kind.REMINDER, "", PATH),
        due_at=at,
    )


def send_some(*, at: datetime) -> int:
    """Decide on one batch of due reminders; return how many. Must be in a transaction."""
    rows = (
        Reminder.objects.filter(state=Reminder.State.PLANNED, due_at__lte=at)
        .order_by("due_at")
        .select_for_update(skip_locked=True, of=("self",))
        .values_list(*FIELDS, "until_at", "channel")[:AT_ONCE]
    )
    due = list(rows)
    if not due:
        return 0
    looks = [Look(*row[:6]) for row in due]
    no_use = useless(looks)
    standings = standings_of({look.person_id for look in looks}, at=at)
    verdicts = [
        _judge(look, until_at, channel, no_use, standings, at=at)
        for look, (*_, until_at, channel) in zip(looks, due, strict=True)
    ]
    _settle(looks, verdicts, at=at)
    _hand_over(looks, verdicts, standings, at=at)
    return len(due)


def _judge(
    look: Look,
    until_at: datetime,
    channel: str,
    no_use: dict[UUID, str],
    standings: dict[UUID, Standing],
    *,
    at: datetime,
) -> Verdict:
    standing = standings[look.person_id]
    if channel == "app":  # planned to make no sound
        standing = replace(standing, channel="app")
    return judge(
        kind=look.kind,
        until_at=until_at,
        useless=no_use.get(look.id, ""),
        standing=standing,
        now=at,
    )


def standings_of(people: set[UUID], *, at: datetime) -> dict[UUID, Standing]:
    """Return how each of these people stands: their wishes, and what can reach them now."""
    every = list(people)
    manners, wishes = manners_of(every), selectors.wishes_of(every)
    active = set(User.objects.filter(pk__in=every, is_active=True).values_list("pk", flat=True))
    paused = dict(
        Preference.objects.filter(person_id__in=every, paused_until__gt=at).values_list(
            "person_id", "paused_until"
        )
    )
    reached = delivery_selectors.reachable(every)
    return {
        person: Standing(
            manner=manner,
            is_active=person in active,
            paused_until=paused.get(person),
            kinds_off=frozenset(
                kind for kind, wish in wishes.get(person, {}).items() if not wish.on
            ),
            channel=first_of(manner.channels, person, reached),
        )
        for person, manner in manners.items()
    }


def first_of(channels: Iterable[str], person: UUID, reached: set[tuple[UUID, str]]) -> str:
    """Return the first of these channels that reaches the person; "app" when none does."""
    return next((channel for channel in channels if (person, channel) in reached), "app")


def _message(person: UUID, at: datetime) -> UUID:
    """Name what goes to one person in one minute: one message, whoever sends it."""
    name = f"{person}:{at.astimezone(UTC):%Y%m%dT%H%M}"
    return UUID(md5(name.encode(), usedforsecurity=False).hexdigest())


STATES = {"move": "planned", "skipped": "skipped", "withdrawn": "withdrawn"}


def _settle(looks: Sequence[Look], verdicts: Sequence[Verdict], *, at: datetime) -> None:
    states = [_state(verdict) for verdict in verdicts]
    going = [state in ("queued", "sent") for state in states]
    with connection.cursor() as cursor:
        cursor.execute(
            SETTLE,
            {
                "now": at,
                "ids": [look.id for look in looks],
                "states": states,
                "reasons": [verdict.reason for verdict in verdicts],
                "channels": [verdict.channel for verdict in verdicts],
                "messages": [
                    _message(look.person_id, at) if goes else None
                    for look, goes in zip(looks, going, strict=True)
                ],
                "due": [verdict.due_at for verdict in verdicts],
            },
        )


def _state(verdict: Verdict) -> str:
    if verdict.what != "queue":
        return STATES[verdict.what]
    return "sent" if verdict.channel == "app" else "queued"


def _hand_over(
    looks: Sequence[Look],
    verdicts: Sequence[Verdict],
    standings: dict[UUID, Standing],
    *,
    at: datetime,
) -> None:
    """Queue one message for each person and channel: what falls due together goes together."""
    kinds: dict[tuple[UUID, str], set[str]] = {}
    for look, verdict in zip(looks, verdicts, strict=True):
        if verdict.what == "queue" and verdict.channel != "app":
            kinds.setdefault((look.person_id, verdict.channel), set()).add(look.kind)
    manners = {person: standings[person].manner for person, _ in kinds}
    delivery_services.queue_each(
        Batch(
            kind=Kind.REMINDER,
            path=PATH,
            due_at=at,
            people=[person for person, _ in kinds],
            channels=[channel for _, channel in kinds],
            tones=[tone_of(manners[person], kinds[person, channel]) for person, channel in kinds],
            languages=[manners[person].language for person, _ in kinds],
            causes=[cause_of(_message(person, at)) for person, _ in kinds],
        )
    )


def tone_of(manner: Manner, kinds: set[str]) -> str:
    """Return which plain words a message may use: none when it carries things of several kinds."""
    return next(iter(kinds)) if manner.tone == "plain" and len(kinds) == 1 else ""
