# ruff: noqa: E501  (a table is read across)
"""Who gets what from the family page, its previews, and what a client puts there; see matrix.py."""

from typing import Any

from backend import demo
from care.models import Goal
from family.models import SharedGoal
from tests.story import STORY_TIME

OPEN: dict[str, str] = {}

#                                                                nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    family/shared/                                               401  404  404  404  404  404  404  404  200  200  404
other  family/shared/                                               401  404  404  404  404  404  404  404  405  405  404
GET    family/shared/mark/                                          401  404  404  404  404  404  404  404  200  200  404
other  family/shared/mark/                                          401  404  404  404  404  404  404  404  405  405  404
POST   family/shared/rules/                                         401  404  404  404  404  404  404  404  204  204  404
other  family/shared/rules/                                         401  404  404  404  404  404  404  404  405  405  404
GET    family/shared/{maya}/                                        401  404  404  404  404  404  404  404  200  404  404
GET    family/shared/{ben}/                                         401  404  404  404  404  404  404  404  404  404  404
GET    family/shared/{nothing}/                                     401  404  404  404  404  404  404  404  404  404  404
other  family/shared/{maya}/                                        401  404  404  404  404  404  404  404  405  405  404
GET    consents/preview/                                            401  400  400  400  404  404  404  404  404  404  404
other  consents/preview/                                            401  405  405  405  404  404  404  404  404  404  404
GET    consents/{consent for rosa}/preview/                         401  404  200  404  404  404  404  404  404  404  404
GET    consents/{consent for tom}/preview/                          401  404  409  404  404  404  404  404  404  404  404
GET    consents/{nothing}/preview/                                  401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/preview/                         401  405  405  405  404  404  404  404  404  404  404
GET    consents/{consent for rosa}/support-words/                   401  404  200  404  404  404  404  404  404  404  404
GET    consents/{nothing}/support-words/                            401  404  404  404  404  404  404  404  404  404  404
PUT    consents/{consent for rosa}/support-words/                   401  404  200  404  404  404  404  404  404  404  404
PUT    consents/{nothing}/support-words/                            401  404  404  404  404  404  404  404  404  404  404
other  consents/{consent for rosa}/support-words/                   401  405  405  405  404  404  404  404  404  404  404
GET    shared-goals/                                                401  200  200  200  404  404  404  404  404  404  404
POST   shared-goals/                                                401  404  201  404  404  404  404  404  404  404  404
other  shared-goals/                                                401  405  405  405  404  404  404  404  404  404  404
POST   shared-goals/{maya's shared goal}/withdraw/                  401  404  204  404  404  404  404  404  404  404  404
POST   shared-goals/{nothing}/withdraw/                             401  404  404  404  404  404  404  404  404  404  404
other  shared-goals/{maya's shared goal}/withdraw/                  401  405  405  405  404  404  404  404  404  404  404
"""

MAYAS_GOAL = demo.key("a goal of the matrix")


def objects() -> dict[str, Any]:
    """Return one of each, under the names that the table uses."""
    goals = [
        Goal.objects.create(
            id=key, client_id=demo.key("maya"), title="Walk", added_at=STORY_TIME,
            added_by_id=demo.key("maya"),
        )
        for key in (MAYAS_GOAL, demo.key("another goal of the matrix"))
    ]  # fmt: skip
    shared = SharedGoal.objects.create(
        client_id=demo.key("maya"), goal=goals[1], title="Walk", shared_at=STORY_TIME
    )
    return {"maya's shared goal": shared.pk}


BODIES = (
    ("PUT .*support-words/", lambda: {"words": "Sit with me."}),
    ("POST shared-goals/", lambda: {"goal_id": str(MAYAS_GOAL)}),
)
