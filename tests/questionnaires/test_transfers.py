# ruff: noqa: E501  (tables are read across)
"""QuestionnaireResponse of FHIR, in and out: foreign answers checked, foreign totals not believed."""

import copy
from datetime import timedelta

import pytest
import time_machine
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from alerts.models import Alert
from core import clock, outbox
from core.models import AuditEntry
from questionnaires.models import Response, Score
from tests.conftest import as_owner
from tests.questionnaires.conftest import ask, filled
from tests.questionnaires.files import PHQ_ANSWERS, changed, choice, option, phq_9, text, whole
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
EVERY_KIND = whole(
    {"linkId": "intro", "type": "display", "text": "Hello."},
    {"linkId": "g", "type": "group", "text": "First", "item": [
        {"linkId": "yes", "type": "boolean", "text": "?", "item": [
            {"linkId": "why", "type": "string", "text": "Why?"}]},
        {"linkId": "many", "type": "choice", "text": "?", "repeats": True,
         "answerOption": [option("A"), option("B")]},
    ]},
    {"linkId": "open", "type": "open-choice", "text": "?", "answerOption": [option("A")]},
    {"linkId": "n", "type": "integer", "text": "?", "answerOption": [{"valueInteger": 3}]},
    {"linkId": "int", "type": "integer", "text": "?"},
    {"linkId": "dec", "type": "decimal", "text": "?"},
    {"linkId": "day", "type": "date", "text": "?"},
    {"linkId": "rows", "type": "group", "repeats": True, "item": [
        {"linkId": "name", "type": "string", "text": "?"}]},
)  # fmt: skip
ANSWERED = {
    "yes": True, "why": "Because", "many": ["A", "B"], "open": {"text": "Else"}, "n": "3",
    "int": 4, "dec": 1.5, "day": "2026-01-02", "rows": [{"name": "One"}, {"name": "Two"}],
}  # fmt: skip


def path_of(client):
    return f"/clients/{client.pk}/questionnaire-responses/"


def foreign(*places, total=None, **other):
    """Return a response as another system writes it."""
    items = [
        {"linkId": item["linkId"], "answer": [
            {"valueCoding": {"system": "http://loinc.org", "code": PHQ_ANSWERS[place]}}]}
        for item, place in zip(phq_9()["item"], places, strict=False)
    ]  # fmt: skip
    if total is not None:
        items.append({"linkId": "/44261-6", "answer": [{"valueDecimal": total}]})
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "http://example.org/q/phq-9|1",
        "status": "completed",
        "authored": (STORY_TIME - timedelta(days=3)).isoformat(),
        "subject": {"reference": "Patient/elsewhere"},
        "item": items,
        **other,
    }


def send(browser, clinician, client, resource):
    return browser(clinician).post(path_of(client), {"file": text(resource)})


@pytest.mark.parametrize(("stated", "differs"), [(None, False), (10, False), (13, True)])
def test_a_foreign_total_is_compared_and_never_believed(
    browser, maya, okafor, phq, stated, differs
):
    answer = send(browser, okafor, maya, foreign(2, 2, 2, 2, 1, 1, 0, 0, 0, total=stated))

    assert answer.status == 201, answer
    score = answer.body["score"]
    assert (score["total"], score["stated_total"], score["differs"]) == (10, stated, differs)
    assert answer.body["origin"] == "imported"
    assert answer.body["answered_on"] == (STORY_DAY - timedelta(days=3)).isoformat()


def test_the_same_file_again_is_the_same_response(browser, maya, okafor, phq):
    first = send(browser, okafor, maya, foreign(*[1] * 9))
    again = send(browser, okafor, maya, foreign(*[1] * 9))

    assert (first.status, again.status, again.body["id"]) == (201, 200, first.body["id"])
    with as_owner():
        assert (Response.objects.count(), Score.objects.count()) == (1, 1)


def test_a_critical_answer_from_elsewhere_alerts_too(browser, maya, okafor, phq):
    send(browser, okafor, maya, foreign(*[0] * 8, 1))
    outbox.drain(clock=lambda: STORY_TIME)

    with as_owner():
        alert = Alert.objects.get(client=maya)
    assert (alert.tier, alert.late) == ("high", True)


def test_an_imported_response_does_not_answer_what_is_not_asked_of_it(browser, maya, okafor, phq):
    ask(maya, okafor, "phq-9")
    send(browser, okafor, maya, foreign(*[1] * 9, authored=STORY_TIME.isoformat()))

    # It was answered for today, wherever that was.
    assert browser(maya).get("/questionnaires/due/").body["results"] == []


def coded(code):
    return [{"valueCoding": {"system": "http://loinc.org", "code": code}}]


REFUSED = [
    ("another resource", {"resourceType": "Questionnaire"}, "$.resourceType", "not a QuestionnaireResponse"),
    ("in progress", foreign(*[0] * 9, status="in-progress"), "$.status", "completed or amended"),
    ("unknown questionnaire", foreign(*[0] * 9, questionnaire="http://x.org/q"), "$.questionnaire", "was not imported"),
    ("unknown version", foreign(*[0] * 9, questionnaire="http://example.org/q/phq-9|7"), "$.questionnaire", "was not imported"),
    ("no id of ours", foreign(*[0] * 9, questionnaire="urn:uuid:x"), "$.questionnaire", "was not imported"),
    ("no questionnaire", changed(foreign(*[0] * 9), "questionnaire", to=None), "$.questionnaire", "must be there"),
    ("no day", changed(foreign(*[0] * 9), "authored", to=None), "$.authored", "must be there"),
    ("tomorrow", foreign(*[0] * 9, authored=(STORY_TIME + timedelta(days=1)).isoformat()), "$.authored", "cannot be right"),
    ("long ago", foreign(*[0] * 9, authored="1990-01-01"), "$.authored", "cannot be right"),
    ("unknown code", changed(foreign(*[0] * 9), "item", 0, "answer", to=coded("LA1-1")), "$.item[0].answer[0].valueCoding", "none of the choices"),
    ("another system", changed(foreign(*[0] * 9), "item", 0, "answer", 0, "valueCoding", "system", to="http://x.org"), "$.item[0].answer[0].valueCoding", "none of the choices"),
    ("two answers", changed(foreign(*[0] * 9), "item", 0, "answer", to=coded("LA6568-5") * 2), "$.item[0].answer", "has one answer"),
    ("another type", changed(foreign(*[0] * 9), "item", 0, "answer", to=[{"valueBoolean": True}]), "$.item[0].answer[0]", "not of the type"),
    ("unknown item", changed(foreign(*[0] * 9), "item", 0, "linkId", to="z"), "$.item[0].linkId", "no item “z”"),
    ("an item twice", changed(foreign(*[0] * 9), "item", 1, "linkId", to="/44250-9"), "$.item[1]", "stands there twice"),
    ("something missing", foreign(*[0] * 7), "item “/44253-3”", "needs an answer"),
    ("a total of text", changed(foreign(*[0] * 9, total=1), "item", 9, "answer", to=[{"valueString": "10"}]), "$.item[9]", "must be one number"),
    ("a modifier", foreign(*[0] * 9, modifierExtension=[{"url": "http://x.org", "valueBoolean": True}]), "$.modifierExtension", "changes what the answers mean"),
    ("a member of nobody's", foreign(*[0] * 9, colour="blue"), "$.colour", "not FHIR R4"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("resource", "path", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_is_no_answer_is_refused_whole(browser, maya, okafor, phq, resource, path, why):
    answer = send(browser, okafor, maya, resource)

    assert answer.status == 400
    found = [(one["path"], one["sentence"]) for one in answer.body["problems"]]
    assert any(one == path and why in sentence for one, sentence in found), found
    with as_owner():
        assert Response.objects.count() == 0


def test_a_day_without_a_time_counts_as_that_day(browser, maya, okafor, phq):
    day = (STORY_DAY - timedelta(days=9)).isoformat()

    answer = send(browser, okafor, maya, foreign(*[1] * 9, authored=day))

    assert answer.body["answered_on"] == day


@pytest.mark.parametrize("hour", [8, 21])
def test_a_day_without_a_time_may_be_mayas_today_at_any_hour(browser, maya, okafor, phq, hour):
    now = clock.at_wall_clock(STORY_DAY, hour * 60, "America/New_York")

    with time_machine.travel(now, tick=False):
        answer = send(browser, okafor, maya, foreign(*[1] * 9, authored=STORY_DAY.isoformat()))

    assert (answer.status, answer.body["answered_on"]) == (201, STORY_DAY.isoformat())


def test_maya_takes_out_her_answers_as_fhir(browser, maya, okafor, asked):
    handed_in = browser(maya).post("/questionnaire-responses/", filled(asked, *[1] * 9)).body

    answer = browser(maya).get(f"/questionnaire-responses/{handed_in['id']}/fhir/")

    assert answer.status == 200
    QuestionnaireResponse.model_validate(answer.body)
    assert answer.body["questionnaire"] == "http://example.org/q/phq-9|1"
    assert answer.body["item"][0]["answer"][0]["valueCoding"]["code"] == "LA6569-3"
    assert answer.body["item"][9]["answer"] == [{"valueDecimal": 9.0}]
    with as_owner():
        assert AuditEntry.objects.filter(action="export", client_ids=[maya.pk]).exists()


@pytest.mark.parametrize(("reader", "status"), [("okafor", 200), ("nadia", 200), ("lee", 404),
                                                ("grace", 404), ("ben", 404), ("rosa", 404),
                                                ("tom", 404), ("ada", 404), ("stranger", 404)])  # fmt: skip
def test_who_can_take_mayas_answers_out(browser, request, maya, asked, reader, status):
    handed_in = browser(maya).post("/questionnaire-responses/", filled(asked, *[1] * 9)).body
    path = f"/questionnaire-responses/{handed_in['id']}/fhir/"

    assert browser(request.getfixturevalue(reader)).get(path).status == status


def test_a_draft_cannot_be_taken_out(browser, maya, asked):
    body = filled(asked, 1)
    submission_id = body.pop("submission_id")
    made = browser(maya).send("PUT", f"/questionnaire-drafts/{submission_id}/", body).body

    assert browser(maya).get(f"/questionnaire-responses/{made['id']}/fhir/").status == 404


def test_every_kind_of_answer_comes_out_and_goes_in_the_same(browser, maya, okafor, importing):
    row = importing(EVERY_KIND, key="every-kind", licence="public_domain")
    ask(maya, okafor, "every-kind")
    handed_in = browser(maya).post("/questionnaire-responses/", filled(row) | {"answers": ANSWERED})
    assert handed_in.status == 201, handed_in

    taken_out = browser(maya).get(f"/questionnaire-responses/{handed_in.body['id']}/fhir/").body
    back = send(browser, okafor, maya, copy.deepcopy(taken_out))

    assert back.status == 201, back
    assert back.body["answers"] == ANSWERED


def test_a_questionnaire_without_an_address_goes_by_our_id(browser, maya, okafor, importing):
    bare = changed(whole(choice("a")), "url", to=None)
    row = importing(bare, key="bare", licence="public_domain")
    ask(maya, okafor, "bare")
    handed_in = browser(maya).post("/questionnaire-responses/", filled(row, 1)).body

    taken_out = browser(maya).get(f"/questionnaire-responses/{handed_in['id']}/fhir/").body

    assert taken_out["questionnaire"] == f"urn:uuid:{row.pk}"
    assert send(browser, okafor, maya, taken_out).status == 201
