"""Whatever is sent to a route of questionnaires, the answer is one of ours and never a failure."""

import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.questionnaires.conftest import draft, filled
from tests.questionnaires.files import choice, phq_9, text, whole

pytestmark = pytest.mark.django_db
WORDS = st.sampled_from(["", "a", "\x00", "\ud800", "é", "x" * 400, "2026-01-01", "-1", "true"])
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from([0, -1, 7, 2**31, 2**63, 10**30, 1.5, 1e300])
    | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
ONCE = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def sent(browser, person, method, path, body):
    with transaction.atomic():
        answer = browser(person).send(method, path, body)
        transaction.set_rollback(True)
    assert answer.status < 500, (body, answer)
    assert answer.status < 400 or "code" in json.loads(answer.content)


def with_odd(body, data, names):
    name = data.draw(st.sampled_from(sorted(names)))
    return {**body, name: data.draw(ODD)}


@ONCE
@given(data=st.data())
def test_handing_in(browser, maya, asked, data):
    body = filled(asked, *[0] * 9)
    body = with_odd(body, data, body)

    sent(browser, maya, "POST", "/questionnaire-responses/", body)


@ONCE
@given(data=st.data())
def test_answers_to_each_question(browser, maya, asked, data):
    path, body = draft(asked, *[0] * 9)
    body["answers"] = with_odd(body["answers"], data, {*body["answers"], "/44261-6", "z", "\ud800"})

    sent(browser, maya, "PUT", path, body)


@ONCE
@given(data=st.data())
def test_following_up(browser, maya, asked, data):
    path, body = draft(asked, *[1] * 9)
    browser(maya).send("PUT", path, body)
    said = {"submission_id": str(asked.pk), "recorded_at": body["recorded_at"]}
    names = {*said, "intent", "plan", "recent_act", "wants_contact"}

    sent(browser, maya, "POST", f"{path}follow-up/", with_odd(said, data, names))


@ONCE
@given(data=st.data())
def test_asking(browser, maya, okafor, phq, data):
    wish = {"key": "phq-9", "cadence": "once"}
    names = {*wish, "starts_on", "window_days"}

    sent(
        browser, okafor, "POST", f"/clients/{maya.pk}/questionnaires/", with_odd(wish, data, names)
    )


@ONCE
@given(data=st.data())
def test_importing_with_a_scoring(browser, ada, data):
    scoring = {
        "name": "S", "items": ["a"], "reversed": [], "allowed_missing": 0, "multiplier": 1,
        "bands": [{"from": 0, "to": 3, "word": "w"}], "totals": [],
        "critical": [{"link_id": "a", "at_least": 1, "kind": "other"}],
    }  # fmt: skip
    body = {"file": text(whole(choice("a"))), "key": "k", "licence": "public_domain"}
    if data.draw(st.booleans()):
        body = with_odd(body, data, {*body, "attribution", "ready_scoring", "scoring"})
    else:
        body["scoring"] = with_odd(scoring, data, scoring)

    sent(browser, ada, "POST", "/questionnaire-versions/", body)


@ONCE
@given(data=st.data())
def test_importing_files_with_something_odd_in_them(browser, ada, data):
    resource = phq_9()
    place = data.draw(st.sampled_from(["whole", "item", "option"]))
    target = {
        "whole": resource, "item": resource["item"][0],
        "option": resource["item"][0]["answerOption"][0],
    }[place]  # fmt: skip
    name = data.draw(
        st.sampled_from([*target, "version", "language", "copyright", "extension", "meta", "name"])
    )
    target[name] = data.draw(ODD)

    sent(browser, ada, "POST", "/questionnaire-versions/", {"file": text(resource)})


@ONCE
@given(data=st.data())
def test_importing_answers_with_something_odd_in_them(browser, maya, okafor, phq, data):
    item = {"linkId": "/44250-9", "answer": [{"valueCoding": {"code": "LA6568-5"}}]}
    found = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "item": [item],
        "questionnaire": "http://example.org/q/phq-9|1", "authored": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    target = data.draw(st.sampled_from([found, item, item["answer"][0]]))
    target[data.draw(st.sampled_from(sorted(target)))] = data.draw(ODD)
    path = f"/clients/{maya.pk}/questionnaire-responses/"

    sent(browser, okafor, "POST", path, {"file": text(found)})


@pytest.mark.parametrize("query", ["cursor=x", "page_size=x", "page_size=0", "cursor=%00", "z=1"])
@pytest.mark.parametrize("path", ["questionnaire-responses", "questionnaires/due"])
def test_odd_queries(browser, maya, asked, path, query):
    name, _, value = query.partition("=")

    assert browser(maya).get(f"/{path}/", **{name: value}).status < 500
