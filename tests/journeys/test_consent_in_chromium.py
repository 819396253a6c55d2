"""Sharing, tap by tap: sign, invite, accept, see, show less, stop, invite again."""

import re

from playwright.sync_api import Browser, Page, expect

from backend import demo
from family.models import Consent
from tests.journeys.chromium import NEW_YORK, PHONE, enter, sign_in, window
from tests.journeys.live import PASSWORD, LiveSystem

MAYA = demo.key("maya")
AUNT = "aunt.lucia@example.org"
NEW_PASSWORD = "seven quiet harbors at dawn"
LINK = re.compile(r"/join#(\S+)")
ATTENDANCE = "Sessions I went to"


def grant(maya: Page) -> str:
    """Share how the week felt and the sessions with an aunt; return the code for her."""
    maya.get_by_role("link", name="Share with someone").click()
    maya.get_by_label("Their name").fill("Lucia Torres")
    maya.get_by_label("Their e-mail").fill(AUNT)
    maya.get_by_role("radio", name="Someone else").click()
    maya.get_by_label("In your own words").fill("Aunt")
    maya.get_by_role("button", name="Next").click()
    maya.get_by_role("switch", name="How my week felt").click()
    maya.get_by_role("switch", name=ATTENDANCE).click()
    # Back and forth: what was typed is still there.
    maya.get_by_role("link", name="Back").click()
    expect(maya.get_by_label("Their name")).to_have_value("Lucia Torres")
    maya.get_by_role("button", name="Next").click()
    expect(maya.get_by_role("switch", name=ATTENDANCE)).to_be_checked()
    maya.get_by_role("button", name="Next").click()
    maya.get_by_role("button", name="Next").click()
    expect(maya.get_by_role("region", name="Read and sign")).to_contain_text("Lucia Torres")
    maya.get_by_role("checkbox", name="I am 18 or older").click()
    maya.get_by_label("Your password").fill(PASSWORD)
    maya.get_by_role("button", name="Sign and send the invitation").click()
    expect(maya.get_by_role("heading", name="Signed")).to_be_visible()
    return code_on(maya)


def code_on(page: Page) -> str:
    """Return the code that the screen shows."""
    return page.locator(".sharing-code span").first.inner_text()


def accept(page: Page, live: LiveSystem, code: str, *, mails: int) -> None:
    """Open the newest invitation as nobody in particular, and accept it."""
    mail = live.until(lambda: live.mails_to(AUNT)[mails - 1 :], "an invitation")[-1]
    link = LINK.search(str(mail.get_payload(decode=True), "utf-8"))
    assert link is not None
    page.goto(f"/join#{link.group(1)}")
    page.get_by_label("Code").fill(code)


def test_a_sharing_from_the_signature_to_its_end_and_again(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/me/sharing")
    assert live_system.mails_to(AUNT) == []
    code = grant(maya)
    aunt = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    accept(aunt, live_system, code, mails=1)
    aunt.get_by_label(re.compile("password", re.I)).fill(NEW_PASSWORD)
    aunt.get_by_role("button", name="Accept").click()
    aunt.get_by_role("link", name="Sign in").click()
    sign_in(aunt, AUNT, NEW_PASSWORD)
    aunt.get_by_role("button", name="I understand").click()
    shown = aunt.locator(".shared-card")
    expect(shown.get_by_role("heading", name="How the week felt")).to_be_visible()
    expect(shown.get_by_role("heading", name="Sessions")).to_be_visible()

    # Two taps show less; her open page follows by itself.
    maya.get_by_role("link", name="See what you share").click()
    maya.get_by_role("button", name=f"Stop showing: {ATTENDANCE}").click()
    maya.get_by_role("button", name="Yes, stop showing it").click()
    expect(maya.get_by_role("button", name=f"Stop showing: {ATTENDANCE}")).to_have_count(0)
    expect(shown.get_by_role("heading", name="Sessions")).to_have_count(0, timeout=20_000)
    expect(shown.get_by_role("heading", name="How the week felt")).to_be_visible()

    # Two taps stop it, from the list.
    maya.goto("/me/sharing")
    maya.get_by_role("button", name="Stop sharing with Lucia Torres").click()
    maya.get_by_role("button", name="Yes, stop now").click()
    expect(maya.get_by_role("heading", name="Lucia Torres")).to_have_count(0)
    expect(shown).to_have_count(0, timeout=20_000)
    expect(aunt.get_by_role("main")).to_contain_text("Sharing is off right now.")
    assert "Maya" not in aunt.get_by_role("main").inner_text()

    _come_back(maya, aunt, live_system)


def _come_back(maya: Page, aunt: Page, live_system: LiveSystem) -> None:
    """Invite her again: she joins as who she is."""
    shown = aunt.locator(".shared-card")
    again = grant(maya)
    accept(aunt, live_system, again, mails=2)
    aunt.get_by_role("button", name="Accept").click()
    aunt.get_by_role("button").filter(has_text=re.compile("see|open|shared", re.I)).first.click()
    expect(shown.get_by_role("heading", name="How the week felt")).to_be_visible()
    maya.goto("/me/sharing")
    expect(maya.get_by_role("heading", name="Lucia Torres")).to_have_count(1)


def test_a_draft_that_is_left_signs_nothing_and_sends_nothing(
    browser: Browser, live_system: LiveSystem
) -> None:
    before = Consent.objects.filter(client=MAYA).count()
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/me/sharing/new/sign")
    # No step opens for somebody who is not named.
    expect(maya.get_by_role("heading", name="Who is it?")).to_be_visible()
    maya.get_by_label("Their name").fill("Lucia Torres")
    maya.get_by_label("Their e-mail").fill(AUNT)
    maya.get_by_role("radio", name="Friend").click()
    maya.get_by_role("button", name="Next").click()
    maya.get_by_role("switch", name="How strong cravings were").click()
    maya.get_by_role("button", name="Next").click()
    expect(maya.get_by_role("main")).to_contain_text("They start one day after you sign.")
    maya.get_by_text("Is someone pressing you to share this?").click()
    expect(maya.get_by_role("main")).to_contain_text("You do not have to share.")
    maya.get_by_role("button", name="Leave without sharing").click()
    expect(maya.get_by_role("heading", name="Who sees what")).to_be_visible()

    assert Consent.objects.filter(client=MAYA).count() == before
    assert live_system.mails_to(AUNT) == []


def test_what_a_client_sees_beforehand_is_what_the_other_person_reads(
    browser: Browser, live_system: LiveSystem
) -> None:
    rosa = enter(browser, live_system, "rosa", size=PHONE)
    rosa.get_by_role("button", name="I understand").click()
    card = rosa.locator(".shared-card")
    expect(card).to_be_visible()
    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.goto("/me/sharing")
    maya.get_by_role("link", name="See and change: Rosa Torres").click()
    maya.get_by_role("link", name=re.compile("See what Rosa sees")).click()

    expect(maya.locator(".shared-card")).to_have_text(card.inner_text(), use_inner_text=True)
