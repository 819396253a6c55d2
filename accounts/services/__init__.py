"""Invite people, open their accounts, record how they come in, and what changes about it."""

from accounts.services.coming_in import (
    SECOND_FACTOR,
    record_day,
    record_refused_sign_in,
    record_sign_in,
    reseal_second_factors,
    send_new_password_link,
    send_nothing,
)
from accounts.services.inviting import (
    INVITATION_LASTS,
    INVITED,
    InvitationSettled,
    InvitationUnusable,
    invite,
    invite_again,
    withdraw_invitation,
)
from accounts.services.people import (
    PasswordTooWeak,
    accept_invitation,
    choose_language,
    open_account,
)
from accounts.services.security import (
    OwnFactors,
    ResetReason,
    change_address,
    note_change,
    record_step,
    reset_relatives_factor,
    reset_second_factor,
    send_address_code,
)
from accounts.services.sign_ins import end_all_sign_ins, end_sign_ins, keep_end

__all__ = [
    "INVITATION_LASTS",
    "INVITED",
    "SECOND_FACTOR",
    "InvitationSettled",
    "InvitationUnusable",
    "OwnFactors",
    "PasswordTooWeak",
    "ResetReason",
    "accept_invitation",
    "change_address",
    "choose_language",
    "end_all_sign_ins",
    "end_sign_ins",
    "invite",
    "invite_again",
    "keep_end",
    "note_change",
    "open_account",
    "record_day",
    "record_refused_sign_in",
    "record_sign_in",
    "record_step",
    "reseal_second_factors",
    "reset_relatives_factor",
    "reset_second_factor",
    "send_address_code",
    "send_new_password_link",
    "send_nothing",
    "withdraw_invitation",
]
