"""Skills as people use them: in a hard moment without signal, for their team, by keyboard alone."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import LAPTOP, PHONE, enter, skip_to_the_end, wait_for_the_shell
from tests.journeys.live import LiveSystem

# How many exercises of the library do not lie on the phone; null while there is no list.
MISSING = """async () => {
    // Each language has an address of its own.
    const here = { ignoreVary: true, ignoreSearch: true };
    const list = await caches.match('/api/v1/skills/', here);
    if (!list) return null;
    const { results } = await list.json();
    const found = results.map(({ slug }) =>
        caches.match(`/api/v1/skills/${slug}/`, here));
    return (await Promise.all(found)).filter((one) => !one).length;
}"""


def wait_for_the_library(page: Page, live: LiveSystem) -> None:
    """Wait until every exercise lies on the phone, as a moment on the first screen brings it."""
    wait_for_the_shell(page)
    live.until(lambda: page.evaluate(MISSING) == 0, "the library on the phone")


def practices_of_maya(live: LiveSystem, **wanted: object) -> list[dict[str, object]]:
    rows = live.sign_in("maya").get("/practices/").body["results"]
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


def test_help_me_now_works_without_signal_and_learns_from_what_helped(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_library(maya, live_system)

    maya.context.set_offline(True)
    maya.get_by_role("link", name="Help now").click()
    maya.get_by_role("link", name=re.compile("^Help me now")).click()
    maya.get_by_role("button", name="I am about to use").click()
    maya.get_by_role("radio", name="9", exact=True).click()
    # Very strong: people stand above the exercises.
    calls = maya.get_by_role("link", name=re.compile("^Call 988"))
    expect(calls).to_have_attribute("href", "tel:988")
    offers = maya.get_by_role("list").last.get_by_role("link")
    assert calls.bounding_box()["y"] < offers.first.bounding_box()["y"]  # type: ignore[index]
    expect(offers.first).to_contain_text("Start with this one")
    expect(offers.first).to_contain_text("made for this")
    # The third one is tried, and helps a lot.
    offers.nth(2).click()
    expect(maya.get_by_text("You said 9 of 10.")).to_be_visible()
    title = maya.get_by_role("heading", level=1).inner_text()
    maya.get_by_role("button", name="Start", exact=True).click()
    skip_to_the_end(maya)
    maya.get_by_role("radio", name="1", exact=True).click()
    maya.get_by_role("button", name="Save practice").click()
    expect(maya.get_by_role("main")).to_contain_text("Saved on this phone")

    maya.get_by_role("link", name="Help now").click()
    maya.get_by_role("link", name=re.compile("^Help me now")).click()
    maya.get_by_role("button", name="I am about to use").click()
    maya.get_by_role("radio", name="9", exact=True).click()
    expect(offers.first).to_contain_text(title)
    expect(offers.first).to_contain_text("Helped you the one time you tried it, by 8")
    maya.context.set_offline(False)

    (row,) = live_system.until(
        lambda: practices_of_maya(live_system, need="about_to_use"), "the practice"
    )
    assert (row["before"], row["after"]) == (9, 1)


def assign_a_thought_record(page: Page) -> None:
    page.get_by_role("button", name="Assign an exercise").click()
    page.get_by_label("Exercise", exact=True).select_option("thought-record")
    page.get_by_label("Note to the client").fill("Take the talk with your sister.")
    page.get_by_role("button", name="Assign", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("^Withdraw"))).to_be_visible()


def test_what_is_assigned_is_practised_without_signal_and_seen_once(
    browser: Browser, live_system: LiveSystem
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    client = live_system.sign_in("maya").get("/me/").body["id"]
    okafor.goto(f"/clients/{client}/skills")
    assign_a_thought_record(okafor)

    maya = enter(browser, live_system, "maya", size=PHONE)
    expect(maya.get_by_role("link", name=re.compile("Dr. Ify Okafor asked"))).to_be_visible()
    wait_for_the_library(maya, live_system)
    maya.get_by_role("link", name="Skills").click()
    expect(maya.get_by_role("main")).to_contain_text("Take the talk with your sister.")
    maya.context.set_offline(True)
    maya.get_by_role("link", name=re.compile("^Start: ")).click()
    maya.get_by_role("radio", name="8", exact=True).click()
    maya.get_by_role("button", name="Start", exact=True).click()
    maya.get_by_role("textbox").first.fill("She did not call back.")
    skip_to_the_end(maya)
    maya.get_by_role("radio", name="5", exact=True).click()
    maya.get_by_role("switch", name="Share this practice with my care team").click()
    maya.get_by_role("button", name="Save practice").click()
    expect(maya.get_by_role("main")).to_contain_text("Saved on this phone")
    maya.context.set_offline(False)
    expect(maya.get_by_role("main")).to_contain_text("Received")

    (row,) = live_system.until(
        lambda: practices_of_maya(live_system, skill="thought-record", shared_with_team=True),
        "the shared practice",
    )
    assert row["assignment"]
    okafor.reload()
    done = okafor.get_by_role("region", name="Assignments").get_by_role("listitem")
    expect(done).to_contain_text("8 → 5")
    done.get_by_text("What the client shared").click()
    expect(done).to_contain_text("She did not call back.")
    practices = okafor.get_by_role("region", name="Practices").get_by_role("listitem")
    expect(practices.filter(has_text="8 → 5")).to_have_count(1)
    maya.goto("/today")
    expect(maya.get_by_role("main")).to_contain_text("Helped you the one time you tried it, by 3.")


def test_the_player_works_by_keyboard_alone(browser: Browser, live_system: LiveSystem) -> None:
    maya = enter(browser, live_system, "maya", size=LAPTOP)
    maya.goto("/skills/stop")
    expect(maya.get_by_role("button", name="Start", exact=True)).to_be_visible()

    tab_to(maya, "0")
    for _ in range(6):
        maya.keyboard.press("ArrowRight")
    tab_to(maya, "Start")
    maya.keyboard.press("Enter")
    first = maya.get_by_role("progressbar").get_attribute("aria-label")
    # A new step is read out: its heading has the focus.
    expect(maya.get_by_role("heading", level=1)).to_be_focused()
    # Leaving keeps the place.
    tab_to(maya, "Leave", backwards=True)
    maya.keyboard.press("Enter")
    expect(maya.get_by_role("heading", name="Skills", exact=True)).to_be_visible()
    maya.goto("/skills/stop")
    expect(maya.get_by_role("button", name="Go on from where I was")).to_be_visible()
    tab_to(maya, "Go on from where I was")
    maya.keyboard.press("Enter")
    expect(maya.get_by_role("progressbar")).to_have_attribute("aria-label", first or "")
    save = maya.get_by_role("button", name="Save practice")
    onward = maya.get_by_role("button", name=re.compile("^(Skip|Next)$"))
    for _ in range(30):
        expect(onward.or_(save).first).to_be_visible()
        if save.count():
            break
        tab_to(maya, "Skip", "Next")
        maya.keyboard.press("Enter")
    tab_to(maya, "Save practice")
    maya.keyboard.press("Enter")

    expect(maya.get_by_role("heading", name="You practiced a skill")).to_be_focused()
    expect(maya.get_by_role("main")).to_contain_text("Received")
    (row,) = practices_of_maya(live_system, skill="stop")
    assert row["before"] == 6


def tab_to(page: Page, *names: str, backwards: bool = False) -> None:
    """Press Tab until something of that name has the focus."""
    for _ in range(80):
        held = page.evaluate(
            """() => {
                const one = document.activeElement;
                const words = one.getAttribute('aria-label') || one.textContent || one.value || '';
                return words.trim();
            }"""
        )
        if held in names:
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    raise AssertionError(f"the keyboard never came to {names}")
