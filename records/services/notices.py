"""The notice to patients: published whole or not at all, and given to each client."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from accounts.models import User
from core import audit, clock, identity
from core.audit import Actor
from records.models import GivenHow, NoticeGiven, NoticePutOff, PatientNotice
from records.rules.notice import gaps
from records.selectors import current_notice
from records.services import telling
from records.services.refusals import NoticeIncomplete

# The program's own choice: the law names no such time. Until then it stands on Today as a card.
ASKED_AGAIN_AFTER = timedelta(days=3)


@dataclass(frozen=True)
class Draft:
    """A notice as it would be published: from when, whom to ask, and the elements."""

    effective_on: date
    contact_name: str
    contact_phone: str
    contact_email: str
    sections: Mapping[str, Any]
    sample: bool = False


def publish_notice(*, draft: Draft, actor: Actor, at: datetime) -> PatientNotice:
    """Publish a new version; raise NoticeIncomplete with the name of each missing element."""
    missing = gaps(draft.sections, sample=draft.sample)
    if missing:
        raise NoticeIncomplete(fields={"sections": [NoticeIncomplete.sentence]}, missing=missing)
    identity.lock("records.notice")
    newest = PatientNotice.objects.aggregate(Max("version"))["version__max"] or 0
    row = PatientNotice(
        version=newest + 1, effective_on=draft.effective_on, contact_name=draft.contact_name,
        contact_phone=draft.contact_phone, contact_email=draft.contact_email,
        sections=dict(draft.sections), sample=draft.sample, published_at=at,
        published_by_id=actor.id,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="publish_notice", subject="records_patientnotice", subject_id=row.pk,
        at=at,
    )  # fmt: skip
    return row


def show_notice(*, client: User, actor: Actor, at: datetime) -> NoticeGiven | None:
    """Note that the notice in force was shown to a client in the app; None while there is none."""
    return _given(client, GivenHow.APP, actor=actor, at=at)


def acknowledge_notice(*, client: User, actor: Actor, at: datetime) -> NoticeGiven | None:
    """Note that the client has seen it; the first time counts."""
    given = show_notice(client=client, actor=actor, at=at)
    if given is not None and given.acknowledged_at is None:
        NoticeGiven.objects.filter(pk=given.pk, acknowledged_at=None).update(acknowledged_at=at)
        given.refresh_from_db()
    return given


def put_notice_off(*, client: User, actor: Actor, at: datetime) -> NoticePutOff | None:
    """Note that a client will take the notice in force later; None while there is none.

    Once a day: sent again, it is the same. It is no receipt: on paper it is owed all the same.
    """
    notice = current_notice(at=at)
    if notice is None:
        return None
    row, fresh = NoticePutOff.objects.get_or_create(
        client=client, notice=notice, put_off_on=clock.local_day(at, client.timezone),
        defaults={"put_off_at": at},
    )  # fmt: skip
    if fresh:
        audit.record(
            actor=actor, action="put_notice_off", subject="records_patientnotice",
            subject_id=notice.pk, clients=[client.pk], at=at,
        )  # fmt: skip
    return row


def rests(put_off_at: datetime | None, *, at: datetime) -> bool:
    """Say whether a client put the notice off so lately that they are not asked again yet."""
    return put_off_at is not None and at - put_off_at < ASKED_AGAIN_AFTER


def send_notice(*, client: User, actor: Actor, at: datetime) -> NoticeGiven | None:
    """Send it by e-mail: asking for that is the agreement to it."""
    given = _given(client, GivenHow.EMAIL, actor=actor, at=at)
    if given is not None and given.given_at == at:
        telling.mail_notice(client, given_id=given.pk, at=at)
    return given


def give_on_paper(*, client: User, actor: Actor, at: datetime) -> NoticeGiven | None:
    """Note that staff handed it over on paper."""
    return _given(client, GivenHow.PAPER, actor=actor, at=at)


def note_undelivered(*, cause: str, at: datetime) -> bool:
    """Note that an e-mail with the notice did not arrive: it is owed on paper."""
    prefix, _, key = cause.rpartition(":")
    if prefix != telling.NOTICE:
        return False
    rows = NoticeGiven.objects.filter(pk=UUID(key), method=GivenHow.EMAIL, failed_at=None)
    return bool(rows.update(failed_at=at))


def _given(client: User, how: GivenHow, *, actor: Actor, at: datetime) -> NoticeGiven | None:
    notice = current_notice(at=at)
    if notice is None:
        return None
    row, fresh = NoticeGiven.objects.get_or_create(
        client=client, notice=notice, method=how,
        defaults={
            "given_at": at,
            "agreed_to_email_at": at if how == GivenHow.EMAIL else None,
            "recorded_by_id": actor.id if how == GivenHow.PAPER else None,
        },
    )  # fmt: skip
    if fresh:
        audit.record(
            actor=actor, action="give_notice", subject="records_patientnotice",
            subject_id=notice.pk, clients=[client.pk], at=at, detail=how,
        )  # fmt: skip
    return row
