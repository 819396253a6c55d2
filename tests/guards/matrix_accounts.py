# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of invitations and lost second factors; see matrix.py."""

from datetime import timedelta
from typing import Any

from accounts.models import Invitation
from backend import demo
from tests.story import STORY_TIME

OPEN = {"invitations/accept/": "whoever is invited has no account yet"}

#                                                   nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET   invitations/                                      401  404  404  404  404  404  404  404  404  404  200
POST  invitations/                                      401  404  404  404  404  404  404  404  404  404  201
other invitations/                                      401  404  404  404  404  404  404  404  404  404  405
POST  invitations/{noor's invitation}/again/            401  404  404  404  404  404  404  404  404  404  200
POST  invitations/{nothing}/again/                      401  404  404  404  404  404  404  404  404  404  404
other invitations/{noor's invitation}/again/            401  404  404  404  404  404  404  404  404  404  405
POST  invitations/{noor's invitation}/withdraw/         401  404  404  404  404  404  404  404  404  404  204
POST  invitations/{nothing}/withdraw/                   401  404  404  404  404  404  404  404  404  404  404
other invitations/{noor's invitation}/withdraw/         401  404  404  404  404  404  404  404  404  404  405
POST  invitations/accept/                               400  400  400  400  400  400  400  400  400  400  400
other invitations/accept/                               405  405  405  405  405  405  405  405  405  405  405
POST  people/{okafor}/second-factor/reset/              401  404  404  404  404  404  404  404  404  404  403
POST  people/{nothing}/second-factor/reset/             401  404  404  404  404  404  404  404  404  404  404
other people/{okafor}/second-factor/reset/              401  404  404  404  404  404  404  404  404  404  405
POST  people/second-factor/reset/                       401  404  404  404  404  404  404  404  404  404  403
other people/second-factor/reset/                       401  404  404  404  404  404  404  404  404  404  405
"""


def objects() -> dict[str, Any]:
    """Return one of each, under the names that the table uses."""
    waiting = Invitation.objects.create(
        email="waits@example.org",
        name="Noor Aziz",
        roles=["client"],
        invited_by_id=demo.key("ada"),
        invited_at=STORY_TIME,
        expires_at=STORY_TIME + timedelta(hours=72),
        token_digest="0" * 64,
    )
    return {"noor's invitation": waiting.pk}


BODIES: tuple[Any, ...] = (
    ("POST people/second-factor/reset/", lambda: {"reason": "lost", "email": "rosa@example.org"}),
    ("POST people/.*/second-factor/reset/", lambda: {"reason": "lost"}),
)
