"""Turn what a client wishes to share into the exact text that they would sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.crypto import salted_hmac

from accounts.models import User
from core import clock
from core.said import say
from family import texts
from family.models import LONGEST, SENSITIVE, Category
from family.rules.naming import names_one_person
from family.services.refusals import ConsentIncomplete, TextChanged
from program.models import Enrolment

DEFAULT_DAYS = 90
MOST_DAYS = 365
# 42 CFR 2.31(a)(5)(i): enough when the client starts the share and gives no other purpose.
OWN_REQUEST = "at the request of the patient"
OWN_REQUEST_SPANISH = "a petición del paciente"
# Shared first when a sensitive category was signed and left so for this long.
UNDO = timedelta(hours=24)
# Adults only: no setting, route or field opens a way for anybody younger.
MINORS = False


@dataclass(frozen=True)
class Terms:
    """What a client agrees to: with whom, what, why, until when (defaults: 90 days).

    With whom is a name and an e-mail address, or somebody who has an account.
    """

    relationship: str
    categories: list[str]
    recipient: User | None = None
    name: str = ""
    email: str = ""
    purpose: str = ""
    expires_on: date | None = None
    language: str = "en"
    known: bool = False  # a new version for the person of the one before


@dataclass(frozen=True)
class Draft:
    """The elements in words, the text made of them, its version and its SHA-256."""

    name: str
    email: str
    relationship: str
    categories: list[str]
    purpose: str
    expires_on: date
    language: str
    text_version: str
    text: str
    digest: str
    today: date

    @property
    def sensitive(self) -> list[str]:
        """The categories that are confirmed twice and begin a day later."""
        return [key for key in self.categories if key in SENSITIVE]


def draft(*, enrolment: Enrolment, terms: Terms, at: datetime) -> Draft:
    """Return what would be signed; raise ConsentIncomplete for the first element that is missing.

    The day is the program's. That one is in the program is part of every sharing.
    """
    program, client = enrolment.program, enrolment.client
    today = clock.local_day(at, program.timezone)
    expires_on = _checked_end(terms, today=today)
    name, email = _whom(terms)
    _refuse_gaps(terms, enrolment, name=name, email=email)
    wished = {*terms.categories, Category.PROGRAM_LINK.value}
    categories = [key for key in Category.values if key in wished]
    purpose, relationship = terms.purpose.strip() or OWN_REQUEST, terms.relationship.strip()
    language = texts.language_of(terms.language)
    version, text, digest = texts.consent_text(
        parties=texts.Parties(client.name, program.name, name, relationship),
        categories=categories,
        purpose=_spoken(purpose, language),
        expires_on=expires_on,
        language=language,
    )
    return Draft(
        name, email, relationship, categories, purpose, expires_on, language, version, text,
        digest, today,
    )  # fmt: skip


def refuse_unread(
    words: Draft, *, digest: str, confirmed_again: list[str], shared_before: Sequence[str] = ()
) -> None:
    """Raise TextChanged unless this very text was read, and ConsentIncomplete for what is
    sensitive, new, and was not confirmed a second time."""
    if words.digest != digest:
        raise TextChanged
    missing = set(words.sensitive) - set(confirmed_again) - set(shared_before)
    if missing:
        sentence = say("Say a second time that you want to share this.")
        raise ConsentIncomplete(sentence, fields={"confirmed_again": [sentence]})


def contact_digest(email: str) -> str:
    """Return the keyed digest by which one address is found again; empty for none."""
    if not email:
        return ""
    return salted_hmac("family.contact", email.strip().lower(), algorithm="sha256").hexdigest()


def _whom(terms: Terms) -> tuple[str, str]:
    if terms.recipient is not None:
        return terms.recipient.name.strip(), terms.recipient.email
    return terms.name.strip(), terms.email.strip()


def _spoken(purpose: str, language: str) -> str:
    return OWN_REQUEST_SPANISH if (purpose, language) == (OWN_REQUEST, "es") else purpose


def _checked_end(terms: Terms, *, today: date) -> date:
    expires_on = terms.expires_on or today + timedelta(days=DEFAULT_DAYS)
    if not today <= expires_on <= today + timedelta(days=MOST_DAYS):
        sentence = say("Choose a day within the next twelve months.")
        raise ConsentIncomplete(sentence, fields={"expires_on": [sentence]})
    return expires_on


def _refuse_gaps(terms: Terms, enrolment: Enrolment, *, name: str, email: str) -> None:
    gaps = {**_gaps_of_parties(terms, enrolment, name, email), **_gaps_of_words(terms, name)}
    for field, sentence in gaps.items():
        if sentence:
            raise ConsentIncomplete(sentence, fields={field: [sentence]})


def _gaps_of_words(terms: Terms, name: str) -> dict[str, str]:
    relationship, purpose = terms.relationship.strip(), terms.purpose.strip()
    known = bool(terms.categories) and set(terms.categories) <= set(Category.values)
    gaps = {
        "categories": "" if known else say("Choose what to share."),
        "relationship": "" if relationship else say("Say who this person is to you."),
    }
    for field, words in (("name", name), ("relationship", relationship), ("purpose", purpose)):
        if len(words) > LONGEST[field]:
            gaps[field] = say("Use at most {longest} characters.", longest=LONGEST[field])
    return gaps


def _gaps_of_parties(terms: Terms, enrolment: Enrolment, name: str, email: str) -> dict[str, str]:
    client = enrolment.client
    if terms.known:
        return {"client": "" if client.name.strip() else say("Your own name is missing.")}
    named, reached = ("name", "email") if terms.recipient is None else ("recipient", "recipient")
    gaps = {
        "client": "" if client.name.strip() else say("Your own name is missing."),
        "discloser": "" if enrolment.program.name.strip() else say("The program has no name."),
        named: "" if names_one_person(name) else say("Name one person, as they are called."),
    }
    if not email:
        gaps[reached] = say("Say where the invitation should go.")
    elif email.lower() == client.email.lower():
        gaps[reached] = say("Name somebody other than yourself.")
    return gaps
