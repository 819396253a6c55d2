"""Rule versions go on by named persons; budgets, limits, thresholds and trials of them."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError

from alerts import services
from alerts.models import (
    AlertBudget,
    Backtest,
    RuleVersion,
    RuleVersionStep,
)
from checkins.models import CheckIn
from core.identity import acting_for
from core.models import AuditEntry
from program.models import Enrolment
from tests.alerts.warnings import (
    CALM,
    HARD,
    client_for_weeks,
    row_of,
    tried,
    version_in,
)
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME, days_ago


@pytest.fixture
def draft(db):
    with as_owner():
        return RuleVersion.objects.get(family="score", drafted_by=None)


def _move(person, row, to_state, note="As agreed."):
    return person.post(f"/rule-versions/{row.pk}/move/", {"to_state": to_state, "note": note})


def test_a_version_goes_from_draft_to_silent_to_live_each_step_by_a_person(browser, ada, draft):
    admin = browser(ada)

    skipped = _move(admin, draft, "live")
    silent = _move(admin, draft, "silent")
    early = _move(admin, draft, "live")
    with as_owner():
        tried(draft)
    live = _move(admin, draft, "live")

    assert (skipped.status, skipped.body["code"]) == (409, "no_such_step")
    assert silent.body["moves"] == ["live", "retired"]
    assert (early.status, early.body["code"]) == (409, "not_backtested")
    steps = live.body["steps"]
    assert [(step["to_state"], step["by"]["name"]) for step in steps] == [
        ("silent", ada.name), ("live", ada.name),
    ]  # fmt: skip
    with as_owner():
        assert AuditEntry.objects.filter(subject_id=draft.pk, action="make live").exists()


def test_the_next_live_version_retires_the_one_before(browser, ada, draft):
    admin = browser(ada)
    with as_owner():
        before = version_in("live")
    made = admin.post(
        "/rule-versions/",
        {"family": "score", "name": "bolder-1", "parameters": {"item_points": 1.2}, "note": "x"},
    ).body
    with as_owner():
        after = RuleVersion.objects.get(pk=made["id"])
        tried(after)
    _move(admin, after, "silent")

    _move(admin, after, "live")

    with as_owner():
        states = dict(RuleVersion.objects.filter(family="score").values_list("name", "state"))
        ended = RuleVersionStep.objects.filter(version=before, to_state="retired")
        assert ended.get().by_id == ada.pk
    assert states == {before.name: "retired", "bolder-1": "live"}
    assert made["parameters"]["item_points"] == 1.2
    assert made["parameters"]["clip"] == 4.0


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"parameters": {"clip": 0}}, "parameters.clip"),
        ({"parameters": {"colour": 1}}, "parameters.colour"),
        ({"name": "Shouting!"}, "name"),
        ({"note": ""}, "note"),
    ],
)
def test_a_draft_that_makes_no_sense_is_refused_by_field(browser, ada, body, field):
    made = browser(ada).post(
        "/rule-versions/", {"family": "score", "name": "mine-1", "note": "x", **body}
    )

    assert made.status == 400
    assert field in str(made.body)


def test_a_name_is_given_once(browser, ada, draft):
    made = browser(ada).post(
        "/rule-versions/", {"family": "score", "name": draft.name, "note": "x"}
    )

    assert (made.status, made.body["code"]) == (409, "name_taken")


def _site(okafor, *, clients=30, days=90):
    """Enrol people whose days go up and down by a rule of no meaning, one of them with use."""
    made = [client_for_weeks(okafor, days=days) for _ in range(clients)]
    program = Enrolment.objects.get(client=made[0]).program
    Enrolment.objects.filter(client__in=made).update(program=program)
    rows = []
    for number, client in enumerate(made):
        for ago in range(days):
            hard = (ago * 7 + number * 13) % 31 in (0, 1)
            answers = {**(HARD if hard else CALM), "stress": 3 + (ago + number) % 4}
            answers["used"] = number == 0 and ago == 20
            rows.append(row_of(client, STORY_DAY - timedelta(days=ago), answers))
    CheckIn.objects.bulk_create(rows)
    return made


def test_limits_are_the_sites_own_once_there_are_enough_days(browser, okafor, ada):
    with as_owner():
        version = version_in("silent")
        _site(okafor, clients=45)

    found = services.find_limits(at=STORY_TIME)

    assert found == 1
    shown = browser(ada).get(f"/rule-versions/{version.pk}/limits/").body
    rates = shown["found"]["rates"]
    assert (shown["is_own"], shown["found"]["client_days"] >= 2000) == (True, True)
    assert shown["limits"]["high"] >= shown["limits"]["medium"] >= shown["limits"]["watch"]
    assert rates["medium"]["low"] <= rates["medium"]["per_month"] <= rates["medium"]["high"]
    assert rates["medium"]["per_month"] <= 0.5
    groups = {(group["kind"], group["value"]): group for group in shown["found"]["groups"]}
    assert groups["level_of_care", "iop"]["clients"] >= 45


def test_groups_of_under_eleven_people_show_nothing(browser, okafor, ada):
    with as_owner():
        version = version_in("silent")
        clients = _site(okafor, clients=14, days=40)
        Enrolment.objects.filter(client__in=clients[:5]).update(level_of_care="php")

    services.find_limits(at=STORY_TIME)

    shown = browser(ada).get(f"/rule-versions/{version.pk}/limits/").body
    groups = {(group["kind"], group["value"]): group for group in shown["found"]["groups"]}
    php = groups["level_of_care", "php"]
    assert not shown["is_own"]
    assert (php["clients"], php["rate"], php["sensitivity"]) == (None, None, None)


def test_limits_are_found_once_a_week(okafor):
    with as_owner():
        version_in("silent")
        _site(okafor, clients=3, days=20)

    first, soon, later = (
        services.find_limits(at=STORY_TIME + timedelta(days=days)) for days in (0, 6, 7)
    )

    assert (first, soon, later) == (1, 0, 1)


def test_a_smaller_budget_raises_the_shipped_limits(browser, ada, draft):
    admin = browser(ada)
    before = admin.get(f"/rule-versions/{draft.pk}/limits/").body["limits"]

    made = admin.post("/alert-budgets/", {"family": "score", "per_month": "0.25", "note": "x"})

    after = admin.get(f"/rule-versions/{draft.pk}/limits/").body["limits"]
    assert made.status == 201
    assert after["medium"] == before["high"]
    assert admin.get("/alert-budgets/").body["results"][0]["chosen_by"]["name"] == ada.name


def test_a_trial_counts_what_a_version_would_have_done_beside_chance(browser, okafor, ada, nadia):
    with as_owner():
        version = version_in("silent")
        _site(okafor, clients=20)
    admin = browser(ada)
    asked = admin.post(
        "/backtests/",
        {"version": str(version.pk), "since": days_ago(50), "until": days_ago(1)},
    ).body
    again = admin.post(
        "/backtests/",
        {"version": str(version.pk), "since": days_ago(50), "until": days_ago(1)},
    )

    services.run_backtests(at=STORY_TIME)

    done = admin.get(f"/backtests/{asked['id']}/").body
    result = done["result"]
    assert (asked["state"], done["state"]) == ("waiting", "done")
    assert (again.status, again.body["code"]) == (409, "already_running")
    assert done["clients_done"] == done["clients_in_all"] >= 20
    assert result["alarms"] == sum(result["per_week"]) > 0
    assert result["chance_sensitivity"] == pytest.approx(
        7 * result["per_client_month"] / 30, abs=0.03
    )
    assert result["per_clinician_week"] is not None
    changes = browser(okafor).get(f"/backtests/{asked['id']}/changes/").body["results"]
    assert {change["kind"] for change in changes} == {"added"}
    assert browser(nadia).get(f"/backtests/{asked['id']}/changes/").body["results"] == []
    assert "client" not in str(result.keys()).replace("client_", "").replace("clients", "")


def test_days_to_come_cannot_be_tried(browser, ada, draft):
    answer = browser(ada).post(
        "/backtests/", {"version": str(draft.pk), "since": days_ago(3), "until": days_ago(0)}
    )

    assert (answer.status, answer.body["code"]) == (400, "not_past")


TABLE = "client,date,craving,mood,used\n" + "".join(
    f"{name},2026-0{1 + day // 28}-{1 + day % 28:02},{'9,2' if 59 < day < 63 else '2,6'},"
    f"{int(day == 63)}\n"
    for name in "abc"
    for day in range(84)
)


def test_a_table_from_elsewhere_is_tried_and_nothing_of_it_is_kept(browser, ada, draft):
    answer = browser(ada).post("/backtests/table/", {"version": str(draft.pk), "csv": TABLE})

    result = answer.body
    assert answer.status == 200
    assert (result["clients"], result["sensitivity"]["of"]) == (3, 3)
    assert result["sensitivity"]["share"] == 1.0
    with as_owner():
        assert Backtest.objects.count() == 0


def test_a_table_that_cannot_be_read_is_refused_by_row_and_column(browser, ada, draft):
    answer = browser(ada).post(
        "/backtests/table/", {"version": str(draft.pk), "csv": "client,date,mood\na,today,5\n"}
    )

    refused = answer.body
    assert (answer.status, refused["row"], refused["column"]) == (400, 2, "date")
    assert refused["detail"] == "Row 2, column date: Write days like 2026-03-01."


def test_an_operator_tries_a_version_by_its_name(okafor, draft, tmp_path):
    with as_owner():
        _site(okafor, clients=3, days=40)
    days = tmp_path / "days.csv"
    days.write_text(TABLE)
    said = StringIO()

    call_command("backtest", "--rules", draft.name, stdout=said, stderr=StringIO())
    call_command("backtest", "--rules", draft.name, "--csv", str(days), stdout=said)

    assert said.getvalue().count("chance at this rate") == 2
    with pytest.raises(CommandError, match=draft.name):
        call_command("backtest", "--rules", "nothing")


def test_nobody_but_administrators_writes_about_rules_and_clients_read_nothing(
    draft, ada, okafor, maya
):
    with acting_for(maya.pk):
        assert not RuleVersion.objects.exists()
    with acting_for(okafor.pk):
        assert RuleVersion.objects.filter(pk=draft.pk).update(state="live") == 0
        assert RuleVersion.objects.exists()
    for who, by in ((okafor, okafor), (ada, okafor)):
        budget = AlertBudget(
            family="score", per_month="0.5", chosen_at=STORY_TIME, chosen_by=by, note="x"
        )
        with pytest.raises(DatabaseError, match="row-level"), acting_for(who.pk):
            budget.save(force_insert=True)
    with pytest.raises(DatabaseError, match="permission denied"), acting_for(ada.pk):
        RuleVersion.objects.filter(pk=draft.pk).update(parameters={})
