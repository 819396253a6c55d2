"""Every screen on the narrowest phone, in Spanish and in a made-up language of longer words.

The made-up one is English with every text marked and at least 40 % longer, made from the words of
the built app on their way to the browser. What is wider than the phone would have to be pushed
sideways to be read.
"""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from accounts.models import User
from tests.journeys.chromium import NEW_YORK, window
from tests.journeys.live import LiveSystem
from tests.journeys.measured import TOO_WIDE
from tests.journeys.screens import ROOT, SIGNED_OUT, places
from tests.journeys.visits import arrive, go, rows_to_visit

NARROW = {"width": 320, "height": 640}
BUILT = ROOT / "web" / "dist"
WORDS = re.compile(r"^src/lib/strings/en/")
EXPORT = re.compile(r"export\{([^}]*)\};?\s*$")
LENGTHEN = """
const longer = (text) => {
    const drawn = text.replace(/[aeiou]/gi, '$&$&');
    return `⟦${drawn.padEnd(Math.ceil(text.length * 1.4), '~')}⟧`;
};
const madeUp = (words) => {
    if (typeof words === 'string') return longer(words);
    if (typeof words === 'function') return (...facts) => madeUp(words(...facts));
    if (Array.isArray(words)) return words.map(madeUp);
    if (typeof words !== 'object' || words === null) return words;
    return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, madeUp(inner)]));
};
"""


def made_up(code: str) -> str:
    """Return a chunk of words that says each of them longer."""
    found = EXPORT.search(code)
    assert found, "a chunk of words that exports in another way"
    names = [one.split(" as ") for one in found[1].split(",")]
    rows = [(inner, outer) for inner, outer in names if outer != "later"]
    kept = [f"{inner} as {outer}" for inner, outer in names if outer == "later"]
    said = "".join(f"const longer_{outer} = madeUp({inner});\n" for inner, outer in rows)
    exports = ", ".join([*kept, *(f"longer_{outer} as {outer}" for _, outer in rows)])
    return f"{code[: found.start()]}\n{LENGTHEN}{said}export {{ {exports} }};"


def speak_made_up(context: BrowserContext) -> None:
    """Say every text of the app longer in this window."""
    manifest = json.loads((BUILT / ".vite" / "manifest.json").read_text())
    for source, chunk in manifest.items():
        if WORDS.search(source):
            said = made_up((BUILT / chunk["file"]).read_text())
            context.route(f"**/{chunk['file']}", answering(said))


def answering(said: str) -> Callable[[Route], None]:
    """Return what answers a request with this script."""
    return lambda route: route.fulfill(body=said, content_type="text/javascript")


def window_like(browser: Browser, page: Page) -> BrowserContext:
    """Open a second window for whoever is signed in, without the copy on the device."""
    context = browser.new_context(
        base_url=page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2],
        viewport={"width": NARROW["width"], "height": NARROW["height"]},
        timezone_id=NEW_YORK,
        locale="en-US",
        has_touch=True,
        service_workers="block",
        storage_state=page.context.storage_state(),
    )
    context.set_default_timeout(15_000)
    return context


def too_wide(page: Page, paths: list[str]) -> list[str]:
    """Return what does not fit on the screens at these paths."""
    rows = rows_to_visit()
    faults: list[str] = []
    for path in (path.format(**rows) for path in paths):
        drawn = go(page, path)
        faults += [f"{path} {one}" for one in page.evaluate(TOO_WIDE)]
        faults += [] if drawn else [f"{path} never finished loading"]
    return faults


@pytest.fixture
def in_spanish(two_weeks: LiveSystem) -> Iterator[LiveSystem]:
    """Everybody has chosen Spanish."""
    before = dict(User.objects.values_list("pk", "language"))
    User.objects.update(language="es")
    yield two_weeks
    for person_id, language in before.items():
        User.objects.filter(pk=person_id).update(language=language)


def test_longer_words_fit_on_the_narrowest_phone(browser: Browser, two_weeks: LiveSystem) -> None:
    faults: list[str] = []
    for key, paths in places().items():
        first = arrive(browser, two_weeks, key, size=NARROW)
        context = window_like(browser, first)
        speak_made_up(context)
        page = context.new_page()
        page.goto("/about" if key is SIGNED_OUT else "/me")
        page.wait_for_function("() => document.querySelector('main h1')?.textContent.includes('⟦')")
        faults += too_wide(page, paths)
        first.context.close()
        context.close()

    assert not faults, "\n".join(faults)


def test_spanish_fits_on_the_narrowest_phone(browser: Browser, in_spanish: LiveSystem) -> None:
    faults: list[str] = []
    for key, paths in places().items():
        page = arrive(browser, in_spanish, key, size=NARROW)
        if key is SIGNED_OUT:
            page.get_by_role("button", name="Español").click()
        page.wait_for_function("() => document.documentElement.lang === 'es'")
        faults += too_wide(page, paths)
        page.context.close()

    assert not faults, "\n".join(faults)


def test_what_is_too_wide_is_seen(browser: Browser, live_system: LiveSystem) -> None:
    page = window(browser, live_system.url, size=NARROW, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in", exact=True).wait_for()
    assert page.evaluate(TOO_WIDE) == []

    page.evaluate(
        "() => { const wide = document.createElement('p'); wide.style.width = '400px';"
        " wide.textContent = 'wide'; document.querySelector('main').append(wide); }"
    )

    assert page.evaluate(TOO_WIDE)
