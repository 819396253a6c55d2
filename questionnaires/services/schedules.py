"""Ask a client a questionnaire on a cadence; pause that, end it, note what makes it fall due."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from program import selectors as program_selectors
from questionnaires.models import Cadence, Occasion, Questionnaire, Schedule
from questionnaires.rules import cadence

LAST_START_AFTER = timedelta(days=366)  # chosen: longer than any course of treatment here
SUBJECT = "questionnaires_schedule"
OVERLAP = say("This is longer than the time between two askings.")


class AskingInvalid(Refused):
    """No such questionnaire to ask, or days that cannot be meant."""

    status = 400
    code = "invalid"


class AlreadyAsked(Refused):
    """The client is asked this on the same cadence already."""

    code = "already_asked"
    sentence = say("The client is asked this, as often, already.")


class AskingEnded(Refused):
    """It was ended; asking again is a new one."""

    code = "asking_ended"
    sentence = say("This was ended. Ask again to begin anew.")


@dataclass(frozen=True)
class AskingWish:
    """What a clinician asks for: a key, a cadence, from which day, open for how many days."""

    key: str
    cadence: str
    starts_on: date | None = None
    window_days: int | None = None


def ask_client(*, client: User, wish: AskingWish, actor: Actor, by: User, at: datetime) -> Schedule:
    """Ask a client a questionnaire from now on; raise AskingInvalid, AlreadyAsked."""
    today = clock.local_day(at, client.timezone)
    starts_on = wish.starts_on or today
    window_days = wish.window_days or cadence.WINDOW_DAYS[wish.cadence]
    _refuse_wrong(wish, starts_on, window_days, today)
    lock(f"questionnaires:{client.pk}")
    open_ones = Schedule.objects.filter(client=client, ended_at=None)
    if open_ones.filter(key=wish.key, cadence=wish.cadence).exists():
        raise AlreadyAsked
    row = Schedule(
        client=client,
        key=wish.key,
        cadence=wish.cadence,
        starts_on=starts_on,
        window_days=window_days,
        assigned_at=at,
        assigned_by=by,
    )
    row.save(force_insert=True)
    _record(actor, "create", row, at=at)
    return row


def pause_asking(*, row: Schedule, actor: Actor, at: datetime) -> Schedule:
    """Ask nothing until it is resumed; raise AskingEnded. Pausing again changes nothing."""
    return _change(row, "pause", actor, at, {"paused_at": at, "paused_by": actor.id})


def resume_asking(*, row: Schedule, actor: Actor, at: datetime) -> Schedule:
    """Ask again, on the days that it would have fallen due; raise AskingEnded."""
    return _change(row, "resume", actor, at, {"paused_at": None, "paused_by": None})


def end_asking(*, row: Schedule, actor: Actor, at: datetime) -> Schedule:
    """Ask this no more; raise AskingEnded. What was answered stays."""
    return _change(row, "end", actor, at, {"ended_at": at, "ended_by": actor.id})


def note_level_change(*, client_id: UUID, at: datetime) -> int:
    """Note that what is asked at a change of level falls due; return how many fell due newly.

    On the program's day of `at`. The same change noted twice falls due once.
    """
    lock(f"questionnaires:{client_id}")
    rows = Schedule.objects.filter(
        client_id=client_id, cadence=Cadence.ON_LEVEL_CHANGE, ended_at=None
    )
    schedules = list(rows)
    if not schedules:
        return 0
    due_on = _program_day(client_id, at)
    known = set(
        Occasion.objects.filter(schedule__in=schedules, due_on=due_on).values_list(
            "schedule_id", flat=True
        )
    )
    fresh = [
        Occasion(schedule=row, client_id=client_id, due_on=due_on, noted_at=at)
        for row in schedules
        if row.pk not in known
    ]
    Occasion.objects.bulk_create(fresh)
    return len(fresh)


def _program_day(client_id: UUID, at: datetime) -> date:
    enrolment = program_selectors.enrolment_at(client_id, at)
    if enrolment is None:
        return program_selectors.program_day(at)
    return clock.local_day(at, enrolment.program.timezone)


def _refuse_wrong(wish: AskingWish, starts_on: date, window_days: int, today: date) -> None:
    wrong = {}
    rows = Questionnaire.objects.filter(key=wish.key, activated_at__isnull=False, retired_at=None)
    if not rows.exists():
        wrong["key"] = say("There is no such questionnaire to ask.")
    if not today <= starts_on <= today + LAST_START_AFTER:
        wrong["starts_on"] = say("Choose a day between today and a year from today.")
    if window_days > cadence.EVERY_DAYS.get(wish.cadence, window_days):
        wrong["window_days"] = OVERLAP
    if wrong:
        fields = {name: [sentence] for name, sentence in wrong.items()}
        raise AskingInvalid(next(iter(wrong.values())), fields=fields)


def _change(
    row: Schedule, action: str, actor: Actor, at: datetime, changes: dict[str, object]
) -> Schedule:
    lock(f"questionnaires:{row.client_id}")
    row.refresh_from_db()
    if row.ended_at is not None:
        raise AskingEnded
    is_same = action != "end" and (row.paused_at is None) is (changes["paused_at"] is None)
    if not is_same:
        Schedule.objects.filter(pk=row.pk, ended_at=None).update(**changes)
        _record(actor, action, row, at=at)
        row.refresh_from_db()
    return row


def _record(actor: Actor, action: str, row: Schedule, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject=SUBJECT, subject_id=row.pk, clients=[row.client_id],
        at=at,
    )  # fmt: skip
