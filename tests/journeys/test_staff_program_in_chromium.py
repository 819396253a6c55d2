"""The staff's side of the program: a series with its skill, attendance in one pass, calls."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from admissions.models import CallRequest
from backend import demo
from core import clock
from program.models import Participant, Program, Room, Session
from reminders.models import Reminder
from tests.journeys.chromium import LAPTOP, NEW_YORK, PHONE, enter, window
from tests.journeys.live import LiveSystem

TITLE = "Evening group"
SKILL = "wise-mind"
SLOW_START = 15_000  # the app is loaded anew, by a server that was idle


@pytest.fixture
def group(live_system: LiveSystem) -> Session:
    """A group of Dr. Okafor's that began an hour ago, with two people."""
    okafor, maya, ben = (User.objects.get(pk=demo.key(name)) for name in ("okafor", "maya", "ben"))
    starts_at = clock.now() - timedelta(hours=1)
    session = Session.objects.create(
        program=Program.objects.get(enrolments__client=maya), kind="group", title=TITLE,
        place="Room 2", starts_at=starts_at, ends_at=starts_at + timedelta(minutes=50),
    )  # fmt: skip
    session.leaders.create(clinician=okafor, starts_at=session.starts_at, ends_at=session.ends_at)
    for client in (maya, ben):
        Participant.objects.create(session=session, client=client, individually=True)
    return session


def choose_program(page: Page) -> None:
    """Show Riverside, where there is more than one program."""
    page.get_by_label("Program", exact=True).select_option("Riverside IOP")


LINK = re.compile(r"/invitation#(\S+)")
NOOR = "noor.aziz@example.org"


def test_somebody_is_invited_in_spanish_and_reads_spanish_from_the_first_page_on(
    browser: Browser, live_system: LiveSystem
) -> None:
    ada = enter(browser, live_system, "ada", size=LAPTOP)
    ada.goto("/program/people")
    ada.get_by_role("button", name="Invite somebody").click()
    ada.get_by_label("Name", exact=True).fill("Noor Aziz")
    ada.get_by_label("E-mail", exact=True).fill(NOOR)
    ada.get_by_label("Language of the e-mail").select_option("Español")
    ada.get_by_role("button", name="Send the invitation").click()
    expect(ada.get_by_text(f"{NOOR} · Client · Español")).to_be_visible()

    mail = live_system.until(lambda: live_system.mails_to(NOOR), "an invitation")[-1]
    text = str(mail.get_payload(decode=True), "utf-8")
    assert "Alguien le invitó a abrir una cuenta." in text
    link = LINK.search(text)
    assert link is not None
    noor = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    noor.goto(f"/invitation#{link.group(1)}")
    expect(noor.locator("html")).to_have_attribute("lang", "es")
    noor.get_by_label("Contraseña nueva").fill("seven quiet harbors at dawn")
    noor.get_by_role("button", name="Abrir mi cuenta").click()
    expect(noor.get_by_role("heading", name="Su cuenta está lista")).to_be_visible()
    assert User.objects.get(email=NOOR).language == "es"


def test_a_weekly_group_with_a_skill_is_made_and_the_clients_week_names_it(
    browser: Browser, live_system: LiveSystem
) -> None:
    riverside = Program.objects.get(enrolments__client=demo.key("maya"))
    Room.objects.create(program=riverside, name="Room 9")
    ada = enter(browser, live_system, "ada", size=LAPTOP)
    ada.get_by_role("link", name="Program", exact=True).click()
    choose_program(ada)
    ada.get_by_role("link", name="Add a series").click()
    first = clock.local_day(clock.now(), riverside.timezone) + timedelta(days=1)

    ada.get_by_role("button", name="Save this series").click()
    expect(ada.get_by_text("Choose at least one day.")).to_be_visible()
    ada.get_by_label("Title").fill(TITLE)
    ada.get_by_label("Skill of the session").select_option(SKILL)
    ada.get_by_role("checkbox", name=first.strftime("%A")).check()
    ada.get_by_label("First day").fill(first.isoformat())
    ada.get_by_label("Begins at").fill("23:00")
    ada.get_by_label("Minutes").fill("45")
    ada.get_by_label("Room", exact=True).select_option("Room 9")
    ada.get_by_role("checkbox", name="Nadia Haddad").check()
    expect(ada.get_by_role("region", name="In plain words")).to_contain_text(
        f"Every week on {first:%A}, 11:00 PM to 11:45 PM"
    )
    ada.get_by_role("button", name="Save this series").click()
    expect(ada.get_by_role("heading", name=TITLE)).to_be_visible()
    ada.get_by_role("button", name="Add a client").click()
    ada.get_by_label("Client").select_option(label="Maya Torres (maya@example.org)")
    ada.get_by_role("button", name="Add to this series").click()
    expect(ada.get_by_role("region", name="Added by name")).to_contain_text("Maya Torres")

    maya = enter(browser, live_system, "maya", size=PHONE)
    maya.get_by_role("link", name="See the whole week").click()
    if first.weekday() == 0:
        maya.get_by_role("button", name="Next week").click()
    card = maya.get_by_role("listitem").filter(has_text=TITLE)
    expect(card).to_be_visible()
    expect(card.get_by_role("link")).to_have_attribute("href", f"/skills/{SKILL}")


def test_a_clash_is_said_in_plain_words_before_anything_is_saved(
    browser: Browser, live_system: LiveSystem
) -> None:
    riverside = Program.objects.get(enrolments__client=demo.key("maya"))
    Room.objects.create(program=riverside, name="Room 9")
    ada = enter(browser, live_system, "ada", size=LAPTOP)
    ada.goto("/program")
    day = (clock.local_day(clock.now(), riverside.timezone) + timedelta(days=3)).isoformat()

    for title in (TITLE, "Another group"):
        choose_program(ada)
        ada.get_by_role("link", name="Add one session").click()
        ada.get_by_label("Title").fill(title)
        ada.get_by_label("Day").fill(day)
        ada.get_by_label("Begins at").fill("20:00")
        ada.get_by_label("Room", exact=True).select_option("Room 9")
        ada.get_by_role("checkbox", name="Nadia Haddad").check()
        ada.get_by_role("button", name="Save this session").click()
        if title == TITLE:
            ada.wait_for_url("**/program")

    expect(ada.get_by_role("alert")).to_contain_text(f"taken by “{TITLE}”")
    assert not Session.objects.filter(title="Another group").exists()


def test_attendance_is_taken_in_one_pass_with_the_keys(
    browser: Browser, live_system: LiveSystem, group: Session
) -> None:
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)
    okafor.goto(f"/schedule/{group.pk}")
    expect(okafor.get_by_role("heading", name=TITLE)).to_be_visible(timeout=SLOW_START)
    rows = okafor.get_by_role("list", name="Who was expected").get_by_role("listitem")
    expect(rows).to_have_count(2)
    names = [row.locator("p").first.inner_text() for row in rows.all()]

    okafor.keyboard.press("a")
    okafor.keyboard.press("u")
    okafor.keyboard.press("p")
    okafor.keyboard.press("s")
    expect(okafor.get_by_role("alert")).to_contain_text("Mark everyone first")
    okafor.keyboard.press("l")
    okafor.keyboard.press("s")
    expect(okafor.get_by_role("status").filter(has_text="Saved at")).to_be_visible()

    kept = {
        row.client.name: row.attendance
        for row in Participant.objects.filter(session=group).select_related("client")
    }
    assert kept == {names[0]: "present", names[1]: "late"}


def test_staff_can_answer_whether_somebody_was_reminded(
    browser: Browser, live_system: LiveSystem
) -> None:
    now = clock.now()
    Reminder.objects.create(
        person_id=demo.key("maya"), kind="check_in", occurrence="a journey of staff", on=now.date(),
        wished_at=now - timedelta(hours=1), due_at=now - timedelta(hours=1),
        until_at=now + timedelta(hours=2), state="skipped", reason="paused", settled_at=now,
    )  # fmt: skip
    okafor = enter(browser, live_system, "okafor", size=LAPTOP)

    okafor.goto(f"/clients/{demo.key('maya')}/reminders")

    line = okafor.get_by_role("listitem").filter(has_text="The client paused reminders.")
    expect(line.first).to_contain_text("Not sent")


def test_a_call_that_somebody_asked_for_reaches_the_inbox_and_is_closed(
    browser: Browser, live_system: LiveSystem
) -> None:
    caller = browser.new_page(base_url=live_system.url)
    caller.goto("/about/call")
    caller.get_by_label("Your name").fill("Sam Lake")
    caller.get_by_role("radio", name="By e-mail").click()
    caller.get_by_label("E-mail", exact=True).fill("sam@example.org")
    caller.get_by_role("button", name="Ask for a call").click()
    live_system.until(CallRequest.objects.exists, "the request for a call")
    ada = enter(browser, live_system, "ada", size=PHONE)
    ada.get_by_role("link", name="Calls").click()

    card = ada.get_by_role("listitem").filter(has_text="Sam Lake")
    expect(card).to_contain_text("sam@example.org")
    card.get_by_role("button", name=re.compile("^I called")).click()
    expect(card).to_have_count(0)
    ada.get_by_role("radio", name="Called").click()
    expect(card).to_contain_text("1 try")
    card.get_by_role("button", name=re.compile("^Close")).click()
    card.get_by_role("radio", name="Reached", exact=True).click()
    card.get_by_role("button", name="Close this request").click()
    ada.get_by_role("radio", name="Closed").click()

    expect(card).to_contain_text("Reached")
