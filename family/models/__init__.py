"""Nouns of family."""

from family.models.calls import CallMe
from family.models.categories import SENSITIVE, Category
from family.models.consents import (
    LONGEST,
    Consent,
    ConsentPause,
    EndReason,
    Received,
    SignatureMethod,
)
from family.models.disclosures import Disclosure
from family.models.invitations import FamilyInvitation
from family.models.meetings import Answer, InvitationEnd, SessionInvitation
from family.models.milestones import SharedMilestone
from family.models.notes import Encouragement, NoteChoice, ThankYou
from family.models.restrictions import Restriction, RestrictionState
from family.models.shown import LONGEST_SUPPORT_WORDS, RulesRead, SharedGoal, SupportWords
from family.models.strain import StrainCheckIn
from family.models.team_notes import TeamNote, TeamNoteReceipt, TeamWish

__all__ = [
    "LONGEST",
    "LONGEST_SUPPORT_WORDS",
    "SENSITIVE",
    "Answer",
    "CallMe",
    "Category",
    "Consent",
    "ConsentPause",
    "Disclosure",
    "Encouragement",
    "EndReason",
    "FamilyInvitation",
    "InvitationEnd",
    "NoteChoice",
    "Received",
    "Restriction",
    "RestrictionState",
    "RulesRead",
    "SessionInvitation",
    "SharedGoal",
    "SharedMilestone",
    "SignatureMethod",
    "StrainCheckIn",
    "SupportWords",
    "TeamNote",
    "TeamNoteReceipt",
    "TeamWish",
    "ThankYou",
]
