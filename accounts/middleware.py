"""One transaction for each personal request, in which row security knows who is asking.

Order matters: IdentityMiddleware opens the transaction outside sessions; WhoIsAsking names the
person inside it; SecondFactorGate keeps staff out until a second factor was shown.
"""

from collections.abc import Callable
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from django.contrib.auth import SESSION_KEY
from django.db import Error as DatabaseTrouble
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from accounts.access import address_of, asking, second_factor
from core import audit, clock, identity
from core.audit import Actor
from core.errors import Unavailable, plain_answer

GetResponse = Callable[[HttpRequest], HttpResponse]
API = "/api/"
SIGN_IN = "/_allauth/"
SET_UP_SECOND_FACTOR = "/account/authenticators/totp"
DENIED = (403, 404)
OPEN_WITHOUT_SECOND_FACTOR = ("/api/v1/me/", "/api/v1/schema/")


class IdentityMiddleware:
    """Wrap the request in a transaction; keep nothing of an answer that refuses or fails."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith((API, SIGN_IN)):
            return self.get_response(request)
        try:
            with transaction.atomic():
                response = self.get_response(request)
                # Sign-in answers 401 while it waits for a code, and must remember that it does.
                limit = 400 if request.path.startswith(API) else 500
                if response.status_code >= limit:
                    transaction.set_rollback(True)
            self._record_denied(request, response)
        except DatabaseTrouble:  # also a connection that was closed under us
            return plain_answer(503, Unavailable.code, Unavailable.sentence)
        return response

    def _record_denied(self, request: HttpRequest, response: HttpResponse) -> None:
        """Leave an entry for a signed-in person who asked for what is not theirs to have."""
        person = asking(request) if hasattr(request, "user") else None
        if person is None or response.status_code not in DENIED or not request.resolver_match:
            return
        # The route's name and never its address: an address holds ids.
        route = request.resolver_match.view_name
        actor = Actor(role="person", id=person.pk, address=address_of(request))
        with identity.acting_for(person.pk):
            audit.record(
                actor=actor,
                action="denied",
                subject=route[:60],
                detail=str(response.status_code),
                at=clock.now(),
            )


class WhoIsAsking:
    """Name the person to row security, from the session cookie or an app's session token."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(SIGN_IN):
            identity.be_accounts()
        elif request.path.startswith(API):
            self._name(request)
        return self.get_response(request)

    def _name(self, request: HttpRequest) -> None:
        token = request.headers.get("X-Session-Token")
        if token:
            self._name_by_token(request, token)
        elif SESSION_KEY in request.session:
            identity.be_person(UUID(request.session[SESSION_KEY]))
            # The row is only visible to the person it is; a stale session finds nobody.
            if not request.user.is_authenticated:
                identity.be_nobody()

    def _name_by_token(self, request: HttpRequest, token: str) -> None:
        identity.be_accounts()
        found = authenticate_by_x_session_token(token)
        if found is None:
            identity.be_nobody()
            return
        request.app_user, request.session = found  # type: ignore[attr-defined]  # read by AppToken
        identity.be_person(found[0].pk)


class SecondFactorGate:
    """Let staff reach nothing but their own set-up until this session has shown a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = asking(request)
        closed = request.path.startswith(API) and request.path not in OPEN_WITHOUT_SECOND_FACTOR
        if closed and person is not None and second_factor(request, person) == "needed":
            return plain_answer(
                403,
                "second_factor_required",
                "Staff sign in with a second factor. Set one up first.",
            )
        response = self.get_response(request)
        self._remember_set_up(request, response)
        return response

    def _remember_set_up(self, request: HttpRequest, response: HttpResponse) -> None:
        # A right code was needed to set the factor up, so this session has shown it.
        if (
            request.method == "POST"
            and response.status_code == 200
            and request.path.startswith(SIGN_IN)
            and request.path.endswith(SET_UP_SECOND_FACTOR)
        ):
            _record_second_factor(request)


def _record_second_factor(request: HttpRequest) -> None:
    token = request.headers.get("X-Session-Token")
    found = authenticate_by_x_session_token(token) if token else None
    if found is None:
        record_authentication(request, request.user, method="mfa", type="totp")
        return
    # An app's session is not the request's own: lend it, and save it ourselves.
    cookie_session = request.session
    person, request.session = found
    record_authentication(request, person, method="mfa", type="totp")
    request.session.save()
    request.session = cookie_session
