"""Showing once more that it is they: before a signature, a copy, or another person's reset."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import check_password
from rest_framework.request import Request

from accounts.access.people import person_of
from accounts.models import User
from core.errors import Refused
from core.said import say

# A passkey is shown to allauth first; what it was shown for follows at once.
PASSKEY_COUNTS_FOR = timedelta(minutes=2)
USED = "passkey_used_at"


class NotProven(Refused):
    """Whoever sits here did not show again that it is they."""

    status = 403
    code = "not_proven"
    sentence = say("That is not right. Please try again.")


class ProvenTooOften(Refused):
    """Too many wrong tries in a row."""

    status = 429
    code = "tried_too_often"
    sentence = say("You have tried this often. Please wait five minutes.")


class ShowAgain(Refused):
    """Whoever sits here did not show within the last minutes that it is they."""

    status = 403
    code = "show_again"
    sentence = say("Please show once more that it is you.")


@dataclass(frozen=True)
class Proof:
    """How and when a signed-in person showed once more that it is they: password, totp, passkey."""

    method: str
    at: datetime


def prove_again(request: Request, *, password: str, code: str, at: datetime) -> Proof:
    """Check the password, or the code of an app; with neither, that a passkey was just shown.

    A passkey is shown to /auth/webauthn/reauthenticate up to two minutes before. Each code and each
    showing count once. Raises NotProven, and after five wrong ones within five minutes
    ProvenTooOften.
    """
    person, django_request = person_of(request), request._request
    tries = {"action": "prove_again", "key": str(person.pk)}
    if not ratelimit.consume(django_request, dry_run=True, **tries):
        raise ProvenTooOften
    if not password and not code and _showed_passkey(request, person, at):
        return Proof("passkey", at)
    proven = _knows_code(person, code) if code else check_password(password, person.password)
    if not proven:
        ratelimit.consume(django_request, **tries)
        field = "code" if code else "password"
        raise NotProven(fields={field: [NotProven.sentence]})
    return Proof("totp" if code else "password", at)


def _showed_passkey(request: Request, person: User, at: datetime) -> bool:
    session = request.session
    since = max((at - PASSKEY_COUNTS_FOR).timestamp(), session.get(USED, 0))
    shown = [
        record["at"]
        for record in get_authentication_records(request._request, person)
        if record.get("type") == "webauthn" and record.get("reauthenticated")
    ]
    if not shown or shown[-1] <= since:
        return False
    session[USED] = shown[-1]
    return True


def _knows_code(person: User, code: str) -> bool:
    factor = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    return factor is not None and TOTP(factor).validate_code(code)


def require_shown(request: Request, *, at: datetime) -> None:
    """Raise ShowAgain unless the person showed within five minutes that it is still they.

    As allauth asks before another e-mail address or password; how they came in does not count.
    """
    since = at.timestamp() - app_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request._request, person_of(request))
    if not any(record.get("reauthenticated") and record["at"] > since for record in records):
        raise ShowAgain


def slow_down(request: Request, action: str) -> None:
    """Count one try of this kind from where the request came; raise ProvenTooOften."""
    if not ratelimit.consume(request._request, action=action):
        raise ProvenTooOften
