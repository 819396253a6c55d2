"""How a Chromium of ours is started, and how a person signs in with it."""

import re

from playwright.sync_api import Page

HOMES = re.compile("/(today|inbox|family|exercises)$")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def sign_in(page: Page, email: str, password: str, *, code: str = "") -> None:
    """Sign in on the first screen, with a code when one is asked for."""
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    if code:
        page.get_by_label("Code").fill(code)
        page.get_by_role("button", name="Continue").click()
