"""A copy is asked for by who it is, made once, kept sealed for a week, and gone after it."""

from datetime import timedelta

import pytest
from allauth.core import ratelimit

from core.identity import acting_for
from core.models import AuditEntry
from records import services
from records.models import Export, ExportPart
from records.services import exports, packing
from tests.conftest import FAST_HASH, as_owner
from tests.records.conftest import DAY
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db
PASSWORD = {"password": "a long demo password"}


@pytest.fixture(autouse=True)
def _tries(rf, maya, rosa, settings):
    settings.PASSWORD_HASHERS = FAST_HASH
    for person in (maya, rosa):
        ratelimit.clear(rf.get("/"), action="prove_again", key=str(person.pk))


def _asked(browser, person):
    answer = browser(person).post("/records/exports/", PASSWORD)
    assert answer.status == 202, answer
    return answer.body


def test_r_05_a_copy_is_had_at_once_and_each_step_can_be_seen(browser, maya, monkeypatch):
    asked = _asked(browser, maya)
    assert (asked["state"], asked["steps_done"], asked["steps_in_all"]) == ("asked", 0, 5)
    seen = []
    kept = exports._step
    monkeypatch.setattr(
        exports, "_step", lambda export, at: (kept(export, at=at), seen.append(_state(export)))
    )

    services.make_exports(clock=lambda: STORY_TIME)

    assert seen == [("making", done) for done in (1, 2, 3, 4)]
    ready = browser(maya).get(f"/records/exports/{asked['id']}/").body
    assert (ready["state"], ready["steps_done"]) == ("ready", 5)
    file = browser(maya).get(f"/records/exports/{asked['id']}/file/")
    assert file.headers["Content-Type"] == "application/zip"
    assert 'filename="export-' in file.headers["Content-Disposition"]
    assert file.headers["Cache-Control"] == "no-store"
    assert len(file.content) == ready["file_size"]
    assert browser(maya).get(f"/records/exports/{asked['id']}/").body["downloads"] == 1


def _state(export):
    with as_owner():
        row = Export.objects.get(pk=export.pk)
        return (row.state, row.steps_done)


def test_what_was_done_with_a_copy_stands_in_the_trail(browser, maya):
    asked = _asked(browser, maya)
    services.make_exports(clock=lambda: STORY_TIME)
    browser(maya).get(f"/records/exports/{asked['id']}/file/")
    browser(maya).send("DELETE", f"/records/exports/{asked['id']}/")

    with as_owner():
        rows = AuditEntry.objects.filter(subject="records_export", subject_id=asked["id"])
        done = sorted(rows.values_list("action", "actor_role"))

    assert done == [
        ("ask_for_export", "client"), ("delete_export", "client"), ("export", "client"),
        ("make_export", "records"),
    ]  # fmt: skip


def test_h_07_a_copy_needs_the_password_once_more(browser, maya):
    refused = browser(maya).post("/records/exports/", {"password": "something else"})

    assert (refused.status, refused.body["code"]) == (403, "not_proven")
    with as_owner():
        assert not Export.objects.filter(person=maya).exists()


def test_the_file_is_sealed_and_notices_when_it_was_altered(browser, maya, made):
    copy = made(maya)
    with as_owner():
        parts = ExportPart.objects.filter(person=maya).extra(select={"raw": "content"})
        stored = [row.raw for row in parts]
        first = parts.order_by("place").first()
        assert copy.content[:4] == b"PK\x03\x04"
        assert all(raw.startswith("v1.") for raw in stored)
        ExportPart.objects.filter(pk=first.pk).update(content="UEsDBA==")
        key = first.export_id

    answer = browser(maya).get(f"/records/exports/{key}/file/")

    assert (answer.status, answer.body["code"]) == (503, "damaged")


def test_the_file_is_gone_after_a_week(browser, maya, made, later):
    made(maya)
    with as_owner():
        export = Export.objects.get(person=maya)
    later(7 * DAY)

    assert browser(maya).get(f"/records/exports/{export.pk}/file/").status == 410
    assert services.sweep_exports(at=STORY_TIME + 7 * DAY) == 1

    with as_owner():
        assert not ExportPart.objects.filter(export=export).exists()
    assert browser(maya).get(f"/records/exports/{export.pk}/").body["state"] == "gone"


def test_what_failed_is_tried_again_and_then_given_up(browser, maya, monkeypatch):
    asked = _asked(browser, maya)
    monkeypatch.setattr(packing, "as_pdf", lambda *_: 1 / 0)
    at = STORY_TIME
    for _ in range(exports.LAST_ATTEMPT + 1):
        assert services.make_exports(clock=lambda at=at: at) == 0
        at += exports.LEASE + timedelta(seconds=1)

    answer = browser(maya).get(f"/records/exports/{asked['id']}/")

    assert answer.body["state"] == "failed"


def test_asking_twice_is_asking_once_and_five_times_a_day_is_enough(browser, maya):
    first = _asked(browser, maya)
    assert _asked(browser, maya)["id"] == first["id"]
    services.make_exports(clock=lambda: STORY_TIME)
    for _ in range(4):
        _asked(browser, maya)
        services.make_exports(clock=lambda: STORY_TIME)

    assert browser(maya).post("/records/exports/", PASSWORD).body["code"] == "too_many_copies"


def test_nobody_else_has_a_way_to_it(browser, maya, rosa, okafor, ada, made):
    made(maya)
    with as_owner():
        key = Export.objects.get(person=maya).pk

    for person in (rosa, okafor, ada):
        assert browser(person).get(f"/records/exports/{key}/file/").status == 404
        with acting_for(person.pk):
            assert (Export.objects.count(), ExportPart.objects.count()) == (0, 0)


def test_a_relative_has_a_copy_of_their_own(browser, rosa, made):
    browser(rosa).post(
        "/family/team-notes/",
        {"submission_id": str(rosa.pk), "about": "Maya", "text": "On the porch"},
    )

    tables = made(rosa).tables

    assert tables["enrolments"] == []
    assert "On the porch" in {row["text"] for row in tables["notes_to_team"]}
