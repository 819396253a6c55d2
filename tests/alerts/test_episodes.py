"""Lapses, urges and items on their way to the care team: one episode is one alert."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from alerts.models import Alert, Assessment
from core import outbox
from delivery.models import Delivery
from tests.checkins.diary import card
from tests.checkins.moments import item_for, lapse, urge
from tests.conftest import as_owner
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

HOUR = timedelta(hours=1)
CLOSING = {
    "action": "called",
    "outcome": "safe",
    "note": "We spoke.",
    "contacted_at": STORY_TIME.isoformat(),
}
pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def phone(browser, maya):
    """Maya's phone; whatever it sends is assessed at once."""

    class Phone:
        def __init__(self):
            self.browser = browser(maya)

        def put(self, path, body):
            return self._drained(self.browser.send("PUT", path, body))

        def post(self, path, body):
            return self._drained(self.browser.post(path, body))

        def lapse(self, entry=None, **words):
            return self.put(f"/lapses/{entry or uuid4()}/", lapse(**words))

        def urge(self, entry=None, **words):
            return self.put(f"/urges/{entry or uuid4()}/", urge(**words))

        def card(self, **urges):
            return self.put(f"/diary-cards/{STORY_DAY.isoformat()}/", card(urges=urges))

        @staticmethod
        def _drained(answer):
            assert answer.status in (200, 201), answer
            outbox.drain(clock=lambda: STORY_TIME + HOUR)
            return answer

    return Phone()


def _alerts(client):
    with as_owner():
        return list(Alert.objects.filter(client=client).order_by("created_at"))


def _steps(alert):
    with as_owner():
        return list(alert.steps.order_by("created_at").values_list("kind", flat=True))


def _codes(alert):
    with as_owner():
        return [reason["code"] for reason in Alert.objects.get(pk=alert.pk).assessment.reasons]


def _close(browser, clinician, alert):
    staff = browser(clinician)
    staff.post(f"/alerts/{alert.pk}/acknowledge/")
    assert staff.post(f"/alerts/{alert.pk}/resolve/", CLOSING).status == 200


def test_a_lapse_is_high_and_reaches_okafor_without_a_word_of_it(phone, maya, okafor):
    phone.lapse(what="canary", led_to="canary", needs=["call_me"])

    (alert,) = _alerts(maya)
    assert (alert.tier, alert.late) == ("high", False)
    assert _codes(alert) == ["return_to_use", "needs_call_me"]
    with as_owner():
        assert Delivery.objects.filter(cause__startswith=f"alert:{alert.pk}:").exists()
        assert "canary" not in str(Assessment.objects.filter(client=maya).values())


def test_a_lapse_that_waited_on_the_phone_is_marked_late(phone, maya):
    phone.lapse(recorded_at=(STORY_TIME - timedelta(days=2)).isoformat(), on=days_ago(2))

    (alert,) = _alerts(maya)
    with as_owner():
        assert (alert.late, alert.assessment.on.isoformat()) == (True, days_ago(2))


FORMS = {
    "check-in": lambda phone: phone.post("/check-ins/", check_in(used=True)),
    "card": lambda phone: phone.card(use={"level": 3, "acted": True}),
    "urge": lambda phone: phone.urge(acted=True),
    "lapse": lambda phone: phone.lapse(),
}
PAIRS = [(first, second) for first in FORMS for second in FORMS if first != second]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_one_episode_told_twice_is_one_alert(phone, maya, first, second):
    FORMS[first](phone)
    FORMS[second](phone)

    (alert,) = _alerts(maya)
    assert _steps(alert) == ["raised", "told", "joined"]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_one_episode_told_again_after_the_call_raises_no_other_alert(
    browser, phone, maya, okafor, first, second
):
    FORMS[first](phone)
    (alert,) = _alerts(maya)
    _close(browser, okafor, alert)

    FORMS[second](phone)

    assert len(_alerts(maya)) == 1
    assert _steps(alert)[-2:] == ["resolved", "joined"]
    assert _alerts(maya)[0].resolved_at is not None


def test_use_told_with_a_critical_answer_is_not_told_again_beside_it(phone, maya):
    phone.post("/check-ins/", check_in(used=True, safety="unsafe"))

    phone.lapse()

    assert [alert.tier for alert in _alerts(maya)] == ["critical"]


def test_what_a_lapse_adds_is_news_even_after_the_call(browser, phone, maya, okafor):
    phone.post("/check-ins/", check_in(used=True))
    _close(browser, okafor, _alerts(maya)[0])

    phone.lapse(needs=["call_me"])

    assert sorted(alert.resolved_at is None for alert in _alerts(maya)) == [False, True]


def test_a_lapse_of_another_day_is_another_episode(browser, phone, maya, okafor):
    phone.lapse(on=days_ago(1))
    _close(browser, okafor, _alerts(maya)[0])

    phone.lapse()

    assert len(_alerts(maya)) == 2


def test_two_lapses_of_a_day_are_two(browser, phone, maya, okafor):
    phone.lapse(part_of_day="morning")
    _close(browser, okafor, _alerts(maya)[0])

    phone.lapse(part_of_day="night")

    assert len(_alerts(maya)) == 2


def test_words_added_to_a_lapse_after_the_call_raise_nothing(browser, phone, maya, okafor):
    entry = uuid4()
    phone.lapse(entry)
    (alert,) = _alerts(maya)
    _close(browser, okafor, alert)

    phone.lapse(entry, learned="Call before the second one")

    assert len(_alerts(maya)) == 1
    assert _steps(alert)[-1] == "joined"


def test_a_mistake_takes_no_alert_back(phone, maya):
    entry = uuid4()
    phone.lapse(entry)

    phone.lapse(entry, mistaken=True)

    (alert,) = _alerts(maya)
    assert (alert.tier, alert.resolved_at, alert.acknowledged_at) == ("high", None, None)
    with as_owner():
        tiers = Assessment.objects.filter(client=maya, cause__startswith="lapse:")
        assert list(tiers.order_by("cause").values_list("tier", flat=True)) == ["high", ""]


def test_asking_for_medical_help_is_critical_and_raises_the_open_lapse(phone, maya):
    entry = uuid4()
    phone.lapse(entry)

    phone.lapse(entry, needs=["medical_help"])

    assert sorted(alert.tier for alert in _alerts(maya)) == ["critical", "high"]


def test_a_strong_urge_joins_the_craving_rule(phone, maya):
    phone.urge(intensity=8)
    assert _alerts(maya) == []

    phone.urge(intensity=9)
    phone.post("/check-ins/", check_in(craving=9))

    (alert,) = _alerts(maya)
    assert (alert.tier, _steps(alert)) == ("medium", ["raised", "bundled", "joined"])


def test_what_came_of_an_urge_raises_nothing_new_after_it_was_closed(browser, phone, maya, okafor):
    entry = uuid4()
    phone.urge(entry, intensity=9)
    _close(browser, okafor, _alerts(maya)[0])

    phone.urge(entry, intensity=9, after=2)
    assert len(_alerts(maya)) == 1

    phone.urge(intensity=10)
    assert len(_alerts(maya)) == 2


def test_two_critical_urges_of_a_day_are_never_bundled(phone, maya):
    first = uuid4()
    phone.urge(first, toward="suicide", acted=True)
    phone.urge(first, toward="suicide", acted=True, did=["called_someone"])

    phone.urge(toward="suicide", acted=True)

    assert [alert.tier for alert in _alerts(maya)] == ["critical", "critical"]
    assert _steps(_alerts(maya)[0]) == ["raised", "told", "joined"]


def test_a_suicidal_urge_is_told_again_however_often(browser, phone, maya, okafor):
    entry = uuid4()
    phone.urge(entry, toward="suicide", intensity=8)
    _close(browser, okafor, _alerts(maya)[0])

    phone.urge(entry, toward="suicide", intensity=8, after=8)

    assert [alert.tier for alert in _alerts(maya)] == ["high", "high"]


@pytest.mark.parametrize(
    ("toward", "answer", "tier"),
    [
        ("self_harm", {"level": 2, "acted": True}, "high"),
        ("self_harm", {"level": 7}, "medium"),
        ("suicide", {"level": 6}, "high"),
        ("suicide", {"level": 0, "acted": True}, "critical"),
        ("use", {"level": 9}, "medium"),
        ("use", {"level": 3, "acted": True}, "high"),
        ("other", {"level": 10, "acted": True}, None),
        ("use", {"level": 8}, None),
    ],
)
def test_items_are_assessed_with_the_check_in(phone, maya, okafor, toward, answer, tier):
    item = item_for(maya, okafor, toward=toward)

    phone.post("/check-ins/", check_in(items={str(item.pk): answer}))

    assert [alert.tier for alert in _alerts(maya)] == ([tier] if tier else [])


def test_an_amended_item_is_assessed_again(phone, maya, okafor):
    item = item_for(maya, okafor, toward="self_harm")
    made = phone.post("/check-ins/", check_in(items={str(item.pk): {"level": 1}})).body
    assert _alerts(maya) == []

    amended = check_in(items={str(item.pk): {"level": 1, "acted": True}})
    phone.post(f"/check-ins/{made['id']}/amendments/", amended)

    (alert,) = _alerts(maya)
    assert (alert.tier, _codes(alert)) == ("high", ["self_harm_act"])


def test_an_unsafe_answer_alone_is_critical_and_the_whole_form_joins_it(phone, maya):
    part = check_in(safety="unsafe")
    del part["mood"]
    phone.post("/check-ins/", part)
    (alert,) = _alerts(maya)
    assert alert.tier == "critical"

    phone.post("/check-ins/", check_in(mood=2, craving=9))

    (alert,) = _alerts(maya)
    assert _steps(alert) == ["raised", "told", "joined"]
    assert _codes(alert) == ["safety", "craving_high"]
