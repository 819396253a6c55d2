"""A real Chromium for journeys: one phone-sized or laptop-sized window for each person."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.journeys.live import PASSWORD, LiveSystem
from tests.live.browser import ARGUMENTS, HOMES, sign_in

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
NEW_YORK = "America/New_York"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that `make test` found."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=ARGUMENTS, headless=True
        )
        yield browser
        browser.close()


# As on a device where the first look around was shown before.
SEEN = "localStorage.setItem('foothold.toured', 'client family clinician administrator')"


def window(
    browser: Browser, url: str, *, size: dict[str, int], zone: str, toured: bool = True
) -> BrowserContext:
    """Open a window with nothing in it from before, but that its owner was shown around."""
    context = browser.new_context(
        base_url=url,
        viewport={"width": size["width"], "height": size["height"]},
        timezone_id=zone,
        locale="en-US",
        has_touch=size is PHONE,
    )
    context.set_default_timeout(15_000)
    if toured:
        context.add_init_script(SEEN)
    return context


def enter(browser: Browser, live: LiveSystem, key: str, *, size: dict[str, int]) -> Page:
    """Open a window, sign one of the cast in, and wait for their first screen."""
    page = window(browser, live.url, size=size, zone=NEW_YORK).new_page()
    sign_in(page, f"{key}@example.org", PASSWORD, code=live.code(key))
    page.wait_for_url(HOMES)
    return page


def wait_for_the_shell(page: Page) -> None:
    """Wait until the app itself lies on the device, so that it opens without signal."""
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")


def skip_to_the_end(page: Page) -> None:
    """Skip every step of an exercise, as anyone may, until the questions at its end."""
    save = page.get_by_role("button", name="Save practice")
    onward = page.get_by_role("button", name=re.compile("^(Skip|Next)$"))
    for _ in range(30):
        expect(onward.or_(save).first).to_be_visible()
        if save.count():
            return
        onward.first.click()


def stored_text(page: Page) -> str:
    """Return what the browser stores for this site, but for its caches, as one text."""
    return str(page.evaluate(STORED_TEXT))


def cached_text(page: Page) -> str:
    """Return what lies in the caches for requests, addresses included, as one text."""
    return str(page.evaluate(CACHED_TEXT))


STORED_TEXT = """async () => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((done) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => done(opening.result);
        });
        for (const store of database.objectStoreNames) {
            const rows = await new Promise((done) => {
                const reading = database.transaction(store).objectStore(store).getAll();
                reading.onsuccess = () => done(reading.result);
            });
            found.push(...rows.map((row) => JSON.stringify(row, (key, value) =>
                value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                    ? new TextDecoder().decode(value) : value)));
        }
        database.close();
    }
    for (const storage of [localStorage, sessionStorage])
        found.push(JSON.stringify({ ...storage }));
    return found.join('\\n');
}"""

CACHED_TEXT = """async () => {
    const texts = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const answer = await cache.match(request);
            texts.push(request.url, await answer.text());
        }
    }
    return texts.join('\\n');
}"""
