"""Notes what allauth did about signing in, in the transaction in which it did it.

Allauth tells of some of its changes only after the transaction is over; here both are kept, or
neither. What needs words that only allauth has (an e-mail address, whose password) is in adapters.
"""

import logging

from allauth.account.authentication import get_authentication_records
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse

from accounts import services
from accounts.access import address_of
from accounts.middleware.identity import SIGN_IN, GetResponse
from accounts.models import User
from core import clock
from core.errors import plain_answer
from core.said import say
from core.words import spoken

log = logging.getLogger(__name__)
FACTORS = "/account/authenticators/"
# Changes of which the person is told: method, end of the path, what is noted.
CHANGES = {
    ("POST", "/account/authenticators/totp"): "app_added",
    ("DELETE", "/account/authenticators/totp"): "app_removed",
    ("POST", "/account/authenticators/webauthn"): "passkey_added",
    ("DELETE", "/account/authenticators/webauthn"): "passkey_removed",
    ("POST", "/account/authenticators/recovery-codes"): "recovery_codes_made",
    ("POST", "/account/password/change"): "password_changed",
}
# Steps of which only a note is left.
STEPS = {
    ("PUT", "/account/authenticators/webauthn"): "passkey_renamed",
    ("GET", "/account/authenticators/recovery-codes"): "recovery_codes_shown",
    ("DELETE", "/auth/sessions"): "end_session",
    ("POST", "/auth/reauthenticate"): "proved_again",
    ("POST", "/auth/2fa/reauthenticate"): "proved_again",
    ("POST", "/auth/webauthn/reauthenticate"): "proved_again",
    ("POST", "/account/email"): "email_change_asked",
}
SECOND_STEPS = ("/auth/2fa/authenticate", "/auth/webauthn/authenticate")
REFUSED = (*SECOND_STEPS, "/auth/webauthn/login")
NOT_A_CREDENTIAL = (AttributeError, KeyError, TypeError, ValueError)
NO_CREDENTIAL = say("That passkey did not work. Please try again.")
SIGN_OUT = ("DELETE", "/auth/session")


class SecurityTrail:
    """Leave a note of each step of signing in, and tell the person when something changed."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(SIGN_IN):
            return self.get_response(request)
        # /_allauth/browser/v1/auth/login → /auth/login
        step = (request.method or "", "/" + request.path.split("/", 4)[-1])
        person, _ = _who(request)
        response = self._kept(request, person, step)
        if response.status_code == 200 or step == SIGN_OUT:
            self._note_done(request, person, step)
        elif response.status_code == 400 and step[0] == "POST":
            self._note_refused(request, step[1])
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Refuse what is no passkey's answer at all, where the library breaks over it."""
        if "/webauthn" not in request.path or not isinstance(error, NOT_A_CREDENTIAL):
            return None
        log.warning("a passkey's answer could not be read: %s", type(error).__name__)
        refusal = {
            "code": "incorrect_code",
            "param": "credential",
            "message": spoken(NO_CREDENTIAL),
        }
        return JsonResponse({"status": 400, "errors": [refusal]}, status=400)

    def _kept(
        self, request: HttpRequest, person: User | None, step: tuple[str, str]
    ) -> HttpResponse:
        """Undo what would leave staff without a second factor."""
        if step[0] != "DELETE" or not step[1].startswith(FACTORS):
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code != 200 or person is None or _has_factor(person):
                return response
            if not person.is_staff_member:
                return response
            transaction.set_rollback(True)
        return plain_answer(
            409,
            "last_second_factor",
            say("Set up another second step first."),
        )

    def _note_done(self, request: HttpRequest, person: User | None, step: tuple[str, str]) -> None:
        address, at = address_of(request), clock.now()
        now, session = _who(request)
        if step == SIGN_OUT and person is not None:
            services.record_step(person_id=person.pk, action="sign_out", address=address, at=at)
        elif step in CHANGES and now is not None:
            services.note_change(person=now, action=CHANGES[step], address=address, at=at)
        elif step in STEPS and now is not None:
            services.record_step(person_id=now.pk, action=STEPS[step], address=address, at=at)
        elif step[1] in SECOND_STEPS and now is not None and _used_recovery_code(session, now):
            services.note_change(person=now, action="recovery_code_used", address=address, at=at)

    def _note_refused(self, request: HttpRequest, path: str) -> None:
        address, at = address_of(request), clock.now()
        if path in REFUSED:
            services.record_refused_sign_in(address=address, at=at)
        elif STEPS.get(("POST", path)) == "proved_again":
            person, _ = _who(request)
            found = person.pk if person else None
            services.record_step(person_id=found, action="proof_refused", address=address, at=at)


def _who(request: HttpRequest) -> tuple[User | None, SessionBase]:
    """Return who is signed in at the door, by cookie or by an app's token, and their session."""
    token = request.headers.get("X-Session-Token")
    if token:
        found = authenticate_by_x_session_token(token)
        return found if found is not None else (None, request.session)
    person = request.user
    return (person if isinstance(person, User) else None), request.session


def _has_factor(person: User) -> bool:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found: bool = Authenticator.objects.filter(user_id=person.pk, type__in=kinds).exists()
    return found


def _used_recovery_code(session: SessionBase, person: User) -> bool:
    holder = HttpRequest()
    holder.session = session
    records = get_authentication_records(holder, person)
    return bool(records) and records[-1].get("type") == Authenticator.Type.RECOVERY_CODES
