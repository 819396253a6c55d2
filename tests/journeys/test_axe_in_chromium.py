"""Every screen of every role on a phone, light and dark: nothing that axe finds fault with."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

from alerts.models import RuleFamily, RuleVersion
from backend import demo, demo_questionnaires
from backend.management.commands.seed_demo import seed_lives
from family.models import Consent
from program.models import Enrolment, Series, Session
from questionnaires.models import Questionnaire
from tests.journeys.chromium import NEW_YORK, PHONE, enter, window
from tests.journeys.live import LiveSystem
from tests.journeys.screens import PLACES, ROOT, SIGNED_OUT, places, routes
from tests.skills.exercises import exercise
from tests.story import STORY_TIME

AXE = (ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text()

# As a link does it, so that the app is not loaded anew for each screen.
GO = """(path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""
READY = """() => document.querySelector('main h1')
    && ![...document.querySelectorAll('.loading')].some((one) => one.checkVisibility())"""
FAULTS = """async (rules) => {
    // Colours that are still fading are not the ones that people see.
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const fading = document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
        .map((one) => one.finished);
    await Promise.race([Promise.allSettled(fading), new Promise((end) => setTimeout(end, 1000))]);
    const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}"""
BROKEN = (
    "There is no such page",
    "That did not load",
    "This page stopped working",
    "No connection",
)


@pytest.fixture
def two_weeks(live_system: LiveSystem) -> Iterator[LiveSystem]:
    """What care left behind, as `make run` shows it, and an exercise of the clinic's own."""
    taught = dict(Session.objects.values_list("pk", "skill_slug"))
    seed_lives(at=STORY_TIME)
    live_system.sign_in("ada").post("/exercises/", exercise(slug="tea", title="Make tea"))
    yield live_system
    # New rows are deleted with the stage; this is what it changed of the cast's own.
    for session_id, slug in taught.items():
        Session.objects.filter(pk=session_id).update(skill_slug=slug)


def look(page: Page, path: str) -> list[str]:
    """Return what is wrong with a screen. Dark differs in its colours only."""
    page.evaluate(GO, path)
    try:
        page.wait_for_function(READY)
    except TimeoutError:
        return [f"{path} never finished loading"]
    title = page.locator("main h1").first.inner_text()
    faults = [f"shows “{title}”"] if title in BROKEN else []
    faults += page.evaluate(FAULTS)
    page.emulate_media(color_scheme="dark")
    faults += [f"dark: {fault}" for fault in page.evaluate(FAULTS, ["color-contrast"])]
    page.emulate_media(color_scheme="light")
    return [f"{path} {fault}" for fault in faults]


def test_axe_finds_no_fault_on_any_screen(browser: Browser, two_weeks: LiveSystem) -> None:
    faults: list[str] = []
    rows = {
        "questionnaire": Questionnaire.objects.get(key=demo_questionnaires.KEY).pk,
        "enrolment": Enrolment.objects.get(client=demo.key("maya")).pk,
        "sharing": Consent.objects.get(
            client=demo.key("maya"), recipient=demo.key("rosa"), ended_at=None
        ).pk,
        "series": Series.objects.get(title="Boundaries").pk,
        "session": Session.objects.filter(title="Boundaries").earliest("starts_at").pk,
        "version": RuleVersion.objects.get(family=RuleFamily.SCORE, drafted_by=None).pk,
    }
    for key, paths in places().items():
        page = arrive(browser, two_weeks, key)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.evaluate(AXE)
        for path in paths:
            faults += look(page, path.format(**rows))
        page.context.close()

    assert not faults, "\n".join(faults)


def arrive(browser: Browser, live: LiveSystem, key: str) -> Page:
    if key is not SIGNED_OUT:
        return enter(browser, live, key, size=PHONE)
    page = window(browser, live.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    return page


def test_no_place_is_named_for_a_route_that_is_gone() -> None:
    assert set(PLACES) <= set(routes())


def test_axe_sees_a_fault(browser: Browser, live_system: LiveSystem) -> None:
    page = arrive(browser, live_system, SIGNED_OUT)
    page.evaluate(AXE)
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")

    found: Any = page.evaluate(FAULTS)

    assert any(fault.startswith("button-name") for fault in found)
