"""What a care team sets for a client, how alerts are answered, and a day's goal from one's own."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from backend import demo
from core import clock
from program.models import Participant, Program, Session
from tests.journeys.chromium import LAPTOP, PHONE, enter
from tests.journeys.live import LiveSystem

WHY = "Agreed with Maya: she wants to hear from us sooner."


def pick(page: Page, answer: str) -> None:
    """Choose one of several words."""
    page.get_by_role("radio", name=answer).check(force=True)


@pytest.fixture
def group(live_system: LiveSystem) -> Session:
    """A group of Dr. Okafor's that began five minutes ago, with Maya in it."""
    okafor, maya = (User.objects.get(pk=demo.key(name)) for name in ("okafor", "maya"))
    starts_at = clock.now() - timedelta(minutes=5)
    session = Session.objects.create(
        program=Program.objects.get(enrolments__client=maya), kind="group", title="Noon group",
        place="Room 2", starts_at=starts_at, ends_at=starts_at + timedelta(minutes=50),
    )  # fmt: skip
    session.leaders.create(clinician=okafor, starts_at=session.starts_at, ends_at=session.ends_at)
    Participant.objects.create(session=session, client=maya, individually=True)
    return session


def test_limits_are_set_with_a_reason_and_earlier_use_is_told_from_both_sides(
    browser: Browser, live_system: LiveSystem
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.goto(f"/clients/{demo.key('maya')}/warnings")
    limits = okafor.get_by_role("region", name="Limits of the fixed rules")

    limits.get_by_role("button", name="Change the limits").click()
    limits.get_by_label("Craving that counts at once").fill("8")
    limits.get_by_role("button", name="Save the limits").click()
    expect(limits.get_by_text("Please say why.")).to_be_visible()
    limits.get_by_label("Why").fill(WHY)
    limits.get_by_role("button", name="Save the limits").click()

    own = limits.get_by_role("listitem").filter(has_text="Craving of 8 or more, at once")
    expect(own.get_by_text("Set for this client")).to_be_visible()
    expect(limits.get_by_text(WHY).first).to_be_visible()

    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/me")
    maya.get_by_role("link", name="Before you came here").click()
    maya.get_by_role("button", name="Tell us").click()
    maya.get_by_label("How many times did you drink or use in the last year?").fill("6")
    pick(maya, "On weekends")
    maya.get_by_role("button", name="Save").click()
    expect(maya.get_by_text("Your care team can read it now.")).to_be_visible()

    okafor.reload()
    before = okafor.get_by_role("region", name="Use before the program")
    expect(before.get_by_text("On weekends")).to_be_visible()
    expect(before.get_by_text("Told to us by Maya Torres")).to_be_visible()


def test_marks_that_are_not_saved_are_asked_about_before_the_list_is_left(
    browser: Browser, live_system: LiveSystem, group: Session
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.get_by_role("link", name="Schedule").click()
    okafor.get_by_role("link", name=group.title).first.click()
    expect(okafor.get_by_text("1 person still open")).to_be_visible()

    okafor.keyboard.press("p")
    okafor.get_by_role("link", name="Inbox", exact=True).click()
    question = okafor.get_by_role("dialog", name="Leave without saving?")
    question.get_by_role("button", name="Stay and save").click()
    expect(okafor.get_by_text("Not saved yet")).to_be_visible()
    okafor.go_back()
    expect(question).to_be_visible()
    question.get_by_role("button", name="Stay and save").click()
    okafor.get_by_role("button", name="Save attendance").click()
    expect(okafor.get_by_text("Saved at")).to_be_visible()

    okafor.get_by_role("link", name="Inbox", exact=True).click()
    okafor.wait_for_url("**/inbox")


def test_an_administrator_reads_how_alerts_are_answered(
    browser: Browser, live_system: LiveSystem
) -> None:
    ada = enter(browser, live_system, "ada", size=LAPTOP)
    ada.goto("/me")
    ada.get_by_role("link", name="How alerts are answered").click()

    expect(ada.get_by_role("heading", name="Load")).to_be_visible()
    ada.get_by_label("Program", exact=True).select_option("Riverside IOP")
    with ada.expect_download() as saving:
        ada.get_by_role("link", name="Download as a table (CSV)").click()
    assert saving.value.path().read_text().startswith("section,")


def test_the_goal_of_a_day_is_taken_from_ones_own_goals(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/plan/goals")
    maya.get_by_role("button", name="Add a goal").click()
    maya.get_by_label("What do you want?").fill("Paint again")
    maya.get_by_role("button", name="Save this goal").click()
    expect(maya.get_by_role("heading", name="Paint again")).to_be_visible()

    maya.goto("/check-in")
    pick(maya, "On one page")
    maya.get_by_role("group", name="How is your mood?").get_by_role("radio", name="6").check(
        force=True
    )
    maya.locator("summary", has_text="Or take one from my goals").click()
    pick(maya, "Paint again")
    expect(maya.get_by_label("One small goal for today")).to_have_value("Paint again")
    maya.get_by_role("button", name="Save check-in").click()
    expect(maya.get_by_text("Received").first).to_be_visible()

    maya.goto("/today")
    expect(maya.get_by_text("Part of: Paint again")).to_be_visible()
