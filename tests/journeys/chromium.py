"""A real Chromium for journeys: one phone-sized or laptop-sized window for each person."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that `make test` found."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=ARGUMENTS, headless=True
        )
        yield browser
        browser.close()


def window(browser: Browser, url: str, *, size: dict[str, int], zone: str) -> BrowserContext:
    """Open a window with nothing in it from before."""
    context = browser.new_context(
        base_url=url,
        viewport={"width": size["width"], "height": size["height"]},
        timezone_id=zone,
        locale="en-US",
        has_touch=size is PHONE,
    )
    context.set_default_timeout(15_000)
    return context


def sign_in(page: Page, email: str, password: str, *, code: str = "") -> None:
    """Sign in on the first screen, with a code when one is asked for."""
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    if code:
        page.get_by_label("Code").fill(code)
        page.get_by_role("button", name="Continue").click()
