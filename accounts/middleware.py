"""One transaction for each personal request, in which row security knows who is asking.

Order matters: IdentityMiddleware opens the transaction outside sessions; WhoIsAsking names the
person inside it; SecondFactorGate keeps staff out until a second factor was shown.
"""

from collections.abc import Callable
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from django.contrib.auth import SESSION_KEY
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse

from accounts.access import asking, second_factor
from core import identity
from core.errors import Unavailable, plain_answer

GetResponse = Callable[[HttpRequest], HttpResponse]
API = "/api/"
SIGN_IN = "/_allauth/"
SET_UP_SECOND_FACTOR = "/account/authenticators/totp"
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
        except DatabaseError:
            return plain_answer(503, Unavailable.code, Unavailable.sentence)
        return response


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
            record_authentication(request, request.user, method="mfa", type="totp")
