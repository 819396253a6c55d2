"""A client's weeks: in their own days, gaps as gaps, with what happened beside them."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from checkins.models import PersonalItem
from core.identity import be_person
from core.models import AuditEntry
from program.models import Participant, Session
from progress import services
from progress.selectors import marks
from progress.services import Wish
from skills.models import Practice, Skill
from tests.conftest import as_owner
from tests.factories import checked_in
from tests.progress.forms import scored
from tests.progress.weeks import expected_at, lapse, urge
from tests.story import STORY_DAY, STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _measure(body, key):
    return next(one for one in body["measures"] if one["key"] == key)


def _by_day(body, key):
    return dict(zip(body["days"], _measure(body, key)["values"], strict=True))


def test_maya_sees_her_moods_day_by_day_and_gaps_as_gaps(browser, maya):
    body = browser(maya).get("/progress/series/", weeks="2").body

    moods = _by_day(body, "mood")
    assert len(moods) == 14
    # The demo's Maya left out the tenth day back, and today is not answered yet.
    assert moods[(STORY_DAY - timedelta(days=10)).isoformat()] is None
    assert moods[STORY_DAY.isoformat()] is None
    assert moods[(STORY_DAY - timedelta(days=1)).isoformat()] == 6
    assert _measure(body, "mood")["answered"] == 12
    assert _measure(body, "mood")["usual"] is None


def test_without_a_wish_six_weeks_are_shown(browser, maya):
    body = browser(maya).get("/progress/series/").body

    assert (body["weeks"], len(body["days"]), body["days"][-1]) == (6, 42, STORY_DAY.isoformat())


@pytest.mark.parametrize("weeks", ["0", "3", "99999999999999999999", "two", ""])
def test_other_stretches_are_refused_with_a_sentence(browser, maya, weeks):
    answer = browser(maya).get("/progress/series/", weeks=weeks)

    assert answer.status == 400
    assert answer.body["fields"] == {"weeks": ["Choose 2, 6 or 12 weeks."]}


def test_an_amended_day_shows_its_newest_version(browser, maya):
    with as_owner():
        checked_in(maya, STORY_DAY - timedelta(days=1), version=2, mood=2, sleep_hours="4.5")

    body = browser(maya).get("/progress/series/", weeks="2").body

    assert _by_day(body, "mood")[(STORY_DAY - timedelta(days=1)).isoformat()] == 2
    assert _by_day(body, "sleep_hours")[(STORY_DAY - timedelta(days=1)).isoformat()] == 4.5


def test_her_clinician_sees_what_was_usual_before_each_day(browser, okafor, maya):
    body = browser(okafor).get(f"/clients/{maya.pk}/progress/series/", weeks="2").body

    usual = _measure(body, "mood")["usual"]
    assert len(usual) == 14
    assert usual[0] is None
    assert set(usual[-1]) == {"low", "high", "days"}
    assert usual[-1]["low"] <= usual[-1]["high"]


def test_reading_a_clients_weeks_leaves_a_trace(browser, okafor, maya):
    browser(okafor).get(f"/clients/{maya.pk}/progress/series/")

    with as_owner():
        entry = AuditEntry.objects.filter(actor_id=okafor.pk).latest("position")
    assert (entry.action, entry.subject, entry.client_ids) == ("read", "progress", [maya.pk])


def test_sessions_practices_urges_and_lapses_are_marked(browser, maya, okafor):
    with as_owner():
        expected_at(maya, STORY_TIME - timedelta(days=3), attendance="present", by=okafor)
        expected_at(maya, STORY_TIME - timedelta(days=2), attendance="absent", by=okafor)
        expected_at(maya, STORY_TIME - timedelta(days=1), cancelled_by=okafor)
        Practice.objects.create(
            client=maya, skill=_skill(), submission_id=uuid4(), before=8, after=5, need="craving",
            started_at=STORY_TIME - timedelta(days=4), received_at=STORY_TIME,
        )  # fmt: skip
        urge(maya, STORY_DAY - timedelta(days=5), intensity=7, after=3)
        lapse(maya, STORY_DAY - timedelta(days=6))

    body = browser(maya).get("/progress/series/", weeks="2").body

    past = [one for one in body["sessions"] if one["on"] < STORY_DAY.isoformat()]
    assert [one["attendance"] for one in past] == ["present", "absent"]
    (practised,) = body["practices"]
    assert (practised["change"], practised["need"]) == (3, "craving")
    assert [(one["intensity"], one["after"]) for one in body["urges"]] == [(7, 3)]
    assert [one["on"] for one in body["lapses"]] == [(STORY_DAY - timedelta(days=6)).isoformat()]


def _skill():
    return Skill.objects.create(
        slug=f"s-{uuid4().hex[:8]}", language="en", version="1", published_at=STORY_TIME,
        content={"title": "A skill", "minutes": 3, "needs": ["craving"]},
    )  # fmt: skip


def test_days_well_keep_their_total_when_a_lapse_begins_a_new_run(browser, maya):
    before = browser(maya).get("/progress/series/").body["days_well"]
    with as_owner():
        lapse(maya, STORY_DAY - timedelta(days=3))

    after = browser(maya).get("/progress/series/").body["days_well"]

    assert (before["total"], before["run"]) == (13, 13)
    assert (after["total"], after["run"]) == (12, 2)


def _item(client, by, **fields):
    return PersonalItem.objects.create(
        client=client, set_by=by, set_at=STORY_TIME, label="Calling my old dealer",
        **{"item": uuid4(), "place": 1, "kind": "urge", "scale": "0-10", "toward": "use", **fields},
    )  # fmt: skip


def test_a_personal_item_is_one_series_through_its_versions(browser, maya, okafor):
    with as_owner():
        old = _item(maya, okafor, ended_at=STORY_TIME, ended_by=okafor)
        new = _item(maya, okafor, item=old.item, version=2)
        for days, row, level in ((4, old, 7), (1, new, 2)):
            answer = {"level": level, "value": None, "acted": False}
            checked_in(
                maya, STORY_DAY - timedelta(days=days), version=3, items={str(row.pk): answer}
            )

    (item,) = browser(maya).get("/progress/series/", weeks="2").body["items"]

    assert (item["id"], item["label"]) == (str(old.item), "Calling my old dealer")
    assert [value for value in item["values"] if value is not None] == [7, 2]
    assert [one for one in item["acted"] if one is not None] == [False, False]


def test_yes_is_one_and_no_is_nought(browser, maya, okafor):
    with as_owner():
        row = _item(maya, okafor, kind="habit", scale="yes_no", toward="")
        for days, said in ((2, True), (1, False)):
            answer = {"level": None, "value": said, "acted": None}
            checked_in(
                maya, STORY_DAY - timedelta(days=days), version=3, items={str(row.pk): answer}
            )

    (item,) = browser(maya).get("/progress/series/", weeks="2").body["items"]

    assert [value for value in item["values"] if value is not None] == [1, 0]


def test_an_item_that_ended_and_was_not_answered_in_these_weeks_is_left_out(browser, maya, okafor):
    with as_owner():
        _item(maya, okafor, ended_at=STORY_TIME, ended_by=okafor)

    assert browser(maya).get("/progress/series/").body["items"] == []


def test_totals_of_forms_are_points_with_words_for_their_reader(browser, maya, okafor):
    with as_owner():
        for days, total in ((30, 15), (2, 9), (1, None), (50, 3)):
            scored(maya, "phq-9", STORY_DAY - timedelta(days=days), total=total)

    own = browser(maya).get("/progress/series/").body["questionnaires"]
    hers = browser(okafor).get(f"/clients/{maya.pk}/progress/series/").body["questionnaires"]

    (form,) = own
    assert (form["key"], form["title"], form["low"], form["high"]) == ("phq-9", "Form phq-9", 0, 27)
    assert form["points"][0]["on"] == (STORY_DAY - timedelta(days=30)).isoformat()
    assert [(one["total"], one["band"]) for one in form["points"]] == [
        (15, "some"),
        (9, "a little"),
    ]
    assert [one["band"] for one in hers[0]["points"]] == ["moderate", "mild"]


def test_lee_sees_nothing_of_mayas_weeks(browser, lee, maya):
    assert browser(lee).get(f"/clients/{maya.pk}/progress/series/").status == 404


ZONES = (
    "America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "America/Phoenix",
    "Asia/Kathmandu", "Pacific/Kiritimati",
)  # fmt: skip
CHANGES = (
    datetime(2026, 3, 8, tzinfo=UTC),
    datetime(2026, 10, 25, tzinfo=UTC),
    datetime(2026, 4, 5, tzinfo=UTC),
    datetime(2026, 11, 1, tzinfo=UTC),
)
moments = st.builds(
    lambda base, minutes: base + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-3 * 1440, 3 * 1440),
)


@given(zone=st.sampled_from(ZONES), moment=moments)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_bounds_of_a_persons_days_hold_exactly_the_moments_of_those_days(zone, moment):
    person = User(timezone=zone)
    day = moment.astimezone(ZoneInfo(zone)).date()

    since, until = marks.bounds(person, day, day)

    assert since <= moment < until
    # The oracle knows wall clocks only: a day lasts from its midnight to the next day's.
    assert since.astimezone(ZoneInfo(zone)).date() == day
    assert (until - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)).date() == day
    assert timedelta(hours=22) < until - since < timedelta(hours=26)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("change", CHANGES)
def test_todays_row_is_the_last_wherever_the_client_is(maya, zone, change):
    maya.timezone = zone
    at = change.replace(hour=5)

    found = services.series_of(client=maya, language="en", wish=Wish(weeks=12), at=at)

    today = at.astimezone(ZoneInfo(zone)).date()
    assert found["days"][-1] == today
    assert len(set(found["days"])) == 84


def test_a_session_late_in_the_evening_is_on_the_clients_own_day(maya):
    # 23:30 in New York is the next day in UTC.
    evening = datetime.combine(STORY_DAY - timedelta(days=2), datetime.min.time(), tzinfo=UTC)
    starts = evening.astimezone(ZoneInfo("America/New_York")).replace(hour=23, minute=30)
    with as_owner():
        session = expected_at(maya, starts.astimezone(UTC))
    be_person(maya.pk)

    found = services.series_of(client=maya, language="en", wish=Wish(weeks=2), at=STORY_TIME)

    (mark,) = [one for one in found["sessions"] if one.id == session.pk]
    assert mark.on == starts.date()
    assert isinstance(mark.on, date)


def test_sessions_of_others_are_not_marked(maya, ben):
    with as_owner():
        expected_at(ben, STORY_TIME - timedelta(days=1))
        mine = set(Participant.objects.filter(client=maya).values_list("session_id", flat=True))
        assert Session.objects.exclude(pk__in=mine).exists()
    be_person(maya.pk)

    found = services.series_of(client=maya, language="en", wish=Wish(weeks=2), at=STORY_TIME)

    assert {one.id for one in found["sessions"]} <= mine
