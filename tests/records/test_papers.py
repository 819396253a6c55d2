"""Papers for the care team: what the screens show, to whom the screens show it."""

import pytest

from accounts.models import User
from core.models import AuditEntry
from records.services import paper
from tests.checkins.moments import urge
from tests.conftest import as_owner
from tests.http import check_in
from tests.plans.words import relapse_plan
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(monkeypatch):
    """Everything that was put on a paper, in its order."""
    lines = []
    kept = paper.printable
    monkeypatch.setattr(paper, "printable", lambda line: lines.append(line) or kept(line))
    return lines


def test_the_page_for_the_next_talk_says_what_the_screen_says(browser, maya, okafor, said):
    browser(maya).post("/check-ins/", check_in(mood=3, safety="unsure"))
    browser(maya).send("PUT", f"/urges/{maya.pk}/", urge())
    browser(maya).post(
        "/records/statements/", {"kind": "correction", "part": "plans", "words": "Not so."}
    )

    answer = browser(okafor).get(f"/clients/{maya.pk}/session-prep/pdf/")

    assert answer.status == 200, answer
    assert answer.content.startswith(b"%PDF-")
    assert b"/JavaScript" not in answer.content
    assert 'filename="page-' in answer.headers["Content-Disposition"]
    text = "\n".join(said)
    assert maya.name in text
    assert "Mood: " in text
    assert "unsure" in text
    assert "Not so." in text


def test_it_is_in_the_readers_language(browser, okafor, maya, said):
    with as_owner():
        User.objects.filter(pk=okafor.pk).update(language="es")

    browser(okafor).get(f"/clients/{maya.pk}/session-prep/pdf/")

    assert "Sesiones" in said or "Registros diarios" in said


@pytest.mark.parametrize("kind", ["relapse_prevention"])
def test_a_plan_is_on_paper_with_its_signatures(browser, maya, okafor, said, kind):
    written = browser(maya).send("PUT", f"/plans/{kind}/", relapse_plan())
    assert written.status == 201, written
    version = written.body["version"]
    browser(maya).post(f"/plans/{kind}/sign/", {"version": version})

    mine = browser(maya).get(f"/plans/{kind}/pdf/")
    theirs = browser(okafor).get(f"/clients/{maya.pk}/plans/{kind}/pdf/")

    assert mine.content.startswith(b"%PDF-")
    assert theirs.content.startswith(b"%PDF-")
    assert f"{maya.name}, " in "\n".join(said)
    assert "Not signed yet" in said
    with as_owner():
        entries = AuditEntry.objects.filter(action="export", subject="plans_plan")
        assert {entry.actor_id for entry in entries} == {maya.pk, okafor.pk}


def test_whatever_people_write_is_printed_and_never_markup():
    page = paper.Paper(
        made_at=STORY_TIME, language="en", timezone="America/New_York",
        program="{page} <b>Riverside</b> {0}" * 9,
    )  # fmt: skip
    page.line("<b>bold</b> & <script>x</script> \x00 \U0001f600 {0} {page}")
    page.entry([("a", "<a href='javascript:x'>y</a>" * 900)])

    made = page.made()

    assert made.startswith(b"%PDF-")
    assert b"/URI" not in made
