"""Take in a wish to be called from somebody without an account."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.db.models import F

from accounts.models import Role, User
from admissions.models import CallRequest
from admissions.rules import keeping
from admissions.services import limits
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind

SALT = "admissions.form"
ACTOR = Actor(role="admissions")


class FormExpired(Refused):
    """The form's token is not ours, too old, or was sent before."""

    status = 400
    code = "form_expired"
    sentence = say("This form was open for too long. Please send it again.")


class TooManyRequests(Refused):
    """An address, or everybody together, asked more often than anybody would."""

    status = 429
    code = "too_many_requests"
    sentence = say("Many requests came from here. Please call us instead.")


@dataclass(frozen=True)
class Ask:
    """What somebody sent. `trap` holds what only a machine fills in."""

    token: str
    name: str
    best_time: str
    language: str
    phone: str = ""
    email: str = ""
    trap: str = ""


@dataclass(frozen=True)
class Form:
    """When a form was opened, and the secret that makes it usable once."""

    opened_at: datetime
    nonce: str


def new_form(*, at: datetime) -> str:
    """Return the token of a form that opens now; it lasts two hours and can be sent once."""
    value = {"at": int(at.timestamp()), "nonce": secrets.token_urlsafe(16)}
    return signing.dumps(value, salt=SALT)


def ask_for_call(*, ask: Ask, address: str | None, at: datetime) -> None:
    """Keep the wish and tell the administrators; raises FormExpired, TooManyRequests.

    The same name and contact again are one request, asked once more. What looks like a machine's is
    kept apart and tells nobody: a person who was mistaken for one is still found. Must act as
    admissions.
    """
    form = _opened(ask.token, at=at)
    if not limits.within(keeping.PER_ADDRESS, address=address):
        raise TooManyRequests
    if not limits.use_once(form.nonce, lasts=keeping.FORM_LASTS):
        raise FormExpired
    suspected = bool(ask.trap) or at - form.opened_at < keeping.LEAST_TIME_TO_FILL
    # With the name, and with all of it: two people share a telephone, and nobody is lost for that.
    name = " ".join(ask.name.split()).casefold()
    contact = limits.digest("contact", name, ask.phone, ask.email.casefold())
    lock("admissions:asking")
    # Machines use up a day of their own, never that of people.
    today = CallRequest.objects.filter(asked_at__gt=at - timedelta(days=1), suspected=suspected)
    if today.count() >= keeping.MOST_ASKED_PER_DAY:
        raise TooManyRequests
    if not suspected and _asked_again(contact, ask):
        return
    _keep(ask, contact, suspected=suspected, at=at)


def _opened(token: str, *, at: datetime) -> Form:
    try:
        value = signing.loads(token, salt=SALT)
        form = Form(datetime.fromtimestamp(value["at"], UTC), str(value["nonce"]))
    except (signing.BadSignature, KeyError, TypeError, ValueError, OverflowError, OSError):
        raise FormExpired from None
    # Issued in another second than it is checked, so a moment in the future is nobody's fault.
    if not timedelta(seconds=-1) <= at - form.opened_at <= keeping.FORM_LASTS:
        raise FormExpired
    return form


def _asked_again(contact: str, ask: Ask) -> bool:
    waiting = CallRequest.objects.filter(contact_digest=contact, closed_at=None, suspected=False)
    return bool(waiting.update(times_asked=F("times_asked") + 1, best_time=ask.best_time))


def _keep(ask: Ask, contact: str, *, suspected: bool, at: datetime) -> None:
    row = CallRequest(
        name=ask.name, phone=ask.phone, email=ask.email, contact_digest=contact,
        best_time=ask.best_time, language=ask.language, asked_at=at, suspected=suspected,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record(
        actor=ACTOR, action="create", subject="admissions_callrequest", subject_id=row.pk, at=at
    )
    if not suspected:
        people = User.objects.filter(roles__contains=[Role.ADMINISTRATOR], is_active=True)
        cause = Cause(Kind.ALERT, f"call:{row.pk}", "/calls")
        delivery_services.queue(people=people.values_list("pk", flat=True), cause=cause, due_at=at)
