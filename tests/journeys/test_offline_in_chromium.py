"""A phone without signal, from a cold start; a line that comes and goes; two tabs at once."""

import random
import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from core import clock
from tests.journeys.chromium import NEW_YORK, PHONE, enter, wait_for_the_shell, window
from tests.journeys.live import LiveSystem
from tests.journeys.test_skills_in_chromium import wait_for_the_library

pytestmark = pytest.mark.usefixtures("agreed")

# Each opens from nothing but what lies on the phone, and shows what makes it of use.
CLIENT_SCREENS = {
    "/today": "Log an urge",
    "/check-in": "How is your mood?",
    "/urge": "How strong",
    "/lapse": "Who will see this",
    "/help-now": "I am about to use",
    "/skills": "Slow breath, long breath out",
    "/skills/paced-breathing": "Slow breath, long breath out",
    "/diary": "Diary card",
    "/timetable": "Morning group",
    "/help": "988",
    "/me/device": "Everything you saved has been sent.",
}
PIECES = 30
SEED = 20261123


# How many lessons do not lie on the phone; null while there is no list.
LESSONS_MISSING = """async () => {
    const list = await caches.match('/api/v1/public/lessons/?language=en', { ignoreVary: true });
    if (!list) return null;
    const { results } = await list.json();
    const found = results.map(({ slug }) =>
        caches.match(`/api/v1/public/lessons/${slug}/?language=en`, { ignoreVary: true }));
    return (await Promise.all(found)).filter((one) => !one).length;
}"""


def cold_start(page: Page) -> Page:
    """Close the app, and open another window of it on the same phone."""
    context = page.context
    page.close()
    return context.new_page()


def wait_for_a_whole_visit(page: Page, live: LiveSystem) -> None:
    """Open once with signal what is kept by being opened: the library, this week, the card."""
    wait_for_the_library(page, live)
    for path in ("/timetable", "/diary", "/lapse", "/check-in", "/today"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        page.wait_for_load_state("networkidle")


def test_a_cold_start_without_signal_opens_all_that_a_client_needs(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_a_whole_visit(maya, live_system)
    maya.context.set_offline(True)

    missing = {}
    for path, words in CLIENT_SCREENS.items():
        maya = cold_start(maya)
        maya.goto(path)
        try:
            expect(maya.get_by_role("main")).to_contain_text(words, timeout=8000)
        except AssertionError:
            missing[path] = maya.get_by_role("main").inner_text()[:200]
    assert missing == {}


def test_lessons_and_help_open_from_a_cold_start_with_and_without_an_account(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/learn")
    wait_for_the_shell(page)
    live_system.until(lambda: page.evaluate(LESSONS_MISSING) == 0, "lessons on the phone")
    page.context.set_offline(True)

    page = cold_start(page)
    page.goto("/learn/for-partners")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page = cold_start(page)
    page.goto("/help")
    expect(page.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")


def log_an_urge(page: Page, strength: int) -> None:
    """Log one as a thumb does, without waiting for a line."""
    page.evaluate(
        "() => { history.pushState(null, '', '/today');"
        " dispatchEvent(new PopStateEvent('popstate')); }"
    )
    page.get_by_role("link", name=re.compile("^Log an urge")).click()
    page.get_by_role("radio", name=str(strength), exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("^Saved"))).to_be_visible()


def urges_of_maya(live: LiveSystem) -> list[dict[str, object]]:
    today = clock.local_day(clock.now(), NEW_YORK).isoformat()
    found = live.sign_in("maya").get(f"/urges/?from={today}&page_size=200").body["results"]
    return [row for row in found if row["version"] == 1]


def drop_at_random(page: Page, chance: random.Random) -> dict[str, int]:
    """Lose requests on the way there, and answers on the way back, from now on."""
    lost = {"there": 0, "back": 0}

    def decide(route: Route) -> None:
        roll = chance.random()
        if roll < 0.3:
            lost["there"] += 1
            route.abort("connectionfailed")
        elif roll < 0.6:
            # The server does it, and nobody here hears of it.
            route.fetch()
            lost["back"] += 1
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/api/v1/urges/**", decide)
    return lost


def test_thirty_pieces_over_a_line_that_flaps_arrive_once_each(
    browser: Browser, live_system: LiveSystem
) -> None:
    before = len(urges_of_maya(live_system))
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    chance = random.Random(SEED)
    maya.context.set_offline(True)
    strengths = [chance.randrange(11) for _ in range(PIECES)]
    for strength in strengths:
        log_an_urge(maya, strength)
    lost = drop_at_random(maya, chance)
    maya.context.set_offline(False)
    maya.goto("/me/device")

    for _ in range(200):
        if maya.get_by_text("Everything you saved has been sent.").count():
            break
        # As when the signal comes and goes.
        maya.evaluate("() => window.dispatchEvent(new Event('online'))")
        maya.wait_for_timeout(150)

    expect(maya.get_by_text("Everything you saved has been sent.")).to_be_visible()
    assert lost["there"] > 3
    assert lost["back"] > 3
    arrived = urges_of_maya(live_system)
    assert len(arrived) == before + PIECES
    newest_last = sorted(arrived, key=lambda row: str(row["received_at"]))[-PIECES:]
    assert [row["intensity"] for row in newest_last] == strengths


def test_two_tabs_that_come_back_together_send_each_thing_once(
    browser: Browser, live_system: LiveSystem
) -> None:
    before = len(urges_of_maya(live_system))
    one = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(one)
    other = one.context.new_page()
    other.goto("/today")
    expect(other.get_by_role("link", name=re.compile("^Log an urge"))).to_be_visible()
    one.context.set_offline(True)
    for strength in (3, 4, 5):
        log_an_urge(one, strength)
        log_an_urge(other, strength)
    expect(other.get_by_role("link", name=re.compile("6 things wait here"))).to_be_visible()

    sent: list[str] = []
    one.context.on(
        "request", lambda request: sent.append(request.url) if request.method == "PUT" else None
    )
    one.context.set_offline(False)
    for page in (one, other):
        page.evaluate("() => window.dispatchEvent(new Event('online'))")

    live_system.until(lambda: len(urges_of_maya(live_system)) == before + 6, "six urges")
    expect(one.get_by_role("link", name=re.compile("wait here"))).to_have_count(0)
    expect(other.get_by_role("link", name=re.compile("wait here"))).to_have_count(0)
    # One tab at a time holds the lock: nothing goes out twice, not even to be recognised.
    urges = [url for url in sent if "/urges/" in url]
    assert len(urges) == len(set(urges)) == 6
