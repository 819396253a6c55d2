"""Put together what helps a person: in a hard moment, and today. Reads only; rules decide."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from accounts.models import User
from core import clock
from program import access as program_access
from program import selectors as program_selectors
from program.models import Session
from skills import access, selectors
from skills.models import Skill
from skills.rules import bookkeeping, ranking, reasons
from skills.rules.bookkeeping import Dated

Library = dict[str, Skill]


@dataclass(frozen=True)
class Suggestion:
    """One exercise for today; what it is for when a session or an assignment asks for it."""

    skill: Skill | None = None
    reason: Literal["session", "assignment", "worked", "start"] | None = None
    because: str = ""
    session: UUID | None = None
    assignment: UUID | None = None


def rank_for(*, person: User, need: str, level: int) -> list[dict[str, Any]]:
    """Return what to offer a person for a need of that strength, best first, each with why."""
    skills = _library(person)
    ranked = ranking.rank(
        (_exercise(skill) for skill in skills.values()),
        effects_of(person=person),
        need=need,
        level=level,
    )
    return [
        {
            **skills[one.exercise.slug].content,
            **asdict(one),
            "mean_change": one.mean_change,
            "because": reasons.because(one, language=person.language),
        }
        for one in ranked
    ]


def effects_of(*, person: User) -> list[ranking.Effect]:
    """Return what the person's practices did, summed up."""
    return ranking.effects_of(one.done for one in selectors.done(access.own(person)))


def suggest_for_today(*, person: User, at: datetime) -> Suggestion:
    """Return the exercise of today's next session, else what is due first, else what worked."""
    skills = _library(person)
    return (
        _of_session(person, skills, at=at)
        or _of_assignment(person, skills)
        or _of_practice(person, skills)
        or _to_start_with(person, skills)
        or Suggestion()
    )


def _library(person: User) -> Library:
    rows = selectors.library(language=person.language, opened=access.opened_for(person))
    return {row.slug: row for row in rows}


def _exercise(skill: Skill) -> ranking.Exercise:
    content = skill.content
    return ranking.Exercise(skill.slug, content["minutes"], tuple(content["needs"]))


def _of_session(person: User, skills: Library, *, at: datetime) -> Suggestion | None:
    session = _todays_session(person, skills, at=at)
    if session is None:
        return None
    because = reasons.sentence("session", person.language, title=session.title)
    return Suggestion(skills[session.skill_slug], "session", because, session=session.pk)


def _todays_session(person: User, skills: Library, *, at: datetime) -> Session | None:
    today = clock.local_day(at, person.timezone)
    rows = program_selectors.sessions_between(
        program_access.sessions_of(person),
        first=clock.at_wall_clock(today, 0, person.timezone),
        last=clock.at_wall_clock(today + timedelta(days=1), 0, person.timezone),
    )
    return rows.filter(cancelled_at=None, ends_at__gt=at, skill_slug__in=list(skills)).first()


def _of_assignment(person: User, skills: Library) -> Suggestion | None:
    found = selectors.next_due(access.own_assignments(person), slugs=skills)
    if found is None:
        return None
    because = reasons.sentence("assignment", person.language, who=found.assigned_by.name)
    return Suggestion(skills[found.slug], "assignment", because, assignment=found.pk)


def _of_practice(person: User, skills: Library) -> Suggestion | None:
    practices: list[Dated] = selectors.done(access.own(person))
    best = next((one for one in bookkeeping.top(practices) if one.slug in skills), None)
    if best is None:
        return None
    because = reasons.tried_sentence(
        "worked",
        tried=best.tried,
        helped=best.helped,
        total_change=best.total_change,
        language=person.language,
    )
    return Suggestion(skills[best.slug], "worked", because)


def _to_start_with(person: User, skills: Library) -> Suggestion | None:
    shortest = min(
        skills.values(), key=lambda one: (one.content["minutes"], one.slug), default=None
    )
    if shortest is None:
        return None
    return Suggestion(shortest, "start", reasons.sentence("start", person.language))
