"""Signing and ending a consent: every element of 42 CFR 2.31(a), each missing once."""

import contextlib
import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, transaction

from accounts.models import Role, User
from core.audit import Actor
from core.identity import be_person
from core.models import AuditEntry
from family import services, texts
from family.models import Category, Consent
from family.services import AlreadyRevoked, AlreadyShared, ConsentIncomplete, Terms
from program.models import Enrolment, Program
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

DAY = timedelta(days=1)


@pytest.fixture
def uncle(db):
    """Leo, with whom Maya shares nothing yet."""
    with as_owner():
        return User.objects.create(email="leo@example.org", name="Leo Torres", roles=["family"])


@pytest.fixture
def terms(uncle):
    return Terms(recipient=uncle, relationship="uncle", categories=[Category.MOOD_TREND])


@pytest.fixture
def enrolment(maya):
    with as_owner():
        return Enrolment.objects.select_related("program", "client").get(client=maya)


def sign(enrolment, terms, at=STORY_TIME):
    """Let Maya sign, as the app's role."""
    be_person(enrolment.client_id)
    with transaction.atomic():
        return services.grant(
            enrolment=enrolment,
            terms=terms,
            authenticated_at=at,
            actor=Actor(role=Role.CLIENT, id=enrolment.client_id),
            at=at,
        )


def end(consent, at=STORY_TIME):
    be_person(consent.client_id)
    actor = Actor(role=Role.CLIENT, id=consent.client_id)
    return services.revoke(consent=consent, actor=actor, at=at)


def test_a_signed_consent_carries_every_element(enrolment, terms, maya):
    consent = sign(enrolment, terms)

    stored = Consent.objects.get(pk=consent.pk)
    assert stored.client_name == "Maya Torres"
    assert stored.discloser == "Riverside IOP"
    assert stored.recipient_name == "Leo Torres"
    assert stored.categories == ["program_link", "mood_trend"]
    assert stored.purpose == "at the request of the patient"
    assert stored.expires_on == STORY_DAY + 90 * DAY
    assert (stored.signed_by_id, stored.signed_at, stored.signed_on) == (
        maya.pk, STORY_TIME, STORY_DAY,
    )  # fmt: skip
    assert (stored.signature_method, stored.authenticated_at) == ("password", STORY_TIME)
    assert stored.ended_at is None


def test_the_text_that_was_signed_is_kept_with_its_hash_and_says_it_all(enrolment, terms):
    text = sign(enrolment, replace(terms, purpose="to support me")).text

    for words in (
        "I, Maya Torres, ask Riverside IOP", "with Leo Torres, my uncle", "Why: to support me.",
        texts.CATEGORY_WORDS[Category.MOOD_TREND], texts.CATEGORY_WORDS[Category.PROGRAM_LINK],
        texts.day_in_words(STORY_DAY + 90 * DAY, "en"), "I am 18 or older",
        "I can end this at any time", "tell the program in writing",
        "The program may rely on this consent until I end it", "it is for my benefit",
        "My care does not depend on it", "I get a copy of this consent",
    ):  # fmt: skip
        assert words in text
    assert Consent.objects.get(recipient_name="Leo Torres").text_digest == (
        hashlib.sha256(text.encode()).hexdigest()
    )


@pytest.mark.parametrize(
    ("gap", "field"),
    [
        ({"categories": []}, "categories"),
        ({"categories": ["note"]}, "categories"),
        ({"categories": ["mood_trend", "journal"]}, "categories"),
        ({"relationship": "  "}, "relationship"),
        ({"expires_on": STORY_DAY - DAY}, "expires_on"),
        ({"expires_on": STORY_DAY + 366 * DAY}, "expires_on"),
        ({"purpose": "x" * 201}, "purpose"),
        ({"relationship": "x" * 61}, "relationship"),
    ],
)
def test_a_consent_with_a_gap_is_refused_and_names_it(enrolment, terms, gap, field):
    with pytest.raises(ConsentIncomplete) as refusal:
        sign(enrolment, replace(terms, **gap))

    assert list(refusal.value.members["fields"]) == [field]
    assert not Consent.objects.filter(recipient=terms.recipient).exists()


def test_a_client_without_a_name_cannot_sign(enrolment, terms):
    enrolment.client.name = " "

    with pytest.raises(ConsentIncomplete) as refusal:
        sign(enrolment, terms)

    assert list(refusal.value.members["fields"]) == ["client"]


def test_a_recipient_without_a_name_is_no_recipient(enrolment, terms):
    terms.recipient.name = ""

    with pytest.raises(ConsentIncomplete) as refusal:
        sign(enrolment, terms)

    assert list(refusal.value.members["fields"]) == ["recipient"]


def test_a_program_without_a_name_cannot_disclose(enrolment, terms):
    enrolment.program = Program(name="", timezone="UTC")

    with pytest.raises(ConsentIncomplete) as refusal:
        sign(enrolment, terms)

    assert list(refusal.value.members["fields"]) == ["discloser"]


def test_maya_cannot_share_with_herself(enrolment, terms, maya):
    with pytest.raises(ConsentIncomplete) as refusal:
        sign(enrolment, replace(terms, recipient=maya))

    assert list(refusal.value.members["fields"]) == ["recipient"]


# C-01 once more, past the service: the table itself refuses each gap.
ELEMENTS = {
    "patient": {"client_name": ""},
    "who may disclose": {"discloser": ""},
    "what": {"categories": []},
    "to whom": {"recipient_name": ""},
    "why": {"purpose": ""},
    "right to revoke, in the text": {"text": ""},
    "which text": {"text_version": ""},
    "the hash of the text": {"text_digest": ""},
    "until when": {"expires_on": None},
    "whose signature": {"signed_by_id": None},
    "when it was signed": {"signed_at": None},
    "the day it was signed": {"signed_on": None},
    "how it was signed": {"authenticated_at": None},
}


@pytest.mark.parametrize("element", ELEMENTS)
def test_the_table_refuses_a_consent_without_an_element(enrolment, terms, element):
    consent = sign(enrolment, terms)

    with as_owner(), pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(**ELEMENTS[element])


@pytest.mark.parametrize("days", [0, 1, 364, 365])
def test_a_consent_lasts_up_to_twelve_months(enrolment, terms, days):
    consent = sign(enrolment, replace(terms, expires_on=STORY_DAY + days * DAY))

    assert consent.expires_on == STORY_DAY + days * DAY


def test_the_first_day_is_a_day_on_the_programs_clock(enrolment, terms):
    # Half past one in the night of 10 June in UTC is still the evening of 9 June in New York.
    at = STORY_TIME.replace(hour=1, minute=30)

    consent = sign(enrolment, terms, at=at)

    assert consent.signed_on == at.date() - DAY
    assert consent.expires_on == at.date() + 89 * DAY


def test_one_person_gets_one_consent_at_a_time(enrolment, terms):
    sign(enrolment, terms)

    with pytest.raises(AlreadyShared):
        sign(enrolment, terms)


def test_maya_may_share_again_after_she_ended_it(enrolment, terms):
    first = sign(enrolment, terms)
    end(first)

    second = sign(enrolment, terms)

    rows = Consent.objects.filter(recipient=terms.recipient)
    assert second.pk != first.pk
    assert rows.count() == 2
    assert rows.get(ended_at=None).pk == second.pk


def test_an_expired_consent_makes_way_for_the_next(enrolment, terms):
    signed_at = STORY_TIME - 30 * DAY
    expires_on = STORY_DAY - DAY
    first = sign(enrolment, replace(terms, expires_on=expires_on), at=signed_at)

    second = sign(enrolment, terms)

    first.refresh_from_db()
    assert (first.ended_at, first.ended_reason) == (STORY_TIME, "expired")
    assert first.ended_by_id is None
    assert second.ended_at is None


def test_ending_says_when_and_by_whom_and_happens_once(enrolment, terms, maya):
    consent = sign(enrolment, terms)
    later = STORY_TIME + timedelta(minutes=5)

    ended = end(consent, at=later)

    assert (ended.ended_at, ended.ended_by_id) == (later, maya.pk)
    with pytest.raises(AlreadyRevoked):
        end(consent, at=later + DAY)
    assert Consent.objects.get(pk=consent.pk).ended_at == later


def test_signing_and_ending_leave_entries_that_name_the_client(enrolment, terms, maya):
    consent = sign(enrolment, terms)
    end(consent)

    with as_owner():
        entries = AuditEntry.objects.filter(subject_id=consent.pk).order_by("position")
        found = [(entry.action, entry.actor_id, entry.client_ids) for entry in entries]
    assert found == [("sign", maya.pk, [maya.pk]), ("revoke", maya.pk, [maya.pk])]


def test_nothing_but_the_end_of_a_signed_consent_can_be_changed(enrolment, terms):
    consent = sign(enrolment, terms)

    for change in ({"expires_on": date(2030, 1, 1)}, {"categories": ["x"]}, {"purpose": "p"}):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Consent.objects.filter(pk=consent.pk).update(**change)


def test_what_maya_ended_cannot_be_brought_back(enrolment, terms):
    consent = end(sign(enrolment, terms))

    back = Consent.objects.filter(pk=consent.pk).update(ended_at=None, ended_by=None)

    assert back == 0


def test_maya_ends_her_consent_in_no_other_name(enrolment, terms, rosa):
    consent = sign(enrolment, terms)

    with pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(ended_at=STORY_TIME, ended_by=rosa)


@pytest.mark.parametrize("name", ["ben", "okafor", "rosa", "tom", "ada"])
def test_nobody_else_signs_or_ends_for_maya(request, enrolment, terms, name):
    other = request.getfixturevalue(name)
    consent = sign(enrolment, terms)

    be_person(other.pk)
    ending = {"ended_at": STORY_TIME, "ended_by": other.pk, "ended_reason": "revoked"}
    with contextlib.suppress(ProgrammingError), transaction.atomic():
        assert Consent.objects.filter(pk=consent.pk).update(**ending) == 0

    with as_owner():
        assert Consent.objects.get(pk=consent.pk).ended_at is None
    consent.pk, consent.ended_at = None, STORY_TIME
    with pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Consent.objects.bulk_create([consent])


@time_machine.travel(STORY_TIME, tick=False)
def test_maya_reads_what_she_signed_word_for_word(browser, maya):
    consents = browser(maya).get("/consents/").body["results"]

    states = {row["recipient_name"]: row["state"] for row in consents}
    assert states == {"Rosa Torres": "in_force", "Tom Torres": "revoked"}
    assert all("I, Maya Torres, ask Riverside IOP" in row["text"] for row in consents)


@time_machine.travel(STORY_TIME, tick=False)
def test_maya_ends_a_sharing_in_the_app(browser, maya):
    (consent,) = [
        row for row in browser(maya).get("/consents/").body["results"] if row["state"] == "in_force"
    ]

    ended = browser(maya).post(f"/consents/{consent['id']}/revoke/")
    again = browser(maya).post(f"/consents/{consent['id']}/revoke/")

    assert (ended.status, ended.body["state"]) == (200, "revoked")
    assert (again.status, again.body["code"]) == (409, "already_revoked")
