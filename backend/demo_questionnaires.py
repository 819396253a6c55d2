"""A short questionnaire of our own, four weeks of Maya's answers to it, and one that is due.

The well-known instruments come with their files, from an administrator; none of them is here.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from accounts.models import Role, User
from backend.demo import ZONE, key
from core import clock
from core.audit import Actor
from questionnaires import services
from questionnaires.models import Cadence, Questionnaire, Schedule
from questionnaires.rules.definition import Wish
from questionnaires.services import ImportWish, Submission

KEY = "my-week"
URL = "https://foothold.example/questionnaires/my-week"
ANSWERS = ("never", "some days", "most days", "every day")
QUESTIONS = (
    ("rest", "I slept well enough to get through the day."),
    ("people", "I talked with somebody who does me good."),
    ("pull", "The pull to use got in the way of what I wanted to do."),
    ("moved", "I did something that matters to me."),
)
# How many weeks ago, and which answer to each question.
WEEKS = ((4, (0, 1, 3, 0)), (3, (1, 1, 3, 1)), (2, (1, 2, 2, 1)), (1, (2, 2, 1, 2)))


def seed(*, at: datetime) -> None:
    """Import it, ask it of Maya every week, and answer for the weeks that are over."""
    people = {name: User.objects.get(pk=key(name)) for name in ("maya", "okafor", "ada")}
    ada = Actor(role=Role.ADMINISTRATOR, id=people["ada"].pk)
    begun = at - timedelta(days=29)
    row, _ = services.import_questionnaire(wish=wish(), actor=ada, at=begun)
    services.activate(row=row, actor=ada, at=begun)
    Schedule(
        id=key("maya's week"), client=people["maya"], key=KEY, cadence=Cadence.EVERY_WEEK,
        starts_on=clock.local_day(at, ZONE) - timedelta(days=28), window_days=7,
        assigned_at=begun, assigned_by=people["okafor"],
    ).save(force_insert=True)  # fmt: skip
    for weeks_ago, places in WEEKS:
        _answer(people["maya"], row, places, at=at - timedelta(weeks=weeks_ago) + timedelta(days=1))


def wish() -> ImportWish:
    """Return the file, and how it is scored."""
    return ImportWish(
        text=json.dumps(questionnaire()),
        key=KEY,
        licence="public_domain",
        scoring=Wish(
            name="My week",
            items=[name for name, _ in QUESTIONS],
            reversed=["pull"],
            bands=(
                {"from": 0, "to": 4, "word": "hard", "plain": "a hard week"},
                {"from": 5, "to": 8, "word": "mixed", "plain": "a mixed week"},
                {"from": 9, "to": 12, "word": "good", "plain": "a good week"},
            ),
        ),
    )


def questionnaire() -> dict[str, Any]:
    """Return it as FHIR R4."""
    return {
        "resourceType": "Questionnaire",
        "url": URL,
        "version": "1",
        "title": "My week in four answers",
        "status": "active",
        "language": "en",
        "item": [
            {"linkId": "intro", "type": "display", "text": "Think of the past seven days."},
            *(_question(name, text) for name, text in QUESTIONS),
            {"linkId": "words", "type": "text", "text": "Anything that you want to add?"},
        ],
    }


def _question(name: str, text: str) -> dict[str, Any]:
    ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
    options = [
        {
            "valueCoding": {"system": URL, "code": f"{weight}", "display": word.capitalize()},
            "extension": [{"url": ordinal, "valueDecimal": weight}],
        }
        for weight, word in enumerate(ANSWERS)
    ]
    return {
        "linkId": name, "type": "choice", "text": text, "required": True, "answerOption": options,
    }  # fmt: skip


def _answer(maya: User, row: Questionnaire, places: tuple[int, ...], *, at: datetime) -> None:
    answers = {name: f"{place}" for (name, _), place in zip(QUESTIONS, places, strict=True)}
    services.hand_in(
        client_id=maya.pk,
        submission=Submission(
            id=key(f"my week {clock.local_day(at, ZONE)}"),
            questionnaire_id=row.pk,
            timezone=ZONE,
            recorded_at=at,
            answers=answers,
        ),
        actor=Actor(role=Role.CLIENT, id=maya.pk),
        at=at,
    )
