"""From a diary card that came in to the clinicians who are told of it."""

from datetime import timedelta

import pytest
import time_machine

from alerts.models import Alert, Assessment, Step
from core import outbox
from core.models import OutboxEntry
from delivery.models import Delivery
from tests.checkins.diary import TODAY, card, target_for
from tests.conftest import as_owner
from tests.http import check_in
from tests.story import STORY_TIME, days_ago

pytestmark = pytest.mark.django_db
SAFE = {"suicide": {"level": 2, "acted": False}, "self_harm": {"level": 5, "acted": False}}
STRONG_URGE = {"suicide": {"level": 3, "acted": False}}
SELF_HARM = {"self_harm": {"level": None, "acted": True}}
SUICIDE_ACT = {"suicide": {"level": None, "acted": True}}
BOTH = {**STRONG_URGE, **SELF_HARM}


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def hand_in(browser, maya):
    """Return a function with which Maya hands a card in, and which has it looked at."""
    with as_owner():
        OutboxEntry.objects.all().delete()
    phone = browser(maya)

    def send(urges, path=TODAY, **answers):
        answer = phone.send("PUT", path, card(urges=urges, **answers))
        assert answer.status == 201, answer
        outbox.drain(clock=lambda: STORY_TIME)
        return answer.body

    return send


def alerts_about(maya) -> list[Alert]:
    with as_owner():
        return list(Alert.objects.filter(client=maya).order_by("raised_at", "tier"))


@pytest.mark.parametrize(
    ("urges", "tier"),
    [(STRONG_URGE, "high"), (SELF_HARM, "high"), (SUICIDE_ACT, "critical"), (BOTH, "critical")],
)
def test_a_serious_card_is_told_to_mayas_first_clinician(hand_in, maya, okafor, urges, tier):
    handed_in = hand_in(urges)

    (alert,) = alerts_about(maya)
    assert (alert.tier, alert.late) == (tier, False)
    with as_owner():
        told = Step.objects.filter(alert=alert, kind="told").values_list("person_id", flat=True)
        assert list(told) == [okafor.pk]
        assert Delivery.objects.filter(cause__startswith=f"alert:{alert.pk}:").exists()
        assessment = Assessment.objects.get(pk=alert.assessment_id)
    assert assessment.cause == f"diary:{handed_in['id']}"
    assert assessment.rule_version == "diary-1"


def test_a_card_that_asks_for_nobody_is_kept_as_assessed(hand_in, maya):
    handed_in = hand_in(SAFE)

    assert alerts_about(maya) == []
    with as_owner():
        assert Assessment.objects.get(cause=f"diary:{handed_in['id']}").tier == ""


def test_dr_okafor_reads_why_in_the_inbox(hand_in, browser, okafor):
    hand_in(STRONG_URGE)

    (alert,) = browser(okafor).get("/alerts/", state="open").body["results"]

    assert (alert["tier"], alert["rule_version"]) == ("high", "diary-1")
    assert alert["reasons"] == [
        {
            "code": "suicide_urge",
            "tier": "high",
            "sentence": "An urge toward suicide was 3 of 5. Worth a call today.",
            "value": "3 of 5",
            "usual": "",
        }
    ]


def test_high_news_joins_the_open_alert(hand_in, maya):
    hand_in(STRONG_URGE)
    hand_in(SELF_HARM, f"/diary-cards/{days_ago(1)}/")

    (alert,) = alerts_about(maya)
    with as_owner():
        assert Step.objects.filter(alert=alert, kind="joined").count() == 1


def test_a_high_card_is_no_news_of_the_kind_that_a_check_in_told(hand_in, browser, maya):
    browser(maya).post("/check-ins/", check_in(on=days_ago(0), craving=9))
    outbox.drain(clock=lambda: STORY_TIME)
    before = [alert.tier for alert in alerts_about(maya)]

    hand_in(STRONG_URGE)

    assert before == ["medium"]
    found = {(alert.family, alert.tier) for alert in alerts_about(maya)}
    assert found == {("signs", "medium"), ("safety", "high")}


def test_a_critical_card_is_not_bundled_with_milder_news(hand_in, maya):
    hand_in(STRONG_URGE)
    hand_in(SUICIDE_ACT)

    assert sorted(alert.tier for alert in alerts_about(maya)) == ["critical", "high"]


def test_a_card_saved_twice_before_anybody_answered_is_one_piece_of_news(hand_in, maya):
    hand_in(SUICIDE_ACT)
    hand_in(SUICIDE_ACT | {"use": {"level": 4, "acted": None}})

    assert [alert.tier for alert in alerts_about(maya)] == ["critical"]


def test_high_news_does_not_join_an_open_critical_alert(hand_in, maya):
    hand_in(SUICIDE_ACT)
    hand_in(STRONG_URGE)

    assert sorted(alert.tier for alert in alerts_about(maya)) == ["critical", "high"]


def test_a_milder_version_of_the_card_takes_nothing_back(hand_in, maya):
    hand_in(SUICIDE_ACT)
    hand_in(SAFE)

    (alert,) = alerts_about(maya)
    assert (alert.tier, alert.acknowledged_at, alert.resolved_at) == ("critical", None, None)


def test_the_news_of_a_card_is_assessed_once_however_often_it_comes(hand_in, maya):
    hand_in(SUICIDE_ACT)
    with as_owner():
        OutboxEntry.objects.filter(event="diary_card.received").update(
            state="pending", settled_at=None
        )

    outbox.drain(clock=lambda: STORY_TIME)

    assert len(alerts_about(maya)) == 1


def test_a_card_that_waited_for_a_signal_raises_a_late_alert(hand_in, maya):
    hand_in(
        SELF_HARM,
        f"/diary-cards/{days_ago(1)}/",
        recorded_at=(STORY_TIME - timedelta(days=1)).isoformat(),
    )

    (alert,) = alerts_about(maya)
    assert alert.late


def test_acting_on_a_target_of_ones_own_raises_nothing(hand_in, maya, okafor):
    target = target_for(maya, okafor)

    hand_in({}, targets={str(target.pk): {"level": 5, "acted": True}})

    assert alerts_about(maya) == []
