"""Two at once: one room, one clinician, one place, one roster; the database lets one win."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from accounts.models import User
from backend import demo
from core.audit import Actor
from core.identity import System, acting_as, acting_for
from program import services
from program.models import (
    AttendanceChange,
    Enrolment,
    Participant,
    Program,
    Room,
    Session,
    Track,
    TrackMember,
)
from program.services import Occurrence, Pattern, Time
from program.services.refusals import ChangePlanned, Full, Taken
from tests.committed import at_once
from tests.factories import someone
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.usefixtures("committed")
ADA = Actor(role="administrator", id=demo.key("ada"))
OKAFOR = Actor(role="clinician", id=demo.key("okafor"))
DAY = timedelta(days=1)


def river():
    return Program.objects.get(pk=demo.key("Riverside IOP"))


def attempt(work, refusal):
    """Do it as a request would; return what came of it, or the sentence of the refusal."""
    try:
        with transaction.atomic():
            return work()
    except refusal as refused:
        return refused.detail


def test_of_two_who_want_one_room_one_gets_it_and_the_other_is_told_by_what():
    place = Room.objects.create(program=river(), name="Room 2")

    def book(number):
        def work():
            with acting_for(ADA.id):
                what = Occurrence("group", f"Group {number}", [], room=place)
                return services.create_session(
                    program=river(), time=Time(STORY_TIME + DAY, 60), what=what, actor=ADA,
                    at=STORY_TIME,
                )  # fmt: skip

        return attempt(work, Taken)

    found = at_once(4, book)

    made = [one for one in found if isinstance(one, Session)]
    told = [one for one in found if isinstance(one, str)]
    assert (len(made), len(told)) == (1, 3)
    assert all(one.startswith(f"Room 2 is taken by “{made[0].title}” on") for one in told)
    assert Session.objects.filter(room=place).count() == 1


def test_of_two_who_want_one_clinician_one_gets_her():
    nadia = User.objects.get(pk=demo.key("nadia"))

    def book(number):
        def work():
            with acting_for(ADA.id):
                what = Occurrence(
                    "individual", f"Talk {number}", [nadia], telehealth_url="https://v.example.org"
                )
                return services.create_session(
                    program=river(), time=Time(STORY_TIME + DAY, 60), what=what, actor=ADA,
                    at=STORY_TIME,
                )  # fmt: skip

        return attempt(work, Taken)

    found = at_once(3, book)

    assert sum(isinstance(one, Session) for one in found) == 1
    assert all("Nadia Haddad is taken by “Talk" in one for one in found if isinstance(one, str))


def test_several_schedulers_write_each_session_once():
    with acting_for(ADA.id):
        pattern = Pattern(
            "FREQ=DAILY", STORY_DAY + DAY, 600, 60,
            what=Occurrence("group", "G", [], telehealth_url="https://v.example.org"),
        )  # fmt: skip
        made = services.create_series(
            program=river(), track=None, pattern=pattern, actor=ADA, at=STORY_TIME
        )

    def extend(_):
        with acting_as(System.TIMETABLE):
            return services.extend_all(at=STORY_TIME + 7 * DAY)

    found = at_once(4, extend)

    days = list(Session.objects.filter(series=made).values_list("series_on", flat=True))
    assert sum(found) == 7
    assert len(days) == len(set(days)) == 84 + 7


def test_the_last_place_is_given_once():
    track = Track.objects.create(program=river(), name="T", level_of_care="iop", capacity=2)
    clients = [someone(f"c{uuid4().hex[:5]}", "client") for _ in range(5)]
    for client in clients:
        Enrolment.objects.create(
            client=client, program=river(), level_of_care="iop", active_from=STORY_DAY
        )

    def join(number):
        def work():
            with acting_for(ADA.id):
                return services.join_track(
                    track=Track.objects.select_related("program").get(pk=track.pk),
                    client=clients[number], active_from=STORY_DAY + DAY, actor=ADA, at=STORY_TIME,
                )  # fmt: skip

        return attempt(work, Full)

    found = at_once(5, join)

    assert sum(isinstance(one, TrackMember) for one in found) == 2
    assert TrackMember.objects.filter(track=track).count() == 2


def test_one_change_of_level_is_planned_however_many_decide_at_once():
    def decide(_):
        def work():
            with acting_for(OKAFOR.id):
                enrolment = Enrolment.objects.select_related("program").get(client=demo.key("maya"))
                step = services.Step("php", "safety", STORY_DAY + DAY)
                return services.change_level(
                    enrolment=enrolment, step=step, actor=OKAFOR, at=STORY_TIME
                ).to_level

        return attempt(work, ChangePlanned)

    found = at_once(4, decide)

    assert found.count("php") == 1


def test_the_same_list_from_two_screens_is_written_once():
    maya = demo.key("maya")
    found = Session.objects.create(
        program=river(), kind="group", title="G", starts_at=STORY_TIME,
        ends_at=STORY_TIME + timedelta(hours=1),
    )  # fmt: skip
    Participant.objects.create(session=found, client_id=maya)

    def put(_):
        with acting_for(OKAFOR.id):
            return services.record_attendance(
                session=found, visible=Participant.objects.filter(session=found),
                said=[services.Said(maya, "present")], actor=OKAFOR, at=found.ends_at,
            )  # fmt: skip

    assert sorted(at_once(3, put)) == [0, 0, 1]
    assert AttendanceChange.objects.filter(session=found).count() == 1
