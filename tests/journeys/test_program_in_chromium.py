"""A client's side of the program: sessions, calendar, reminders, goals, medication, afterwards."""

import re
import urllib.error
import urllib.request
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from backend import demo
from core import clock
from delivery.models import Delivery
from program.models import Participant, Program, Session
from reminders.models import Reminder
from tests.journeys.chromium import LAPTOP, PHONE, enter, stored_text, wait_for_the_shell
from tests.journeys.live import LiveSystem
from tests.live.phone import Phone

TITLE = "Saying what you need"


@pytest.fixture
def tomorrow(live_system: LiveSystem) -> Session:
    """A workshop of Maya's that is still to come."""
    okafor, maya = (User.objects.get(pk=demo.key(name)) for name in ("okafor", "maya"))
    starts_at = clock.now() + timedelta(days=1)
    session = Session.objects.create(
        program=Program.objects.get(enrolments__client=maya),
        kind="workshop", title=TITLE, topic="communication", place="Room 2",
        starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90),
    )  # fmt: skip
    session.leaders.create(clinician=okafor, starts_at=session.starts_at, ends_at=session.ends_at)
    Participant.objects.create(session=session, client=maya, individually=True)
    return session


def open_week_of(page: Page, session: Session) -> None:
    """Open the timetable at the week that holds a session."""
    page.get_by_role("link", name="See the whole week").click()
    expect(page.get_by_role("heading", name="My sessions")).to_be_visible()
    expect(page.locator(".loading")).to_have_count(0)
    if page.get_by_role("heading", name=TITLE).count() == 0:
        page.get_by_role("button", name="Next week").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def word_of_maya(okafor: Phone, session: Session) -> str | None:
    """Return what the clinician's roster says of Maya."""
    (entry,) = okafor.get(f"/schedule/{session.pk}/").body["entries"]
    reason: str | None = entry["cannot_come"]
    return reason


def test_a_client_says_that_they_cannot_come_and_takes_it_back(
    browser: Browser, live_system: LiveSystem, tomorrow: Session
) -> None:
    okafor = live_system.sign_in("okafor")
    maya = enter(browser, live_system, "maya", size=PHONE)
    open_week_of(maya, tomorrow)
    card = maya.get_by_role("listitem").filter(has_text=TITLE)

    card.get_by_role("button", name=re.compile("can’t make it")).click()
    card.get_by_role("button", name="Tell my care team").click()
    expect(card.get_by_role("alert")).to_contain_text("pick a reason")
    card.get_by_role("radio", name="I am sick").click()
    card.get_by_role("button", name="Tell my care team").click()
    expect(card).to_contain_text("Your care team can see")
    told = word_of_maya(okafor, tomorrow)
    card.get_by_role("button", name="I can come after all").click()
    expect(card.get_by_role("button", name=re.compile("can’t make it"))).to_be_visible()

    assert told == "ill"
    assert word_of_maya(okafor, tomorrow) is None


def test_the_sessions_of_this_week_are_there_without_signal_and_gone_after_sign_out(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.get_by_role("link", name="See the whole week").click()
    days = maya.get_by_role("heading", level=2)
    expect(days.first).to_be_visible()
    before = maya.get_by_role("main").inner_text()

    maya.context.set_offline(True)
    maya.goto("/timetable")
    expect(maya.get_by_role("main")).to_contain_text("This is what we knew last")
    titles = [line for line in before.splitlines() if "Morning group" in line]
    expect(maya.get_by_role("heading", name="Morning group")).to_have_count(len(titles))
    assert "Morning group" not in stored_text(maya)
    maya.context.set_offline(False)
    maya.get_by_role("link", name="Me", exact=True).click()
    maya.get_by_role("button", name="Sign out").click()
    expect(maya.get_by_role("heading", name="Sign in")).to_be_visible()

    assert "week-of-sessions" not in stored_text(maya)


def fetched(address: str) -> tuple[int, str]:
    """Fetch as a calendar app does: with no cookie."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def test_a_calendar_link_says_appointment_until_it_is_stopped(
    browser: Browser, live_system: LiveSystem, tomorrow: Session
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/timetable")

    maya.get_by_role("button", name="Make my calendar link").click()
    shown = maya.get_by_label("Your calendar link").inner_text()
    secret = shown[shown.index("/api/") :]
    status, text = fetched(live_system.url + secret)
    maya.get_by_role("button", name="Stop this link").click()
    maya.get_by_role("button", name="Yes, stop it").click()
    expect(maya.get_by_role("button", name="Make my calendar link")).to_be_visible()

    assert status == 200
    assert "SUMMARY:Appointment" in text
    assert TITLE not in text
    assert fetched(live_system.url + secret)[0] == 404


def a_message_to_maya() -> UUID:
    """Return the id in the link of a mail that reminded her of her check-in an hour ago."""
    now, carried = clock.now(), uuid4()
    then = now - timedelta(hours=1)
    Reminder.objects.create(
        person_id=demo.key("maya"), kind="check_in", occurrence="a journey", on=now.date(),
        wished_at=then, due_at=then, until_at=now + timedelta(hours=2), state="sent",
        channel="email", message=carried, queued_at=then, sent_at=then, settled_at=then,
    )  # fmt: skip
    mail = Delivery.objects.create(
        person_id=demo.key("maya"), channel="email", kind="reminder", cause=f"reminder:{carried}",
        due_at=then, state=Delivery.State.SENT, settled_at=then,
    )  # fmt: skip
    return UUID(str(mail.pk))


def test_the_ledger_tells_what_was_sent_and_that_it_was_opened(
    browser: Browser, live_system: LiveSystem
) -> None:
    message = a_message_to_maya()
    maya = enter(browser, live_system, "maya", size=PHONE)

    maya.goto(f"/today?r={message}")
    expect(maya.get_by_role("heading", name="Sessions today")).to_be_visible()
    assert str(message) not in maya.url
    live_system.until(
        lambda: Reminder.objects.filter(occurrence="a journey", opened_at__isnull=False).exists(),
        "the opening to be told",
    )
    maya.goto("/me/ledger")

    line = maya.get_by_role("listitem").filter(has_text="Sent by e-mail")
    expect(line.first).to_contain_text("Check-in")
    expect(line.first).to_contain_text("Opened")


def test_wishes_for_reminders_are_kept_at_once(browser: Browser, live_system: LiveSystem) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.get_by_role("link", name="Me", exact=True).click()
    maya.get_by_role("link", name=re.compile("^Reminders and quiet hours")).click()

    maya.get_by_role("switch", name="Check-in").click()
    maya.get_by_label("From").fill("20:15")
    expect(maya.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    maya.reload()

    expect(maya.get_by_role("switch", name="Check-in")).not_to_be_checked()
    expect(maya.get_by_label("From")).to_have_value("20:15")
    kept = live_system.sign_in("maya").get("/reminders/preferences/").body
    assert kept["quiet_from_minute"] == 20 * 60 + 15


def test_a_goal_is_begun_and_its_step_ticked(browser: Browser, live_system: LiveSystem) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/plan/goals")

    maya.get_by_role("button", name="Add a goal").click()
    maya.get_by_label("What do you want?").fill("Sleep through the night")
    maya.get_by_role("button", name="Save this goal").click()
    goal = maya.get_by_role("article", name="Sleep through the night")
    goal.get_by_role("button", name=re.compile("^Add a step")).click()
    goal.get_by_label("Next small step").fill("Phone out of the bedroom")
    goal.get_by_role("button", name="Add", exact=True).click()
    goal.get_by_role("checkbox", name="Phone out of the bedroom").click()

    expect(goal).to_contain_text("1 of 1 step done")


def test_what_was_noticed_with_a_medication_reaches_the_care_team(
    browser: Browser, live_system: LiveSystem
) -> None:
    okafor = live_system.sign_in("okafor")
    client = live_system.sign_in("maya").get("/me/").body["id"]
    body = {"name": "Naltrexone", "dose_text": "One tablet in the morning", "times": [480]}
    okafor.post(f"/clients/{client}/medications/", body)
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/plan/medications")
    card = maya.get_by_role("article", name="Naltrexone")

    card.get_by_role("radio", name="Taken").click()
    expect(card.get_by_role("button", name=re.compile("^Clear"))).to_be_visible()
    card.get_by_role("button", name=re.compile("^I noticed something")).click()
    expect(card).to_contain_text("not at once")
    card.get_by_label(re.compile("^Something I noticed")).fill("A dry mouth.")
    card.get_by_role("button", name="Save for my care team").click()
    expect(maya.get_by_role("region", name="What I noticed")).to_contain_text("Not read yet")

    notes = okafor.get(f"/clients/{client}/medications/notes/").body["results"]
    assert [note["text"] for note in notes] == ["A dry mouth."]


def test_a_plan_for_afterwards_takes_over_nothing_by_itself(
    browser: Browser, live_system: LiveSystem, tomorrow: Session
) -> None:
    maya = enter(browser, live_system, "maya", size=LAPTOP)
    maya.goto("/plan/afterwards/appointments")

    offer = maya.get_by_role("listitem").filter(has_text=TITLE)
    expect(offer).to_contain_text("from your sessions")
    expect(maya.get_by_label("What", exact=True)).to_have_value("")
    offer.get_by_role("button", name=re.compile("^Add: ")).click()
    expect(maya.get_by_label("What", exact=True)).to_have_value(TITLE)
    maya.get_by_role("button", name="Save this step").click()
    maya.wait_for_url("**/plan/afterwards")
    maya.get_by_role("button", name="Sign my plan").click()

    expect(maya.get_by_role("group", name="Who signed")).to_contain_text("You signed on")
