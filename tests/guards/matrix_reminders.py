# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of reminders and contact points; see matrix.py."""

from datetime import timedelta

from backend import demo
from delivery.models import ContactPoint, Delivery
from reminders.models import Reminder
from tests.story import STORY_TIME

#                                             nobody  stranger  maya  ben  okafor  nadia  lee  grace  rosa  tom  ada
TABLE = """
GET   reminders/                                     401  200  200  200  404  404  404  404  404  404  404
other reminders/                                     401  405  405  405  404  404  404  404  404  404  404
GET   reminders/count/                               401  200  200  200  404  404  404  404  404  404  404
other reminders/count/                               401  405  405  405  404  404  404  404  404  404  404
POST  reminders/opened/                              401  200  200  200  404  404  404  404  404  404  404
other reminders/opened/                              401  405  405  405  404  404  404  404  404  404  404
GET   reminders/ledger/                              401  200  200  200  404  404  404  404  404  404  404
other reminders/ledger/                              401  405  405  405  404  404  404  404  404  404  404
GET   reminders/preferences/                         401  200  200  200  404  404  404  404  404  404  404
PUT   reminders/preferences/                         401  200  200  200  404  404  404  404  404  404  404
other reminders/preferences/                         401  405  405  405  404  404  404  404  404  404  404
POST  reminders/pause/                               401  200  200  200  404  404  404  404  404  404  404
other reminders/pause/                               401  405  405  405  404  404  404  404  404  404  404
POST  reminders/{maya's reminder}/open/              401  404  200  404  404  404  404  404  404  404  404
POST  reminders/{nothing}/open/                      401  404  404  404  404  404  404  404  404  404  404
other reminders/{maya's reminder}/open/              401  405  405  405  404  404  404  404  404  404  404
POST  reminders/{maya's reminder}/done/              401  404  200  404  404  404  404  404  404  404  404
POST  reminders/{nothing}/done/                      401  404  404  404  404  404  404  404  404  404  404
other reminders/{maya's reminder}/done/              401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/reminders/                      401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/reminders/                       401  404  404  404  404  404  200  404  404  404  404
GET   clients/{nothing}/reminders/                   401  404  404  404  404  404  404  404  404  404  404
other clients/{maya}/reminders/                      401  404  404  404  405  405  405  405  404  404  404
GET   contact-points/                                401  200  200  200  200  200  200  200  200  200  200
other contact-points/                                401  405  405  405  405  405  405  405  405  405  405
POST  contact-points/phone/                          401  409  409  409  409  409  409  409  409  409  409
other contact-points/phone/                          401  405  405  405  405  405  405  405  405  405  405
GET   contact-points/push/                           401  200  200  200  200  200  200  200  200  200  200
POST  contact-points/push/                           401  409  409  409  409  409  409  409  409  409  409
other contact-points/push/                           401  405  405  405  405  405  405  405  405  405  405
POST  contact-points/trial-came/                     204  204  204  204  204  204  204  204  204  204  204
other contact-points/trial-came/                     405  405  405  405  405  405  405  405  405  405  405
DELETE contact-points/{maya's browser}/              401  404  204  404  404  404  404  404  404  404  404
DELETE contact-points/{nothing}/                     401  404  404  404  404  404  404  404  404  404  404
other contact-points/{maya's browser}/               401  405  405  405  405  405  405  405  405  405  405
POST  contact-points/{maya's browser}/confirm/       401  404  200  404  404  404  404  404  404  404  404
POST  contact-points/{nothing}/confirm/              401  404  404  404  404  404  404  404  404  404  404
other contact-points/{maya's browser}/confirm/       401  405  405  405  405  405  405  405  405  405  405
POST  contact-points/{maya's browser}/test/          401  404  409  404  404  404  404  404  404  404  404
POST  contact-points/{nothing}/test/                 401  404  404  404  404  404  404  404  404  404  404
other contact-points/{maya's browser}/test/          401  405  405  405  405  405  405  405  405  405  405
GET   dead-letters/                                  401  404  404  404  404  404  404  404  404  404  200
other dead-letters/                                  401  404  404  404  404  404  404  404  404  404  405
POST  dead-letters/replay/                           401  404  404  404  404  404  404  404  404  404  200
other dead-letters/replay/                           401  404  404  404  404  404  404  404  404  404  405
POST  text-replies/                                  415  415  415  415  415  415  415  415  415  415  415
other text-replies/                                  405  405  405  405  405  405  405  405  405  405  405
"""

OPEN = {
    "text-replies/": "the text provider calls it, and its signature is the permission",
    "contact-points/trial-came/": "a browser's worker has no session; the trial's own id is the permission",
}
BODIES = (
    ("POST reminders/opened/", lambda: {"message": "00000000-0000-4000-8000-000000000000"}),
    (
        "PUT reminders/preferences/",
        lambda: {
            "channels": ["email"], "tone": "plain", "language": "", "kinds": [],
            "quiet_from_minute": 0, "quiet_until_minute": 0,
        },
    ),
    ("POST reminders/pause/", lambda: {"until": (STORY_TIME + timedelta(days=1)).isoformat()}),
    ("POST contact-points/phone/", lambda: {"number": "+1 617 555 0142"}),
    (
        "POST contact-points/push/",
        lambda: {"endpoint": "https://push.example.org/x", "keys": {"p256dh": "x", "auth": "y"}},
    ),
    (
        "POST contact-points/trial-came/",
        lambda: {"message": "00000000-0000-4000-8000-000000000000"},
    ),
    ("POST contact-points/.*confirm/", lambda: {"code": "000000"}),
    (
        "POST dead-letters/replay/",
        lambda: {"deliveries": ["00000000-0000-4000-8000-000000000000"]},
    ),
)  # fmt: skip


def objects():
    """Make what the table names."""
    maya = demo.key("maya")
    reminder = Reminder.objects.create(
        person_id=maya, kind="check_in", occurrence="matrix", on=STORY_TIME.date(),
        wished_at=STORY_TIME, due_at=STORY_TIME, until_at=STORY_TIME + timedelta(hours=1),
        state="sent", channel="app", message=maya, queued_at=STORY_TIME, sent_at=STORY_TIME,
        settled_at=STORY_TIME,
    )  # fmt: skip
    point = ContactPoint.objects.create(
        person_id=maya, channel="push", address="digest", sealed="{}"
    )
    Delivery.objects.create(
        person_id=maya, channel="email", kind="reminder", cause="matrix", due_at=STORY_TIME,
        state="failed", settled_at=STORY_TIME, failure="refused with 550",
    )  # fmt: skip
    return {"maya's reminder": reminder.pk, "maya's browser": point.pk}
