"""What is known that a discharge plan could say. Offered with its origin; nothing is taken over.

Each part is read as the asker: what row security keeps from a clinician is not offered to them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from accounts.models import User
from care import selectors as care_selectors
from core import clock
from plans.models import Kind, Party, Plan, SupportPerson
from plans.selectors.plans import latest, living, versions
from program import selectors as program_selectors
from program.models import Session
from skills import selectors as skill_selectors
from skills.models import Practice

SESSIONS_AHEAD = timedelta(days=90)  # as far as a plan is usual to be reviewed
MOST_SESSIONS = 12
MOST_PRACTICES = 500


class Origin(StrEnum):
    """Where something that is offered stands already."""

    RELAPSE_PLAN = "relapse_prevention_plan"
    PRACTICES = "practices"
    TIMETABLE = "timetable"
    REFERRAL = "referral"
    SUPPORT_PERSON = "support_person"
    MEDICATION = "medication"
    GOAL = "goal"


@dataclass(frozen=True)
class Suggested:
    """One entry for one section, in that section's own form, and where it comes from."""

    section: str
    value: Any
    origin: Origin


def suggestions_for_discharge(*, client: User, party: Party, at: datetime) -> list[Suggested]:
    """Return what could go into a client's discharge plan and is not in its newest version.

    The people whom a client can turn to are the client's alone, so only they are offered them.
    """
    found = [
        *_from_relapse_plan(client),
        *_what_worked(client),
        *_sessions(client, at=at),
        *_referrals(client, party),
        *(_people(client) if party is Party.CLIENT else ()),
        *_medications(client, at=at),
        *_goals(client),
    ]
    return _unless_written(client, found)


def _from_relapse_plan(client: User) -> Iterator[Suggested]:
    plan = latest(versions(client_id=client.pk, kind=Kind.RELAPSE_PREVENTION))
    if plan is None:
        return
    steps = json.loads(plan.steps)
    for signs in steps["early_signs"].values():
        for sign in signs:
            yield Suggested("warning_signs", sign, Origin.RELAPSE_PLAN)
    for line in [*steps["lapse_plan"], *steps["overdose_safety"]]:
        yield Suggested("after_use", line, Origin.RELAPSE_PLAN)
    for person in steps["people"]:
        yield Suggested("contacts", person, Origin.RELAPSE_PLAN)


def _what_worked(client: User) -> Iterator[Suggested]:
    newest = Practice.objects.filter(client=client).order_by("-started_at")[:MOST_PRACTICES]
    rows = Practice.objects.filter(pk__in=[row.pk for row in newest])
    helped = skill_selectors.helped_most(
        skill_selectors.done(rows), zone=client.timezone, language=client.language
    )
    for one in helped:
        yield Suggested("what_works", one.title, Origin.PRACTICES)


def _sessions(client: User, *, at: datetime) -> Iterator[Suggested]:
    rows = Session.objects.filter(participants__client=client, cancelled_at=None)
    ahead = program_selectors.sessions_between(rows, first=at, last=at + SESSIONS_AHEAD)
    for row in ahead[:MOST_SESSIONS]:
        value = _appointment(row.title, _wall(row.starts_at, client), where=row.place)
        yield Suggested("appointments", value, Origin.TIMETABLE)


def _referrals(client: User, party: Party) -> Iterator[Suggested]:
    marked = party is Party.CLIENT
    for row in care_selectors.open_referrals(client=client.pk, marked=marked):
        when = _wall(row.appointment_at, client) if row.appointment_at else ""
        value = _appointment(row.to, when, phone=row.phone)
        yield Suggested("appointments", value, Origin.REFERRAL)


def _people(client: User) -> Iterator[Suggested]:
    rows = living(SupportPerson.objects.filter(client=client)).order_by("added_at", "pk")
    for row in rows:
        value = {"name": row.name, "phone": row.phone}
        yield Suggested("contacts", value, Origin.SUPPORT_PERSON)


def _medications(client: User, *, at: datetime) -> Iterator[Suggested]:
    today = clock.local_day(at, client.timezone)
    for row in care_selectors.active_medications(client=client.pk, on=today):
        value = {"name": row.name, "how": row.dose_text}
        yield Suggested("medications", value, Origin.MEDICATION)


def _goals(client: User) -> Iterator[Suggested]:
    for goal in care_selectors.open_goals(client=client.pk):
        yield Suggested("goals", goal.title, Origin.GOAL)


def _unless_written(client: User, found: list[Suggested]) -> list[Suggested]:
    plan: Plan | None = latest(versions(client_id=client.pk, kind=Kind.DISCHARGE))
    steps: dict[str, list[Any]] = json.loads(plan.steps) if plan else {}
    fresh: list[Suggested] = []
    for one in found:
        offered = any(one.section == other.section and one.value == other.value for other in fresh)
        if not offered and one.value not in steps.get(one.section, []):
            fresh.append(one)
    return fresh


def _appointment(what: str, when: str, *, where: str = "", phone: str = "") -> dict[str, str]:
    return {"what": what, "when": when, "where": where, "phone": phone}


def _wall(moment: datetime, client: User) -> str:
    """Return the moment on the client's clock: 2026-12-01 14:00."""
    return f"{moment.astimezone(clock.zone(client.timezone)):%Y-%m-%d %H:%M}"
