"""One page for the next talk: what happened since the last one, gathered and counted.

Counseling notes have no path here: they are kept apart, and nothing of this app reads them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from accounts.models import User
from checkins import selectors as checkin_selectors
from core import clock
from core.errors import Refused
from core.said import say
from progress.rules.comparing import compare
from progress.rules.series import MEASURES
from progress.selectors import days as day_reads
from progress.selectors import forms, marks, prep, warnings
from progress.selectors.days import DayRead
from progress.selectors.marks import WAS_THERE, PracticeMark, SessionMark, UrgeMark
from progress.selectors.prep import LastTalk
from progress.services.series import well
from skills import selectors as skill_selectors

USUAL_DAYS = 7  # chosen: where there was no talk yet, a week
MOST_DAYS = 84
REFILL_WITHIN = timedelta(days=7)
FORMS_BACK = timedelta(days=366)


class SinceNotOpen(Refused):
    """A page for the next talk looks back twelve weeks at most."""

    status = 400
    code = "invalid"
    sentence = say("Choose a day within the last twelve weeks.")


@dataclass(frozen=True)
class Stretch:
    """The days that are looked at, and why they begin where they do."""

    first: date
    last: date
    basis: Literal["session", "asked", "week"]
    talk: LastTalk | None = None

    @property
    def length(self) -> int:
        """How many days that is, both ends counted."""
        return (self.last - self.first).days + 1


def prepare_session(
    *, client: User, reader: User, since: date | None, at: datetime
) -> dict[str, Any]:
    """Return the page, from the day of the last talk (or `since`) until today, client's days.

    About twenty statements, however many rows there are. Raises SinceNotOpen.
    """
    today = clock.local_day(at, client.timezone)
    stretch = _stretch(client, since, today=today, at=at)
    first, last = stretch.first, stretch.last
    back = first - timedelta(days=stretch.length)
    read = day_reads.days_read(client_id=client.pk, first=back, last=last)
    since_at, _ = marks.bounds(client, first, last)
    practised = marks.practices(client, first=first, last=last)
    now = [day for day in read if day.on >= first]
    return {
        "client": client,
        "first": first,
        "last": last,
        "basis": stretch.basis,
        "talk": stretch.talk,
        "days_well": well(client.pk, today),
        "check_ins": _check_ins(now, [day for day in read if day.on < first], stretch),
        "urges": _urges(marks.urges(client_id=client.pk, first=first, last=last)),
        "lapses": marks.lapses(client_id=client.pk, first=first, last=last),
        "practices": _practices(practised, language=reader.language),
        "assignments": _assignments(client, since_at, language=reader.language),
        "questionnaires": _forms(client, first, last),
        "attendance": _attendance(marks.sessions(client, first=first, last=last), at=at),
        "medication": _medication(client, now, today=today),
        "goals": _goals(client, first, last),
        "alerts": list(warnings.alerts_since(client_id=client.pk, since=since_at)),
        "safety_plan": _safety_plan(client, today=today),
    }


def _stretch(client: User, since: date | None, *, today: date, at: datetime) -> Stretch:
    if since is not None:
        if not today - timedelta(days=MOST_DAYS - 1) <= since <= today:
            raise SinceNotOpen(fields={"since": [SinceNotOpen.sentence]})
        return Stretch(since, today, "asked")
    talk = prep.last_talk(client_id=client.pk, before=at)
    if talk is None:
        return Stretch(today - timedelta(days=USUAL_DAYS - 1), today, "week")
    on = clock.local_day(talk.starts_at, client.timezone)
    return Stretch(max(on, today - timedelta(days=MOST_DAYS - 1)), today, "session", talk)


def _check_ins(now: list[DayRead], before: list[DayRead], stretch: Stretch) -> dict[str, Any]:
    return {
        "days": stretch.length,
        "answered": len(now),
        "answered_before": len(before),
        "measures": [
            {
                "key": one.key,
                "compared": compare(
                    [day.values[one.key] for day in now], [day.values[one.key] for day in before]
                ),
            }
            for one in MEASURES
        ],
        "not_safe": [
            {"on": day.on, "answer": day.safety}
            for day in now
            if day.safety in ("unsafe", "unsure")
        ],
        "used_on": [day.on for day in now if day.used],
    }


def _urges(found: Sequence[UrgeMark]) -> dict[str, Any]:
    eased = [one.intensity - one.after for one in found if one.after is not None]
    return {
        "count": len(found),
        "strongest": max((one.intensity for one in found), default=None),
        "mean_change": round(sum(eased) / len(eased), 1) if eased else None,
        "acted": sum(bool(one.acted) for one in found),
    }


def _practices(found: list[PracticeMark], *, language: str) -> dict[str, Any]:
    titles = marks.practice_titles(found, language=language)
    by_skill: dict[str, list[PracticeMark]] = {}
    for one in found:
        by_skill.setdefault(one.slug, []).append(one)
    most_first = sorted(by_skill.items(), key=lambda one: (-len(one[1]), one[0]))
    rows = [
        {
            "skill": slug,
            "title": titles.get(slug, slug),
            "count": len(all_of),
            "mean_change": _mean_change(all_of),
        }
        for slug, all_of in most_first
    ]
    return {"count": len(found), "mean_change": _mean_change(found), "skills": rows}


def _mean_change(found: Sequence[PracticeMark]) -> float | None:
    changes = [one.change for one in found if one.change is not None]
    return round(sum(changes) / len(changes), 1) if changes else None


def _assignments(client: User, since_at: datetime, *, language: str) -> list[dict[str, Any]]:
    rows = prep.assignments_since(client_id=client.pk, since=since_at)
    titles = skill_selectors.titles([row.slug for row in rows], language)
    return [
        {
            "skill": row.slug,
            "title": titles.get(row.slug, row.slug),
            "due_on": row.due_on,
            "assigned_at": row.assigned_at,
            "state": "done" if row.done_at else "skipped" if row.skipped_at else "open",
        }
        for row in rows
    ]


def _forms(client: User, first: date, last: date) -> list[dict[str, Any]]:
    """Return each form's newest total beside the one before it, and whether it is of this time."""
    found = forms.totals_between(
        client_id=client.pk, first=last - FORMS_BACK, last=last, plain=False
    )
    rows = []
    for one in found:
        newest, before = one.points[-1], one.points[-2] if len(one.points) > 1 else None
        rows.append(
            {
                "key": one.key,
                "title": one.title,
                "on": newest.on,
                "total": newest.total,
                "band": newest.band,
                "is_new": newest.on >= first,
                "before": before.total if before else None,
                "before_on": before.on if before else None,
                "change": newest.total - before.total if before else None,
            }
        )
    return rows


def _attendance(found: list[SessionMark], *, at: datetime) -> dict[str, Any]:
    begun = [one for one in found if one.starts_at <= at]
    missed = [one for one in begun if one.attendance in ("absent", "excused")]
    return {
        "expected": len(begun),
        "attended": sum(one.attendance in WAS_THERE for one in begun),
        "not_taken": sum(not one.attendance for one in begun),
        "missed": missed,
        "ahead": [one for one in found if one.starts_at > at],
    }


def _medication(client: User, now: list[DayRead], *, today: date) -> dict[str, Any]:
    answers = Counter(day.medication for day in now)
    taken, missed = answers["taken"], answers["missed"]
    rows = prep.medications_now(client_id=client.pk, today=today)
    return {
        "taken": taken,
        "missed": missed,
        "answered": taken + missed,
        "share_taken": round(taken / (taken + missed), 2) if taken + missed else None,
        "medications": [
            {
                "name": row.name,
                "is_mat": row.is_mat,
                "refill_on": row.refill_on,
                "refill_soon": row.refill_on is not None and row.refill_on <= today + REFILL_WITHIN,
            }
            for row in rows
        ],
    }


def _goals(client: User, first: date, last: date) -> dict[str, Any]:
    rows = checkin_selectors.goal_outcomes_between(client=client.pk, since=first, until=last)
    outcomes = Counter(row.outcome for row in rows)
    return {
        "daily": {name: outcomes[name] for name in ("done", "partly", "not_today")},
        "open": [
            {
                "title": goal.title,
                "target_on": goal.target_on,
                "steps": len(goal.living_steps),
                "steps_done": sum(step.done_at is not None for step in goal.living_steps),
            }
            for goal in prep.goals_now(client_id=client.pk)
        ],
    }


def _safety_plan(client: User, *, today: date) -> dict[str, Any] | None:
    plan = prep.safety_plan_of(client_id=client.pk)
    if plan is None:
        return None
    written = clock.local_day(plan.written_at, client.timezone)
    return {
        "version": plan.version,
        "written_on": written,
        "age_days": (today - written).days,
        "review_on": plan.review_on,
        "review_due": plan.review_on <= today,
        "signed_by_client": plan.signed_by_client,
        "signed_by_clinician": plan.signed_by_clinician,
    }
