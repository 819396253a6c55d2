"""The account in people's own hands: a passkey made and used, and a sign-in ended elsewhere."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import LAPTOP, NEW_YORK, PHONE, enter, window
from tests.journeys.live import PASSWORD, LiveSystem
from tests.live.browser import sign_in

pytestmark = pytest.mark.usefixtures("agreed")

# A phone with a finger reader that always says yes.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def phone_with_a_finger_reader(browser: Browser, live: LiveSystem) -> Page:
    """Open a window at a name, not a number: passkeys belong to names."""
    url = f"http://localhost:{urlsplit(live.url).port}"
    page = window(browser, url, size=PHONE, zone=NEW_YORK).new_page()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def test_a_passkey_is_made_and_signs_in(browser: Browser, live_system: LiveSystem) -> None:
    maya = phone_with_a_finger_reader(browser, live_system)
    sign_in(maya, "maya@example.org", PASSWORD)
    maya.wait_for_url("**/today")
    maya.goto("/me/account/passkeys")
    maya.get_by_role("button", name="Add a passkey").click()
    maya.get_by_label("Name").fill("My phone")
    maya.get_by_role("button", name="Add a passkey").click()
    # A sign-in of a moment ago is proof enough.
    expect(maya.get_by_text("The passkey is ready.")).to_be_visible()
    expect(maya.get_by_role("listitem").filter(has_text="My phone")).to_be_visible()

    maya.goto("/me")
    maya.get_by_role("button", name="Sign out").click()
    maya.wait_for_url("**/sign-in")
    maya.get_by_role("button", name="Sign in with a passkey").click()

    maya.wait_for_url("**/today")


def test_a_sign_in_elsewhere_is_seen_and_ended(browser: Browser, live_system: LiveSystem) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    elsewhere = enter(browser, live_system, "maya", size=LAPTOP)
    maya.goto("/me/account/sign-ins")
    expect(maya.get_by_text("This one", exact=True)).to_have_count(1)

    maya.get_by_role("button", name="Sign out everywhere else").click()

    expect(maya.get_by_text("You are signed in nowhere else.")).to_be_visible()
    elsewhere.goto("/me/account/sign-ins")
    expect(elsewhere.get_by_role("heading", name="Sign in")).to_be_visible()
    maya.reload()
    expect(maya.get_by_text("This one", exact=True)).to_be_visible()
