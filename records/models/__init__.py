"""Nouns of records."""

from records.models.breaches import Breach, BreachDecision
from records.models.complaints import Complaint
from records.models.exports import Export, ExportPart, ExportState
from records.models.notices import GivenHow, NoticeGiven, NoticePutOff, PatientNotice
from records.models.requests import (
    AccessOutcome,
    AccessRequest,
    Correction,
    CorrectionKind,
    CorrectionState,
    PaperOrNot,
    ReachedUs,
    RecordPart,
)

__all__ = [
    "AccessOutcome",
    "AccessRequest",
    "Breach",
    "BreachDecision",
    "Complaint",
    "Correction",
    "CorrectionKind",
    "CorrectionState",
    "Export",
    "ExportPart",
    "ExportState",
    "GivenHow",
    "NoticeGiven",
    "NoticePutOff",
    "PaperOrNot",
    "PatientNotice",
    "ReachedUs",
    "RecordPart",
]
