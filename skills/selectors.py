"""Reads of exercises, which belong to nobody, and of what access has let through."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce

from core import clock
from core.errors import NotVisible
from skills.models import Assignment, Origin, Practice, PracticeShare, PracticeText, Skill
from skills.rules import bookkeeping
from skills.rules.bookkeeping import Dated
from skills.rules.ranking import Done

EVERY_EXERCISE_HAS = "en"  # the language that an exercise falls back to


@dataclass(frozen=True)
class Named:
    """An exercise by name: what stands on a card."""

    slug: str
    title: str
    minutes: int


@dataclass(frozen=True)
class Assignable:
    """As much of an exercise as it takes to assign it."""

    slug: str
    module: str
    assigned_only: bool


def library(*, language: str, opened: Collection[str] | None = None) -> list[Skill]:
    """Return each current exercise once, in that language where it exists, sorted by title.

    `opened` names those to show among the ones that are only for whom they were assigned to; all
    are shown when it is None.
    """
    rows = Skill.objects.filter(current=True, language__in={language, EVERY_EXERCISE_HAS})
    # Later entries win: those in the language that is asked for come last.
    chosen = {row.slug: row for row in sorted(rows, key=lambda row: row.language == language)}
    shown = [row for row in chosen.values() if _is_shown(row, opened)]
    return sorted(shown, key=lambda row: (str(row.content["title"]).casefold(), row.slug))


def current(slug: str, *, language: str, opened: Collection[str] | None = None) -> Skill:
    """Return the current version of an exercise, in that language if possible; raise NotVisible."""
    rows = Skill.objects.filter(
        slug=slug, current=True, language__in={language, EVERY_EXERCISE_HAS}
    )
    found = sorted(rows, key=lambda row: row.language != language)
    if not found or not _is_shown(found[0], opened):
        raise NotVisible
    return found[0]


def _is_shown(row: Skill, opened: Collection[str] | None) -> bool:
    return opened is None or row.slug in opened or not row.content.get("assigned_only", False)


def clinics_own() -> list[Skill]:
    """Return the newest version of each of the clinic's own exercises, in the library or not."""
    rows = Skill.objects.filter(origin=Origin.CLINIC).order_by("current", "published_at")
    newest = {(row.slug, row.language): row for row in rows}
    return [row for _, row in sorted(newest.items())]


def assignable(*, language: str) -> list[Assignable]:
    """Return what may be assigned to a client of that language: what they can read."""
    rows = (
        Skill.objects.filter(current=True, language__in={language, EVERY_EXERCISE_HAS})
        .order_by("slug")
        .annotate(
            module=KeyTextTransform("module", "content"),
            only=KeyTransform("assigned_only", "content"),
        )
        .values_list("slug", "module", "only")
    )
    # In two languages it is still one exercise.
    found = {slug: Assignable(slug, module or "", bool(only)) for slug, module, only in rows}
    return list(found.values())


def named(slugs: Iterable[str], *, language: str) -> dict[str, Named]:
    """Return how exercises are called, in the library or not; in that language where possible."""
    wanted = {slug for slug in slugs if slug}
    if not wanted:
        return {}
    rows = (
        Skill.objects.filter(slug__in=wanted)
        .annotate(
            title=KeyTextTransform("title", "content"), length=KeyTransform("minutes", "content")
        )
        .values_list("slug", "language", "current", "published_at", "title", "length")
    )
    # Later entries win: current ones, then those in the language asked for, or else in English.
    ordered = sorted(
        rows, key=lambda row: (row[2], row[1] == language, row[1] == EVERY_EXERCISE_HAS, row[3])
    )
    return {slug: Named(slug, title, length) for slug, _, _, _, title, length in ordered}


def titles(slugs: Iterable[str], language: str) -> dict[str, str]:
    """Return the titles of exercises."""
    return {slug: one.title for slug, one in named(slugs, language=language).items()}


def with_own_text(rows: QuerySet[Practice]) -> QuerySet[Practice]:
    """Return practices with everything that was written in them."""
    return _read(rows, PracticeText.objects.all())


def with_shared_text(rows: QuerySet[Practice]) -> QuerySet[Practice]:
    """Return practices with what was written in those that their client shares now."""
    return _read(rows, PracticeText.objects.filter(_is_shared("practice")))


def _read(rows: QuerySet[Practice], texts: QuerySet[PracticeText]) -> QuerySet[Practice]:
    written = texts.filter(practice=OuterRef("pk")).values("answers")[:1]
    return (
        rows.select_related("skill")
        .defer("skill__content")
        .annotate(
            title=KeyTextTransform("title", "skill__content"),
            shared_with_team=_is_shared("pk"),
            written=Subquery(written),
        )
    )


def _is_shared(practice: str) -> Exists:
    return Exists(PracticeShare.objects.filter(practice=OuterRef(practice), ended_at=None))


def done(rows: QuerySet[Practice]) -> list[Dated]:
    """Return as much of practices as tells what helped, oldest first."""
    found = rows.order_by("started_at", "pk").values_list(
        "skill__slug", "need", "before", "after", "helpful", "started_at"
    )
    return [Dated(Done(*row[:-1]), row[-1]) for row in found]


@dataclass(frozen=True)
class Helped:
    """One exercise that helped, by name; how often it was tried, and when last."""

    slug: str
    title: str
    tried: int
    mean_change: float
    last_on: date


def helped_most(practices: Iterable[Dated], *, zone: str, language: str) -> list[Helped]:
    """Return up to five exercises that helped on the whole, best first; days are of that zone."""
    found = bookkeeping.top(practices)
    names = titles([one.slug for one in found], language)
    return [
        Helped(
            one.slug,
            names[one.slug],
            one.tried,
            one.mean_change,
            clock.local_day(one.last_at, zone),
        )
        for one in found
    ]


def with_state(rows: QuerySet[Assignment]) -> QuerySet[Any]:
    """Return assignments that stand, with when each was done, and whether `closed` (1 or 0)."""
    first = (
        Practice.objects.filter(assignment=OuterRef("pk"))
        .annotate(ended=Coalesce("finished_at", "started_at"))
        .order_by("started_at", "received_at", "pk")
    )
    return (
        rows.filter(withdrawn_at=None)
        .select_related("assigned_by")
        .annotate(
            done_at=Subquery(first.values("ended")[:1]),
            practice_id=Subquery(first.values("pk")[:1]),
        )
        .annotate(
            closed=Case(
                When(Q(done_at__isnull=False) | Q(skipped_at__isnull=False), then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            )
        )
    )


def practices_by_id(rows: QuerySet[Practice], keys: Iterable[UUID | None]) -> dict[UUID, Any]:
    """Return those practices, with what is shared of them, by their id."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    return {row.pk: row for row in with_shared_text(rows.filter(pk__in=wanted))}


def next_due(rows: QuerySet[Assignment], *, slugs: Collection[str]) -> Assignment | None:
    """Return the open assignment of one of these exercises that is due first."""
    found = [row for row in with_state(rows).filter(closed=0) if row.slug in slugs]
    return min(found, key=_due, default=None)


def _due(row: Assignment) -> tuple[bool, str, datetime]:
    return (row.due_on is None, row.due_on.isoformat() if row.due_on else "", row.assigned_at)
