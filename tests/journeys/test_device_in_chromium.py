"""The phone itself: hiding, locking, sharing it, an update, a storage that is refused."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.builds import served
from tests.journeys.chromium import (
    LAPTOP,
    NEW_YORK,
    PHONE,
    enter,
    sign_in,
    stored_text,
    wait_for_the_shell,
    window,
)
from tests.journeys.live import PASSWORD, LiveSystem

pytestmark = pytest.mark.usefixtures("agreed")

PIN = "294817"
WAITING = """() => navigator.serviceWorker.getRegistration().then(async (found) => {
    await found.update();
    for (let tries = 0; tries < 100 && !found.waiting; tries += 1)
        await new Promise((go) => setTimeout(go, 50));
    return found.waiting !== null;
})"""
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
NO_STORAGE = "indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }"


def begin_a_lapse(page: Page, words: str) -> None:
    page.goto("/lapse")
    page.get_by_role("button", name="Say more in your own words").click()
    page.get_by_label("What was it?").fill(words)


def test_one_press_hides_everything_and_what_was_written_is_there_afterwards(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    begin_a_lapse(maya, "half a sentence")

    maya.get_by_role("button", name="Hide this app").click()

    name = maya.get_by_role("button", name="Notes")
    expect(name).to_be_visible()
    assert maya.title() == "Notes"
    assert maya.url == f"{live_system.url}/"
    assert "lapse" not in maya.locator("body").inner_text().lower()
    assert "Foothold" not in maya.locator("body").inner_text()
    maya.reload()
    expect(name).to_be_visible()
    name.click(click_count=3, delay=30)
    expect(maya.get_by_label("What was it?").or_(maya.get_by_role("heading").first)).to_be_visible()
    assert maya.url.endswith("/lapse")

    maya.get_by_role("button", name="Say more in your own words").click()
    maya.get_by_label("What was it?").fill("other words")
    maya.keyboard.press("Escape")
    maya.keyboard.press("Escape")
    expect(name).to_be_visible()
    name.focus()
    maya.keyboard.down("Enter")
    maya.wait_for_timeout(1200)
    maya.keyboard.up("Enter")
    expect(maya.get_by_label("What was it?")).to_have_value("other words")


def switch_a_pin_on(page: Page) -> None:
    page.goto("/me/device")
    page.get_by_role("switch", name="PIN for this phone").check()
    page.get_by_label("Choose 6 digits").fill(PIN)
    page.get_by_label("The same 6 digits again").fill(PIN)
    page.get_by_role("button", name="Use this PIN").click()
    expect(page.get_by_text("On. It also locks what is kept here")).to_be_visible()


def test_a_pin_locks_a_cold_start_without_signal_and_help_stays_open(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    switch_a_pin_on(maya)
    maya.context.set_offline(True)
    maya.goto("/today")
    expect(maya.get_by_label("Your PIN")).to_be_visible()
    expect(maya.get_by_text("Maya")).to_have_count(0)
    maya.get_by_role("button", name="Help now").click()
    expect(maya.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    maya.get_by_role("button", name="Back to the lock").click()
    maya.get_by_label("Your PIN").fill("000000")
    expect(maya.get_by_text("That PIN is not right.")).to_be_visible()

    maya.get_by_label("Your PIN").fill(PIN)

    expect(maya.get_by_role("link", name=re.compile("^Log an urge"))).to_be_visible()
    # Over a running app the lock leaves half a sentence where it is.
    begin = maya.get_by_role("link", name="I drank or used")
    begin.click()
    maya.get_by_role("button", name="Say more in your own words").click()
    maya.get_by_label("What was it?").fill("half a sentence")
    maya.evaluate("() => new BroadcastChannel('foothold').postMessage('locked')")
    maya.get_by_label("Your PIN").fill(PIN)
    expect(maya.get_by_label("What was it?")).to_have_value("half a sentence")


def test_a_lock_without_a_pin_opens_by_the_password(
    browser: Browser, live_system: LiveSystem
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.goto("/me/device")
    okafor.get_by_role("button", name="Lock it now").click()
    okafor.reload()
    expect(okafor.get_by_label("Your password")).to_be_visible()
    okafor.goto("/help")
    expect(okafor.get_by_role("link", name="Call 988")).to_be_visible()
    okafor.goto("/inbox")
    okafor.get_by_label("Your e-mail").fill("okafor@example.org")
    okafor.get_by_label("Your password").fill("wrong words")
    okafor.get_by_role("button", name="Unlock").click()
    expect(okafor.get_by_text("That password is not right.")).to_be_visible()

    okafor.get_by_label("Your password").fill(PASSWORD)
    okafor.get_by_role("button", name="Unlock").click()

    expect(okafor.get_by_role("heading", level=1)).to_be_visible()
    expect(okafor.get_by_label("Your password")).to_have_count(0)


def test_a_shared_phone_keeps_only_what_is_not_sent_and_the_next_person_sees_nothing_of_it(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    page.get_by_role("checkbox", name="Other people use this phone too").check()
    sign_in(page, "maya@example.org", PASSWORD)
    page.wait_for_url("**/today")
    wait_for_the_shell(page)
    page.context.set_offline(True)
    page.get_by_role("link", name=re.compile("^Log an urge")).click()
    page.get_by_role("radio", name="7", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Saved on this phone")
    rows = page.evaluate(ROWS)
    assert rows["queue"] == 1
    assert rows["kept"] == 0

    # Ten minutes later, by the note of the last touch.
    page.evaluate("() => localStorage.setItem('foothold.touched', `${Date.now() - 600000} 10`)")
    page.goto("/today")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.get_by_text("nothing happened for a while")).to_be_visible()
    assert page.evaluate(ROWS)["queue"] == 1
    assert "Maya" not in stored_text(page)
    page.context.set_offline(False)

    sign_in(page, "ben@example.org", PASSWORD)
    expect(page.get_by_role("heading", name=re.compile("Someone else"))).to_be_visible()
    expect(page.get_by_text("Urge")).to_have_count(0)
    page.get_by_role("button", name="Sign me out again").click()
    sign_in(page, "maya@example.org", PASSWORD)
    page.wait_for_url("**/today")
    live_system.until(lambda: page.evaluate(ROWS)["queue"] == 0, "the urge to be sent")


ROWS = """async () => {
    const database = await new Promise((done) => {
        const opening = indexedDB.open('foothold');
        opening.onsuccess = () => done(opening.result);
    });
    const count = (store) => new Promise((done) => {
        const asking = database.transaction(store).objectStore(store).count();
        asking.onsuccess = () => done(asking.result);
    });
    const rows = { queue: await count('queue'), kept: await count('kept') };
    database.close();
    return rows;
}"""


def test_a_browser_that_keeps_nothing_says_so_and_still_sends(
    browser: Browser, live_system: LiveSystem
) -> None:
    context = window(browser, live_system.url, size=PHONE, zone=NEW_YORK)
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    sign_in(page, "maya@example.org", PASSWORD)
    page.wait_for_url("**/today")

    expect(page.get_by_text("This browser lets us keep nothing here.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Log an urge")).click()
    page.get_by_role("radio", name="6", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Received")


def test_a_clock_three_hours_ahead_is_told_and_loses_nothing(
    browser: Browser, live_system: LiveSystem
) -> None:
    context = window(browser, live_system.url, size=PHONE, zone=NEW_YORK)
    context.add_init_script("const real = Date.now; Date.now = () => real() + 3 * 3600 * 1000;")
    page = context.new_page()
    sign_in(page, "maya@example.org", PASSWORD)
    page.wait_for_url("**/today")

    expect(page.get_by_text("about 3 hours ahead")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Log an urge")).click()
    page.get_by_role("radio", name="5", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Received")


def test_two_versions_stand_side_by_side_and_the_chosen_one_goes(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.goto("/check-in")
    expect(maya.get_by_role("radio", name="3", exact=True)).to_be_visible()
    maya.context.set_offline(True)
    answer(maya, "3")
    other = enter(browser, live_system, "maya", size=LAPTOP)
    other.goto("/check-in")
    answer(other, "8")
    expect(other.get_by_role("main")).to_contain_text("Received")

    maya.context.set_offline(False)
    maya.goto("/me/device")
    expect(maya.get_by_role("row", name="Mood 3 8")).to_be_visible()
    maya.get_by_role("button", name="Use the one on this phone").click()

    expect(maya.get_by_text("Everything you saved has been sent.")).to_be_visible()
    other.goto("/today")
    rows = live_system.sign_in("maya").get("/check-ins/").body["results"]
    assert rows[0]["mood"] == 3


def answer(page: Page, mood: str) -> None:
    page.get_by_role("radio", name=mood, exact=True).click()
    page.get_by_role("radio", name="Yes, I feel safe").click()
    page.get_by_role("button", name="Finish now").click()
    page.get_by_role("button", name="Save check-in").click()
    expect(page.get_by_role("heading", name="Thank you for checking in")).to_be_visible()


def entry_of(page: Page) -> str:
    return str(page.evaluate("() => document.querySelector('script[type=module]').src"))


def test_an_update_waits_for_words_and_leaves_other_tabs_whole(
    browser: Browser, tmp_path: Path
) -> None:
    with served(tmp_path) as builds:
        page = window(browser, builds.url, size=PHONE, zone=NEW_YORK).new_page()
        page.goto("/about")
        page.wait_for_function(CONTROLLED)
        other = page.context.new_page()
        other.goto("/about")
        # Somebody is at it: what nobody has touched yet would take the newer one at once.
        other.get_by_role("heading", level=1).click()
        page.get_by_role("link", name=re.compile("Ask for a call")).first.click()
        field = page.get_by_role("main").get_by_role("textbox").first
        field.fill("half a sentence")
        builds.served = builds.new
        page.evaluate(WAITING)
        line = page.get_by_text("A newer version is ready.")

        page.wait_for_timeout(300)
        expect(line).to_have_count(0)
        expect(field).to_have_value("half a sentence")
        assert "newer" not in entry_of(page)
        page.go_back()
        expect(line).to_be_visible()
        page.get_by_role("button", name="Use it now").click()
        page.wait_for_function("() => document.querySelector('script[src*=newer]')")

        # The other tab goes on with the files that it was opened with, which no server has now.
        assert "newer" not in entry_of(other)
        other.get_by_role("link", name=re.compile("levels of care", re.I)).first.click()
        expect(other.get_by_role("heading", level=1)).to_be_visible()
        expect(other.get_by_text("This page stopped working")).to_have_count(0)
        assert other.url.endswith("/about/levels")


def test_a_cold_start_takes_the_newer_version_by_itself(browser: Browser, tmp_path: Path) -> None:
    with served(tmp_path) as builds:
        page = window(browser, builds.url, size=PHONE, zone=NEW_YORK).new_page()
        page.goto("/about")
        page.wait_for_function(CONTROLLED)
        builds.served = builds.new
        assert page.evaluate(WAITING)
        context = page.context
        page.close()

        page = context.new_page()
        page.goto("/about")

        page.wait_for_function("() => document.querySelector('script[src*=newer]')")
