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
    person_of,
    second_factor,
)
from accounts.access.proof import NotProven, Proof, ProvenTooOften, prove_again, slow_down

__all__ = [
    "IsAdministrator",
    "IsClient",
    "IsClinician",
    "IsFamily",
    "IsStaff",
    "NotProven",
    "Proof",
    "ProvenTooOften",
    "SignedIn",
    "actor_of",
    "address_of",
    "asking",
    "person_of",
    "prove_again",
    "second_factor",
    "slow_down",
]
