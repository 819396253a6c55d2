"""The inbox by keyboard alone, two clinicians at once, and what clients are told of who watches."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

from playwright.sync_api import Browser, Page, expect

from alerts.models import RotaShift
from backend import demo
from core import clock
from program.models import OpeningHours, Program
from tests.journeys.chromium import LAPTOP, PHONE, enter, wait_for_the_shell
from tests.journeys.live import LiveSystem

NEW_YORK = "America/New_York"
ROW = re.compile("Maya Torres.*Critical")


def say_that_maya_is_not_safe(live: LiveSystem) -> None:
    """Send a check-in from another device of hers, and wait until somebody was told."""
    live.sign_in("maya").post(
        "/check-ins/",
        {
            "submission_id": str(uuid4()),
            "on": clock.local_day(clock.now(), NEW_YORK).isoformat(),
            "timezone": NEW_YORK,
            "mood": 2,
            "safety": "unsafe",
        },
    )
    live.mail_to("okafor@example.org")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_an_alert_is_answered_by_keyboard_alone(browser: Browser, live_system: LiveSystem) -> None:
    say_that_maya_is_not_safe(live_system)
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    main = okafor.get_by_role("main")
    expect(okafor.get_by_role("button", name=ROW)).to_be_visible()

    press(okafor, "j")
    expect(main).to_contain_text("Said that they do not feel safe.")
    press(okafor, "a")
    expect(main).to_contain_text("You have the alert about Maya Torres.")
    press(okafor, "u")
    expect(okafor.get_by_role("radio", name="To answer")).to_be_checked()
    expect(okafor.get_by_role("button", name="Acknowledge")).to_be_visible()
    press(okafor, "a")
    expect(okafor.get_by_role("radio", name="In hand")).to_be_checked()
    expect(okafor.get_by_role("button", name="Resolve", exact=True)).to_be_visible()
    press(okafor, "r")
    # From the heading of the form: three choices with the arrows, a note, and Enter.
    expect(okafor.get_by_role("heading", name="Resolve this alert")).to_be_focused()
    press(okafor, "Tab", "Space", "Tab", "Space", "Tab", "Space", "Tab")
    okafor.keyboard.type("We spoke. Her sister is with her.")
    press(okafor, "Tab", "Tab", "Tab", "Enter")

    expect(okafor.get_by_role("radio", name="Resolved")).to_be_checked()
    expect(main).to_contain_text("Called. Safe.")


def test_an_alert_is_answered_on_a_phone(browser: Browser, live_system: LiveSystem) -> None:
    say_that_maya_is_not_safe(live_system)
    okafor = enter(browser, live_system, "okafor", size=PHONE)
    main = okafor.get_by_role("main")

    okafor.get_by_role("button", name=ROW).tap()
    okafor.get_by_role("button", name="Acknowledge").tap()
    expect(main).to_contain_text("You have the alert about Maya Torres.")
    okafor.get_by_role("button", name="Resolve", exact=True).tap()
    for answer in ("Called", "Safe", "Just now"):
        okafor.get_by_role("radio", name=answer, exact=True).check()
    okafor.get_by_role("textbox", name="Note").fill("We spoke. Her sister is with her.")
    main.get_by_role("button", name="Resolve", exact=True).last.tap()

    expect(main).to_contain_text("Called. Safe.")


def test_two_clinicians_at_once_are_both_told_who_has_it(
    browser: Browser, live_system: LiveSystem
) -> None:
    say_that_maya_is_not_safe(live_system)
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    nadia = enter(browser, live_system, "nadia", size=PHONE)
    for page in (okafor, nadia):
        page.get_by_role("button", name=ROW).click()

    nadia.get_by_role("button", name="Acknowledge").click()
    expect(nadia.get_by_role("main")).to_contain_text("You have the alert about Maya Torres.")

    # Nothing is pressed here: the list hears of it by itself.
    expect(okafor.get_by_role("main")).to_contain_text(
        re.compile("Nadia .* has just acknowledged the alert about Maya Torres"), timeout=20_000
    )
    okafor.get_by_role("button", name="Show it").click()
    expect(okafor.get_by_role("button", name="Resolve")).to_be_visible()


@contextmanager
def nobody_there(program: Program) -> Iterator[None]:
    """Nobody is on call, and the doors are open on another day only; the rows come back after."""
    rows: dict[Any, list[Any]] = {
        model: list(model.objects.filter(program=program)) for model in (RotaShift, OpeningHours)
    }
    today = clock.now().weekday()
    try:
        for model in rows:
            model.objects.filter(program=program).delete()
        OpeningHours.objects.create(program=program, weekday=(today + 3) % 7, opens=0, closes=60)
        yield
    finally:
        # The very rows: what a journey makes anew is deleted when it is over.
        for model, before in rows.items():
            model.objects.filter(program=program).delete()
            model.objects.bulk_create(before)


def test_a_gap_of_the_rota_is_said_to_administrators_and_to_clients(
    browser: Browser, live_system: LiveSystem
) -> None:
    program = Program.objects.get(enrolments__client=demo.key("maya"))
    with nobody_there(program):
        see_the_gap_and_its_end(browser, live_system, program)


def see_the_gap_and_its_end(browser: Browser, live: LiveSystem, program: Program) -> None:
    now = clock.now()
    maya = enter(browser, live, "maya", size=PHONE)
    ada = enter(browser, live, "ada", size=LAPTOP)

    maya.goto("/help")
    expect(maya.get_by_role("main")).to_contain_text("Nobody is watching right now.")
    ada.goto("/rota")
    if ada.get_by_label("Program", exact=True).count():
        ada.get_by_label("Program", exact=True).select_option(program.name)
    expect(ada.get_by_role("main")).to_contain_text("Nobody is on call at")
    RotaShift.objects.create(
        program=program, person_id=demo.key("nadia"), place="on_call",
        starts_at=now, ends_at=now + timedelta(days=1),
    )  # fmt: skip
    maya.reload()
    expect(maya.get_by_role("main")).to_contain_text("A person will see this by")
    # With no line nothing is promised.
    wait_for_the_shell(maya)
    maya.context.set_offline(True)
    maya.reload()
    expect(maya.get_by_role("main")).to_contain_text("We can’t say when a person will see this.")


def test_maya_asks_to_be_contacted_without_signal_and_it_is_sent_once(
    browser: Browser, live_system: LiveSystem
) -> None:
    maya = enter(browser, live_system, "maya", size=PHONE)
    wait_for_the_shell(maya)
    maya.get_by_role("link", name="Help now", exact=True).click()
    maya.get_by_role("link", name=re.compile("Ask staff to contact me")).click()
    maya.get_by_label("Which number may we use?").fill("617-555-0130")
    maya.context.set_offline(True)

    maya.get_by_role("button", name="Send").click()

    expect(maya.get_by_role("heading", name="Not sent yet")).to_be_visible()
    maya.context.set_offline(False)
    expect(maya.get_by_role("heading", name="We have your request")).to_be_visible()
    asked = live_system.sign_in("maya").get("/me/contact-requests/").body["results"]
    assert [one["phone"] for one in asked if one["phone"].endswith("0130")] != []
    assert len(asked) == 1
