# ruff: noqa: E501  (sentences in names, tables read across)
"""What the tables of questionnaires refuse even from their owner."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from questionnaires.models import (
    CriticalAnswer,
    FollowUp,
    Occasion,
    Questionnaire,
    Response,
    Schedule,
    Score,
)
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
AT = STORY_TIME
MOMENT = {"on": STORY_DAY, "recorded_at": AT, "received_at": AT}


@pytest.fixture
def write(maya, okafor, ada):
    """Return a function that writes rows as the owner, with the least that is valid."""
    least = {
        Questionnaire: lambda: {
            "key": "k", "digest": uuid4().hex, "title": "T", "form": {}, "source": {},
            "licence": "public_domain", "imported_at": AT,
        },
        Schedule: lambda: {
            "client": maya, "key": "k", "cadence": "once", "starts_on": STORY_DAY,
            "window_days": 7, "assigned_at": AT, "assigned_by": okafor,
        },
        Occasion: lambda: {"client": maya, "due_on": STORY_DAY, "noted_at": AT},
        Response: lambda: {
            "client": maya, "submission_id": uuid4(), "answered_on": STORY_DAY, "timezone": "UTC",
            "recorded_at": AT, "received_at": AT,
        },
        Score: lambda: {
            "client": maya, "key": "k", "instrument_version": "1", "scoring_version": "s",
            "answered_on": STORY_DAY, "total": 1, "computed_at": AT,
        },
        CriticalAnswer: lambda: {
            "client": maya, "link_id": "a", "weight": 1, "most": 3, "kind": "other", **MOMENT,
        },
        FollowUp: lambda: {"client": maya, "submission_id": uuid4(), **MOMENT},
    }  # fmt: skip

    def one(model, **values):
        if model is Response and "questionnaire" not in values:
            values["questionnaire"] = one(Questionnaire)
        if model in (Score, CriticalAnswer, FollowUp) and "response" not in values:
            values["response"] = one(Response)
        if model is Occasion and "schedule" not in values:
            values["schedule"] = one(Schedule)
        return model.objects.bulk_create([model(**least[model]() | values)])[0]

    with as_owner():
        yield one


def refusal_of(write) -> str:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    return caught.value.__cause__.diag.constraint_name


ALONE = [
    ("questionnaires_questionnaire_known_licence", Questionnaire, {"licence": "mine"}),
    ("questionnaires_questionnaire_conditions_keep_attribution", Questionnaire, {"licence": "free_with_conditions"}),
    ("questionnaires_questionnaire_activated_by_someone", Questionnaire, {"activated_at": AT}),
    ("questionnaires_questionnaire_retired_by_someone", Questionnaire, {"retired_at": AT}),
    ("questionnaires_questionnaire_scoring_has_version", Questionnaire, {"scoring": {}}),
    ("questionnaires_schedule_known_cadence", Schedule, {"cadence": "hourly"}),
    ("questionnaires_schedule_window_of_days", Schedule, {"window_days": 0}),
    ("questionnaires_schedule_window_of_days", Schedule, {"window_days": 29}),
    ("questionnaires_schedule_window_within_cadence", Schedule, {"cadence": "every_week", "window_days": 8}),
    ("questionnaires_schedule_window_within_cadence", Schedule, {"cadence": "every_2_weeks", "window_days": 15}),
    ("questionnaires_schedule_paused_by_someone", Schedule, {"paused_at": AT}),
    ("questionnaires_schedule_ended_by_someone", Schedule, {"ended_at": AT}),
    ("questionnaires_response_known_origin", Response, {"origin": "paper", "completed_at": AT}),
    ("questionnaires_response_imported_whole", Response, {"origin": "imported"}),
    ("questionnaires_score_no_total_because_missing", Score, {"total": None}),
    ("questionnaires_score_no_total_because_missing", Score, {"total": None, "missing": 1, "band": "mild"}),
    ("questionnaires_score_differs_from_something", Score, {"differs": True}),
    ("questionnaires_followup_known_intent", FollowUp, {"intent": "maybe"}),
    ("questionnaires_followup_known_plan", FollowUp, {"plan": "maybe"}),
    ("questionnaires_followup_known_recent_act", FollowUp, {"recent_act": "maybe"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "model", "values"), ALONE)
def test_a_row_that_can_never_be_true_is_refused(write, name, model, values):
    assert refusal_of(lambda: write(model, **values)) == name


def test_a_schedule_is_by_somebody_else(write, maya):
    name = "questionnaires_schedule_by_someone_else"

    assert refusal_of(lambda: write(Schedule, assigned_by=maya)) == name


@pytest.mark.parametrize("licence", ["permission_needed", "not_available"])
def test_what_has_no_licence_is_never_active(write, ada, licence):
    name = "questionnaires_questionnaire_licence_allows_use"
    active = {"licence": licence, "activated_at": AT, "activated_by": ada}

    assert refusal_of(lambda: write(Questionnaire, **active)) == name
    write(Questionnaire, **active, retired_at=AT, retired_by=ada)


def test_there_is_one_active_version_of_a_key_and_language(write, ada):
    name = "questionnaires_questionnaire_one_active_version"
    active = {"activated_at": AT, "activated_by": ada}
    write(Questionnaire, **active)
    write(Questionnaire, **active, language="es")

    assert refusal_of(lambda: write(Questionnaire, **active)) == name


def test_an_address_and_version_name_one_content(write):
    name = "questionnaires_questionnaire_one_per_url_and_version"
    write(Questionnaire, url="u", version="1")
    write(Questionnaire, url="u", version="2")

    assert refusal_of(lambda: write(Questionnaire, url="u", version="1")) == name


def test_one_content_is_stored_once(write):
    name = "questionnaires_questionnaire_one_per_content"
    write(Questionnaire, digest="d")

    assert refusal_of(lambda: write(Questionnaire, digest="d")) == name


def test_one_schedule_of_a_cadence_is_open(write, okafor):
    name = "questionnaires_schedule_one_open_per_cadence"
    write(Schedule, ended_at=AT, ended_by=okafor)
    write(Schedule)

    assert refusal_of(lambda: write(Schedule)) == name


def test_an_occasion_is_once_a_day(write):
    name = "questionnaires_occasion_once_a_day"
    schedule = write(Schedule)
    write(Occasion, schedule=schedule)

    assert refusal_of(lambda: write(Occasion, schedule=schedule)) == name


def test_a_submission_is_stored_once(write):
    again = {"submission_id": uuid4()}
    write(Response, **again)
    write(FollowUp, **again)

    assert (
        refusal_of(lambda: write(Response, **again)) == "questionnaires_response_one_per_submission"
    )
    assert (
        refusal_of(lambda: write(FollowUp, **again)) == "questionnaires_followup_one_per_submission"
    )


def test_a_response_is_scored_once_by_one_scoring(write):
    name = "questionnaires_score_one_per_response_and_scoring"
    row = write(Response)
    write(Score, response=row)
    write(Score, response=row, scoring_version="other")

    assert refusal_of(lambda: write(Score, response=row)) == name


def test_one_answer_is_critical_once(write):
    name = "questionnaires_criticalanswer_once_per_item_and_weight"
    row = write(Response)
    write(CriticalAnswer, response=row)
    write(CriticalAnswer, response=row, weight=2)

    assert refusal_of(lambda: write(CriticalAnswer, response=row)) == name
