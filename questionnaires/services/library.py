"""Let a version be asked, take it out again, keep its licence. Its content never changes."""

from dataclasses import dataclass
from datetime import datetime

from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from questionnaires.models import ALLOWED_LICENCES, Licence, Questionnaire
from questionnaires.services.imports import IMPORTING, SUBJECT


class LicenceForbids(Refused):
    """The licence does not let it be used here."""

    code = "licence_forbids"
    sentence = say(
        "Its licence does not allow use here yet. Get permission first, then change the licence."
    )


class AlreadyRetired(Refused):
    """It is not asked any more."""

    code = "already_retired"
    sentence = say("This version was taken out already.")


class LicensingInvalid(Refused):
    """No such licence, or nobody to name where somebody must be named."""

    status = 400
    code = "invalid"


@dataclass(frozen=True)
class Licensing:
    """Under which licence a questionnaire may be used, and who is to be named."""

    licence: str
    attribution: str = ""


def activate(*, row: Questionnaire, actor: Actor, at: datetime) -> Questionnaire:
    """Let this version be asked, in place of the active one of its key and language.

    Raises LicenceForbids. Activating the active version again changes nothing. Whoever is filling
    in the earlier version finishes it; the next asking uses this one.
    """
    lock(IMPORTING)
    row.refresh_from_db()
    if row.licence not in ALLOWED_LICENCES:
        raise LicenceForbids(licence=row.licence)
    if row.is_active:
        return row
    others = Questionnaire.objects.filter(
        key=row.key, language=row.language, activated_at__isnull=False, retired_at=None
    )
    for other in others:
        _retire(other, actor=actor, at=at)
    Questionnaire.objects.filter(pk=row.pk).update(
        activated_at=at, activated_by=actor.id, retired_at=None, retired_by=None
    )
    audit.record(actor=actor, action="activate", subject=SUBJECT, subject_id=row.pk, at=at)
    row.refresh_from_db()
    return row


def retire(*, row: Questionnaire, actor: Actor, at: datetime) -> Questionnaire:
    """Take a version out; raise AlreadyRetired. What was answered stays as it is."""
    lock(IMPORTING)
    row.refresh_from_db()
    if row.retired_at is not None:
        raise AlreadyRetired
    _retire(row, actor=actor, at=at)
    row.refresh_from_db()
    return row


def change_licence(
    *, row: Questionnaire, licensing: Licensing, actor: Actor, at: datetime
) -> Questionnaire:
    """Write down another licence. Raises LicenceForbids for one that an active version cannot have.

    Raises LicensingInvalid where the licence asks for a name and none is given.
    """
    lock(IMPORTING)
    row.refresh_from_db()
    attribution = licensing.attribution or row.attribution
    if licensing.licence == Licence.FREE_WITH_CONDITIONS and not attribution.strip():
        sentence = say("Say who is to be named; the licence asks for it.")
        raise LicensingInvalid(sentence, fields={"attribution": [sentence]})
    if row.is_active and licensing.licence not in ALLOWED_LICENCES:
        raise LicenceForbids(
            say("Take the questionnaire out first: this licence does not allow its use.")
        )
    Questionnaire.objects.filter(pk=row.pk).update(
        licence=licensing.licence, attribution=attribution
    )
    audit.record(
        actor=actor, action="license", subject=SUBJECT, subject_id=row.pk, at=at,
        detail=f"{row.licence} to {licensing.licence}",
    )  # fmt: skip
    row.refresh_from_db()
    return row


def _retire(row: Questionnaire, *, actor: Actor, at: datetime) -> None:
    Questionnaire.objects.filter(pk=row.pk).update(retired_at=at, retired_by=actor.id)
    audit.record(actor=actor, action="retire", subject=SUBJECT, subject_id=row.pk, at=at)
