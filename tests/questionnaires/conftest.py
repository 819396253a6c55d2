"""A PHQ-9 of ours that Ada imported and activated, and that Dr. Okafor asks of Maya."""

from uuid import uuid4

import pytest
import time_machine

from core.models import OutboxEntry
from questionnaires.models import Questionnaire, Schedule
from tests.conftest import as_owner
from tests.questionnaires.files import answers_to, phq_9, text
from tests.story import STORY_DAY, STORY_TIME


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def importing(browser, ada):
    """Return a function with which Ada imports a file, and activates it if she may."""

    def send(resource, *, activate=True, **other):
        answer = browser(ada).post("/questionnaire-versions/", {"file": text(resource), **other})
        assert answer.status == 201, answer
        if activate:
            path = f"/questionnaire-versions/{answer.body['id']}/activate/"
            assert browser(ada).post(path).status == 200
        with as_owner():
            return Questionnaire.objects.get(pk=answer.body["id"])

    return send


@pytest.fixture
def phq(importing) -> Questionnaire:
    """The active PHQ-9."""
    return importing(phq_9())


@pytest.fixture
def asked(phq, maya, okafor) -> Questionnaire:
    """The active PHQ-9, asked of Maya every two weeks from today on."""
    ask(maya, okafor, phq.key)
    with as_owner():
        OutboxEntry.objects.all().delete()
    return phq


def ask(client, clinician, key, cadence="every_2_weeks", **other) -> Schedule:
    """Ask a client a questionnaire."""
    with as_owner():
        return Schedule.objects.create(
            **{
                "client": client, "key": key, "cadence": cadence, "starts_on": STORY_DAY,
                "window_days": 7, "assigned_at": STORY_TIME, "assigned_by": clinician, **other,
            }
        )  # fmt: skip


def filled(row, *places, **other):
    """Return a body with the nth choice of each question."""
    return {
        "submission_id": str(uuid4()),
        "questionnaire": str(row.pk),
        "timezone": "America/New_York",
        "recorded_at": STORY_TIME.isoformat(),
        "answers": answers_to(row.source, *places),
        **other,
    }


def draft(row, *places, **other):
    """Return the address and body of a draft."""
    body = filled(row, *places, **other)
    return f"/questionnaire-drafts/{body.pop('submission_id')}/", body
