"""The main screens when all is not well: empty, refused by the server, without signal, filled in
wrongly. Each state is measured as the walk through every screen measures, in light and dark.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import PHONE, wait_for_the_shell
from tests.journeys.live import LiveSystem
from tests.journeys.measured import Measured
from tests.journeys.screens import MAYA, SIGNED_OUT
from tests.journeys.visits import arrive, go

MAIN = {
    "maya": [
        "/today",
        "/check-in",
        "/skills",
        "/plan",
        "/plan/goals",
        "/diary",
        "/diary/week",
        "/progress",
        "/timetable",
        "/logged",
        "/questionnaires",
        "/me/sharing",
        "/me/notices",
    ],
    "tom": ["/family", "/learn", "/support", "/support/team", "/sessions"],
    "okafor": [
        "/inbox",
        "/caseload",
        "/schedule",
        "/team-notes",
        f"/clients/{MAYA}",
        f"/clients/{MAYA}/diary",
        f"/clients/{MAYA}/progress",
    ],
    "ada": ["/program", "/program/clients", "/rota", "/exercises", "/forms", "/warnings", "/calls"],
}
STATES = ("empty", "refused", "without signal")
# A question that failed is asked again after a second, and after two: the test does not wait so.
SOON = """const real = window.setTimeout;
window.setTimeout = (run, wait = 0, ...rest) =>
    real(run, wait >= 1000 && wait <= 4000 ? 20 : wait, ...rest);"""

# Where nothing is filled in, and the button that is pressed then.
FORMS = {
    SIGNED_OUT: [("/sign-in", "Sign in"), ("/about/call", "Ask for a call")],
    "maya": [("/me/sharing/new", "Next"), ("/contact", "Send")],
    "tom": [("/support/team", "Send to the care team")],
    "ada": [("/program/series/new", "Save this series"), ("/exercises/new", "Publish")],
}


def refuse_everything(page: Page) -> None:
    """Let every question to the server fail, as a server in trouble does."""
    page.context.route("**/api/v1/**", lambda route: route.fulfill(status=500, body="{}"))


def stop_the_signal(page: Page) -> None:
    page.context.set_offline(True)


SPOIL: dict[str, Callable[[Page], None]] = {
    "empty": lambda page: None,
    "refused": refuse_everything,
    "without signal": stop_the_signal,
}


def faults_at(screen: Measured, path: str) -> list[str]:
    drawn = go(screen.page, path)
    faults = [] if drawn else ["never finished loading"]
    return [f"{path} {one}" for one in [*faults, *screen.everything()]]


@pytest.mark.parametrize("state", STATES)
def test_no_main_screen_has_a_fault(browser: Browser, live_system: LiveSystem, state: str) -> None:
    faults: list[str] = []
    for key, paths in MAIN.items():
        page = begin(browser, live_system, key, state)
        screen = Measured(page)
        SPOIL[state](page)
        for path in paths:
            faults += faults_at(screen, path)
        page.context.close()

    assert not faults, "\n".join(faults)


def begin(browser: Browser, live: LiveSystem, key: str, state: str) -> Page:
    """Open the app at a screen that asks for nothing, with nothing in memory of the others."""
    page = arrive(browser, live, key, size=PHONE)
    if state == "without signal":
        wait_for_the_shell(page)
    if state == "refused":
        first = page
        context = browser.new_context(
            base_url=live.url,
            viewport={"width": PHONE["width"], "height": PHONE["height"]},
            service_workers="block",
            storage_state=first.context.storage_state(),
        )
        first.context.close()
        context.add_init_script(SOON)
        page = context.new_page()
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto("/me")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def test_no_form_that_was_filled_in_wrongly_has_a_fault(
    browser: Browser, live_system: LiveSystem
) -> None:
    faults: list[str] = []
    for key, forms in FORMS.items():
        page = arrive(browser, live_system, key, size=PHONE)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        screen = Measured(page)
        for path, button in forms:
            assert go(page, path), path
            page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
            wrong = page.locator("main .field-error").or_(page.get_by_role("alert"))
            expect(wrong.first).to_be_visible()
            faults += [f"{path} {one}" for one in screen.everything()]
        page.context.close()

    assert not faults, "\n".join(faults)
