"""The path as people walk it: a phone without signal, a clinician's laptop, a relative's page."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import (
    LAPTOP,
    NEW_YORK,
    PHONE,
    cached_text,
    enter,
    skip_to_the_end,
    stored_text,
    wait_for_the_shell,
    window,
)
from tests.journeys.live import LiveSystem


def answer_that_she_is_not_safe(page: Page) -> None:
    page.get_by_role("link", name="Check in").click()
    page.get_by_role("radio", name="2", exact=True).click()
    page.get_by_role("radio", name="No, I do not").click()


def resolve_as_called_and_safe(page: Page) -> None:
    page.get_by_role("button", name="Resolve").first.click()
    page.get_by_role("radio", name="Called", exact=True).click()
    page.get_by_role("radio", name="Safe", exact=True).click()
    page.get_by_role("radio", name="Just now").click()
    page.get_by_role("textbox", name="Note").fill("We spoke. Her sister is with her tonight.")
    page.get_by_role("button", name="Resolve").last.click()


def test_a_check_in_without_signal_is_received_and_answered(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)

    maya.context.set_offline(True)
    answer_that_she_is_not_safe(maya)
    # Help comes before the next question, and needs no signal.
    expect(maya.get_by_role("heading", name="Thank you for telling us")).to_be_visible()
    expect(maya.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    maya.get_by_role("button", name="Go on with the check-in").click()
    maya.get_by_role("button", name="Finish now").click()
    maya.get_by_role("button", name="Save check-in").click()
    expect(maya.get_by_role("main")).to_contain_text("Saved on this phone")
    unsent = stored_text(maya)
    maya.context.set_offline(False)
    expect(maya.get_by_role("main")).to_contain_text("Received")

    assert "unsafe" not in unsent
    mail = live_system.mail_to("okafor@example.org")
    assert mail["Subject"] == "1 item needs review"
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    row = okafor.get_by_role("button", name=re.compile("Maya Torres.*Critical"))
    expect(row).to_have_count(1)
    okafor.keyboard.press("j")
    expect(okafor.get_by_role("main")).to_contain_text("Said that they do not feel safe.")
    okafor.keyboard.press("a")
    expect(okafor.get_by_role("button", name="Resolve").first).to_be_visible()
    resolve_as_called_and_safe(okafor)
    # The inbox follows the alert to the resolved ones; nothing is left to answer.
    expect(okafor.get_by_role("main")).to_contain_text("resolved this")
    okafor.get_by_role("radio", name="To answer").click()
    expect(okafor.get_by_role("radio", name="To answer")).to_be_checked()
    expect(okafor.get_by_role("button", name=re.compile("Maya Torres"))).to_have_count(0)


def test_after_sign_out_the_phone_holds_nothing_of_maya(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.get_by_role("link", name="Me", exact=True).click()

    maya.get_by_role("button", name="Sign out").click()
    maya.wait_for_url("**/sign-in")

    kept = stored_text(maya) + cached_text(maya)
    for word in ("Maya", "maya@example.org", "Torres", "Riverside"):
        assert word not in kept


def test_help_is_there_logged_out_and_without_signal(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    wait_for_the_shell(page)

    page.context.set_offline(True)
    page.get_by_role("link", name="Help").click()
    expect(page.get_by_role("link", name="Call 988")).to_be_visible()
    page.reload()

    expect(page.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    expect(page.get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")


def test_rosa_sees_a_kind_word_and_tom_the_same_page_as_anyone(
    browser: Browser, live_system: LiveSystem
) -> None:
    rosa = enter(browser, live_system, "rosa", size=PHONE)
    tom = enter(browser, live_system, "tom", size=PHONE)
    for page in (rosa, tom):
        page.get_by_role("button", name="I understand").click()

    expect(rosa.get_by_role("main")).to_contain_text("Maya Torres")
    expect(rosa.get_by_role("main")).to_contain_text(
        "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    )
    expect(tom.get_by_role("main")).not_to_contain_text("Maya")


def test_a_skill_is_practised_without_signal_and_counts_once(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.get_by_role("link", name="Skills").click()
    maya.get_by_role("link", name=re.compile("STOP")).click()
    begin = maya.get_by_role("button", name="Start", exact=True)
    expect(begin).to_be_visible()

    maya.context.set_offline(True)
    begin.click()
    skip_to_the_end(maya)
    maya.get_by_role("button", name="Save practice").click()
    expect(maya.get_by_role("heading", name="You practiced a skill")).to_be_visible()
    maya.context.set_offline(False)

    phone = live_system.sign_in("maya")
    rows = live_system.until(
        lambda: [row for row in phone.get("/practices/").body["results"] if row["skill"] == "stop"],
        "the practice",
    )
    assert len(rows) == 1
