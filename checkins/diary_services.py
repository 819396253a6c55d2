"""Take in a diary card, version by version, and set and end what a client watches on it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from accounts.models import User
from checkins import events, rules, selectors, versions
from checkins.models import DiaryCard, DiaryTarget, TargetScale
from checkins.versions import NewerVersion
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from program.models import Enrolment
from skills.models import Skill

MOST_TARGETS = 5  # chosen; a card that asks for more is not filled in


class CardInvalid(Refused):
    """The card names a target or a skill that is not there, or mistakes a target's scale."""

    status = 400
    code = "invalid"


class TooManyTargets(Refused):
    """The client watches as many things as a card has room for."""

    code = "too_many_targets"
    sentence = say(
        "A diary card has room for {most_targets} targets. End one before you add another.",
        most_targets=MOST_TARGETS,
    )


class AlreadyAsked(Refused):
    """The client is asked about this already, on the card or in the check-in."""

    code = "already_asked"
    sentence = say(
        "This client is asked about this already. Choose other words, or end the other one."
    )


class AlreadyEnded(Refused):
    """The target is no longer asked about."""

    code = "already_ended"
    sentence = say("Someone already ended this target.")


@dataclass(frozen=True)
class Card:
    """What a client answered; None means not answered.

    Levels, emotions and misery 0–5, rating of skill use 0–7, sleep in hours 0–24.
    `targets` maps a target's id to {"level", "value", "acted"}.
    """

    use_level: int | None = None
    use_acted: bool | None = None
    self_harm_level: int | None = None
    self_harm_acted: bool | None = None
    suicide_level: int | None = None
    suicide_acted: bool | None = None
    sad: int | None = None
    anger: int | None = None
    fear: int | None = None
    shame: int | None = None
    joy: int | None = None
    emotional_misery: int | None = None
    physical_misery: int | None = None
    substances: tuple[str, ...] = ()
    medication: str | None = None
    sleep_hours: Decimal | None = None
    skills: tuple[str, ...] = ()
    skill_rating: int | None = None
    targets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class CardSubmission:
    """One sending of one day's card by one device.

    `base_version` is the version that the device changed (0: none yet); None when it did not say.
    """

    id: UUID
    on: date
    timezone: str
    recorded_at: datetime
    card: Card
    base_version: int | None = None


@dataclass(frozen=True)
class Watched:
    """What a client is to watch: in which words, what kind of thing, and on which scale."""

    label: str
    kind: str
    scale: str


@dataclass(frozen=True)
class CardReceipt:
    """The stored card, and whether this sending made it."""

    card: DiaryCard
    is_new: bool


def submit_card(
    *, enrolment: Enrolment, submission: CardSubmission, actor: Actor, at: datetime
) -> CardReceipt:
    """Store a day's card as its newest version; a replay of a sending returns the row it made.

    Raises DayNotOpen, SubmissionConflict, CardInvalid, NewerVersion.
    """
    submission = versions.dated(submission, at=at)
    client_id = enrolment.client_id
    answers = _columns(submission.card)
    earlier = versions.earlier(DiaryCard, client_id, submission, serialised=f"diary:{client_id}")
    if replayed := versions.replayed(
        earlier,
        submission,
        is_same=lambda row: {name: getattr(row, name) for name in answers} == answers,
    ):
        return CardReceipt(replayed, is_new=False)
    versions.refuse_closed_day(submission, at=at)
    _refuse_unknown(submission.card, client_id=client_id)
    latest = earlier[-1] if earlier else None
    _refuse_stale(submission, latest)
    version = latest.version + 1 if latest else 1
    return _store(client_id, submission, version=version, actor=actor, at=at)


def _store(
    client_id: UUID, submission: CardSubmission, *, version: int, actor: Actor, at: datetime
) -> CardReceipt:
    row = DiaryCard(
        **versions.envelope(submission, client_id=client_id, version=version, at=at),
        **_columns(submission.card),
    )
    versions.store(row, actor=actor, at=at, news=events.CARD_RECEIVED, named="card_id")
    return CardReceipt(row, is_new=True)


def _columns(card: Card) -> dict[str, Any]:
    """Return the answers as the row holds them."""
    return asdict(card) | {
        "substances": json.dumps(card.substances, ensure_ascii=False),
        "skills": list(card.skills),
    }


def _refuse_unknown(card: Card, *, client_id: UUID) -> None:
    wrong = _wrong_targets(card.targets, client_id=client_id) | _wrong_skills(card.skills)
    if wrong:
        fields = {name: [sentence] for name, sentence in wrong.items()}
        raise CardInvalid(next(iter(wrong.values())), fields=fields)


def _wrong_targets(answers: Mapping[str, Mapping[str, Any]], *, client_id: UUID) -> dict[str, str]:
    # An ended target still counts: a phone may not know of its end, and a card may be older.
    scales = {
        str(row.pk): row.scale
        for row in DiaryTarget.objects.filter(client_id=client_id, pk__in=list(answers))
    }
    wrong: dict[str, str] = {}
    for target, answer in answers.items():
        scale = scales.get(target)
        if scale is None:
            wrong[f"targets.{target}"] = say("This is not one of your targets.")
        elif scale == TargetScale.YES_NO and answer["level"] is not None:
            wrong[f"targets.{target}.level"] = say("This target is answered with yes or no.")
        elif scale == TargetScale.ZERO_TO_FIVE and answer["value"] is not None:
            wrong[f"targets.{target}.value"] = say("This target is answered with 0 to 5.")
    return wrong


def _wrong_skills(slugs: tuple[str, ...]) -> dict[str, str]:
    known = set(Skill.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    if known.issuperset(slugs):
        return {}
    return {"skills": say("There is no such exercise.")}


def _refuse_stale(submission: CardSubmission, latest: DiaryCard | None) -> None:
    newest = latest.version if latest else 0
    if submission.base_version in {None, newest}:
        return
    existing = latest and {"id": str(latest.pk), "on": latest.on.isoformat(), "version": newest}
    href = f"/api/v1/diary-cards/{submission.on.isoformat()}/"
    raise NewerVersion(existing=existing, amend={"method": "PUT", "href": href})


def set_target(
    *, client_id: UUID, watched: Watched, clinician: User, actor: Actor, at: datetime
) -> DiaryTarget:
    """Add something to watch to a client's card; raises AlreadyAsked, TooManyTargets."""
    lock(f"watched:{client_id}")
    if DiaryTarget.objects.filter(client_id=client_id, ended_at=None).count() >= MOST_TARGETS:
        raise TooManyTargets
    if any(rules.same_words(watched.label, label) for label in selectors.watched(client_id)):
        raise AlreadyAsked
    target = DiaryTarget(client_id=client_id, set_at=at, set_by=clinician, **asdict(watched))
    target.save(force_insert=True)
    _record(actor, "create", "checkins_diarytarget", target.pk, client_id, at=at)
    return target


def end_target(*, target: DiaryTarget, actor: Actor, at: datetime) -> DiaryTarget:
    """Ask about a target no more; its answers stay. Raises AlreadyEnded."""
    won = DiaryTarget.objects.filter(pk=target.pk, ended_at=None).update(
        ended_at=at, ended_by=actor.id
    )
    target.refresh_from_db()
    if not won:
        raise AlreadyEnded
    _record(actor, "end", "checkins_diarytarget", target.pk, target.client_id, at=at)
    return target


def _record(
    actor: Actor, action: str, subject: str, subject_id: UUID, client_id: UUID, *, at: datetime
) -> None:
    audit.record(
        actor=actor, action=action, subject=subject, subject_id=subject_id, clients=[client_id],
        at=at,
    )  # fmt: skip
