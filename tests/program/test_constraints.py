"""What can never be true of enrolments and the timetable, broken on purpose as the owner."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from backend import demo
from program.models import (
    CalendarFeed,
    CannotCome,
    CareTeamMember,
    Enrolment,
    Holiday,
    LevelChange,
    Participant,
    Program,
    Room,
    Series,
    SeriesClinician,
    SeriesMember,
    SeriesSkip,
    Session,
    SessionClinician,
    Track,
    TrackMember,
)
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
FAR = STORY_TIME + 300 * DAY
LINK = "https://video.example.org"


def river():
    return Program.objects.get(pk=demo.key("Riverside IOP"))


def maya():
    return demo.key("maya")


def session(**changes):
    return Session(
        **{
            "program": river(), "kind": "group", "title": "G", "starts_at": FAR,
            "ends_at": FAR + HOUR, **changes,
        }
    )  # fmt: skip


def series(**changes):
    return Series(
        **{
            "program": river(), "kind": "group", "title": "S", "rule": "FREQ=DAILY",
            "anchor_on": STORY_DAY, "starts_on": STORY_DAY, "minute_of_day": 60, "minutes": 60,
            "telehealth_url": LINK, **changes,
        }
    )  # fmt: skip


def enrolment(**changes):
    return Enrolment(
        **{
            "client_id": maya(), "program": river(), "level_of_care": "iop",
            "active_from": STORY_DAY - 90 * DAY, "active_until": STORY_DAY - 60 * DAY, **changes,
        }
    )  # fmt: skip


def level_change(**changes):
    return LevelChange(
        **{
            "enrolment": Enrolment.objects.get(client=maya()), "client_id": maya(),
            "from_level": "iop", "to_level": "php", "reason": "other", "effective_on": STORY_DAY,
            "decided_at": STORY_TIME, "decided_by_id": demo.key("okafor"), **changes,
        }
    )  # fmt: skip


def saved(row):
    row.save(force_insert=True)
    return row


def room(name="R"):
    return saved(Room(program=river(), name=name))


def track(**changes):
    return Track(**{"program": river(), "name": "T", "level_of_care": "iop", **changes})


def member(model, **changes):
    owner = {"track": saved(track())} if model is TrackMember else {"series": saved(series())}
    return lambda **more: model(
        **{**owner, "client_id": maya(), "active_from": STORY_DAY, **changes, **more}
    )


def leader(found, **changes):
    return SessionClinician(
        **{
            "session": found, "clinician_id": demo.key("okafor"), "starts_at": found.starts_at,
            "ends_at": found.ends_at, **changes,
        }
    )  # fmt: skip


def participant(**changes):
    return Participant(**{"session": saved(session()), "client_id": maya(), **changes})


def team_member(**changes):
    return CareTeamMember(
        **{
            "client_id": maya(), "clinician_id": demo.key("grace"), "program": river(),
            "role": "therapist", "active_from": STORY_DAY - 30 * DAY, **changes,
        }
    )  # fmt: skip


def twice(make):
    first = make()
    return [first, make()]


def two_in_a_room():
    place = room()
    return [
        session(room=place),
        session(room=place, starts_at=FAR + HOUR / 2, ends_at=FAR + 2 * HOUR),
    ]


def two_of_a_leader():
    first = saved(session())
    second = saved(session(starts_at=FAR + HOUR / 2, ends_at=FAR + 2 * HOUR))
    return [leader(first), leader(second)]


def feed(number):
    return CalendarFeed(person_id=maya(), token_digest=f"d{number}", made_at=STORY_TIME)


def excuse(found):
    return CannotCome(session=found, client_id=maya(), reason="ill", said_at=STORY_TIME)


def same(make, **values):
    return [make(**values), make(**values)]


BROKEN = {
    "program_enrolment_one_at_a_time": lambda: [
        enrolment(),
        enrolment(active_from=STORY_DAY - 61 * DAY, active_until=STORY_DAY - 50 * DAY)],
    "program_enrolment_six_to_twelve_weeks": lambda: [enrolment(planned_weeks=13)],
    "program_enrolment_discharged_by_someone": lambda: [enrolment(discharged_at=STORY_TIME)],
    "program_levelchange_changes_it": lambda: [level_change(to_level="iop")],
    "program_levelchange_one_to_come": lambda: same(level_change),
    "program_levelchange_withdrawn_by_someone": lambda: [level_change(withdrawn_at=STORY_TIME)],
    "program_careteammember_once_at_a_time": lambda: [
        team_member(active_until=STORY_DAY - 22 * DAY)],
    "program_room_one_open_of_a_name": lambda: same(Room, program=river(), name="R"),
    "program_holiday_once_a_day": lambda: same(Holiday, program=river(), on=STORY_DAY, name="H"),
    "program_track_one_open_of_a_name": lambda: same(track),
    "program_track_has_room": lambda: [track(capacity=0)],
    "program_series_minutes_of_a_day": lambda: [series(minute_of_day=1440)],
    "program_series_ends_after_it_begins": lambda: [series(ends_on=STORY_DAY - DAY)],
    "program_series_one_place": lambda: [series(telehealth_url="")],
    "program_series_topic_of_workshop": lambda: [series(topic="boundaries")],
    "program_series_has_room": lambda: [series(capacity=0)],
    "program_seriesclinician_once_a_series": lambda: same(
        SeriesClinician, series=saved(series()), clinician_id=demo.key("lee")),
    "program_seriesskip_once_a_day": lambda: same(
        SeriesSkip, series=saved(series()), on=STORY_DAY, skipped_at=STORY_TIME,
        skipped_by_id=demo.key("ada")),
    "program_trackmember_ends_after_it_begins": lambda: [
        member(TrackMember)(active_until=STORY_DAY - DAY)],
    "program_trackmember_once_at_a_time": lambda: twice(member(TrackMember)),
    "program_seriesmember_ends_after_it_begins": lambda: [
        member(SeriesMember)(active_until=STORY_DAY - DAY)],
    "program_seriesmember_once_at_a_time": lambda: twice(member(SeriesMember)),
    "program_session_moved_by_someone": lambda: [session(moved_at=STORY_TIME)],
    "program_session_day_of_its_series": lambda: [session(series_on=STORY_DAY)],
    "program_session_once_an_occurrence": lambda: same(
        session, series=saved(series()), series_on=STORY_DAY),
    "program_session_one_place": lambda: [session(room=room(), telehealth_url=LINK)],
    "program_session_topic_of_workshop": lambda: [session(topic="boundaries")],
    "program_session_has_room": lambda: [session(capacity=0)],
    "program_session_room_is_free": two_in_a_room,
    "program_sessionclinician_once_a_session": lambda: same(
        leader, found=saved(session()), stands=False),
    "program_sessionclinician_is_free": two_of_a_leader,
    "program_participant_attendance_by_someone": lambda: [participant(attendance="late")],
    "program_cannotcome_one_in_force": lambda: same(excuse, found=saved(session())),
    "program_calendarfeed_one_in_force": lambda: [feed(1), feed(2)],
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(name):
    with as_owner(), transaction.atomic():
        rows = BROKEN[name]()
        with pytest.raises(IntegrityError) as refusal, transaction.atomic():
            _store(rows)

    assert refusal.value.__cause__.diag.constraint_name == name


def test_a_leader_is_never_booked_for_other_times_than_the_session():
    with as_owner():
        found = saved(session())
        with pytest.raises(IntegrityError) as refusal, transaction.atomic():
            _store([leader(found, ends_at=FAR + 2 * HOUR)])

    name = "program_sessionclinician_times_of_session"
    assert refusal.value.__cause__.diag.constraint_name == name


def test_a_leader_moves_with_the_session():
    with as_owner():
        found = saved(session())
        booked = saved(leader(found))
        Session.objects.filter(pk=found.pk).update(starts_at=FAR + DAY, ends_at=FAR + DAY + HOUR)
        booked.refresh_from_db()

    assert (booked.starts_at, booked.ends_at) == (FAR + DAY, FAR + DAY + HOUR)


def test_a_cancelled_session_and_one_after_the_other_share_a_room():
    with as_owner():
        place = room()
        saved(session(room=place, cancelled_at=STORY_TIME, cancelled_by_id=demo.key("ada")))
        saved(session(room=place))

        assert saved(session(room=place, starts_at=FAR + HOUR, ends_at=FAR + 2 * HOUR)).pk


def _store(rows):
    for row in rows:
        row.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
