# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of alerts' life, the rota, pagers and digests; see matrix.py."""

from datetime import timedelta

from alerts import texts
from alerts.models import Pager, RotaShift
from backend import demo
from tests.factories import alert_about
from tests.story import STORY_TIME

DAY = timedelta(days=1)

#                                             nobody  stranger  maya  ben  okafor  nadia  lee  grace  rosa  tom  ada
TABLE = """
POST  alerts/{maya's alert}/undo/                    401  404  404  404  409  409  404  404  404  404  404
POST  alerts/{maya's answered alert}/undo/           401  404  404  404  200  409  404  404  404  404  404
POST  alerts/{nothing}/undo/                         401  404  404  404  404  404  404  404  404  404  404
other alerts/{maya's alert}/undo/                    401  404  404  404  405  405  405  405  404  404  404
GET   alerts/{maya's alert}/hands/                   401  404  404  404  200  200  404  404  404  404  404
GET   alerts/{ben's alert}/hands/                    401  404  404  404  404  404  200  404  404  404  404
GET   alerts/{nothing}/hands/                        401  404  404  404  404  404  404  404  404  404  404
other alerts/{maya's alert}/hands/                   401  404  404  404  405  405  405  405  404  404  404
POST  alerts/{maya's alert}/assign/                  401  404  404  404  200  200  404  404  404  404  404
POST  alerts/{ben's alert}/assign/                   401  404  404  404  404  404  400  404  404  404  404
POST  alerts/{nothing}/assign/                       401  404  404  404  404  404  404  404  404  404  404
other alerts/{maya's alert}/assign/                  401  404  404  404  405  405  405  405  404  404  404
POST  alerts/{maya's alert}/lower/                   401  404  404  404  409  403  404  404  404  404  404
POST  alerts/{ben's alert}/lower/                    401  404  404  404  404  404  409  404  404  404  404
POST  alerts/{nothing}/lower/                        401  404  404  404  404  404  404  404  404  404  404
other alerts/{maya's alert}/lower/                   401  404  404  404  405  405  405  405  404  404  404
POST  alerts/{maya's closed alert}/reopen/           401  404  404  404  200  200  404  404  404  404  404
POST  alerts/{ben's alert}/reopen/                   401  404  404  404  404  404  409  404  404  404  404
POST  alerts/{nothing}/reopen/                       401  404  404  404  404  404  404  404  404  404  404
other alerts/{maya's closed alert}/reopen/           401  404  404  404  405  405  405  405  404  404  404
GET   unreachable-alerts/                            401  404  404  404  404  404  404  404  404  404  200
other unreachable-alerts/                            401  404  404  404  404  404  404  404  404  404  405
POST  unreachable-alerts/{unreachable alert}/name/   401  404  404  404  404  404  404  404  404  404  204
POST  unreachable-alerts/{maya's alert}/name/        401  404  404  404  404  404  404  404  404  404  404
other unreachable-alerts/{unreachable alert}/name/   401  404  404  404  404  404  404  404  404  404  405
GET   rota/                                          401  404  404  404  404  404  404  404  404  404  400
POST  rota/                                          401  404  404  404  404  404  404  404  404  404  201
other rota/                                          401  404  404  404  404  404  404  404  404  404  405
POST  rota/weekly/                                   401  404  404  404  404  404  404  404  404  404  201
other rota/weekly/                                   401  404  404  404  404  404  404  404  404  404  405
DELETE rota/{a turn}/                                401  404  404  404  404  404  404  404  404  404  204
DELETE rota/{nothing}/                               401  404  404  404  404  404  404  404  404  404  404
other rota/{a turn}/                                 401  404  404  404  404  404  404  404  404  404  405
POST  rota/{a turn}/swap/                            401  404  404  404  404  404  404  404  404  404  200
POST  rota/{nothing}/swap/                           401  404  404  404  404  404  404  404  404  404  404
other rota/{a turn}/swap/                            401  404  404  404  404  404  404  404  404  404  405
GET   pagers/                                        401  404  404  404  404  404  404  404  404  404  400
POST  pagers/                                        401  404  404  404  404  404  404  404  404  404  201
other pagers/                                        401  404  404  404  404  404  404  404  404  404  405
DELETE pagers/{a pager}/                             401  404  404  404  404  404  404  404  404  404  204
DELETE pagers/{nothing}/                             401  404  404  404  404  404  404  404  404  404  404
other pagers/{a pager}/                              401  404  404  404  404  404  404  404  404  404  405
POST  pagers/{a pager}/rotate/                       401  404  404  404  404  404  404  404  404  404  200
POST  pagers/{nothing}/rotate/                       401  404  404  404  404  404  404  404  404  404  404
other pagers/{a pager}/rotate/                       401  404  404  404  404  404  404  404  404  404  405
POST  pagers/{a pager}/test/                         401  404  404  404  404  404  404  404  404  404  204
POST  pagers/{nothing}/test/                         401  404  404  404  404  404  404  404  404  404  404
other pagers/{a pager}/test/                         401  404  404  404  404  404  404  404  404  404  405
GET   alarms/                                        401  404  404  404  404  404  404  404  404  404  200
other alarms/                                        401  404  404  404  404  404  404  404  404  404  405
GET   me/watch/                                      401  200  200  200  404  404  404  404  404  404  404
other me/watch/                                      401  405  405  405  404  404  404  404  404  404  404
GET   me/digest/                                     401  404  404  404  200  200  200  200  404  404  404
PUT   me/digest/                                     401  404  404  404  200  200  200  200  404  404  404
other me/digest/                                     401  404  404  404  405  405  405  405  404  404  404
GET   me/agreements/                                 401  200  200  200  200  200  200  200  200  200  200
POST  me/agreements/                                 401  200  200  200  200  200  200  200  200  200  200
other me/agreements/                                 401  405  405  405  405  405  405  405  405  405  405
GET   programs/{riverside}/hours/                    401  404  404  404  404  404  404  404  404  404  200
PUT   programs/{riverside}/hours/                    401  404  404  404  404  404  404  404  404  404  200
GET   programs/{nothing}/hours/                      401  404  404  404  404  404  404  404  404  404  404
other programs/{riverside}/hours/                    401  404  404  404  404  404  404  404  404  404  405
GET   licences/                                      401  404  404  404  404  404  404  404  404  404  200
other licences/                                      401  404  404  404  404  404  404  404  404  404  405
PUT   people/{nadia herself}/licence/                401  404  404  404  404  404  404  404  404  404  204
PUT   people/{maya}/licence/                         401  404  404  404  404  404  404  404  404  404  400
PUT   people/{nothing}/licence/                      401  404  404  404  404  404  404  404  404  404  404
other people/{nadia herself}/licence/                401  404  404  404  404  404  404  404  404  404  405
"""

OPEN: dict[str, str] = {}
NADIA, RIVER = demo.key("nadia"), demo.key("Riverside IOP")
TURN = {"program": str(RIVER), "person": str(NADIA), "place": "backup"}
BODIES = (
    ("POST .*(assign|swap)/", lambda: {"person": str(NADIA)}),
    ("POST unreachable-alerts/.*", lambda: {"person": str(demo.key("lee"))}),
    ("POST alerts/.*(lower|reopen)/", lambda: {"reason": "She called again."}),
    (
        "POST rota/",
        lambda: {
            **TURN, "starts_at": (STORY_TIME + DAY).isoformat(),
            "ends_at": (STORY_TIME + 2 * DAY).isoformat(),
        },
    ),
    (
        "POST rota/weekly/",
        lambda: {
            **TURN, "weekdays": [0, 4], "begins": 1020, "ends": 540, "weeks": 3,
            "first_on": STORY_TIME.date().isoformat(),
        },
    ),
    (
        "POST pagers/",
        lambda: {
            "program": str(RIVER), "label": "New", "address": "https://pager.example.com/in",
            "agreement": "BAA-1", "tiers": ["critical"],
        },
    ),
    ("PUT me/digest/", lambda: {"minute": 480, "weekdays": [0]}),
    ("POST me/agreements/", lambda: {"version": texts.VERSION, "accepted": True}),
    ("PUT programs/.*hours/", lambda: {"hours": [{"weekday": 0, "opens": 480, "closes": 1020}]}),
    ("PUT people/.*licence/", lambda: {"kind": "LICSW"}),
)  # fmt: skip


def objects():
    """Make what the table names."""
    maya, okafor = demo.key("maya"), demo.key("okafor")
    closed = {
        "acknowledged_at": STORY_TIME, "acknowledged_by_id": okafor, "owner_id": okafor,
        "resolved_at": STORY_TIME, "resolved_by_id": okafor, "action": "met", "outcome": "safe",
        "note": "x", "contacted_at": STORY_TIME,
    }  # fmt: skip
    turn = RotaShift.objects.create(
        program_id=RIVER, person_id=okafor, place="on_call", starts_at=STORY_TIME + DAY,
        ends_at=STORY_TIME + 2 * DAY,
    )  # fmt: skip
    pager = Pager.objects.create(
        program_id=RIVER, label="Old", agreement="1", address="https://x.example.com/", secret="s"
    )
    client = type(turn.person).objects.get(pk=maya)
    gone = alert_about(client, tier="critical", unreachable_at=STORY_TIME)
    return {
        "a turn": turn.pk,
        "a pager": pager.pk,
        "unreachable alert": gone.pk,
        "maya's closed alert": alert_about(client, family="use", **closed).pk,
        "riverside": RIVER,
        "nadia herself": NADIA,
    }
