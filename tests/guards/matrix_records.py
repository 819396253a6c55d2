# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of records; see matrix.py."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from backend import demo
from records.models import (
    AccessRequest,
    Breach,
    Complaint,
    Correction,
    Export,
    PatientNotice,
)
from records.rules.notice import ELEMENTS
from tests.story import STORY_DAY, STORY_TIME

OPEN = {"notice/": "the notice to patients is posted where everybody can read it"}

#                                                            nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    records/exports/                                          401  200  200  200  200  200  200  200  200  200  200
POST   records/exports/                                          401  403  403  403  403  403  403  403  403  403  403
other  records/exports/                                          401  405  405  405  405  405  405  405  405  405  405
GET    records/exports/{maya's export}/                          401  404  200  404  404  404  404  404  404  404  404
GET    records/exports/{nothing}/                                401  404  404  404  404  404  404  404  404  404  404
DELETE records/exports/{maya's export}/                          401  404  409  404  404  404  404  404  404  404  404
other  records/exports/{maya's export}/                          401  405  405  405  405  405  405  405  405  405  405
GET    records/exports/{maya's export}/file/                     401  404  409  404  404  404  404  404  404  404  404
GET    records/exports/{nothing}/file/                           401  404  404  404  404  404  404  404  404  404  404
other  records/exports/{maya's export}/file/                     401  405  405  405  405  405  405  405  405  405  405
GET    records/access-requests/                                  401  200  200  200  404  404  404  404  404  404  404
POST   records/access-requests/                                  401  201  201  201  404  404  404  404  404  404  404
other  records/access-requests/                                  401  405  405  405  404  404  404  404  404  404  404
GET    records/statements/                                       401  200  200  200  404  404  404  404  404  404  404
POST   records/statements/                                       401  201  201  201  404  404  404  404  404  404  404
other  records/statements/                                       401  405  405  405  404  404  404  404  404  404  404
GET    records/statements/copy/                                  401  200  200  200  404  404  404  404  404  404  404
other  records/statements/copy/                                  401  405  405  405  404  404  404  404  404  404  404
GET    records/complaints/                                       401  200  200  200  200  200  200  200  200  200  200
POST   records/complaints/                                       401  201  201  201  201  201  201  201  201  201  201
other  records/complaints/                                       401  405  405  405  405  405  405  405  405  405  405
GET    notice/                                                   200  200  200  200  200  200  200  200  200  200  200
other  notice/                                                   405  405  405  405  405  405  405  405  405  405  405
GET    records/notice/                                           401  200  200  200  404  404  404  404  404  404  404
other  records/notice/                                           401  405  405  405  404  404  404  404  404  404  404
POST   records/notice/shown/                                     401  200  200  200  404  404  404  404  404  404  404
other  records/notice/shown/                                     401  405  405  405  404  404  404  404  404  404  404
POST   records/notice/acknowledged/                              401  200  200  200  404  404  404  404  404  404  404
other  records/notice/acknowledged/                              401  405  405  405  404  404  404  404  404  404  404
POST   records/notice/put-off/                                   401  200  200  200  404  404  404  404  404  404  404
other  records/notice/put-off/                                   401  405  405  405  404  404  404  404  404  404  404
POST   records/notice/mailed/                                    401  200  200  200  404  404  404  404  404  404  404
other  records/notice/mailed/                                    401  405  405  405  404  404  404  404  404  404  404
GET    records/staff/access-requests/                            401  404  404  404  404  404  404  404  404  404  200
POST   records/staff/access-requests/                            401  404  404  404  404  404  404  404  404  404  201
other  records/staff/access-requests/                            401  404  404  404  404  404  404  404  404  404  405
POST   records/staff/access-requests/{maya's request}/extend/    401  404  404  404  404  404  404  404  404  404  200
POST   records/staff/access-requests/{nothing}/extend/           401  404  404  404  404  404  404  404  404  404  404
other  records/staff/access-requests/{maya's request}/extend/    401  404  404  404  404  404  404  404  404  404  405
POST   records/staff/access-requests/{maya's request}/answer/    401  404  404  404  404  404  404  404  404  404  200
POST   records/staff/access-requests/{nothing}/answer/           401  404  404  404  404  404  404  404  404  404  404
other  records/staff/access-requests/{maya's request}/answer/    401  404  404  404  404  404  404  404  404  404  405
GET    records/staff/statements/                                 401  404  404  404  200  200  200  200  404  404  200
other  records/staff/statements/                                 401  404  404  404  405  405  405  405  404  404  405
POST   records/staff/statements/{maya's statement}/answer/       401  404  404  404  200  200  404  404  404  404  200
POST   records/staff/statements/{nothing}/answer/                401  404  404  404  404  404  404  404  404  404  404
other  records/staff/statements/{maya's statement}/answer/       401  404  404  404  405  405  405  405  404  404  405
GET    records/staff/complaints/                                 401  404  404  404  404  404  404  404  404  404  200
other  records/staff/complaints/                                 401  404  404  404  404  404  404  404  404  404  405
POST   records/staff/complaints/written-down/                    401  404  404  404  201  201  201  201  404  404  201
other  records/staff/complaints/written-down/                    401  404  404  404  405  405  405  405  404  404  405
POST   records/staff/complaints/{maya's complaint}/answer/       401  404  404  404  404  404  404  404  404  404  200
POST   records/staff/complaints/{nothing}/answer/                401  404  404  404  404  404  404  404  404  404  404
other  records/staff/complaints/{maya's complaint}/answer/       401  404  404  404  404  404  404  404  404  404  405
GET    records/staff/breaches/                                   401  404  404  404  404  404  404  404  404  404  200
POST   records/staff/breaches/                                   401  404  404  404  404  404  404  404  404  404  201
other  records/staff/breaches/                                   401  404  404  404  404  404  404  404  404  404  405
GET    records/staff/breaches/{a breach}/                        401  404  404  404  404  404  404  404  404  404  200
GET    records/staff/breaches/{nothing}/                         401  404  404  404  404  404  404  404  404  404  404
POST   records/staff/breaches/{a breach}/                        401  404  404  404  404  404  404  404  404  404  201
POST   records/staff/breaches/{nothing}/                         401  404  404  404  404  404  404  404  404  404  404
other  records/staff/breaches/{a breach}/                        401  404  404  404  404  404  404  404  404  404  405
GET    records/staff/notices/                                    401  404  404  404  404  404  404  404  404  404  200
POST   records/staff/notices/                                    401  404  404  404  404  404  404  404  404  404  201
other  records/staff/notices/                                    401  404  404  404  404  404  404  404  404  404  405
GET    records/staff/notices/owed/                               401  404  404  404  404  404  404  404  404  404  200
other  records/staff/notices/owed/                               401  404  404  404  404  404  404  404  404  404  405
POST   clients/{maya}/notice/                                    401  404  404  404  201  201  404  404  404  404  201
POST   clients/{nothing}/notice/                                 401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/notice/                                    401  404  404  404  405  405  405  405  404  404  405
GET    clients/{maya}/session-prep/pdf/                          401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/session-prep/pdf/                           401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/session-prep/pdf/                       401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/session-prep/pdf/                          401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/plans/{safety}/pdf/                        401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/plans/{safety}/pdf/                         401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/plans/{safety}/pdf/                        401  404  404  404  405  405  405  405  404  404  404
GET    plans/{safety}/pdf/                                       401  404  200  404  404  404  404  404  404  404  404
other  plans/{safety}/pdf/                                       401  405  405  405  404  404  404  404  404  404  404
"""


def objects() -> dict[str, Any]:
    """Return one of each, under the names that the table uses."""
    maya = demo.key("maya")
    export = Export.objects.create(
        person_id=maya, asked_at=STORY_TIME, proven_by="password", steps_in_all=5
    )
    request = AccessRequest.objects.create(
        client_id=maya,
        received_on=STORY_DAY,
        received_how="app",
        wants="All",
        form="paper",
        asked_at=STORY_TIME,
        due_on=STORY_DAY + timedelta(days=30),
    )
    statement = Correction.objects.create(
        client_id=maya, kind="correction", part="plans", words="No", written_at=STORY_TIME
    )
    complaint = Complaint.objects.create(
        person_id=maya,
        recorded_by_id=maya,
        received_on=STORY_DAY,
        received_how="app",
        words="x",
        written_at=STORY_TIME,
        told_of_hhs_at=STORY_TIME,
    )
    breach = _a_breach()
    if not PatientNotice.objects.exists():
        PatientNotice.objects.create(
            version=1, effective_on=STORY_DAY, published_at=STORY_TIME, sample=True, **NOTICE
        )
    return {
        "maya's export": export.pk,
        "maya's request": request.pk,
        "maya's statement": statement.pk,
        "maya's complaint": complaint.pk,
        "a breach": breach.series,
    }


def _a_breach() -> Breach:
    return Breach.objects.create(
        version=1,
        discovered_on=STORY_DAY,
        what="x",
        recorded_at=STORY_TIME,
        recorded_by_id=demo.key("ada"),
    )


TEXTS = dict.fromkeys(ELEMENTS, "x")
NOTICE = {
    "contact_name": "Ada",
    "contact_phone": "617-555-0100",
    "contact_email": "p@example.org",
    "sections": {"en": TEXTS, "es": TEXTS},
}
OUTSIDE = {"received_on": str(STORY_DAY), "received_how": "paper"}

BODIES = (
    ("POST records/exports/", lambda: {"password": "not the password"}),
    ("POST records/access-requests/", lambda: {"wants": "All of it"}),
    (
        "POST records/statements/",
        lambda: {"kind": "correction", "part": "plans", "words": "It was Tuesday."},
    ),
    ("POST records/complaints/", lambda: {"words": "x"}),
    (
        "POST records/staff/access-requests/",
        lambda: {"client": str(demo.key("maya")), "wants": "All", **OUTSIDE},
    ),
    ("POST .*extend/", lambda: {"reason": "It is in another building."}),
    ("POST records/staff/access-requests/.*answer/", lambda: {"outcome": "given"}),
    ("POST records/staff/statements/.*answer/", lambda: {"accepted": True}),
    ("POST records/staff/complaints/written-down/", lambda: {"words": "x", **OUTSIDE}),
    ("POST records/staff/complaints/.*answer/", lambda: {"answer": "x"}),
    (
        "POST records/staff/breaches/",
        lambda: {"after": 0, "discovered_on": str(STORY_DAY), "what": str(uuid4())},
    ),
    (
        "POST records/staff/breaches/.*",
        lambda: {"after": 1, "discovered_on": str(STORY_DAY), "what": "x"},
    ),
    ("POST records/staff/notices/", lambda: {"effective_on": str(STORY_DAY), **NOTICE}),
)
