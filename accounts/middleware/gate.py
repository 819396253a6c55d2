"""Keeps staff out until a second factor was shown in this session."""

from allauth.account.internal.flows.login import record_authentication
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from accounts.access import asking, second_factor
from accounts.middleware.identity import API, SIGN_IN, GetResponse
from core import words
from core.errors import plain_answer
from core.said import say

# Where a first factor is set up, and what it is.
SET_UP = {"/account/authenticators/totp": "totp", "/account/authenticators/webauthn": "webauthn"}
OPEN_WITHOUT_SECOND_FACTOR = ("/api/v1/me/", "/api/v1/schema/")


class SecondFactorGate:
    """Let staff reach nothing but their own set-up until this session has shown a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = asking(request)
        if person is not None:
            translation.activate(words.language_of(person.language))
        closed = request.path.startswith(API) and request.path not in OPEN_WITHOUT_SECOND_FACTOR
        if closed and person is not None and second_factor(request, person) == "needed":
            return plain_answer(
                403,
                "second_factor_required",
                say("Staff sign in with a second factor. Set one up first."),
            )
        response = self.get_response(request)
        self._remember_set_up(request, response)
        return response

    def _remember_set_up(self, request: HttpRequest, response: HttpResponse) -> None:
        # A right code, or the key itself, was needed to set it up: this session has shown it.
        if (
            request.method == "POST"
            and response.status_code == 200
            and request.path.startswith(SIGN_IN)
        ):
            for ending, kind in SET_UP.items():
                if request.path.endswith(ending):
                    _record_second_factor(request, kind)


def _record_second_factor(request: HttpRequest, kind: str) -> None:
    token = request.headers.get("X-Session-Token")
    found = authenticate_by_x_session_token(token) if token else None
    if found is None:
        record_authentication(request, request.user, method="mfa", type=kind)
        return
    # An app's session is not the request's own: lend it, and save it ourselves.
    cookie_session = request.session
    person, request.session = found
    record_authentication(request, person, method="mfa", type=kind)
    request.session.save()
    request.session = cookie_session
