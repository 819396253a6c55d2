"""Who may: roles as permissions of views, proofs, sessions, and which people a person may see."""

from accounts.access.people import (
    IsAdministrator,
    IsClient,
    IsClinician,
    IsFamily,
    IsStaff,
    SignedIn,
    actor_of,
    address_of,
    asking,
    get_invitation,
    person_of,
    second_factor,
    waiting_invitations,
)
from accounts.access.proof import (
    NotProven,
    Proof,
    ProvenTooOften,
    ShowAgain,
    prove_again,
    require_shown,
    slow_down,
)

__all__ = [
    "IsAdministrator",
    "IsClient",
    "IsClinician",
    "IsFamily",
    "IsStaff",
    "NotProven",
    "Proof",
    "ProvenTooOften",
    "ShowAgain",
    "SignedIn",
    "actor_of",
    "address_of",
    "asking",
    "get_invitation",
    "person_of",
    "prove_again",
    "require_shown",
    "second_factor",
    "slow_down",
    "waiting_invitations",
]
