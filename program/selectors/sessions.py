"""Sessions of a period, with who leads them and what part a person has in them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from core import clock
from program.models import CannotCome, Participant, Session, SessionClinician

SkillTitles = Callable[[Iterable[str], str], Mapping[str, str]]
_skill_titles: list[SkillTitles] = []


def ask_for_skill_titles(titles: SkillTitles) -> None:
    """Register who knows how exercises are called: an app above this one."""
    _skill_titles[:] = [titles]


def skill_titles(rows: Iterable[Session], *, language: str) -> dict[str, str]:
    """Return the titles of the exercises that these sessions teach, by slug."""
    slugs = {row.skill_slug for row in rows if row.skill_slug}
    found: dict[str, str] = {}
    for titles in _skill_titles if slugs else []:
        found.update(titles(slugs, language))
    return found


def is_skill(slug: str) -> bool:
    """Say whether there is an exercise of that name; yes where nobody is registered who knows."""
    known = [titles([slug], "en") for titles in _skill_titles]
    return any(slug in found for found in known) or not known


def sessions_between(
    rows: QuerySet[Session], *, first: datetime | None, last: datetime | None
) -> QuerySet[Session]:
    """Return sessions that begin within a period, the first one first."""
    period = Q()
    if first:
        period &= Q(starts_at__gte=first)
    if last:
        period &= Q(starts_at__lt=last)
    return rows.filter(period).order_by("starts_at")


def sessions_on(
    rows: QuerySet[Session], *, first: date | None, last: date | None, zone: str
) -> QuerySet[Session]:
    """Return sessions that begin on days of that zone, both ends included, the first one first."""
    return sessions_between(
        rows,
        first=clock.at_wall_clock(first, 0, zone) if first else None,
        last=clock.at_wall_clock(last + timedelta(days=1), 0, zone) if last else None,
    )


def of_client(client: UUID) -> QuerySet[Session]:
    """Return the sessions at which a client is expected."""
    return Session.objects.filter(participants__client_id=client)


def sessions_of(*, client: UUID, since: datetime, until: datetime) -> QuerySet[Session]:
    """Return a client's sessions that begin from `since` until (not including) `until`.

    The first one first; cancelled ones are among them (`cancelled_at`).
    """
    return sessions_between(of_client(client), first=since, last=until)


def with_leaders(rows: QuerySet[Session]) -> QuerySet[Session]:
    """Return sessions with their rooms and those who lead them: two statements for all."""
    leaders = SessionClinician.objects.select_related("clinician").order_by("created_at", "pk")
    return rows.select_related("room").prefetch_related(Prefetch("leaders", leaders))


def with_own_part(rows: QuerySet[Session], client: UUID) -> QuerySet[Session]:
    """Return sessions with the client's attendance ("" as long as nobody said) and excuse."""
    part = Participant.objects.filter(session=OuterRef("pk"), client_id=client)
    excuse = CannotCome.objects.filter(session=OuterRef("pk"), client_id=client, withdrawn_at=None)
    return rows.annotate(
        own_attendance=Coalesce(Subquery(part.values("attendance")[:1]), Value("")),
        own_excuse=Coalesce(Subquery(excuse.values("reason")[:1]), Value("")),
    )


def with_roster_counts(rows: QuerySet[Session]) -> QuerySet[Session]:
    """Return sessions with how many are expected, and of how many nobody said they came."""
    expected = (
        Participant.objects.filter(session=OuterRef("pk"))
        .values("session")
        .annotate(all=Count("pk"), open=Count("pk", filter=Q(attendance="")))
    )
    return rows.annotate(
        expected=Coalesce(Subquery(expected.values("all")[:1]), 0),
        not_recorded=Coalesce(Subquery(expected.values("open")[:1]), 0),
    )
