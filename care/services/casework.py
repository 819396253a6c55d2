"""Tasks and referrals: who does what until when, and how far it got."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from accounts.models import User
from care.models import Referral, ReferralState, Task, TaskState, What
from care.rules import days, states
from care.services import traces
from care.services.refusals import TooMany, refuse_day
from core import clock
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from program import selectors as program_selectors

MOST_OPEN = 100


class CannotMove(Refused):
    """That state does not follow this one."""

    code = "cannot_move"
    sentence = say("This is in another state by now. Please look again.")


class OwnerUnknown(Refused):
    """The owner is neither the client nor anybody who looks after them today."""

    status = 400
    code = "invalid"
    sentence = say("Choose the client or somebody on the care team.")


@dataclass(frozen=True)
class TaskWords:
    """What a task says. Without an owner it stays whose it is, and begins as the writer's own."""

    title: str
    note: str = ""
    owner_id: UUID | None = None
    due_on: date | None = None
    state: str = TaskState.OPEN
    for_client: bool = False


@dataclass(frozen=True)
class ReferralWords:
    """What a referral says. Without an owner it stays whose it is, or is the writer's own."""

    to: str
    purpose: str = ""
    phone: str = ""
    owner_id: UUID | None = None
    due_on: date | None = None
    appointment_at: datetime | None = None
    state: str = ReferralState.PLANNED
    for_client: bool = False


Words = TaskWords | ReferralWords


def add_task(*, client: User, words: TaskWords, actor: Actor, at: datetime) -> Task:
    """Write down a task; raises DayNotOpen, OwnerUnknown, TooMany."""
    row = Task(client=client, added_at=at, added_by_id=traces.hand(actor))
    _add(row, client, words, over=states.TASK_OVER, actor=actor, at=at)
    return row


def change_task(*, task: Task, words: TaskWords, actor: Actor, at: datetime) -> Task:
    """Change a task or its state; raises CannotMove, DayNotOpen, OwnerUnknown."""
    _lock(task)
    row = Task.objects.select_related("client").get(pk=task.pk)
    _change(row, words, moves=states.TASK, actor=actor, at=at)
    return row


def move_own_task(*, task: Task, state: TaskState, actor: Actor, at: datetime) -> Task:
    """Let a client say how far they are with a task of their own; raises CannotMove, NotVisible."""
    _lock(task)
    # Somebody may have given it to another, or hidden it, while we waited.
    row = Task.objects.filter(pk=task.pk, for_client=True, owner=F("client")).first()
    if row is None:
        raise NotVisible
    if not states.may_follow(states.TASK, row.state, state):
        raise CannotMove
    before = traces.changed(row, {"state": state})
    if before:
        traces.apply(row, {"state": state}, ["state"])
        traces.leave(row, What.MOVED, actor=actor, at=at, before=before)
    return row


def add_referral(*, client: User, words: ReferralWords, actor: Actor, at: datetime) -> Referral:
    """Write down a referral; raises DayNotOpen, OwnerUnknown, TooMany."""
    row = Referral(client=client, added_at=at, added_by_id=traces.hand(actor))
    _add(row, client, words, over=states.REFERRAL_OVER, actor=actor, at=at)
    return row


def change_referral(
    *, referral: Referral, words: ReferralWords, actor: Actor, at: datetime
) -> Referral:
    """Change a referral or its state; raises CannotMove, DayNotOpen, OwnerUnknown."""
    _lock(referral)
    row = Referral.objects.select_related("client").get(pk=referral.pk)
    _change(row, words, moves=states.REFERRAL, actor=actor, at=at)
    return row


def _add(
    row: Task | Referral, client: User, words: Words, *, over: tuple[str, ...], actor: Actor,
    at: datetime,
) -> None:  # fmt: skip
    values = _values(words, client, traces.hand(actor), at=at)
    refuse_day("due_on", words.due_on, _plannable(client, at))
    lock(f"casework:{client.pk}")
    rows = type(row)._default_manager.filter(client=client).exclude(state__in=over)
    if rows.count() >= MOST_OPEN:
        raise TooMany(
            say("There can be {most_open} at a time. Finish one first.", most_open=MOST_OPEN)
        )
    for name, value in values.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    traces.leave(row, What.ADDED, actor=actor, at=at)


def _change(
    row: Task | Referral, words: Words, *, moves: dict[str, set[str]], actor: Actor, at: datetime
) -> None:
    if not states.may_follow(moves, row.state, words.state):
        raise CannotMove
    values = _values(words, row.client, row.owner_id, at=at)
    if words.due_on != row.due_on:
        refuse_day("due_on", words.due_on, _plannable(row.client, at))
    before = traces.changed(row, values)
    if not before:
        return
    traces.apply(row, values, before)
    what = What.MOVED if "state" in before else What.CHANGED
    traces.leave(row, what, actor=actor, at=at, before=before)


def _values(words: Words, client: User, usual_owner: UUID, *, at: datetime) -> Mapping[str, Any]:
    values = dict(vars(words))
    values["owner_id"] = words.owner_id or usual_owner
    if values["owner_id"] == client.pk:
        # What somebody is asked to do, they have to see.
        values["for_client"] = True
    elif values["owner_id"] != usual_owner:
        team = program_selectors.care_team_at(client_id=client.pk, at=at)
        if values["owner_id"] not in {place.clinician_id for place in team}:
            raise OwnerUnknown(fields={"owner_id": [OwnerUnknown.sentence]})
    return values


def _plannable(client: User, at: datetime) -> days.Span:
    return days.may_be_planned(today=clock.local_day(at, client.timezone))


def _lock(row: Task | Referral) -> None:
    lock(f"casework:{row.client_id}")
