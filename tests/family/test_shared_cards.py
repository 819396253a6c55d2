"""What each category shows, under its own consent: words and counts of days that are over."""

from datetime import timedelta

import pytest

from checkins.models import CheckIn
from core import clock
from family.models import Category, Disclosure, SharedGoal
from family.texts.page import RULES_VERSION
from tests.conftest import as_owner
from tests.family import life
from tests.family.life import DAY, MONDAY, TODAY, ZONE
from tests.family.sharing import share, shown
from tests.http import Browser
from tests.story import STORY_TIME

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


@pytest.fixture
def aunt(db):
    """Luz, with whom each test shares what it is about."""
    with as_owner():
        return life.relative("luz")


def card_for(aunt, *categories):
    """Share these categories of Maya's with her aunt, and return the aunt's card."""
    share("maya", aunt, at=STORY_TIME - 3 * DAY, categories=list(categories))
    (card,) = shown(aunt).body["shared"]
    return card


def sections(card):
    return {key: card[key] for key in Category.values if card.get(key) is not None}


@pytest.mark.parametrize("category", life.EVERYTHING)
def test_a_card_shows_the_one_category_that_is_shared_and_no_other(aunt, maya, category):
    with as_owner():
        life.live(maya.pk, aunt)

    card = card_for(aunt, category)

    without = {Category.PROGRAM_LINK, Category.SESSION_INVITATIONS}
    assert set(sections(card)) == {category} - without
    assert set(Category.values) - without <= set(card)


def test_every_card_carries_the_notice_and_what_it_is(aunt, maya):
    card = card_for(aunt, Category.STREAK)

    assert card["notice"] == {"version": "notice-2024", "text": NOTICE}
    assert card["client"] == str(maya.pk)
    assert card["client_name"] == "Maya Torres"
    assert "Maya Torres shares with you" in card["explanation"]


def test_attendance_is_told_by_whole_weeks_without_names_or_reasons(aunt, maya):
    def on(day):
        return clock.at_wall_clock(day, 9 * 60, ZONE)

    with as_owner():
        for days, said in (
            (-7, "present"),
            (-6, "late"),
            (-5, "absent"),
            (-4, "excused"),
            (-3, ""),
        ):
            life.session(maya.pk, on(MONDAY + days * DAY), said)
        life.session(maya.pk, on(MONDAY - 14 * DAY), "left_early")
        life.session(maya.pk, on(MONDAY - 35 * DAY), "absent")
        if TODAY > MONDAY:  # this week is not over, and shows nothing yet
            life.session(maya.pk, on(MONDAY), "absent")

    card = card_for(aunt, Category.ATTENDANCE)

    weeks = card["attendance"]["weeks"]
    assert [(week["attended"], week["missed"]) for week in weeks] == [
        (0, 0), (0, 0), (1, 0), (2, 2),
    ]  # fmt: skip
    assert [week["from"] for week in weeks] == [
        (MONDAY - n * 7 * DAY).isoformat() for n in (4, 3, 2, 1)
    ]
    assert "Secret" not in str(card)


def test_streak_counts_days_with_a_check_in_and_forgets_none(aunt, maya):
    with as_owner():
        CheckIn.objects.filter(client=maya).delete()
        life.check_ins(maya.pk, days=60, mood=5)

    streak = card_for(aunt, Category.STREAK)["streak"]

    over = (TODAY - MONDAY).days  # days of this week, which is not over
    assert streak["recent"] == 28
    assert streak["in_all"] == 60 - over
    assert streak["to"] == (MONDAY - DAY).isoformat()


@pytest.mark.parametrize(
    ("category", "column", "recent", "before", "band"),
    [
        (Category.MOOD_TREND, "mood", 7, 4, "easier"),
        (Category.MOOD_TREND, "mood", 4, 7, "harder"),
        (Category.SLEEP_TREND, "sleep_quality", 7, 4, "easier"),
        (Category.SLEEP_TREND, "sleep_quality", 5, 5, "same"),
        (Category.CRAVING_BAND, "craving", 8, 0, "high"),
        (Category.CRAVING_BAND, "craving", 2, 9, "low"),
    ],
)
def test_ratings_are_told_in_one_word(aunt, maya, category, column, recent, before, band):
    with as_owner():
        CheckIn.objects.filter(client=maya).delete()
        life.check_ins(maya.pk, mood=5)
        rows = CheckIn.objects.filter(client=maya)
        rows.filter(on__gte=TODAY - 7 * DAY).update(**{column: recent})
        rows.filter(on__lt=TODAY - 7 * DAY).update(**{column: before})

    section = card_for(aunt, category)[category]

    assert section == {
        "from": (TODAY - 7 * DAY).isoformat(), "to": (TODAY - DAY).isoformat(), "band": band,
    }  # fmt: skip


def test_a_check_in_of_today_changes_nothing_until_tomorrow(aunt, maya):
    """F-05: nobody can watch on the page when, or whether, somebody reports today."""
    with as_owner():
        life.check_ins(maya.pk, mood=5, craving=5, sleep_quality=5)
    card_for(aunt, Category.MOOD_TREND, Category.STREAK, Category.CRAVING_BAND)
    before = shown(aunt).content

    with as_owner():
        CheckIn.objects.create(
            client=maya, submission_id=life.uuid4(), on=TODAY, version=61, timezone=ZONE,
            recorded_at=STORY_TIME, received_at=STORY_TIME, mood=0, craving=10, sleep_quality=0,
        )  # fmt: skip
        life.practice(maya.pk, STORY_TIME - timedelta(minutes=5))

    assert shown(aunt).content == before


def test_skills_are_told_by_title_in_the_readers_language(aunt, maya):
    with as_owner():
        aunt.language = "es"
        aunt.save(update_fields=["language"])
        life.skill("breathing-of-life", "Respirar despacio", "es")
        for days in (1, 2, 7):
            life.practice(maya.pk, STORY_TIME - days * DAY)
        life.practice(maya.pk, STORY_TIME - 3 * DAY, slug="walk", title="A short walk")
        for days in (0, 8):
            life.practice(maya.pk, STORY_TIME - days * DAY)

    section = card_for(aunt, Category.SKILLS_PRACTISED)["skills_practised"]

    assert section["skills"] == [
        {"title": "Respirar despacio", "times": 3}, {"title": "A short walk", "times": 1},
    ]  # fmt: skip


def test_goals_are_those_that_maya_pressed_share_on_in_the_words_of_that_moment(aunt, maya):
    with as_owner():
        walk, secret = life.goal(maya.pk, "Walk the dog"), life.goal(maya.pk, "Secret goal")
    mine = Browser(maya)
    made = mine.post("/shared-goals/", {"goal_id": str(walk.pk)})
    with as_owner():
        type(walk).objects.filter(pk=walk.pk).update(title="Secret new words")

    card = card_for(aunt, Category.GOALS_MILESTONES)
    mine.post(f"/shared-goals/{made.body['id']}/withdraw/")
    after = shown(aunt).body["shared"][0]

    assert made.status == 201
    assert card["goals_milestones"] == [{"title": "Walk the dog", "reached": False}]
    assert after["goals_milestones"] == []
    assert secret.title not in str(card)


def test_sharing_a_goal_again_shares_its_newer_words_once(maya):
    with as_owner():
        walk = life.goal(maya.pk, "Walk the dog")
    mine = Browser(maya)
    mine.post("/shared-goals/", {"goal_id": str(walk.pk)})
    with as_owner():
        type(walk).objects.filter(pk=walk.pk).update(title="Walk both dogs")

    mine.post("/shared-goals/", {"goal_id": str(walk.pk)})

    assert [one["title"] for one in mine.get("/shared-goals/").body["results"]] == [
        "Walk both dogs"
    ]


def test_a_milestone_is_shared_by_its_title(maya):
    mine = Browser(maya)

    made = mine.post("/shared-goals/", {"milestone": "showing-up"})
    unknown = mine.post("/shared-goals/", {"milestone": "no-such"})

    assert (made.status, made.body["title"]) == (201, "Showing up")
    assert unknown.status == 404


@pytest.mark.parametrize("body", [{}, {"goal_id": None}, {"milestone": ""}, {"more": 1}])
def test_what_to_share_is_one_goal_or_one_milestone(maya, body):
    assert Browser(maya).post("/shared-goals/", body).status == 400


def test_a_page_holds_so_many_goals_and_no_more(maya):
    with as_owner():
        goals = [life.goal(maya.pk, f"Goal {n}") for n in range(41)]
        SharedGoal.objects.bulk_create(
            SharedGoal(client=maya, goal=goal, title=goal.title, shared_at=STORY_TIME)
            for goal in goals[:40]
        )

    refused = Browser(maya).post("/shared-goals/", {"goal_id": str(goals[40].pk)})

    assert (refused.status, refused.body["code"]) == (409, "too_many")


def test_maya_says_how_one_person_may_help_and_nobody_else_reads_it(aunt, rosa, maya):
    consent = share("maya", aunt, at=STORY_TIME - DAY, categories=[Category.SAFETY_CONTACT_ROLE])
    mine, path = Browser(maya), f"/consents/{consent.pk}/support-words/"

    said = mine.send("PUT", path, {"words": " Sit with me. "})
    read = mine.get(path)
    (card,) = shown(aunt).body["shared"]
    mine.send("PUT", path, {"words": ""})
    (after,) = shown(aunt).body["shared"]

    assert (said.status, said.body, read.body) == (200, {"words": "Sit with me."}, read.body)
    assert card["safety_contact_role"] == {"words": "Sit with me."}
    assert after["safety_contact_role"] == {"words": ""}
    assert "Sit with me" not in shown(rosa).content.decode()
    assert mine.send("PUT", path, {"words": "x" * 301}).status == 400


def test_appointments_are_times_and_nothing_else(aunt, maya):
    with as_owner():
        soon = clock.at_wall_clock(TODAY + 5 * DAY, 16 * 60, ZONE)
        cancelled = life.session(maya.pk, soon + timedelta(hours=2))
        cancelled.cancelled_at, cancelled.cancelled_by_id = STORY_TIME, maya.pk
        cancelled.save()
        life.session(maya.pk, soon)
        life.session(maya.pk, soon + 7 * DAY)

    section = card_for(aunt, Category.APPOINTMENT_TIMES)["appointment_times"]

    found = [one["starts_at"] for one in section["appointments"]]
    assert section["timezone"] == ZONE
    assert soon.isoformat().replace("+00:00", "Z") in found
    assert max(found) == soon.isoformat().replace("+00:00", "Z")
    assert {key for one in section["appointments"] for key in one} == {"starts_at"}


def test_each_showing_names_the_categories_that_were_shown(aunt, maya):
    card_for(aunt, Category.STREAK, Category.MOOD_TREND)

    with as_owner():
        row = Disclosure.objects.filter(recipient=aunt).latest("disclosed_at")
    assert row.categories == ["program_link", "streak", "mood_trend"]
    assert (row.client_id, row.consent_version) == (maya.pk, 1)
    assert row.notice_version == "notice-2024"


def test_asking_whether_something_changed_shows_nothing_and_leaves_no_disclosure(aunt, maya):
    luz = Browser(aunt)
    never = luz.get("/family/shared/mark/").body["mark"]
    consent = share("maya", aunt)
    with as_owner():
        before = Disclosure.objects.count()

    marks = [luz.get("/family/shared/mark/").body["mark"] for _ in range(2)]
    Browser(maya).post(f"/consents/{consent.pk}/revoke/")
    after = luz.get("/family/shared/mark/").body["mark"]

    assert marks[0] == marks[1] != never
    assert after == never
    with as_owner():
        assert Disclosure.objects.count() == before


def test_a_family_member_is_told_once_what_the_page_is_for(aunt):
    luz = Browser(aunt)
    first = luz.get("/family/shared/").body["rules"]

    luz.post("/family/shared/rules/")
    luz.post("/family/shared/rules/")

    assert (first["version"], first["read"]) == (RULES_VERSION, False)
    for words in ("support", "Do not pass it on", "may not be used against them"):
        assert words in first["text"]
    assert luz.get("/family/shared/").body["rules"]["read"] is True


def test_one_card_by_itself_is_the_card_of_the_page(aunt, maya):
    whole = card_for(aunt, *life.EVERYTHING)

    alone = Browser(aunt).get(f"/family/shared/{maya.pk}/")

    assert alone.body == whole
    assert alone.headers["Cache-Control"] == "no-store"
