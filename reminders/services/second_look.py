"""Which reminders have lost their point: done, cancelled, moved, not expected, or the person left.

Looked at when a reminder falls due and again when its message leaves. Every kind asks in one or
two statements for a whole batch.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from care.models import Mark, Medication, MedicationMark
from checkins.models import CheckIn, GoalOutcome
from checkins.selectors import with_goals
from core.identity import System, lent_to
from program.models import CannotCome, Participant, Session
from questionnaires import selectors as questionnaires
from questionnaires.models import Schedule
from reminders.rules.defaults import Manner
from reminders.rules.planning import Facts, expected_on
from reminders.services.facts import stays_of
from skills.models import Assignment, Practice


@dataclass(frozen=True)
class Look:
    """One reminder to look at."""

    id: UUID
    person_id: UUID
    kind: str
    occurrence: str
    subject_id: UUID | None
    on: date

    @property
    def subject(self) -> UUID:
        """What it is about; of kinds that are always about something."""
        return self.subject_id or NOTHING


Found = dict[UUID, str]
NOTHING = UUID(int=0)
Day = TypeVar("Day", CheckIn, GoalOutcome)
FIELDS = ("id", "person_id", "kind", "occurrence", "subject_id", "on")


def useless(rows: Sequence[Look]) -> Found:
    """Return why each of these reminders is of no use; those still of use are left out.

    Acts as the reminder part.
    """
    found = _left(rows)
    by_kind: dict[str, list[Look]] = {}
    for row in rows:
        if row.id not in found:
            by_kind.setdefault(row.kind, []).append(row)
    for kind, of_kind in by_kind.items():
        if look := LOOKS.get(kind):
            found |= look(of_kind)
    return found


def _left(rows: Sequence[Look]) -> Found:
    stays = stays_of(row.person_id for row in rows)
    known: dict[tuple[UUID, str, date], bool] = {}
    for row in rows:
        key = (row.person_id, row.kind, row.on)
        if key not in known:
            facts = Facts(row.person_id, UNKNOWN, tuple(stays[row.person_id]))
            known[key] = expected_on(facts, kind=row.kind, on=row.on)
    return {row.id: "left" for row in rows if not known[row.person_id, row.kind, row.on]}


UNKNOWN = Manner(zone="UTC")


def _sessions(rows: Sequence[Look]) -> Found:
    """Sessions, and news that one was moved: it must stand, then, with this person expected."""
    starts, expected = _timetable(rows)
    found = {}
    for row in rows:
        starts_at = starts.get(row.subject)
        if starts_at is None:
            found[row.id] = "cancelled"
        elif f":{starts_at:%Y%m%dT%H%M}" not in row.occurrence:
            found[row.id] = "moved"
        elif (row.subject, row.person_id) not in expected:
            found[row.id] = "not_expected"
    return found


def _timetable(
    rows: Sequence[Look],
) -> tuple[dict[UUID, datetime], set[tuple[UUID, UUID]]]:
    sessions = {row.subject for row in rows if row.subject}
    people = {row.person_id for row in rows}
    starts: dict[UUID, datetime] = dict(
        Session.objects.filter(pk__in=sessions, cancelled_at=None).values_list("pk", "starts_at")
    )
    expected = set(
        Participant.objects.filter(session_id__in=sessions, client_id__in=people)
        .exclude(attendance="excused")
        .values_list("session_id", "client_id")
    )
    excused = CannotCome.objects.filter(session_id__in=sessions, withdrawn_at=None)
    return starts, expected - set(excused.values_list("session_id", "client_id"))


def _check_ins(rows: Sequence[Look]) -> Found:
    # Only whether a day has one: the part that assesses may read them, this one may not.
    with lent_to(System.ASSESSOR, back_to=System.REMINDER):
        done = set(_of_days(CheckIn.objects.all(), rows).values_list("client_id", "on"))
    return {row.id: "done" for row in rows if (row.person_id, row.on) in done}


def _evening_goals(rows: Sequence[Look]) -> Found:
    answered = set(_of_days(GoalOutcome.objects.all(), rows).values_list("client_id", "on"))
    with lent_to(System.ASSESSOR, back_to=System.REMINDER):
        days = _of_days(CheckIn.objects.all(), rows)
        chosen = set(with_goals(days).values_list("client_id", "on"))
    found = {row.id: "not_expected" for row in rows if (row.person_id, row.on) not in chosen}
    return found | {row.id: "done" for row in rows if (row.person_id, row.on) in answered}


def _of_days(days: QuerySet[Day], rows: Sequence[Look]) -> QuerySet[Day]:
    people = {row.person_id for row in rows}
    return days.filter(client_id__in=people, on__in={row.on for row in rows})


def _exercises(rows: Sequence[Look]) -> Found:
    keys = {row.subject for row in rows}
    standing = {
        key: (due_on, skipped_at)
        for key, due_on, skipped_at in Assignment.objects.filter(
            pk__in=keys, withdrawn_at=None
        ).values_list("pk", "due_on", "skipped_at")
    }
    practised = set(
        Practice.objects.filter(assignment_id__in=keys).values_list("assignment_id", flat=True)
    )
    found = {}
    for row in rows:
        if row.subject not in standing:
            found[row.id] = "cancelled"
        elif row.subject in practised or standing[row.subject][1] is not None:
            found[row.id] = "done"
        elif standing[row.subject][0] != row.on:
            found[row.id] = "moved"
    return found


def _questionnaires(rows: Sequence[Look]) -> Found:
    schedules = Schedule.objects.filter(pk__in={row.subject for row in rows})
    keys = {
        row.pk: row.key for row in schedules.filter(ended_at=None, paused_at=None).only("pk", "key")
    }
    asked: dict[tuple[UUID, date], set[str]] = {}
    found = {}
    for row in rows:
        if row.subject not in keys:
            found[row.id] = "cancelled"
            continue
        day = (row.person_id, row.on)
        if day not in asked:
            due = questionnaires.due_for(client=row.person_id, on=row.on)
            asked[day] = {one.schedule.key for one in due}
        if keys[row.subject] not in asked[day]:
            found[row.id] = "done"
    return found


def _medications(rows: Sequence[Look]) -> Found:
    keys, days = {row.subject for row in rows}, {row.on for row in rows}
    standing = {row.pk: row for row in _plainly(Medication.objects.filter(pk__in=keys))}
    marks = MedicationMark.objects.filter(medication_id__in=keys, on__in=days)
    newest = marks.order_by("medication", "on", "minute", "-version").distinct(
        "medication", "on", "minute"
    )
    marked = {
        (medication, on, minute)
        for medication, on, minute, mark in newest.values_list(
            "medication_id", "on", "minute", "mark"
        )
        if mark != Mark.CLEARED
    }
    found = {}
    for row in rows:
        medication, minute = standing.get(row.subject), int(row.occurrence.rpartition(":")[2])
        if medication is None or not _holds(medication, row.on):
            found[row.id] = "cancelled"
        elif minute not in medication.times or row.on.isoweekday() not in medication.weekdays:
            found[row.id] = "moved"
        elif {(row.subject, row.on, minute), (row.subject, row.on, None)} & marked:
            found[row.id] = "done"
    return found


def _plainly(rows: QuerySet[Medication]) -> QuerySet[Medication]:
    # Names and doses stay sealed.
    return rows.only("pk", "times", "weekdays", "refill_on", "active_from", "active_until")


def _holds(medication: Medication, on: date) -> bool:
    until = medication.active_until
    return medication.active_from <= on and (until is None or on < until)


def _refills(rows: Sequence[Look]) -> Found:
    keys = {row.subject for row in rows}
    standing = {row.pk: row for row in _plainly(Medication.objects.filter(pk__in=keys))}
    found = {}
    for row in rows:
        medication = standing.get(row.subject)
        if medication is None or not _holds(medication, row.on):
            found[row.id] = "cancelled"
        elif f":{medication.refill_on}:" not in row.occurrence:
            found[row.id] = "moved"
    return found


# News that a session was cancelled stays news.
LOOKS: dict[str, Callable[[Sequence[Look]], Found]] = {
    "session": _sessions,
    "changed": _sessions,
    "check_in": _check_ins,
    "evening_goal": _evening_goals,
    "exercise": _exercises,
    "questionnaire": _questionnaires,
    "medication": _medications,
    "refill": _refills,
}
