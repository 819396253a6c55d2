"""A scored questionnaire, arranged as the owner; its words are placeholders of our own."""

from datetime import date
from typing import Any
from uuid import uuid4

from accounts.models import User
from questionnaires.models import Questionnaire, Response, Score
from tests.story import STORY_TIME

BANDS = [
    {"from": 0, "to": 9, "word": "mild", "plain": "a little"},
    {"from": 10, "to": 27, "word": "moderate", "plain": "some"},
]


def questionnaire(key: str) -> Questionnaire:
    """Return a questionnaire of that key with a scale from 0 to 27."""
    scoring: dict[str, Any] = {"name": key.upper(), "low": 0, "high": 27, "bands": BANDS}
    found, _ = Questionnaire.objects.get_or_create(
        key=key,
        defaults={
            "digest": uuid4().hex,
            "title": f"Form {key}",
            "form": {},
            "source": {},
            "scoring": scoring,
            "scoring_version": "1",
            "licence": "public_domain",
            "imported_at": STORY_TIME,
        },
    )
    return found


def scored(client: User, key: str, on: date, *, total: float | None) -> Score:
    """Store a whole response and what it adds up to."""
    response = Response.objects.create(
        client=client,
        questionnaire=questionnaire(key),
        submission_id=uuid4(),
        answered_on=on,
        timezone="America/New_York",
        recorded_at=STORY_TIME,
        received_at=STORY_TIME,
        completed_at=STORY_TIME,
    )
    band = "" if total is None else "moderate" if total >= 10 else "mild"
    return Score.objects.create(
        client=client,
        response=response,
        key=key,
        instrument_version="1",
        scoring_version="1",
        answered_on=on,
        total=total,
        band=band,
        missing=1 if total is None else 0,
        computed_at=STORY_TIME,
    )
