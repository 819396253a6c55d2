"""A person's calendar: words that tell nothing, a secret address, times that are right."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar
from redis.exceptions import RedisError

from core import clock
from core.models import AuditEntry
from program import services
from program.models import CalendarFeed, Session
from program.rules import ical
from program.rules.ical import Appointment
from program.services import calendars
from tests.conftest import as_owner
from tests.http import Browser
from tests.program.stage import ADA, acting, at_clock, room, session
from tests.program.test_recurrence import ZONES, a_session
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db


def address(browser, person, **body):
    answer = browser(person).post("/calendar/", body)
    assert answer.status == 201, answer
    return answer.body["address"].partition("/api/v1")[2]


def read(path):
    return Browser(None).get(path)


def events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_maya_reads_her_sessions_without_a_cookie(browser, maya):
    path = address(browser, maya)

    answer = read(path)

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    with as_owner():
        mine = Session.objects.filter(participants__client=maya)
        assert {str(part["uid"]) for part in events(answer)} == {str(row.pk) for row in mine}


def test_nothing_in_it_says_what_it_is_about(browser, maya):
    path = address(browser, maya)

    text = read(path).content.decode().lower()

    assert {str(part["summary"]) for part in events(read(path))} == {"Appointment"}
    for word in ("group", "okafor", "riverside", "iop", "room", "foothold", "maya", "session"):
        assert word not in text, word


def test_a_room_is_shown_only_when_she_asks_for_it(browser, maya):
    found = session(room("Room 7"))
    with acting("ada"):
        services.invite(session=found, client=maya, actor=ADA, at=STORY_TIME)

    without = read(address(browser, maya))
    beside = read(address(browser, maya, shows_place=True))

    assert b"Room 7" not in without.content
    assert b"LOCATION:Room 7" in beside.content


def test_the_title_follows_her_language(browser, maya):
    with as_owner():
        type(maya).objects.filter(pk=maya.pk).update(language="es")

    assert {str(part["summary"]) for part in events(read(address(browser, maya)))} == {"Cita"}


def test_a_new_address_closes_the_one_before(browser, maya):
    first = address(browser, maya)
    second = address(browser, maya)

    assert (read(first).status, read(second).status) == (404, 200)


def test_closed_unknown_and_disabled_answer_in_the_same_words(browser, maya):
    path = address(browser, maya)
    browser(maya).send("DELETE", "/calendar/")
    closed, unknown = read(path), read("/calendar/no-such-secret/")
    path = address(browser, maya)
    with as_owner():
        type(maya).objects.filter(pk=maya.pk).update(is_active=False)
    disabled = read(path)

    assert {answer.status for answer in (closed, unknown, disabled)} == {404}
    assert len({answer.content for answer in (closed, unknown, disabled)}) == 1


def test_only_a_digest_is_kept_and_the_address_is_shown_once(browser, maya):
    path = address(browser, maya)
    secret = path.strip("/").rpartition("/")[2]

    state = browser(maya).get("/calendar/").body

    with as_owner():
        row = CalendarFeed.objects.get(person=maya, revoked_at=None)
        assert AuditEntry.objects.filter(subject="program_calendarfeed").count() == 1
    assert len(secret) >= 43  # 256 bits
    assert secret not in row.token_digest
    assert row.token_digest == calendars.digest_of(secret)
    assert (state["active"], "address" in state) == (True, False)


def test_a_clinicians_calendar_holds_what_they_lead(browser, okafor, lee):
    found = session()

    okafors, lees = read(address(browser, okafor)), read(address(browser, lee))

    assert {str(part["uid"]) for part in events(okafors)} == {str(found.pk)}
    assert events(lees) == []


def test_a_cancelled_one_says_so_with_a_higher_number(browser, maya):
    found = session()
    with acting("ada"):
        services.invite(session=found, client=maya, actor=ADA, at=STORY_TIME)
        services.move_session(
            session=found, time=services.Time(at_clock(2, 9), 60), room=None,
            telehealth_url=found.telehealth_url, actor=ADA, at=STORY_TIME,
        )  # fmt: skip
        services.cancel_session(session=found, reason="other", actor=ADA, at=STORY_TIME)

    (part,) = [one for one in events(read(address(browser, maya))) if one["uid"] == str(found.pk)]

    assert (str(part["status"]), part["sequence"]) == ("CANCELLED", 2)


def test_asking_too_often_is_refused_for_a_while(browser, maya, monkeypatch):
    monkeypatch.setattr(calendars, "MOST_OF_ONE", 2)
    path, other = address(browser, maya), "/calendar/another/"

    answers = [read(path) for _ in range(3)]

    assert [answer.status for answer in answers] == [200, 200, 429]
    assert answers[-1].body["code"] == "too_often"
    assert read(other).status == 404


def test_one_place_may_not_try_many_secrets(browser, maya, monkeypatch):
    monkeypatch.setattr(calendars, "MOST_FROM_ONE", 0)

    assert read("/calendar/a-guess/").status == 429


def test_calendars_are_read_while_the_cache_is_away(browser, maya, monkeypatch):
    def away(*args):
        raise RedisError

    path = address(browser, maya)
    monkeypatch.setattr(calendars.cache, "add", away)

    assert read(path).status == 200


@pytest.mark.parametrize("zone", ZONES)
def test_times_are_right_on_both_sides_of_every_change(zone):
    days = [date(2026, 3, 6), date(2026, 3, 30), date(2026, 4, 6), date(2026, 10, 5),
            date(2026, 10, 26), date(2026, 11, 2)]  # fmt: skip
    meant = [a_session(day, 9 * 60 + 15, zone, 110) for day in days]
    entries = [
        Appointment(row.pk, row.starts_at, row.ends_at, zone, "", 0, STORY_TIME, cancelled=False)
        for row in meant
    ]

    parsed = Calendar.from_ical(ical.calendar(entries, language="en", shows_place=False))

    found = [(part.start, part.end) for part in parsed.walk("VEVENT")]
    assert found == [(row.starts_at, row.ends_at) for row in meant]
    assert {(start.hour, start.minute) for start, _ in found} == {(9, 15)}
    described = parsed.walk("VTIMEZONE")
    assert [str(part["tzid"]) for part in described] == [zone]
    # Whoever knows no zone by name must find the same moments from the description alone.
    for row, (start, _) in zip(meant, found, strict=True):
        by_description = described[0].to_tz().utcoffset(start.replace(tzinfo=None))
        assert by_description == start.utcoffset(), row.starts_at


def test_an_empty_calendar_is_one(browser, stranger):
    answer = read(address(browser, stranger))

    assert events(answer) == []
    assert Calendar.from_ical(answer.content)["version"] == "2.0"


def test_what_is_long_past_or_far_away_is_left_out(browser, maya):
    now = clock.now()
    with as_owner():
        for days in (-40, 200):
            starts = now + timedelta(days=days)
            Session.objects.create(
                program_id=Session.objects.first().program_id, kind="group", title="far",
                starts_at=starts, ends_at=starts + timedelta(hours=1),
            ).participants.create(client=maya)  # fmt: skip

    starts = [part.start for part in events(read(address(browser, maya)))]

    assert starts
    assert all(timedelta(-31) < start - now < timedelta(181) for start in starts)
