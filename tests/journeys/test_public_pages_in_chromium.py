"""The pages that anyone may read: the guide to levels of care, and asking for a call."""

from playwright.sync_api import Browser, Page, expect

from tests.journeys.chromium import NEW_YORK, PHONE, stored_text, window
from tests.journeys.live import LiveSystem


def arrive(browser: Browser, live: LiveSystem) -> Page:
    page = window(browser, live.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    return page


def test_a_call_asked_for_reaches_admissions(browser: Browser, live_system: LiveSystem) -> None:
    page = arrive(browser, live_system)
    page.get_by_role("link", name="Ask for a call").click()

    page.get_by_role("button", name="Ask for a call").click()
    expect(page.get_by_role("alert").first).to_contain_text("what to call you")
    page.get_by_label("Your name").fill("Sam")
    page.get_by_label("Phone", exact=True).fill("617-555-0142")
    page.get_by_role("radio", name="Morning").click()
    page.get_by_role("button", name="Ask for a call").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()

    ada = live_system.sign_in("ada")
    (row,) = ada.get("/admissions/call-requests/").body["results"]
    assert (row["name"], row["best_time"], row["state"]) == ("Sam", "morning", "new")
    assert row["phone"].endswith("6175550142")
    assert "Sam" not in stored_text(page)


def test_the_guide_suggests_a_level_and_sends_nothing(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = arrive(browser, live_system)
    page.get_by_role("link", name="New here?").click()
    page.get_by_role("link", name="Which level may fit?").click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Start").click()
    asked.clear()

    for words in ("None of these", "Not much, or I do not use any", "I manage, but it is hard"):
        page.get_by_role("radio", name=words).click()
        page.get_by_role("button", name="Next").click()
    page.get_by_role("radio", name="Two or three days").click()
    for _ in range(3):
        page.get_by_role("button", name="Next").or_(page.get_by_role("button", name="Skip")).click()

    expect(page.get_by_role("main")).to_contain_text("An intensive outpatient program may fit")
    expect(page.get_by_role("main")).to_contain_text("not a diagnosis")
    assert [url for url in asked if "/api/" in url] == []
    assert "days" not in stored_text(page)
    assert page.url.endswith("/about/guide")


def test_an_urgent_answer_leads_to_help_before_the_next_question(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = arrive(browser, live_system)
    page.goto("/about/guide")
    page.get_by_role("button", name="Start").click()

    page.get_by_role("radio", name="I am not safe where I am").click()

    expect(page.get_by_role("heading", name="First, let us get you help now")).to_be_visible()
    expect(page.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    expect(page.get_by_role("radio")).to_have_count(0)
