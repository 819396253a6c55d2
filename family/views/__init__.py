"""Doors of family: what is shared with me, and the consents I gave."""

from family.views.changes import (
    InviteAgain,
    NarrowConsent,
    PauseConsent,
    ResumeConsent,
    RevokeConsent,
    WithdrawInvitation,
)
from family.views.consents import (
    AmendConsent,
    Categories,
    ConsentById,
    Consents,
    PressureHelp,
    PreviewAmendment,
    PreviewText,
)
from family.views.invited import AcceptFamilyInvitation, JoinAsMyself
from family.views.previews import (
    Preview,
    PreviewCategories,
    SharedGoals,
    SupportWordsFor,
    WithdrawSharedGoal,
)
from family.views.records import (
    Accounting,
    ConsentAsFhir,
    ConsentCopy,
    ConsentDisclosures,
    TrailAsFhir,
)
from family.views.restrictions import LiftRestriction, Restrictions
from family.views.shared import ReadRules, SharedCard, SharedMark, SharedWithMe
from family.views.staff import (
    AnswerRestriction,
    ClientConsents,
    ClientRestrictions,
    FlagFalse,
    PaperRevocation,
)

__all__ = [
    "AcceptFamilyInvitation",
    "Accounting",
    "AmendConsent",
    "AnswerRestriction",
    "Categories",
    "ClientConsents",
    "ClientRestrictions",
    "ConsentAsFhir",
    "ConsentById",
    "ConsentCopy",
    "ConsentDisclosures",
    "Consents",
    "FlagFalse",
    "InviteAgain",
    "JoinAsMyself",
    "LiftRestriction",
    "NarrowConsent",
    "PaperRevocation",
    "PauseConsent",
    "PressureHelp",
    "Preview",
    "PreviewAmendment",
    "PreviewCategories",
    "PreviewText",
    "ReadRules",
    "Restrictions",
    "ResumeConsent",
    "RevokeConsent",
    "SharedCard",
    "SharedGoals",
    "SharedMark",
    "SharedWithMe",
    "SupportWordsFor",
    "TrailAsFhir",
    "WithdrawInvitation",
    "WithdrawSharedGoal",
]
