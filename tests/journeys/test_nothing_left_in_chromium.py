"""What a phone holds of a person: nothing in clear while signed in, nothing at all afterwards.

A client visits every screen and writes one made-up word into every field. Then the browser is
closed, and every byte of its profile on the disk is searched: caches, databases, sessions, history.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.chromium import (
    ARGUMENTS,
    NEW_YORK,
    PHONE,
    cached_text,
    sign_in,
    stored_text,
    wait_for_the_shell,
)
from tests.journeys.live import PASSWORD, LiveSystem
from tests.journeys.screens import places

pytestmark = pytest.mark.usefixtures("agreed")

CANARY = "zanzibarquince"
EMAIL = "maya@example.org"
# Names of people, as the app shows them to Maya.
PERSONAL = [CANARY, EMAIL, "Maya Torres", "Torres", PASSWORD]
# The browser keeps the addresses that were open; ours name no person, and this is searched as well.
FIELDS = "main textarea:visible, main input[type=text]:visible"


def opened(browser: Browser, live: LiveSystem, profile: Path) -> BrowserContext:
    context = browser.browser_type.launch_persistent_context(
        str(profile),
        executable_path=os.environ["CHROMIUM"],
        args=ARGUMENTS,
        headless=True,
        base_url=live.url,
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        timezone_id=NEW_YORK,
        locale="en-US",
    )
    context.set_default_timeout(15_000)
    return context


def write_everywhere(page: Page) -> int:
    """Visit every screen of a client, and write the word into every field there is."""
    written = 0
    for path in places()["maya"]:
        if "{" in path:
            continue
        page.goto(path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        for button in page.get_by_role("button", name="Say more in your own words").all():
            button.click()
        for field in page.locator(FIELDS).all():
            if field.is_editable():
                field.fill(CANARY)
                written += 1
        page.wait_for_timeout(50)
    return written


def tell_a_lapse_without_signal(page: Page) -> None:
    page.goto("/lapse")
    page.get_by_role("button", name="Say more in your own words").click()
    page.get_by_label("What was it?").fill(CANARY)
    page.context.set_offline(True)
    page.get_by_role("radio", name="Evening", exact=True).click()
    page.get_by_role("button", name="Tell my care team").click()
    expect(page.get_by_role("main")).to_contain_text("Saved on this phone")


def on_disk(profile: Path, words: list[str]) -> Iterator[str]:
    """Name each file that holds one of the words, in either of the encodings that browsers use."""
    wanted = [(word, word.encode(), word.encode("utf-16-le")) for word in words]
    for path in sorted(profile.rglob("*")):
        if not path.is_file():
            continue
        held = path.read_bytes()
        for word, narrow, wide in wanted:
            if narrow in held or wide in held:
                yield f"{word} in {path.relative_to(profile)}"


# The browser's own notes about who signed in: that it offered to remember a password, which no page
# can prevent; and, on one's own phone, what it fills into the sign-in form the next time.
OFFERED = f"{EMAIL} in Default/Login Data"
OWN_BROWSER = re.compile(f"{re.escape(EMAIL)} in Default/(Web Data|Sessions/.*)$")


def left_on(profile: Path, *, shared: bool) -> list[str]:
    """List what the page is to answer for."""
    found = set(on_disk(profile, PERSONAL)) - {OFFERED}
    return sorted(one for one in found if shared or not OWN_BROWSER.match(one))


@pytest.mark.parametrize("shared", [False, True], ids=["own", "shared"])
def test_nothing_of_a_person_lies_in_clear_and_nothing_is_left_after_sign_out(
    browser: Browser, live_system: LiveSystem, tmp_path: Path, *, shared: bool
) -> None:
    context = opened(browser, live_system, tmp_path)
    page = context.pages[0]
    begin(page, shared=shared)
    assert write_everywhere(page) > 5
    tell_a_lapse_without_signal(page)
    inside = stored_text(page) + cached_text(page)
    assert [word for word in PERSONAL if word in inside] == []
    page.goto("/help")
    context.close()
    assert left_on(tmp_path, shared=shared) == []

    context = opened(browser, live_system, tmp_path)
    page = context.pages[0]
    page.goto("/me/device")
    expect(page.get_by_text("Everything you saved has been sent.")).to_be_visible()
    page.goto("/me")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    stored = stored_text(page)
    inside = stored + cached_text(page) + str(context.cookies())
    caches = page.evaluate("() => caches.keys()")
    context.close()

    assert [word for word in PERSONAL if word in inside] == []
    # Not even a sealed row, or its key.
    assert '"iv"' not in stored
    assert '"person"' not in stored
    assert all("precache" in name for name in caches)
    assert left_on(tmp_path, shared=shared) == []


def begin(page: Page, *, shared: bool) -> None:
    """Sign Maya in, on a phone of her own or on one that others use."""
    page.goto("/sign-in")
    if shared:
        page.get_by_role("checkbox", name="Other people use this phone too").check()
    sign_in(page, EMAIL, PASSWORD)
    page.wait_for_url("**/today")
    wait_for_the_shell(page)
    page.wait_for_load_state("networkidle")
