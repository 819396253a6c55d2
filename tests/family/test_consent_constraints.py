"""C-01, C-05, C-10, C-14 past every service: the tables refuse what can never be true."""

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from backend import demo
from family.models import Consent, ConsentPause, FamilyInvitation, Restriction
from tests.conftest import as_owner
from tests.family.consenting import DAY
from tests.story import STORY_DAY, STORY_TIME

LATER = STORY_TIME + DAY


def consent(**changes):
    return Consent(
        **{
            "client_id": demo.key("maya"), "recipient_id": demo.key("ada"),
            "client_name": "Maya Torres", "discloser": "Riverside IOP",
            "recipient_name": "Ada Novak", "relationship": "friend",
            "categories": ["program_link"], "purpose": "support",
            "bound_at": STORY_TIME, "expires_on": STORY_DAY + DAY,
            "timezone": "UTC", "text_version": "t", "text_digest": "d", "text": "words",
            "signed_at": STORY_TIME, "signed_on": STORY_DAY, "signed_by_id": demo.key("maya"),
            "signature_method": "password", "authenticated_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


SERIES = UUID("00000000-0000-4000-8000-00000000000e")
ENDED = {"ended_at": LATER, "ended_reason": "expired"}


def unbound(**changes):
    return consent(**{"recipient_id": None, "bound_at": None, **changes})


def consent_pause(**changes):
    return ConsentPause(
        **{
            "client_id": demo.key("maya"), "series": SERIES, "began_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


def invited(**changes):
    made = changes.pop("consent", None) or unbound()
    if made._state.adding:
        made.save(force_insert=True)
    return FamilyInvitation(
        **{
            "client_id": demo.key("maya"), "consent": made, "token_digest": str(uuid4()),
            "code_digest": "c", "invited_at": STORY_TIME, "expires_at": LATER, **changes,
        }
    )  # fmt: skip


def _two_that_wait():
    made = unbound()
    return [invited(consent=made), invited(consent=made)]


def restriction(**changes):
    return Restriction(**{"client_id": demo.key("maya"), "asked_at": STORY_TIME, **changes})


BROKEN = [
    *(
        ("family_consent_has_every_element", lambda field=field: [consent(**{field: ""})])
        for field in (
            "client_name", "discloser", "recipient_name", "relationship", "purpose", "text",
            "text_version", "text_digest",
        )
    ),
    ("family_consent_shares_known_categories", lambda: [consent(categories=[])]),
    ("family_consent_shares_known_categories", lambda: [consent(categories=["note"])]),
    ("family_consent_signed_by_the_client", lambda: [consent(signed_by_id=demo.key("ada"))]),
    ("family_consent_names_someone_else", lambda: [consent(recipient_id=demo.key("maya"))]),
    ("family_consent_ends_within_a_year", lambda: [consent(expires_on=STORY_DAY - DAY)]),
    ("family_consent_ends_within_a_year", lambda: [consent(expires_on=STORY_DAY + 367 * DAY)]),
    ("family_consent_shares_known_categories", lambda: [consent(categories=["mood_trend"])]),
    ("family_consent_ended_for_a_reason", lambda: [consent(ended_at=LATER)]),
    ("family_consent_ended_for_a_reason", lambda: [consent(ended_by_id=demo.key("maya"))]),
    (
        "family_consent_ended_for_a_reason",
        lambda: [consent(ended_at=LATER, ended_reason="revoked")],
    ),
    (
        "family_consent_ended_for_a_reason",
        lambda: [consent(ended_at=LATER, ended_reason="expired", ended_by_id=demo.key("maya"))],
    ),
    ("family_consent_received_when_revoked", lambda: [consent(received_how="letter")]),
    ("family_consent_received_when_revoked", lambda: [consent(received_on=STORY_DAY)]),
    ("family_consent_false_ones_have_ended", lambda: [consent(flagged_false_at=LATER)]),
    ("family_consent_bound_at_a_moment", lambda: [consent(bound_at=None)]),
    ("family_consent_bound_at_a_moment", lambda: [consent(recipient_id=None)]),
    (
        "family_consent_sensitive_have_a_start",
        lambda: [consent(categories=["program_link", "craving_band"])],
    ),
    (
        "family_consent_sensitive_have_a_start",
        lambda: [consent(appointment_times_from=LATER)],
    ),
    ("family_consent_one_open_per_pair", lambda: [consent(), consent()]),
    (
        "family_consent_one_open_per_address",
        lambda: [unbound(contact_digest="a"), unbound(contact_digest="a")],
    ),
    (
        "family_consent_one_open_per_series",
        lambda: [unbound(series=SERIES), unbound(series=SERIES, version=2)],
    ),
    (
        "family_consent_versions_are_counted",
        lambda: [unbound(series=SERIES, **ENDED), unbound(series=SERIES)],
    ),
    ("family_consentpause_one_at_a_time", lambda: [consent_pause(), consent_pause()]),
    ("family_consentpause_ends_after_it_begins", lambda: [consent_pause(until_at=STORY_TIME)]),
    ("family_familyinvitation_ends_after_it_begins", lambda: [invited(expires_at=STORY_TIME)]),
    ("family_familyinvitation_five_attempts", lambda: [invited(attempts=6)]),
    ("family_familyinvitation_accepted_by_someone", lambda: [invited(accepted_at=LATER)]),
    (
        "family_familyinvitation_accepted_by_another",
        lambda: [invited(accepted_at=LATER, accepted_by_id=demo.key("maya"))],
    ),
    ("family_familyinvitation_one_waits_per_consent", _two_that_wait),
    ("family_restriction_of_known_categories", lambda: [restriction(categories=["note"])]),
    ("family_restriction_answered_by_someone", lambda: [restriction(state="agreed")]),
    (
        "family_restriction_denied_for_a_reason",
        lambda: [
            restriction(state="denied", answered_at=LATER, answered_by_id=demo.key("okafor"))
        ],
    ),
    ("family_restriction_lifted_at_a_moment", lambda: [restriction(state="lifted")]),
]  # fmt: skip


def _store(rows):
    with transaction.atomic():
        type(rows[0]).objects.bulk_create(rows)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "rows"), BROKEN, ids=[f"{name} {place}" for place, (name, _) in enumerate(BROKEN)]
)
def test_the_database_refuses_what_can_never_be_true_of_a_consent(name, rows):
    with as_owner(), pytest.raises(IntegrityError) as refusal:
        _store(rows())

    assert refusal.value.__cause__.diag.constraint_name == name


@pytest.mark.django_db
def test_the_same_rows_are_stored_when_nothing_is_wrong():
    with as_owner():
        for row in (consent(), unbound(), consent_pause(), invited(), restriction()):
            _store([row])

            assert type(row).objects.filter(pk=row.pk).exists()
