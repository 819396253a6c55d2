"""Ask a client to do an exercise, take that back, and let the client skip it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from skills import selectors
from skills.models import Assignment

LAST_DUE_AFTER = timedelta(days=366)  # chosen: longer than any course of treatment here
SUBJECT = "skills_assignment"


class WishInvalid(Refused):
    """No such exercise or module, or a day that cannot be meant."""

    status = 400
    code = "invalid"


class AlreadyAssigned(Refused):
    """The client has all of it to do already."""

    code = "already_assigned"
    sentence = say("The client already has this to do.")


class AlreadyDone(Refused):
    """The client did it meanwhile."""

    code = "already_done"
    sentence = say("This was done already.")


@dataclass(frozen=True)
class Wish:
    """What a clinician asks for: one exercise, or every exercise of a module."""

    skill: str = ""
    module: str = ""
    due_on: date | None = None
    note: str = ""


def assign(*, client: User, wish: Wish, by: User, actor: Actor, at: datetime) -> list[Assignment]:
    """Ask the client to do an exercise or the rest of a module; raise WishInvalid, AlreadyAssigned.

    What only a clinician may assign is asked for by its own name, never with a module.
    """
    _refuse_day(wish.due_on, today=clock.local_day(at, client.timezone))
    slugs = _wished(wish, language=client.language)
    lock(f"assignments:{client.pk}")
    rows = selectors.with_state(Assignment.objects.filter(client=client))
    still_open = set(rows.filter(closed=0, slug__in=slugs).values_list("slug", flat=True))
    fresh = [
        Assignment(
            client=client,
            slug=slug,
            due_on=wish.due_on,
            note=wish.note,
            assigned_at=at,
            assigned_by=by,
        )
        for slug in slugs
        if slug not in still_open
    ]
    if not fresh:
        raise AlreadyAssigned
    Assignment.objects.bulk_create(fresh)
    for row in fresh:
        _record(actor, "create", row, at=at)
    return fresh


def skip(*, assignment: Assignment, actor: Actor, at: datetime) -> None:
    """Note that the client leaves this out; raise AlreadyDone. Skipping again changes nothing."""
    _refuse_done(assignment)
    rows = Assignment.objects.filter(pk=assignment.pk, skipped_at=None, withdrawn_at=None)
    if rows.update(skipped_at=at):
        _record(actor, "skip", assignment, at=at)


def withdraw(*, assignment: Assignment, actor: Actor, at: datetime) -> None:
    """Take an assignment back; raise AlreadyDone. Withdrawing again changes nothing."""
    _refuse_done(assignment)
    rows = Assignment.objects.filter(pk=assignment.pk, withdrawn_at=None)
    if rows.update(withdrawn_at=at, withdrawn_by=actor.id):
        _record(actor, "withdraw", assignment, at=at)


def _wished(wish: Wish, *, language: str) -> list[str]:
    found = selectors.assignable(language=language)
    if wish.skill:
        slugs = [row.slug for row in found if row.slug == wish.skill]
        sentence, name = say("There is no such exercise."), "skill"
    else:
        slugs = [row.slug for row in found if row.module == wish.module and not row.assigned_only]
        sentence, name = say("There is no such module."), "module"
    if not slugs:
        raise WishInvalid(sentence, fields={name: [sentence]})
    return slugs


def _refuse_day(due_on: date | None, *, today: date) -> None:
    if due_on is not None and not today <= due_on <= today + LAST_DUE_AFTER:
        sentence = say("Choose a day between today and a year from today.")
        raise WishInvalid(sentence, fields={"due_on": [sentence]})


def _refuse_done(assignment: Assignment) -> None:
    # In turn with a practice that names it: see log_practice.
    lock(f"practices:{assignment.client_id}")
    if assignment.practices.exists():
        raise AlreadyDone


def _record(actor: Actor, action: str, row: Assignment, *, at: datetime) -> None:
    clients: list[UUID] = [row.client_id]
    audit.record(
        actor=actor, action=action, subject=SUBJECT, subject_id=row.pk, clients=clients, at=at
    )
