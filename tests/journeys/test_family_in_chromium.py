"""A family member's screens: lessons without signal, what is shared, a note to the team."""

import re
from typing import Any

from playwright.sync_api import Browser, Page, expect

from accounts.models import Role, User
from backend import demo
from family.models import Category, Disclosure
from tests.family.sharing import DAY, share
from tests.journeys.chromium import (
    NEW_YORK,
    PHONE,
    cached_text,
    enter,
    stored_text,
    wait_for_the_shell,
    window,
)
from tests.journeys.live import LiveSystem
from tests.story import STORY_TIME

LESSON = "/learn/boundaries"
WEATHER = "https://www.weather.gov/"
BROUGHT = """async (count) => {
    while ((await (await caches.open('lessons')).keys()).length < count)
        await new Promise((wait) => setTimeout(wait, 100));
    return true;
}"""


def agree(page: Page) -> None:
    """Read what the page is for, as everybody does once."""
    page.get_by_role("button", name="I understand").click()


def person(key: str) -> User:
    return User.objects.get(pk=demo.key(key))


def test_with_nothing_shared_lessons_are_read_without_signal_and_resume(
    browser: Browser, live_system: LiveSystem
) -> None:
    tom = enter(browser, live_system, "tom", size=PHONE)
    agree(tom)
    expect(tom.get_by_role("heading", name="Sharing is off right now.")).to_be_visible()
    wait_for_the_shell(tom)
    tom.get_by_role("link", name="Learn", exact=True).click()
    # The list and each of the lessons.
    assert tom.evaluate(BROUGHT, 30)

    tom.context.set_offline(True)
    tom.goto(LESSON)
    tom.get_by_role("button", name="Start reading").click()
    tom.get_by_role("button", name="Next").click()
    expect(tom.get_by_text("Part 2 of", exact=False).first).to_be_visible()
    second = tom.locator("main h1:visible").inner_text()
    again = tom.context.new_page()
    tom.close()
    again.goto(LESSON)
    again.get_by_role("button", name=re.compile("^Go on with part 2")).click()
    expect(again.get_by_role("heading", name=second)).to_be_visible()
    again.context.set_offline(False)

    phone = live_system.sign_in("tom")
    place = live_system.until(
        lambda: phone.get("/lessons/boundaries/").body["progress"], "Tom's place in the lesson"
    )
    assert place["section"] == 2
    assert place["finished_at"] is None


def test_a_lesson_is_read_with_the_keys_alone(browser: Browser, live_system: LiveSystem) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/learn/bipolar-disorder")
    expect(page.get_by_role("button", name="Start reading")).to_be_visible()
    end = page.get_by_role("heading", name="Thank you for reading")

    press(page, "Start reading")
    for _ in range(12):
        if end.is_visible():
            break
        name = "Skip" if page.get_by_role("button", name="Skip").is_visible() else "Next"
        press(page, name)
    expect(end).to_be_focused()

    assert "bipolar" not in stored_text(page)


def press(page: Page, name: str) -> None:
    """Reach a button with Tab, from where the focus is, and press it."""
    button = page.get_by_role("button", name=name, exact=True)
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("(one) => one === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} cannot be reached with the keys")


def test_leaving_quickly_puts_another_page_in_place_of_the_lesson(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.route(WEATHER, lambda route: route.fulfill(body="<title>Weather</title>Sunny"))
    page.goto("/learn")
    page.get_by_role("link", name=re.compile("^For partners")).click()
    page.get_by_role("button", name="Start reading").click()
    expect(page.get_by_role("heading", name="First, a question only for you")).to_be_visible()

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page).to_have_url(WEATHER)
    page.go_back()

    expect(page).to_have_url(re.compile("/learn$"))
    expect(page.get_by_role("main")).not_to_contain_text("a question only for you")


def test_what_two_people_share_stays_apart_and_under_its_notice_until_it_ends(
    browser: Browser, live_system: LiveSystem
) -> None:
    # Sharings of its own: what the cast shares must stand when it is over.
    share("maya", person("tom"), at=STORY_TIME - 2 * DAY)
    share("ben", person("tom"), categories=(Category.STREAK,))
    tom = enter(browser, live_system, "tom", size=PHONE)
    main = tom.get_by_role("main")
    expect(main).to_contain_text("Before you read")
    expect(main).not_to_contain_text("shares with you")
    agree(tom)

    expect(tom.get_by_role("heading", name="Maya Torres shares with you")).to_be_visible()
    expect(main).to_contain_text("This week looks")
    expect(main).to_contain_text("42 CFR part 2 prohibits unauthorized use")
    expect(main).not_to_contain_text("Checked in on")
    tom.get_by_role("radio", name="Ben Walker").click()
    expect(main).to_contain_text("Checked in on")
    expect(main).not_to_contain_text("This week looks")
    expect(main).to_contain_text("42 CFR part 2 prohibits unauthorized use")
    assert "Maya Torres" not in stored_text(tom) + cached_text(tom)
    assert Disclosure.objects.filter(consent__recipient=demo.key("tom")).exists()

    for key in ("maya", "ben"):
        end_sharing_with(live_system, key, "tom")
    # Looked for every few seconds, and at once by who comes back to the page.
    tom.evaluate("() => window.dispatchEvent(new Event('visibilitychange'))")
    expect(main).to_contain_text("Sharing is off right now.")
    expect(main).not_to_contain_text(re.compile("Maya|Ben"))


def end_sharing_with(live: LiveSystem, client: str, recipient: str) -> None:
    phone = live.sign_in(client)
    rows: list[dict[str, Any]] = phone.get("/consents/").body["results"]
    (one,) = [
        row
        for row in rows
        if row["state"] == "in_force" and row["recipient_email"] == f"{recipient}@example.org"
    ]
    assert phone.post(f"/consents/{one['id']}/revoke/").status == 200


def test_a_worried_note_to_the_team_shows_whom_to_call_first(
    browser: Browser, live_system: LiveSystem
) -> None:
    rosa = enter(browser, live_system, "rosa", size=PHONE)
    rosa.get_by_role("link", name="Support", exact=True).click()
    rosa.get_by_role("link", name=re.compile("^Write to the care team")).click()
    main = rosa.get_by_role("main")
    expect(main).to_contain_text("not at once")
    rosa.get_by_label("Whom is it about?").fill("Maya")
    rosa.get_by_label("What should they know?").fill("She did not come home.")
    rosa.get_by_role("checkbox", name=re.compile("not safe right now")).click()
    expect(rosa.get_by_role("link", name=re.compile("^Call 988"))).to_be_visible()

    rosa.get_by_role("button", name="Send to the care team").click()

    expect(rosa.get_by_role("heading", name="Received")).to_be_visible()
    (note,) = live_system.sign_in("rosa").get("/family/team-notes/").body["notes"]
    assert (note["about"], note["worried_now"]) == ("Maya", True)


def test_a_clinician_who_is_also_family_has_two_sides(
    browser: Browser, live_system: LiveSystem
) -> None:
    User.objects.filter(pk=demo.key("okafor")).update(roles=[Role.CLINICIAN, Role.FAMILY])
    try:
        okafor = enter(browser, live_system, "okafor", size=PHONE)
        tabs = okafor.get_by_role("navigation", name="Main")
        expect(tabs.get_by_role("link", name="Inbox")).to_be_visible()
        expect(tabs.get_by_role("link", name="Learn")).to_have_count(0)

        okafor.get_by_role("link", name="As family").click()

        expect(tabs.get_by_role("link", name="Learn")).to_be_visible()
        expect(tabs.get_by_role("link", name="Inbox")).to_have_count(0)
    finally:
        User.objects.filter(pk=demo.key("okafor")).update(roles=[Role.CLINICIAN])
