"""Reads of questionnaires: what falls due, what was answered, what it added up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from program import selectors as program_selectors
from questionnaires.models import Questionnaire, Response, Schedule, Score
from questionnaires.models.asking import MOST_WINDOW_DAYS
from questionnaires.rules import cadence


@dataclass(frozen=True)
class Due:
    """A questionnaire that a client is asked to answer, from a day to a day, both included."""

    schedule: Schedule
    questionnaire: Questionnaire
    due_on: date
    until: date


def due_for(*, client: UUID, on: date, language: str = "en") -> list[Due]:
    """Return what the client is asked on that day and has not answered, the soonest to end first.

    A questionnaire is asked once, however many schedules ask for it. It is asked in the client's
    language where there is an active version in it, else in English; a version that became active
    takes over with the next asking. Somebody who is in no program is asked nothing: nobody would
    read it. Six statements at most.
    """
    schedules = list(open_schedules(client=client))
    enrolment = program_selectors.enrolment_of(client, on) if schedules else None
    if enrolment is None:
        return []
    active = active_versions({row.key for row in schedules}, language=language)
    answered = answered_days(client=client, since=on - timedelta(days=MOST_WINDOW_DAYS))
    found: dict[str, Due] = {}
    for row in schedules:
        window = cadence.window_on(asking_of(row, enrolment.active_from), on)
        if window is None or row.paused_at is not None or row.key not in active:
            continue
        if cadence.is_answered(window, answered.get(row.key, ())):
            continue
        due = Due(row, active[row.key], window.due_on, window.until)
        # Somebody asked weekly and at intake answers once.
        if row.key not in found or due.until > found[row.key].until:
            found[row.key] = due
    return sorted(found.values(), key=lambda due: (due.until, due.schedule.key))


def asking_of(row: Schedule, intake: date) -> cadence.Asking:
    """Return a schedule as the rules look at it."""
    return cadence.Asking(
        cadence=row.cadence,
        starts_on=row.starts_on,
        window_days=row.window_days,
        occasions=[one.due_on for one in row.occasions.all()],
        enrolled_on=intake,
    )


def open_schedules(*, client: UUID) -> QuerySet[Schedule]:
    """Return what a client is asked again and again until somebody ends it."""
    return (
        Schedule.objects.filter(client_id=client, ended_at=None)
        .prefetch_related("occasions")
        .order_by("key", "assigned_at", "pk")
    )


def active_versions(keys: set[str], *, language: str) -> dict[str, Questionnaire]:
    """Return the active version of each key, in that language where there is one, else English."""
    rows = Questionnaire.objects.filter(
        key__in=keys, activated_at__isnull=False, retired_at=None, language__in=[language, "en"]
    )
    # English first, so that the wished language, where there is one, replaces it.
    ordered = sorted(rows.defer("source"), key=lambda row: row.language == language)
    return {row.key: row for row in ordered}


def titles(keys: set[str]) -> dict[str, str]:
    """Return what each key is called: by its active version, else by its newest one."""
    rows = Questionnaire.objects.filter(key__in=keys).order_by("imported_at")
    found = rows.only("key", "title", "activated_at", "retired_at")
    # The active ones last, so that theirs is the title that stays.
    return {row.key: row.title for row in sorted(found, key=lambda row: row.is_active)}


def answered_days(*, client: UUID, since: date) -> dict[str, set[date]]:
    """Return the days from `since` on for which each questionnaire was answered whole, by key."""
    rows = Response.objects.filter(
        client_id=client, completed_at__isnull=False, answered_on__gte=since
    )
    found: dict[str, set[date]] = {}
    for key, day in rows.values_list("questionnaire__key", "answered_on"):
        found.setdefault(key, set()).add(day)
    return found


def drafts_of(*, client: UUID, due: Sequence[Due]) -> dict[UUID, Response]:
    """Return what a client began of what is due and has not handed in, the newest, by version.

    Begun since it fell due: what was said two weeks ago is no answer to this week's question.
    """
    began = {one.questionnaire.pk: one.due_on for one in due}
    rows = Response.objects.filter(
        client_id=client, completed_at=None, questionnaire__in=began,
        answered_on__gte=min(began.values(), default=date.max),
    ).order_by("received_at")  # fmt: skip
    return {
        row.questionnaire_id: row for row in rows if row.answered_on >= began[row.questionnaire_id]
    }


def scores_of(*, client: UUID, since: date, until: date) -> list[Score]:
    """Return the scores of the days from `since` until (not including) `until`, the oldest first.

    One for each response: the newest scoring. A total is null where answers were missing.
    """
    rows = Score.objects.filter(
        client_id=client, answered_on__gte=since, answered_on__lt=until
    ).order_by("answered_on", "computed_at", "pk")
    newest = {row.response_id: row for row in rows}
    return sorted(newest.values(), key=lambda row: (row.answered_on, row.computed_at))


def responses_since(*, client: UUID, since: date, until: date) -> QuerySet[Response]:
    """Return whole responses of the days from `since` until (not including) `until`."""
    return with_details(
        Response.objects.filter(client_id=client, answered_on__gte=since, answered_on__lt=until)
    ).order_by("answered_on", "received_at")


def with_details(rows: QuerySet[Response]) -> QuerySet[Response]:
    """Return responses with what shows them: version, scores, critical answers, follow-ups."""
    scores = Prefetch("scores", queryset=Score.objects.order_by("computed_at"))
    return (
        rows.filter(Q(completed_at__isnull=False))
        .select_related("questionnaire")
        .defer("questionnaire__source")
        .prefetch_related(scores, "critical", "follow_ups")
    )


def library() -> QuerySet[Questionnaire]:
    """Return every version that was imported, by key, the newest first."""
    return Questionnaire.objects.defer("source").order_by("key", "-imported_at", "pk")


def assignable() -> QuerySet[Questionnaire]:
    """Return the versions that can be asked now."""
    rows = Questionnaire.objects.filter(activated_at__isnull=False, retired_at=None)
    return rows.defer("source").order_by("title", "language")
