"""What is done about sharing. Invitations to relatives come after a signed consent."""

from family.services.accepting import Held, accept_anew, accept_as
from family.services.between import NotShared, Said, TooOften, WordsMissing, sharing_of
from family.services.calls import answer_call, press_call_me, see_call, take_back_call
from family.services.closing import close_what_is_over
from family.services.consents import amend, for_the_same, grant, narrow
from family.services.copies import copy_of
from family.services.drafting import (
    DEFAULT_DAYS,
    MINORS,
    MOST_DAYS,
    OWN_REQUEST,
    UNDO,
    Draft,
    Terms,
    draft,
    refuse_unread,
)
from family.services.ending import flag_false, revoke, revoke_on_paper
from family.services.endings import sharing_ended
from family.services.exports import consent_as_fhir, trail_as_fhir
from family.services.inviting import Sent, invite, withdraw
from family.services.meetings import (
    AskedAlready,
    MayNotBeAsked,
    MeetingOver,
    NotAMeeting,
    answer_invitation,
    end_invitation,
    invite_relative,
    session_changed,
)
from family.services.milestones import share_milestone, take_back_milestone
from family.services.notes import choose_notes, encourage, say_thanks, take_back_thanks
from family.services.pauses import pause, resume
from family.services.refusals import (
    AlreadyAccepted,
    AlreadyAnswered,
    AlreadyPaused,
    AlreadyRevoked,
    AlreadyShared,
    ConsentIncomplete,
    NothingLeft,
    NothingToWithdraw,
    NotPaused,
    PauseTooLong,
    ReasonMissing,
    TextChanged,
    TooManyInvitations,
    TooManyShared,
)
from family.services.restrictions import (
    Wish,
    answer_restriction,
    ask_to_restrict,
    lift_restriction,
)
from family.services.strain import NoSuchItem, forget_strain, take_strain
from family.services.team_notes import Draft as TeamDraft
from family.services.team_notes import (
    LinkedAlready,
    ReadAlready,
    TooManyNotes,
    acknowledge_note,
    link_note,
    write_to_team,
)
from family.services.telling import take_in_note, tell_of_call, tell_of_meeting, useless

__all__ = [
    "DEFAULT_DAYS",
    "MINORS",
    "MOST_DAYS",
    "OWN_REQUEST",
    "UNDO",
    "AlreadyAccepted",
    "AlreadyAnswered",
    "AlreadyPaused",
    "AlreadyRevoked",
    "AlreadyShared",
    "AskedAlready",
    "ConsentIncomplete",
    "Draft",
    "Held",
    "LinkedAlready",
    "MayNotBeAsked",
    "MeetingOver",
    "NoSuchItem",
    "NotAMeeting",
    "NotPaused",
    "NotShared",
    "NothingLeft",
    "NothingToWithdraw",
    "PauseTooLong",
    "ReadAlready",
    "ReasonMissing",
    "Said",
    "Sent",
    "TeamDraft",
    "Terms",
    "TextChanged",
    "TooManyInvitations",
    "TooManyNotes",
    "TooManyShared",
    "TooOften",
    "Wish",
    "WordsMissing",
    "accept_anew",
    "accept_as",
    "acknowledge_note",
    "amend",
    "answer_call",
    "answer_invitation",
    "answer_restriction",
    "ask_to_restrict",
    "choose_notes",
    "close_what_is_over",
    "consent_as_fhir",
    "copy_of",
    "draft",
    "encourage",
    "end_invitation",
    "flag_false",
    "for_the_same",
    "forget_strain",
    "grant",
    "invite",
    "invite_relative",
    "lift_restriction",
    "link_note",
    "narrow",
    "pause",
    "press_call_me",
    "refuse_unread",
    "resume",
    "revoke",
    "revoke_on_paper",
    "say_thanks",
    "see_call",
    "session_changed",
    "share_milestone",
    "sharing_ended",
    "sharing_of",
    "take_back_call",
    "take_back_milestone",
    "take_back_thanks",
    "take_in_note",
    "take_strain",
    "tell_of_call",
    "tell_of_meeting",
    "trail_as_fhir",
    "useless",
    "withdraw",
    "write_to_team",
]
