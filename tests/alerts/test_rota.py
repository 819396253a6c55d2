"""Who is told when the doors are closed, when nobody is watching, and what a change of shift does.

The moments are this week's or the next one's, because row security reads the database's own clock.
"""

from datetime import timedelta

import pytest
import time_machine

from alerts import escalation, selectors, services, texts
from alerts.models import Alert, RotaGap, RotaShift
from alerts.rules import Reason, Verdict
from alerts.services import Finding
from backend import demo
from checkins.models import CheckIn
from core import clock, identity, outbox
from core.identity import System, acting_as
from delivery.models import ContactPoint, Delivery
from program.models import Program
from tests.conftest import as_owner
from tests.factories import someone
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ZONE = "America/New_York"
# The last Tuesday that is not ahead of the database's clock by more than charges last.
TUESDAY = STORY_DAY - (STORY_DAY.weekday() - 1) % 7 * DAY
NOON = clock.at_wall_clock(TUESDAY, 12 * 60, ZONE)
NIGHT = clock.at_wall_clock(TUESDAY, 22 * 60, ZONE)


@pytest.fixture
def river(db) -> Program:
    """Maya's program, open on weekdays from nine to five as nobody said otherwise."""
    with as_owner():
        return Program.objects.get(pk=demo.key("Riverside IOP"))


@pytest.fixture
def rota(river) -> dict[str, object]:
    """Somebody in each place, this week and the next."""
    with as_owner():
        people = {}
        for place in ("on_call", "backup", "supervisor", "director"):
            people[place] = someone(place, "clinician")
            RotaShift.objects.create(
                program=river, person=people[place], place=place,
                starts_at=NOON - 7 * DAY, ends_at=NOON + 40 * DAY,
            )  # fmt: skip
    return people


def _raise(client, tier="critical", *, at=NIGHT) -> Alert:
    verdict = Verdict(tier, (Reason("safety", tier, "Said so.", "x"),))
    with acting_as(System.ASSESSOR):
        services.keep_finding(
            finding=Finding(client.pk, f"checkin:{tier}{at}", TUESDAY, verdict), at=at
        )
    with as_owner():
        return Alert.objects.latest("raised_at", "created_at")


def _told(alert: Alert) -> list[str]:
    with as_owner():
        steps = alert.steps.filter(kind="told").order_by("at", "rung", "person__name")
        return [step.person.name for step in steps]


def test_after_hours_the_ladder_goes_over_the_rota_and_then_the_team(maya, rota):
    alert = _raise(maya)
    climbs = [15 * MINUTE, 30 * MINUTE, HOUR, 90 * MINUTE, 2 * HOUR]

    for after in climbs:
        escalation.escalate_unanswered(at=NIGHT + after)

    assert _told(alert) == [
        "On_Call", "Backup", "Supervisor", "Director", "Dr. Ify Okafor", "Nadia Haddad",
    ]  # fmt: skip
    escalation.escalate_unanswered(at=NIGHT + 150 * MINUTE)
    assert len(_told(alert)) == 12  # past the last one, everybody again


def test_in_hours_the_team_comes_first_and_the_rota_after_it(maya, rota):
    alert = _raise(maya, at=NOON)

    for after in (15 * MINUTE, 30 * MINUTE):
        escalation.escalate_unanswered(at=NOON + after)

    assert _told(alert) == ["Dr. Ify Okafor", "Nadia Haddad", "On_Call"]


def test_an_alert_of_the_afternoon_goes_on_over_the_rota_in_the_evening(maya, rota):
    closing = clock.at_wall_clock(TUESDAY, 17 * 60, ZONE)
    alert = _raise(maya, at=closing - 10 * MINUTE)

    escalation.escalate_unanswered(at=closing + 5 * MINUTE)

    assert _told(alert) == ["Dr. Ify Okafor", "On_Call"]


def test_what_waits_for_a_digest_wakes_nobody_on_call(maya, rota):
    alert = _raise(maya, "medium")

    with as_owner():
        waiting = list(alert.bundled.values_list("person__name", flat=True))
    assert waiting == ["Dr. Ify Okafor"]
    assert _told(alert) == []


def test_whoever_is_on_call_sees_and_answers_what_they_were_told_and_nobody_else_does(maya, rota):
    with time_machine.travel(STORY_TIME, tick=False):
        alert = _raise(maya, at=STORY_TIME)
        with as_owner():
            RotaShift.objects.all().delete()
            RotaShift.objects.create(
                program_id=demo.key("Riverside IOP"), person=rota["on_call"], place="on_call",
                starts_at=STORY_TIME - HOUR, ends_at=STORY_TIME + DAY,
            )  # fmt: skip
        path = f"/alerts/{alert.pk}/"
        before = Browser(rota["on_call"]).get(path).status
        # In hours or not, the third telling at the latest reaches the rota.
        for number in (1, 2, 3):
            escalation.escalate_unanswered(at=STORY_TIME + number * HOUR)

        seen = Browser(rota["on_call"]).get(path)
        taken = Browser(rota["on_call"]).post(f"{path}acknowledge/")
        other = Browser(rota["backup"]).get(path)

    assert (before, seen.status, taken.status, other.status) == (404, 200, 200, 404)
    assert seen.body["client"]["name"] == maya.name
    identity.be_person(rota["on_call"].pk)
    assert not CheckIn.objects.filter(client=maya).exists()


def test_what_on_call_was_told_is_closed_to_them_when_three_days_are_over(maya, rota, river):
    alert = _raise(maya, at=STORY_TIME - 5 * DAY)
    with as_owner():
        alert.charges.create(
            client=maya, person=rota["backup"], since=STORY_TIME - 5 * DAY,
            until=STORY_TIME - 2 * DAY,
        )  # fmt: skip

    assert Browser(rota["backup"]).get(f"/alerts/{alert.pk}/").status == 404


def test_s_20_a_gap_is_told_to_administrators_once_and_again_when_it_grows(river, rota):
    with as_owner():
        RotaShift.objects.filter(place="backup").delete()
        RotaShift.objects.exclude(place="backup").update(ends_at=NOON + 3 * DAY)
        RotaShift.objects.create(
            program=river, person=rota["on_call"], place="backup",
            starts_at=NOON + 4 * DAY, ends_at=NOON + 40 * DAY,
        )  # fmt: skip
        Program.objects.exclude(pk=river.pk).update(timezone="UTC")
    escalation.warn_of_gaps(at=NOON)
    with as_owner():
        first = RotaGap.objects.filter(program=river).count()
    escalation.warn_of_gaps(at=NOON + HOUR)

    with as_owner():
        gaps = list(RotaGap.objects.filter(program=river))
        mails = Delivery.objects.filter(cause__startswith="rota:", person_id=demo.key("ada"))
        kinds = set(mails.values_list("kind", flat=True))
    # From the closing on Friday until the rota goes on, on Saturday at noon.
    friday = clock.at_wall_clock(TUESDAY + 3 * DAY, 17 * 60, ZONE)
    assert first == len(gaps) == 1
    assert (gaps[0].starts_at, gaps[0].ends_at) == (friday, NOON + 4 * DAY)
    assert kinds == {"alert"}
    with as_owner():
        RotaShift.objects.filter(place="backup").update(starts_at=NOON + 5 * DAY)
    assert escalation.warn_of_gaps(at=NOON + 2 * HOUR) >= 1


def test_s_20_clients_are_told_when_nobody_is_watching(maya, river):
    identity.be_person(maya.pk)
    by_day = selectors.watching(client_id=maya.pk, at=NOON)
    by_night = selectors.watching(client_id=maya.pk, at=NIGHT)

    assert (by_day.watched, by_day.seen_by) == (True, NOON + HOUR)
    assert by_day.until == clock.at_wall_clock(TUESDAY, 17 * 60, ZONE)
    morning = clock.at_wall_clock(TUESDAY + DAY, 9 * 60, ZONE)
    assert (by_night.watched, by_night.again_at) == (False, morning)
    assert by_night.seen_by == morning + HOUR


def test_s_20_with_somebody_on_call_the_night_is_watched(maya, rota):
    identity.be_person(maya.pk)

    watch = selectors.watching(client_id=maya.pk, at=NIGHT, tier="critical")

    assert (watch.watched, watch.seen_by) == (True, NIGHT + 15 * MINUTE)
    assert watch.until is None


def test_s_20_an_account_that_was_closed_watches_nothing(maya, rota):
    with as_owner():
        type(maya).objects.filter(pk__in=[one.pk for one in rota.values()]).update(is_active=False)
    identity.be_person(maya.pk)

    assert not selectors.watching(client_id=maya.pk, at=NIGHT).watched


@pytest.mark.parametrize(
    ("language", "watched", "words"),
    [
        ("en", True, "A person will see this by 12:15 PM."),
        ("es", True, "Antes de las 12:15 p.m. una persona verá esto."),
        ("en", False, "Nobody is watching right now. A person will look after Wednesday, 9:00 AM."),
        ("es", False, "Ahora no hay nadie mirando. Después del miércoles a las 9:00 a.m."),
    ],
)
def test_s_20_the_words_are_honest_and_name_who_answers_at_once(language, watched, words):
    seen_by = NOON + 15 * MINUTE
    morning = clock.at_wall_clock(TUESDAY + DAY, 9 * 60, ZONE)

    said = texts.sentence(
        seen_by=seen_by, again_at=morning, watched=watched, at=NOON, timezone=ZONE,
        language=language,
    )  # fmt: skip

    assert said.startswith(words)
    assert watched or ("988" in said and "911" in said)


def test_a_client_without_a_program_is_told_that_nobody_is_watching(browser, stranger):
    answer = browser(stranger).get("/me/watch/")

    assert answer.body["watched"] is False
    assert "988" in answer.body["sentence"]


def test_s_21_an_unresolved_critical_alert_opens_again_when_the_shift_changes(maya, okafor):
    alert = _raise(maya, at=NOON)
    taken = {"acknowledged_by": okafor, "owner": okafor, "acknowledged_at": NOON + MINUTE}
    with as_owner():
        Alert.objects.filter(pk=alert.pk).update(**taken)
    closing = clock.at_wall_clock(TUESDAY, 17 * 60, ZONE)

    before = escalation.reopen_at_shift_change(at=closing - MINUTE)
    changed = escalation.reopen_at_shift_change(at=closing)
    again = escalation.reopen_at_shift_change(at=closing + MINUTE)

    assert (before, changed, again) == (0, 1, 0)
    with as_owner():
        now = Alert.objects.get(pk=alert.pk)
        kinds = list(alert.steps.order_by("created_at", "at").values_list("kind", flat=True))
    assert (now.acknowledged_at, now.owner, now.due_at) == (None, None, closing + 15 * MINUTE)
    assert kinds == ["raised", "told", "reopened", "told"]


def test_s_21_a_shift_of_the_rota_that_begins_is_a_change_and_high_ones_stay(maya, okafor, rota):
    alerts = [_raise(maya, tier, at=NIGHT) for tier in ("critical", "high")]
    with as_owner():
        Alert.objects.update(acknowledged_by=okafor, owner=okafor, acknowledged_at=NIGHT + MINUTE)
        RotaShift.objects.filter(place="on_call").update(starts_at=NIGHT + HOUR)

    assert escalation.reopen_at_shift_change(at=NIGHT + HOUR) == 1

    with as_owner():
        answered = [Alert.objects.get(pk=one.pk).acknowledged_at for one in alerts]
    assert [one is None for one in answered] == [True, False]


@pytest.fixture
def unreachable(maya, okafor, nadia) -> Alert:
    """A critical alert about Maya of which nobody can be reached."""
    with as_owner():
        ContactPoint.objects.filter(person__in=[okafor, nadia]).update(active=False)
    alert = _raise(maya, at=STORY_TIME)
    for minutes in (0, 1, 2):
        escalation.escalate_unanswered(at=STORY_TIME + minutes * MINUTE)
    return alert


def test_an_administrator_opens_what_nobody_was_reached_for_and_names_somebody(
    browser, unreachable, maya, lee, ada
):
    with time_machine.travel(STORY_TIME + HOUR, tick=False):
        (row,) = browser(ada).get("/unreachable-alerts/").body["results"]
        named = browser(ada).post(
            f"/unreachable-alerts/{unreachable.pk}/name/", {"person": str(lee.pk)}
        )
        outbox.drain(clock=lambda: STORY_TIME + HOUR)
        seen = browser(lee).get(f"/alerts/{unreachable.pk}/")
        taken = browser(lee).post(f"/alerts/{unreachable.pk}/acknowledge/")
        left = browser(ada).get("/unreachable-alerts/").body["results"]

    assert set(row) == {"id", "client", "tier", "raised_at", "unreachable_at", "owner"}
    assert row["client"]["name"] == maya.name
    assert (named.status, seen.status, taken.status, left) == (204, 200, 200, [])
    assert _told(unreachable)[-1] == lee.name


@pytest.mark.parametrize("name", ["ada", "maya", "rosa"])
def test_only_a_clinician_is_named(request, browser, unreachable, ada, name):
    person = request.getfixturevalue(name)

    with time_machine.travel(STORY_TIME + HOUR, tick=False):
        answer = browser(ada).post(
            f"/unreachable-alerts/{unreachable.pk}/name/", {"person": str(person.pk)}
        )

    assert (answer.status, list(answer.body["fields"])) == (400, ["person"])


def test_an_administrator_opens_no_alert_that_somebody_was_told_of(browser, maya, lee, ada):
    alert = _raise(maya, at=STORY_TIME)

    answer = browser(ada).post(f"/unreachable-alerts/{alert.pk}/name/", {"person": str(lee.pk)})

    assert answer.status == 404
