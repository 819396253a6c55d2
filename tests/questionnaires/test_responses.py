"""Maya answers: drafts, the whole, replays, offline; what it adds up to and who is told."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from alerts.models import Alert, Step
from core import outbox
from core.models import AuditEntry, OutboxEntry
from questionnaires.models import CriticalAnswer, Response, Score
from tests.conftest import as_owner
from tests.questionnaires.conftest import ask, draft, filled
from tests.questionnaires.files import choice, phq_9, whole
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
RESPONSES = "/questionnaire-responses/"
LATER = STORY_TIME + timedelta(hours=30)


def drained(at=STORY_TIME):
    outbox.drain(clock=lambda: at)


def rows(model, **filters):
    with as_owner():
        return list(model.objects.filter(**filters))


def rows_with(model, name):
    with as_owner():
        return list(model.objects.select_related(name))


def put(browser, person, row, *places, **other):
    path, body = draft(row, *places, **other)
    return browser(person).send("PUT", path, body)


def test_a_whole_response_is_stored_and_scored(browser, maya, asked):
    answer = browser(maya).post(RESPONSES, filled(asked, 2, 2, 2, 2, 1, 1, 2, 0, 0))

    assert (answer.status, answer.body["state"], answer.body["needs_help"]) == (
        201,
        "complete",
        False,
    )
    (score,) = rows(Score)
    assert (score.total, score.band, score.missing) == (12, "moderate", 0)
    assert (score.instrument_version, score.scoring_version) == ("1", asked.scoring_version)
    assert score.answered_on == STORY_DAY
    assert rows(Alert, client=maya) == []


def test_the_same_sending_again_is_answered_with_the_same_row(browser, maya, asked):
    body = filled(asked, *[1] * 9)
    first = browser(maya).post(RESPONSES, body)

    again = browser(maya).post(RESPONSES, body)

    assert (first.status, again.status) == (201, 200)
    assert again.body["id"] == first.body["id"]
    assert len(rows(Response)) == len(rows(Score)) == 1


def test_other_answers_under_a_used_id_are_refused(browser, maya, asked):
    body = filled(asked, *[1] * 9)
    browser(maya).post(RESPONSES, body)

    answer = browser(maya).post(
        RESPONSES, filled(asked, *[2] * 9) | {"submission_id": body["submission_id"]}
    )

    assert (answer.status, answer.body["code"]) == (409, "submission_conflict")


def test_another_questionnaire_under_a_used_id_is_refused(browser, maya, okafor, asked, importing):
    other = importing(whole(choice("a")), key="small", licence="public_domain")
    ask(maya, okafor, "small")
    body = filled(asked, *[1] * 9)
    browser(maya).post(RESPONSES, body)

    answer = put(browser, maya, other, 1, submission_id=body["submission_id"])

    assert (answer.status, answer.body["code"]) == (409, "submission_conflict")


def test_without_item_9_there_is_no_total_and_no_alert(browser, maya, asked):
    answer = browser(maya).post(RESPONSES, filled(asked, *[3] * 8))
    drained()

    assert answer.status == 201
    (score,) = rows(Score)
    assert (score.total, score.band, score.missing) == (None, "", 1)
    assert rows(Alert, client=maya) == []


def test_what_is_required_must_be_there(browser, maya, asked):
    answer = browser(maya).post(RESPONSES, filled(asked, 1, 1))

    assert answer.status == 400
    assert answer.body["fields"]["answers./44252-5"] == ["This needs an answer."]
    assert rows(Response) == []


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"answers": {"/44250-9": "LA0-0"}}, "answers./44250-9"),
        ({"answers": {"/none": "LA6568-5"}}, "answers./none"),
        ({"answers": {"/44261-6": 27}}, "answers./44261-6"),
        ({"answers": []}, "answers"),
        ({"questionnaire": str(uuid4())}, "questionnaire"),
        ({"questionnaire": 7}, "questionnaire"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"recorded_at": "2026-11-23T10:00:00"}, "recorded_at"),
        ({"submission_id": "x"}, "submission_id"),
        ({"score": 3}, "score"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_by_field(browser, maya, asked, other, field):
    answer = browser(maya).post(RESPONSES, filled(asked, *[0] * 9) | other)

    if field == "answers./44261-6":
        # A total is not asked: nobody's own sum is taken in.
        field = "answers./44250-9"
    assert answer.status == 400
    assert field in answer.body["fields"]


def test_what_was_never_asked_is_not_taken(browser, maya, phq):
    answer = browser(maya).post(RESPONSES, filled(phq, *[0] * 9))

    assert answer.body["fields"] == {"questionnaire": ["You were not asked this questionnaire."]}


def test_somebody_without_an_enrolment_is_refused(browser, stranger, okafor, phq):
    ask(stranger, okafor, "phq-9")

    for answer in (
        browser(stranger).post(RESPONSES, filled(phq, *[0] * 9)),
        put(browser, stranger, phq, 1),
    ):
        assert (answer.status, answer.body["code"]) == (403, "not_enrolled")


def test_an_asking_that_ended_meanwhile_is_no_fault_of_the_phone(browser, maya, okafor, phq):
    ask(maya, okafor, "phq-9", ended_at=STORY_TIME, ended_by=okafor)

    assert browser(maya).post(RESPONSES, filled(phq, *[0] * 9)).status == 201


def test_an_abandoned_form_alerts_as_soon_as_item_9_is_saved(browser, maya, okafor, asked):
    answer = put(browser, maya, asked, *[0] * 8, 1)
    drained()

    assert (answer.status, answer.body["state"], answer.body["needs_help"]) == (201, "draft", True)
    (alert,) = rows(Alert, client=maya)
    assert (alert.tier, alert.late) == ("high", False)
    with as_owner():
        (reason,) = alert.assessment.reasons
        told = list(Step.objects.filter(alert=alert, kind="told").values_list("person", flat=True))
    assert reason["value"] == "1 of 3"
    assert "PHQ-9" in reason["sentence"]
    assert told == [okafor.pk]
    assert rows(Score) == []


def test_draft_whole_and_replay_of_one_form_make_one_alert(browser, maya, asked):
    path, body = draft(asked, *[0] * 8, 2)
    whole_body = body | {"submission_id": path.split("/")[2]}
    browser(maya).send("PUT", path, body)
    drained()
    browser(maya).send("PUT", path, body)
    browser(maya).post(RESPONSES, whole_body)
    drained()
    browser(maya).post(RESPONSES, whole_body)
    browser(maya).send("PUT", path, body)
    drained()

    assert len(rows(Alert, client=maya)) == 1
    assert len(rows(CriticalAnswer)) == 1
    assert len(rows(Score)) == 1


def test_a_milder_answer_takes_nothing_back_and_a_graver_one_joins(browser, maya, asked):
    path, body = draft(asked, *[0] * 8, 2)
    for place in (2, 1, 0, 3):
        body["answers"]["/44260-8"] = ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")[place]
        browser(maya).send("PUT", path, body)
        drained()

    (alert,) = rows(Alert, client=maya)
    with as_owner():
        assert alert.assessment.reasons[0]["value"] == "3 of 3"
    assert sorted(row.weight for row in rows(CriticalAnswer)) == [1, 2, 3]
    assert alert.resolved_at is None


def test_two_forms_are_two_pieces_of_news(browser, maya, asked):
    browser(maya).post(RESPONSES, filled(asked, *[0] * 8, 1))
    browser(maya).post(RESPONSES, filled(asked, *[0] * 8, 1))
    drained()

    (alert,) = rows(Alert, client=maya)
    with as_owner():
        assert [step.kind for step in alert.steps.order_by("at", "created_at")][-1] == "joined"


def test_an_answer_from_offline_alerts_late_with_its_own_time(browser, maya, asked):
    body = filled(asked, *[0] * 8, 3)
    with time_machine.travel(LATER, tick=False):
        browser(maya).post(RESPONSES, body)
        drained(LATER)

    (alert,) = rows(Alert, client=maya)
    (critical,) = rows(CriticalAnswer)
    (response,) = rows(Response)
    assert alert.late
    assert (critical.recorded_at, critical.received_at) == (STORY_TIME, LATER)
    assert (critical.on, response.answered_on) == (STORY_DAY, STORY_DAY)


@pytest.mark.parametrize(
    "recorded_at",
    ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
)
def test_a_phone_that_lost_its_clock_still_calls_for_help(browser, maya, asked, recorded_at):
    path, body = draft(asked, *[0] * 8, 2, recorded_at=recorded_at)

    answer = browser(maya).send("PUT", path, body)
    drained()

    assert (answer.status, answer.body["answered_on"]) == (201, STORY_DAY.isoformat())
    assert [(row.tier, row.assessment.on) for row in rows_with(Alert, "assessment")] == [
        ("high", STORY_DAY)
    ]


@pytest.mark.parametrize("off_by", [timedelta(hours=2), -timedelta(days=400)])
def test_a_clock_that_cannot_be_right_is_kept_and_not_believed(browser, maya, asked, off_by):
    recorded_at = STORY_TIME + off_by
    answer = browser(maya).post(
        RESPONSES, filled(asked, *[0] * 9, recorded_at=recorded_at.isoformat())
    )

    (response,) = rows(Response)
    assert answer.status == 201
    assert (response.recorded_at, response.answered_on) == (recorded_at, STORY_DAY)


def test_an_older_draft_changes_nothing_and_its_critical_answer_counts(browser, maya, asked):
    path, body = draft(asked, 1, 1)
    browser(maya).send("PUT", path, body)
    older = {**body, "recorded_at": (STORY_TIME - timedelta(minutes=9)).isoformat()}
    older["answers"] = {"/44260-8": "LA6569-3"}

    answer = browser(maya).send("PUT", path, older)

    (response,) = rows(Response)
    assert (answer.status, answer.body["needs_help"]) == (200, True)
    assert json.loads(response.answers) == body["answers"]


def test_a_draft_of_what_was_handed_in_changes_nothing(browser, maya, asked):
    body = filled(asked, *[1] * 9)
    browser(maya).post(RESPONSES, body)

    answer = put(browser, maya, asked, *[3] * 8, submission_id=body["submission_id"])

    assert (answer.status, answer.body["state"]) == (200, "complete")
    assert json.loads(rows(Response)[0].answers) == body["answers"]


def test_what_is_critical_in_a_draft_counts_also_after_the_whole_was_handed_in(
    browser, maya, asked
):
    body = filled(asked, *[0] * 9)
    browser(maya).post(RESPONSES, body)

    answer = put(browser, maya, asked, *[0] * 8, 2, submission_id=body["submission_id"])
    drained()

    assert (answer.status, answer.body["state"], answer.body["needs_help"]) == (
        200, "complete", True,
    )  # fmt: skip
    assert json.loads(rows(Response)[0].answers) == body["answers"]
    assert [row.tier for row in rows(Alert, client=maya)] == ["high"]


def test_a_wrong_answer_keeps_back_no_critical_one_in_a_draft(browser, maya, asked):
    path, body = draft(asked, *[0] * 8, 2)
    right = dict(body["answers"])
    body["answers"] |= {"/44250-9": "LA-none", "/nothing": 1}

    answer = browser(maya).send("PUT", path, body)
    drained()

    assert (answer.status, answer.body["needs_help"]) == (201, True)
    assert sorted(answer.body["left_out"]) == ["/44250-9", "/nothing"]
    assert json.loads(rows(Response)[0].answers) == {
        name: value for name, value in right.items() if name != "/44250-9"
    }
    assert [row.tier for row in rows(Alert, client=maya)] == ["high"]


def test_answers_to_what_is_not_asked_are_left_out_and_named(browser, maya, okafor, importing):
    gate = {"linkId": "gate", "type": "boolean", "text": "?"}
    more = {
        "linkId": "more", "type": "string", "text": "?",
        "enableWhen": [{"question": "gate", "operator": "=", "answerBoolean": True}],
    }  # fmt: skip
    row = importing(whole(gate, more), key="small", licence="public_domain")
    ask(maya, okafor, "small")

    answer = browser(maya).post(
        RESPONSES, filled(row) | {"answers": {"gate": False, "more": "That"}}
    )

    assert (answer.status, answer.body["left_out"]) == (201, ["more"])
    assert json.loads(rows(Response)[0].answers) == {"gate": False}


def test_maya_reads_her_answers_and_plain_words(browser, maya, asked):
    body = filled(asked, 2, 2, 2, 2, 1, 1, 2, 0, 0)
    browser(maya).post(RESPONSES, body)
    put(browser, maya, asked, 1)

    (row,) = browser(maya).get(RESPONSES).body["results"]

    assert row["answers"] == body["answers"]
    assert row["score"] == {"total": 12, "highest": 27, "words": "some", "missing": 0}
    assert "moderate" not in json.dumps(row)


def test_the_team_reads_score_and_critical_answers(browser, maya, nadia, asked):
    browser(maya).post(RESPONSES, filled(asked, *[3] * 9))

    (row,) = browser(nadia).get(f"/clients/{maya.pk}/questionnaire-responses/").body["results"]

    assert (row["score"]["total"], row["score"]["band"], row["score"]["highest"]) == (
        27,
        "severe",
        27,
    )
    assert row["critical"][0]["kind"] == "self_harm"
    with as_owner():
        assert AuditEntry.objects.filter(
            subject="questionnaires_response", action="read", client_ids=[maya.pk]
        ).exists()


def test_no_news_carries_a_word_or_a_number_of_an_answer(browser, maya, asked):
    browser(maya).post(RESPONSES, filled(asked, *[3] * 9))

    with as_owner():
        payloads = list(OutboxEntry.objects.values_list("payload", flat=True))
    assert payloads
    assert all(name.endswith("_id") for payload in payloads for name in payload)


def test_a_version_that_takes_over_keeps_the_scores_of_the_old_one(browser, maya, asked, importing):
    browser(maya).post(RESPONSES, filled(asked, *[1] * 9))
    newer = importing(phq_9(version="2"))
    browser(maya).post(RESPONSES, filled(newer, *[2] * 9))

    assert sorted((row.instrument_version, row.total) for row in rows(Score)) == [
        ("1", 9),
        ("2", 18),
    ]
