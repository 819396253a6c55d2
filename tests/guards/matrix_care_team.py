# ruff: noqa: E501  (a table is read across)
"""Who gets what from the caseload, live alerts, metrics, the mirror and contact; see matrix.py."""

from typing import Any
from uuid import uuid4

from backend import demo

OPEN: dict[str, str] = {}

#                                                       nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET   caseload/                                         401  404  404  404  200  200  200  200  404  404  404
other caseload/                                         401  404  404  404  405  405  405  405  404  404  404
GET   alerts/changes/                                   401  404  404  404  200  200  200  200  404  404  404
other alerts/changes/                                   401  404  404  404  405  405  405  405  404  404  404
GET   alerts/metrics/                                   401  404  404  404  200  200  200  200  404  404  200
other alerts/metrics/                                   401  404  404  404  405  405  405  405  404  404  405
GET   alerts/metrics/{riverside iop}/                   401  404  404  404  404  404  404  404  404  404  200
GET   alerts/metrics/{nothing}/                         401  404  404  404  404  404  404  404  404  404  404
other alerts/metrics/{riverside iop}/                   401  404  404  404  405  405  405  405  404  404  405
GET   alerts/metrics/{riverside iop}/csv/               401  404  404  404  404  404  404  404  404  404  200
GET   alerts/metrics/{nothing}/csv/                     401  404  404  404  404  404  404  404  404  404  404
other alerts/metrics/{riverside iop}/csv/               401  404  404  404  405  405  405  405  404  404  405
GET   me/alerts/                                        401  200  200  200  404  404  404  404  404  404  404
other me/alerts/                                        401  405  405  405  404  404  404  404  404  404  404
GET   me/contact-requests/                              401  200  200  200  404  404  404  404  404  404  404
POST  me/contact-requests/                              401  201  201  201  404  404  404  404  404  404  404
other me/contact-requests/                              401  405  405  405  404  404  404  404  404  404  404
GET   me/reach/                                         401  200  200  200  404  404  404  404  404  404  404
PUT   me/reach/                                         401  200  200  200  404  404  404  404  404  404  404
other me/reach/                                         401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/reach/                             401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/reach/                              401  404  404  404  404  404  200  404  404  404  404
GET   clients/{nothing}/reach/                          401  404  404  404  404  404  404  404  404  404  404
other clients/{maya}/reach/                             401  404  404  404  405  405  405  405  404  404  404
"""


def objects() -> dict[str, Any]:
    """Return what the table names; there is nothing to make."""
    return {"riverside iop": demo.key("Riverside IOP")}


def _wish() -> dict[str, Any]:
    return {
        "submission_id": str(uuid4()), "timezone": "America/New_York", "phone": "617-555-0142",
    }  # fmt: skip


BODIES = (
    ("POST me/contact-requests/", _wish),
    ("PUT me/reach/", lambda: {"phone": "617-555-0142"}),
)
