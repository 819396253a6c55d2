"""The safety plan where it is needed: with no signal, from any screen, only while Maya wants it."""

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.chromium import (
    PHONE,
    cached_text,
    enter,
    stored_text,
    wait_for_the_shell,
)
from tests.journeys.live import LiveSystem
from tests.plans.words import SAFETY, pills, safety_plan

OWN_WORDS = ("walk to the river", "Aunt Pia", "lock the pills away")
SCREENS = ("/today", "/skills", "/check-in", "/diary", "/me")


def keep_the_plan_on_the_phone(page: Page) -> None:
    page.goto("/plan/safety")
    page.get_by_role("switch", name="Keep a copy on this phone").click()
    expect(page.get_by_text("On: you can read your safety plan with no signal")).to_be_visible()
    wait_for_the_shell(page)


def read_in_two_taps(page: Page) -> None:
    page.get_by_role("link", name="Help now").click()
    page.get_by_text("Read my safety plan here").click()
    for words in OWN_WORDS:
        expect(page.get_by_role("main")).to_contain_text(words)
    expect(page.get_by_role("link", name=re.compile("Call.*617-555-0141"))).to_have_attribute(
        "href", "tel:6175550141"
    )


def start_cold(context: BrowserContext, path: str) -> Page:
    """Open the app as after the phone was switched off: a new page, nothing in memory."""
    for page in context.pages:
        page.close()
    page = context.new_page()
    page.goto(path)
    return page


def test_a_kept_safety_plan_opens_without_signal_in_two_taps_from_any_screen(
    browser: Browser, live_system: LiveSystem
) -> None:
    plan = safety_plan(safer=pills())
    live_system.sign_in("maya").send("PUT", f"/api/v1{SAFETY}", plan)
    maya = enter(browser, live_system, "maya", size=PHONE)
    keep_the_plan_on_the_phone(maya)

    maya.context.set_offline(True)
    for path in SCREENS:
        maya = start_cold(maya.context, path)
        read_in_two_taps(maya)

    kept = stored_text(maya) + cached_text(maya)
    assert not [words for words in OWN_WORDS if words in kept]


def test_a_plan_that_maya_does_not_keep_is_not_on_the_phone(
    browser: Browser, live_system: LiveSystem
) -> None:
    live_system.sign_in("maya").send("PUT", f"/api/v1{SAFETY}", safety_plan())
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/plan/safety")
    expect(maya.get_by_role("main")).to_contain_text("walk to the river")
    wait_for_the_shell(maya)

    maya.context.set_offline(True)
    maya = start_cold(maya.context, "/help")

    expect(maya.get_by_role("link", name="My safety plan")).to_be_visible()
    expect(maya.get_by_text("Read my safety plan here")).to_have_count(0)


def test_after_sign_out_the_kept_plan_is_gone_even_without_signal(
    browser: Browser, live_system: LiveSystem
) -> None:
    live_system.sign_in("maya").send("PUT", f"/api/v1{SAFETY}", safety_plan())
    maya = enter(browser, live_system, "maya", size=PHONE)
    keep_the_plan_on_the_phone(maya)
    database = "() => indexedDB.databases().then((all) => all.map(({ name }) => name))"
    assert maya.evaluate(database)

    maya.context.set_offline(True)
    maya.goto("/me")
    maya.get_by_role("button", name="Sign out").click()
    maya.wait_for_url("**/sign-in")
    signed_out = start_cold(maya.context, "/help")

    expect(signed_out.get_by_role("link", name="Call 988").first).to_be_visible()
    expect(signed_out.get_by_text("My safety plan")).to_have_count(0)
    expect(signed_out.get_by_text("Read my safety plan here")).to_have_count(0)
    assert "safety" not in stored_text(signed_out)
