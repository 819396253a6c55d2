"""Telling of a lapse: who will see it, in one's own words, later added to; days well go on."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from checkins import rules
from checkins.models import Lapse
from core.models import OutboxEntry
from tests.checkins.diary import card
from tests.checkins.moments import lapse, urge
from tests.conftest import as_owner
from tests.factories import checked_in, client_with_team
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = pytest.mark.usefixtures("_today")
EVERYTHING = {
    "part_of_day": "evening",
    "what": "two beers",
    "led_to": "A fight – 喧嘩",
    "learned": "Call before the second one",
    "needs": ["call_me", "talk_next_session"],
    "need_words": "After six please",
    "mistaken": False,
}
DAYS = st.sets(st.dates(date(2026, 1, 1), date(2026, 3, 31)))


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _put(phone, body, entry=None):
    return phone.send("PUT", f"/lapses/{entry or uuid4()}/", body)


def test_a_day_is_enough(browser, maya):
    answer = _put(browser(maya), lapse())

    assert answer.status == 201, answer
    assert {name: answer.body[name] for name in EVERYTHING} == {
        "part_of_day": "", "what": "", "led_to": "", "learned": "", "needs": [],
        "need_words": "", "mistaken": False,
    }  # fmt: skip


def test_every_word_comes_back_and_what_is_learned_later_is_added(browser, maya, okafor):
    phone, entry = browser(maya), uuid4()
    first = _put(phone, lapse(**{**EVERYTHING, "learned": ""}), entry)

    later = _put(phone, lapse(**EVERYTHING), entry)

    assert (first.status, later.status, later.body["version"]) == (201, 201, 2)
    assert {name: later.body[name] for name in EVERYTHING} == EVERYTHING
    seen = browser(okafor).get(f"/clients/{maya.pk}/lapses/").body["results"]
    assert [row["learned"] for row in seen] == [EVERYTHING["learned"]]
    with as_owner():
        assert OutboxEntry.objects.filter(event="lapse.reported").count() == 2


def test_a_lapse_is_received_once(browser, maya):
    phone, entry, body = browser(maya), uuid4(), lapse(**EVERYTHING)

    first, again = _put(phone, body, entry), _put(phone, body, entry)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    with as_owner():
        assert Lapse.objects.filter(client=maya).count() == 1


@pytest.mark.parametrize(("ago", "status"), [(0, 201), (2, 201), (30, 201), (31, 400), (-1, 400)])
def test_weeks_may_pass_before_somebody_speaks_of_it(browser, maya, ago, status):
    answer = _put(browser(maya), lapse(on=days_ago(ago)))

    assert answer.status == status
    if ago == 31:
        assert answer.body["detail"].startswith("You can tell us here about the last 30 days.")


@pytest.mark.parametrize("recorded_at", [None, "1970-01-01T00:00:00Z"])
def test_what_is_learned_may_come_much_later(browser, maya, recorded_at):
    entry = uuid4()
    _put(browser(maya), lapse(), entry)

    with time_machine.travel(STORY_TIME + timedelta(days=50), tick=False):
        phone, body = browser(maya), lapse(learned="Call first", recorded_at=recorded_at)
        sent = [_put(phone, body, entry) for _ in range(2)]

    assert [answer.status for answer in sent] == [201, 200], sent
    assert (sent[0].body["on"], sent[0].body["version"]) == (days_ago(0), 2)


def test_a_slip_of_the_thumb_is_taken_back_and_stays_on_record(browser, maya, okafor):
    phone, entry = browser(maya), uuid4()
    too_early = _put(phone, lapse(mistaken=True), entry)
    _put(phone, lapse(), entry)

    back = _put(phone, lapse(mistaken=True), entry)

    assert (too_early.status, too_early.body["code"]) == (409, "nothing_to_take_back")
    assert (back.status, back.body["mistaken"]) == (201, True)
    seen = browser(okafor).get(f"/clients/{maya.pk}/lapses/").body["results"]
    assert [row["mistaken"] for row in seen] == [True]
    with as_owner():
        assert Lapse.objects.filter(client=maya).count() == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"part_of_day": "noon"}, "part_of_day"),
        ({"needs": ["money"]}, "needs"),
        ({"what": "x" * 501}, "what"),
        ({"led_to": 5}, "led_to"),
        ({"mistaken": "no"}, "mistaken"),
        ({"amount": 2}, "amount"),
    ],
)
def test_what_is_no_lapse_is_refused_by_its_field(browser, maya, wrong, field):
    refused = _put(browser(maya), lapse(**wrong))

    assert (refused.status, list(refused.body["fields"])) == (400, [field])


# Who will see it.


def test_maya_is_told_before_who_will_see_it(browser, maya, okafor, nadia):
    answer = browser(maya).get("/lapses/who-sees/")

    assert answer.status == 200
    assert [one["name"] for one in answer.body["told_at_once"]] == [okafor.name]
    assert [one["name"] for one in answer.body["may_read"]] == [okafor.name, nadia.name]
    first, second, *rest = answer.body["sentences"]
    assert (okafor.name in first, nadia.name in first) == (True, True)
    assert (okafor.name in second, nadia.name in second) == (True, False)
    assert any("family" in sentence for sentence in rest)
    assert any("Your days well stay counted." in sentence for sentence in rest)


@pytest.mark.django_db
def test_without_a_team_the_office_is_named(browser):
    with as_owner():
        alone = client_with_team()

    answer = browser(alone).get("/lapses/who-sees/").body

    assert (answer["told_at_once"], answer["may_read"]) == ([], [])
    assert answer["sentences"][0].startswith("Nobody is on your care team")


def test_the_sentences_come_in_spanish(browser, maya, okafor):
    with as_owner():
        maya.language = "es"
        maya.save()

    answer = browser(maya).get("/lapses/who-sees/").body

    assert answer["title"] == "Quién lo verá"
    assert okafor.name in answer["sentences"][0]


# Days well.


def test_a_lapse_takes_no_day_but_its_own(browser, maya):
    phone = browser(maya)
    before = phone.get("/days-well/").body

    _put(phone, lapse(on=days_ago(4)))

    after = phone.get("/days-well/").body
    # Maya checked in on thirteen days without use, day 10 was left out.
    assert before == {"total": 13, "run": 13, "since": days_ago(14)}
    assert after == {"total": 12, "run": 3, "since": days_ago(3)}


def test_a_lapse_that_was_a_mistake_gives_its_day_back(browser, maya):
    phone, entry = browser(maya), uuid4()
    before = phone.get("/days-well/").body
    _put(phone, lapse(on=days_ago(4)), entry)

    _put(phone, lapse(on=days_ago(4), mistaken=True), entry)

    assert phone.get("/days-well/").body == before


@pytest.mark.parametrize("told_by", ["check-in", "card", "urge", "lapse"])
def test_use_counts_wherever_it_was_told(browser, maya, told_by):
    phone, total = browser(maya), browser(maya).get("/days-well/").body["total"]
    if told_by == "check-in":
        phone.post("/check-ins/", check_in(used=True))
    elif told_by == "card":
        body = card(urges={"use": {"level": 4, "acted": True}})
        phone.send("PUT", f"/diary-cards/{STORY_DAY.isoformat()}/", body)
    elif told_by == "urge":
        phone.send("PUT", f"/urges/{uuid4()}/", urge(acted=True))
    else:
        _put(phone, lapse())

    assert phone.get("/days-well/").body == {"total": total, "run": 0, "since": None}


def test_self_harm_is_no_day_of_use(browser, maya):
    before = browser(maya).get("/days-well/").body
    browser(maya).send("PUT", f"/urges/{uuid4()}/", urge(acted=True, toward="self_harm"))

    assert browser(maya).get("/days-well/").body == before


def test_the_newest_version_of_a_day_counts(browser, ben):
    with as_owner():
        checked_in(ben, STORY_DAY, used=True)
        checked_in(ben, STORY_DAY, version=2, used=False)

    assert browser(ben).get("/days-well/").body["run"] == 14


@given(DAYS, DAYS, st.sets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=4))
def test_the_total_never_goes_down_by_more_than_the_days_of_use(said, use, later):
    before = rules.days_well(said_no_use=said, use=use)

    after = rules.days_well(said_no_use=said, use=use | later)

    assert before.total - after.total <= len(later)
    assert after.run <= before.run <= before.total <= len(said)
    assert (after.since is None) == (after.run == 0)


@given(DAYS, DAYS)
def test_a_run_is_what_came_after_the_last_use(said, use):
    found = rules.days_well(said_no_use=said, use=use)

    last = max(use, default=date.min)
    run = [day for day in said if day > last]
    assert (found.run, found.since) == (len(run), min(run, default=None))
    assert found.total == len(said - use)
    assert found.since is None or found.since > last
