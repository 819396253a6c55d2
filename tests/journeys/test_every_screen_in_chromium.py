"""Every screen of every role, visited once: nothing unreachable, unnamed, too small or too wide.

One visit takes every measure, in light and dark, of what two weeks of care have left behind.
"""

from playwright.sync_api import Browser

from tests.journeys.chromium import PHONE
from tests.journeys.live import LiveSystem
from tests.journeys.measured import Measured
from tests.journeys.screens import PLACES, SIGNED_OUT, places, routes
from tests.journeys.visits import arrive, go, rows_to_visit

BROKEN = (
    "There is no such page",
    "That did not load",
    "This page stopped working",
    "No connection",
)


def look(screen: Measured, path: str) -> list[str]:
    """Return what is wrong with the screen at a path."""
    if not go(screen.page, path):
        return [f"{path} never finished loading"]
    title = screen.page.locator("main h1").first.inner_text()
    faults = [f"shows “{title}”"] if title in BROKEN else []
    return [f"{path} {fault}" for fault in [*faults, *screen.everything()]]


def test_no_screen_has_a_fault(browser: Browser, two_weeks: LiveSystem) -> None:
    faults: list[str] = []
    rows = rows_to_visit()
    for key, paths in places().items():
        page = arrive(browser, two_weeks, key, size=PHONE)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        screen = Measured(page)
        for path in paths:
            faults += look(screen, path.format(**rows))
        page.context.close()

    assert not faults, "\n".join(faults)


def test_no_place_is_named_for_a_route_that_is_gone() -> None:
    assert set(PLACES) <= set(routes())


SPOILED = {
    "button-name": "const one = add('button'); one.style.cssText = 'width: 50px; height: 50px'",
    "a button without a name": "const one = add('button')",
    "2 headings of the first level": "add('h1', 'Another')",
    "a heading of level 4": "add('h4', 'Too deep')",
    "2 × main": "add('main', 'Another')",
    "navigations that cannot be told apart": "add('nav', 'There'); add('nav', 'And there')",
    "target of 30×30": "add('button', 'x').style.cssText = 'width: 30px; height: 30px; padding: 0'",
    "no ring of the focus": "add('button', 'Somewhere').style.outline = 'none'",
    "takes the focus out of its turn": "add('button', 'First').tabIndex = 3",
    "two things with the id content": "add('p', 'Again').id = 'content'",
    "aria-describedby of nothing": "add('p').setAttribute('aria-describedby', 'nobody')",
    "bound to no field": "add('p', 'Wrong').className = 'field-error'",
    "says not what is wrong": "add('input').setAttribute('aria-invalid', 'true')",
    "color-contrast": "add('p', 'Pale').style.cssText = 'color: #ccc; background: #fff'",
    "at 200 %": "add('p', 'Wide').style.width = '900px'",
}
ADD = """(spoil) => {
    document.querySelectorAll('.spoiled').forEach((one) => one.remove());
    const add = (tag, text = '') => {
        const one = document.createElement(tag);
        one.textContent = text;
        const box = document.createElement('div');
        box.className = 'spoiled';
        box.append(one);
        document.querySelector('main > *').append(box);
        return one;
    };
    %s
}"""


def test_each_fault_is_seen(browser: Browser, live_system: LiveSystem) -> None:
    page = arrive(browser, live_system, SIGNED_OUT, size=PHONE)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.get_by_role("button", name="Sign in", exact=True).wait_for()
    screen = Measured(page)
    assert screen.everything() == []

    for fault, spoil in SPOILED.items():
        page.evaluate(ADD % spoil)
        found = screen.everything()
        assert any(fault in one for one in found), f"nobody saw: {fault}, but {found}"
