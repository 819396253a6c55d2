# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of questionnaires; see matrix.py."""

from typing import Any
from uuid import uuid4

from backend import demo
from questionnaires import services
from questionnaires.models import CriticalAnswer, Questionnaire, Response, Schedule
from questionnaires.services import ImportWish
from tests.questionnaires.files import answers_to, choice, phq_9, text, whole
from tests.story import STORY_DAY, STORY_TIME

OPEN: dict[str, str] = {}

#                                                                    nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET    questionnaires/                                               401  404  404  404  200  200  200  200  404  404  404
other  questionnaires/                                               401  404  404  404  405  405  405  405  404  404  404
GET    questionnaires/due/                                           401  200  200  200  404  404  404  404  404  404  404
other  questionnaires/due/                                           401  405  405  405  404  404  404  404  404  404  404
GET    questionnaires/{our phq}/form/                                401  404  200  200  200  200  200  200  404  404  200
GET    questionnaires/{an import}/form/                              401  404  404  404  200  200  200  200  404  404  200
GET    questionnaires/{nothing}/form/                                401  404  404  404  404  404  404  404  404  404  404
other  questionnaires/{our phq}/form/                                401  405  405  405  405  405  405  405  405  405  405
GET    questionnaire-versions/                                       401  404  404  404  404  404  404  404  404  404  200
POST   questionnaire-versions/                                       401  404  404  404  404  404  404  404  404  404  201
other  questionnaire-versions/                                       401  404  404  404  404  404  404  404  404  404  405
POST   questionnaire-versions/preview/                               401  404  404  404  404  404  404  404  404  404  200
other  questionnaire-versions/preview/                               401  404  404  404  404  404  404  404  404  404  405
GET    questionnaire-versions/{our phq}/                             401  404  404  404  404  404  404  404  404  404  200
GET    questionnaire-versions/{nothing}/                             401  404  404  404  404  404  404  404  404  404  404
other  questionnaire-versions/{our phq}/                             401  404  404  404  404  404  404  404  404  404  405
POST   questionnaire-versions/{an import}/activate/                  401  404  404  404  404  404  404  404  404  404  200
POST   questionnaire-versions/{nothing}/activate/                    401  404  404  404  404  404  404  404  404  404  404
other  questionnaire-versions/{an import}/activate/                  401  404  404  404  404  404  404  404  404  404  405
POST   questionnaire-versions/{our phq}/retire/                      401  404  404  404  404  404  404  404  404  404  200
POST   questionnaire-versions/{nothing}/retire/                      401  404  404  404  404  404  404  404  404  404  404
other  questionnaire-versions/{our phq}/retire/                      401  404  404  404  404  404  404  404  404  404  405
POST   questionnaire-versions/{our phq}/licence/                     401  404  404  404  404  404  404  404  404  404  200
POST   questionnaire-versions/{nothing}/licence/                     401  404  404  404  404  404  404  404  404  404  404
other  questionnaire-versions/{our phq}/licence/                     401  404  404  404  404  404  404  404  404  404  405
GET    questionnaire-responses/                                      401  200  200  200  404  404  404  404  404  404  404
POST   questionnaire-responses/                                      401  403  201  201  404  404  404  404  404  404  404
other  questionnaire-responses/                                      401  405  405  405  404  404  404  404  404  404  404
PUT    questionnaire-drafts/{maya's draft}/                          401  403  200  201  404  404  404  404  404  404  404
PUT    questionnaire-drafts/{nothing}/                               401  403  201  201  404  404  404  404  404  404  404
other  questionnaire-drafts/{maya's draft}/                          401  405  405  405  404  404  404  404  404  404  404
POST   questionnaire-drafts/{maya's draft}/follow-up/                401  404  201  404  404  404  404  404  404  404  404
POST   questionnaire-drafts/{nothing}/follow-up/                     401  404  404  404  404  404  404  404  404  404  404
other  questionnaire-drafts/{maya's draft}/follow-up/                401  405  405  405  404  404  404  404  404  404  404
GET    questionnaire-responses/{maya's answers}/fhir/                401  404  200  404  200  200  404  404  404  404  404
GET    questionnaire-responses/{nothing}/fhir/                       401  404  404  404  404  404  404  404  404  404  404
other  questionnaire-responses/{maya's answers}/fhir/                401  405  405  405  405  405  405  405  405  405  405
GET    clients/{maya}/questionnaires/                                401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/questionnaires/                                 401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/questionnaires/                             401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/questionnaires/                                401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/questionnaires/                                 401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/questionnaires/                             401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/questionnaires/                                401  404  404  404  405  405  405  405  404  404  404
POST   clients/{maya}/questionnaires/{maya's asking}/pause/          401  404  404  404  200  200  404  404  404  404  404
POST   clients/{ben}/questionnaires/{maya's asking}/pause/           401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/questionnaires/{nothing}/pause/                401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/questionnaires/{maya's asking}/pause/          401  404  404  404  405  405  405  405  404  404  404
POST   clients/{maya}/questionnaires/{maya's asking}/resume/         401  404  404  404  200  200  404  404  404  404  404
POST   clients/{ben}/questionnaires/{maya's asking}/resume/          401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/questionnaires/{nothing}/resume/               401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/questionnaires/{maya's asking}/resume/         401  404  404  404  405  405  405  405  404  404  404
POST   clients/{maya}/questionnaires/{maya's asking}/end/            401  404  404  404  200  200  404  404  404  404  404
POST   clients/{ben}/questionnaires/{maya's asking}/end/             401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/questionnaires/{nothing}/end/                  401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/questionnaires/{maya's asking}/end/            401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/questionnaire-responses/                       401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/questionnaire-responses/                        401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/questionnaire-responses/                    401  404  404  404  404  404  404  404  404  404  404
POST   clients/{maya}/questionnaire-responses/                       401  404  404  404  201  201  404  404  404  404  404
POST   clients/{ben}/questionnaire-responses/                        401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/questionnaire-responses/                    401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/questionnaire-responses/                       401  404  404  404  405  405  405  405  404  404  404
"""

PHQ = demo.key("our phq")
DRAFT = demo.key("maya's draft")
ANSWERS = answers_to(phq_9(), *[0] * 9)


def objects() -> dict[str, Any]:
    """Return one of everything, under the names that the table uses."""
    active = {"activated_at": STORY_TIME, "activated_by_id": demo.key("ada")}
    phq = _stored(PHQ, text(phq_9()), **active)
    small = text(whole(choice("a"), url="http://example.org/q/other"))
    other = _stored(uuid4(), small, key="small", licence="public_domain")
    found: dict[str, Any] = {"our phq": phq.pk, "an import": other.pk, "maya's draft": DRAFT}
    for name, clinician in (("maya", "okafor"), ("ben", "lee")):
        found[f"{name}'s asking"] = _asking(name, clinician)
    found["maya's answers"] = _response(phq, uuid4(), completed_at=STORY_TIME).pk
    draft = _response(phq, DRAFT)
    CriticalAnswer.objects.create(
        client_id=demo.key("maya"), response=draft, link_id="/44260-8", weight=1, most=3,
        kind="self_harm", on=STORY_DAY, recorded_at=STORY_TIME, received_at=STORY_TIME,
    )  # fmt: skip
    return found


def _stored(pk: Any, file: str, **other: Any) -> Questionnaire:
    said = {name: other.pop(name) for name in ("key", "licence") if name in other}
    row = services.review(ImportWish(text=file, **said)).row
    row.pk, row.imported_at = pk, STORY_TIME
    for name, value in other.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


def _asking(name: str, clinician: str) -> Any:
    return Schedule.objects.create(
        client_id=demo.key(name), key="phq-9", cadence="every_2_weeks", starts_on=STORY_DAY,
        window_days=7, assigned_at=STORY_TIME, assigned_by_id=demo.key(clinician),
    ).pk  # fmt: skip


def _response(row: Questionnaire, submission_id: Any, **other: Any) -> Response:
    return Response.objects.create(
        client_id=demo.key("maya"), questionnaire=row, submission_id=submission_id,
        answered_on=STORY_DAY, timezone="UTC", recorded_at=STORY_TIME, received_at=STORY_TIME,
        **other,
    )  # fmt: skip


def _filled() -> dict[str, Any]:
    return {
        "questionnaire": str(PHQ), "timezone": "UTC", "recorded_at": STORY_TIME.isoformat(),
        "answers": ANSWERS,
    }  # fmt: skip


def _foreign() -> dict[str, Any]:
    items = [
        {"linkId": name, "answer": [{"valueCoding": {"code": code}}]}
        for name, code in ANSWERS.items()
    ]
    found = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "item": items,
        "questionnaire": "http://example.org/q/phq-9|1", "authored": STORY_TIME.isoformat(),
    }  # fmt: skip
    return {"file": text(found)}


def _import() -> dict[str, Any]:
    return {"file": text(phq_9(version=str(uuid4())))}


BODIES = (
    ("POST questionnaire-versions/(preview/)?", _import),
    (".*/licence/", lambda: {"licence": "public_domain"}),
    ("POST questionnaire-responses/", lambda: {**_filled(), "submission_id": str(uuid4())}),
    ("PUT questionnaire-drafts/.*", _filled),
    (
        ".*/follow-up/",
        lambda: {"submission_id": str(uuid4()), "recorded_at": STORY_TIME.isoformat()},
    ),
    ("POST clients/[^/]*/questionnaires/", lambda: {"key": "phq-9", "cadence": "once"}),
    ("POST clients/.*/questionnaire-responses/", _foreign),
)
