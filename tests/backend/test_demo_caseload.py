"""The demo's caseload and inbox look like a clinic's ordinary day."""

import time_machine

from backend import demo_caseload
from tests.conftest import as_owner
from tests.story import STORY_TIME


@time_machine.travel(STORY_TIME, tick=False)
def test_the_demo_of_a_caseload_shows_every_kind_of_need_and_every_page(browser, okafor, nadia):
    with as_owner():
        demo_caseload.seed(at=STORY_TIME)

    rows = browser(okafor).get("/caseload/", page_size="200").body["results"]
    inbox = browser(okafor).get("/alerts/", state="open").body["results"]
    (program,) = browser(nadia).get("/alerts/metrics/").body["results"]
    metrics = browser(nadia).get(f"/alerts/metrics/{program['id']}/").body

    assert {row["need"] for row in rows} >= {"critical", "high", "silent", "medium", "none"}
    assert sum(row["alerts"]["count"] for row in rows) == 8
    assert len(inbox) == 6
    assert any(row["glance"]["phone"] for row in inbox)
    assert any(row["sessions"]["missed"] for row in rows)
    assert any(row["sessions"]["next"] for row in rows)
    assert metrics["load"]
    assert {row["until"] for row in metrics["times"]} == {"acknowledge", "resolve"}
