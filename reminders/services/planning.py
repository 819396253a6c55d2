"""Plans each person's coming two days, an hour at a time, and at once when something changed.

Nobody has a timer of their own: `Agenda` says whose reminders are gone over next, and the tick
takes those rows. What is planned is a row that waits for its moment.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from core.identity import System, acting_as
from program.models import Enrolment, Participant
from reminders.models import Agenda, Reminder
from reminders.rules.planning import Coming, coming
from reminders.rules.taper import LASTS_DAYS
from reminders.services.facts import Window, facts_of
from reminders.services.second_look import FIELDS, Look, useless
from skills.models import Assignment

AHEAD = timedelta(hours=48)  # an outage of the planner of so long loses nothing
AGAIN = timedelta(hours=1)
PEOPLE_AT_ONCE = 200

UPSERT = """
INSERT INTO reminders_reminder AS r (
    id, created_at, person_id, kind, occurrence, subject_id, "on", wished_at, due_at, until_at,
    state, reason, channel, settled_at)
SELECT gen_random_uuid(), %(now)s, g.person, g.kind, g.occurrence, g.subject, g.on_day, g.wished,
       g.due, g.until, CASE WHEN g.sent THEN 'planned' ELSE 'skipped' END,
       CASE WHEN g.sent THEN '' ELSE 'quiet_hours' END, CASE WHEN g.silent THEN 'app' ELSE '' END,
       CASE WHEN g.sent THEN NULL ELSE %(now)s::timestamptz END
  FROM unnest(%(people)s::uuid[], %(kinds)s::varchar[], %(occurrences)s::varchar[],
              %(subjects)s::uuid[], %(days)s::date[], %(wished)s::timestamptz[],
              %(due)s::timestamptz[], %(until)s::timestamptz[], %(sent)s::bool[],
              %(silent)s::bool[])
       AS g (person, kind, occurrence, subject, on_day, wished, due, until, sent, silent)
    ON CONFLICT (person_id, kind, occurrence) DO UPDATE
   SET due_at = excluded.due_at, wished_at = excluded.wished_at, until_at = excluded.until_at,
       state = excluded.state, reason = excluded.reason, channel = excluded.channel,
       settled_at = excluded.settled_at
 WHERE excluded.wished_at > %(now)s
   AND (r.state = 'withdrawn'
        OR (r.state = 'skipped' AND r.reason IN ('quiet_hours', 'switched_off'))
        OR (r.state = 'planned'
            AND (r.due_at, r.until_at, r.channel, excluded.state)
                IS DISTINCT FROM (excluded.due_at, excluded.until_at, excluded.channel, r.state)))
"""


def plan_due(*, clock: Callable[[], datetime], until: datetime) -> int:
    """Go over everybody whose turn it is, a batch in each transaction; return how many people.

    Several planners share the work: a person who is being gone over is passed by.
    """
    done = 0
    with acting_as(System.REMINDER):
        enter(at=clock())
        notice_what_is_new(at=clock())
    while clock() < until:
        with acting_as(System.REMINDER):
            planned = plan_some(at=clock())
        done += planned
        if planned < PEOPLE_AT_ONCE:
            break
    return done


def enter(*, at: datetime) -> int:
    """Begin to plan for clients who were enrolled since; return how many."""
    day = at.date()  # of UTC; the days before and after are more than any zone is off
    known = Agenda.objects.values("person")
    rows = (
        Enrolment.objects.filter(
            Q(active_until=None) | Q(active_until__gt=day - timedelta(days=LASTS_DAYS + 1)),
            active_from__lte=day + timedelta(days=3),
            client__is_active=True,
        )
        .exclude(client__in=known)
        .values_list("client_id", flat=True)
        .distinct()
    )
    new = [Agenda(person_id=client, next_at=at) for client in rows[:5000]]
    Agenda.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def notice_what_is_new(*, at: datetime) -> int:
    """Call forward people for whom a session or an exercise was added since they were gone over."""
    ahead = at + AHEAD
    sessions = Participant.objects.filter(
        session__starts_at__gt=at,
        session__starts_at__lt=ahead,
        session__cancelled_at=None,
        created_at__gt=at - 2 * AGAIN,
    )
    exercises = Assignment.objects.filter(
        # Days of UTC, with one more on either side: that holds the days of every zone.
        due_on__lte=ahead.date() + timedelta(days=1), due_on__gte=at.date() - timedelta(days=1),
        created_at__gt=at - 2 * AGAIN,
    )  # fmt: skip
    changed = 0
    for rows in (sessions, exercises):
        people = list(rows.values_list("client_id", flat=True).distinct()[:5000])
        changed += Agenda.objects.filter(
            Q(planned_at=None) | Q(planned_at__lt=at - timedelta(minutes=1)),
            next_at__gt=at,
            person__in=people,
        ).update(next_at=at)
    return changed


def call_forward(*, people: Sequence[UUID], at: datetime) -> int:
    """Have these people gone over at the next tick; return how many are planned for."""
    return Agenda.objects.filter(person__in=people, next_at__gt=at).update(next_at=at)


def plan_some(*, at: datetime) -> int:
    """Go over one batch of people whose turn it is; return how many. Must be in a transaction."""
    rows = Agenda.objects.filter(next_at__lte=at).order_by("next_at")
    people = list(
        rows.select_for_update(skip_locked=True).values_list("person_id", flat=True)[
            :PEOPLE_AT_ONCE
        ]
    )
    if people:
        replan(people=people, at=at)
        Agenda.objects.filter(person__in=people).update(next_at=at + AGAIN, planned_at=at)
    return len(people)


def replan(*, people: Sequence[UUID], at: datetime) -> None:
    """Write what these people have coming, withdraw what they no longer have, note what is done."""
    window = Window(at, at + AHEAD)
    wanted: dict[UUID, list[Coming]] = {}
    for facts in facts_of(people, window=window):
        wanted[facts.person_id] = coming(facts, now=window.now, until=window.until)
    _write(wanted, at=at)
    _withdraw(people, wanted, at=at)
    note_done(people=people, at=at)


def _write(wanted: dict[UUID, list[Coming]], *, at: datetime) -> None:
    rows = [(person, one) for person, coming_up in wanted.items() for one in coming_up]
    # In one order, so that two planners never wait for each other.
    rows.sort(key=lambda row: (row[0], row[1].kind, row[1].occurrence))
    every = iter(rows)
    while batch := list(islice(every, 5000)):
        values: dict[str, Any] = {
            "now": at,
            "people": [person for person, _ in batch],
            "kinds": [one.kind for _, one in batch],
            "occurrences": [one.occurrence for _, one in batch],
            "subjects": [one.subject_id for _, one in batch],
            "days": [one.on for _, one in batch],
            "wished": [one.wished_at for _, one in batch],
            "due": [one.placed.due_at for _, one in batch],
            "until": [one.until_at for _, one in batch],
            "sent": [one.placed.sent for _, one in batch],
            "silent": [one.placed.silent for _, one in batch],
        }
        with connection.cursor() as cursor:
            cursor.execute(UPSERT, values)


def _withdraw(people: Sequence[UUID], wanted: dict[UUID, list[Coming]], *, at: datetime) -> None:
    """Withdraw what is planned for later and no longer wanted, each with its reason."""
    keys = {(person, one.kind, one.occurrence) for person in wanted for one in wanted[person]}
    waiting = Reminder.objects.filter(
        person__in=people, state=Reminder.State.PLANNED, wished_at__gt=at
    ).exclude(kind__in=["changed", "cancelled"])
    stale = [
        Look(*row) for row in waiting.values_list(*FIELDS) if (row[1], row[2], row[3]) not in keys
    ]
    if not stale:
        return
    reasons = useless(stale)
    by_reason: dict[str, list[UUID]] = {}
    for row in stale:
        by_reason.setdefault(reasons.get(row.id, "switched_off"), []).append(row.id)
    for reason, ids in by_reason.items():
        Reminder.objects.filter(pk__in=ids, state=Reminder.State.PLANNED).update(
            state=Reminder.State.WITHDRAWN, reason=reason, settled_at=at
        )


def note_done(*, people: Sequence[UUID], at: datetime) -> int:
    """Mark reminders of these people as done where what they ask for was; return how many.

    Those that the app shows keep their state and say when it was done; those still to come are
    skipped.
    """
    near = Reminder.objects.filter(
        person__in=people,
        state__in=(*Reminder.SHOWN, Reminder.State.PLANNED),
        done_at=None,
        due_at__gt=at - timedelta(days=3),
    ).exclude(kind__in=["session", "changed", "cancelled", "refill"])
    looks = [Look(*row) for row in near.values_list(*FIELDS)]
    done = [key for key, reason in useless(looks).items() if reason == "done"] if looks else []
    mine = Reminder.objects.filter(pk__in=done, done_at=None)
    waiting = mine.filter(state=Reminder.State.PLANNED)
    skipped = waiting.update(state=Reminder.State.SKIPPED, reason="done", settled_at=at, done_at=at)
    return skipped + mine.update(done_at=at)
