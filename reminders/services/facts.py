"""Gathers what is known of many people at once, for planning: a few statements, however many."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.models import User
from care.models import Medication
from core import clock
from program.models import CannotCome, Enrolment, Participant
from questionnaires import selectors as questionnaires
from questionnaires.models import Schedule
from reminders import selectors
from reminders.models import Preference
from reminders.rules.defaults import WISHES, Manner, Wish
from reminders.rules.planning import DueFact, Facts, MedicationFact, SessionFact, Stay
from skills.models import Assignment


@dataclass(frozen=True)
class Window:
    """From when until when reminders are planned."""

    now: datetime
    until: datetime

    @property
    def days(self) -> tuple[date, date]:
        """The first and last day that any clock on earth shows within it."""
        return self.now.date() - timedelta(days=1), self.until.date() + timedelta(days=1)


def facts_of(people: Sequence[UUID], *, window: Window) -> list[Facts]:
    """Return what is known of these people within the window. Acts as the reminder part."""
    manners, wishes = manners_of(people), selectors.wishes_of(people)
    stays = stays_of(people)
    ahead = timedelta(minutes=max(_leads(wishes.values()), default=0))
    sessions = _sessions(people, window=window, ahead=ahead)
    exercises = _exercises(people, window=window)
    forms = _questionnaires(people, window=window, manners=manners)
    medications = _medications(people, window=window)
    return [
        Facts(
            person_id=person,
            manner=manners[person],
            stays=tuple(stays[person]),
            wishes=wishes.get(person, {}),
            sessions=tuple(sessions[person]),
            exercises=tuple(exercises[person]),
            questionnaires=tuple(forms[person]),
            medications=tuple(medications[person]),
        )
        for person in people
        if person in manners
    ]


def _leads(chosen: Iterable[dict[str, Wish]]) -> set[int]:
    usual = {lead for wish in WISHES.values() for lead in wish.leads}
    return usual | {lead for row in chosen for wish in row.values() for lead in wish.leads}


def manners_of(people: Sequence[UUID]) -> dict[UUID, Manner]:
    """Return how each of these people wants every reminder; who has no account is left out."""
    chosen = {row.person_id: row for row in Preference.objects.filter(person_id__in=people)}
    rows = User.objects.filter(pk__in=people).values_list("pk", "timezone", "language")
    return {pk: _manner(zone, language, chosen.get(pk)) for pk, zone, language in rows}


def _manner(zone: str, language: str, row: Preference | None) -> Manner:
    if row is None:
        return Manner(zone=zone, language=language)
    return Manner(
        zone=zone,
        quiet_from=row.quiet_from_minute,
        quiet_until=row.quiet_until_minute,
        channels=tuple(row.channels),
        tone=row.tone,
        language=row.language or language,
    )


def stays_of(people: Iterable[UUID]) -> dict[UUID, list[Stay]]:
    """Return each person's enrolments."""
    found: dict[UUID, list[Stay]] = defaultdict(list)
    rows = Enrolment.objects.filter(client_id__in=set(people))
    for client, first, until in rows.values_list("client_id", "active_from", "active_until"):
        found[client].append(Stay(first, until))
    return found


def _sessions(
    people: Sequence[UUID], *, window: Window, ahead: timedelta
) -> dict[UUID, list[SessionFact]]:
    found: dict[UUID, list[SessionFact]] = defaultdict(list)
    rows = Participant.objects.filter(
        client_id__in=people,
        session__cancelled_at=None,
        session__starts_at__gt=window.now,
        session__starts_at__lt=window.until + ahead + timedelta(days=1),
    ).exclude(attendance="excused")
    excused = set(
        CannotCome.objects.filter(client_id__in=people, withdrawn_at=None).values_list(
            "session_id", "client_id"
        )
    )
    for client, session, starts_at in rows.values_list(
        "client_id", "session_id", "session__starts_at"
    ):
        if (session, client) not in excused:
            found[client].append(SessionFact(session, starts_at))
    return found


def _exercises(people: Sequence[UUID], *, window: Window) -> dict[UUID, list[DueFact]]:
    found: dict[UUID, list[DueFact]] = defaultdict(list)
    rows = Assignment.objects.filter(
        client_id__in=people, due_on__range=window.days, withdrawn_at=None, skipped_at=None
    )
    for client, key, due_on in rows.values_list("client_id", "pk", "due_on"):
        if due_on:
            found[client].append(DueFact(key, due_on))
    return found


def _questionnaires(
    people: Sequence[UUID], *, window: Window, manners: dict[UUID, Manner]
) -> dict[UUID, list[DueFact]]:
    found: dict[UUID, list[DueFact]] = defaultdict(list)
    asked = Schedule.objects.filter(client_id__in=people, ended_at=None, paused_at=None)
    for client in set(asked.values_list("client_id", flat=True)):
        zone = manners[client].zone
        first, last = clock.local_day(window.now, zone), clock.local_day(window.until, zone)
        for ahead in range((last - first).days + 1):
            on = first + timedelta(days=ahead)
            due = questionnaires.due_for(client=client, on=on)
            found[client] += [DueFact(row.schedule.pk, on) for row in due if row.due_on == on]
    return found


def _medications(people: Sequence[UUID], *, window: Window) -> dict[UUID, list[MedicationFact]]:
    found: dict[UUID, list[MedicationFact]] = defaultdict(list)
    first, _ = window.days
    rows = Medication.objects.filter(client_id__in=people).exclude(active_until__lte=first)
    for client, key, times, weekdays, since, until, refill in rows.values_list(
        "client_id", "pk", "times", "weekdays", "active_from", "active_until", "refill_on"
    ):
        fact = MedicationFact(key, tuple(times), frozenset(weekdays), since, until, refill)
        found[client].append(fact)
    return found
