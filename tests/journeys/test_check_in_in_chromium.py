"""Check-ins, urges, lapses and goals as a thumb meets them, with and without signal."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, expect

from backend import demo
from core import clock
from tests.journeys.chromium import LAPTOP, NEW_YORK, PHONE, enter, wait_for_the_shell
from tests.journeys.live import LiveSystem

MAYA = demo.key("maya")
COUNT = """() => {
    window.taps = 0;
    window.keys = 0;
    addEventListener('pointerdown', () => { window.taps += 1; }, true);
    addEventListener('keydown', () => { window.keys += 1; }, true);
}"""
# Each question of the check-in, and what is tapped in answer.
ANSWERS = [
    ("Do you feel safe right now?", "Yes, I feel safe"),
    ("How many hours did you sleep?", "7"),
    ("How well did you sleep?", "6"),
    ("How strong were urges to use?", "3"),
    ("Did you drink or use?", "No"),
    ("Did you take your medication?", "Yes"),
    ("How much stress do you feel?", "4"),
    ("How close to other people do you feel?", "5"),
    ("How sure are you that you can get through today?", "8"),
]


def pick(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()


def listed(live: LiveSystem, path: str) -> list[dict[str, Any]]:
    """Return what the server lists for Maya."""
    rows: list[dict[str, Any]] = live.sign_in("maya").get(path).body["results"]
    return rows


def test_a_whole_check_in_is_fewer_than_twelve_taps_and_no_typing(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    expect(maya.get_by_role("radio", name="7", exact=True)).to_be_visible()
    maya.evaluate(COUNT)
    begun = clock.now()

    pick(maya, "7")
    for question, answer in ANSWERS:
        expect(maya.get_by_role("heading", name=question)).to_be_visible()
        pick(maya, answer)
    maya.get_by_role("button", name="Save check-in").click()
    expect(maya.get_by_role("heading", name="Thank you for checking in")).to_be_visible()

    assert maya.evaluate("() => window.taps") == 11
    assert maya.evaluate("() => window.keys") == 0
    assert clock.now() - begun < timedelta(seconds=60)
    expect(maya.get_by_role("main")).to_contain_text("Received")
    (row,) = listed(live_system, f"/check-ins/?from={today_there()}")
    assert (row["mood"], row["sleep_hours"], row["used"], row["confidence"]) == (7, 7, False, 8)


def today_there() -> str:
    return clock.local_day(clock.now(), NEW_YORK).isoformat()


def test_an_answer_about_safety_counts_though_the_app_was_closed(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.context.set_offline(True)
    pick(maya, "2")
    pick(maya, "No, I do not")
    expect(maya.get_by_role("heading", name="Thank you for telling us")).to_be_visible()
    expect(maya.get_by_role("main")).to_contain_text("Your answer is safe here.")
    again = maya.context.new_page()
    maya.close()
    again.goto("/check-in")
    expect(again.get_by_role("button", name="Finish now")).to_be_visible()

    again.context.set_offline(False)

    assert live_system.mail_to("okafor@example.org")["Subject"] == "1 item needs review"
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    row = okafor.get_by_role("button", name=re.compile("Maya Torres.*Critical"))
    expect(row).to_have_count(1)
    okafor.keyboard.press("j")
    expect(okafor.get_by_role("main")).to_contain_text("Said that they do not feel safe.")


def test_an_urge_is_two_taps_without_signal_and_help_follows(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    before = len(listed(live_system, "/urges/"))
    maya.context.set_offline(True)
    maya.evaluate(COUNT)

    maya.get_by_role("link", name=re.compile("^Log an urge")).click()
    pick(maya, "7")
    expect(maya.get_by_role("heading", name=re.compile("^Saved"))).to_be_visible()
    assert maya.evaluate("() => window.taps") == 2
    expect(maya.get_by_role("main")).to_contain_text("Saved on this phone")
    expect(maya.get_by_role("link", name=re.compile("^Ride it out"))).to_be_visible()
    maya.get_by_role("button", name="Say more, if you like").click()
    maya.get_by_role("checkbox", name="Stress").click()
    pick(maya, "At home")
    maya.get_by_role("button", name="Save this too").click()
    maya.context.set_offline(False)
    expect(maya.get_by_role("main")).to_contain_text("Received")

    rows = listed(live_system, "/urges/")
    assert len(rows) == before + 1
    # The entry grew by what was added: one urge, in two versions.
    assert (rows[0]["intensity"], rows[0]["triggers"], rows[0]["place"]) == (7, ["stress"], "home")
    assert rows[0]["version"] == 2


def test_a_lapse_told_without_signal_is_on_okafors_page(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.context.set_offline(True)
    maya.get_by_role("link", name="I drank or used").click()
    # Who will see it stands above the button that sends it.
    expect(maya.get_by_role("heading", name="Who will see this")).to_be_visible()
    expect(maya.get_by_role("main")).to_contain_text("the same amount can be too much")
    pick(maya, "Evening")
    maya.get_by_role("checkbox", name="Please call me").click()
    maya.get_by_role("button", name="Say more in your own words").click()
    maya.get_by_label("What was it?").fill("three beers")
    maya.get_by_role("button", name="Tell my care team").click()
    expect(maya.get_by_role("heading", name="Thank you for telling us")).to_be_visible()
    expect(maya.get_by_role("main")).to_contain_text("Saved on this phone")
    maya.context.set_offline(False)
    expect(maya.get_by_role("main")).to_contain_text("Received")
    expect(maya.get_by_role("main")).to_contain_text(re.compile(r"\d+ days? in all"))

    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.goto(f"/clients/{MAYA}/check-ins")

    expect(okafor.get_by_role("main")).to_contain_text("three beers")
    expect(okafor.get_by_role("main")).to_contain_text("Please call me")


def at_hour(hour: int) -> datetime:
    """Return that hour of today on Maya's clock."""
    there = clock.now().astimezone(ZoneInfo(NEW_YORK))
    return there.replace(hour=hour, minute=30, second=0, microsecond=0)


def test_the_goal_of_the_day_is_asked_about_in_the_evening(
    browser: Browser, live_system: LiveSystem
) -> None:
    on = today_there()
    body = {
        "submission_id": str(uuid4()),
        "on": on,
        "timezone": NEW_YORK,
        "recorded_at": clock.now().isoformat(),
        "mood": 6,
        "goal": "Call my sister",
    }
    assert live_system.sign_in("maya").post("/check-ins/", body).status == 201
    maya = enter(browser, live_system, "maya", size=PHONE)
    goal = maya.get_by_role("region", name="Today’s goal")

    maya.clock.set_fixed_time(at_hour(10))
    maya.goto("/today")
    expect(goal).to_contain_text("Call my sister")
    expect(goal.get_by_role("button", name="Done")).to_have_count(0)
    maya.clock.set_fixed_time(at_hour(18))
    maya.goto("/today")
    goal.get_by_role("button", name="Partly").click()
    expect(goal).to_contain_text("A part is a step.")

    path = f"/daily-goals/?from={on}&to={on}"
    (said,) = live_system.until(
        lambda: [row for row in listed(live_system, path) if row["outcome"]], "how it went"
    )
    assert (said["goal"], said["outcome"]) == ("Call my sister", "partly")


def test_an_item_that_okafor_adds_is_asked_in_mayas_check_in(
    browser: Browser, live_system: LiveSystem
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.goto(f"/clients/{MAYA}/check-ins")
    okafor.get_by_role("button", name="Add an item").click()
    okafor.get_by_label("What to ask about").fill("Calling an old friend from then")
    okafor.get_by_label("Why we ask").fill("You said that is how it starts.")
    okafor.get_by_role("button", name="Add item").click()
    name = "Calling an old friend from then"
    expect(okafor.get_by_role("heading", name=name)).to_be_visible()

    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/check-in")
    pick(maya, "On one page")
    card = maya.locator(".card", has=maya.get_by_role("group", name=name))
    card.get_by_role("radio", name="4", exact=True).click()
    card.get_by_role("radio", name="No", exact=True).click()
    card.get_by_text("Why we ask this").click()
    expect(card).to_contain_text("You said that is how it starts.")
    maya.get_by_role("radio", name="6", exact=True).first.click()
    maya.get_by_role("button", name="Save check-in").click()
    expect(maya.get_by_role("main")).to_contain_text("Received")

    (row,) = listed(live_system, f"/check-ins/?from={today_there()}")
    assert list(row["items"].values()) == [{"level": 4, "value": None, "acted": False}]
    assert "+" in row["form_version"]
