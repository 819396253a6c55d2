"""What carries alerts is watched itself: a part that stands still for five minutes is an alarm."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

from alerts import escalation
from alerts.models import Alarm
from core.models import OutboxEntry
from delivery.models import Delivery
from tests.conftest import as_owner
from tests.story import STORY_TIME

MINUTE = timedelta(minutes=1)


def _quiet():
    with as_owner():
        OutboxEntry.objects.all().delete()
        Delivery.objects.all().delete()


def _waits(ada, **changes):
    with as_owner():
        return Delivery.objects.create(
            **{"person": ada, "channel": "email", "kind": "reminder", "cause": "reminder:x",
               "due_at": STORY_TIME, **changes}
        )  # fmt: skip


def test_s_11_a_dead_queue_is_an_alarm_after_five_minutes_told_once_and_ended(browser, ada):
    _quiet()
    row = _waits(ada)
    raised = [escalation.watch_machinery(at=STORY_TIME + minutes * MINUTE) for minutes in (5, 6, 7)]
    with as_owner():
        told = Delivery.objects.filter(cause__startswith="alarm:", person=ada).count()
        Delivery.objects.exclude(cause__startswith="reminder:").delete()
        Delivery.objects.filter(pk=row.pk).update(state="sent", settled_at=STORY_TIME)
    escalation.watch_machinery(at=STORY_TIME + 8 * MINUTE)

    assert (raised, told) == ([0, 1, 0], 1)
    (alarm,) = browser(ada).get("/alarms/").body["results"]
    assert alarm["part"] == "deliveries"
    assert alarm["ended_at"] == (STORY_TIME + 8 * MINUTE).isoformat().replace("+00:00", "Z")


def test_alarms_come_page_by_page_those_that_still_stand_first(browser, ada):
    with as_owner():
        for number in range(3):
            Alarm.objects.create(
                part="outbox", raised_at=STORY_TIME - number * MINUTE,
                ended_at=STORY_TIME if number < 2 else None,
            )  # fmt: skip
    first = browser(ada).get("/alarms/", page_size="2").body
    cursor = dict(parse_qsl(urlsplit(first["next"]).query))["cursor"]
    second = browser(ada).get("/alarms/", page_size="2", cursor=cursor).body

    ended = [one["ended_at"] is not None for one in first["results"] + second["results"]]
    assert ended == [False, True, True]
    assert second["next"] is None


def test_an_outbox_that_stands_still_and_dead_letters_are_alarms_too(ada):
    _quiet()
    _waits(ada, kind="alert", cause="alert:x", state="failed", settled_at=STORY_TIME)
    with as_owner():
        OutboxEntry.objects.create(event="e", subscriber="s", payload={}, due_at=STORY_TIME)

    escalation.watch_machinery(at=STORY_TIME + 6 * MINUTE)

    with as_owner():
        assert set(Alarm.objects.values_list("part", flat=True)) == {"outbox", "dead_letters"}


def test_a_reminder_that_was_given_up_on_is_no_alarm(ada):
    _quiet()
    _waits(ada, state="failed", settled_at=STORY_TIME)

    assert escalation.watch_machinery(at=STORY_TIME + 6 * MINUTE) == 0
