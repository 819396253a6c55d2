"""Whole journeys of each role with the keys alone; at every stop the focus is seen."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from backend import demo
from core import clock
from family.models import Consent
from program.models import Program, Room, Session
from tests.journeys.chromium import LAPTOP, PHONE, enter, window
from tests.journeys.keys import Keys
from tests.journeys.live import PASSWORD, LiveSystem

NEW_YORK = "America/New_York"
MAYA = demo.key("maya")
AUNT = "aunt.lucia@example.org"
BOTH = pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
ANSWERS = ["7", "Yes, I feel safe", "7", "6", "3", "No", "Yes", "4", "5", "8"]


@BOTH
def test_a_check_in(browser: Browser, live_system: LiveSystem, size: dict[str, int]) -> None:
    page = window(browser, live_system.url, size=size, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    keys = Keys(page)
    keys.write("E-mail", "maya@example.org")
    keys.write("Password", PASSWORD)
    keys.press("button", "Sign in")
    expect(page.get_by_role("link", name="Check in").first).to_be_visible()

    keys.press("link", "Check in")
    for answer in ANSWERS:
        question = page.get_by_role("heading", level=1).inner_text()
        keys.choose(answer)
        keys.press("button", "Next")
        expect(page.get_by_role("heading", level=1)).not_to_have_text(question)
        # The next question is read out: its heading has the focus.
        expect(page.get_by_role("heading", level=1)).to_be_focused()
    keys.press("button", "Save check-in")

    expect(page.get_by_role("heading", name="Thank you for checking in")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Received")
    (row, *_) = live_system.sign_in("maya").get("/check-ins/").body["results"]
    assert (row["mood"], row["sleep_hours"], row["confidence"]) == (7, 7, 8)
    keys.leave()


@BOTH
def test_a_sharing_is_granted(
    browser: Browser, live_system: LiveSystem, size: dict[str, int]
) -> None:
    maya = enter(browser, live_system, "maya", size=size)
    maya.goto("/me/sharing")
    keys = Keys(maya)

    keys.press("link", "Share with someone")
    keys.press("button", "Next")
    # What is missing is said at its field, and to who listens.
    expect(maya.get_by_label("Their name")).to_have_accessible_description(
        "Please write their name."
    )
    keys.write("Their name", "Lucia Torres")
    keys.write("Their e-mail", AUNT)
    keys.choose("Friend")
    keys.press("button", "Next")
    keys.tick("switch", "How my week felt")
    keys.press("button", "Next")
    keys.choose("90 days")
    keys.press("button", "Next")
    keys.tick("checkbox", "I am 18 or older")
    keys.write("Your password", PASSWORD)
    keys.press("button", "Sign and send the invitation")

    expect(maya.get_by_role("heading", name="Signed")).to_be_visible()
    assert Consent.objects.filter(client=MAYA, recipient_name="Lucia Torres").exists()
    keys.leave()


@BOTH
def test_family_reads_and_writes(
    browser: Browser, live_system: LiveSystem, size: dict[str, int]
) -> None:
    rosa = enter(browser, live_system, "rosa", size=size)
    keys = Keys(rosa)
    keys.press("button", "I understand")
    expect(rosa.locator(".shared-card")).to_be_visible()

    keys.press("link", "Support")
    write = rosa.get_by_role("link", name=re.compile("^Write to the care team"))
    keys.reach(write)
    rosa.keyboard.press("Enter")
    keys.write("Whom is it about?", "Maya")
    keys.write("What should they know?", "She slept at our place.")
    keys.press("button", "Send to the care team")

    expect(rosa.get_by_role("heading", name="Received")).to_be_visible()
    (note,) = live_system.sign_in("rosa").get("/family/team-notes/").body["notes"]
    assert note["about"] == "Maya"
    keys.leave()


@BOTH
def test_an_administrator_plans_a_session(
    browser: Browser, live_system: LiveSystem, size: dict[str, int]
) -> None:
    riverside = Program.objects.get(enrolments__client=MAYA)
    Room.objects.create(program=riverside, name="Room 9")
    ada = enter(browser, live_system, "ada", size=size)
    ada.goto("/program")
    keys = Keys(ada)
    keys.pick("Program", "Riverside")
    add_a_session(ada, keys)

    expect(ada.get_by_role("heading", name="Evening talk").first).to_be_visible()
    session = Session.objects.get(title="Evening talk")
    assert session.program == riverside
    keys.leave()


def add_a_session(page: Page, keys: Keys) -> None:
    """Fill the form of one session in, from its link to its button, and go to its week."""
    tomorrow = clock.local_day(clock.now(), NEW_YORK) + timedelta(days=1)
    keys.press("link", "Add one session")
    keys.write("Title", "Evening talk")
    keys.write("Day", tomorrow.strftime("%m%d%Y"))
    keys.write("Begins at", "1130PM")
    keys.reach(page.get_by_label("Minutes", exact=True))
    page.keyboard.press("Control+a")
    page.keyboard.type("20")
    keys.pick("Room", "Room 9")
    keys.tick("checkbox", "Nadia Haddad")
    keys.press("button", "Save this session")
    if tomorrow.weekday() == 0:
        keys.press("button", "Next week")
