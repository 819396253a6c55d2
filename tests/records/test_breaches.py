"""The register of breaches: deadlines by the number of people, and versions that stay."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from core.identity import acting_for
from records import services
from records.models import Breach
from records.rules.deadlines import Extent, after_a_breach
from tests.conftest import as_owner
from tests.records.conftest import DAY
from tests.story import STORY_DAY, STORY_TIME

FOUND = date(2026, 3, 1)
SOON, YEAR_END = date(2026, 4, 30), date(2027, 3, 1)
FACTORS = dict.fromkeys(("nature", "recipient", "acquired", "mitigated", "reason"), "x")


@pytest.mark.parametrize(
    ("extent", "wanted"),
    [
        (Extent(1, 1, 0), {"people": SOON, "hhs": YEAR_END}),
        (Extent(499, 499, 0), {"people": SOON, "hhs": YEAR_END}),
        (Extent(500, 500, 0), {"people": SOON, "hhs": SOON}),
        (Extent(501, 501, 0), {"people": SOON, "hhs": SOON, "media": SOON}),
        (Extent(900, 400, 0), {"people": SOON, "hhs": SOON}),
        (Extent(3, 3, 2), {"people": SOON, "hhs": YEAR_END, "massachusetts": None}),
    ],
)
def test_r_07_whom_to_tell_and_by_when(extent, wanted):
    found = after_a_breach(FOUND, extent, {})

    assert {one.whom: one.by for one in found} == wanted


def _write(browser, ada, *, path="", **more):
    body = {"after": 0, "discovered_on": str(STORY_DAY - 70 * DAY), "what": "A lost list", **more}
    return browser(ada).post(f"/records/staff/breaches/{path}", body)


@pytest.mark.django_db
def test_r_07_a_change_is_a_new_version(browser, ada):
    first = _write(browser, ada).body
    second = _write(
        browser, ada, path=f"{first['series']}/", after=1, decision="breach", people_affected=3,
        **FACTORS,
    )  # fmt: skip
    late = _write(browser, ada, path=f"{first['series']}/", after=1)

    assert (second.status, second.body["version"]) == (201, 2)
    assert (late.status, late.body["code"]) == (409, "newer_version")
    versions = browser(ada).get(f"/records/staff/breaches/{first['series']}/").body["results"]
    assert [row["version"] for row in versions] == [2, 1]
    (row,) = browser(ada).get("/records/staff/breaches/").body["results"]
    assert {one["whom"]: one["is_late"] for one in row["deadlines"]} == {
        "people": True, "hhs": False,
    }  # fmt: skip
    assert services.warn_of_deadlines(at=STORY_TIME) == 1


@pytest.mark.django_db
def test_a_decision_rests_on_four_factors_and_a_count(browser, ada):
    gaps = _write(browser, ada, decision="breach")
    days = _write(browser, ada, told_hhs_on=str(STORY_DAY - 90 * DAY))

    assert gaps.body["fields"].keys() == {*FACTORS, "people_affected"}
    assert days.body["fields"].keys() == {"told_hhs_on"}


@pytest.mark.django_db
def test_nobody_changes_or_deletes_a_version(browser, ada, okafor):
    _write(browser, ada)

    with as_owner():
        for change in (
            lambda rows: rows.update(version=9),
            lambda rows: rows._raw_delete("default"),
        ):
            with pytest.raises(DatabaseError, match="are kept"), transaction.atomic():
                change(Breach.objects.all())
    with acting_for(okafor.pk):
        assert not Breach.objects.exists()
