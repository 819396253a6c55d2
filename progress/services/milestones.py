"""Milestones of an enrolment: what the rules see, what people marked, and how it came to be so."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from program import selectors as program_selectors
from program.models import Enrolment
from progress.models import MilestoneEvent
from progress.rules import milestones as rules
from progress.rules.milestone_words import basis_sentence, title_and_meaning
from progress.rules.milestones import Basis
from progress.selectors import days as day_reads
from progress.selectors import forms, kept, marks
from progress.selectors.days import DayRead
from progress.selectors.kept import Standing

Kind = MilestoneEvent.Kind


class MilestoneUnknown(Refused):
    """There is no milestone of that name."""

    status = 404
    code = "not_found"
    sentence = say("There is no such milestone.")


class NoEnrolment(Refused):
    """Milestones belong to a time in a program, and there is none that has begun."""

    code = "not_enrolled"
    sentence = say("Milestones begin with the first day in the program.")


@dataclass(frozen=True)
class Saying:
    """What somebody says of a milestone, and in which words, if any."""

    slug: str
    reached: bool
    note: str = ""


def list_milestones(*, client: User, reader: User, at: datetime) -> dict[str, Any]:
    """Return every milestone by phase, how it stands, since when, and what that rests on.

    What the rules see for the first time is kept, so that later answers never take it away.
    """
    today = clock.local_day(at, client.timezone)
    enrolment = kept.enrolment_of(client.pk, on=today)
    if enrolment is None:
        return {"week": None, "phase": None, "results": []}
    last = _last_day(enrolment, today)
    seen = rules.reached(facts_of(client=client, enrolment=enrolment, today=last))
    standing = keep_reached(enrolment=enrolment, seen=seen, at=at)
    week = program_selectors.week_number(enrolment, last)
    return {
        "week": week,
        "phase": rules.phase_of(week),
        "results": [
            _shown(one, standing.get(one.slug), seen.get(one.slug), reader.language)
            for one in rules.MILESTONES
        ],
    }


def _last_day(enrolment: Enrolment, today: date) -> date:
    # After discharge nothing new is found: the last day is the one before the end.
    if enrolment.active_until is None or enrolment.active_until > today:
        return today
    return max(enrolment.active_from, enrolment.active_until - timedelta(days=1))


def facts_of(*, client: User, enrolment: Enrolment, today: date) -> rules.Facts:
    """Gather what the rules look at since the enrolment began. At most five statements."""
    began = enrolment.active_from
    read = day_reads.days_read(client_id=client.pk, first=began, last=today)
    sessions = marks.sessions(client, first=began, last=today)
    practised = marks.practices(client, first=began, last=today)
    totals = forms.totals_by_key(client_id=client.pk, first=began, last=today)
    return rules.Facts(
        began_on=began,
        today=today,
        days=[_day(day) for day in read],
        sessions=[
            (one.on, one.attendance in marks.WAS_THERE) for one in sessions if one.attendance
        ],
        practices=[(one.on, one.change) for one in practised if one.change is not None],
        totals={key: [(one.on, one.total) for one in points] for key, points in totals.items()},
    )


_LOOKED_AT = ("mood", "craving", "connection", "confidence", "sleep_hours")


def _day(read: DayRead) -> rules.Day:
    values = {key: read.values[key] for key in _LOOKED_AT}
    return rules.Day(read.on, used=read.used, **values)


def keep_reached(
    *, enrolment: Enrolment, seen: dict[str, Basis], at: datetime
) -> dict[str, Standing]:
    """Keep what the rules see and did not before; return how every milestone stands.

    One that somebody took back stays back until somebody marks it: the rules do not argue.
    """
    standing = kept.standings(kept.events_of(enrolment))
    fresh = [slug for slug in seen if slug not in standing]
    if not fresh:
        return standing
    MilestoneEvent.objects.bulk_create(
        [
            MilestoneEvent(
                client_id=enrolment.client_id,
                enrolment=enrolment,
                slug=slug,
                kind=Kind.REACHED,
                noted_at=at,
                basis=seen[slug],
                rule_version=rules.VERSION,
            )
            for slug in fresh
        ],
        # Two readers at once: the first one's row is as good.
        ignore_conflicts=True,
    )
    return kept.standings(kept.events_of(enrolment))


def mark(*, client: User, saying: Saying, actor: Actor, at: datetime) -> Standing:
    """Note that somebody sees a milestone as reached, or takes that back, with its history.

    Saying what holds already changes nothing. Raises MilestoneUnknown, NoEnrolment.
    """
    if saying.slug not in rules.SLUGS:
        raise MilestoneUnknown
    today = clock.local_day(at, client.timezone)
    enrolment = kept.enrolment_of(client.pk, on=today)
    if enrolment is None:
        raise NoEnrolment
    if actor.id is None:
        raise NotVisible  # a mark is somebody's
    lock(f"milestones:{client.pk}")
    standing = kept.standings(kept.events_of(enrolment)).get(saying.slug)
    if (standing is not None and standing.reached) != saying.reached:
        row = MilestoneEvent(
            client=client,
            enrolment=enrolment,
            slug=saying.slug,
            place=len(standing.events) + 1 if standing else 1,
            kind=Kind.MARKED if saying.reached else Kind.UNMARKED,
            noted_at=at,
            noted_by_id=actor.id,
            note=saying.note,
        )
        row.save(force_insert=True)
        audit.record(
            actor=actor, action="create", subject="progress_milestoneevent", subject_id=row.pk,
            clients=[client.pk], at=at, detail=row.kind,
        )  # fmt: skip
    found = kept.standings(kept.events_of(enrolment)).get(saying.slug)
    return found or Standing(())


def _shown(
    one: rules.Milestone, standing: Standing | None, now: Basis | None, language: str
) -> dict[str, Any]:
    title, meaning = title_and_meaning(one.slug, language=language)
    first = next((e for e in standing.events if e.kind == Kind.REACHED), None) if standing else None
    newest = standing.events[-1] if standing else None
    return {
        "slug": one.slug,
        "phase": one.phase,
        "title": title,
        "meaning": meaning,
        "computed": one.rule is not None,
        "reached": standing is not None and standing.reached,
        "since": newest.noted_at if newest else None,
        "based_on": basis_sentence(one.slug, first.basis, language=language) if first else "",
        "now": basis_sentence(one.slug, now, language=language) if now else "",
        "history": list(standing.events) if standing else [],
    }
