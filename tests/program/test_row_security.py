"""The second wall: with the app's own filters left out, each reads and writes what is theirs."""

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from backend import demo
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from program import services
from program.models import (
    AttendanceChange,
    CalendarFeed,
    CannotCome,
    CareTeamMember,
    Enrolment,
    Holiday,
    LevelChange,
    Participant,
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
from tests.program.stage import (
    ADA,
    DAY,
    MAYA,
    OKAFOR,
    TOMORROW,
    acting,
    at_clock,
    join,
    river,
    room,
    series,
    session,
    track,
)
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
BY_THE_WALL = "row-level security|permission denied"
# What holds something about a client or a person.
ABOUT_SOMEBODY = (Enrolment, LevelChange, CareTeamMember, TrackMember, SeriesMember, Session,
                  Participant, AttendanceChange, CannotCome, CalendarFeed)  # fmt: skip
# What administrators keep and others have no need of.
KEPT = (Track, Series, SeriesClinician, SeriesSkip)
CLOSED_TO = ("stranger", "lee", "grace", "rosa", "tom")


@pytest.fixture
def everything(maya, okafor):
    """One of each, about Maya."""
    noons, found = track(), session(room("R"), starts_at=at_clock(0, 13))
    daily = series(track=noons, minute=15 * 60)
    join(noons, maya)
    join(daily, maya)
    with acting("ada"):
        services.invite(session=found, client=maya, actor=ADA, at=STORY_TIME)
        services.skip_day(series=daily, on=TOMORROW, actor=ADA, at=STORY_TIME)
        services.add_holiday(
            program=river(), on=STORY_DAY + 9 * DAY, name="H", actor=ADA, at=STORY_TIME
        )
    with acting("maya"):
        services.say_cannot_come(
            session=found, client_id=maya.pk, reason="ill", actor=MAYA, at=STORY_TIME
        )
        services.make_address(person=maya, shows_place=False, actor=MAYA, at=STORY_TIME)
    with acting("okafor"):
        mine = Enrolment.objects.select_related("program").get(client=maya)
        step = services.Step("php", "safety", STORY_DAY)
        services.change_level(enrolment=mine, step=step, actor=OKAFOR, at=STORY_TIME)
        services.record_attendance(
            session=found, visible=Participant.objects.filter(session=found),
            said=[services.Said(maya.pk, "present")], actor=OKAFOR, at=at_clock(0, 14),
        )  # fmt: skip
    return found


def refused(work):
    with pytest.raises(DatabaseError, match=BY_THE_WALL), transaction.atomic():
        work()


def mine_of(person):
    """Return of which models somebody sees a row that is about Maya."""
    maya = demo.key("maya")
    be_person(person.pk)
    return {
        model.__name__ for model in ABOUT_SOMEBODY
        if (model.objects.filter(participants__client=maya) if model is Session
            else model.objects.filter(person=maya) if model is CalendarFeed
            else model.objects.filter(client=maya)).exists()
    }  # fmt: skip


def test_maya_sees_all_that_is_hers_and_nothing_of_how_it_is_kept(everything, maya):
    assert mine_of(maya) == {model.__name__ for model in ABOUT_SOMEBODY}
    assert [model for model in KEPT if model.objects.exists()] == []


def test_her_clinicians_see_all_but_the_address_of_her_calendar(everything, okafor, nadia):
    for person in (okafor, nadia):
        assert mine_of(person) == {
            model.__name__ for model in ABOUT_SOMEBODY if model is not CalendarFeed
        }


@pytest.mark.parametrize("name", CLOSED_TO)
def test_others_see_nothing_of_it(everything, name, request):
    person = request.getfixturevalue(name)
    found = mine_of(person)

    # Grace still sees that she once was on the team: the place is her own.
    assert found == ({"CareTeamMember"} if name == "grace" else set())
    assert [model for model in KEPT if model.objects.exists()] == []


def test_ben_sees_nothing_of_mayas(everything, ben):
    assert mine_of(ben) == set()


def test_ada_keeps_it_and_sees_neither_attendance_changes_nor_excuses(everything, ada):
    found = mine_of(ada)

    assert found.isdisjoint({"AttendanceChange", "CannotCome", "CalendarFeed"})
    assert {"Enrolment", "CareTeamMember", "TrackMember", "Session", "Participant"} <= found
    assert all(model.objects.exists() for model in KEPT)


def test_nobody_sees_nothing(everything):
    be_nobody()

    for model in (*ABOUT_SOMEBODY, *KEPT, SessionClinician, Room, Holiday):
        assert not model.objects.exists(), model


def test_each_part_of_the_program_sees_only_what_its_work_needs(everything):
    for system in System:
        with acting_as(system):
            assert not AttendanceChange.objects.exists(), system
            if system != System.CALENDAR:
                assert not CalendarFeed.objects.exists(), system
            if system != System.TIMETABLE:
                assert not any(model.objects.exists() for model in KEPT), system


def test_the_role_of_relatives_may_not_even_ask(everything, rosa):
    be_person(rosa.pk)

    with as_relative():  # one to which she is invited has its number there, and nothing more
        assert not Session.objects.values("id").exists()
    asked = (one for one in ABOUT_SOMEBODY if one not in {Enrolment, Session})
    for model in (*asked, *KEPT):

        def ask(model=model):
            with as_relative():
                model.objects.count()

        refused(ask)


def test_who_leads_what_is_known_to_staff_and_clients_alone(everything, lee, maya, stranger, rosa):
    seen = {}
    for person in (lee, maya, stranger, rosa):
        be_person(person.pk)
        seen[person.email] = SessionClinician.objects.exists()

    assert list(seen.values()) == [True, True, False, False]


def test_lee_knows_no_client_of_riverside_by_name(everything, lee, maya):
    be_person(lee.pk)

    assert not User.objects.filter(pk=maya.pk).exists()


def test_ada_knows_everybody_by_name(ada, maya, ben):
    be_person(ada.pk)

    assert User.objects.filter(pk__in=[maya.pk, ben.pk]).count() == 2


@pytest.mark.parametrize("name", [*CLOSED_TO, "maya", "okafor"])
def test_only_ada_writes_the_timetable(everything, name, request):
    person = request.getfixturevalue(name)
    with as_owner():
        daily, noons = Series.objects.get(), Track.objects.get()
        before = Session.objects.filter(cancelled_at=None).count()
    be_person(person.pk)

    refused(lambda: Room(program=river(), name="X").save(force_insert=True))
    refused(lambda: Holiday(program=river(), on=STORY_DAY, name="X").save(force_insert=True))
    refused(lambda: _copy(daily))
    refused(lambda: _copy(noons))
    refused(
        lambda: Session(
            program=river(), kind="group", title="X", starts_at=STORY_TIME, ends_at=STORY_TIME + DAY
        ).save(force_insert=True)
    )
    refused(lambda: Participant(session=everything, client=person).save(force_insert=True))
    assert Session.objects.update(cancelled_at=STORY_TIME, cancelled_by=person) == 0
    with as_owner():
        assert Session.objects.filter(cancelled_at=None).count() == before


def _copy(row):
    row.pk = None
    row._state.adding = True
    row.id = demo.key("copy")
    row.save(force_insert=True)


def test_maya_does_not_write_her_own_attendance(everything, maya):
    be_person(maya.pk)

    assert Participant.objects.update(
        attendance="present", attendance_at=STORY_TIME, attendance_by=maya
    ) == 0  # fmt: skip
    refused(
        lambda: AttendanceChange(
            session=everything, client=maya, attendance="late", said_at=STORY_TIME, said_by=maya
        ).save(force_insert=True)
    )


def test_ada_writes_no_attendance(everything, ada, maya):
    be_person(ada.pk)

    assert Participant.objects.update(
        attendance="late", attendance_at=STORY_TIME, attendance_by=ada
    ) == 0  # fmt: skip
    refused(
        lambda: AttendanceChange(
            session=everything, client=maya, attendance="late", said_at=STORY_TIME, said_by=ada
        ).save(force_insert=True)
    )


def test_okafor_says_who_came_in_her_own_name_only(everything, okafor, nadia, maya):
    be_person(okafor.pk)

    refused(
        lambda: Participant.objects.filter(session=everything).update(
            attendance="late", attendance_at=STORY_TIME, attendance_by=nadia
        )
    )
    refused(
        lambda: AttendanceChange(
            session=everything, client=maya, attendance="late", said_at=STORY_TIME, said_by=nadia
        ).save(force_insert=True)
    )


def test_what_was_attended_is_deleted_by_nobody(everything, ada, okafor):
    for person in (ada, okafor):
        be_person(person.pk)
        assert Participant.objects.filter(session=everything).delete()[0] == 0


def test_maya_excuses_nobody_else_and_nothing_that_is_not_hers(everything, maya, ben):
    with as_owner():
        other = Session.objects.exclude(participants__client=maya).first() or session()
    be_person(maya.pk)

    for found, client in ((everything, ben), (other, maya)):
        refused(
            lambda found=found, client=client: CannotCome(
                session=found, client=client, reason="ill", said_at=STORY_TIME
            ).save(force_insert=True)
        )


@pytest.mark.parametrize("name", ["lee", "grace", "rosa", "maya"])
def test_others_change_no_enrolment_and_no_team(everything, name, request, maya):
    person = request.getfixturevalue(name)
    be_person(person.pk)

    assert Enrolment.objects.filter(client=maya).update(level_of_care="php") == 0
    assert CareTeamMember.objects.filter(client=maya).update(active_until=TOMORROW) == 0
    refused(
        lambda: LevelChange(
            enrolment_id=demo.key("maya's enrolment"), client=maya, from_level="php",
            to_level="iop", reason="other", effective_on=STORY_DAY, decided_at=STORY_TIME,
            decided_by=person,
        ).save(force_insert=True)
    )  # fmt: skip
    refused(
        lambda: CareTeamMember(
            client=maya, clinician=person if name != "maya" else demo_user("lee"),
            program=river(), role="therapist", active_from=STORY_DAY,
        ).save(force_insert=True)
    )  # fmt: skip


def demo_user(name):
    return User(pk=demo.key(name))


def test_roles_are_looked_up_once_and_never_without_end(ada, okafor):
    for person, answer in ((ada, True), (okafor, False)):
        be_person(person.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT app_holds('administrator'), count(*) FROM accounts_user")
            assert cursor.fetchone()[0] is answer
    be_nobody()
    with connection.cursor() as cursor:
        cursor.execute("SELECT app_holds('administrator')")
        assert cursor.fetchone() == (False,)
