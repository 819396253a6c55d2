"""Records each showing: one disclosure row and one audit entry for each consent relied on."""

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from core import audit
from core.audit import Actor
from family.access.force import InForce
from family.access.shared import Shown
from family.models import Disclosure
from family.texts import NOTICE_VERSION


def record_showing(*, shown: Iterable[Shown], recipient: User, actor: Actor, at: datetime) -> None:
    """Write which categories each card is about to show, in the transaction of the reading."""
    for one in shown:
        record(one.sharing, categories=one.card.shown, recipient=recipient, actor=actor, at=at)


def record(
    sharing: InForce, *, categories: Iterable[str], recipient: User, actor: Actor, at: datetime
) -> None:
    """Write that something of these categories is shown under this consent."""
    Disclosure(
        consent_id=sharing.consent_id, consent_version=sharing.version,
        client_id=sharing.client_id, recipient=recipient, categories=list(categories),
        purpose=sharing.purpose, notice_version=NOTICE_VERSION, disclosed_at=at,
    ).save(force_insert=True)  # fmt: skip
    audit.record(
        actor=actor, action="disclose", subject="family_consent",
        subject_id=sharing.consent_id, clients=[sharing.client_id],
        consent_id=sharing.consent_id, at=at,
    )  # fmt: skip
