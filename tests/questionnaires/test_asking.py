"""What Maya is asked and when: Dr. Okafor asks, pauses, ends; a new version takes over."""

from datetime import timedelta

import pytest
import time_machine

from core import outbox
from core.identity import System, acting_as, acting_for
from program import events as program_events
from program.models import Enrolment
from questionnaires import selectors
from questionnaires.models import Occasion, Questionnaire, Schedule
from questionnaires.services import schedules
from tests.conftest import as_owner
from tests.questionnaires.conftest import ask, draft, filled
from tests.questionnaires.files import choice, phq_9, whole
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
WISH = {"key": "phq-9", "cadence": "every_2_weeks"}
RESPONSES = "/questionnaire-responses/"


def asking(maya):
    return f"/clients/{maya.pk}/questionnaires/"


def due_for(browser, maya, days=0):
    with time_machine.travel(STORY_TIME + timedelta(days=days), tick=False):
        return browser(maya).get("/questionnaires/due/").body["results"]


def test_okafor_asks_and_it_is_due_for_maya_today(browser, maya, okafor, phq):
    answer = browser(okafor).post(asking(maya), WISH)

    assert (answer.status, answer.body["state"], answer.body["window_days"]) == (201, "open", 7)
    assert answer.body["assigned_by"]["name"] == okafor.name
    (due,) = due_for(browser, maya)
    assert (due["questionnaire"], due["due_on"]) == (str(phq.pk), STORY_DAY.isoformat())
    assert (due["questions"], due["draft"]) == (10, None)


def test_it_is_done_when_it_is_answered_and_due_again_after_two_weeks(browser, maya, asked):
    browser(maya).post(RESPONSES, filled(asked, *[0] * 9))

    due_days = [day for day in range(30) if due_for(browser, maya, day)]

    assert due_days == [*range(14, 21), *range(28, 30)]


def test_what_was_begun_stands_with_what_is_due(browser, maya, asked):
    path, body = draft(asked, 1, 2)
    browser(maya).send("PUT", path, body)

    (due,) = due_for(browser, maya)

    assert due["draft"]["submission_id"] in path
    assert due["draft"]["answers"] == body["answers"]


def test_what_was_begun_and_left_does_not_stand_with_the_next_asking(browser, maya, asked):
    path, body = draft(asked, 1, 2)
    browser(maya).send("PUT", path, body)

    (due,) = due_for(browser, maya, 14)

    assert due["draft"] is None


def test_after_discharge_nothing_is_asked_that_nobody_would_take_in(browser, maya, asked):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY)

    assert due_for(browser, maya) == []
    assert browser(maya).post(RESPONSES, filled(asked, *[0] * 9)).status == 403


def test_one_questionnaire_is_asked_once_however_many_ask_for_it(browser, maya, okafor, asked):
    ask(maya, okafor, "phq-9", "at_intake", window_days=14)

    assert len(due_for(browser, maya)) == 1
    browser(maya).post(RESPONSES, filled(asked, *[0] * 9))
    assert due_for(browser, maya) == []


def test_pausing_and_ending_ask_nothing(browser, maya, okafor, asked):
    with as_owner():
        row = Schedule.objects.get(client=maya)
    path, team = f"{asking(maya)}{row.pk}/", browser(okafor)

    assert team.post(f"{path}pause/").body["state"] == "paused"
    assert team.post(f"{path}pause/").status == 200
    assert due_for(browser, maya) == []
    assert team.post(f"{path}resume/").body["state"] == "open"
    assert len(due_for(browser, maya)) == 1
    assert team.post(f"{path}end/").body["state"] == "ended"
    assert due_for(browser, maya) == []
    for action in ("pause", "resume", "end"):
        answer = team.post(f"{path}{action}/")
        assert (answer.status, answer.body["code"]) == (409, "asking_ended")


def test_the_same_cadence_is_asked_once_at_a_time(browser, maya, okafor, asked):
    answer = browser(okafor).post(asking(maya), WISH)

    assert (answer.status, answer.body["code"]) == (409, "already_asked")
    assert browser(okafor).post(asking(maya), WISH | {"cadence": "once"}).status == 201


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"key": "none"}, "key"),
        ({"cadence": "hourly"}, "cadence"),
        ({"starts_on": (STORY_DAY - timedelta(days=1)).isoformat()}, "starts_on"),
        ({"starts_on": (STORY_DAY + timedelta(days=400)).isoformat()}, "starts_on"),
        ({"window_days": 15}, "window_days"),
        ({"window_days": 29}, "window_days"),
        ({"window_days": 0}, "window_days"),
        ({"window_days": "7"}, "window_days"),
        ({"colour": 1}, "colour"),
    ],
)
def test_a_wrong_wish_is_refused_by_field(browser, maya, okafor, phq, wrong, field):
    answer = browser(okafor).post(asking(maya), WISH | wrong)

    assert (answer.status, list(answer.body["fields"])) == (400, [field])


def test_what_is_not_active_is_not_asked(browser, maya, okafor, importing):
    importing(whole(choice("a")), activate=False, key="small", licence="public_domain")

    answer = browser(okafor).post(asking(maya), WISH | {"key": "small"})

    assert answer.body["fields"] == {"key": ["There is no such questionnaire to ask."]}


def test_a_new_version_takes_over_at_the_next_asking(browser, maya, asked, importing):
    path, body = draft(asked, *[0] * 9)
    browser(maya).send("PUT", path, body)
    newer = importing(phq_9(version="2"))

    # What was begun in the old version is finished in it.
    answer = browser(maya).post(RESPONSES, {**body, "submission_id": path.split("/")[2]})

    assert (answer.status, answer.body["questionnaire"]) == (201, str(asked.pk))
    (due,) = due_for(browser, maya, 14)
    assert due["questionnaire"] == str(newer.pk)


def test_maya_is_asked_in_her_language_where_there_is_one(maya, asked, importing):
    spanish = importing(phq_9(version="1-es", language="es"))

    with acting_for(maya.pk):
        found = selectors.due_for(client=maya.pk, on=STORY_DAY, language="es")
        other = selectors.due_for(client=maya.pk, on=STORY_DAY, language="en")

    assert [one.questionnaire.pk for one in found + other] == [spanish.pk, asked.pk]


def test_what_is_retired_is_due_no_more(browser, maya, ada, asked):
    browser(ada).post(f"/questionnaire-versions/{asked.pk}/retire/")

    assert due_for(browser, maya) == []


def test_a_change_of_level_makes_it_due_once(browser, maya, okafor, phq):
    ask(maya, okafor, "phq-9", "on_level_change", window_days=14)
    ask(maya, okafor, "phq-9", "every_4_weeks", starts_on=STORY_DAY + timedelta(days=60))
    assert due_for(browser, maya) == []

    with acting_as(System.ASKER):
        outbox.publish(
            program_events.LEVEL_CHANGED, at=STORY_TIME, enrolment_id=maya.pk, client_id=maya.pk
        )
    outbox.drain(clock=lambda: STORY_TIME)
    with acting_as(System.ASKER):
        again = schedules.note_level_change(client_id=maya.pk, at=STORY_TIME)

    assert again == 0
    assert len(due_for(browser, maya)) == 1
    with as_owner():
        assert Occasion.objects.get().due_on == STORY_DAY


def test_the_reminder_sees_what_is_due_and_the_others_do_not(maya, asked):
    with acting_as(System.REMINDER):
        found = selectors.due_for(client=maya.pk, on=STORY_DAY)
    with acting_as(System.CARRIER):
        hidden = selectors.due_for(client=maya.pk, on=STORY_DAY)

    assert ([one.questionnaire.key for one in found], hidden) == (["phq-9"], [])


def test_the_team_sees_what_is_asked(browser, maya, nadia, asked):
    (row,) = browser(nadia).get(asking(maya)).body["results"]

    assert (row["key"], row["title"], row["cadence"]) == ("phq-9", "Our PHQ-9", "every_2_weeks")


@pytest.mark.parametrize("reader", ["maya", "okafor", "ada"])
def test_the_form_opens_for_maya_and_for_staff(browser, request, asked, reader):
    answer = browser(request.getfixturevalue(reader)).get(f"/questionnaires/{asked.pk}/form/")

    assert (answer.status, answer.body["attribution"]) == (200, "Whoever is to be named")


@pytest.mark.parametrize("reader", ["ben", "rosa", "stranger"])
def test_the_form_does_not_exist_for_others(browser, request, asked, reader):
    assert (
        browser(request.getfixturevalue(reader)).get(f"/questionnaires/{asked.pk}/form/").status
        == 404
    )


def test_nothing_says_how_a_form_is_scored(browser, maya, asked):
    body = browser(maya).get(f"/questionnaires/{asked.pk}/form/").content.decode()

    assert not any(word in body for word in ("weight", "band", "severe", "ordinal"))
    with as_owner():
        assert Questionnaire.objects.get().scoring
