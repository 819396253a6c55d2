"""C-01 to C-05, C-10, C-13, C-14, Mi-01: a client reads a text, says who they are, and signs."""

import hashlib

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import RequestFactory

from accounts.adapters import SecondFactorAdapter
from core.models import AuditEntry
from delivery.models import Delivery
from family import services, texts
from family.models import Category, Consent
from family.rules.naming import names_one_person
from family.services.copies import facts_in_words
from tests.conftest import FAST_HASH, as_owner
from tests.family.consenting import (
    DAY,
    forget_tries,
    mailed,
    previewed,
    sign,
    signature,
    stored,
    wish,
)
from tests.guards.house import api_routes, our_models
from tests.http import Browser
from tests.skills.reading import grade
from tests.story import STORY_DAY, STORY_TIME

SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _limits(db, settings):
    settings.PASSWORD_HASHERS = FAST_HASH
    forget_tries(RequestFactory().get("/"), "maya", "ben")


def test_c_10_maya_reads_the_very_text_that_is_then_stored(maya):
    preview = previewed(maya).body

    answer = sign(maya)

    assert answer.status == 201
    consent = stored(answer.body["consent"]["id"])
    assert consent.text == preview["text"] == answer.body["consent"]["text"]
    assert consent.text_digest == hashlib.sha256(preview["text"].encode()).hexdigest()
    assert (consent.text_version, consent.language) == ("consent-2", "en")
    assert (consent.signed_by_id, consent.signature_method) == (maya.pk, "password")
    assert consent.authenticated_at == consent.signed_at == STORY_TIME
    assert (consent.recipient_name, consent.recipient_email) == (
        "Lucia Ortega", "lucia@example.net",
    )  # fmt: skip
    assert consent.categories == ["program_link", "attendance", "mood_trend"]
    assert (consent.recipient_id, answer.body["consent"]["state"]) == (None, "waiting")


def test_c_02_a_client_need_not_say_why(maya):
    answer = sign(maya)

    assert answer.body["consent"]["purpose"] == "at the request of the patient"


def test_c_05_a_sharing_lasts_90_days_unless_another_day_is_chosen(maya):
    until = (STORY_DAY + 365 * DAY).isoformat()

    assert previewed(maya).body["expires_on"] == (STORY_DAY + 90 * DAY).isoformat()
    assert previewed(maya, expires_on=until).body["expires_on"] == until


# C-01 and C-05: one failing case for each element that a client can leave out or get wrong.
GAPS = {
    "recipient": ({"name": " "}, "name"),
    "recipient in words for many": ({"name": "my parents"}, "name"),
    "two recipients": ({"name": "Lucia and Leo"}, "name"),
    "where to": ({"email": "nowhere"}, "email"),
    "the client themselves": ({"email": "Maya@example.org"}, "email"),
    "relationship": ({"relationship": ""}, "relationship"),
    "what": ({"categories": []}, "categories"),
    "what, unknown": ({"categories": ["journal"]}, "categories"),
    "what, needs no consent": ({"categories": ["psychoed"]}, "categories"),
    "until, over": ({"expires_on": (STORY_DAY - DAY).isoformat()}, "expires_on"),
    "until, too long": ({"expires_on": (STORY_DAY + 366 * DAY).isoformat()}, "expires_on"),
    "until, none": ({"expires_on": "none"}, "expires_on"),
    "why, too long": ({"purpose": "x" * 201}, "purpose"),
}


@pytest.mark.parametrize("gap", GAPS)
def test_c_01_a_gap_is_refused_before_anything_is_signed_or_sent(maya, gap):
    changes, field = GAPS[gap]

    draft = previewed(maya, **changes)
    signed = Browser(maya).post(
        "/consents/", {**wish(**changes), **signature({"text_digest": "x" * 64})}
    )

    for answer in (draft, signed):
        assert answer.status == 400
        assert list(answer.body["fields"]) == [field]
    assert mailed() == []


SIGNING_GAPS = {
    "another text": ({"text_digest": "0" * 64}, 409, "text_changed"),
    "no text": ({"text_digest": ""}, 400, "invalid"),
    "a minor": ({"adult": False}, 400, "invalid"),
    "a wrong password": ({"password": "something else 12"}, 403, "not_proven"),
    "no password": ({"password": ""}, 403, "not_proven"),
    "a code without an app": ({"password": "", "code": "123456"}, 403, "not_proven"),
}


@pytest.mark.parametrize("gap", SIGNING_GAPS)
def test_what_is_not_signed_is_not_stored_and_nothing_leaves(maya, gap):
    changes, status, code = SIGNING_GAPS[gap]
    preview = previewed(maya).body

    answer = Browser(maya).post("/consents/", {**wish(), **signature(preview), **changes})

    assert (answer.status, answer.body["code"]) == (status, code)
    with as_owner():
        assert not Consent.objects.filter(recipient_name="Lucia Ortega").exists()
    assert mailed() == []


def test_five_wrong_passwords_are_enough(maya):
    preview = previewed(maya).body
    wrong = {**wish(), **signature(preview, password="wrong wrong wrong")}
    for _ in range(5):
        assert Browser(maya).post("/consents/", wrong).status == 403

    right = Browser(maya).post("/consents/", {**wish(), **signature(preview)})

    assert (right.status, right.body["code"]) == (429, "tried_too_often")


@pytest.mark.parametrize("category", ["craving_band", "appointment_times"])
def test_the_sensitive_need_a_second_yes_and_a_day(maya, category):
    terms = wish(categories=[category])
    preview = Browser(maya).post("/consents/preview-text/", terms).body
    once = Browser(maya).post("/consents/", {**terms, **signature(preview)})

    twice = sign(maya, categories=[category])

    assert (once.status, list(once.body["fields"])) == (400, ["confirmed_again"])
    assert twice.body["consent"]["starts"] == [
        {"category": category, "starts_at": (STORY_TIME + DAY).isoformat().replace("+00:00", "Z")}
    ]


def test_two_sharings_with_one_person_are_one_too_many(maya):
    assert sign(maya).status == 201

    again = sign(maya, name="Aunt Lucia", email="LUCIA@example.net")

    assert (again.status, again.body["code"]) == (409, "already_shared")


def test_maya_keeps_at_most_twenty_in_view(maya):
    with as_owner():
        consent = Consent.objects.filter(client=maya, ended_at=None)[0]
        for number in range(19):
            consent.pk = consent.series = demo_key(number)
            consent.recipient_id, consent.bound_at = None, None
            consent.contact_digest = str(number)
            consent.save(force_insert=True)

    answer = sign(maya)

    assert (answer.status, answer.body["code"]) == (409, "too_many_shared")


def demo_key(number):
    return f"00000000-0000-4000-8000-{number:012}"


def test_signing_in_spanish_is_signing_a_spanish_text(maya):
    consent = sign(maya, language="es").body["consent"]

    assert "Yo, Maya Torres, pido a Riverside IOP" in consent["text"]
    assert "a petición del paciente" in consent["text"]
    assert consent["purpose"] == "at the request of the patient"
    kept = stored(consent["id"])
    assert (kept.language, kept.text) == ("es", consent["text"])
    assert kept.text_digest == hashlib.sha256(kept.text.encode()).hexdigest()
    facts = facts_in_words(kept)
    assert facts[0].startswith("Firmado por Maya Torres el ")
    assert facts[-1].startswith("42 CFR part 2 prohibits")


def test_an_app_with_codes_signs_too_and_a_code_counts_once(maya):
    with as_owner():
        Authenticator.objects.create(
            user=maya, type="totp", data={"secret": SecondFactorAdapter().encrypt(SECRET)}
        )
    code = format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))
    cache.delete(f"allauth.mfa.totp.used?user={maya.pk}&code={code}")
    preview = previewed(maya).body
    body = {**wish(), **signature(preview, password="", code=code)}

    first = Browser(maya).post("/consents/", body)
    second = Browser(maya).post("/consents/", {**body, "name": "Leo", "email": "leo@example.net"})

    assert stored(first.body["consent"]["id"]).signature_method == "totp"
    assert second.status in (403, 409)


def test_c_13_c_08_there_is_one_kind_of_consent_and_no_other_on_offer(maya):
    """No type for treatment and payment, criminal justice, counseling notes or court exists."""
    kinds = {field.name for field in Consent._meta.fields}
    assert not kinds & {"type", "kind"}
    for word in ("tpo", "criminal", "court", "legal", "counseling", "psychotherapy"):
        assert not [key for key in Category.values if word in key]


def test_c_06_counseling_notes_have_no_path():
    assert not [model for model in our_models() if "counseling" in model.__name__.lower()]
    assert not [route.path for route in api_routes() if "counseling" in route.path]


def test_mi_01_minors_have_no_path(maya):
    assert services.MINORS is False
    fields = {field.name for model in our_models() for field in model._meta.fields}
    assert not fields & {"date_of_birth", "born_on", "guardian", "parent"}
    preview = previewed(maya).body
    assert "I am 18 or older." in preview["text"]
    answer = Browser(maya).post("/consents/", {**wish(), **signature(preview, adult=False)})
    assert answer.body["fields"] == {"adult": ["Only adults can sign here."]}


def test_c_14_the_text_says_that_the_release_benefits_the_client(maya):
    assert "it is for my benefit" in previewed(maya).body["text"]


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("Lucia Ortega", True), ("Rosa O. Torres", True), ("Åsa Öst", True), ("李娜", True),
        ("my family", False), ("Everyone", False), ("Mom and Dad", False), ("Ann, Ben", False),
        ("mis padres", False), ("12345", False), ("", False), ("Ann & Ben", False),
    ],
)  # fmt: skip
def test_c_03_a_name_is_one_persons(name, one):
    assert names_one_person(name) is one


# The texts themselves.

# Whoever changes a word that is signed raises the version, and then this line.
SIGNED_WORDS = {"consent-2": "74f9729c18f0cd3fc5333a72482d3c94a231ace8e3d1907c214e64c62d7484fd"}


def _every_word_that_is_signed():
    parties = texts.Parties("{c}", "{d}", "{r}", "{k}")
    return "".join(
        texts.consent_text(
            parties=parties, categories=list(Category.values), purpose="{p}",
            expires_on=STORY_DAY.replace(year=2030, month=1, day=2), language=language,
        )[1]
        for language in ("en", "es")
    )  # fmt: skip


def test_c_10_changed_words_are_a_new_version():
    found = hashlib.sha256(_every_word_that_is_signed().encode()).hexdigest()

    assert found == SIGNED_WORDS[texts.CONSENT_VERSION]


def test_the_consent_reads_at_eighth_grade(maya):
    text = previewed(maya, categories=list(Category.values)).body["text"]

    sentences = [line if line[-1] in ".?!:" else f"{line}." for line in text.splitlines() if line]
    assert grade(" ".join(sentences)) <= 8


@pytest.mark.parametrize("category", Category.values)
def test_each_category_is_told_in_easy_words_in_two_languages(category):
    for language in ("en", "es"):
        words = texts.words_of(category, language)
        assert words.name
        assert words.client.endswith(".")
        assert not words.family.endswith(".")
    assert grade(texts.words_of(category, "en").client) <= 8


def test_f_06_help_for_somebody_who_is_pressed_leaves_no_trace(maya):
    with as_owner():
        before = (AuditEntry.objects.count(), Delivery.objects.count())

    english = Browser(maya).get("/consents/pressure-help/", language="en").body
    spanish = Browser(maya).get("/consents/pressure-help/", language="es").body

    assert english["question"] == "Is someone pressing you to share this?"
    assert len(english["help"]) == len(spanish["help"]) == 5
    assert grade(" ".join(english["help"])) <= 6
    with as_owner():
        assert (AuditEntry.objects.count(), Delivery.objects.count()) == before


def test_every_switch_is_shown_with_its_words(maya):
    shown = Browser(maya).get("/consents/categories/").body["categories"]

    assert [row["category"] for row in shown] == list(Category.values)
    assert [row["category"] for row in shown if row["sensitive"]] == [
        "craving_band", "appointment_times",
    ]  # fmt: skip
    assert [row["category"] for row in shown if row["always"]] == ["program_link"]


@pytest.mark.parametrize("name", ["rosa", "okafor", "ada"])
def test_f_09_nobody_but_a_client_signs(request, name, maya):
    preview = previewed(maya).body

    answer = Browser(request.getfixturevalue(name)).post(
        "/consents/", {**wish(), **signature(preview)}
    )

    assert answer.status == 404


def test_ben_who_is_not_enrolled_cannot_sign(ben, stranger):
    answer = Browser(stranger).post("/consents/preview-text/", wish())

    assert (answer.status, answer.body["code"]) == (403, "not_enrolled")
