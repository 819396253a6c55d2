"""Write a plan as a new version, sign one, and keep the list of support people.

What a plan says is checked by its shape.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from plans import rules, selectors
from plans.models import Help, Kind, Party, Plan, SaferStep, Signature, SupportPerson

MOST_PEOPLE = 30  # chosen: a list that still fits on a phone when it is needed


class NewerVersion(Refused):
    """Somebody wrote another version meanwhile; carries it for the door to show."""

    code = "newer_version"
    sentence = say("This plan was changed somewhere else. Please look at the newer version first.")

    def __init__(self, latest: Plan | None) -> None:
        super().__init__()
        self.latest = latest


class AlreadySigned(Refused):
    """This party signed this version before."""

    code = "already_signed"
    sentence = say("This version is already signed.")


class ReviewNotOpen(Refused):
    """The day of the review has passed, or is more than a year away."""

    status = 400
    code = "invalid"
    sentence = say("Choose a day for the review between tomorrow and a year from today.")


class SaferStepPrivate(Refused):
    """A clinician wrote into a step that the client keeps to themselves."""

    status = 400
    code = "invalid"
    sentence = say("The client keeps this step private. Leave it out; it stays as it is.")


class TooManyPeople(Refused):
    """The list is full."""

    code = "too_many_people"
    sentence = say(
        "You can keep up to {most_people} people. Remove someone first.", most_people=MOST_PEOPLE
    )


@dataclass(frozen=True)
class Draft:
    """What somebody wrote, on top of which version (0: the first).

    None leaves a thing as it is: the safer step, whether it is shared, the usual review day.
    """

    base_version: int
    steps: dict[str, Any]
    review_on: date | None = None
    safer: list[dict[str, str]] | None = None
    share_safer: bool | None = None


@dataclass(frozen=True)
class Contact:
    """Somebody a client may turn to: who they are to them, how and where to reach them."""

    name: str
    relationship: str
    phone: str
    place: str = ""
    can_help_with: str = Help.BOTH


@dataclass(frozen=True)
class Addition:
    """The support person, and whether this sending added them."""

    person: SupportPerson
    is_new: bool


@dataclass(frozen=True)
class Receipt:
    """The plan as it stands, and whether this sending made it."""

    plan: Plan
    is_new: bool


def write_plan(*, client: User, kind: Kind, draft: Draft, actor: Actor, at: datetime) -> Receipt:
    """Store a new version that both have to sign; the same words again change nothing.

    Raises NewerVersion, ReviewNotOpen, SaferStepPrivate.
    """
    party = _party(client, actor)
    newest = _newest(client, kind)
    if newest and _says_the_same(newest, draft, party):
        return Receipt(newest, is_new=False)
    if draft.base_version != (newest.version if newest else 0):
        raise NewerVersion(newest)
    plan = Plan(
        client=client,
        kind=kind,
        version=draft.base_version + 1,
        steps=json.dumps(draft.steps),
        review_on=_review_day(draft, today=clock.local_day(at, client.timezone)),
        written_at=at,
        written_by_id=_hand(actor),
    )
    plan.save(force_insert=True)
    if kind == Kind.SAFETY:
        _keep_safer(plan, draft, party)
    _record(actor, "create" if plan.version == 1 else "amend", plan, at=at)
    return Receipt(plan, is_new=True)


def sign_plan(*, client: User, kind: Kind, version: int, actor: Actor, at: datetime) -> Plan:
    """Sign the newest version, which the signer names; raises NewerVersion, AlreadySigned."""
    newest = _newest(client, kind)
    if newest is None:
        raise NotVisible
    if newest.version != version:
        raise NewerVersion(newest)
    party = _party(client, actor)
    if newest.signatures.filter(party=party).exists():
        raise AlreadySigned
    Signature(
        plan=newest, client=client, party=party, signed_at=at, signed_by_id=_hand(actor)
    ).save(force_insert=True)
    _record(actor, "sign", newest, at=at)
    return newest


def _party(client: User, actor: Actor) -> Party:
    return Party.CLIENT if actor.id == client.pk else Party.CLINICIAN


def _hand(actor: Actor) -> UUID:
    # Plans are written and signed by people; a part of the program has no hand in them.
    if actor.id is None:
        raise NotVisible
    return actor.id


def _newest(client: User, kind: Kind) -> Plan | None:
    # One hand at a time on each plan: what was newest stays so until this transaction ends.
    lock(f"plan:{client.pk}:{kind}")
    return selectors.latest(selectors.versions(client_id=client.pk, kind=kind))


def _says_the_same(plan: Plan, draft: Draft, party: Party) -> bool:
    safer = selectors.safer_as_of(plan=plan, party=party) or selectors.Safer([], shared=False)
    return (
        json.loads(plan.steps) == draft.steps
        and draft.review_on in (None, plan.review_on)
        and (draft.safer is None or draft.safer == safer.actions)
        and draft.share_safer in (None, safer.shared)
    )


def _review_day(draft: Draft, *, today: date) -> date:
    days = rules.review_days(today=today)
    if draft.review_on is None:
        return days.usual
    if draft.review_on not in days:
        raise ReviewNotOpen(fields={"review_on": [ReviewNotOpen.sentence]})
    return draft.review_on


def _keep_safer(plan: Plan, draft: Draft, party: Party) -> None:
    before = selectors.safer_as_of(plan=plan, party=party)
    if before is None:
        _refuse_private(draft)
        return
    after = selectors.Safer(
        actions=before.actions if draft.safer is None else draft.safer,
        shared=before.shared if draft.share_safer is None else draft.share_safer,
    )
    if after == before:
        return
    if not after.shared:
        # Turned off means off: what was once shared is hidden again, in every version.
        SaferStep.objects.filter(client_id=plan.client_id, shared=True).update(shared=False)
    SaferStep(
        plan=plan, client_id=plan.client_id, actions=json.dumps(after.actions), shared=after.shared
    ).save(force_insert=True)


def _refuse_private(draft: Draft) -> None:
    if draft.safer:
        raise SaferStepPrivate(fields={"steps": {"safer": [SaferStepPrivate.sentence]}})


def _record(actor: Actor, action: str, plan: Plan, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="plans_plan", subject_id=plan.pk,
        clients=[plan.client_id], at=at,
    )  # fmt: skip


def add_support_person(*, client: User, contact: Contact, actor: Actor, at: datetime) -> Addition:
    """Put somebody on the client's list, once; raises TooManyPeople."""
    lock(f"support-people:{client.pk}")
    known = list(selectors.living(SupportPerson.objects.filter(client=client)))
    for person in known:
        if contact_of(person) == contact:
            return Addition(person, is_new=False)
    if len(known) >= MOST_PEOPLE:
        raise TooManyPeople
    person = SupportPerson(client=client, added_at=at, **asdict(contact))
    person.save(force_insert=True)
    _record_person(actor, "create", person, at=at)
    return Addition(person, is_new=True)


def change_support_person(
    *, person: SupportPerson, contact: Contact, actor: Actor, at: datetime
) -> SupportPerson:
    """Keep somebody's new details in place of the old; raises NotVisible when they were removed."""
    for name, value in asdict(contact).items():
        setattr(person, name, value)
    # A conditional update, so that one who was removed meanwhile stays removed.
    if not _living_row(person).update(**asdict(contact)):
        raise NotVisible
    _record_person(actor, "amend", person, at=at)
    return person


def remove_support_person(*, person: SupportPerson, actor: Actor, at: datetime) -> SupportPerson:
    """Take somebody off the list; the row stays. Raises NotVisible when they were removed."""
    if not _living_row(person).update(ended_at=at):
        raise NotVisible
    person.ended_at = at
    _record_person(actor, "end", person, at=at)
    return person


def contact_of(person: SupportPerson) -> Contact:
    """Return the details of somebody on the list."""
    return Contact(**{name: getattr(person, name) for name in Contact.__dataclass_fields__})


def _living_row(person: SupportPerson) -> QuerySet[SupportPerson]:
    return selectors.living(SupportPerson.objects.filter(pk=person.pk))


def _record_person(actor: Actor, action: str, person: SupportPerson, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="plans_supportperson", subject_id=person.pk,
        clients=[person.client_id], at=at,
    )  # fmt: skip
