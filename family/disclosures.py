"""Records each showing: one disclosure row and one audit entry for each consent relied on."""

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from core import audit
from core.audit import Actor
from family.access import Shared
from family.models import Disclosure
from family.texts import NOTICE_VERSION


def record_showing(*, shown: Iterable[Shared], recipient: User, actor: Actor, at: datetime) -> None:
    """Write what is about to be shown, in the same transaction as the reading."""
    for shared in shown:
        Disclosure(
            consent_id=shared.consent_id, client_id=shared.client_id, recipient=recipient,
            categories=shared.categories, purpose=shared.purpose,
            notice_version=NOTICE_VERSION, disclosed_at=at,
        ).save(force_insert=True)  # fmt: skip
        audit.record(
            actor=actor, action="disclose", subject="family_consent",
            subject_id=shared.consent_id, clients=[shared.client_id],
            consent_id=shared.consent_id, at=at,
        )  # fmt: skip
