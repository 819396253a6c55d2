# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of progress; see matrix.py.

Accepting is refused here because another change of Maya's level is planned already.
"""

from typing import Any

from accounts.models import User
from backend import demo
from tests.progress.rows import proposal

OPEN: dict[str, str] = {}

#                                                                 nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    progress/                                                  401  200  200  200  404  404  404  404  404  404  404
other  progress/                                                  401  405  405  405  404  404  404  404  404  404  404
GET    progress/series/                                           401  200  200  200  404  404  404  404  404  404  404
other  progress/series/                                           401  405  405  405  404  404  404  404  404  404  404
GET    progress/milestones/                                       401  200  200  200  404  404  404  404  404  404  404
other  progress/milestones/                                       401  405  405  405  404  404  404  404  404  404  404
POST   progress/milestones/{a milestone}/                         401  409  200  200  404  404  404  404  404  404  404
POST   progress/milestones/{nothing}/                             401  404  404  404  404  404  404  404  404  404  404
other  progress/milestones/{a milestone}/                         401  405  405  405  404  404  404  404  404  404  404
GET    clients/{maya}/progress/series/                            401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/progress/series/                             401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/progress/series/                         401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/progress/series/                            401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/progress/milestones/                        401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/progress/milestones/                         401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/progress/milestones/                     401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/progress/milestones/                        401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/session-prep/                               401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/session-prep/                                401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/session-prep/                            401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/session-prep/                               401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/step-proposals/                             401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/step-proposals/                              401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/step-proposals/                          401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/step-proposals/                             401  404  404  404  200  200  404  404  404  404  404
POST   clients/{ben}/step-proposals/                              401  404  404  404  404  404  200  404  404  404  404
POST   clients/{nothing}/step-proposals/                          401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/step-proposals/                             401  404  404  404  405  405  405  405  404  404  404
POST   clients/{maya}/progress/milestones/{a milestone}/          401  404  404  404  200  200  404  404  404  404  404
POST   clients/{ben}/progress/milestones/{a milestone}/           401  404  404  404  404  404  200  404  404  404  404
POST   clients/{nothing}/progress/milestones/{a milestone}/       401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/progress/milestones/{nothing}/              401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/progress/milestones/{a milestone}/          401  404  404  404  405  405  405  405  404  404  404
GET    step-proposals/                                            401  404  404  404  200  200  200  200  404  404  404
other  step-proposals/                                            401  404  404  404  405  405  405  405  404  404  404
POST   step-proposals/{maya's proposal}/accept/                   401  404  404  404  409  409  404  404  404  404  404
POST   step-proposals/{nothing}/accept/                           401  404  404  404  404  404  404  404  404  404  404
other  step-proposals/{maya's proposal}/accept/                   401  404  404  404  405  405  405  405  404  404  404
POST   step-proposals/{maya's proposal}/decline/                  401  404  404  404  200  200  404  404  404  404  404
POST   step-proposals/{nothing}/decline/                          401  404  404  404  404  404  404  404  404  404  404
other  step-proposals/{maya's proposal}/decline/                  401  404  404  404  405  405  405  405  404  404  404
GET    outcomes/                                                  401  404  404  404  404  404  404  404  404  404  200
other  outcomes/                                                  401  404  404  404  404  404  404  404  404  404  405
GET    outcomes/{riverside}/                                      401  404  404  404  404  404  404  404  404  404  200
GET    outcomes/{nothing}/                                        401  404  404  404  404  404  404  404  404  404  404
other  outcomes/{riverside}/                                      401  404  404  404  404  404  404  404  404  404  405
GET    outcomes/{riverside}/csv/                                  401  404  404  404  404  404  404  404  404  404  200
GET    outcomes/{nothing}/csv/                                    401  404  404  404  404  404  404  404  404  404  404
other  outcomes/{riverside}/csv/                                  401  404  404  404  404  404  404  404  404  404  405
"""


def objects() -> dict[str, Any]:
    """Return one of everything under the names that the table uses; runs as the owner."""
    row = proposal(User.objects.get(pk=demo.key("maya")))
    row.save(force_insert=True)
    return {
        "a milestone": "communication",
        "maya's proposal": row.pk,
        "riverside": demo.key("Riverside IOP"),
    }


BODIES = (
    ("POST .*milestones/.*", lambda: {"reached": True}),
    ("POST step-proposals/.*accept/", lambda: {"reason": "other", "note": "Talked it over."}),
    ("POST step-proposals/.*decline/", lambda: {"note": "Not now."}),
)
