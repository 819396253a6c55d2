"""What can never be true of an alert's life, the rota and digests; past every service."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alerts.models import (
    Agreement,
    Alarm,
    Alert,
    Assessment,
    Bundled,
    Charge,
    DigestWish,
    Pager,
    RotaGap,
    RotaShift,
)
from alerts.models.digest import Digest
from backend import demo
from program.models import Licence, OpeningHours
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.story import STORY_TIME

LATER, EARLIER = STORY_TIME + timedelta(hours=1), STORY_TIME - timedelta(hours=1)
RIVER, OKAFOR, MAYA = demo.key("Riverside IOP"), demo.key("okafor"), demo.key("maya")
TAKEN = {"acknowledged_at": STORY_TIME, "acknowledged_by_id": OKAFOR}
CLOSED = {**TAKEN, "owner_id": OKAFOR, "resolved_at": STORY_TIME, "resolved_by_id": OKAFOR,
          "action": "met", "outcome": "safe", "note": "x"}  # fmt: skip


def assessment(**changes):
    return Assessment.objects.create(
        client_id=MAYA, cause=str(uuid4()), on=STORY_TIME.date(), rule_version="t",
        assessed_at=STORY_TIME, **changes,
    )  # fmt: skip


def alert(**changes):
    return Alert.objects.create(
        **{"client_id": MAYA, "assessment": assessment(), "tier": "high", "family": "safety",
           "raised_at": STORY_TIME, "due_at": LATER, "due_by": LATER, **changes}
    )  # fmt: skip


def turn(**changes):
    return RotaShift.objects.create(
        **{"program_id": RIVER, "person_id": OKAFOR, "place": "on_call", "starts_at": STORY_TIME,
           "ends_at": LATER, **changes}
    )  # fmt: skip


def gap():
    return RotaGap.objects.create(
        program_id=RIVER, starts_at=STORY_TIME, ends_at=LATER, told_at=STORY_TIME
    )


def charge(about, **changes):
    return Charge.objects.create(
        **{"alert": about, "client_id": MAYA, "person_id": OKAFOR, "since": STORY_TIME,
           "until": LATER, **changes}
    )  # fmt: skip


def bundled(about, **changes):
    return Bundled.objects.create(
        **{"alert": about, "client_id": MAYA, "person_id": OKAFOR, "round": "medium",
           "kept_at": STORY_TIME, **changes}
    )  # fmt: skip


def pager(**changes):
    return Pager.objects.create(
        **{"program_id": RIVER, "label": "P", "agreement": "1", "address": "a", "secret": "s",
           **changes}
    )  # fmt: skip


def agreement():
    return Agreement.objects.create(
        person_id=MAYA, text="not_monitored", version="1", accepted_at=STORY_TIME
    )


def hours(**changes):
    return OpeningHours.objects.create(
        **{"program_id": RIVER, "weekday": 0, "opens": 0, "closes": 9, **changes}
    )


def licence(**changes):
    given = {"person_id": demo.key("nadia"), "kind": "x", "given_at": STORY_TIME}
    return Licence.objects.create(**{**given, **changes})


def digest():
    return Digest.objects.create(person_id=OKAFOR, at=STORY_TIME)


def alarm():
    return Alarm.objects.create(part="outbox", raised_at=STORY_TIME)


def wish(**changes):
    return DigestWish.objects.create(person_id=OKAFOR, **changes)


BROKEN = [
    ("alerts_alert_one_open_routine_per_family", lambda: [alert(), alert(tier="medium")]),
    ("alerts_assessment_known_family", lambda: [assessment(family="mood")]),
    ("alerts_alert_known_tier", lambda: [alert(family="mood")]),
    ("alerts_alert_due_unless_watched", lambda: [alert(due_at=None)]),
    ("alerts_alert_due_unless_watched", lambda: [alert(due_by=None)]),
    ("alerts_alert_due_unless_watched", lambda: [alert(tier="watch")]),
    ("alerts_alert_in_somebodys_hand", lambda: [alert(**TAKEN)]),
    ("alerts_alert_judged_when_resolved", lambda: [alert(contacted_at=STORY_TIME)]),
    ("alerts_alert_judged_when_resolved", lambda: [alert(useful=True)]),
    ("alerts_alert_resolved_after_contact", lambda: [alert(**CLOSED)]),
    (
        "alerts_alert_useless_for_a_reason",
        lambda: [alert(**CLOSED, contacted_at=STORY_TIME, useful=False)],
    ),
    (
        "alerts_alert_useless_for_a_reason",
        lambda: [alert(**CLOSED, contacted_at=STORY_TIME, useless_because="known")],
    ),
    ("alerts_charge_once", lambda: [charge(one := alert()), charge(one)]),
    ("alerts_charge_ends_after_it_begins", lambda: [charge(alert(), until=STORY_TIME)]),
    ("alerts_rotashift_ends_after_it_begins", lambda: [turn(ends_at=STORY_TIME)]),
    ("alerts_rotashift_known_place", lambda: [turn(place="janitor")]),
    (
        "alerts_rotashift_one_at_a_place",
        lambda: [turn(), turn(starts_at=EARLIER, person_id=demo.key("nadia"))],
    ),
    ("alerts_rotagap_told_once", lambda: [gap(), gap()]),
    ("alerts_digestwish_some_minute_of_some_day", lambda: [wish(minute=1440)]),
    ("alerts_digestwish_some_minute_of_some_day", lambda: [wish(weekdays=[])]),
    ("alerts_digestwish_some_minute_of_some_day", lambda: [wish(weekdays=[7])]),
    ("alerts_bundled_once_a_round", lambda: [bundled(one := alert()), bundled(one)]),
    (
        "alerts_bundled_told_or_answered",
        lambda: [bundled(alert(), digest=digest(), answered_at=STORY_TIME)],
    ),
    ("alerts_pager_under_an_agreement", lambda: [pager(agreement="")]),
    ("alerts_pager_one_of_a_label", lambda: [pager(), pager()]),
    ("alerts_agreement_once", lambda: [agreement(), agreement()]),
    ("alerts_alarm_one_of_a_part", lambda: [alarm(), alarm()]),
    ("program_openinghours_once_a_weekday", lambda: [hours(), hours()]),
    ("program_openinghours_within_a_day", lambda: [hours(closes=0)]),
    ("program_openinghours_within_a_day", lambda: [hours(closes=1441)]),
    ("program_openinghours_within_a_day", lambda: [hours(weekday=7)]),
    ("program_licence_one_in_force", lambda: [licence(), licence()]),
    ("program_licence_ends_after_it_begins", lambda: [licence(ended_at=EARLIER)]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "make"), BROKEN, ids=[name for name, _ in BROKEN])
def test_the_database_refuses(name, make):
    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()


def test_what_is_allowed_beside_each_other(maya):
    with as_owner():
        alert_about(maya, tier="high", family="safety")
        alert_about(maya, tier="critical", family="safety")
        alert_about(maya, tier="medium", family="signs")
        alert_about(maya, tier="watch", family="score")
        turn()
        turn(place="backup")
        turn(starts_at=LATER, ends_at=LATER + timedelta(hours=1))

        assert Alert.objects.filter(client=maya, resolved_at=None).count() == 4
