"""Walking through every screen: as whom, how to get there, and when it is drawn."""

from uuid import UUID

from playwright.sync_api import Browser, Page, TimeoutError

from alerts.models import RuleFamily, RuleVersion
from backend import demo, demo_questionnaires
from family.models import Consent
from program.models import Enrolment, Series, Session
from questionnaires.models import Questionnaire
from tests.journeys.chromium import NEW_YORK, enter, window
from tests.journeys.live import LiveSystem
from tests.journeys.screens import SIGNED_OUT

# As a link does it, so that the app is not loaded anew for each screen.
GO = """(path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""
READY = """() => document.querySelector('main h1')
    && ![...document.querySelectorAll('.loading')].some((one) => one.checkVisibility())"""


def go(page: Page, path: str) -> bool:
    """Go to a screen; say whether it was drawn to its end."""
    page.evaluate(GO, path)
    try:
        page.wait_for_function(READY)
    except TimeoutError:
        return False
    return True


def rows_to_visit() -> dict[str, UUID]:
    """Return the rows that the braces of the places mean, once two weeks have left them behind."""
    maya = demo.key("maya")
    return {
        "questionnaire": Questionnaire.objects.get(key=demo_questionnaires.KEY).pk,
        "enrolment": Enrolment.objects.get(client=maya).pk,
        "sharing": Consent.objects.get(client=maya, recipient=demo.key("rosa"), ended_at=None).pk,
        "series": Series.objects.get(title="Boundaries").pk,
        "session": Session.objects.filter(title="Boundaries").earliest("starts_at").pk,
        "version": RuleVersion.objects.get(family=RuleFamily.SCORE, drafted_by=None).pk,
    }


def arrive(browser: Browser, live: LiveSystem, key: str, *, size: dict[str, int]) -> Page:
    """Open a window as one of the cast, or at the door."""
    if key is not SIGNED_OUT:
        return enter(browser, live, key, size=size)
    page = window(browser, live.url, size=size, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    return page
