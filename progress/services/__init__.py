"""Work of progress: series, milestones, session prep, proposals to step, sums over people."""

from progress.services.advice import Advice, NotInProgram, advise_everyone, advise_on
from progress.services.decisions import (
    AlreadyDecided,
    LevelChanged,
    Yes,
    accept_proposal,
    decline_proposal,
)
from progress.services.milestones import (
    MilestoneUnknown,
    NoEnrolment,
    Saying,
    list_milestones,
    mark,
)
from progress.services.outcomes import csv_of, publish_outcomes, table_of
from progress.services.overview import overview_of
from progress.services.prep import SinceNotOpen, prepare_session
from progress.services.series import Wish, series_of

__all__ = [
    "Advice", "AlreadyDecided", "LevelChanged", "MilestoneUnknown", "NoEnrolment", "NotInProgram",
    "Saying", "SinceNotOpen", "Wish", "Yes", "accept_proposal", "advise_everyone", "advise_on",
    "csv_of", "decline_proposal", "list_milestones", "mark", "overview_of", "prepare_session",
    "publish_outcomes", "series_of", "table_of",
]  # fmt: skip
