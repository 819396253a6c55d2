"""Late in the American evening, and far in the east: the day is that of whose thing it is.

Then the calendar in Greenwich is a day ahead of the person, or a day behind.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command

from accounts.models import User
from alerts import services as alert_services
from alerts.models import SiteLimit
from backend import demo
from core import audit, clock
from core.audit import Actor
from core.identity import System, acting_as
from family.models import Category, SharedMilestone, ThankYou
from program import selectors
from program.models import Enrolment, Program
from questionnaires.models import Occasion
from questionnaires.services import schedules
from tests.alerts.warnings import client_for_weeks, version_in
from tests.conftest import as_owner
from tests.family import life
from tests.family.sharing import share, shown
from tests.progress.rows import cell
from tests.questionnaires.conftest import ask
from tests.story import STORY_DAY, STORY_TIME

DAY = timedelta(days=1)
NEW_YORK, AUCKLAND = "America/New_York", "Pacific/Auckland"
EVENING = clock.at_wall_clock(STORY_DAY, 21 * 60, NEW_YORK)  # tomorrow in Greenwich
MORNING = clock.at_wall_clock(STORY_DAY + DAY, 8 * 60, AUCKLAND)  # still yesterday in Greenwich
CASES = [(NEW_YORK, EVENING, STORY_DAY), (AUCKLAND, MORNING, STORY_DAY + DAY)]
whose = pytest.mark.parametrize(("zone", "at", "today"), CASES, ids=["evening", "east"])


@pytest.fixture
def program(db):
    """Maya's program."""
    return Program.objects.get(pk=demo.key("Riverside IOP"))


@pytest.fixture
def there(db):
    """Return a function that moves every program, and everybody in one, into a zone."""

    def move(zone: str) -> None:
        with as_owner():
            Program.objects.update(timezone=zone)
            User.objects.update(timezone=zone)

    return move


def test_these_hours_are_on_another_day_in_greenwich():
    assert EVENING.date() == STORY_DAY + DAY
    assert MORNING.date() == STORY_DAY


@whose
def test_the_last_use_may_be_on_the_clients_own_today(browser, maya, there, zone, at, today):
    there(zone)
    with time_machine.travel(at, tick=False):
        tomorrow, now = (
            browser(maya).post("/use-history/", {"last_use_on": day.isoformat()})
            for day in (today + DAY, today)
        )

    assert (tomorrow.status, tomorrow.body["code"]) == (400, "not_yet")
    assert now.status == 201


@whose
def test_what_passes_to_a_relative_carries_the_day_of_the_card(maya, there, zone, at, today):
    there(zone)
    with as_owner():
        luz = life.relative("luz")
        categories = [Category.MESSAGE_OF_THANKS, Category.SOBRIETY_MILESTONE]
        share("maya", luz, at=STORY_TIME - 3 * DAY, categories=categories)
        once = {"client": maya, "recipient": luz, "submission_id": uuid4(), "text": "Soup"}
        ThankYou.objects.create(**once, written_at=at)
        SharedMilestone.objects.create(**once, shared_at=at)

    with time_machine.travel(at, tick=False):
        (card,) = shown(luz).body["shared"]

    assert [note["written_on"] for note in card["message_of_thanks"]] == [today.isoformat()]
    assert [one["shared_on"] for one in card["sobriety_milestone"]] == [today.isoformat()]


@whose
def test_an_enrolment_is_over_when_its_programs_day_is(
    browser, ada, maya, program, there, zone, at, today
):
    there(zone)
    path = f"/enrolments/?client={maya.pk}&current=true"
    with time_machine.travel(at, tick=False):
        found = []
        for until in (today, today + DAY):
            with as_owner():
                Enrolment.objects.filter(client=maya).update(active_until=until)
            found.append(len(browser(ada).get(path).body["results"]))

    assert found == [0, 1]


@whose
def test_the_last_day_over_is_over_at_every_program(program, there, zone, at, today):
    there(zone)
    assert selectors.program_day(at) == today
    assert selectors.last_day_over(at) == today - DAY

    with as_owner():
        Program.objects.create(
            name="West", timezone="Pacific/Honolulu", daytime_phone="808-555-0120",
            on_call_phone="808-555-0129",
        )  # fmt: skip

    assert selectors.last_day_over(at) == min(clock.local_day(at, "Pacific/Honolulu"), today) - DAY


@whose
def test_limits_are_found_from_days_that_are_over(okafor, there, zone, at, today):
    with as_owner():
        version_in("silent")
        client_for_weeks(okafor)
    there(zone)

    alert_services.find_limits(at=at)

    with as_owner():
        assert SiteLimit.objects.latest("computed_at").until == today - DAY


def test_a_trial_from_the_command_line_ends_yesterday(capsys, ada):
    with as_owner():
        version = version_in("silent")

    with time_machine.travel(EVENING, tick=False):
        call_command("backtest", version_name=version.name)

    assert f" to {STORY_DAY - DAY}" in capsys.readouterr().out


@whose
def test_a_change_of_level_makes_it_due_on_the_programs_day(maya, okafor, there, zone, at, today):
    ask(maya, okafor, "phq-9", "on_level_change", window_days=14)
    there(zone)

    with acting_as(System.ASKER):
        schedules.note_level_change(client_id=maya.pk, at=at)

    with as_owner():
        assert Occasion.objects.get().due_on == today


@whose
def test_sums_go_out_with_the_day_on_which_they_were_published_there(
    browser, ada, program, there, zone, at, today
):
    there(zone)
    with as_owner():
        cell(published_at=at).save()

    answer = browser(ada).get(f"/outcomes/{program.pk}/csv/")

    assert today.isoformat() in answer.content.decode()


@whose
def test_the_trail_of_a_day_is_of_the_administrators_day(
    browser, ada, maya, there, zone, at, today
):
    there(zone)
    with as_owner():
        actor = Actor(role="client", id=maya.pk)
        audit.record(
            actor=actor, action="telling", subject="test", subject_id=maya.pk,
            clients=[maya.pk], at=at,
        )  # fmt: skip

    counted = []
    for day in (today - DAY, today, today + DAY):
        days = {"since": day.isoformat(), "until": day.isoformat()}
        body = browser(ada).get("/audit/fhir/", client=str(maya.pk), **days).body
        counted.append(str(body).count(at.isoformat()))

    assert (counted[0], counted[1] > 0, counted[2]) == (0, True, 0)
