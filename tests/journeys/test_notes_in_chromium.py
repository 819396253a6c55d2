"""Notes on a device, the first look around, the plain name, and the guides on paper."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from core import clock
from delivery.models import ContactPoint
from tests.delivery.push_service import BrowserKeys, Service, open_service
from tests.journeys.chromium import HOMES, NEW_YORK, PHONE, enter, sign_in, window
from tests.journeys.live import PASSWORD, LiveSystem
from tests.journeys.visits import go

pytestmark = pytest.mark.usefixtures("agreed")

# A browser with no way to the internet has no push service; this one's answers with ours.
SUBSCRIBING = """({ endpoint, keys }) => {
    const made = { endpoint, toJSON: () => ({ endpoint, keys }), unsubscribe: async () => true };
    const key = 'a-journeys-subscription';
    PushManager.prototype.subscribe = async (options) => {
        if (!options.userVisibleOnly) throw new Error('silent');
        sessionStorage.setItem(key, '1');
        return made;
    };
    PushManager.prototype.getSubscription = async () => sessionStorage.getItem(key) ? made : null;
}"""
SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
    .map(({ title, body, icon }) => [title, body, new URL(icon).pathname])"""


@pytest.fixture
def keys() -> BrowserKeys:
    return BrowserKeys()


@pytest.fixture
def push_service() -> Iterator[Service]:
    with open_service() as service:
        yield service


def with_push(page: Page, service: Service, keys: BrowserKeys) -> None:
    page.context.grant_permissions(["notifications"])
    given = {"endpoint": f"{service.url}/maya", "keys": keys.keys}
    page.context.add_init_script(f"({SUBSCRIBING})({json.dumps(given)})")
    page.reload()


def check_in(page: Page) -> None:
    page.goto("/check-in")
    page.get_by_role("radio", name="6", exact=True).first.check(force=True)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name=re.compile("Finish")).click()
    page.get_by_role("button", name="Save check-in").click()


def deliver(context: BrowserContext, page: Page, payload: str) -> None:
    """Hand a payload to the service worker, as a browser does when its push service calls."""
    session = context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda news: found.extend(one["registrationId"] for one in news["registrations"]),
    )
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(300)
    address = page.evaluate("location.origin")
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": address, "registrationId": found[-1], "data": payload},
    )


def test_notes_are_asked_for_after_a_check_in_and_a_trial_tells_that_it_arrived(
    browser: Browser, live_system: LiveSystem, push_service: Service, keys: BrowserKeys
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    with_push(maya, push_service, keys)
    expect(maya.get_by_text("Shall we let you know?")).to_have_count(0)

    check_in(maya)
    expect(maya.get_by_role("heading", name="Shall we let you know?")).to_be_visible()
    expect(maya.get_by_text("You have an update")).to_be_visible()
    maya.get_by_role("button", name="Yes, show notes here").click()
    expect(maya.get_by_text("Notes are on for this device.")).to_be_visible()

    maya.goto("/me/reminders")
    trial = maya.get_by_role("button", name=re.compile("^Send a test to "))
    expect(trial).to_have_count(1)
    expect(maya.get_by_text("No note yet")).to_be_visible()
    trial.click()
    expect(maya.get_by_text("Sent. It should show in a moment.")).to_be_visible()
    ((path, _, body),) = push_service.taken
    deliver(maya.context, maya, json.dumps(keys.open(body)))
    expect(maya.get_by_text("It arrived.")).to_be_visible()

    assert path == "/maya"
    expect(maya.get_by_text(re.compile("^Last note: "))).to_be_visible()
    assert maya.evaluate(SHOWN) == [
        ["This works", "This works. You asked for it in the app.", "/icon-note.png"]
    ]
    point = ContactPoint.objects.get(channel="push", active=True)
    assert point.arrived_at is not None
    assert clock.now() - point.arrived_at < timedelta(minutes=1)


def test_a_push_that_cannot_be_read_shows_a_note_all_the_same(
    browser: Browser, live_system: LiveSystem, push_service: Service, keys: BrowserKeys
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    with_push(maya, push_service, keys)
    maya.evaluate("() => navigator.serviceWorker.ready.then(() => true)")

    deliver(maya.context, maya, "not json")

    shown = live_system.until(lambda: maya.evaluate(SHOWN), "a note")
    assert shown == [["You have an update", "Open the app.", "/icon-note.png"]]


def test_a_no_is_kept_and_nobody_asks_again(
    browser: Browser, live_system: LiveSystem, push_service: Service, keys: BrowserKeys
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    with_push(maya, push_service, keys)
    check_in(maya)
    maya.get_by_role("button", name="No, thank you").click()
    expect(maya.get_by_text("We will not ask again.")).to_be_visible()

    maya.goto("/me/reminders")
    switch = maya.get_by_role("switch", name="Check-in")
    switch.uncheck()
    switch.check()
    expect(maya.get_by_text("Saved")).to_be_visible()

    expect(maya.get_by_text("Shall we let you know?")).to_have_count(0)
    expect(maya.get_by_role("button", name="Show notes on this device")).to_be_visible()


def test_the_first_look_around_is_shown_once_and_can_be_seen_again(
    browser: Browser, live_system: LiveSystem
) -> None:
    context = window(browser, live_system.url, size=PHONE, zone=NEW_YORK, toured=False)
    page = context.new_page()
    sign_in(page, "rosa@example.org", PASSWORD)
    page.wait_for_url(HOMES)
    tour = page.get_by_role("region", name="Lessons for you")
    expect(tour).to_be_visible()
    tour.get_by_role("button", name="Next").click()
    second = page.get_by_role("region", name="What you see, and what you do not")
    expect(second.get_by_text("What you see, and what you do not")).to_be_focused()
    second.get_by_role("button", name="Skip this").click()
    expect(second).to_have_count(0)

    page.goto("/family")
    expect(page.get_by_role("heading").first).to_be_visible()
    expect(page.get_by_text("A first look around")).to_have_count(0)
    page.goto("/me/guide")
    page.get_by_role("button", name="Show it").click()
    expect(tour).to_be_visible()


def test_a_plain_name_is_worn_by_the_tab_and_by_what_would_be_installed(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    go(maya, "/me/guide")
    maya.get_by_role("radio", name=re.compile("^Notes, ")).check(force=True)

    maya.goto("/today")
    expect(maya).to_have_title("Notes")
    expect(maya.locator(".shell-name")).to_have_text("Notes")
    address = maya.locator("link[rel=manifest]").get_attribute("href")
    manifest = maya.request.get(f"{live_system.url}{address}").json()
    assert (manifest["name"], manifest["short_name"]) == ("Notes", "Notes")
    assert "foothold" not in json.dumps(manifest).lower()
    for icon in manifest["icons"]:
        picture = maya.request.get(f"{live_system.url}{icon['src']}")
        assert picture.headers["content-type"] == "image/png"

    # An app on an iPhone's home screen knows only where it starts.
    fresh = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    fresh.goto(manifest["start_url"])
    expect(fresh).to_have_title("Notes")
    assert "plain" not in fresh.url


SHEETS = {"A4": ("210mm", "297mm"), "Letter": ("8.5in", "11in")}


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_guide_prints_on_one_sheet(
    browser: Browser, live_system: LiveSystem, language: str
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.add_init_script(f"localStorage.setItem('foothold.language', '{language}')")
    page.goto("/sign-in")
    counted = {}
    for who in ("client", "family", "clinician"):
        assert go(page, f"/guides/{who}")
        for name, (width, height) in SHEETS.items():
            margin = dict.fromkeys(("top", "bottom", "left", "right"), "1.2cm")
            paper = page.pdf(width=width, height=height, margin=margin)
            counted[who, name] = len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))

    assert page.evaluate("document.documentElement.lang") == language
    assert set(counted.values()) == {1}, counted
