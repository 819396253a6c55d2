"""The work of questionnaires: import and activate, ask, take in answers, exchange as FHIR."""

from questionnaires.services.follow_ups import (
    FollowUpAnswers,
    FollowUpSending,
    answer_follow_up,
)
from questionnaires.services.imports import (
    ImportWish,
    QuestionnaireInvalid,
    Reviewed,
    import_questionnaire,
    review,
)
from questionnaires.services.library import (
    LicenceForbids,
    Licensing,
    activate,
    change_licence,
    retire,
)
from questionnaires.services.responses import (
    AnswersInvalid,
    NotAsked,
    Receipt,
    Submission,
    SubmissionConflict,
    hand_in,
    save_draft,
)
from questionnaires.services.schedules import (
    AlreadyAsked,
    AskingEnded,
    AskingInvalid,
    AskingWish,
    ask_client,
    end_asking,
    pause_asking,
    resume_asking,
)
from questionnaires.services.transfers import ResponseInvalid, as_fhir, import_response

__all__ = [
    "AlreadyAsked", "AnswersInvalid", "AskingEnded", "AskingInvalid", "AskingWish",
    "FollowUpAnswers", "FollowUpSending", "ImportWish", "LicenceForbids", "Licensing", "NotAsked",
    "QuestionnaireInvalid", "Receipt", "ResponseInvalid", "Reviewed", "Submission",
    "SubmissionConflict", "activate", "answer_follow_up", "as_fhir", "ask_client", "change_licence",
    "end_asking", "hand_in", "import_questionnaire", "import_response", "pause_asking",
    "resume_asking", "retire", "review", "save_draft",
]  # fmt: skip
