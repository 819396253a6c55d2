# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of consents; see matrix.py.

Signing is refused here for want of the text that was read; a consent of a client of another care
team is as absent as one that never was.
"""

from typing import Any

from backend import demo
from family.models import Restriction
from tests.story import STORY_DAY, STORY_TIME

OPEN: dict[str, str] = {
    "family/invitations/accept/": "whoever holds a link and a code has no account yet",
}

#                                                                 nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    consents/                                                  401  200  200  200  404  404  404  404  404  404  404
POST   consents/                                                  401  400  400  400  404  404  404  404  404  404  404
other  consents/                                                  401  405  405  405  404  404  404  404  404  404  404
GET    consents/categories/                                       401  200  200  200  404  404  404  404  404  404  404
other  consents/categories/                                       401  405  405  405  404  404  404  404  404  404  404
GET    consents/pressure-help/                                    401  200  200  200  404  404  404  404  404  404  404
other  consents/pressure-help/                                    401  405  405  405  404  404  404  404  404  404  404
GET    consents/accounting/                                       401  200  200  200  404  404  404  404  404  404  404
other  consents/accounting/                                       401  405  405  405  404  404  404  404  404  404  404
POST   consents/preview-text/                                     401  403  200  200  404  404  404  404  404  404  404
other  consents/preview-text/                                     401  405  405  405  404  404  404  404  404  404  404
GET    consents/{consent for rosa}/                               401  404  200  404  404  404  404  404  404  404  404
GET    consents/{consent for tom}/                                401  404  200  404  404  404  404  404  404  404  404
GET    consents/{nothing}/                                        401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/                               401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/preview-text/                  401  404  200  404  404  404  404  404  404  404  404
POST   consents/{nothing}/preview-text/                           401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/preview-text/                  401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/amend/                         401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/amend/                                  401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/amend/                         401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/narrow/                        401  404  200  404  404  404  404  404  404  404  404
POST   consents/{consent for tom}/narrow/                         401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/narrow/                                 401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/narrow/                        401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/revoke/                        401  404  200  404  404  404  404  404  404  404  404
POST   consents/{consent for tom}/revoke/                         401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/revoke/                                 401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/revoke/                        401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/pause/                         401  404  200  404  404  404  404  404  404  404  404
POST   consents/{consent for tom}/pause/                          401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/pause/                                  401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/pause/                         401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/resume/                        401  404  409  404  404  404  404  404  404  404  404
POST   consents/{consent for tom}/resume/                         401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/resume/                                 401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/resume/                        401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/invite/                        401  404  409  404  404  404  404  404  404  404  404
POST   consents/{consent for tom}/invite/                         401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/invite/                                 401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/invite/                        401  405  405  405  404  404  404  404  404  404  404
POST   consents/{consent for rosa}/withdraw-invitation/           401  404  409  404  404  404  404  404  404  404  404
POST   consents/{consent for tom}/withdraw-invitation/            401  404  409  404  404  404  404  404  404  404  404
POST   consents/{nothing}/withdraw-invitation/                    401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/withdraw-invitation/           401  405  405  405  404  404  404  404  404  404  404
GET    consents/{consent for rosa}/disclosures/                   401  404  200  404  404  404  404  404  404  404  404
GET    consents/{consent for tom}/disclosures/                    401  404  200  404  404  404  404  404  404  404  404
GET    consents/{nothing}/disclosures/                            401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/disclosures/                   401  405  405  405  404  404  404  404  404  404  404
GET    consents/{consent for rosa}/copy/                          401  404  200  404  200  200  404  404  404  404  404
GET    consents/{nothing}/copy/                                   401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/copy/                          401  405  405  405  405  405  405  405  405  405  405
GET    consents/{consent for rosa}/fhir/                          401  404  200  404  200  200  404  404  404  404  404
GET    consents/{nothing}/fhir/                                   401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/fhir/                          401  405  405  405  405  405  405  405  405  405  405
POST   consents/{consent for rosa}/paper-revocation/              401  404  404  404  200  200  404  404  404  404  200
POST   consents/{consent for tom}/paper-revocation/               401  404  404  404  409  409  404  404  404  404  409
POST   consents/{nothing}/paper-revocation/                       401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/paper-revocation/              401  404  404  404  405  405  405  405  404  404  405
POST   consents/{consent for rosa}/flag-false/                    401  404  404  404  200  200  404  404  404  404  200
POST   consents/{consent for tom}/flag-false/                     401  404  404  404  409  409  404  404  404  404  409
POST   consents/{nothing}/flag-false/                             401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/flag-false/                    401  404  404  404  405  405  405  405  404  404  405
GET    restrictions/                                              401  200  200  200  404  404  404  404  404  404  404
POST   restrictions/                                              401  201  201  201  404  404  404  404  404  404  404
other  restrictions/                                              401  405  405  405  404  404  404  404  404  404  404
POST   restrictions/{maya's restriction}/lift/                    401  404  200  404  404  404  404  404  404  404  404
POST   restrictions/{nothing}/lift/                               401  404  404  404  404  404  404  404  404  404  404
other  restrictions/{maya's restriction}/lift/                    401  405  405  405  404  404  404  404  404  404  404
POST   restrictions/{maya's restriction}/answer/                  401  404  404  404  200  200  404  404  404  404  200
POST   restrictions/{nothing}/answer/                             401  404  404  404  404  404  404  404  404  404  404
other  restrictions/{maya's restriction}/answer/                  401  404  404  404  405  405  405  405  404  404  405
GET    clients/{maya}/consents/                                   401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/consents/                                    401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/consents/                                401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/consents/                                   401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/restrictions/                               401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/restrictions/                                401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/restrictions/                            401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/restrictions/                               401  404  404  404  405  405  405  405  404  404  404
POST   family/invitations/accept/                                 200  200  200  200  200  200  200  200  200  200  200
other  family/invitations/accept/                                 405  405  405  405  405  405  405  405  405  405  405
POST   family/invitations/join/                                   401  200  200  200  200  200  200  200  200  200  200
other  family/invitations/join/                                   401  405  405  405  405  405  405  405  405  405  405
GET    audit/fhir/                                                401  404  404  404  404  404  404  404  404  404  400
other  audit/fhir/                                                401  404  404  404  404  404  404  404  404  404  405
"""


def objects() -> dict[str, Any]:
    """Return what the table names: a request of Maya's that waits for its answer."""
    asked = Restriction.objects.create(client_id=demo.key("maya"), asked_at=STORY_TIME)
    return {"maya's restriction": asked.pk}


SHARE = {"relationship": "aunt", "categories": ["streak"]}
WHOM = {"name": "Lucia Ortega", "email": "lucia@example.net"}
SIGNATURE = {"text_digest": "0" * 64, "adult": True, "password": "a long demo password"}

BODIES = (
    ("POST consents/preview-text/", lambda: {**SHARE, **WHOM}),
    ("POST consents/[^/]*/preview-text/", lambda: SHARE),
    ("POST consents/[^/]*/amend/", lambda: {**SHARE, **SIGNATURE}),
    ("POST consents/[^/]*/narrow/", lambda: {"remove": ["mood_trend"]}),
    (
        "POST consents/[^/]*/paper-revocation/",
        lambda: {"received_how": "letter", "received_on": STORY_DAY.isoformat()},
    ),
    ("POST restrictions/[^/]*/answer/", lambda: {"agreed": True}),
    (
        "POST family/invitations/accept/",
        lambda: {"token": "no such secret", "code": "ABC-DEF", "password": "a long password"},
    ),
    ("POST family/invitations/join/", lambda: {"token": "no such secret", "code": "ABC-DEF"}),
)
