"""What can never be true of reminders and contact points, broken on purpose past every service."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from backend import demo
from delivery.models import ContactPoint, PhoneCode, TextConsent
from reminders.models import Preference, Reminder, Setting
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

LATER = STORY_TIME + timedelta(hours=1)
SENT = {"state": "sent", "message": uuid4(), "sent_at": STORY_TIME, "settled_at": STORY_TIME}


def maya():
    return demo.key("maya")


def preference(**changes):
    return Preference(**{"person_id": maya(), **changes})


def setting(**changes):
    return Setting(**{"person_id": maya(), "kind": "session", **changes})


def reminder(**changes):
    values = {
        "person_id": maya(), "kind": "session", "occurrence": "constraint", "on": STORY_DAY,
        "wished_at": STORY_TIME, "due_at": STORY_TIME, "until_at": LATER, **changes,
    }  # fmt: skip
    return Reminder(**values)


def point(**changes):
    values = {
        "person_id": maya(),
        "channel": "sms",
        "address": "a digest",
        "sealed": "+1",
        **changes,
    }
    return ContactPoint(**{"active": False, **values})


def stored_point():
    row = point(address=uuid4().hex)
    row.save(force_insert=True)
    return row


def consent(**changes):
    values = {"person_id": maya(), "point": stored_point(), "given": True, "how": "app"}
    return TextConsent(**{**values, "at": STORY_TIME, **changes})


def code(**changes):
    values = {"person_id": maya(), "point": stored_point(), "digest": "x", "asked_at": STORY_TIME}
    return PhoneCode(**{**values, "expires_at": LATER, **changes})


BROKEN = [
    ("reminders_preference_minutes_of_a_day", lambda: [preference(quiet_from_minute=1440)]),
    ("reminders_preference_minutes_of_a_day", lambda: [preference(quiet_until_minute=1440)]),
    ("reminders_preference_known_channels", lambda: [preference(channels=["pigeon"])]),
    ("reminders_preference_known_channels", lambda: [preference(channels=["sms"] * 4)]),
    ("reminders_preference_known_tone", lambda: [preference(tone="loud")]),
    ("reminders_setting_one_per_kind", lambda: [setting(), setting()]),
    ("reminders_setting_known_kind", lambda: [setting(kind="x")]),
    ("reminders_setting_minutes_of_a_day", lambda: [setting(times=[1440])]),
    ("reminders_setting_minutes_of_a_day", lambda: [setting(times=[-1])]),
    ("reminders_setting_minutes_of_a_day", lambda: [setting(times=list(range(7)))]),
    ("reminders_setting_leads_within_a_fortnight", lambda: [setting(leads=[0])]),
    ("reminders_setting_leads_within_a_fortnight", lambda: [setting(leads=[20161])]),
    ("reminders_setting_leads_within_a_fortnight", lambda: [setting(leads=[1, 2, 3, 4, 5])]),
    ("reminders_reminder_once_per_occurrence", lambda: [reminder(), reminder()]),
    ("reminders_reminder_known_kind", lambda: [reminder(kind="x")]),
    ("reminders_reminder_settled_when_over", lambda: [reminder(settled_at=STORY_TIME)]),
    (
        "reminders_reminder_settled_when_over",
        lambda: [reminder(state="skipped", reason="done")],
    ),
    ("reminders_reminder_says_why_not", lambda: [reminder(reason="done")]),
    (
        "reminders_reminder_says_why_not",
        lambda: [reminder(state="skipped", settled_at=STORY_TIME)],
    ),
    ("reminders_reminder_carried_by_a_message", lambda: [reminder(message=uuid4())]),
    ("reminders_reminder_carried_by_a_message", lambda: [reminder(state="queued")]),
    ("reminders_reminder_sent_at_a_moment", lambda: [reminder(**{**SENT, "sent_at": None})]),
    ("reminders_reminder_sent_at_a_moment", lambda: [reminder(sent_at=STORY_TIME)]),
    (
        "delivery_contactpoint_retired_is_not_active",
        lambda: [point(active=True, verified_at=STORY_TIME, retired_at=STORY_TIME)],
    ),
    ("delivery_contactpoint_telephone_is_verified", lambda: [point(active=True)]),
    ("delivery_contactpoint_sealed_unless_mail", lambda: [point(sealed="")]),
    ("delivery_textconsent_known_way", lambda: [consent(how="guess")]),
    ("delivery_phonecode_five_attempts", lambda: [code(attempts=6)]),
    ("delivery_phonecode_ends_after_it_begins", lambda: [code(expires_at=STORY_TIME)]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "rows"), BROKEN, ids=[f"{name} {place}" for place, (name, _) in enumerate(BROKEN)]
)
def test_the_database_refuses_what_can_never_be_true(name, rows):
    with as_owner(), pytest.raises(IntegrityError) as refusal:
        _store(rows())

    assert refusal.value.__cause__.diag.constraint_name == name


def _store(rows):
    with transaction.atomic():
        type(rows[0]).objects.bulk_create(rows)


@pytest.mark.django_db
def test_the_same_rows_are_stored_when_nothing_is_wrong_with_them():
    with as_owner():
        for row in (
            preference(), setting(), reminder(), reminder(occurrence="sent", **SENT), point(),
            consent(), code(),
        ):  # fmt: skip
            _store([row])
