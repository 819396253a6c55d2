"""Sums over people: right against an oracle of their own, and never over fewer than eleven."""

import csv
import io
import random
from datetime import UTC, datetime, timedelta
from math import sqrt
from statistics import mean, stdev
from uuid import uuid4

import pytest
import time_machine

from accounts.models import User
from backend import demo
from checkins.models import CheckIn
from core.identity import System, acting_as, be_person
from core.models import AuditEntry
from program.models import Enrolment, Program
from progress import services
from progress.models import OutcomeCell
from progress.selectors.sums import Asked, change_by_week
from tests.conftest import as_owner
from tests.progress.forms import scored
from tests.progress.test_statistics import PRINTED
from tests.story import STORY_DAY, STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]
ZONE = "America/New_York"


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def lakeside():
    """A program that nobody of the cast is in."""
    with as_owner():
        return Program.objects.create(
            name="=Lakeside", timezone=ZONE, daytime_phone="617-555-0120",
            on_call_phone="617-555-0129",
        )  # fmt: skip


def enrolled(program, *, weeks, until=None):
    """Enrol a client so that exactly so many whole weeks are over today."""
    client = User.objects.create(email=f"{uuid4()}@example.org", name="C", roles=["client"])
    Enrolment.objects.create(
        client=client, program=program, level_of_care="iop", active_until=until,
        active_from=STORY_DAY - timedelta(days=7 * weeks),
    )  # fmt: skip
    return client


def day(client, week, place=0, *, weeks, **answers):
    """Return a check-in of that day (0–6) of that week (from 1) of the client's time."""
    on = STORY_DAY - timedelta(days=7 * weeks) + timedelta(days=7 * (week - 1) + place)
    fields = {"mood": 5, "version": 1, **answers}
    return CheckIn(
        client=client, on=on, submission_id=uuid4(), timezone=ZONE, recorded_at=STORY_TIME,
        received_at=STORY_TIME, **fields,
    )  # fmt: skip


def people(program, count, *, weeks=4, change=1.0):
    """Enrol people whose mood is 5 in the first week and more by `change` in each later one."""
    with as_owner():
        rows = []
        for _ in range(count):
            client = enrolled(program, weeks=weeks)
            rows += [
                day(client, week, weeks=weeks, mood=5 + round(change * (week > 1)))
                for week in range(1, weeks + 1)
            ]
        CheckIn.objects.bulk_create(rows)


def publish(at=STORY_TIME):
    return services.publish_outcomes(at=at)


def cells(program, measure="mood"):
    with as_owner():
        rows = OutcomeCell.objects.filter(program=program, measure=measure)
        return {(row.week, row.n): row for row in rows}


def test_eleven_people_are_published_and_ten_are_not(lakeside):
    people(lakeside, 10)
    publish()
    assert cells(lakeside) == {}

    people(lakeside, 1)
    publish()

    assert set(cells(lakeside)) == {(2, 11), (3, 11), (4, 11)}


def test_publishing_again_adds_nothing(lakeside):
    people(lakeside, 12)

    publish()

    assert publish(STORY_TIME + timedelta(hours=1)) == 0


def test_a_few_more_people_do_not_change_what_is_published(lakeside):
    people(lakeside, 12)
    publish()
    people(lakeside, 10, change=5)
    publish(STORY_TIME + timedelta(days=1))
    assert {n for _, n in cells(lakeside)} == {12}

    people(lakeside, 1, change=5)
    publish(STORY_TIME + timedelta(days=2))

    assert {n for _, n in cells(lakeside)} == {12, 23}


def test_a_week_counts_once_it_is_over_for_somebody_who_was_there_for_all_of_it(lakeside):
    with as_owner():
        for _ in range(11):
            # In the fifth week now; left in the middle of the fourth.
            client = enrolled(lakeside, weeks=4, until=STORY_DAY - timedelta(days=3))
            CheckIn.objects.bulk_create(day(client, week, weeks=4) for week in range(1, 5))

    publish()

    assert {week for week, _ in cells(lakeside)} == {2, 3}


def test_somebody_who_came_twice_is_one_person(lakeside):
    people(lakeside, 10)
    with as_owner():
        client = Enrolment.objects.filter(program=lakeside).first().client
        began = STORY_DAY - timedelta(days=70)
        Enrolment.objects.create(
            client=client, program=lakeside, level_of_care="iop", active_from=began,
            active_until=began + timedelta(days=28),
        )  # fmt: skip
        CheckIn.objects.bulk_create(day(client, week, weeks=10) for week in range(1, 5))

    publish()

    assert cells(lakeside) == {}


def test_the_mean_of_the_first_week_is_told_once_and_stays_where_it_stands(lakeside):
    people(lakeside, 11)
    publish()
    people(lakeside, 11)
    publish(STORY_TIME + timedelta(days=1))

    told = {place for place, row in cells(lakeside).items() if row.first_mean is not None}
    assert told == {(2, 11), (2, 22)}


def test_the_newest_version_of_a_day_counts(lakeside):
    with as_owner():
        for _ in range(11):
            client = enrolled(lakeside, weeks=2)
            CheckIn.objects.bulk_create(
                [
                    day(client, 1, weeks=2, mood=5),
                    day(client, 2, weeks=2, mood=1),
                    day(client, 2, weeks=2, mood=8, version=2),
                ]
            )

    publish()

    assert cells(lakeside)[2, 11].mean_change == 3


def test_somebody_without_a_first_week_is_missing_and_not_zero(lakeside):
    people(lakeside, 11, weeks=2)
    with as_owner():
        for _ in range(11):
            client = enrolled(lakeside, weeks=2)
            CheckIn.objects.bulk_create([day(client, 2, weeks=2, mood=10)])

    publish()

    cell = cells(lakeside)[2, 11]
    assert (cell.mean_change, cell.share_missing) == (1, 0.5)


def _oracle(rows, began, measure):
    """Walk over everybody's answers in plain Python; return the changes by week."""
    newest = {}
    for row in sorted(rows, key=lambda row: row.version):
        newest[row.client_id, row.on] = getattr(row, measure)
    weekly = {}
    for (client, on), value in newest.items():
        if value is not None:
            weekly.setdefault((client, (on - began[client]).days // 7 + 1), []).append(float(value))
    changes = {}
    for (client, week), values in weekly.items():
        first = weekly.get((client, 1))
        if week > 1 and first and (STORY_DAY - began[client]).days >= 7 * week:
            changes.setdefault(week, []).append(mean(values) - mean(first))
    return changes


def _anybodys_days(program, dice):
    """Enrol 26 people for 3 to 13 weeks; return their answers, and who began when."""
    rows, began = [], {}
    for _ in range(26):
        weeks = dice.randint(3, 13)
        client = enrolled(program, weeks=weeks)
        began[client.pk] = STORY_DAY - timedelta(days=7 * weeks)
        for week in range(1, weeks + 1):
            for place in dice.sample(range(7), dice.randint(0, 3)):
                for version in range(1, dice.randint(1, 2) + 1):
                    answers = {
                        "mood": dice.randint(0, 10),
                        "craving": dice.choice([None, *range(11)]),
                        "sleep_hours": dice.choice([None, 4.5, 6, 8]),
                    }
                    rows.append(day(client, week, place, weeks=weeks, version=version, **answers))
    return rows, began


@pytest.mark.parametrize("seed", range(3))
def test_what_is_published_is_what_an_oracle_finds(lakeside, seed):
    with as_owner():
        rows, began = _anybodys_days(lakeside, random.Random(seed))
        CheckIn.objects.bulk_create(rows)

    publish()

    compared = 0
    for measure in ("mood", "craving", "sleep_hours"):
        changes = _oracle(rows, began, measure)
        found = {week: row for (week, _), row in cells(lakeside, measure).items()}
        assert set(found) == {w for w, all_of in changes.items() if len(all_of) >= 11 and w <= 12}
        for week, row in found.items():
            values = changes[week]
            reach = _t(len(values) - 1) * stdev(values) / sqrt(len(values))
            assert row.n == len(values)
            assert row.mean_change == pytest.approx(mean(values), abs=0.0051)
            assert row.low == pytest.approx(mean(values) - reach, abs=0.03)
            assert row.high == pytest.approx(mean(values) + reach, abs=0.03)
            compared += 1
    assert compared > 5


def _t(freedom):
    """Read a printed table of t, between its lines by straight line."""
    below = max(known for known in PRINTED if known <= freedom)
    above = min(known for known in PRINTED if known >= freedom)
    if below == above:
        return PRINTED[below]
    part = (freedom - below) / (above - below)
    return PRINTED[below] + part * (PRINTED[above] - PRINTED[below])


def test_a_forms_change_is_from_the_first_total_of_the_first_two_weeks(lakeside):
    with as_owner():
        for place in range(11):
            client = enrolled(lakeside, weeks=5)
            began = STORY_DAY - timedelta(days=35)
            scored(client, "phq-9", began + timedelta(days=8), total=18)
            scored(client, "phq-9", began + timedelta(days=22), total=15)
            scored(client, "phq-9", began + timedelta(days=26), total=10 + place % 2)
            scored(client, "gad-7", began + timedelta(days=22), total=10)

    publish()

    found = cells(lakeside, "phq-9")
    assert set(found) == {(4, 11)}
    assert found[4, 11].first_mean == 18
    assert found[4, 11].mean_change == pytest.approx(-7.55, abs=0.01)
    assert cells(lakeside, "gad-7") == {}


def test_ada_reads_the_table_and_what_is_under_eleven_is_null(browser, ada, lakeside):
    people(lakeside, 11, weeks=3)
    publish()

    body = browser(ada).get(f"/outcomes/{lakeside.pk}/").body

    assert (body["program"]["name"], body["least"]) == ("=Lakeside", 11)
    mood = {one["key"]: one["weeks"] for one in body["measures"]}["mood"]
    assert [one["week"] for one in mood] == list(range(2, 13))
    assert mood[0]["cell"]["n"] == 11
    assert mood[0]["cell"]["mean_change"] == 1
    assert mood[2]["cell"] is None
    craving = {one["key"]: one["weeks"] for one in body["measures"]}["craving"]
    assert {one["cell"] for one in craving} == {None}


def test_ada_chooses_among_programs(browser, ada, lakeside):
    names = [one["name"] for one in browser(ada).get("/outcomes/").body["results"]]

    assert "Riverside IOP" in names
    assert "=Lakeside" in names


def test_the_download_is_a_table_with_the_same_cells(browser, ada, lakeside):
    people(lakeside, 11, weeks=3)
    publish()

    answer = browser(ada).get(f"/outcomes/{lakeside.pk}/csv/")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="outcomes.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    mood = {row["week"]: row for row in rows if row["measure"] == "mood"}
    assert (mood["2"]["n"], mood["2"]["mean_change"]) == ("11", "1.0")
    assert (mood["4"]["n"], mood["4"]["mean_change"]) == ("<11", "")


def test_the_download_does_not_care_what_a_browser_likes_best(ada, browser, lakeside):
    asking = browser(ada)

    answer = asking.client.get(f"/api/v1/outcomes/{lakeside.pk}/csv/", HTTP_ACCEPT="text/html")

    assert answer.status_code == 200


def test_a_program_that_is_not_there_has_no_table(browser, ada):
    for end in ("", "csv/"):
        assert browser(ada).get(f"/outcomes/{uuid4()}/{end}").status == 404


def test_reading_the_table_leaves_a_trace_that_names_no_client(browser, ada, lakeside):
    browser(ada).get(f"/outcomes/{lakeside.pk}/")

    with as_owner():
        entry = AuditEntry.objects.filter(actor_id=ada.pk).latest("position")
    assert (entry.subject, entry.subject_id, entry.client_ids) == (
        "progress_outcomecell", lakeside.pk, [],
    )  # fmt: skip


def test_only_administrators_have_this_table(browser, maya, okafor, rosa, lakeside):
    for person in (maya, okafor, rosa):
        for path in ("/outcomes/", f"/outcomes/{lakeside.pk}/", f"/outcomes/{lakeside.pk}/csv/"):
            assert browser(person).get(path).status == 404


def test_ada_reaches_no_answer_even_with_the_very_statement_of_the_sums(ada, lakeside):
    """The second wall: the sums are made by another identity than hers."""
    people(lakeside, 11, weeks=3)

    be_person(ada.pk)

    assert CheckIn.objects.count() == 0
    assert {row.n for row in change_by_week(Asked(lakeside.pk, STORY_DAY))} <= {0}


def test_the_identity_of_the_sums_reads_measures_and_writes_sums_alone(lakeside):
    people(lakeside, 1, weeks=3)

    with acting_as(System.ANALYST):
        assert CheckIn.objects.exists()
        assert not User.objects.exists()
        assert AuditEntry.objects.count() == 0


def test_programs_are_summed_apart(lakeside):
    people(lakeside, 6)
    with as_owner():
        other = Program.objects.get(pk=demo.key("Hilltop IOP"))
    people(other, 6)

    publish()

    assert cells(lakeside) == {}
    assert cells(other) == {}


def test_the_day_is_the_programs_own(lakeside):
    """At two in the morning in UTC it is still the day before in New York."""
    people(lakeside, 11, weeks=2)
    early = datetime.combine(STORY_DAY, datetime.min.time(), tzinfo=UTC) + timedelta(hours=2)

    publish(early)

    assert cells(lakeside) == {}
