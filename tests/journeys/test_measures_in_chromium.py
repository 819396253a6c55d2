"""What is asked and what comes of it: on a phone without signal, at an administrator's desk, by
keyboard alone, and on paper.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from backend import demo_questionnaires
from backend.management.commands.seed_demo import seed_lives
from program.models import Session
from tests.journeys.chromium import LAPTOP, PHONE, enter, stored_text, wait_for_the_shell
from tests.journeys.live import LiveSystem
from tests.journeys.screens import MAYA
from tests.live.phone import Phone
from tests.story import STORY_TIME

TITLE = "My week in four answers"


@pytest.fixture
def asked_live(live_system: LiveSystem) -> LiveSystem:
    """Maya is asked a short questionnaire every week, and one is due today."""
    demo_questionnaires.seed(at=STORY_TIME)
    return live_system


@pytest.fixture
def lived(live_system: LiveSystem) -> Iterator[LiveSystem]:
    """Two weeks of Maya's life, as `make run` shows them."""
    taught = dict(Session.objects.values_list("pk", "skill_slug"))
    seed_lives(at=STORY_TIME)
    yield live_system
    for session_id, slug in taught.items():
        Session.objects.filter(pk=session_id).update(skill_slug=slug)


def scores_of_maya(okafor: Phone) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = okafor.get(f"/clients/{MAYA}/questionnaire-responses/").body[
        "results"
    ]
    return rows


def test_a_questionnaire_without_signal_is_scored_when_it_arrives(
    browser: Browser, asked_live: LiveSystem
) -> None:
    okafor = asked_live.sign_in("okafor")
    before = len(scores_of_maya(okafor))
    maya = enter(browser, asked_live, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.get_by_role("link", name=re.compile(TITLE)).click()
    expect(maya.get_by_role("heading", name="I slept well enough")).to_be_visible()

    maya.context.set_offline(True)
    maya.get_by_role("radio", name="Every day").click()
    # Leaving and coming back, with no line, goes on with the next question.
    expect(maya.get_by_role("heading", name="I talked with somebody")).to_be_visible()
    maya.reload()
    expect(maya.get_by_role("heading", name="I talked with somebody")).to_be_visible()
    answer_the_rest(maya)
    expect(maya.get_by_role("main")).to_contain_text("Saved on this phone")
    unsent = stored_text(maya)
    maya.context.set_offline(False)
    expect(maya.get_by_role("main")).to_contain_text("Received")

    assert "tomatoes" not in unsent
    newest, *others = asked_live.until(
        lambda: rows if len(rows := scores_of_maya(okafor)) > before else [],
        "the answers",
    )
    assert len(others) == before
    assert newest["score"]["total"] == 12  # three times 3, and a 0 turned round
    # The client is told kind words, never a number.
    expect(maya.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(maya.get_by_role("main")).not_to_contain_text("12")
    maya.get_by_role("link", name="Back to Today").click()
    expect(maya.get_by_role("link", name=re.compile(TITLE))).to_have_count(0)


def answer_the_rest(page: Page) -> None:
    for question, answer in (
        ("I talked with somebody", "Every day"),
        ("The pull to use", "Never"),
        ("I did something that matters", "Every day"),
    ):
        expect(page.get_by_role("heading", name=question)).to_be_visible()
        page.get_by_role("radio", name=answer).click()
    page.get_by_role("textbox").fill("I planted tomatoes.")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Send my answers").click()


def choose(page: Page, text: str) -> None:
    file = FilePayload(name="week.json", mimeType="application/json", buffer=text.encode())
    page.get_by_label("File", exact=True).set_input_files(file)


def test_a_file_is_refused_with_its_places_and_a_good_one_is_put_to_use(
    browser: Browser, live_system: LiveSystem
) -> None:
    good = demo_questionnaires.questionnaire()
    bad = {**good, "item": [{**good["item"][1], "type": "question"}, *good["item"][2:]]}
    ada = enter(browser, live_system, "ada", size=LAPTOP)
    ada.goto("/forms/new")

    choose(ada, json.dumps(bad))
    ada.get_by_label("Short name").fill("the-week")
    ada.get_by_label("Licence").select_option("public_domain")
    ada.get_by_role("button", name="Preview").click()
    refused = ada.get_by_role("region", name=re.compile("this file out"))
    expect(refused).to_contain_text("item[0]")
    expect(ada.get_by_role("button", name="Import it")).to_have_count(0)

    choose(ada, json.dumps(good))
    ada.get_by_label("Short name").fill("the-week")
    ada.get_by_label("Licence").select_option("public_domain")
    ada.get_by_role("button", name="Preview").click()
    expect(ada.get_by_role("region", name="What it asks")).to_contain_text("I slept well")
    ada.get_by_role("button", name="Import it").click()
    expect(ada.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    ada.get_by_role("button", name="Put to use").click()
    expect(ada.get_by_role("main")).to_contain_text("In use")
    ada.get_by_role("button", name="Take out").click()
    expect(ada.get_by_role("main")).to_contain_text("Taken out")


def test_progress_is_read_by_keyboard_alone(browser: Browser, lived: LiveSystem) -> None:
    maya = enter(browser, lived, "maya", size=LAPTOP)
    maya.goto("/progress")
    mood = maya.get_by_role("slider", name=re.compile("^Mood"))
    expect(mood).to_be_visible()

    mood.focus()
    today = mood.get_attribute("aria-valuetext") or ""
    maya.keyboard.press("ArrowLeft")
    expect(mood).not_to_have_attribute("aria-valuetext", today)
    maya.keyboard.press("Home")
    expect(mood).to_have_attribute("aria-valuetext", re.compile("no answer|mood"))
    chart = maya.get_by_role("figure", name=re.compile("^Mood"))
    chart.get_by_text("See it as a table").focus()
    maya.keyboard.press("Enter")
    expect(chart.get_by_role("table").get_by_role("row")).to_have_count(1 + 6 * 7)


def test_session_prep_prints_on_one_page(browser: Browser, lived: LiveSystem) -> None:
    okafor = enter(browser, lived, "okafor", size=LAPTOP)
    okafor.goto(f"/clients/{MAYA}/prep")
    expect(okafor.get_by_role("region", name="Check-ins")).to_be_visible()

    paper = okafor.pdf(format="Letter")

    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1
