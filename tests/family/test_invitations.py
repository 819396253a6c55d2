"""F-07, H-12: signed first, then one neutral message; accepted with a code told by the client."""

from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory

from accounts.models import User
from core.models import AuditEntry
from delivery.wording import words
from family.models import Consent, FamilyInvitation
from tests.conftest import FAST_HASH, as_owner
from tests.family.consenting import (
    DAY,
    NEW_PASSWORD,
    accept,
    forget_tries,
    join,
    mailed,
    previewed,
    sign,
    signature,
    stored,
    token_in,
    wish,
)
from tests.family.sharing import bare
from tests.http import Browser
from tests.story import STORY_TIME


@pytest.fixture(autouse=True)
def _limits(db, settings):
    settings.PASSWORD_HASHERS = FAST_HASH
    forget_tries(RequestFactory().get("/"), "maya")


@pytest.fixture
def signed(maya):
    """What Maya is answered when she signed for Lucia."""
    return sign(maya).body


def account(email="lucia@example.net"):
    with as_owner():
        return User.objects.filter(email__iexact=email).first()


def sees(person):
    """Return the names of those who share with this person now."""
    answer = Browser(person).get("/family/shared/")
    return [one["client_name"] for one in answer.body.get("shared", [])]


def test_f_07_one_neutral_message_leaves_after_the_signature(maya, signed):
    (message,) = mailed()

    subject, text = words(message.kind, "en", link="LINK")
    assert (subject, message.kind) == ("You have been invited", "invitation")
    for word in ("Maya", "Lucia", "Riverside", "program", "famil", "attendance", "aunt"):
        assert word not in subject + text
    assert message.person_id is None
    assert message.cause.startswith(f"family:{stored(signed['consent']['id']).series}:")


def test_f_07_the_secrets_are_long_and_kept_nowhere(signed):
    token = token_in(mailed()[0])
    with as_owner():
        row = FamilyInvitation.objects.get()

    assert len(token) == 43  # 256 bits
    for secret in (token, signed["code"], signed["code"].replace("-", "")):
        assert secret not in {row.token_digest, row.code_digest}
    assert row.expires_at - row.invited_at == timedelta(hours=72)


def test_before_lucia_accepts_nobody_sees_anything(maya, signed):
    assert account() is None
    consent = signed["consent"]
    assert (consent["state"], consent["gives_now"]) == ("waiting", [])


def test_lucia_accepts_with_a_new_account_and_sees_what_maya_shares(maya, signed):
    answer = accept(signed["code"].lower().replace("-", " "))

    assert (answer.status, answer.body) == (200, {"accepted": True})
    lucia = account()
    assert (lucia.name, lucia.roles) == ("Lucia Ortega", ["family"])
    assert lucia.check_password(NEW_PASSWORD)
    assert sees(lucia) == ["Maya Torres"]
    (row,) = [
        row for row in Browser(maya).get("/consents/").body["results"]
        if row["recipient_name"] == "Lucia Ortega"
    ]  # fmt: skip
    assert (row["state"], row["accepted"]) == ("in_force", True)


def test_h_12_the_answer_is_the_same_where_an_account_exists(maya, signed, tom):
    fresh = accept(signed["code"])
    with as_owner():
        kept = User.objects.get(pk=tom.pk).password
        Consent.objects.filter(recipient=tom).update(contact_digest="")
    other = sign(maya, name="Tom Torres", email="tom@example.org")

    known = accept(other.body["code"], token=token_in(mailed("tom@example.org")[0]))

    assert bare(known) == bare(fresh)
    with as_owner():
        assert User.objects.get(pk=tom.pk).password == kept
    assert sees(tom) == ["Maya Torres"]


def test_a_clinician_or_a_client_may_be_family_too_with_their_own_account(signed, grace):
    assert join(grace, signed["code"]).body == {"accepted": True}

    with as_owner():
        assert set(User.objects.get(pk=grace.pk).roles) == {"clinician", "family"}


def test_ben_a_client_himself_sees_maya_and_nothing_of_it_in_his_own(signed, ben):
    assert join(ben, signed["code"]).body == {"accepted": True}

    with as_owner():
        ben.refresh_from_db()
    assert sees(ben) == ["Maya Torres"]
    assert set(ben.roles) == {"client", "family"}


def _used(maya, signed):
    accept(signed["code"])
    return signed["code"]


def _withdrawn(maya, signed):
    Browser(maya).post(f"/consents/{signed['consent']['id']}/withdraw-invitation/")
    return signed["code"]


def _revoked(maya, signed):
    Browser(maya).post(f"/consents/{signed['consent']['id']}/revoke/")
    return signed["code"]


def _locked(maya, signed):
    for _ in range(5):
        accept("ZZZ-ZZZ")
    return signed["code"]


def _expired(maya, signed):
    with as_owner():
        FamilyInvitation.objects.update(
            invited_at=STORY_TIME - 4 * DAY, expires_at=STORY_TIME - DAY
        )
    return signed["code"]


def _last_day_over(maya, signed):
    with as_owner():
        yesterday = (STORY_TIME - DAY).date()
        Consent.objects.filter(pk=signed["consent"]["id"]).update(
            signed_on=yesterday, expires_on=yesterday
        )
    return signed["code"]


UNUSABLE = {
    "used": _used,
    "withdrawn": _withdrawn,
    "revoked": _revoked,
    "five wrong codes": _locked,
    "after 72 hours": _expired,
    "the sharing is over": _last_day_over,
    "a wrong code": lambda maya, signed: "AAA-AAA",
}


@pytest.mark.parametrize("why", UNUSABLE)
def test_every_invitation_that_cannot_be_used_looks_alike(maya, signed, rosa, why):
    code, token = UNUSABLE[why](maya, signed), token_in(mailed()[0])
    unknown = accept(code, token="x" * 43)

    refused = accept(code, token=token)
    joined = join(rosa, code, token=token)

    assert refused.body == joined.body == {"accepted": False}
    assert bare(refused) == bare(unknown)


def test_maya_cannot_accept_her_own_invitation(maya, signed):
    assert join(maya, signed["code"]).body == {"accepted": False}
    assert stored(signed["consent"]["id"]).recipient_id is None


def test_rosa_who_has_a_consent_already_is_not_bound_to_a_second_one(rosa, signed):
    assert join(rosa, signed["code"]).body == {"accepted": False}


def test_a_weak_password_leaves_the_invitation_as_it_was(signed):
    weak = accept(signed["code"], password="short")

    assert (weak.status, list(weak.body["fields"])) == (400, ["password"])
    assert accept(signed["code"]).body == {"accepted": True}


def test_an_invitation_after_an_end_works(maya, signed):
    accept(signed["code"])
    Browser(maya).post(f"/consents/{signed['consent']['id']}/revoke/")
    assert sees(account()) == []

    again = sign(maya).body

    assert sees(account()) == []
    assert join(account(), again["code"]).body == {"accepted": True}
    assert sees(account()) == ["Maya Torres"]


def test_a_second_invitation_takes_the_place_of_the_first(maya, signed):
    path = f"/consents/{signed['consent']['id']}/invite/"
    first = token_in(mailed()[0])

    second = Browser(maya).post(path).body

    assert [message.state for message in mailed()] == ["cancelled", "queued"]
    assert accept(signed["code"], token=first).body == {"accepted": False}
    assert accept(second["code"]).body == {"accepted": True}
    assert Browser(maya).post(path).body["code"] == "already_accepted"


def test_ten_invitations_a_day(maya, signed):
    path = f"/consents/{signed['consent']['id']}/invite/"
    answers = [Browser(maya).post(path) for _ in range(10)]

    assert [answer.status for answer in answers] == [201] * 9 + [429]
    with time_machine.travel(STORY_TIME + 2 * DAY, tick=False):
        assert Browser(maya).post(path).status == 201


def test_withdrawing_twice_is_withdrawing_once(maya, signed):
    path = f"/consents/{signed['consent']['id']}/withdraw-invitation/"

    assert Browser(maya).post(path).body["invitation"]["state"] == "withdrawn"
    assert Browser(maya).post(path).body["code"] == "nothing_to_withdraw"
    assert [message.state for message in mailed()] == ["cancelled"]


def test_accepting_leaves_an_entry_that_names_the_client(maya, signed):
    accept(signed["code"])

    with as_owner():
        entry = AuditEntry.objects.get(
            action="accept_invitation", subject_id=signed["consent"]["id"]
        )
    assert (entry.client_ids, entry.actor_role) == ([maya.pk], "binder")


def test_an_amended_consent_keeps_its_invitation(maya, signed):
    body = {"remove": ["attendance"]}
    Browser(maya).post(f"/consents/{signed['consent']['id']}/narrow/", body)

    assert accept(signed["code"]).body == {"accepted": True}
    with as_owner():
        bound = Consent.objects.get(recipient=account())
    assert bound.categories == ["program_link", "mood_trend"]


def _subject(message):
    return words(message.kind, message.language, link="")[0]


def test_maya_who_reads_english_asks_lucia_in_spanish(maya):
    preview = previewed(maya).body
    body = {**wish(), **signature(preview), "invitation_language": "es"}

    signed = Browser(maya).post("/consents/", body).body

    (message,) = mailed()
    assert stored(signed["consent"]["id"]).language == "en"
    assert _subject(message) == "Tiene una invitación"
    assert message.path.endswith(".es")
    assert accept(signed["code"], language="es").body == {"accepted": True}
    assert account().language == "es"


def test_the_signed_texts_language_is_taken_where_none_is_named(maya):
    signed = sign(maya, language="es").body

    assert _subject(mailed()[0]) == "Tiene una invitación"
    assert accept(signed["code"]).body == {"accepted": True}
    assert account().language == "es"


def test_a_new_invitation_may_be_in_another_language(maya, signed):
    path = f"/consents/{signed['consent']['id']}/invite/"

    again = Browser(maya).post(path, {"language": "es"})
    refused = Browser(maya).post(path, {"language": "fr"})

    assert again.status == 201
    assert [_subject(one) for one in mailed()] == ["You have been invited", "Tiene una invitación"]
    assert (refused.status, list(refused.body["fields"])) == (400, ["language"])


def test_an_account_that_exists_keeps_its_language(maya, tom):
    with as_owner():
        Consent.objects.filter(recipient=tom).update(contact_digest="")
    other = sign(maya, name="Tom Torres", email="tom@example.org").body

    token = token_in(mailed("tom@example.org")[0])
    assert accept(other["code"], token=token, language="es").body == {"accepted": True}

    with as_owner():
        assert User.objects.get(pk=tom.pk).language == "en"
